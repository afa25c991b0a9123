"""The index of similar marks follows the ledger: a mark is compared by its name as soon as it is published."""

import logging
from collections.abc import Iterable, Sequence
from threading import Thread

from chancery.core import ledger
from chancery.core.follow import Rebuildable
from chancery.core.ledger import Entry
from chancery.finder.similar import Mark, Shelf
from chancery.records.register import queries as register
from chancery.records.register.events import DISCLOSED_OF_REGISTRATIONS, RecordImported
from chancery.services.search.followers import WholeLedger, document_of
from chancery.services.search.similar.similar import mark_of, shelf

_log = logging.getLogger(__name__)
_COLLECTION = "marks"


class SimilarMarks(Rebuildable):
    """Keeps the index of similar marks. The same entries may come twice: a mark replaces itself.

    It reads entries of every kind, to know when there are no more. While there are many, marks are only put on the
    list; the indexes are made once it has caught up. The large one, made at once where there is none, is later made
    anew beside the work of the runner, which does not wait for it.
    """

    name = "similar marks"
    batch = 5_000
    outside = True

    def __init__(self) -> None:
        self._renewal = Thread()

    def apply(self, entries: Sequence[Entry]) -> None:
        if told := _all_told(entries):
            shelf().note(told)
        if ledger.size() - entries[-1].number < self.batch and shelf().settle():
            self._renew(shelf())

    def again(self) -> int:
        """Whoever asks meanwhile is answered by what is in use."""
        whole, told = WholeLedger(self), dict[str, Mark | None]()
        for entries in whole:
            told |= _all_told(entries)
        shelf().replace(filter(None, told.values()))
        return whole.reached

    def forget(self) -> None:
        shelf().forget()

    def stale(self) -> bool:
        """The folder is gone, or of another format, or cannot be read: there is a bookmark, but nothing behind it."""
        try:
            return not shelf().is_made
        except (OSError, ValueError, EOFError):
            return True

    def _renew(self, kept: Shelf) -> None:
        if not kept.is_made:
            kept.renew()
        elif not self._renewal.is_alive():
            self._renewal = Thread(target=_renew, args=(kept,), name="similar marks", daemon=True)
            self._renewal.start()


def _renew(kept: Shelf) -> None:
    """Cut off or failed, it leaves what is there, and is due again with the next mark."""
    try:
        kept.renew()
    except Exception:  # noqa: BLE001 - whatever it is, the runner goes on
        _log.exception("the index of similar marks could not be made anew; it will be tried again")


def _tells_of_marks(entry: Entry) -> bool:
    if entry.kind == RecordImported.kind():
        return entry.stream.startswith(f"{_COLLECTION}/")
    return entry.kind in DISCLOSED_OF_REGISTRATIONS


def _all_told(entries: Iterable[Entry]) -> dict[str, Mark | None]:
    last = {entry.stream: entry for entry in entries if _tells_of_marks(entry)}
    return dict(filter(None, map(_told, last.values())))


def _told(entry: Entry) -> tuple[str, Mark | None] | None:
    """The mark of which the entry tells, as it is now: its key, and None in its place where nothing of it is public, or
    is left. None where there is none.
    """
    document = document_of(entry)
    if document:
        mark = mark_of(document)
        return (document.key, mark if mark.name else None) if document.collection == _COLLECTION else None
    key = _key(entry)
    return (key, None) if key else None


def _key(entry: Entry) -> str:
    """The key of a mark that is not to be found; empty where it never had one."""
    if entry.kind == RecordImported.kind():
        return entry.stream.removeprefix(f"{_COLLECTION}/")
    file = register.registration(entry.stream)
    return file.key if file and file.collection == _COLLECTION else ""

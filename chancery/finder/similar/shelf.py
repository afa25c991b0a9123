"""Where the index of similar marks lies, and how it keeps up with them.

similar-marks/              see ``folders``: the pointer, the lock, one numbered folder in use
000001/whole/               the large index; missing until it has been made for the first time
000001/list                 what has been told since then: a line a mark, only ever added to
000001/fresh-000000001234/  the small index of the first so many bytes of the list

One process writes, any number read. Who reads never makes anything: what is newest is opened where it has changed.
"""

import json
import os
import shutil
import threading
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from chancery.finder.folders import Folders
from chancery.finder.similar.index import FORMAT, Index, build, known_classes
from chancery.finder.similar.marks import Mark
from chancery.finder.similar.together import Together, Told

LEAST, SHARE = 1_000, 0.01
"""The large index is made anew once so many marks are on the list, or such a share of all; and at once where a mark is
gone, so that its name is nowhere on the disk.
"""

_WHOLE, _LIST, _FRESH, _ASIDE = "whole", "list", "fresh-", ".aside"
_TRIES = 5  # to open what another process may replace meanwhile


class Shelf:
    """The index in a folder, which is made where it is missing, or of another format. Thread-safe."""

    def __init__(self, root: Path, *, wait: float = 30.0) -> None:
        self._folders, self._wait = Folders(root, form=f"1, {FORMAT}", fill=_fill), wait
        self._folders.prepare(wait=wait)
        self._lock, self._open = threading.Lock(), _Open(Path(), None, Together.of(build(()), {}))

    @property
    def is_made(self) -> bool:
        """Has the large index been made? Until then nothing is found."""
        return self._current().fresh is not None

    def opened(self) -> Together:
        """All marks as they are now."""
        return self._current().together

    def note(self, told: Told) -> None:
        """Put marks on the list; they are found once it is settled. Raises ``Busy``, as all that write do."""
        with self._folders.locked(wait=self._wait):
            file = self._folder() / _LIST
            with file.open("r+b") as there:
                there.seek(len(_lines(file)))  # over a line that was cut off when a process died: it comes again
                there.write(b"".join(map(_line, told.items())))
                there.flush()
                os.fsync(there.fileno())

    def settle(self) -> bool:
        """Make the small index of the list as it is. Returns whether the large one should be made anew."""
        with self._folders.locked(wait=self._wait):
            folder = self._folder()
            lines, there = _lines(folder / _LIST), _newest(folder)
            if there is None or there == _fresh(folder, len(lines)):
                return there is None
            whole = self.opened().whole
            _settle(folder, whole, lines)
            return lines.count(b"\n") > max(LEAST, SHARE * len(whole)) or _lingers(whole, lines)

    def renew(self) -> None:
        """Make the large index anew: as long as that takes, the one before is asked, and more may be noted."""
        folder = self._folder()
        lines = _lines(folder / _LIST)
        told = _told(lines)
        before = Index.load(folder / _WHOLE).marks() if _newest(folder) else ()
        kept = (mark for mark in before if mark.key not in told)
        whole = build(chain(kept, filter(None, told.values())))
        with self._folders.locked(wait=self._wait):
            if self._folder() != folder:  # all was forgotten meanwhile, or another process was quicker
                return
            self._put_in_use(whole, _lines(folder / _LIST)[len(lines) :])

    def replace(self, marks: Iterable[Mark]) -> None:
        """Make all anew of these marks alone: as long as that takes, what was there is asked. What is noted meanwhile
        is not kept.
        """
        whole = build(marks)
        with self._folders.locked(wait=self._wait):
            self._put_in_use(whole, b"")

    def _put_in_use(self, whole: Index, lines: bytes) -> None:
        name = self._folders.create()
        folder = self._folders.path(name)
        whole.save(folder / _WHOLE)
        (folder / _LIST).write_bytes(lines)
        _settle(folder, whole, lines)
        self._folders.switch_to(name)

    def forget(self) -> None:
        """Begin again with nothing."""
        with self._folders.locked(wait=self._wait):
            self._folders.switch_to(self._folders.create())

    def _current(self) -> "_Open":
        with self._lock:
            for last in reversed(range(_TRIES)):
                folder = self._folder()
                try:
                    self._open = self._open.renewed(folder)
                except (OSError, ValueError):  # something newer has just taken its place
                    if not last:
                        raise
                else:
                    if folder == self._folder():  # else it may have been emptied while it was looked at
                        break
            return self._open

    def _folder(self) -> Path:
        return self._folders.path(self._folders.current())


class _Open:
    """What is open: the folder of the large index, that of the small one, and both together."""

    def __init__(self, folder: Path, fresh: Path | None, together: Together) -> None:
        self._folder, self.fresh, self.together = folder, fresh, together

    def renewed(self, folder: Path) -> "_Open":
        """The same, or what has taken its place. Raises ``OSError``, ``ValueError`` where that goes meanwhile."""
        fresh = _newest(folder)
        if (folder, fresh) == (self._folder, self.fresh):
            return self
        if fresh is None:
            return _Open(folder, None, Together.of(build(()), {}))
        whole = self.together.whole if folder == self._folder else Index.load(folder / _WHOLE)
        return _Open(folder, fresh, Together.load(whole, fresh))


def _fill(folder: Path) -> None:
    (folder / _LIST).touch()


def _fresh(folder: Path, size: int) -> Path:
    return folder / f"{_FRESH}{size:012}"


def _newest(folder: Path) -> Path | None:
    return max(folder.glob(f"{_FRESH}*"), default=None)


def _settle(folder: Path, whole: Index, lines: bytes) -> None:
    """Make the small index aside and put it there at once. The one before stays, for who is opening it just now."""
    aside, before = folder / _ASIDE, _newest(folder)
    shutil.rmtree(aside, ignore_errors=True)
    Together.of(whole, _told(lines)).save(aside)
    aside.rename(_fresh(folder, len(lines)))
    for older in folder.glob(f"{_FRESH}*"):
        if before and older < before:
            shutil.rmtree(older, ignore_errors=True)


def _lines(file: Path) -> bytes:
    """The lines of the list that were written whole."""
    there = file.read_bytes()
    return there[: there.rfind(b"\n") + 1]


def _lingers(whole: Index, lines: bytes) -> bool:
    """Does the name of a mark that is gone still lie here, in the large index or before on the list?"""
    named = {key for key, mark in map(_read, lines.splitlines()) if mark}
    return any(key in named or whole.get(key) for key, mark in _told(lines).items() if mark is None)


def _line(told: tuple[str, Mark | None]) -> bytes:
    key, mark = told
    return json.dumps([key, mark.name, known_classes(mark.classes)] if mark else [key]).encode() + b"\n"


def _told(lines: bytes) -> Told:
    return dict(map(_read, lines.splitlines()))


def _read(line: bytes) -> tuple[str, Mark | None]:
    key, *mark = json.loads(line)
    return key, Mark(key, mark[0], tuple(mark[1])) if mark else None

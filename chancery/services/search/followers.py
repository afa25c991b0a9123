"""The index follows the ledger: whatever has been published or taken over is findable within two seconds."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from chancery.core import ledger
from chancery.core.follow import Follower, Rebuildable
from chancery.core.ledger import Entry
from chancery.finder import Document
from chancery.records.register import queries as register
from chancery.records.register.events import (
    DISCLOSED_OF_REGISTRATIONS,
    ApplicationPublished,
    ConsideredWithdrawn,
    CorrectionReceived,
    FilingDateCorrected,
    LicensingIndicated,
    NationalPhaseReported,
    ObservationAdmitted,
    PriorityDecided,
    RecordImported,
    RectificationDecided,
    RequestChanged,
    SearchReportEstablished,
    Withdrawn,
)
from chancery.services.search import laws
from chancery.services.search.documents import of_application, of_import, of_registration
from chancery.services.search.queries import engine

OF_PATENTS = frozenset(
    kind.kind()
    for kind in (
        RecordImported,
        ApplicationPublished,
        SearchReportEstablished,
        ObservationAdmitted,
        LicensingIndicated,
        NationalPhaseReported,
        RequestChanged,
        CorrectionReceived,
        RectificationDecided,
        FilingDateCorrected,
        PriorityDecided,
        Withdrawn,
        ConsideredWithdrawn,
    )
)
"""What changes what is to be found of an application that is published already, or publishes it."""

PATIENCE = 1.0
"""Seconds that new entries wait for another writer: one that makes the index again takes long, and other followers are
not to wait for it. They are tried again."""


class Index(Rebuildable):
    """Keeps the search index. The same entries may come twice: a document replaces itself.

    The laws in it are in no entry: they are there at once when it is made again, and ``laws.settle`` keeps them so.
    """

    name = "search index"
    kinds = OF_PATENTS | DISCLOSED_OF_REGISTRATIONS
    batch = 5_000
    outside = True

    def apply(self, entries: Sequence[Entry]) -> None:
        documents = documents_of(entries)
        if not documents:  # as long as an application is not published
            return
        with engine().writing(wait=PATIENCE) as writer:
            writer.add(documents)

    def again(self) -> int:
        """Whoever searches meanwhile finds what is in use; entries that come meanwhile are read before the end."""
        whole = WholeLedger(self)
        with engine().rebuilding() as writer:
            writer.add(chain(laws.documents(), chain.from_iterable(map(documents_of, whole))))
        return whole.reached

    def forget(self) -> None:
        with engine().writing() as writer:
            writer.wipe()
            writer.add(laws.documents())

    def stale(self) -> bool:
        """The folder of the index is gone, or of another format: there is a bookmark, but no record behind it."""
        return engine().count() == engine().count(laws.COLLECTION)


class WholeLedger:
    """The entries that a follower wants, from the first on, a batch at a time; ``reached`` is how far it was read."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self.reached = 0

    def __iter__(self) -> Iterator[list[Entry]]:
        while entries := ledger.read(self.reached, self._follower.batch):
            self.reached = entries[-1].number
            yield list(filter(self._follower.wants, entries))


def documents_of(entries: Iterable[Entry]) -> list[Document]:
    """What is to be found of what the entries tell."""
    last = {entry.stream: entry for entry in entries}  # a registration is read once, however much happened to it
    return [document for entry in last.values() if (document := document_of(entry))]


def document_of(entry: Entry) -> Document | None:
    """What is to be found of what an entry tells; None where nothing of it is public, or is left."""
    if entry.body is None:  # erased
        return None
    if entry.kind == RecordImported.kind():
        return of_import(entry, RecordImported.from_body(entry.body))
    if entry.kind in DISCLOSED_OF_REGISTRATIONS:
        return _of_registration(entry)
    return _of_application(entry.stream)


def _of_application(number: str) -> Document | None:
    """As it stands. What the record points to is the last entry that anyone may read."""
    entries = register.timeline(number)
    right = register.fold(number, entries)
    if not right.publication or right.erased:
        return None
    shown = (one for one in reversed(entries) if one.kind in OF_PATENTS and register.disclosed(one, public=True))
    return of_application(next(shown), right)


def _of_registration(entry: Entry) -> Document | None:
    """Nothing before its publication, whatever happened to it (for Hague: Rule 16, 17)."""
    file = register.registration(entry.stream)
    return of_registration(entry, file) if file and file.publication and not file.erased else None

"""The index follows the ledger: whatever has been published or taken over is findable within two seconds."""

from collections.abc import Sequence

from chancery.core.follow import Rebuildable
from chancery.core.ledger import Entry
from chancery.finder import Document
from chancery.records.register import queries as register
from chancery.records.register.events import ApplicationPublished, RecordImported
from chancery.services.search.documents import of_application, of_import
from chancery.services.search.queries import engine


class Index(Rebuildable):
    """Keeps the search index. The same entries may come twice: a document replaces itself."""

    name = "search index"
    kinds = frozenset({RecordImported.kind(), ApplicationPublished.kind()})
    batch = 5_000
    outside = True

    def apply(self, entries: Sequence[Entry]) -> None:
        documents = [document for entry in entries if (document := self._document(entry))]
        with engine().writing() as writer:
            writer.add(documents)

    def forget(self) -> None:
        with engine().writing() as writer:
            writer.wipe()

    def stale(self) -> bool:
        """The folder of the index is gone, or of another format: there is a bookmark, but nothing behind it."""
        return engine().count() == 0

    def _document(self, entry: Entry) -> Document | None:
        if entry.body is None:  # erased: nothing is left to find
            return None
        if entry.kind == RecordImported.kind():
            return of_import(entry, RecordImported.from_body(entry.body))
        right = register.right(entry.stream)
        return of_application(entry, right) if right and right.publication and not right.erased else None

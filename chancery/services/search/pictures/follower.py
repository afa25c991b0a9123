"""The indexes of pictures follow the ledger: what shows a mark or a design is compared once it is published."""

import logging
from collections.abc import Iterable, Sequence

from chancery.core.follow import Rebuildable
from chancery.core.ledger import Entry
from chancery.finder import Document
from chancery.finder.pictures import Features, Unreadable, features, network
from chancery.records.documents import queries as documents
from chancery.records.register.events import DISCLOSED_OF_REGISTRATIONS
from chancery.services.search.followers import document_of
from chancery.services.search.pictures.pictures import COLLECTIONS, index, shown

_log = logging.getLogger(__name__)


class Pictures(Rebuildable):
    """Keeps the indexes of similar pictures. The same entries may come twice: a picture replaces itself."""

    name = "similar pictures"
    kinds = DISCLOSED_OF_REGISTRATIONS
    batch = 200
    outside = True

    def apply(self, entries: Sequence[Entry]) -> None:
        last = {entry.stream: entry for entry in entries}
        for entry in last.values():
            document = document_of(entry)
            if document and document.collection in COLLECTIONS:
                _keep(document)

    def forget(self) -> None:
        for collection in COLLECTIONS:
            with index(collection).writing() as writer:
                writer.wipe()

    def stale(self) -> bool:
        """The folder is gone, or of another recipe: there is a bookmark, but nothing behind it."""
        return not any(len(index(collection)) for collection in COLLECTIONS)


def _keep(document: Document) -> None:
    """The pictures of a record as they are shown now; what is measured already is not measured again."""
    with index(document.collection).writing() as writer:
        there = set(writer.names(document.key))
        wanted = shown(document)
        writer.remove(document.key, there.difference(wanted))
        writer.add(document.key, _measured(name for name in wanted if name not in there))


def _measured(names: Iterable[str]) -> dict[str, Features]:
    found = {}
    for sha256 in names:
        small = documents.small_picture(sha256)
        if small is None:  # no picture: a sound, a film
            continue
        try:
            found[sha256] = features(documents.content(small), network())
        except (Unreadable, documents.Missing) as trouble:
            _log.warning("The picture %s is not compared: %s", sha256, trouble)
    return found

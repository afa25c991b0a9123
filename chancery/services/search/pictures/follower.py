"""The indexes of pictures follow the ledger: what shows a mark or a design is compared once it is published."""

import logging
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from itertools import chain

from chancery.core.follow import Rebuildable
from chancery.core.ledger import Entry
from chancery.finder import Document
from chancery.finder.pictures import Features, Index, Picture, Unreadable, Writer, features, network
from chancery.records.documents import queries as documents
from chancery.records.register.events import DISCLOSED_OF_REGISTRATIONS
from chancery.services.search.followers import PATIENCE, WholeLedger, documents_of
from chancery.services.search.pictures.pictures import COLLECTIONS, index, shown

_log = logging.getLogger(__name__)


class Pictures(Rebuildable):
    """Keeps the indexes of similar pictures. The same entries may come twice: a picture replaces itself."""

    name = "similar pictures"
    kinds = DISCLOSED_OF_REGISTRATIONS
    batch = 200
    outside = True

    def apply(self, entries: Sequence[Entry]) -> None:
        for document in _told(entries):
            with index(document.collection).writing(wait=PATIENCE) as writer:
                _keep(document, writer)

    def again(self) -> int:
        """What has been measured is not measured again; whoever asks meanwhile is answered by what is in use."""
        whole = WholeLedger(self)
        in_use = {collection: index(collection) for collection in COLLECTIONS}
        with ExitStack() as stack:
            writers = {name: stack.enter_context(one.rebuilding()) for name, one in in_use.items()}
            for document in chain.from_iterable(map(_told, whole)):
                name = document.collection
                _keep(document, writers[name], before=in_use[name])
        return whole.reached

    def forget(self) -> None:
        for collection in COLLECTIONS:
            with index(collection).writing() as writer:
                writer.wipe()

    def stale(self) -> bool:
        """The folder is gone, or of another recipe: there is a bookmark, but nothing behind it."""
        return not any(len(index(collection)) for collection in COLLECTIONS)


def _told(entries: Iterable[Entry]) -> list[Document]:
    return [document for document in documents_of(entries) if document.collection in COLLECTIONS]


def _keep(document: Document, writer: Writer, *, before: Index | None = None) -> None:
    """The pictures of a record as they are shown now; what is measured already, here or ``before``, is not again."""
    there = set(writer.names(document.key))
    wanted = shown(document)
    writer.remove(document.key, there.difference(wanted))
    fresh = [name for name in wanted if name not in there]
    known = {name: before and before.features(Picture(document.key, name)) for name in fresh}
    writer.add(document.key, {name: found for name in fresh if (found := known[name] or _measured(name))})


def _measured(sha256: str) -> Features | None:
    """None for what is no picture: a sound, a film; and for what cannot be read, which is noted."""
    small = documents.small_picture(sha256)
    if small is None:
        return None
    try:
        return features(documents.content(small), network())
    except (Unreadable, documents.Missing) as trouble:
        _log.warning("The picture %s is not compared: %s", sha256, trouble)
    return None

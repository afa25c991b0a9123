"""The one writer: opened for a ``with`` block and never kept.

OpenSearch knows no transactions: what changes the index in use is gathered and sent at the commit, so that a block that
fails has sent nothing. Into a new index, which nobody sees, documents go at once.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from chancery.finder.distributed.cluster import Cluster
from chancery.finder.distributed.indexing import indexed, name_of
from chancery.finder.document import Document

Change = dict[str, Any]
WIPE: Change = {}
"""Stands among the changes where everything before it goes."""


class GatheringWriter:
    """See ``engine.Writer``: changes wait for the commit."""

    def __init__(self, cluster: Cluster, index: str) -> None:
        self._cluster = cluster
        self._index = index
        self._changes: list[Change] = []

    def add(self, documents: Iterable[Document]) -> int:
        before = len(self._changes)
        self._changes += map(_added, documents)
        return len(self._changes) - before

    def delete(self, collection: str, key: str) -> None:
        self._changes.append({"_op_type": "delete", "_id": name_of(collection, key)})

    def wipe(self) -> None:
        self._changes = [WIPE]

    def commit(self) -> None:
        changes, self._changes = self._changes, []
        if changes and changes[0] is WIPE:
            self._cluster.wipe(self._index)
            changes = changes[1:]
        self._cluster.send(self._index, changes)
        self._cluster.refresh(self._index)


class StreamingWriter:
    """See ``engine.Writer``: into an index that is not in use yet."""

    def __init__(self, cluster: Cluster, index: str) -> None:
        self._cluster = cluster
        self._index = index

    def add(self, documents: Iterable[Document]) -> int:
        number = 0

        def changes() -> Iterator[Change]:
            nonlocal number
            for document in documents:
                number += 1
                yield _added(document)

        self._cluster.send(self._index, changes())
        return number

    def delete(self, collection: str, key: str) -> None:
        self._cluster.send(self._index, [{"_op_type": "delete", "_id": name_of(collection, key)}])

    def wipe(self) -> None:
        self._cluster.wipe(self._index)

    def commit(self) -> None:
        """What was sent is durable already, and found once the index is in use."""


def _added(document: Document) -> Change:
    return {"_op_type": "index", "_id": name_of(document.collection, document.key), "_source": indexed(document)}


@contextmanager
def writing(cluster: Cluster, *, wait: float) -> Iterator[GatheringWriter]:
    """A writer into the index in use."""
    with cluster.locked(wait=wait):
        writer = GatheringWriter(cluster, cluster.current())
        yield writer
        writer.commit()


@contextmanager
def rebuilding(cluster: Cluster, *, wait: float) -> Iterator[StreamingWriter]:
    """A writer into a new index, which is put in use at the end."""
    with cluster.locked(wait=wait):
        cluster.tidy()
        name = cluster.create()
        try:
            yield StreamingWriter(cluster, name)
            cluster.switch_to(name)
        finally:
            cluster.tidy()

"""The one writer: opened for a ``with`` block and never kept, so that no process is left holding the index."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import tantivy

from chancery.finder.document import Document
from chancery.finder.embedded.folder import Folder
from chancery.finder.embedded.preparing import here, prepared
from chancery.finder.entries import identity

# Memory in bytes for what is not yet committed. One thread makes few segments; eight of a size would be merged, which
# is as much work again.
_SMALL = {"heap_size": 30_000_000, "num_threads": 1}  # a few records
_LARGE = {"heap_size": 450_000_000, "num_threads": 1}  # all records


class Seen:
    """Names seen so far, in 16 MB however many: one bit for each, by its hash."""

    _BITS = 27

    def __init__(self) -> None:
        self._bits = bytearray(1 << self._BITS - 3)

    def maybe(self, name: str) -> bool:
        """Whether the name was perhaps seen before; now it is. Of a million names some four thousand are taken for
        one of the others.
        """
        place = hash(name) & (1 << self._BITS) - 1
        byte, bit = place >> 3, 1 << (place & 7)
        known = bool(self._bits[byte] & bit)
        self._bits[byte] |= bit
        return known


class EmbeddedWriter:
    """See ``engine.Writer``. ``empty``: the index holds nothing yet, so that nothing needs to be replaced but what this
    writer itself has added.
    """

    def __init__(self, writer: tantivy.IndexWriter, *, empty: bool) -> None:
        self._writer = writer
        self._added = Seen() if empty else None

    def add(self, documents: Iterable[Document]) -> int:
        number = 0
        ready = here if self._added is None else prepared  # a process beside is worth it where all is filled anew
        for name, entry in ready(documents):
            if self._added is None or self._added.maybe(name):
                self._writer.delete_documents_by_term("id", name)
            self._writer.add_json(entry)
            number += 1
        return number

    def delete(self, collection: str, key: str) -> None:
        self._writer.delete_documents_by_term("id", identity(collection, key))

    def wipe(self) -> None:
        self._writer.delete_all_documents()

    def commit(self) -> None:
        self._writer.commit()


@contextmanager
def writing(folder: Folder, *, wait: float) -> Iterator[EmbeddedWriter]:
    """A writer into the index in use."""
    with folder.locked(wait=wait), _writer(folder, folder.current(), empty=False, **_SMALL) as writer:
        yield writer


@contextmanager
def rebuilding(folder: Folder, *, wait: float) -> Iterator[EmbeddedWriter]:
    """A writer into a new index, which is put in use at the end."""
    with folder.building(wait=wait) as name, _writer(folder, name, empty=True, **_LARGE) as writer:
        yield writer


@contextmanager
def _writer(folder: Folder, name: str, *, empty: bool, heap_size: int, num_threads: int) -> Iterator[EmbeddedWriter]:
    handle = folder.open(name).writer(heap_size=heap_size, num_threads=num_threads)
    try:
        yield EmbeddedWriter(handle, empty=empty)
    except BaseException:
        handle.rollback()
        raise
    else:
        handle.commit()
    finally:
        handle.wait_merging_threads()

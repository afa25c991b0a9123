"""What is searched: the newest commit of the index in use, seen by every process at its next search."""

import threading
from collections.abc import Hashable
from dataclasses import dataclass, field

import tantivy

from chancery.finder.document import Document
from chancery.finder.embedded.folder import Folder, Stamp
from chancery.finder.entries import STEMMED, restored

Counts = dict[str, tuple[tuple[str, int], ...]]
"""Facet to its values with their counts."""

_TRIES = 5  # the folder may be replaced between reading the pointer and opening what it names


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One state of the index; a search uses one from beginning to end."""

    name: str
    index: tantivy.Index
    searcher: tantivy.Searcher
    languages: frozenset[str]
    """Languages of titles and texts that are in the index: words need stems in no other."""
    counted: dict[Hashable, Counts] = field(default_factory=dict)
    """What was counted of this state, by what was asked (``counting.remembered``)."""

    @property
    def schema(self) -> tantivy.Schema:
        return self.index.schema

    def stored(self, address: tantivy.DocAddress) -> Document:
        """The document at a place of the index."""
        source = self.searcher.doc(address).get_first("source")
        assert source is not None
        return restored(bytes(source))


class Reader:
    """Gives the newest snapshot; reloads only when the files say that something changed."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._stamp: Stamp | None = None
        self._snapshot: Snapshot | None = None

    def snapshot(self) -> Snapshot:
        for attempt in range(_TRIES):
            try:
                return self._newest()
            except (OSError, ValueError):
                if attempt == _TRIES - 1:
                    raise
        raise AssertionError

    def _newest(self) -> Snapshot:
        stamp = self._folder.stamp()
        snapshot = self._snapshot
        if snapshot and stamp == self._stamp:
            return snapshot
        with self._lock:
            name = self._folder.current()
            same = self._snapshot is not None and self._snapshot.name == name
            index = self._snapshot.index if self._snapshot and same else self._folder.open(name)
            index.reload()
            searcher = index.searcher()
            self._snapshot = Snapshot(name, index, searcher, _languages(searcher))
            self._stamp = stamp
            return self._snapshot

    def close(self) -> None:
        self._snapshot = self._stamp = None


def _languages(searcher: tantivy.Searcher) -> frozenset[str]:
    filled = [term for field in STEMMED for term, _ in searcher.terms_with_prefix("code", f"has:{field}.")]
    return frozenset(term.rpartition(".")[2] for term in filled)

"""What is searched: the newest commit of the index in use, seen by every process at its next search."""

import threading
from dataclasses import dataclass

import tantivy

from chancery.finder.embedded.folder import Folder, Stamp

_TRIES = 5  # the folder may be replaced between reading the pointer and opening what it names


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One state of the index; a search uses one from beginning to end."""

    name: str
    index: tantivy.Index
    searcher: tantivy.Searcher

    @property
    def schema(self) -> tantivy.Schema:
        return self.index.schema


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
            self._snapshot = Snapshot(name, index, index.searcher())
            self._stamp = stamp
            return self._snapshot

    def close(self) -> None:
        self._snapshot = self._stamp = None

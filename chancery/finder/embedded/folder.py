"""Where the index lives: numbered folders, a pointer to the one in use, and the lock of the one writer.

index/current      the name of the folder in use; replaced atomically
index/write.lock   held by whoever writes; the system lets it go when that process dies, however it dies
index/000001/      one index, with its format in the file ``format``
"""

import fcntl
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import tantivy

from chancery.finder import entries
from chancery.finder.embedded import schema
from chancery.finder.engine import Busy

_PATIENCE = 0.005  # seconds between two tries for the lock

Stamp = tuple[int, ...]
"""Changes whenever another commit or another folder is in force."""


class Folder:
    """The folder of one engine."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._pointer = root / "current"

    def prepare(self, *, wait: float) -> None:
        """Make sure that an index of our format is there: a new, empty one where none is."""
        if self._in_force():
            return
        self.root.mkdir(parents=True, exist_ok=True)
        with self.locked(wait=wait):
            if not self._in_force():
                self.switch_to(self.create())

    def current(self) -> str:
        """The name of the index in use."""
        return self._pointer.read_text().strip()

    def path(self, name: str) -> Path:
        return self.root / name

    def stamp(self) -> Stamp:
        """Cheap enough for every search: the engine replaces both files, never writes into them."""
        pointer = self._pointer.stat()
        commit = (self.root / self.current() / "meta.json").stat()
        return pointer.st_ino, pointer.st_mtime_ns, commit.st_ino, commit.st_mtime_ns, commit.st_size

    def open(self, name: str) -> tantivy.Index:
        """The index of that name, for reading or writing."""
        index = schema.register(tantivy.Index.open(str(self.path(name))))
        index.config_reader("manual")
        return index

    def create(self) -> str:
        """A new, empty index beside the others; nobody sees it yet. Only under the lock."""
        taken = [int(path.name) for path in self.root.iterdir() if path.name.isdecimal()]
        named = [int(self.current())] if self._pointer.exists() else []
        name = f"{max(taken + named, default=0) + 1:06}"
        self.path(name).mkdir()
        tantivy.Index(schema.build(), path=str(self.path(name)))
        (self.path(name) / "format").write_text(entries.FORMAT)
        return name

    def switch_to(self, name: str) -> None:
        """Put the index in use, durably and at once for every process, and remove the others. Only under the lock."""
        fresh = self._pointer.with_suffix(".new")
        with fresh.open("w") as file:
            file.write(name)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self._pointer)
        _sync_folder(self.root)
        self.tidy()

    def tidy(self) -> None:
        """Remove what is not in use: the index before, one whose building was cut off. Only under the lock."""
        current = self.current()
        for path in self.root.iterdir():
            if path.name.isdecimal() and path.name != current:
                shutil.rmtree(path, ignore_errors=True)

    @contextmanager
    def locked(self, *, wait: float) -> Iterator[None]:
        """Hold the lock of the one writer. Raises Busy after ``wait`` seconds."""
        deadline = time.monotonic() + wait
        with (self.root / "write.lock").open("a") as file:
            while True:
                try:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    break
                except BlockingIOError:
                    if time.monotonic() >= deadline:
                        raise Busy(f"Another process writes to {self.root}; waited {wait:g} s") from None
                    time.sleep(_PATIENCE)
            yield

    def _in_force(self) -> bool:
        try:
            return (self.path(self.current()) / "format").read_text() == entries.FORMAT
        except FileNotFoundError:
            return False


def _sync_folder(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

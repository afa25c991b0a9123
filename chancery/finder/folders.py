"""Where an index lives: numbered folders, a pointer to the one in use, and the lock of the one writer.

index/current      the name of the folder in use; replaced atomically
index/write.lock   held by whoever writes; the system lets it go when that process dies, however it dies
index/000001/      one index, with its format in the file ``format``
"""

import fcntl
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from chancery.finder.engine import Busy

_PATIENCE = 0.005  # seconds between two tries for the lock


class Folders:
    """The folders of one index. ``fill`` writes an empty index into a new folder; ``form`` names the format."""

    def __init__(self, root: Path, *, form: str, fill: Callable[[Path], None]) -> None:
        self.root, self._form, self._fill = root, form, fill
        self.pointer = root / "current"

    def prepare(self, *, wait: float) -> None:
        """Make sure that an index of our format is there: a new, empty one where none is."""
        if self.in_force():
            return
        self.root.mkdir(parents=True, exist_ok=True)
        with self.locked(wait=wait):
            if not self.in_force():
                self.switch_to(self.create())

    def in_force(self) -> bool:
        """Is an index of our format in use?"""
        try:
            return (self.path(self.current()) / "format").read_text() == self._form
        except FileNotFoundError:
            return False

    def current(self) -> str:
        """The name of the index in use."""
        return self.pointer.read_text().strip()

    def path(self, name: str) -> Path:
        return self.root / name

    def create(self) -> str:
        """A new, empty index beside the others; nobody sees it yet. Only under the lock."""
        taken = [int(path.name) for path in self.root.iterdir() if path.name.isdecimal()]
        named = [int(self.current())] if self.pointer.exists() else []
        name = f"{max(taken + named, default=0) + 1:06}"
        self.path(name).mkdir()
        self._fill(self.path(name))
        (self.path(name) / "format").write_text(self._form)
        return name

    def switch_to(self, name: str) -> None:
        """Put the index in use, durably and at once for every process, and remove the others. Only under the lock."""
        fresh = self.pointer.with_suffix(".new")
        with fresh.open("w") as file:
            file.write(name)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self.pointer)
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

    @contextmanager
    def building(self, *, wait: float) -> Iterator[str]:
        """The name of a new index to be filled; it is put in use at the end, unless something went wrong."""
        with self.locked(wait=wait):
            self.tidy()
            name = self.create()
            try:
                yield name
                self.switch_to(name)
            finally:
                self.tidy()


def _sync_folder(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

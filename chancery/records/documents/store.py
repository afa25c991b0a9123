"""Where the bytes lie: a store addressed by content, in which nothing is ever overwritten.

The address of a file is the SHA-256 of its bytes, so that keeping the same bytes twice keeps them once, and anybody
who holds a receipt can tell whether the office still has what was handed in.
"""

import hashlib
import os
import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from django.conf import settings

_ADDRESS = re.compile(r"[0-9a-f]{64}")
_BLOCK = 1 << 20


class Missing(LookupError):
    """No file of that hash is kept here."""


class Damaged(RuntimeError):
    """The bytes under a hash no longer have that hash: restore the file from a backup."""


@dataclass(frozen=True)
class Verified:
    """What a walk through the whole store found. Paths and hashes are sorted.

    ``unfinished`` are the left-overs of writes that a crash cut off; nobody was told that those files are kept.
    ``strangers`` are paths that no store wrote.
    """

    sound: int
    damaged: tuple[str, ...]
    unfinished: tuple[str, ...]
    strangers: tuple[str, ...]


class Store(Protocol):
    """What any store can do, whatever it writes to. All hashes are 64 lower-case hexadecimal digits."""

    def put(self, data: bytes) -> str:
        """Keep the bytes and return their hash. When it returns, they survive a power cut."""

    def open(self, sha256: str) -> BinaryIO:
        """Open for reading. Raises `Missing`."""

    def content(self, sha256: str) -> bytes:
        """All the bytes, checked against their hash. Raises `Missing`, `Damaged`."""

    def has(self, sha256: str) -> bool: ...

    def remove(self, sha256: str) -> None:
        """Delete the file, if it is there."""

    def hashes(self) -> Iterator[str]:
        """The hash of each file that is kept, in order."""

    def verify(self) -> Verified:
        """Read every file again and recompute its hash."""


class LocalFolder:
    """A store in a folder: ``ab/cd/abcd…``, read-only; new files are written in ``incoming/`` and renamed."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._incoming = root / "incoming"

    def put(self, data: bytes) -> str:
        sha256 = address(data)
        path = self._path(sha256)
        if path.exists():
            return sha256
        _make_folder(self._incoming)
        _make_folder(path.parent)
        unfinished = self._incoming / f"{sha256}.{secrets.token_hex(4)}"
        _write_through(unfinished, data)
        # Two writers of the same bytes race here; the second puts the same bytes in the same place.
        unfinished.rename(path)
        _sync_folder(path.parent)
        return sha256

    def open(self, sha256: str) -> BinaryIO:
        try:
            return self._path(sha256).open("rb")
        except FileNotFoundError:
            raise Missing(sha256) from None

    def content(self, sha256: str) -> bytes:
        with self.open(sha256) as file:
            data = file.read()
        if address(data) != sha256:
            raise Damaged(sha256)
        return data

    def has(self, sha256: str) -> bool:
        return self._path(sha256).exists()

    def remove(self, sha256: str) -> None:
        path = self._path(sha256)
        if path.exists():
            path.unlink()
            _sync_folder(path.parent)

    def hashes(self) -> Iterator[str]:
        for path in self._files():
            if self._is_at_home(path):
                yield path.name

    def verify(self) -> Verified:
        sound, damaged, unfinished, strangers = 0, [], [], []
        for path in self._files():
            if path.parent == self._incoming:
                unfinished.append(str(path.relative_to(self.root)))
            elif not self._is_at_home(path):
                strangers.append(str(path.relative_to(self.root)))
            elif _digest(path) == path.name:
                sound += 1
            else:
                damaged.append(path.name)
        return Verified(sound, tuple(damaged), tuple(unfinished), tuple(strangers))

    def _path(self, sha256: str) -> Path:
        if not _ADDRESS.fullmatch(sha256):
            raise Missing(sha256)
        return self.root / sha256[:2] / sha256[2:4] / sha256

    def _files(self) -> Iterator[Path]:
        return (path for path in sorted(self.root.rglob("*")) if path.is_file())

    def _is_at_home(self, path: Path) -> bool:
        return _ADDRESS.fullmatch(path.name) is not None and path == self._path(path.name)


def address(data: bytes) -> str:
    """The hash under which these bytes are, or would be, kept."""
    return hashlib.sha256(data).hexdigest()


def current() -> Store:
    """The store that the settings name."""
    return LocalFolder(Path(settings.FILES_DIR))


def _write_through(path: Path, data: bytes) -> None:
    """Write a new, read-only file and wait until the disk has it."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o440)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _make_folder(folder: Path) -> None:
    """Make a folder and its parents, each of them known to the disk before anything is put in it."""
    if folder.is_dir():
        return
    _make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    _sync_folder(folder.parent)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()

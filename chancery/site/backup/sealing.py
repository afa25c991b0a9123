"""A sealed file: written in chunks, each encrypted and bound to its place, so that a cut or a changed one is noticed.

The construction is STREAM (Hoang, Reyhanitabar, Rogaway, Vizár 2015) over AES-256-GCM: the nonce of a chunk is its
number and a byte that is 1 for the last one. A key seals one file only.
"""

import io
import os
import secrets
import struct
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

CHUNK = 1 << 20  # bytes of plain text
NONCE = 12
TAG = 16


class Broken(Exception):
    """The file was cut off, changed, or is opened with another key than it was sealed with."""


def seal(secret: bytes, data: bytes, *, about: bytes = b"") -> bytes:
    """One piece of data under one key, with a random nonce."""
    nonce = secrets.token_bytes(NONCE)
    return nonce + AESGCM(secret).encrypt(nonce, data, about)


def unseal(secret: bytes, sealed: bytes, *, about: bytes = b"") -> bytes:
    """What was sealed. Raises `Broken`."""
    try:
        return AESGCM(secret).decrypt(sealed[:NONCE], sealed[NONCE:], about)
    except (InvalidTag, ValueError):
        raise Broken("a sealed piece does not open with its key") from None


class SealedWriter(io.RawIOBase):
    """Writes under ``<path>.partial``; the file gets its name when it is whole and on the disk, in `finish`."""

    def __init__(self, path: Path, secret: bytes, header: bytes) -> None:
        self._path, self._partial = path, path.with_name(f"{path.name}.partial")
        self._file = os.fdopen(os.open(self._partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb")
        self._box, self._header = AESGCM(secret), header
        self._buffer, self._number = bytearray(), 0
        self._file.write(struct.pack(">I", len(header)) + header)

    def writable(self) -> bool:
        return True

    def write(self, data: "bytes | bytearray | memoryview") -> int:  # type: ignore[override]
        self._buffer += data
        while len(self._buffer) > CHUNK:
            self._put(bytes(self._buffer[:CHUNK]), last=False)
            del self._buffer[:CHUNK]
        return len(data)

    def finish(self) -> None:
        self._put(bytes(self._buffer), last=True)
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        self._partial.rename(self._path)
        sync_folder(self._path.parent)

    def _put(self, data: bytes, *, last: bool) -> None:
        self._file.write(self._box.encrypt(_nonce(self._number, last=last), data, self._header))
        self._number += 1

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, tb: TracebackType | None) -> None:
        if not self._file.closed:
            self._file.close()
            self._partial.unlink(missing_ok=True)
        super().__exit__(kind, value, tb)


class SealedReader(io.RawIOBase):
    """Reads what `SealedWriter` wrote. Raises `Broken` at the first chunk that is not as it was written."""

    def __init__(self, file: BinaryIO, secret: bytes, header: bytes) -> None:
        self._file, self._box, self._header = file, AESGCM(secret), header
        self._number, self._rest, self._ended = 0, b"", False
        self._ahead = file.read(CHUNK + TAG)

    def readable(self) -> bool:
        return True

    def readinto(self, into: "bytearray | memoryview") -> int:  # type: ignore[override]
        while not self._rest and not self._ended:
            self._next()
        take = min(len(into), len(self._rest))
        into[:take] = self._rest[:take]
        self._rest = self._rest[take:]
        return take

    def _next(self) -> None:
        sealed, self._ahead = self._ahead, self._file.read(CHUNK + TAG)
        self._ended = not self._ahead
        try:
            self._rest = self._box.decrypt(_nonce(self._number, last=self._ended), sealed, self._header)
        except (InvalidTag, ValueError):
            raise Broken(f"chunk {self._number + 1} is cut off, changed, or sealed with another key") from None
        self._number += 1


def read_header(file: BinaryIO) -> bytes:
    """What stands unsealed at the beginning. Raises `Broken` where this is no sealed file."""
    length = file.read(4)
    header = file.read(struct.unpack(">I", length)[0]) if len(length) == 4 and length < b"\0\1\0\0" else b""
    if not header.startswith(b"{"):
        raise Broken("this is no backup")
    return header


def sync_folder(folder: Path) -> None:
    """Wait until the disk knows the names in a folder."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(NONCE - 1, "big") + bytes([last])

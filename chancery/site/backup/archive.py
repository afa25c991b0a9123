"""What stands in a backup, record by record; sealed as a whole with the key of the backup.

The records are MessagePack, each after its length, compressed together with Zstandard:

    {"t": "start", ...}                          when, of which office, at which state of the tables
    {"t": "table", "m": "filing.Draft", "f": [names of the fields]}
    {"t": "row", "k": [ids of keys], "v": values} values sealed once for each key; then they are bytes
    {"t": "file", "h": sha256, "s": size, "k": id of its key}
    {"t": "end", "rows": {table: number}, "files": n, "entries": n, "root": hash}

The unsealed header says the format, the time and which key opens it.
"""

import io
import struct
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self, cast

import msgspec
import zstandard

from chancery.records.privacy.ring import Key
from chancery.site.backup.sealing import Broken, SealedReader, SealedWriter, read_header, seal, unseal

FORMAT = "chancery backup 1"
SUFFIX = ".backup"

Record = dict[str, Any]
_LONGEST = 1 << 30


class Header(msgspec.Struct, kw_only=True):
    """What can be read of a backup without its key."""

    format: str
    made_at: str
    key: str


class Writer:
    """Writes records. Leave the block in order, and the backup is whole; leave it otherwise, and there is none."""

    def __init__(self, path: Path, key: Key, *, made_at: str) -> None:
        header = msgspec.json.encode(Header(format=FORMAT, made_at=made_at, key=key.id.hex()))
        self._sealed = SealedWriter(path, key.secret, header)
        self._packed = zstandard.ZstdCompressor(level=3).stream_writer(cast("IO[bytes]", self._sealed), closefd=False)
        self._encode = msgspec.msgpack.Encoder()

    def put(self, record: Record) -> None:
        data = self._encode.encode(record)
        self._packed.write(struct.pack(">I", len(data)) + data)

    def row(self, values: Sequence[Any], keys: Sequence[Key]) -> None:
        """One row; whoever lacks one of the keys cannot read it."""
        plain = [bytes(one) if isinstance(one, memoryview) else one for one in values]
        content: Any = plain
        for key in keys:
            content = seal(key.secret, self._encode.encode(content))
        self.put({"t": "row", "k": [key.id for key in keys], "v": content})

    def __enter__(self) -> Self:
        self._sealed.__enter__()
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, tb: TracebackType | None) -> None:
        if kind is None:
            self._packed.close()  # type: ignore[no-untyped-call]
            self._sealed.finish()
        self._sealed.__exit__(kind, value, tb)


def header(path: Path) -> Header:
    """Raises `Broken` where this is no backup, or of a format that this version does not know."""
    with path.open("rb") as file:
        return _header(read_header(file))


def _header(raw: bytes) -> Header:
    try:
        found = msgspec.json.decode(raw, type=Header)
    except msgspec.DecodeError:
        raise Broken("this is no backup") from None
    if found.format != FORMAT:
        raise Broken(f"this is a “{found.format}”, and this version reads “{FORMAT}”")
    return found


@contextmanager
def reading(path: Path, keys: Mapping[bytes, Key]) -> Iterator[Iterator[Record]]:
    """The records of a backup in order. Raises `Broken` when its key is destroyed, or it is not as it was written."""
    with path.open("rb") as file:
        raw = read_header(file)
        key = keys.get(bytes.fromhex(_header(raw).key))
        if key is None:
            raise Broken("the key of this backup is destroyed, or not on the ring")
        sealed = io.BufferedReader(SealedReader(file, key.secret, raw), 1 << 20)
        with zstandard.ZstdDecompressor().stream_reader(sealed, read_across_frames=False) as plain:
            yield _records(plain)


def _records(plain: Any) -> Iterator[Record]:
    decode = msgspec.msgpack.Decoder()
    while True:
        [length] = struct.unpack(">I", _exactly(plain, 4))
        record: Record = decode.decode(_exactly(plain, min(length, _LONGEST)))
        yield record
        if record["t"] == "end":
            return


def _exactly(plain: Any, wanted: int) -> bytes:
    data = b""
    while len(data) < wanted:
        more = plain.read(wanted - len(data))
        if not more:
            raise Broken("the backup ends too early")
        data += more
    return data


def values_of(record: Record, keys: Mapping[bytes, Key]) -> list[Any] | None:
    """The values of a row; None where one of the keys that sealed it is destroyed."""
    content = record["v"]
    for id_ in reversed(record["k"]):
        if id_ not in keys:
            return None
        content = msgspec.msgpack.decode(unseal(keys[id_].secret, content))
    values: list[Any] = content
    return values

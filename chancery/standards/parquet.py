"""Tables in columns: Apache Parquet (https://parquet.apache.org/docs/file-format/), written as the rows come.

What is written is small on purpose: plain values, one page for each column of a group of rows, compressed with
Zstandard. Every reader takes it. In memory is one group, and of each group before a few numbers for each column.
"""

import itertools
import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

import zstandard

Kind = Literal["text", "day", "texts"]
"""A text, a date, a list of texts. A text or a date may be missing (None); a list may be empty."""

GROUP = 10_000
"""Rows that are written together."""
_MAGIC = b"PAR1"
_EPOCH = date(1970, 1, 1).toordinal()
_INT32, _BYTES = 1, 6  # physical types
_REQUIRED, _OPTIONAL, _REPEATED = 0, 1, 2
_PLAIN, _RLE, _ZSTD = 0, 3, 6
_CONVERTED = {"text": 0, "day": 6, "texts": 0}  # UTF8, DATE: what readers know that are older than logical types
_LOGICAL = {"text": 1, "day": 6, "texts": 1}  # STRING, DATE
_LIST = 3  # both as converted and as logical type


def as_parquet(columns: Mapping[str, Kind], rows: Iterable[Sequence[Any]], *, group: int = GROUP) -> Iterator[bytes]:
    """The file, piece by piece. Each row has a value for each column, in their order."""
    yield _MAGIC
    written, groups = len(_MAGIC), list[tuple[_Struct, int]]()
    rest = iter(rows)
    while part := list(itertools.islice(rest, group)):
        made: list[_Column] = []
        for (name, kind), values in zip(columns.items(), zip(*part, strict=True), strict=True):
            made.append(_column(name, kind, values, written))
            written += len(made[-1].written)
        groups.append((_group(made, len(part)), len(part)))
        yield b"".join(one.written for one in made)
    footer = _footer(columns, groups)
    yield footer + struct.pack("<I", len(footer)) + _MAGIC


# Values


@dataclass(frozen=True)
class _Column:
    """One column of a group of rows: what stands in the file, and what is said of it at the end."""

    said: "_Struct"
    written: bytes
    size: int  # before it was compressed


def _column(name: str, kind: Kind, values: Sequence[Any], at: int) -> _Column:
    """The column, to stand ``at`` that place of the file."""
    number, levels, plain = _listed(values) if kind == "texts" else _single(kind, values)
    page = b"".join((*(struct.pack("<I", len(level)) + level for level in levels), plain))
    packed = zstandard.compress(page)
    page_said = _Struct().whole(1, number).whole(2, _PLAIN).whole(3, _RLE).whole(4, _RLE)
    header = bytes(_Struct().whole(1, 0).whole(2, len(page)).whole(3, len(packed)).inside(5, page_said))
    path = [name, "list", "element"] if kind == "texts" else [name]
    about = (
        _Struct()
        .whole(1, _INT32 if kind == "day" else _BYTES)
        .several(2, [_zigzag(_PLAIN), _zigzag(_RLE)], _Struct.INT)
        .several(3, [_text(step) for step in path], _Struct.TEXT)
        .whole(4, _ZSTD)
        .whole(5, number, long=True)
        .whole(6, len(header) + len(page), long=True)
        .whole(7, len(header) + len(packed), long=True)
        .whole(9, at, long=True)
    )
    return _Column(_Struct().whole(2, at, long=True).inside(3, about), header + packed, len(header) + len(page))


def _single(kind: Kind, values: Sequence[Any]) -> tuple[int, list[bytes], bytes]:
    there = [value for value in values if value is not None]
    write = _day if kind == "day" else _plain
    return len(values), [_runs(value is not None for value in values)], b"".join(map(write, there))


def _listed(values: Sequence[Sequence[str]]) -> tuple[int, list[bytes], bytes]:
    """For each text whether it goes on a list, and whether it is there at all: an empty list has one that is not."""
    goes_on = [place > 0 for texts in values for place in range(max(1, len(texts)))]
    is_there = [bool(texts) for texts in values for _ in range(max(1, len(texts)))]
    plain = b"".join(_plain(text) for texts in values for text in texts)
    return len(is_there), [_runs(goes_on), _runs(is_there)], plain


def _plain(text: str) -> bytes:
    data = text.encode("utf-8", "replace")
    return struct.pack("<I", len(data)) + data


def _day(day: date) -> bytes:
    return struct.pack("<i", day.toordinal() - _EPOCH)


def _runs(levels: Iterable[bool]) -> bytes:
    """Levels of 0 and 1, each run as its length and its value."""
    runs = ((value, sum(1 for _ in same)) for value, same in itertools.groupby(levels))
    return b"".join(_varint(length << 1) + bytes([value]) for value, length in runs)


# What the end of the file says


def _group(columns: Sequence[_Column], rows: int) -> "_Struct":
    made = _Struct().several(1, [bytes(one.said) for one in columns], _Struct.STRUCT)
    return made.whole(2, sum(one.size for one in columns), long=True).whole(3, rows, long=True)


def _footer(columns: Mapping[str, Kind], groups: list[tuple["_Struct", int]]) -> bytes:
    root = _Struct().text(4, "records").whole(5, len(columns))
    schema = [root, *itertools.chain.from_iterable(_schema(name, kind) for name, kind in columns.items())]
    return bytes(
        _Struct()
        .whole(1, 2)
        .several(2, [bytes(one) for one in schema], _Struct.STRUCT)
        .whole(3, sum(rows for _, rows in groups), long=True)
        .several(4, [bytes(one) for one, _ in groups], _Struct.STRUCT)
        .text(6, "chancery")
    )


def _schema(name: str, kind: Kind) -> Iterator["_Struct"]:
    if kind == "texts":
        logical = _Struct().inside(_LIST, _Struct())
        yield _Struct().whole(3, _REQUIRED).text(4, name).whole(5, 1).whole(6, _LIST).inside(10, logical)
        yield _Struct().whole(3, _REPEATED).text(4, "list").whole(5, 1)
        yield _leaf("element", kind, _REQUIRED)
    else:
        yield _leaf(name, kind, _OPTIONAL)


def _leaf(name: str, kind: Kind, repetition: int) -> "_Struct":
    logical = _Struct().inside(_LOGICAL[kind], _Struct())
    made = _Struct().whole(1, _INT32 if kind == "day" else _BYTES).whole(3, repetition).text(4, name)
    return made.whole(6, _CONVERTED[kind]).inside(10, logical)


@dataclass
class _Struct:
    """A structure in Thrift's compact protocol; fields are added by rising number."""

    INT, LONG, TEXT, LIST, STRUCT = 5, 6, 8, 9, 12  # types of fields

    _written: bytearray = field(default_factory=bytearray)
    _last: int = 0

    def __bytes__(self) -> bytes:
        return bytes(self._written) + b"\0"

    def whole(self, number: int, value: int, *, long: bool = False) -> "_Struct":
        return self._field(number, self.LONG if long else self.INT, _zigzag(value))

    def text(self, number: int, value: str) -> "_Struct":
        return self._field(number, self.TEXT, _text(value))

    def inside(self, number: int, value: "_Struct") -> "_Struct":
        return self._field(number, self.STRUCT, bytes(value))

    def several(self, number: int, values: Sequence[bytes], kind: int) -> "_Struct":
        few = 15
        count = bytes([len(values) << 4 | kind]) if len(values) < few else bytes([0xF0 | kind]) + _varint(len(values))
        return self._field(number, self.LIST, count + b"".join(values))

    def _field(self, number: int, kind: int, value: bytes) -> "_Struct":
        self._written += bytes([number - self._last << 4 | kind]) + value
        self._last = number
        return self


def _text(value: str) -> bytes:
    data = value.encode()
    return _varint(len(data)) + data


def _zigzag(value: int) -> bytes:
    return _varint(value << 1 if value >= 0 else -value * 2 - 1)


def _varint(value: int) -> bytes:
    found = bytearray()
    while value > 0x7F:
        found.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes((*found, value))

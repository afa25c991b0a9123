"""The demo office's records, read from the files compiled by ``chancery.site.demo.compile``."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import zstandard

from chancery.site.demo.facts import COLLECTIONS

DATA = Path(__file__).parent / "data"
SOURCES = {
    "patentscope": "WIPO PATENTSCOPE, result list published with WIPO's open-source patent analytics manual",
    "uspto": "United States Patent and Trademark Office, bibliographic data (public domain)",
    "euipo-marks": "EUIPO open data, European Union trade marks, 2020",
    "euipo-designs": "EUIPO open data, registered Community designs",
    "eu-gi-register": "European Union register of geographical indications (eAmbrosia), 2020",
    "udrp-decisions": "Published decisions of UDRP providers, from the udrp-artifacts corpus (MIT)",
}


class _Line(msgspec.Struct):
    key: str
    source: str
    facts: dict[str, Any]


def read() -> Iterator[tuple[str, str, dict[str, Any], str]]:
    """Each record as (collection, key, facts, source), collection by collection, in order of key."""
    decoder = msgspec.json.Decoder(_Line)
    for collection in COLLECTIONS:
        for line in _lines(collection):
            record = decoder.decode(line)
            yield collection, record.key, record.facts, SOURCES[record.source]


def counts() -> dict[str, int]:
    """Collection -> number of records."""
    return {collection: sum(1 for _ in _lines(collection)) for collection in COLLECTIONS}


def count() -> int:
    """How many records there are in all."""
    return sum(counts().values())


def path_of(collection: str, folder: Path = DATA) -> Path:
    """Where a collection is kept: one JSON object a line, compressed with Zstandard."""
    return folder / f"{collection}.jsonl.zst"


def _lines(collection: str) -> Iterator[bytes]:
    with path_of(collection).open("rb") as packed, zstandard.ZstdDecompressor().stream_reader(packed) as plain:
        yield from io.BufferedReader(plain)

"""Compile the demo office's records: ``python -m chancery.site.demo.compile [SHARED_DIR [OUT_DIR]]``.

Reads the public records beside the checkout, keeps bibliographic facts only, and writes one file a collection.
The same input gives the same bytes.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
import zstandard
from rich.console import Console
from rich.table import Table

from chancery.site.demo.facts import Drop, Record, faults
from chancery.site.demo.records import DATA, path_of
from chancery.site.demo.sources import decisions, designs, indications, marks, patents

READERS: dict[str, Callable[[Path, Drop], Iterator[Record]]] = {
    "patents": patents.read,
    "marks": marks.read,
    "designs": designs.read,
    "indications": indications.read,
    "decisions": decisions.read,
}
LEVEL = 19
SHARED = Path("../shared/data")


class Outcome(NamedTuple):
    """What came of one collection: records kept, size of the file in bytes, reasons for leaving out."""

    kept: int
    size: int
    dropped: Counter[str]


def compile_all(shared: Path, out: Path) -> dict[str, Outcome]:
    """Write every collection found under ``shared`` into ``out``; the outcome of each."""
    out.mkdir(parents=True, exist_ok=True)
    return {name: _compile(name, shared, out) for name in READERS}


def _compile(name: str, shared: Path, out: Path) -> Outcome:
    dropped: Counter[str] = Counter()
    kept: dict[str, Record] = {}
    for record in READERS[name](shared, lambda reason: dropped.update([reason])):
        found = faults(record)
        if found:
            dropped[found[0]] += 1
        elif record.key in kept:
            dropped["number already there"] += 1
        else:
            kept[record.key] = record
    plain = b"".join(_line(kept[key]) for key in sorted(kept))
    path = path_of(name, out)
    path.write_bytes(zstandard.ZstdCompressor(level=LEVEL).compress(plain))
    return Outcome(len(kept), path.stat().st_size, dropped)


def _line(record: Record) -> bytes:
    entry = {"key": record.key, "source": record.source, "facts": record.facts}
    return msgspec.json.encode(entry, order="deterministic") + b"\n"


def report(outcomes: dict[str, Outcome]) -> Table:
    """Kept and left out, with reasons, as a table."""
    table = Table("collection", "kept", "bytes", "left out", "reason", title="Demo records")
    for name, outcome in outcomes.items():
        table.add_row(name, f"{outcome.kept:,}", f"{outcome.size:,}", f"{outcome.dropped.total():,}", "")
        for reason, count in outcome.dropped.most_common():
            table.add_row("", "", "", f"{count:,}", reason)
    return table


def main(arguments: list[str]) -> int:
    """The command line; 2 when the records are not where they were looked for."""
    shared = Path(arguments[0]) if arguments else SHARED
    out = Path(arguments[1]) if len(arguments) > 1 else DATA
    if not (shared / "patents").is_dir():
        print(f"There are no records in {shared}. Name their folder: python -m {__spec__.name} SHARED_DIR OUT_DIR")
        return 2
    Console().print(report(compile_all(shared, out)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""A backup read again from its first byte to its last, and held against the root of the ledger that it names."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from chancery.core import tree
from chancery.records.privacy.ring import Ring
from chancery.site.backup import archive
from chancery.site.backup.archive import Record
from chancery.site.backup.blobs import Blobs
from chancery.site.backup.sealing import Broken

ENTRY = "core.Entry"


@dataclass(frozen=True, kw_only=True)
class Checked:
    """What was read. ``shredded`` are rows, and files, whose key has been destroyed: nobody can read them again."""

    made_at: str
    rows: int
    files: int
    entries: int
    root: bytes
    shredded: int


@dataclass
class _Reading:
    """What has been read so far."""

    table: str = ""
    place: int = 0  # of the commitment among the fields of an entry
    start: Record = field(default_factory=dict)
    end: Record = field(default_factory=dict)
    rows: Counter[str] = field(default_factory=Counter)
    edge: list[bytes] = field(default_factory=list)
    files: int = 0
    shredded: int = 0


def check(path: Path, ring: Ring, *, tell: Callable[[str, int, int], None], files: bool = False) -> Checked:
    """Read a backup. Raises `Broken` with what is wrong. ``files``: also open every sealed file, not only look."""
    keys, blobs, found = ring.by_id(), Blobs(path.parent / "files"), _Reading()
    known = set(keys)
    with archive.reading(path, keys) as records:
        for number, record in enumerate(records):
            _take(found, record, known)
            if record["t"] == "file" and record["k"] in keys:
                _look(blobs, keys[record["k"]], record["h"], whole=files)
            if number % 5_000 == 0:
                tell(_("Checking the backup"), number, 0)
    _compare(found)
    root = tree.fold(found.edge) if found.edge else tree.EMPTY_ROOT
    return Checked(
        made_at=str(found.start["made_at"]),
        rows=sum(found.rows.values()),
        files=found.files,
        entries=found.end["entries"],
        root=root,
        shredded=found.shredded,
    )


def _take(found: _Reading, record: Record, known: set[bytes]) -> None:
    kind = record["t"]
    if kind == "table":
        found.table = record["m"]
        found.place = record["f"].index("commitment") if found.table == ENTRY else 0
    elif kind == "row":
        found.rows[found.table] += 1
        found.shredded += not known.issuperset(record["k"])
        if found.table == ENTRY:
            tree.push(found.edge, found.rows[ENTRY] - 1, tree.leaf_hash(record["v"][found.place]))
    elif kind == "file":
        found.files += 1
        found.shredded += record["k"] not in known
    elif kind == "start":
        found.start = record
    elif kind == "end":
        found.end = record


def _look(blobs: Blobs, key: Any, sha256: str, *, whole: bool) -> None:
    if whole:
        blobs.get(key, sha256)
    elif not blobs.has(key, sha256):
        raise Broken(f"the file {sha256} of the backup is missing")


def _compare(found: _Reading) -> None:
    end = found.end
    wrong = [name for name, rows in end["rows"].items() if found.rows[name] != rows]
    root = tree.fold(found.edge) if found.edge else tree.EMPTY_ROOT
    if wrong or found.files != end["files"]:
        raise Broken(f"rows are missing from {', '.join(wrong) or 'the list of files'}")
    if found.rows[ENTRY] != end["entries"] or root != end["root"]:
        raise Broken("the ledger in the backup does not have the root that it had in the store")

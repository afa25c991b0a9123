"""Where the measured pictures are kept: one table in a file of SQLite, in the folder of an index.

It is what the index knows. Everything else in the folder is a faster way to it and can be made again. A transaction cut
off leaves what was there before; readers are never kept waiting (write-ahead log).
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from chancery.finder.pictures.features import Features

_FILE = "pictures.sqlite"
_TABLE = """
CREATE TABLE picture (
    id INTEGER PRIMARY KEY AUTOINCREMENT,  -- never used twice, so that an older way in leads to nothing, not elsewhere
    record TEXT NOT NULL,
    name TEXT NOT NULL,
    look BLOB,
    pattern BLOB NOT NULL,
    outline BLOB NOT NULL,
    UNIQUE (record, name)
)
"""
_AMONG = "(SELECT value FROM json_each(?))"


@dataclass(frozen=True)
class Picture:
    """A picture of a record, both named by whoever keeps them: ``designs/DM000001`` and a hash."""

    record: str
    name: str


@dataclass(frozen=True)
class Rows:
    """Pictures with their numbers here and what was measured of them, in the same order."""

    ids: list[int]
    pictures: list[Picture]
    features: Features

    def __len__(self) -> int:
        return len(self.ids)


def make(folder: Path) -> None:
    """An empty table in a new folder."""
    with closing(sqlite3.connect(folder / _FILE)) as store:
        store.execute("PRAGMA journal_mode = WAL")
        store.execute(_TABLE)
        store.commit()


class Shelf:
    """An open table; for one thread."""

    def __init__(self, store: sqlite3.Connection) -> None:
        self._store = store

    def count(self) -> int:
        return int(self._store.execute("SELECT count(*) FROM picture").fetchone()[0])

    def last(self) -> int:
        """The largest number that was ever given; 0 before the first."""
        found = self._store.execute("SELECT seq FROM sqlite_sequence WHERE name = 'picture'").fetchone()
        return int(found[0]) if found else 0

    def rows(self, ids: Iterable[int]) -> Rows:
        """Those of these pictures that are there."""
        return self._read(f"id IN {_AMONG}", json.dumps([int(one) for one in ids]))

    def after(self, number: int, limit: int) -> Rows:
        """The next pictures with a larger number."""
        return self._read("id > ? ORDER BY id LIMIT ?", number, limit)

    def of_records(self, records: Iterable[str]) -> list[int]:
        """The numbers of the pictures of these records."""
        asked = json.dumps(list(records))
        found = self._store.execute(f"SELECT id FROM picture WHERE record IN {_AMONG}", (asked,))  # noqa: S608 - ours
        return [one for (one,) in found]

    def features(self, picture: Picture) -> Features | None:
        """What was measured of one picture."""
        rows = self._read("record = ? AND name = ?", picture.record, picture.name)
        if not rows:
            return None
        of = rows.features
        return Features(None if of.look is None else of.look[0], of.pattern[0], of.outline[0])

    def names(self, record: str) -> list[str]:
        found = self._store.execute("SELECT name FROM picture WHERE record = ? ORDER BY id", (record,))
        return [name for (name,) in found]

    def keep(self, record: str, pictures: Mapping[str, Features]) -> None:
        """Add pictures to those of a record; one that is there is replaced."""
        self._store.executemany(
            "INSERT OR REPLACE INTO picture (record, name, look, pattern, outline) VALUES (?, ?, ?, ?, ?)",
            [(record, name, *features.packed()) for name, features in pictures.items()],
        )

    def drop(self, record: str, names: Sequence[str]) -> None:
        self._store.executemany("DELETE FROM picture WHERE record = ? AND name = ?", [(record, one) for one in names])

    def wipe(self) -> None:
        self._store.execute("DELETE FROM picture")

    def _read(self, where: str, *values: object) -> Rows:
        text = f"SELECT id, record, name, look, pattern, outline FROM picture WHERE {where}"  # noqa: S608 - ours
        found = self._store.execute(text, values).fetchall()
        pictures = [Picture(record, name) for _id, record, name, *_measured in found]
        return Rows([row[0] for row in found], pictures, Features.unpacked([row[3:] for row in found]))


@contextmanager
def opened(folder: Path) -> Iterator[Shelf]:
    """The table of a folder; what was changed is kept at the end, all or nothing."""
    with closing(sqlite3.connect(f"file:{folder / _FILE}?mode=rw", uri=True, timeout=30)) as store, store:
        yield Shelf(store)

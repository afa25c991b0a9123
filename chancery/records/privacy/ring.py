"""The ring of the keys that open the backups: whose key is destroyed, of them nothing can be read in any backup.

There is one key for each person, each kept file and each backup. The ring lies apart from the store and from the
backups, in one place or in several on different disks. Each place is a small SQLite file that overwrites what it
deletes. A key that is destroyed in one place is destroyed in all of them, at the latest when `Ring.agree` is called
again: a note of a destruction is never taken back, so a place that was unplugged cannot bring a key back.
"""

import os
import secrets
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from django.conf import settings

from chancery.core.ledger import instant

PERSON, FILE, BACKUP = "person", "file", "backup"
NAME = "ring.sqlite3"
_TABLES = """
CREATE TABLE IF NOT EXISTS key (id BLOB PRIMARY KEY, unit TEXT NOT NULL, key BLOB NOT NULL, until TEXT);
CREATE TABLE IF NOT EXISTS destroyed (id BLOB PRIMARY KEY, unit TEXT NOT NULL, at TEXT NOT NULL);
"""


class Destroyed(LookupError):
    """The key has been destroyed, or was never on this ring."""


@dataclass(frozen=True, kw_only=True)
class Key:
    """``unit`` is what it seals: "person:17", "file:<hash>", "backup:<name>"; ``until`` the day on which it goes."""

    id: bytes
    unit: str
    secret: bytes
    until: date | None = None


class Ring:
    """The keys in one or several places (folders). The first place is read; all are written."""

    def __init__(self, places: Sequence[Path]) -> None:
        self.places = tuple(places)

    def exists(self) -> bool:
        """Whether there is a ring at all: an office that never made a backup has none."""
        return any((place / NAME).exists() for place in self.places)

    def key(self, unit: str, *, until: date | None = None) -> Key:
        """The key of a unit, made now if it has none. Raises `Destroyed` for a person whose key is destroyed."""
        return self.keys_for([unit], until=until)[unit]

    def keys_for(self, units: Iterable[str], *, until: date | None = None) -> dict[str, Key]:
        """The keys of several units; those that are new are in every place before this returns."""
        wanted = list(dict.fromkeys(units))
        known = {one.unit: one for one in self.all()}
        new = [one for one in wanted if one not in known]
        if gone := self.gone(PERSON) & set(new):
            raise Destroyed(min(gone))
        made = {unit: Key(id=secrets.token_bytes(16), unit=unit, secret=os.urandom(32), until=until) for unit in new}
        for place in self.places if made else ():
            with _open(place) as ring:
                _put(ring, made.values())
        return {unit: known.get(unit) or made[unit] for unit in wanted}

    def all(self) -> list[Key]:
        if not self.exists():
            return []
        with _open(self.places[0]) as ring:
            rows = ring.execute("SELECT id, unit, key, until FROM key").fetchall()
        return [_key(*row) for row in rows]

    def by_id(self) -> Mapping[bytes, Key]:
        return {one.id: one for one in self.all()}

    def last_day(self) -> date | None:
        """The last day on which any of today's backups can be opened."""
        return max((one.until for one in self.all() if one.until), default=None)

    def gone(self, kind: str) -> frozenset[str]:
        """The units of a kind whose key is destroyed; of files it is not noted which they were."""
        return frozenset(self.notes(kind).values())

    def notes(self, kind: str) -> dict[bytes, str]:
        """The same, by the id of the key that was destroyed."""
        if not self.exists():
            return {}
        with _open(self.places[0]) as ring:
            rows = ring.execute("SELECT id, unit FROM destroyed").fetchall()
        return {id_: unit for id_, unit in rows if unit.startswith(f"{kind}:")}

    def destroy(self, units: Iterable[str], *, at: datetime) -> list[Path]:
        """Destroy keys in every place. Returns the places that could not be reached: call `agree` again later.

        A person is noted as destroyed even if no backup holds anything of them yet, so that none ever will.
        """
        if not self.exists():
            return []
        wanted = set(units)
        there = [(one.id, one.unit) for one in self.all() if one.unit in wanted]
        there += [(id_, unit) for id_, unit in self.notes(PERSON).items() if unit in wanted]  # a place missed before
        unsealed = wanted - {unit for _id, unit in there}
        there += [(secrets.token_bytes(16), unit) for unit in unsealed if unit.startswith(f"{PERSON}:")]
        notes = [(id_, _noted(unit), instant(at)) for id_, unit in there]
        return self._everywhere(lambda ring: _destroy(ring, notes))

    def agree(self) -> list[Path]:
        """Bring all places to the same state: keys that one lacks are put there, destroyed ones go everywhere.

        Returns the places that could not be reached.
        """
        if not self.exists():
            return []
        keys: dict[bytes, Key] = {}
        notes: dict[bytes, tuple[bytes, str, str]] = {}

        def read(ring: sqlite3.Connection) -> None:
            keys.update({row[0]: _key(*row) for row in ring.execute("SELECT id, unit, key, until FROM key")})
            notes.update({row[0]: row for row in ring.execute("SELECT id, unit, at FROM destroyed")})

        def write(ring: sqlite3.Connection) -> None:
            _destroy(ring, notes.values())
            _put(ring, (one for one in keys.values() if one.id not in notes))

        return sorted({*self._everywhere(read), *self._everywhere(write)})

    def _everywhere(self, work: Callable[[sqlite3.Connection], None]) -> list[Path]:
        missed = []
        for place in self.places:
            try:
                with _open(place) as ring:
                    work(ring)
            except (OSError, sqlite3.Error):
                missed.append(place)
        return missed


def current() -> Ring:
    """The ring that the settings name."""
    return Ring(settings.BACKUP_KEYS)


@contextmanager
def _open(place: Path) -> Iterator[sqlite3.Connection]:
    """One place, in one transaction. What is deleted is overwritten with zeros, and the journal is not left behind."""
    place.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = place / NAME
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    with closing(sqlite3.connect(path, timeout=30, isolation_level=None)) as ring:
        ring.execute("PRAGMA secure_delete=ON")
        ring.execute("PRAGMA synchronous=FULL")
        ring.executescript(_TABLES)
        ring.execute("BEGIN IMMEDIATE")
        try:
            yield ring
        except BaseException:
            ring.execute("ROLLBACK")
            raise
        ring.execute("COMMIT")


def _put(ring: sqlite3.Connection, keys: Iterable[Key]) -> None:
    rows = [(one.id, one.unit, one.secret, one.until.isoformat() if one.until else None) for one in keys]
    ring.executemany("INSERT OR IGNORE INTO key (id, unit, key, until) VALUES (?, ?, ?, ?)", rows)


def _destroy(ring: sqlite3.Connection, notes: Iterable[tuple[bytes, str, str]]) -> None:
    notes = list(notes)
    ring.executemany("DELETE FROM key WHERE id = ?", [(key,) for key, _unit, _at in notes])
    ring.executemany("INSERT OR IGNORE INTO destroyed (id, unit, at) VALUES (?, ?, ?)", notes)


def _noted(unit: str) -> str:
    """The hash of a file is not noted: it would say for ever that the office once had these bytes."""
    return "file" if unit.startswith(f"{FILE}:") else unit


def _key(id_: bytes, unit: str, secret: bytes, until: str | None) -> Key:
    return Key(id=id_, unit=unit, secret=secret, until=date.fromisoformat(until) if until else None)

"""What all web workers of a machine count together: a caller has one share, whichever of them answers.

A small store of SQLite in the data folder, apart from the office's own: each change is one transaction, which waits for
those of other workers and for no disk. What stands there is over within hours, and may be deleted while nothing runs.
"""

import fcntl
import os
import secrets
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from django.conf import settings

PATIENCE = 10.0  # seconds that a change waits for those of others, which take thousandths of one
SCHEMA = """
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS taken (
    caller TEXT, bucket TEXT, until INTEGER, used INTEGER, PRIMARY KEY (caller, bucket, until)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS taken_until ON taken (until);
CREATE TABLE IF NOT EXISTS ticket (
    id INTEGER PRIMARY KEY AUTOINCREMENT, worker TEXT, caller TEXT, kind TEXT, start REAL, running INTEGER DEFAULT 0
);
CREATE TABLE IF NOT EXISTS mark (caller TEXT PRIMARY KEY, ends REAL) WITHOUT ROWID;
COMMIT;
"""
_open = threading.local()
_opening = threading.Lock()
_alive: dict[tuple[Path, int], tuple[str, IO[str]]] = {}
"""The name of this process where it counts, and the file whose lock it holds for its whole life."""


@contextmanager
def together() -> Iterator[sqlite3.Connection]:
    """A change of which no other worker sees half."""
    store = _store(Path(settings.DATA) / "shares.sqlite3")
    store.execute("BEGIN IMMEDIATE")
    try:
        yield store
    except BaseException:
        store.execute("ROLLBACK")
        raise
    store.execute("COMMIT")


def changing() -> bool:
    """Whether this thread is in the middle of a change."""
    store: sqlite3.Connection | None = getattr(_open, "store", None)
    return store is not None and store.in_transaction


def _store(file: Path) -> sqlite3.Connection:
    """The connection of this thread, of this process: one that was made before a fork is not used after it."""
    name = file, os.getpid()
    if getattr(_open, "name", None) != name:
        store = sqlite3.connect(file, timeout=PATIENCE, isolation_level=None)
        with file.with_suffix(".door").open("w") as door:  # SQLite does not wait for others to change the journal
            fcntl.flock(door, fcntl.LOCK_EX)
            store.execute("PRAGMA journal_mode = WAL")
            store.executescript(SCHEMA)
        store.execute("PRAGMA synchronous = NORMAL")
        _open.store, _open.name = store, name
    found: sqlite3.Connection = _open.store
    return found


def worker() -> str:
    """The name of this process. It holds the lock of a file of that name: the system lets it go when the process dies,
    however it dies, and the others see it (``gone``).
    """
    folder = Path(settings.DATA) / "web-workers"
    with _opening:
        if (folder, os.getpid()) not in _alive:
            _alive.clear()
            _alive[folder, os.getpid()] = _present(folder)
        return _alive[folder, os.getpid()][0]


def _present(folder: Path) -> tuple[str, IO[str]]:
    """Take a name. The file has its name only once it is locked, so that nobody takes it for one left behind."""
    folder.mkdir(exist_ok=True)
    for left in folder.glob("[!.]*"):
        gone(left.name)
    name = f"{os.getpid()}-{secrets.token_hex(4)}"
    file = (folder / f".{name}").open("w")
    fcntl.flock(file, fcntl.LOCK_EX)
    (folder / f".{name}").rename(folder / name)
    return name, file


def gone(name: str) -> bool:
    """Whether the process of that name is no more."""
    path = Path(settings.DATA) / "web-workers" / name
    try:
        with path.open() as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            path.unlink(missing_ok=True)
    except FileNotFoundError:
        return True
    except BlockingIOError:
        return False
    return True

"""The counters of one week, in a file of their own: noise from the beginning, whole numbers, no history.

Each counter starts with a draw of noise instead of nothing, so that whoever copies the file once learns no more of a
visitor-day than `promise.EPSILON` allows. They are no rows of the store, because a store keeps what was before in its
log, and a log that shows which counter rose in which second is a list of visits under another name. Here a counter is
overwritten in place: mapped into memory, it survives the death of the process at once, and a power cut from the next
second on (`Book.sync`). File: one line of JSON (`Head`), filled up with spaces to a page; then eight bytes a counter.
"""

import contextlib
import fcntl
import mmap
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from chancery.services.analytics.promise import MOST_LIVES, Table
from chancery.services.analytics.weeks import DAYS, Week

WIDTH = 8  # bytes of a counter: a whole number with its sign
PAGE = 4096
SUFFIX = ".counters"


class Sheet(msgspec.Struct, frozen=True):
    """A table as it was when the week began, and its keys, in the order of their counters."""

    name: str
    bound: int
    scale: int
    keys: tuple[str, ...]

    @property
    def table(self) -> Table:
        return Table(self.name, self.bound, self.scale)


class Head(msgspec.Struct, frozen=True):
    """What stands before the counters: written once, when the week is opened.

    ``rooms``: how many facts each life of each day's key remembers (`promise.MOST_MARKS`), Monday's first.
    """

    week: str
    sheets: tuple[Sheet, ...]
    rooms: tuple[int, ...]


def path_of(folder: Path, week: Week) -> Path:
    return folder / f"{week}{SUFFIX}"


def weeks_in(folder: Path) -> list[Week]:
    """The weeks that have a file, the oldest first."""
    found = (file.name.removesuffix(SUFFIX) for file in folder.glob(f"*{SUFFIX}"))
    return sorted(Week.parse(name) for name in found)


def make(folder: Path, head: Head, *, noise: Mapping[str, Sequence[int]]) -> None:
    """Write a new file, whole or not at all; one that is there stays. ``noise``: how each table's counters begin."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = path_of(folder, Week.parse(head.week))
    words = msgspec.json.encode(head)
    room = -(-(len(words) + 1) // PAGE) * PAGE
    numbers = [0] * DAYS + [number for sheet in head.sheets for number in noise[sheet.name]]
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(
            words.ljust(room - 1) + b"\n" + b"".join(one.to_bytes(WIDTH, "little", signed=True) for one in numbers)
        )
        file.flush()
        os.fsync(file.fileno())
    with contextlib.suppress(FileExistsError):
        os.link(draft, path)
    draft.unlink()


class Busy(Exception):
    """Somebody else has the file open."""


class Book:
    """An open file of counters, for one process at a time. Raises FileNotFoundError, or `Busy`."""

    def __init__(self, folder: Path, week: Week) -> None:
        self.path = path_of(folder, week)
        self.week = week
        self._file = self.path.open("r+b")
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self._file.close()
            raise Busy(self.path) from None
        line = self._file.readline()
        self.head = msgspec.json.decode(line, type=Head)
        self._map = mmap.mmap(self._file.fileno(), 0)
        self._numbers = memoryview(self._map)[len(line) :].cast("q")
        self._places = {place: DAYS + step for step, place in enumerate(self._keys())}
        self.bounds = {sheet.name: sheet.bound for sheet in self.head.sheets}

    def _keys(self) -> Iterator[tuple[str, str]]:
        return ((sheet.name, key) for sheet in self.head.sheets for key in sheet.keys)

    def knows(self, table: str, key: str) -> bool:
        return (table, key) in self._places

    def add(self, table: str, key: str) -> None:
        """One more. On disk as soon as the system writes it there, whatever happens to this process."""
        self._numbers[self._places[table, key]] += 1

    def begin_life(self, weekday: int) -> int:
        """Write down that a key is made for this day (0: Monday), before it is used. Returns which life it is."""
        self._numbers[weekday] += 1
        self.sync()
        return self._numbers[weekday]

    def room(self, weekday: int, life: int) -> int:
        """How many facts this life of this day's key may remember; 0 for one too many."""
        return self.head.rooms[weekday * MOST_LIVES + life - 1] if life <= MOST_LIVES else 0

    @property
    def lives(self) -> tuple[int, ...]:
        """How many keys each day of the week has had."""
        return tuple(self._numbers[:DAYS])

    def counters(self, sheet: Sheet) -> list[int]:
        return [self._numbers[self._places[sheet.name, key]] for key in sheet.keys]

    def sync(self) -> None:
        self._map.flush()

    def close(self) -> None:
        self.sync()
        self._numbers.release()
        self._map.close()
        self._file.close()

    def destroy(self) -> None:
        """Overwrite the counters, then remove the file."""
        for place in range(len(self._numbers)):
            self._numbers[place] = 0
        self.close()
        self.path.unlink(missing_ok=True)

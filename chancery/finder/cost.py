"""What a query costs, told in one place: estimated before it runs, measured while it does.

The unit is one thousandth of a second of one processor. An estimate is made of what makes a search dear: its clauses,
what its patterns make the engine read of the list of words, the documents there are, the facets counted and the rows
given. It decides only *how* a query is run (see ``DEAR``); what is charged is what was measured.

The rates were measured on the embedded engine with 100,000 records and 300,000 words; on another machine they are off
by a factor that is the same for all, which moves the border of ``DEAR`` and nothing else.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace

from chancery.finder import patterns
from chancery.finder.query import Fuzzy, Near, Query, QueryError, Regex, Wildcard, parts_of

DEAR, TIMES = 500, 10
"""Units from which a query is dear, and how many times what one word costs: it then runs where its time is limited, and
waits for its turn among other dear ones. Facets make no query dear: every page counts the same ones.
"""
MOST_CLAUSES = 1000
MOST_DEARNESS = 60
"""What words with wildcards or ``~`` may make the engine read of its list of words: see ``patterns.dearness``."""
_APPROXIMATION, _LETTERS = 3, 40
"""What ``~`` is as dear as: a word of which one or two letters are known, and once more for each so many letters."""

_START = 1.0
_PER_CLAUSE, _PER_FACET, _PER_PATTERN = 20.0, 100.0, 150.0  # for a million documents
_PER_ROW = 0.14
_MILLION = 1_000_000
_NEAR = 30  # clauses that a nearness costs like, for each pair of its choices


@dataclass(frozen=True, slots=True)
class Cost:
    """What makes a search dear. ``patterns`` is the sum of the dearness of its patterns."""

    clauses: int
    patterns: int
    documents: int
    facets: int = 0
    rows: int = 0
    limit: int = DEAR
    """Units from which it is dear."""

    @property
    def units(self) -> int:
        """Thousandths of a second of one processor, about."""
        return round(self._finding + self.facets * _PER_FACET * self.documents / _MILLION)

    @property
    def dear(self) -> bool:
        return self._finding >= max(self.limit, TIMES * _PER_CLAUSE * self.documents / _MILLION)

    @property
    def _finding(self) -> float:
        """What it costs without its facets."""
        read = self.clauses * _PER_CLAUSE + self.patterns * _PER_PATTERN
        return _START + read * self.documents / _MILLION + self.rows * _PER_ROW

    def times(self, number: int) -> "Cost":
        """As many searches of this cost."""
        return replace(self, clauses=self.clauses * number, patterns=self.patterns * number)


def estimate(query: Query, *, documents: int, facets: int = 0, rows: int = 0, limit: int = DEAR) -> Cost:
    """What the query costs among so many documents."""
    return Cost(clauses(query), dearness(query), documents, facets, rows, limit)


def check_composed(query: Query) -> None:
    """Refuse a query that was put together of others and has become larger than one may be written."""
    if clauses(query) > MOST_CLAUSES:
        raise QueryError("too_many_parts", most=f"{MOST_CLAUSES:,}")
    if dearness(query) > MOST_DEARNESS:
        raise QueryError("patterns_too_dear")


def clauses(query: Query) -> int:
    """How many leaves the query has, a nearness counting as the many phrases that it is."""
    if isinstance(query, Near):
        return _NEAR * clauses(query.left) * clauses(query.right)
    return sum(map(clauses, parts_of(query))) or 1


def dearness(query: Query) -> int:
    """What the patterns in the query make the engine read of its list of words."""
    match query:
        case Wildcard(pattern):
            return patterns.dearness(pattern)
        case Regex():
            return patterns.dearness("*")
        case Fuzzy(text):
            return approximation(text)
    return sum(map(dearness, parts_of(query)))


def approximation(text: str) -> int:
    """The dearness of a word that others may come near to."""
    return _APPROXIMATION + len(text) // _LETTERS


class Meter:
    """Counts what searches use, in units; also what other processes use for them."""

    def __init__(self) -> None:
        self.elsewhere = 0.0
        self._began = time.thread_time()

    def so_far(self) -> float:
        """Units that were used since it was made: this thread's processor time, and what ``used`` was told."""
        return (time.thread_time() - self._began) * 1000 + self.elsewhere


_meter: ContextVar[Meter | None] = ContextVar("meter", default=None)


@contextmanager
def metering() -> Iterator[Meter]:
    """Measure what the block uses."""
    meter = Meter()
    token = _meter.set(meter)
    try:
        yield meter
    finally:
        _meter.reset(token)


def used(milliseconds: float) -> None:
    """Another process has used so much for the search that runs now."""
    if meter := _meter.get():
        meter.elsewhere += milliseconds

"""Batches: many queries at once, numbered S1, S2 … and counted exactly; a set is a query, and so is what they make."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from chancery.core.refusal import Refused
from chancery.finder import Engine, QueryError, exactly
from chancery.finder.cost import Cost, metering
from chancery.finder.sets import Set, numbered, referred
from chancery.services.search import queries
from chancery.services.search.asking import as_address

MOST_LINES, LONGEST_LINE = 200, 2_000
MOST_SECONDS = 4
"""How many times the processor time of one dear query a batch may take."""
_HEADS = ("query", "q")  # of the column of a CSV file that holds the queries


@dataclass(frozen=True, kw_only=True)
class Batch:
    """Queries to be asked together. ``lines`` by their numbers, from 1; an empty line has no number."""

    lines: Mapping[int, str]
    collection: str = ""
    dialect: str = ""
    stemming: bool = True

    @property
    def text(self) -> str:
        return "\n".join(self.lines.values())

    def address(self) -> str:
        """What follows the ``?`` in the address of the batch's page."""
        return urlencode([("lines", self.text), *self._manner(), *self._collection()])

    def question(self, number: int) -> list[tuple[str, str]]:
        """The parameters of the question that a set is, with no more of the others than it refers to."""
        text = self.lines[number]
        earlier = {one: line for one, line in self.lines.items() if one < number}
        needed = as_address(referred(text, earlier, self.dialect))
        return [("q", text), *(("set", one) for one in needed), *self._manner()]

    def _manner(self) -> list[tuple[str, str]]:
        chosen = [("dialect", self.dialect)] if self.dialect else []
        return chosen if self.stemming else [*chosen, ("stemming", "off")]

    def _collection(self) -> list[tuple[str, str]]:
        return [("collection", self.collection)] if self.collection else []


@dataclass(frozen=True)
class Counted:
    """One set: how many records it finds, or what is wrong with it. ``asked`` are the parameters that ask for it."""

    set: Set
    total: int | None
    error: QueryError | None
    asked: list[tuple[str, str]]
    collection: str

    @property
    def results(self) -> str:
        return self._at("search:results", "search:collection")

    @property
    def export(self) -> str:
        return self._at("search:export-choice", "search:collection-export-choice")

    @property
    def explanation(self) -> str:
        return f"{reverse('search:expert')}?{urlencode([*self.asked, ('collection', self.collection)])}"

    def _at(self, of_all: str, of_one: str) -> str:
        place = reverse(of_one, args=(self.collection,)) if self.collection else reverse(of_all)
        return f"{place}?{urlencode(self.asked)}"


class NoTable(ValueError):
    """A file that cannot be read as lines or as a table."""


def lines_of(text: str) -> dict[int, str]:
    """The queries of a text, one a line."""
    lines = (line.strip() for line in text.replace("\0", "").splitlines())
    return dict(enumerate((line for line in lines if line), start=1))


def check(batch: Batch) -> None:
    """Refused where there are no lines, too many, or one that is too long."""
    if not batch.lines:
        raise Refused.because(_("There is no query. Write one a line."), field="lines")
    if len(batch.lines) > MOST_LINES:
        said = _("%(n)d lines are too many. Ask at most %(most)d at once.")
        raise Refused.because(said % {"n": len(batch.lines), "most": MOST_LINES}, field="lines")
    if long := [number for number, line in batch.lines.items() if len(line) > LONGEST_LINE]:
        said = _("The query S%(number)d is longer than %(most)d characters. Cut it into several.")
        raise Refused.because(said % {"number": long[0], "most": LONGEST_LINE}, field="lines")


def lines_of_file(data: bytes, name: str) -> dict[int, str]:
    """The queries of a file: of a CSV file the column headed ``query``, or else the first; otherwise one a line.

    Raises NoTable for a file that is no text, or no table.
    """
    try:
        return _read(data.decode("utf-8-sig"), name)
    except (UnicodeDecodeError, csv.Error) as error:
        raise NoTable from error


def _read(text: str, name: str) -> dict[int, str]:
    if not name.lower().endswith(".csv"):
        return lines_of(text)
    rows = [row for row in csv.reader(io.StringIO(text)) if row]
    heads = [cell.strip().lower() for cell in rows[0]] if rows else []
    place = next((heads.index(head) for head in _HEADS if head in heads), None)
    cells = [row[place or 0] for row in (rows if place is None else rows[1:]) if len(row) > (place or 0)]
    return lines_of("\n".join(" ".join(cell.split()) for cell in cells))


def cost_of(batch: Batch) -> Cost:
    """What counting all its sets costs."""
    each = [queries.engine().cost(one.query) for one in _sets(batch).values() if one.query is not None]
    clauses, patterns = sum(one.clauses for one in each), sum(one.patterns for one in each)
    return Cost(clauses, patterns, max((one.documents for one in each), default=0))


def counted(batch: Batch) -> list[Counted]:
    """Each set with its exact number of records."""
    found, engine = [], queries.engine()
    most = MOST_SECONDS * settings.SEARCH_SECONDS * 1000
    with metering() as meter:
        for one in _sets(batch).values():
            error = one.error or (QueryError("set_not_counted") if meter.so_far() > most else None)
            found.append(_counted(batch, one, engine, error))
    return found


def _counted(batch: Batch, one: Set, engine: Engine, error: QueryError | None) -> Counted:
    total = None
    if one.query is not None and error is None:
        try:
            total = _total(batch, one, engine)
        except QueryError as trouble:
            error = trouble
    return Counted(one, total, error, batch.question(one.number), batch.collection)


def _total(batch: Batch, one: Set, engine: Engine) -> int:
    assert one.query is not None
    query = one.query if batch.stemming else exactly(one.query)
    return engine.search(query, collections=(batch.collection,) if batch.collection else None, limit=0).total


def _sets(batch: Batch) -> dict[int, Set]:
    return numbered(batch.lines, batch.dialect)

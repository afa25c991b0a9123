"""What a query finds, counted: by facet, by month, and a facet year by year. Every count is exact.

Where a filter is set, only the chosen values of its facet are counted, so that each figure is part of the result list.
"""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, get_args

from chancery.finder import FACETS, Query, Range, all_of, as_text
from chancery.services.search import queries
from chancery.services.search.queries import Question

Facet = Literal["collection", "office", "country", "year", "class", "status", "kind", "name"]
Crossed = Literal["name", "class"]
COUNTED: tuple[Facet, ...] = get_args(Facet)
ALL_VALUES = 100_000
ROWS, YEARS = 10, 12
DATE = "date"
"""The field of the date that a record is listed under: the years are those of it."""

Counts = tuple[tuple[str, int], ...]
assert set(COUNTED) <= set(FACETS)


@dataclass(frozen=True, slots=True)
class Crossing:
    """A facet year by year. ``elsewhere`` of a row counts its records of other years and of none."""

    facet: str
    years: tuple[str, ...]
    rows: "tuple[Across, ...]"


@dataclass(frozen=True, slots=True)
class Across:
    """One value: how many records in all, in each of the years, and besides them."""

    value: str
    total: int
    counts: tuple[int, ...]
    elsewhere: int


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the year that is looked at; ``query`` finds its records, in our own language."""

    first: date
    count: int
    query: str


def counted(question: Question, facets: Sequence[str], *, limit: int = ALL_VALUES) -> tuple[int, dict[str, Counts]]:
    """The total, and each facet's values with their counts. Raises `QueryError`."""
    found = queries.ask(
        question,
        facets=tuple(facets),
        facet_limit=ALL_VALUES if "class" in facets or question.filters else limit,
        limit=0,
    )
    return found.total, {name: _chosen(question, name, found.facets.get(name, ()))[:limit] for name in facets}


def _chosen(question: Question, facet: str, values: Counts) -> Counts:
    chosen = question.filters.get(facet, ())
    kept = [(value, count) for value, count in values if count and (not chosen or value in chosen)]
    return tuple(kept if facet != "class" or chosen else [one for one in kept if is_narrow(one[0])])


def is_narrow(value: str) -> bool:
    """Whether a class is of the narrowest level that is counted: a subclass, not the section it lies in as well."""
    scheme, _, symbol = value.partition(":")
    if scheme in ("ipc", "cpc"):
        return len(symbol) > 3
    return {"locarno": "-" in symbol, "vienna": "." in symbol}.get(scheme, True)


def months(question: Question, year: int) -> list[Month]:
    """The twelve months of a year. Raises `QueryError`."""
    read = question.read().query
    found = []
    for month in range(1, 13):
        span = Range(DATE, date(year, month, 1), date(year, month, monthrange(year, month)[1]))
        found.append(Month(date(year, month, 1), _number(question, span), as_text(_both(question, read, span))))
    return found


def _both(question: Question, read: Query, span: Range) -> Query:
    return all_of([read, span]) if question.text.strip() else span


def _number(question: Question, span: Range) -> int:
    return (
        queries.engine()
        .search(
            _both(question, question.parsed(), span),
            collections=question.collections,
            filters=question.filters,
            limit=0,
        )
        .total
    )


def year_of(question: Question) -> int | None:
    """The one year that is chosen; None where there are several or none."""
    years = question.filters.get("year", ())
    one = years[0] if len(years) == 1 else ""
    return int(one) if one.isascii() and one.isdecimal() and len(one) == 4 and int(one) else None


def crossing(question: Question, facet: Crossed, *, rows: int = ROWS, years: int = YEARS) -> Crossing:
    """The most frequent values of the facet, in each of the last years that have any. Raises `QueryError`."""
    _, found = counted(question, (facet, "year"))
    shown = tuple(sorted(year for year, _ in found["year"][:years]))
    return Crossing(facet, shown, tuple(_across(question, facet, one, shown) for one in found[facet][:rows]))


def _across(question: Question, facet: Crossed, one: tuple[str, int], years: Sequence[str]) -> Across:
    value, total = one
    narrowed = replace(question, filters={**question.filters, facet: (value,)})
    by_year = dict(queries.counts(narrowed, ("year",), ALL_VALUES)["year"])
    counts = tuple(by_year.get(year, 0) for year in years)
    return Across(value, total, counts, total - sum(counts))

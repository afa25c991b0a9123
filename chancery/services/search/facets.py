"""The facets beside a list of results: values with their counts, the chosen ones first, all on demand.

Which facets are opened is part of the address (``more=name``), as everything is that the page shows.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, QueryDict
from django.utils.functional import Promise

from chancery.finder import Everything, Not, Phrase, Query, Range, Results, Term, all_of, as_text
from chancery.finder.dates import span
from chancery.finder.document import SCHEMES
from chancery.finder.entries import facet_key
from chancery.services.search import asking, queries, words
from chancery.services.search.asking import link
from chancery.services.search.queries import FACET_VALUES, MORE_VALUES, Question, only_office

IN_QUERY = ("office", "country", "status", "kind")
"""Facets that are fields of the query under the same name."""
DATE = "date"
MOST_CHOSEN = 20
"""Chosen values that stand in a facet: those beyond stand only among the filters, where each can be taken away."""
OPENED = "more"
"""What names an opened facet in the address."""


@dataclass(frozen=True, slots=True)
class Row:
    """A value: in words, what explains it, how many records it brings, and the address with or without it."""

    words: str
    note: str
    count: int
    chosen: bool
    href: str


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet. ``more`` opens it and ``fewer`` folds it again, empty where there is nothing to; ``largest`` is the
    highest of its counts.
    """

    name: str
    label: str | Promise
    rows: tuple[Row, ...]
    largest: int
    more: str
    fewer: str


def shown(request: HttpRequest, question: Question, found: Results) -> list[Facet]:
    """Each facet that has something to choose. ``found`` has counted one value of each more than is shown at first;
    those that are opened are counted by themselves, and a chosen value that is rare. Raises `QueryError`.
    """
    opened = [name for name in found.facets if name in request.GET.getlist(OPENED)]
    wide = queries.counts(question, opened, MORE_VALUES + 1) if opened else {}
    facets = (_facet(request, question, name, wide.get(name, values)) for name, values in found.facets.items())
    return [one for one in facets if len(one.rows) > 1 or any(row.chosen for row in one.rows)]


def excluding(request: HttpRequest, question: Question) -> list[dict[str, Any]]:
    """The chosen filters, each with the address without it, and with the one that leaves out what has its value: as a
    clause of the query, which may be read and changed there. Raises `QueryError`.
    """
    query = question.read().query
    values = ((name, value) for name, values in question.filters.items() for value in values)
    return [
        {**one, "excluded": _excluded(request, query, name, value)}
        for one, (name, value) in zip(asking.chosen(request, question), values, strict=True)
    ]


def _excluded(request: HttpRequest, query: Query, name: str, value: str) -> str:
    clause = _clause(name, value)
    if clause is None:
        return ""
    whole = [] if isinstance(query, Everything) else [query]
    rest = QueryDict(link(request, without=(name, value), drop=("dialect",)).partition("?")[2], mutable=True)
    rest["q"] = as_text(all_of([*whole, Not(clause)]))
    return f"?{rest.urlencode()}"


def _clause(name: str, value: str) -> Query | None:
    """What finds the records that a facet counts under a value; None where no clause can say it."""
    if name == "class":
        scheme, _, symbol = value.partition(":")
        return Term(symbol, scheme) if scheme in SCHEMES and symbol else None
    if name == "year":
        whole = span(value)
        return Range(DATE, *whole) if whole else None
    if name == "name":
        return Phrase(value, name)
    return Term(value, name) if name in IN_QUERY else None


def _facet(request: HttpRequest, question: Question, name: str, values: Sequence[tuple[str, int]]) -> Facet:
    chosen = {facet_key(name, value): value for value in request.GET.getlist(name)}
    is_open = name in request.GET.getlist(OPENED)
    most = MORE_VALUES if is_open else FACET_VALUES
    there = {facet_key(name, value): count for value, count in values}
    first = [
        (value, there[key] if key in there else queries.count_of(question, name, value))
        for key, value in list(chosen.items())[:MOST_CHOSEN]
    ]
    kept = [*first, *(one for one in values[:most] if facet_key(name, one[0]) not in chosen)]
    at = f"#facet-{name}"
    return Facet(
        name=name,
        label=words.facet(name, question.collection),
        rows=tuple(_row(request, question, name, one, chosen.values()) for one in kept),
        largest=max((count for _value, count in kept), default=0),
        more=link(request, plus=(OPENED, name)) + at if len(values) > most and not is_open else "",
        fewer=link(request, without=(OPENED, name)) + at if is_open else "",
    )


def _row(request: HttpRequest, question: Question, name: str, one: tuple[str, int], chosen: Collection[str]) -> Row:
    """A link adds a value, or takes it away again."""
    value, count = one
    href = link(request, without=(name, value)) if value in chosen else link(request, plus=(name, value))
    told = words.facet_value(name, value, only_office(question))
    return Row(told, words.facet_note(name, value), count, value in chosen, href)

"""The facets beside a list of results: values with their counts, the chosen ones first, all on demand.

Which facets are opened is part of the address (``more=name``), as everything is that the page shows.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.functional import Promise

from chancery.finder import Results
from chancery.services.search import words
from chancery.services.search.asking import link
from chancery.services.search.queries import FACET_VALUES, MORE_VALUES, Question, only_office

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


def wanted(request: HttpRequest, question: Question) -> int:
    """How many values of each facet must be counted: one more than is shown, or all where a chosen one may be rare."""
    opened = bool(request.GET.getlist(OPENED))
    return MORE_VALUES + 1 if opened or question.filters else FACET_VALUES + 1


def shown(request: HttpRequest, question: Question, found: Results) -> list[Facet]:
    """Each facet that has something to choose."""
    facets = (_facet(request, question, name, values) for name, values in found.facets.items())
    return [one for one in facets if len(one.rows) > 1 or any(row.chosen for row in one.rows)]


def _facet(request: HttpRequest, question: Question, name: str, values: Sequence[tuple[str, int]]) -> Facet:
    chosen = request.GET.getlist(name)
    is_open = name in request.GET.getlist(OPENED)
    most = MORE_VALUES if is_open else FACET_VALUES
    first = [one for one in values if one[0] in chosen]
    kept = [*first, *(one for one in values[:most] if one[0] not in chosen)]
    at = f"#facet-{name}"
    return Facet(
        name=name,
        label=words.facet(name, question.collection),
        rows=tuple(_row(request, question, name, one, chosen) for one in kept),
        largest=max((count for _value, count in kept), default=0),
        more=link(request, plus=(OPENED, name)) + at if len(values) > len(kept) and not is_open else "",
        fewer=link(request, without=(OPENED, name)) + at if is_open else "",
    )


def _row(request: HttpRequest, question: Question, name: str, one: tuple[str, int], chosen: Sequence[str]) -> Row:
    """A link adds a value, or takes it away again."""
    value, count = one
    href = link(request, without=(name, value)) if value in chosen else link(request, plus=(name, value))
    told = words.facet_value(name, value, only_office(question))
    return Row(told, words.facet_note(name, value), count, value in chosen, href)

"""The span of time to which a list of results is narrowed: typed beside it, kept as one clause of the query."""

from dataclasses import dataclass

from django.http import QueryDict

from chancery.finder import And, Everything, Query, Range, all_of, as_text
from chancery.services.search import fields, words
from chancery.services.search.queries import Question

PRINCIPAL = "date"
TYPED = ("date", *fields.DATED)
"""How an address asks to narrow the list: which date, from when, until when."""


@dataclass(frozen=True, slots=True)
class Period:
    """What the form shows: the name of a date, and both ends as they are typed or stand in the query."""

    name: str = PRINCIPAL
    low: str = ""
    high: str = ""


def shown(data: QueryDict, query: Query | None) -> Period:
    """What was typed, where that was not understood; else the span in the query; else nothing."""
    if is_asked(data):
        return Period(data.get("date", PRINCIPAL), *(data.get(end, "") for end in fields.DATED))
    for one in _parts(query) if query else ():
        if isinstance(one, Range) and _is_period(one):
            return Period(one.field, *(str(end or "") for end in (one.low, one.high)))
    return Period()


def is_asked(data: QueryDict) -> bool:
    """Whether an address asks for another span; both ends empty ask for none at all."""
    return any(end in data for end in fields.DATED)


def address(data: QueryDict, question: Question) -> str:
    """The address of the list within the span, in place of the one that was there. Raises `QueryError`."""
    spans = fields.period(data)
    rest = [part for part in _parts(question.read().query) if not _is_period(part)]
    query = data.copy()
    for name in (*TYPED, "page", "after", "dialect"):
        query.pop(name, None)
    whole = [*rest, *spans]
    query["q"] = as_text(all_of(whole)) if whole else ""
    return query.urlencode()


def _parts(query: Query) -> list[Query]:
    """What must all hold."""
    if isinstance(query, Everything):
        return []
    return list(query.parts) if isinstance(query, And) else [query]


def _is_period(part: Query) -> bool:
    return isinstance(part, Range) and part.field in words.ANY_DATES

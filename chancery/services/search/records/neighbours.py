"""The records around a record: before and after it in a list of results, or by number, and those like it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from chancery.finder import Document, Query, QueryError, Span, Term, all_of, any_of
from chancery.finder.numbers import in_order
from chancery.finder.words import tokens
from chancery.services.search import queries
from chancery.services.search.asking import list_of, question_of
from chancery.services.search.queries import REACH, Question

WINDOWS = (100, 10_000, 1_000_000, 100_000_000)
"""How far the numbers around are looked for, step by step: only as many records are passed over as lie there."""
DATED = 10**12
"""From this place on numbers begin with a year: another series than the plain numbers of the same Office."""
ALIKE, _LOOKED_AT, _WORDS, _LETTERS = 5, 20, 12, 4
_NUMBER_OF = {"patents": "publication_number", "marks": "registration_number", "designs": "registration_number"}
_LAST_DIGITS = re.compile(r"\d+(?=\D*$)")


@dataclass(frozen=True, slots=True)
class InList:
    """Where a record stands in a list of results. Addresses are empty at either end."""

    place: int
    total: int
    previous: str
    next: str
    back: str


def in_list(data: QueryDict, document: Document) -> InList | None:
    """The list that the address of the record names; None where it names none, or the record is elsewhere in it now."""
    text = data.get("place", "")
    if not (text.isascii() and text.isdecimal()) or int(text[:9]) >= REACH:
        return None
    place = int(text)
    question = question_of(data, data.get("in", ""))
    start = max(place - 1, 0)
    try:
        found = queries.engine().search(
            question.parsed(),
            collections=question.collections,
            filters=question.filters,
            sort=question.sort,
            offset=start,
            limit=place - start + 2,
        )
    except QueryError:
        return None
    around = [hit.document for hit in found.hits]
    here = place - start
    if here >= len(around) or _name(around[here]) != _name(document):
        return None
    return InList(
        place=place + 1,
        total=found.total,
        previous=_address(data, around[here - 1], place - 1) if here else "",
        next=_address(data, around[here + 1], place + 1) if here + 1 < len(around) and place + 1 < REACH else "",
        back=_back(data, question, place),
    )


def _address(data: QueryDict, one: Document, place: int) -> str:
    query = data.copy()
    query["place"] = str(place)
    return f"{reverse('search:record', args=(one.collection, one.key))}?{query.urlencode()}"


def _back(data: QueryDict, question: Question, place: int) -> str:
    """The page of the list on which the record stands."""
    kept = [(name, value) for name, values in data.lists() for value in values if name not in ("place", "in", "page")]
    page = place // question.size + 1
    query = urlencode([*kept, *([("page", page)] if page > 1 else [])])
    return f"{list_of(question.collection)}?{query}"


def by_number(document: Document) -> tuple[Document | None, Document | None]:
    """The records of the same office whose numbers come just before and just after, where they have an order."""
    if not _LAST_DIGITS.search(document.number) or in_order(document.number) is None:
        return None, None
    field = _NUMBER_OF.get(document.collection, "number")
    return _before(document, field), _after(document, field)


def _after(document: Document, field: str) -> Document | None:
    is_dated = (in_order(document.number) or 0) >= DATED
    for end in ("",) if is_dated else (_moved(document.number, window) for window in WINDOWS):
        found = _in_order(document, Span(field, document.number, end), limit=2)
        if there := [one for one in found if _name(one) != _name(document)]:
            return there[0]
    return None


def _before(document: Document, field: str) -> Document | None:
    for window in WINDOWS:
        span = Span(field, _moved(document.number, -window), document.number)
        there = _number(document, span)
        if there > 1:
            found = _in_order(document, span, offset=there - 2, limit=2)
            return next((one for one in reversed(found) if _name(one) != _name(document)), None)
    return None


def _in_order(document: Document, span: Span, *, limit: int, offset: int = 0) -> list[Document]:
    found = queries.engine().search(
        span,
        collections=(document.collection,),
        filters=_same_office(document),
        sort="number",
        offset=offset,
        limit=limit,
    )
    return [hit.document for hit in found.hits]


def _number(document: Document, span: Span) -> int:
    found = queries.engine().search(span, collections=(document.collection,), filters=_same_office(document), limit=0)
    return found.total


def _same_office(document: Document) -> dict[str, Sequence[str]]:
    return {"office": (document.office,)} if document.office else {}


def _moved(number: str, by: int) -> str:
    """A number that lies so much higher, or lower, written the same way."""
    return _LAST_DIGITS.sub(lambda digits: str(max(int(digits[0]) + by, 0)).zfill(len(digits[0])), number, count=1)


def alike(document: Document) -> list[Document]:
    """Records with the words of its title in one of its classes; without classes, with the words alone. Its family is
    not among them.
    """
    sought = _alike(document)
    if sought is None:
        return []
    found = queries.engine().search(sought, collections=(document.collection,), limit=_LOOKED_AT)
    others = (hit.document for hit in found.hits)
    return [
        one
        for one in others
        if _name(one) != _name(document) and not (document.family and one.family == document.family)
    ][:ALIKE]


def _alike(document: Document) -> Query | None:
    field, text = "title", document.title()
    if document.collection == "decisions":  # their title is a domain name
        field, text = "name", " ".join(document.names)
    sought = [word for word in dict.fromkeys(tokens(text)) if len(word) >= _LETTERS][:_WORDS]
    if not sought:
        return None
    symbols = [Term(one, scheme) for scheme, found in document.classes.items() for one in found][:_WORDS]
    words = any_of(Term(word, field) for word in sought)
    return all_of([words, any_of(symbols)]) if symbols else words


def _name(one: Document) -> tuple[str, str]:
    return one.collection, one.key

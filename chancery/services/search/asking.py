"""The address of a search page: read into a question, and written with something changed."""

import re
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, QueryDict
from django.urls import reverse

from chancery.finder import COLLECTIONS, QueryError
from chancery.services.search import clauses, queries, words
from chancery.services.search.clauses import Edit
from chancery.services.search.queries import PAGE, REACH, SIZES, Question

IN_ORDER = "laws"
"""The collection that is listed by number where nothing is looked for: the provisions in their order."""
KEPT = ("set", "sort", "view", "col", "size", "group", "stemming", "dialect")
"""What a new query keeps of the address before."""
_SET = re.compile(r"S([1-9]\d{0,3}):(.*)", re.DOTALL)
EDIT = ("part", "act", "onto", "text")
"""How an address asks for a change of one clause."""


def me(request: HttpRequest) -> int:
    """The account of whoever asks, signed in or by a token; 0 without one."""
    return int(request.user.pk or 0)


def question_of(data: QueryDict, collection: str = "") -> Question:
    """Read an address. What it does not know it leaves aside, so an old link still answers. A text is never cut: one
    that is too long to be read would be read as something else.
    """
    wanted = collection or data.get("collection", "")
    text = data.get("q", "").strip()
    sort: Any = data.get("sort", "number" if wanted == IN_ORDER and not text else "relevance")
    size = data.get("size", "")
    rows = int(size) if size in map(str, SIZES) else PAGE
    cursor = data.get("after") or None
    by_family = data.get("group") == "family"
    return Question(
        text=text,
        dialect=queries.known_dialect(data.get("dialect", "")),
        stemming=data.get("stemming") != "off",
        by_family=by_family,
        cursor=cursor,
        size=rows,
        collection=wanted if wanted in COLLECTIONS else "",
        sets=sets_of(data.getlist("set")),
        filters={name: data.getlist(name) for name in words.FACETS if name != "collection" and name in data},
        sort=sort if queries.known_sort(sort) else "relevance",
        page=_page(data.get("page", ""), rows, by_cursor=bool(cursor), by_family=by_family),
    )


def sets_of(written: Iterable[str]) -> dict[int, str]:
    """The numbered queries of an address: ``S2:fuel cell``."""
    found = (_SET.fullmatch(one) for one in written)
    return {int(one[1]): one[2] for one in found if one}


def as_address(sets: Mapping[int, str]) -> list[str]:
    """The same, written."""
    return [f"S{number}:{text}" for number, text in sets.items()]


def _page(text: str, rows: int, *, by_cursor: bool, by_family: bool) -> int:
    """Which page it is: any where a cursor says its place, the first of a list by family without one."""
    if by_cursor:
        return _number(text)
    return 1 if by_family else min(_number(text), REACH // rows)


def _number(text: str) -> int:
    """A number from 1 as an address has it; 1 where it has none."""
    return max(int(text[:9]), 1) if text.isdecimal() and text.isascii() else 1


def link(
    request: HttpRequest,
    *,
    plus: tuple[str, str] | None = None,
    without: tuple[str, str] | None = None,
    base: str = "",
    drop: tuple[str, ...] = (),
    put: Mapping[str, str] | None = None,
    **changed: str,
) -> str:
    """The present address with something changed; the page falls away. ``put`` changes what is named by a variable."""
    left_out = {"page", "after", *drop}
    query = {name: values for name, values in request.GET.lists() if name not in left_out}
    query |= {name: [value] for name, value in {**(put or {}), **changed}.items()}
    if plus:
        name, value = plus
        query[name] = [*query.get(name, ()), value]
    if without:
        name, value = without
        query[name] = [one for one in query.get(name, ()) if one != value]
    return f"{base}?{urlencode(query, doseq=True)}"


def list_of(collection: str) -> str:
    """The path of the results in a collection, in all of them without one."""
    known = collection in COLLECTIONS
    return reverse("search:collection", args=(collection,)) if known else reverse("search:results")


def chosen(request: HttpRequest, question: Question) -> list[dict[str, Any]]:
    """The filters, each with the address without it."""
    return [
        {
            "label": words.facet(name, question.collection),
            "value": words.facet_value(name, value),
            "href": link(request, without=(name, value)),
        }
        for name, values in question.filters.items()
        for value in values
    ]


def kept(data: QueryDict, *, but: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """What forms beside the search box carry on: the filters, and how the list is shown."""
    names = [name for name in (*words.FACETS, *KEPT) if name not in ("collection", *but)]
    return [(name, value) for name in names for value in data.getlist(name)]


def edited_address(data: QueryDict, question: Question) -> str | None:
    """The address that the change of a clause leads to; None where none is asked for, or the query cannot be read."""
    if "part" not in data:
        return None
    edit = Edit(**{name: data.get(name, "") for name in EDIT})
    query = data.copy()
    for name in (*EDIT, "page", "after", "dialect"):
        query.pop(name, None)
    try:
        query["q"] = clauses.edited(question.read().query, edit)
    except QueryError:
        return query.urlencode()
    return query.urlencode()

"""The address of a search page: read into a question, and written with something changed."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, QueryDict

from chancery.finder import COLLECTIONS
from chancery.services.search import queries, words
from chancery.services.search.queries import Question

LAST_PAGE = 10_000
LONGEST = 2_000
VIEWS = ("list", "table")
KEPT = ("sort", "view", "group", "stemming", "dialect")
"""What a new query keeps of the address before."""


def question_of(data: QueryDict, collection: str = "") -> Question:
    """Read an address. What it does not know it leaves aside, so an old link still answers."""
    sort: Any = data.get("sort", "relevance")
    wanted = collection or data.get("collection", "")
    page = data.get("page", "1")
    return Question(
        text=data.get("q", "").strip()[:LONGEST],
        dialect=queries.known_dialect(data.get("dialect", "")),
        stemming=data.get("stemming") != "off",
        by_family=data.get("group") == "family",
        cursor=(data.get("after") or None) if data.get("group") == "family" else None,
        collection=wanted if wanted in COLLECTIONS else "",
        filters={name: data.getlist(name) for name in words.FACETS if name != "collection" and name in data},
        sort=sort if queries.known_sort(sort) else "relevance",
        page=min(int(page), LAST_PAGE) if page.isdecimal() and page.isascii() and int(page[:9]) else 1,
    )


def link(
    request: HttpRequest,
    *,
    plus: tuple[str, str] | None = None,
    without: tuple[str, str] | None = None,
    base: str = "",
    drop: tuple[str, ...] = (),
    **changed: str,
) -> str:
    """The present address with something changed; the page falls away."""
    left_out = {"page", "after", *drop}
    query = {name: values for name, values in request.GET.lists() if name not in left_out}
    query |= {name: [value] for name, value in changed.items()}
    if plus:
        name, value = plus
        query[name] = [*query.get(name, ()), value]
    if without:
        name, value = without
        query[name] = [one for one in query.get(name, ()) if one != value]
    return f"{base}?{urlencode(query, doseq=True)}"


def clauses_composed(data: QueryDict) -> str | None:
    """The query that edited clauses (``c``) make together, as an address; None where there are none."""
    if "c" not in data:
        return None
    query = data.copy()
    texts = [text[:LONGEST] for text in data.getlist("c")]
    for name in ("c", "page", "after", "dialect"):
        query.pop(name, None)
    query["q"] = queries.composed(texts)
    return query.urlencode()

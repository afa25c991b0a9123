"""One search: the page of hits, the exact total, and the mark of the next page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import tantivy

from chancery.finder.embedded.building import both, span_of_text
from chancery.finder.embedded.reading import Snapshot
from chancery.finder.entries import SORT_NUMBERS, SORT_TEXTS, sort_field
from chancery.finder.query import QueryError

_CURSOR = re.compile(r"(?P<sort>[a-z]+)\.(?P<place>[0-9a-f]{1,1000})")

_FAR = 1000  # hits that may be passed over without asking first whether there are so many
_TOO_MANY_WORDS = "max expansions"  # what tantivy says of a wildcard in a phrase that stands for too many words


@dataclass(frozen=True, slots=True)
class Page:
    """The hits of a page with their scores; ``cursor`` as in ``Results``; ``marks`` is the cursor after each hit,
    ``members`` how many hits each stands for.
    """

    total: int
    found: Sequence[tuple[float, tantivy.DocAddress]]
    cursor: str | None
    marks: Sequence[str] = ()
    members: Sequence[int] = ()
    families: int | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """One order of the hits of one snapshot."""

    snapshot: Snapshot
    sort: str

    def page(self, query: tantivy.Query, *, offset: int = 0, limit: int, cursor: str | None = None) -> Page:
        """The hits after ``cursor``, or after ``offset`` hits."""
        ranked = self.sort == "relevance"
        turn = self._by_relevance if ranked else self._by_field
        return turn(query, offset=offset, limit=limit, cursor=cursor)

    def first(self, query: tantivy.Query) -> tantivy.DocAddress:
        """The hit that comes first; there must be one."""
        return self.page(query, limit=1).found[0][1]

    def _by_relevance(self, query: tantivy.Query, *, offset: int, limit: int, cursor: str | None) -> Page:
        """Best first. A score cannot be searched for, so the cursor is the number of hits already shown."""
        if cursor is not None:
            offset = int(_place(cursor, "relevance"), 16)
        found, hits = _search(self.snapshot, query, limit, offset=offset)
        marks = [f"relevance.{offset + number:x}" for number in range(1, len(hits) + 1)]
        more = marks[-1] if hits and offset + len(hits) < found else None
        return Page(found, hits, more, marks)

    def _by_field(self, query: tantivy.Query, *, offset: int, limit: int, cursor: str | None) -> Page:
        """In the order of a sort field. Its values are unique, so the page after a value is a range: the thousandth
        page costs what the first one did, and records added meanwhile shift nothing.
        """
        rest, whole = query, None
        if cursor is not None:
            place = _place(cursor, self.sort)
            whole = total(self.snapshot, query)
            rest, offset = both(query, [_after(self.snapshot, self.sort, place)]), 0
        order = {"order_by_field": sort_field(self.sort), "order": tantivy.Order.Asc}
        found, hits = _search(self.snapshot, rest, limit, offset=offset, **order)
        marks = [f"{self.sort}.{_written(place)}" for place, _ in hits]
        more = marks[-1] if hits and offset + len(hits) < found else None
        return Page(found if whole is None else whole, [(0.0, address) for _, address in hits], more, marks)


def total(snapshot: Snapshot, query: tantivy.Query) -> int:
    """How many documents the query finds, exactly."""
    return _search(snapshot, query, 0)[0]


def _search(
    snapshot: Snapshot, query: tantivy.Query, limit: int, *, offset: int = 0, **how: Any
) -> tuple[int, list[tuple[Any, tantivy.DocAddress]]]:
    """The exact total and at most ``limit`` hits. tantivy panics when asked for none, and makes room for every
    hit it is asked for and every one before, so what nobody can have is not asked for.
    """
    if offset > _FAR and offset >= (found := total(snapshot, query)):
        return found, []
    most = max(1, min(limit, snapshot.searcher.num_docs))
    try:
        result: Any = snapshot.searcher.search(query, limit=most, offset=max(offset, 0), **how)
    except ValueError as error:
        if _TOO_MANY_WORDS not in str(error):
            raise
        raise QueryError("too_wide") from error
    return result.count, result.hits[: max(limit, 0)]


def _after(snapshot: Snapshot, sort: str, place: str) -> tantivy.Query:
    field = sort_field(sort)
    if sort in SORT_NUMBERS:
        found = tantivy.Query.range_query(
            snapshot.schema,
            field,
            tantivy.FieldType.Unsigned,
            lower_bound=min(int(place, 16), 2**64 - 1),
            include_lower=False,
        )
    else:
        found = span_of_text(snapshot.index, field, place, "*", include_low=False)
    return tantivy.Query.const_score_query(found, 0.0)


def _written(place: int | str) -> str:
    return f"{place:x}" if isinstance(place, int) else place


def _place(cursor: str, sort: str) -> str:
    match = _CURSOR.fullmatch(cursor)
    fits = match is not None and match["sort"] == sort and (sort in SORT_TEXTS or len(match["place"]) <= 16)
    if not match or not fits:
        raise QueryError("bad_cursor")
    return match["place"]

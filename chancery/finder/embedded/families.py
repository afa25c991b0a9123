"""Hits grouped by family: of each family the hit that comes first in the order, with how many there are.

Whether a hit is the first of its family is asked of the index, hit by hit, and not remembered from page to page: so
a cursor goes on anywhere, at the price of one small query for each hit that has relatives among the hits.
"""

import tantivy

from chancery.finder.embedded.building import both, silent
from chancery.finder.embedded.counting import doubles
from chancery.finder.embedded.searching import Order, Page, total
from chancery.finder.entries import facet_field

_CHUNK = 50  # hits looked at together


class Families:
    """The hits of one query, one a family."""

    def __init__(self, order: Order, query: tantivy.Query) -> None:
        self._order = order
        self._query = query
        self._snapshot = order.snapshot

    def page(self, *, limit: int, cursor: str | None) -> Page:
        """The next ``limit`` families; ``total`` still counts hits."""
        found: list[tuple[float, tantivy.DocAddress]] = []
        marks: list[str] = []
        members: list[int] = []
        page = self._order.page(self._query, limit=_CHUNK if limit else 0, cursor=cursor)
        whole, left = page.total, limit > 0
        while left:
            for hit, mark in zip(page.found, page.marks, strict=True):
                number = self._led_by(hit[1])
                if number and len(found) == limit:
                    return self._page(whole, found, marks, members, more=True)
                if number:
                    found.append(hit)
                    members.append(number)
                    marks.append(mark)
            left = page.cursor is not None
            if left:
                page = self._order.page(self._query, limit=_CHUNK, cursor=page.cursor)
        return self._page(whole, found, marks, members, more=False)

    def _page(
        self,
        whole: int,
        found: list[tuple[float, tantivy.DocAddress]],
        marks: list[str],
        members: list[int],
        *,
        more: bool,
    ) -> Page:
        families = whole - doubles(self._snapshot, self._query, whole)
        return Page(whole, found, marks[-1] if more else None, marks, members, families)

    def _led_by(self, address: tantivy.DocAddress) -> int:
        """How many hits are of the family that this hit is the first of; 0 when another comes before it."""
        family = self._snapshot.stored(address).family
        if not family:
            return 1
        one = silent(tantivy.Query.term_query(self._snapshot.schema, facet_field("family"), family))
        relatives = both(self._query, [one])
        number = total(self._snapshot, relatives)
        leader = self._order.first(relatives)
        return number if (leader.doc, leader.segment_ord) == (address.doc, address.segment_ord) else 0

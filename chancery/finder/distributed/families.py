"""Hits grouped by family: of each family the hit that comes first in the order, with how many there are.

Whether a hit is the first of its family is asked of the index and not remembered from page to page, so that a cursor
goes on anywhere; what is asked of many hits goes in one message.
"""

from typing import Any

from chancery.finder.distributed.building import Dsl, both, term
from chancery.finder.distributed.counting import doubles
from chancery.finder.distributed.indexing import given
from chancery.finder.distributed.searching import Order, Page
from chancery.finder.entries import facet_field

_CHUNK = 50  # hits looked at together


class Families:
    """The hits of one query, one a family."""

    def __init__(self, order: Order, query: Dsl) -> None:
        self._order = order
        self._query = query

    def page(self, *, limit: int, cursor: str | None) -> Page:
        """The next ``limit`` families; ``total`` still counts hits."""
        found: list[dict[str, Any]] = []
        marks: list[str] = []
        members: list[int] = []
        page = self._order.page(self._query, limit=_CHUNK if limit else 0, cursor=cursor)
        whole, left = page.total, limit > 0
        while left:
            for hit, mark, number in zip(page.hits, page.marks, self._led_by(page), strict=True):
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
        self, whole: int, found: list[dict[str, Any]], marks: list[str], members: list[int], *, more: bool
    ) -> Page:
        families = whole - doubles(self._order.cluster, self._query, "family")
        return Page(whole, found, marks[-1] if more else None, marks, members, families)

    def _led_by(self, page: Page) -> list[int]:
        """Of each hit how many are of the family that it is the first of; 0 when another comes before it."""
        families = [given(hit).family for hit in page.hits]
        asked = list(dict.fromkeys(family for family in families if family))
        answers = self._order.cluster.searches([self._first_of(family) for family in asked])
        leads = {
            family: (answer["hits"]["hits"][0]["_id"], answer["hits"]["total"]["value"])
            for family, answer in zip(asked, answers, strict=True)
        }
        return [
            (leads[family][1] if leads[family][0] == hit["_id"] else 0) if family else 1
            for hit, family in zip(page.hits, families, strict=True)
        ]

    def _first_of(self, family: str) -> Dsl:
        relatives = both(self._query, [term(facet_field("family"), family)])
        return {"query": relatives, "sort": self._order.by, "size": 1, "track_total_hits": True, "_source": False}

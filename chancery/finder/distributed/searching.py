"""One search: the page of hits, the exact total, and the mark of the next page."""

import re
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from chancery.finder.distributed.building import Dsl
from chancery.finder.distributed.cluster import Cluster
from chancery.finder.entries import SORT_NUMBERS, SORT_TEXTS, sort_field
from chancery.finder.query import QueryError

_CURSOR = re.compile(r"(?P<sort>[a-z]+)\.(?P<place>[0-9a-f]{1,1000})")
_FAR = 1000  # hits that may be passed over without asking first whether there are so many
_GREATEST = 2**63 - 1
_SCORE_BITS = 32
_DIGITS = {"relevance": 24}
_TIE = sort_field("newest")


@dataclass(frozen=True, slots=True)
class Page:
    """The hits of a page; ``cursor`` as in ``Results``; ``marks`` is the cursor after each hit."""

    total: int
    hits: Sequence[dict[str, Any]]
    cursor: str | None
    marks: Sequence[str] = ()
    members: Sequence[int] = ()
    families: int | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """One order of what the cluster finds."""

    cluster: Cluster
    sort: str

    @property
    def by(self) -> list[dict[str, str]]:
        """Every document has a place of its own in it: what scores alike stands newest first."""
        if self.sort == "relevance":
            return [{"_score": "desc"}, {_TIE: "asc"}]
        return [{sort_field(self.sort): "asc"}]

    def page(self, query: Dsl, *, offset: int = 0, limit: int, cursor: str | None = None) -> Page:
        """The hits after ``cursor``, or after ``offset`` hits.

        The page after a hit is asked for by its place: the thousandth page costs what the first one did, and records
        added meanwhile shift nothing.
        """
        if cursor is None and offset > _FAR and offset >= (found := total(self.cluster, query)):
            return Page(found, (), None)
        body: Dsl = {"query": query, "sort": self.by, "size": 0, "track_total_hits": True, "track_scores": False}
        if cursor is not None:
            body["search_after"] = self._after(cursor)
        else:
            body["from"] = max(offset, 0)
        body["size"] = self._size(query, limit)
        answer = self.cluster.search(body)["hits"]
        marks = [self._mark(hit) for hit in answer["hits"]]
        more = self._more(query, answer["hits"], offset=offset, found=answer["total"]["value"], cursor=cursor)
        return Page(answer["total"]["value"], answer["hits"], marks[-1] if more else None, marks)

    def _size(self, query: Dsl, limit: int) -> int:
        """OpenSearch makes room for every hit it is asked for, so no more are asked for than there are."""
        return limit if limit <= _FAR else min(limit, total(self.cluster, query))

    def _more(self, query: Dsl, hits: Sequence[Any], *, offset: int, found: int, cursor: str | None) -> bool:
        if not hits:
            return False
        if cursor is None:
            return max(offset, 0) + len(hits) < found
        rest = {"query": query, "sort": self.by, "size": 1, "search_after": hits[-1]["sort"], "_source": False}
        return bool(self.cluster.search(rest)["hits"]["hits"])

    def _mark(self, hit: dict[str, Any]) -> str:
        place = hit["sort"]
        if self.sort == "relevance":
            bits = struct.unpack(">I", struct.pack(">f", place[0]))[0]
            return f"relevance.{place[1] << _SCORE_BITS | (2**_SCORE_BITS - 1 - bits):x}"
        return f"{self.sort}.{place[0]:x}" if self.sort in SORT_NUMBERS else f"{self.sort}.{place[0]}"

    def _after(self, cursor: str) -> list[Any]:
        match = _CURSOR.fullmatch(cursor)
        most = 1000 if self.sort in SORT_TEXTS else _DIGITS.get(self.sort, 16)
        if match is None or match["sort"] != self.sort or len(match["place"]) > most:
            raise QueryError("bad_cursor")
        if self.sort in SORT_TEXTS:
            return [match["place"]]
        place = int(match["place"], 16)
        if self.sort != "relevance":
            return [min(place, _GREATEST)]
        bits = 2**_SCORE_BITS - 1 - place % 2**_SCORE_BITS
        return [struct.unpack(">f", struct.pack(">I", bits))[0], min(place >> _SCORE_BITS, _GREATEST)]


def total(cluster: Cluster, query: Dsl) -> int:
    """How many documents the query finds, exactly."""
    found: int = cluster.search(counting(query))["hits"]["total"]["value"]
    return found


def counting(query: Dsl) -> Dsl:
    """A search that only counts."""
    return {"query": query, "size": 0, "track_total_hits": True}

"""The distributed engine: see ``finder.engine.Engine`` for what each method promises."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import TypeVar

from chancery.finder.cost import DEAR, Cost, estimate
from chancery.finder.distributed import counting, expanding
from chancery.finder.distributed.building import EVERYTHING, Dsl, both
from chancery.finder.distributed.cluster import Cluster
from chancery.finder.distributed.compiling import compiled, filters
from chancery.finder.distributed.counting import Counts
from chancery.finder.distributed.families import Families
from chancery.finder.distributed.indexing import given, name_of
from chancery.finder.distributed.searching import Order, Page, total
from chancery.finder.distributed.writing import GatheringWriter, StreamingWriter, rebuilding, writing
from chancery.finder.document import Document
from chancery.finder.engine import Hit, Results, Sort, Word, check
from chancery.finder.fields import weighs
from chancery.finder.highlighting import Highlights, Marker
from chancery.finder.query import Query

_NOWHERE = ""  # a collection that no document is in

T = TypeVar("T")


def open_cluster(
    hosts: Sequence[str],
    *,
    name: str = "chancery",
    shards: int = 1,
    copies: int = 1,
    wait: float = 30.0,
    budget: float = 5.0,
    dear: int = DEAR,
) -> "DistributedEngine":
    """The engine on a cluster. ``hosts`` are addresses of some of its nodes; others are asked when one is gone.
    A search may take ``budget`` seconds there; from ``dear`` units on (see ``finder.cost``) it says that it is dear.

    ``name`` keeps offices that share a cluster apart; an index is cut into ``shards`` and kept ``copies`` times besides
    the first. An index of an older format is replaced by an empty one. Raises Busy as ``open_index`` does.
    """
    cluster = Cluster(hosts, name=name, shards=shards, copies=copies, budget=budget)
    cluster.prepare(wait=wait)
    return DistributedEngine(cluster, dear=dear)


class DistributedEngine:
    """See ``finder.engine.Engine``."""

    def __init__(self, cluster: Cluster, *, dear: int = DEAR) -> None:
        self._cluster = cluster
        self._dear = dear

    @property
    def generation(self) -> str:
        return self._cluster.current()

    def search(
        self,
        query: Query,
        *,
        collections: Sequence[str] | None = None,
        filters: Mapping[str, Sequence[str]] | None = None,
        sort: Sort = "relevance",
        offset: int = 0,
        limit: int = 20,
        cursor: str | None = None,
        facets: Sequence[str] = (),
        facet_limit: int = 100,
        by_family: bool = False,
    ) -> Results:
        chosen = filters or {}
        check(sort, [*facets, *chosen])
        base = both(compiled(query), _narrowed(collections))
        whole = both(base, _conditions(chosen))
        order = Order(self._cluster, "newest" if sort == "relevance" and not weighs(query) else sort)
        if by_family:
            page = Families(order, whole).page(limit=limit, cursor=cursor)
        else:
            page = order.page(whole, offset=offset, limit=limit, cursor=cursor)
        return Results(
            total=page.total,
            hits=_hits(page, Marker(query)),
            facets=self._facets(base, chosen, facets=facets, limit=facet_limit),
            cursor=page.cursor,
            families=page.families,
        )

    def words(self, leaf: Query, *, limit: int = 50, collections: Sequence[str] | None = None) -> tuple[Word, ...]:
        return expanding.words(self._cluster, leaf, _narrowed(collections), limit)

    def cost(self, query: Query, *, facets: int = 0, rows: int = 0) -> Cost:
        documents = self._cluster.size()
        return estimate(query, documents=documents, facets=facets, rows=min(rows, documents), limit=self._dear)

    def apart(self, task: Callable[..., T], *arguments: object, **named: object) -> T:
        return task(*arguments, **named, engine=DistributedEngine(self._cluster.until_the_budget_ends()))

    def get(self, collection: str, key: str) -> Document | None:
        found = self._cluster.get(name_of(collection, key))
        return given(found) if found else None

    def count(self, collection: str | None = None) -> int:
        conditions = _conditions({"collection": (collection,)} if collection is not None else {})
        return total(self._cluster, both(EVERYTHING, conditions))

    def writing(self, *, wait: float = 30.0) -> AbstractContextManager[GatheringWriter]:
        return writing(self._cluster, wait=wait)

    def rebuilding(self, *, wait: float = 30.0) -> AbstractContextManager[StreamingWriter]:
        return rebuilding(self._cluster, wait=wait)

    def close(self) -> None:
        self._cluster.close()

    def _facets(self, base: Dsl, chosen: Mapping[str, Sequence[str]], *, facets: Sequence[str], limit: int) -> Counts:
        """Counts of the facets: one search for all that have no filter of their own, one more for each that has."""
        filtered = [facet for facet in facets if chosen.get(facet)]
        free = [facet for facet in facets if facet not in filtered]
        queries = [(both(base, _conditions(chosen)), free)] if free else []
        queries += [(both(base, _conditions(chosen, but=facet)), [facet]) for facet in filtered]
        answers = self._cluster.searches([counting.asked(query, names, limit) for query, names in queries])
        found: Counts = {}
        for (query, _), answer in zip(queries, answers, strict=True):
            found |= counting.counted(self._cluster, query, answer, limit)
        return {facet: found[facet] for facet in facets}


def _conditions(chosen: Mapping[str, Sequence[str]], *, but: str = "") -> list[Dsl]:
    return list(filters(chosen, but=but))


def _narrowed(collections: Sequence[str] | None) -> list[Dsl]:
    return [] if collections is None else _conditions({"collection": collections or (_NOWHERE,)})


def _hits(page: Page, marker: Marker) -> tuple[Hit, ...]:
    documents = [given(hit) for hit in page.hits]
    members = page.members or [1] * len(documents)
    return tuple(
        Hit(document, hit.get("_score") or 0.0, Highlights(marker, document), number, mark)
        for hit, document, number, mark in zip(page.hits, documents, members, page.marks, strict=True)
    )

"""The embedded engine: see ``finder.engine.Engine`` for what each method promises."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, TypeVar

import tantivy

from chancery.finder.cost import DEAR, Cost, estimate
from chancery.finder.document import Document
from chancery.finder.embedded import searching
from chancery.finder.embedded.compiling import Compiler, both, everything
from chancery.finder.embedded.counting import counts, remembered
from chancery.finder.embedded.expanding import Expansion
from chancery.finder.embedded.families import Families
from chancery.finder.embedded.folder import Folder
from chancery.finder.embedded.lane import Lane
from chancery.finder.embedded.reading import Counts, Reader, Snapshot
from chancery.finder.embedded.searching import Order
from chancery.finder.embedded.writing import EmbeddedWriter, rebuilding, writing
from chancery.finder.engine import Hit, Results, Sort, Word, check
from chancery.finder.entries import identity
from chancery.finder.fields import weighs
from chancery.finder.highlighting import Highlights, Marker
from chancery.finder.query import Query

_NOWHERE = ""  # a collection that no document is in
_PASSED = 1000  # hits passed over cost what one that is given costs

T = TypeVar("T")


def open_index(path: str | Path, *, wait: float = 30.0, budget: float = 5.0, dear: int = DEAR) -> "EmbeddedEngine":
    """The engine on a folder, which is made where it is missing. A query that will cost ``dear`` units or more (see
    ``finder.cost``) may take ``budget`` seconds of one processor.

    An index of an older format is replaced by an empty one: ``generation`` then differs from the one before.
    Raises Busy when another process holds the writer's lock longer than ``wait`` seconds while that is needed.
    """
    folder = Folder(Path(path))
    folder.prepare(wait=wait)
    return EmbeddedEngine(folder, Lane(folder.root, budget=budget), dear=dear)


class EmbeddedEngine:
    """See ``finder.engine.Engine``. What is dear runs in the ``lane``; without one, here, with nothing to stop it."""

    def __init__(self, folder: Folder, lane: Lane | None = None, *, dear: int = DEAR) -> None:
        self._folder = folder
        self._reader = Reader(folder)
        self._lane = lane
        self._dear = dear

    @property
    def generation(self) -> str:
        return self._folder.current()

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
        snapshot = self._reader.snapshot()
        if self._lane and self._cost(snapshot, query, facets=len(facets), rows=limit + offset // _PASSED).dear:
            return self._lane.run(
                _search,
                query,
                collections=collections,
                filters=chosen,
                sort=sort,
                offset=offset,
                limit=limit,
                cursor=cursor,
                facets=facets,
                facet_limit=facet_limit,
                by_family=by_family,
            )
        compiler = _compiler(snapshot)
        base = both(compiler.query(query), compiler.filters(_narrowed(collections)))
        whole = both(base, compiler.filters(chosen))
        order = Order(snapshot, "newest" if sort == "relevance" and not weighs(query) else sort)
        if by_family:
            page = Families(order, whole).page(limit=limit, cursor=cursor)
        else:
            page = order.page(whole, offset=offset, limit=limit, cursor=cursor)
        return Results(
            total=page.total,
            hits=_hits(snapshot, page, Marker(query)),
            facets=remembered(
                snapshot,
                (query, _values(_narrowed(collections)), _values(chosen), tuple(facets), facet_limit),
                lambda: _facets(snapshot, base, chosen, facets=facets, limit=facet_limit),
            )
            if facets
            else {},
            cursor=page.cursor,
            families=page.families,
        )

    def words(self, leaf: Query, *, limit: int = 50, collections: Sequence[str] | None = None) -> tuple[Word, ...]:
        if self._lane and self.cost(leaf).times(limit).dear:
            return self._lane.run(_words, leaf, limit=limit, collections=collections)
        snapshot = self._reader.snapshot()
        compiler = _compiler(snapshot)
        return Expansion(snapshot, compiler, list(compiler.filters(_narrowed(collections)))).words(leaf, limit)

    def cost(self, query: Query, *, facets: int = 0, rows: int = 0) -> Cost:
        return self._cost(self._reader.snapshot(), query, facets=facets, rows=rows)

    def _cost(self, snapshot: Snapshot, query: Query, *, facets: int, rows: int) -> Cost:
        documents = snapshot.searcher.num_docs
        return estimate(query, documents=documents, facets=facets, rows=min(rows, documents), limit=self._dear)

    def apart(self, task: Callable[..., T], *arguments: object, **named: object) -> T:
        if self._lane:
            return self._lane.run(task, *arguments, **named)
        return task(*arguments, **named, engine=self)

    def get(self, collection: str, key: str) -> Document | None:
        snapshot = self._reader.snapshot()
        name = tantivy.Query.term_query(snapshot.schema, "id", identity(collection, key))
        hits = snapshot.searcher.search(name, limit=1, count=False).hits
        return snapshot.stored(hits[0][1]) if hits else None

    def count(self, collection: str | None = None) -> int:
        snapshot = self._reader.snapshot()
        if collection is None:
            return snapshot.searcher.num_docs
        conditions = _compiler(snapshot).filters({"collection": (collection,)})
        return searching.total(snapshot, both(everything(), conditions))

    def writing(self, *, wait: float = 30.0) -> AbstractContextManager[EmbeddedWriter]:
        return writing(self._folder, wait=wait)

    def rebuilding(self, *, wait: float = 30.0) -> AbstractContextManager[EmbeddedWriter]:
        return rebuilding(self._folder, wait=wait)

    def close(self) -> None:
        if self._lane:
            self._lane.close()
        self._reader.close()


def _search(query: Query, *, engine: EmbeddedEngine, **how: Any) -> Results:
    return engine.search(query, **how)


def _words(leaf: Query, *, engine: EmbeddedEngine, **how: Any) -> tuple[Word, ...]:
    return engine.words(leaf, **how)


def _compiler(snapshot: Snapshot) -> Compiler:
    return Compiler(snapshot.index, snapshot.languages)


def _narrowed(collections: Sequence[str] | None) -> dict[str, Sequence[str]]:
    return {} if collections is None else {"collection": collections or (_NOWHERE,)}


def _values(filters: Mapping[str, Sequence[str]]) -> Hashable:
    return tuple((facet, tuple(values)) for facet, values in filters.items())


def _hits(snapshot: Snapshot, page: searching.Page, marker: Marker) -> tuple[Hit, ...]:
    found = ((score, snapshot.stored(address)) for score, address in page.found)
    members = page.members or [1] * len(page.found)
    return tuple(
        Hit(document, score, Highlights(marker, document), number, mark)
        for (score, document), number, mark in zip(found, members, page.marks, strict=True)
    )


def _facets(
    snapshot: Snapshot,
    base: tantivy.Query,
    chosen: Mapping[str, Sequence[str]],
    *,
    facets: Sequence[str],
    limit: int,
) -> Counts:
    """Counts of the facets: one pass for all that have no filter of their own, one more for each that has."""
    compiler = _compiler(snapshot)
    filtered = [facet for facet in facets if chosen.get(facet)]
    free = [facet for facet in facets if facet not in filtered]
    found = counts(snapshot, both(base, compiler.filters(chosen)), free, limit)
    for facet in filtered:
        query = both(base, compiler.filters(chosen, but=facet))
        found |= counts(snapshot, query, [facet], limit)
    return {facet: found[facet] for facet in facets}

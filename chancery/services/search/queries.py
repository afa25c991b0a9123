"""What can be asked of the public databases; the pages and the API ask the same."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, get_args

from django.conf import settings

from chancery.finder import (
    COLLECTIONS,
    Document,
    Engine,
    Everything,
    Explanation,
    Hit,
    Query,
    QueryError,
    Results,
    Sort,
    exactly,
    explain,
    groups,
    open_index,
)
from chancery.finder.dialects import DIALECTS, Dialect, Read, dialect, read, write
from chancery.finder.explain import MOST_WORDS
from chancery.finder.sets import numbered, understood, with_sets
from chancery.finder.writing import Written

PAGE = 20
SIZES = (20, 50, 100, 200)
REACH = 10_000
"""Hits of a list that are reached by a page's number; what follows is reached from page to page, without a ceiling."""
SHOWN_FACETS = ("office", "year", "class", "status", "kind", "country", "name")
FACET_VALUES = 8
MORE_VALUES = 500
"""Values of a facet that are shown at first, and once more of them are asked for."""
MOST_RELATIVES = 50


@dataclass(frozen=True, kw_only=True)
class Question:
    """A search as its address says it. ``dialect`` is the language of the text, recognised where none is named;
    ``stemming`` off finds words only as they are written; ``by_family`` lists one record of each family.
    ``cursor`` goes on from the page before; ``page`` then only says which one this is.
    """

    text: str = ""
    dialect: str = ""
    stemming: bool = True
    by_family: bool = False
    cursor: str | None = None
    size: int = PAGE
    collection: str = ""
    sets: Mapping[int, str] = field(default_factory=dict)
    """The queries that the text refers to by their numbers (see ``finder.sets``)."""
    filters: Mapping[str, Sequence[str]] = field(default_factory=dict)
    sort: Sort = "relevance"
    page: int = 1

    @property
    def collections(self) -> tuple[str, ...] | None:
        return (self.collection,) if self.collection else None

    def read(self) -> Read:
        """The query and the language it was read in. Raises `QueryError`: at which character, and the remedy."""
        return read(self.text, self.dialect)

    def query(self) -> Query:
        """The query with its sets in their places. Raises `QueryError`."""
        if not self.sets:
            return self.read().query
        return with_sets(understood(self.text, self.dialect), numbered(self.sets, self.dialect))

    def parsed(self) -> Query:
        """What is looked for. Raises `QueryError`."""
        found = widened(self.query())
        return found if self.stemming else exactly(found)


def widened(query: Query) -> Query:
    """The query with each group of IPC and CPC finding what lies under it, where the operator has given the scheme."""
    return groups.at(Path(settings.INDEX_DIR) / groups.FILE).widened(query)


@lru_cache(maxsize=2)
def _open(folder: Path) -> Engine:
    return open_index(folder, budget=settings.SEARCH_SECONDS, dear=settings.SEARCH_DEAR)


@lru_cache(maxsize=2)
def _connect(hosts: tuple[str, ...], name: str, shards: int) -> Engine:
    from chancery.finder.distributed import open_cluster

    limits = {"budget": settings.SEARCH_SECONDS, "dear": settings.SEARCH_DEAR}
    return open_cluster(hosts, name=name, shards=shards, **limits)


def engine() -> Engine:
    """The engine of this process: one is enough, and it sees what other processes commit.

    On a cluster of OpenSearch where one is set, otherwise in the folder of the index.
    """
    if settings.SEARCH_URLS:
        return _connect(tuple(settings.SEARCH_URLS), settings.SEARCH_NAME, settings.SEARCH_SHARDS)
    return _open(Path(settings.INDEX_DIR))


def ask(question: Question, **how: Any) -> Results:
    """What the engine finds of the question within its collections and filters, where ``how`` does not say others; it
    is as in ``Engine.search``. Raises `QueryError`.
    """
    within = {"collections": question.collections, "filters": question.filters}
    return engine().search(question.parsed(), **within | how)


def search(question: Question, *, values: int = FACET_VALUES) -> Results:
    """One page of results with exact total and facet counts, ``values`` of each. Raises `QueryError`."""
    facets = SHOWN_FACETS if question.collection else ("collection", *SHOWN_FACETS)
    return ask(
        question,
        sort=question.sort,
        offset=0 if question.by_family or question.cursor else (question.page - 1) * question.size,
        limit=question.size,
        cursor=question.cursor,
        facets=facets,
        facet_limit=values,
        by_family=question.by_family,
    )


def counts(question: Question, facets: Sequence[str], values: int) -> Mapping[str, Sequence[tuple[str, int]]]:
    """So many values of the facets with their counts, each facet's own filter aside. Raises `QueryError`."""
    return ask(question, facets=facets, facet_limit=values, limit=0).facets


def count_of(question: Question, facet: str, value: str) -> int:
    """How many records one value of a facet brings, its own filter aside. Raises `QueryError`."""
    return number(replace(question, filters={**question.filters, facet: (value,)}))


def only_office(question: Question) -> str:
    """The one Office that the question is filtered by; ``""`` where there are several, or none."""
    offices = tuple(question.filters.get("office", ()))
    return offices[0] if len(offices) == 1 else ""


def number(question: Question) -> int:
    """How many records the question finds. Raises `QueryError`."""
    return ask(question, limit=0).total


def everything(question: Question) -> Iterator[Hit]:
    """All results, page after page, without a ceiling; for exports."""
    query, cursor = question.parsed(), None
    while True:
        results = engine().search(
            query,
            collections=question.collections,
            filters=question.filters,
            sort=question.sort,
            limit=500,
            cursor=cursor,
        )
        yield from results.hits
        cursor = results.cursor
        if cursor is None:
            return


def explained(question: Question) -> Explanation:
    """What the query means, clause by clause, with the hits of each."""
    query, found = question.parsed(), engine()
    if found.cost(query).times(MOST_WORDS).dear:
        return found.apart(explain, query, collections=question.collections)
    return explain(query, found, collections=question.collections)


@dataclass(frozen=True)
class Saying:
    """The query in one language, and what of it that language cannot say."""

    dialect: Dialect
    written: Written


def sayings(question: Question) -> list[Saying]:
    """The query in every language. Raises `QueryError`."""
    query = question.query()
    return [Saying(each, write(query, each.name)) for each in DIALECTS]


def known_dialect(name: str) -> str:
    """The name of a language of queries, ``""`` for a name that is none."""
    try:
        return dialect(name).name if name else ""
    except QueryError:
        return ""


def record(collection: str, key: str) -> Document | None:
    return engine().get(collection, key) if collection in COLLECTIONS else None


def relatives(document: Document) -> list[Document]:
    """The other records of its family, the newest first."""
    if not document.family:
        return []
    found = engine().search(Everything(), filters={"family": (document.family,)}, sort="newest", limit=MOST_RELATIVES)
    return [hit.document for hit in found.hits if hit.document.key != document.key]


def holdings() -> dict[str, int]:
    """How many records each collection has."""
    return {collection: engine().count(collection) for collection in COLLECTIONS}


def known_sort(name: str) -> bool:
    return name in get_args(Sort)

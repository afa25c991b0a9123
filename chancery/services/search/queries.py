"""What can be asked of the public databases; the pages and the API ask the same."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import get_args

from django.conf import settings

from chancery.finder import (
    COLLECTIONS,
    Document,
    Engine,
    Everything,
    Explanation,
    Hit,
    Query,
    Results,
    Sort,
    explain,
    open_index,
    parse,
)

PAGE = 20
SHOWN_FACETS = ("office", "year", "class", "status", "kind", "country", "name")
FACET_VALUES = 8


@dataclass(frozen=True, kw_only=True)
class Question:
    """A search as its address says it."""

    text: str = ""
    collection: str = ""
    filters: Mapping[str, Sequence[str]] = field(default_factory=dict)
    sort: Sort = "relevance"
    page: int = 1

    @property
    def collections(self) -> tuple[str, ...] | None:
        return (self.collection,) if self.collection else None

    def parsed(self) -> Query:
        """Raises `QueryError`, which says at which character, and the remedy."""
        return parse(self.text) if self.text.strip() else Everything()


@lru_cache(maxsize=2)
def _open(folder: Path) -> Engine:
    return open_index(folder)


def engine() -> Engine:
    """The engine of this process: one is enough, and it sees what other processes commit."""
    return _open(Path(settings.INDEX_DIR))


def search(question: Question) -> Results:
    """One page of results with exact total and facet counts. Raises `QueryError`."""
    facets = SHOWN_FACETS if question.collection else ("collection", *SHOWN_FACETS)
    return engine().search(
        question.parsed(),
        collections=question.collections,
        filters=question.filters,
        sort=question.sort,
        offset=(question.page - 1) * PAGE,
        limit=PAGE,
        facets=facets,
        facet_limit=FACET_VALUES,
    )


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
    return explain(question.parsed(), engine(), collections=question.collections)


def record(collection: str, key: str) -> Document | None:
    return engine().get(collection, key) if collection in COLLECTIONS else None


def holdings() -> dict[str, int]:
    """How many records each collection has."""
    return {collection: engine().count(collection) for collection in COLLECTIONS}


def known_sort(name: str) -> bool:
    return name in get_args(Sort)

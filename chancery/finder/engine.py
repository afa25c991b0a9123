"""What an engine can do: the one interface of the embedded and of any distributed engine.

Every engine passes the tests of ``finder/tests/contract.py``; engines share those tests,
and the reading of documents (``entries``, ``highlighting``), not the way they store and search.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Literal, Protocol, TypeVar

from chancery.finder.cost import Cost
from chancery.finder.document import Document
from chancery.finder.query import Query, QueryError

T = TypeVar("T")
Sort = Literal["relevance", "newest", "oldest", "number", "title"]
SORTS: tuple[Sort, ...] = ("relevance", "newest", "oldest", "number", "title")

FACETS = ("collection", "office", "country", "year", "class", "status", "kind", "name", "family")
"""What can be counted and filtered by. ``year`` is that of the principal date. ``class`` values are
``scheme:symbol`` on every level down to the subclass (``ipc:G``, ``ipc:G06``, ``ipc:G06F``, ``nice:9``,
``locarno:02``, ``locarno:02-04``, ``vienna:26``, ``vienna:26.04``, ``product:cheeses``)."""

Segments = tuple[tuple[str, bool], ...]
"""A text cut into pieces, each with whether the query found it."""


def check(sort: str, facets: Iterable[str]) -> None:
    """Raise QueryError for an order or a facet that there is not."""
    if sort not in SORTS:
        raise QueryError("no_sort", name=sort, names=", ".join(SORTS))
    for name in facets:
        if name not in FACETS:
            raise QueryError("no_facet", name=name, names=", ".join(FACETS))


@dataclass(frozen=True, slots=True)
class Hit:
    """One document found. ``highlights`` holds the texts in which something was found, by place:
    ``title.<language>``, ``name.<index in document.names>``, ``<role>.<index in document.people[role]>`` and ``text``
    (an extract). They are looked for when asked.
    """

    document: Document
    score: float
    highlights: Mapping[str, Segments] = field(default_factory=dict)
    members: int = 1
    """Grouped by family: how many of the hits are of this record's family."""
    cursor: str = ""
    """Asks for what follows this hit."""


@dataclass(frozen=True, slots=True)
class Results:
    """One page of results. ``total`` and every facet count are exact. ``cursor`` asks for the next page,
    None at the end. Facet values come by falling count (``year``: newest first).
    """

    total: int
    hits: tuple[Hit, ...] = ()
    facets: Mapping[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    cursor: str | None = None
    families: int | None = None
    """Grouped by family: how many families (a record without one stands alone), exactly."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word that a pattern stands for, and how many documents hold it."""

    text: str
    hits: int


class Busy(RuntimeError):
    """Another process has been writing for longer than the caller wanted to wait."""


class Writer(Protocol):
    """The one door for changes. They are found once the ``with`` block is left, or ``commit`` called."""

    def add(self, documents: Iterable[Document]) -> int:
        """Add each document, replacing the one of the same collection and key; the number added."""

    def delete(self, collection: str, key: str) -> None:
        """Remove a document; nothing happens where there is none."""

    def wipe(self) -> None:
        """Remove every document."""

    def commit(self) -> None:
        """Make everything so far durable and findable; the ``with`` block does it at its end."""


class Engine(Protocol):
    """A searchable index. Safe to use from many threads; one instance a process is enough."""

    @property
    def generation(self) -> str:
        """Name of the index now searched; it changes with ``rebuilding`` and when the format of the index
        changed, so a caller who remembers it knows when the documents must be supplied again.
        """

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
        """One page of what the query finds.

        ``collections`` narrows everything, counts too. ``filters`` maps a facet to the chosen values: values
        of one facet are alternatives, facets combine. The counts of a facet leave its own filter aside, so
        they say how many hits each other value would bring; the total and the hits obey every filter.
        ``cursor`` (from the page before, same query and sort) is used instead of ``offset`` and has no
        ceiling. Sorted by relevance, a query that weighs nothing (everything, filters) comes newest first.
        ``by_family`` lists of each family only the hit that comes first in the order; pages go by ``cursor`` alone.
        QueryError for a facet, sort or cursor that does not exist and for a query that is too wide.
        """

    def words(self, leaf: Query, *, limit: int = 50, collections: Sequence[str] | None = None) -> tuple[Word, ...]:
        """The words that a leaf stands for in the index (forms of a word, what a pattern fits), the most frequent
        first; when there are more than ``limit``, one more than ``limit`` of them.
        """

    def cost(self, query: Query, *, facets: int = 0, rows: int = 0) -> Cost:
        """What the query will cost here, about."""

    def apart(self, task: Callable[..., T], *arguments: object, **named: object) -> T:
        """Call ``task(..., engine=)``, many searches in one, where all of them together take no more time than one may.

        A single search that is dear is limited so by itself. Raises QueryError where the time is used up.
        """

    def get(self, collection: str, key: str) -> Document | None:
        """The document of that name."""

    def count(self, collection: str | None = None) -> int:
        """How many documents there are."""

    def writing(self, *, wait: float = 30.0) -> AbstractContextManager[Writer]:
        """A writer; leaving the block commits, an exception in it undoes what was not committed.
        Raises Busy when another process is still writing after ``wait`` seconds.
        """

    def rebuilding(self, *, wait: float = 30.0) -> AbstractContextManager[Writer]:
        """A writer into a new, empty index beside the present one, which is searched meanwhile; leaving the
        block puts the new one in its place at once, an exception leaves the old one where it was.
        """

    def close(self) -> None:
        """Let go of files; the engine is not used afterwards."""

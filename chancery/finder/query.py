"""What is asked for: one query model, which every dialect is parsed into and every engine compiles.

Each leaf names the field it looks in; ``within`` moves the free leaves of a whole query into one field.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

ANY = "any"
"""The field of a leaf that names none: titles, names, texts and numbers."""


class QueryError(ValueError):
    """A query that cannot be understood: what is wrong, at which character (0-based, None when the fault
    is not in the query text), and what to write instead.
    """

    def __init__(self, message: str, position: int | None = None, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.position = position
        self.remedy = remedy

    def __str__(self) -> str:
        place = "" if self.position is None else f" (character {self.position + 1})"
        return f"{self.message}{place}. {self.remedy}".strip()


@dataclass(frozen=True, slots=True)
class Everything:
    """Every document."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word (found by its stem too, unless ``exact``), or the value of a number, class or code field."""

    text: str
    field: str = ANY
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that follow one another exactly so, unstemmed."""

    text: str
    field: str = ANY


@dataclass(frozen=True, slots=True)
class Wildcard:
    """A word with ``*`` (any number of characters) and ``?`` (exactly one), unstemmed."""

    pattern: str
    field: str = ANY


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """A word at most ``distance`` (1 or 2) letters away: one inserted, dropped, changed, or two swapped."""

    text: str
    field: str = ANY
    distance: int = 1


@dataclass(frozen=True, slots=True)
class Near:
    """Two words at most ``distance`` places apart, in either order, unstemmed; 1 means side by side."""

    left: str
    right: str
    distance: int
    field: str = ANY


@dataclass(frozen=True, slots=True)
class Range:
    """A date from ``low`` to ``high``, both included; None leaves that end open."""

    field: str
    low: date | None
    high: date | None


@dataclass(frozen=True, slots=True)
class Present:
    """Documents in which the field is filled at all."""

    field: str


@dataclass(frozen=True, slots=True)
class And:
    """All of the parts. Build it with ``all_of``, which keeps it flat."""

    parts: "tuple[Query, ...]"


@dataclass(frozen=True, slots=True)
class Or:
    """At least one of the parts. Build it with ``any_of``, which keeps it flat."""

    parts: "tuple[Query, ...]"


@dataclass(frozen=True, slots=True)
class Not:
    """Everything that the part does not find."""

    part: "Query"


Leaf = Everything | Term | Phrase | Wildcard | Fuzzy | Near | Range | Present
Query = Leaf | And | Or | Not


def all_of(parts: "Iterable[Query]") -> Query:
    """All of the parts, flat; of one part, the part; of none, everything."""
    flat = [inner for part in parts for inner in (part.parts if isinstance(part, And) else (part,))]
    return flat[0] if len(flat) == 1 else And(tuple(flat)) if flat else Everything()


def any_of(parts: "Iterable[Query]") -> Query:
    """At least one of the parts, flat; of one part, the part; of none, nothing."""
    flat = [inner for part in parts for inner in (part.parts if isinstance(part, Or) else (part,))]
    return flat[0] if len(flat) == 1 else Or(tuple(flat)) if flat else Not(Everything())


def within(field: str, query: Query) -> Query:
    """The same query with every leaf that names no field of its own moved into ``field``."""

    def move(leaf: Leaf) -> Query:
        if isinstance(leaf, Term | Phrase | Wildcard | Fuzzy | Near) and leaf.field == ANY:
            return replace(leaf, field=field)
        return leaf

    return transformed(query, move)


def transformed(query: Query, change: "Callable[[Leaf], Query]") -> Query:
    """The same tree with every leaf replaced by what ``change`` makes of it."""
    if isinstance(query, And):
        return all_of(transformed(part, change) for part in query.parts)
    if isinstance(query, Or):
        return any_of(transformed(part, change) for part in query.parts)
    if isinstance(query, Not):
        return Not(transformed(query.part, change))
    return change(query)

"""What is asked for: one query model, which every dialect is parsed into and every engine compiles.

Each leaf names the field it looks in; ``within`` moves the free leaves of a whole query into one field.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from chancery.finder.errors import QueryError

__all__ = [
    "ANY",
    "And",
    "Everything",
    "Fuzzy",
    "Leaf",
    "Near",
    "Not",
    "Or",
    "Phrase",
    "Present",
    "Query",
    "QueryError",
    "Range",
    "Regex",
    "Side",
    "Span",
    "Term",
    "Weighted",
    "Wildcard",
    "all_of",
    "any_of",
    "exactly",
    "extent",
    "near",
    "parts_of",
    "transformed",
    "within",
]

ANY = "any"
"""The field of a leaf that names none: titles, names, texts and numbers."""


@dataclass(frozen=True, slots=True)
class Everything:
    """Every document."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word (found by its stem too, unless ``exact``), or the value of a number, class or code field. ``below`` are
    symbols under a class that are not told by its own (see ``groups``).
    """

    text: str
    field: str = ANY
    exact: bool = False
    below: tuple[str, ...] = ()


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
class Regex:
    """A word that a regular expression fits from its first letter to its last; see ``patterns`` for its signs."""

    expression: str
    field: str = ANY


@dataclass(frozen=True, slots=True)
class Near:
    """Two sides at most ``distance`` places apart, 1 meaning side by side; ``ordered``: the left one first.

    A side is a word, phrase or word with wildcards, or a choice of these; all of them are in one field. Two
    plain words are found by their stems too, everything else as written. Build it with ``near``.
    """

    left: "Side"
    right: "Side"
    distance: int
    ordered: bool = False

    @property
    def field(self) -> str:
        """The one field in which both sides are looked for."""
        side = self.left
        while isinstance(side, Or):
            side = side.parts[0]  # type: ignore[assignment]
        return side.field


@dataclass(frozen=True, slots=True)
class Range:
    """A date from ``low`` to ``high``, both included; None leaves that end open."""

    field: str
    low: date | None
    high: date | None


@dataclass(frozen=True, slots=True)
class Span:
    """A number or a class symbol from ``low`` to ``high``, both included; empty leaves that end open."""

    field: str
    low: str
    high: str


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


@dataclass(frozen=True, slots=True)
class Weighted:
    """What the part finds, counting ``weight`` times as much in the order by relevance."""

    part: "Query"
    weight: float


Side = Term | Phrase | Wildcard | Or
Leaf = Everything | Term | Phrase | Wildcard | Fuzzy | Regex | Range | Span | Present
Query = Leaf | Near | And | Or | Not | Weighted


def near(left: "Side | str", right: "Side | str", distance: int, field: str = ANY, *, ordered: bool = False) -> Near:
    """Two sides near each other; a string is a word of ``field``."""
    sides = [Term(side, field) if isinstance(side, str) else side for side in (left, right)]
    return Near(sides[0], sides[1], distance, ordered)


def all_of(parts: "Iterable[Query]") -> Query:
    """All of the parts, flat; of one part, the part; of none, everything."""
    flat = [inner for part in parts for inner in (part.parts if isinstance(part, And) else (part,))]
    return flat[0] if len(flat) == 1 else And(tuple(flat)) if flat else Everything()


def any_of(parts: "Iterable[Query]") -> Query:
    """At least one of the parts, flat; of one part, the part; of none, nothing."""
    flat = [inner for part in parts for inner in (part.parts if isinstance(part, Or) else (part,))]
    return flat[0] if len(flat) == 1 else Or(tuple(flat)) if flat else Not(Everything())


def parts_of(query: Query) -> "tuple[Query, ...]":
    """The clauses directly below a clause; of a leaf, none."""
    match query:
        case And(parts) | Or(parts):
            return parts
        case Not(part) | Weighted(part, _):
            return (part,)
        case Near(left, right):
            return (left, right)
    return ()


def extent(query: Query) -> tuple[int, int]:
    """How many clauses stand inside each other at most, and how many leaves there are. Counted level by level, so that
    it can be asked of any query.
    """
    level: tuple[Query, ...] = (query,)
    height = leaves = 0
    while level:
        parts = [parts_of(each) for each in level]
        height, leaves = height + 1, leaves + parts.count(())
        level = tuple(part for each in parts for part in each)
    return height, leaves


def within(field: str, query: Query) -> Query:
    """The same query with every leaf that names no field of its own moved into ``field``."""

    def move(leaf: Leaf) -> Query:
        if isinstance(leaf, Term | Phrase | Wildcard | Fuzzy | Regex) and leaf.field == ANY:
            return replace(leaf, field=field)
        return leaf

    return transformed(query, move)


def exactly(query: Query) -> Query:
    """The same query with its words found only as they are written: stemming switched off."""

    def fix(leaf: Leaf) -> Query:
        return replace(leaf, exact=True) if isinstance(leaf, Term) else leaf

    return transformed(query, fix)


def transformed(query: Query, change: "Callable[[Leaf], Query]") -> Query:
    """The same tree with every leaf replaced by what ``change`` makes of it."""
    match query:
        case And(parts):
            return all_of(transformed(part, change) for part in parts)
        case Or(parts):
            return any_of(transformed(part, change) for part in parts)
        case Not(part):
            return Not(transformed(part, change))
        case Weighted(part, weight):
            return Weighted(transformed(part, change), weight)
        case Near(left, right, distance, ordered):
            sides = [cast("Side", transformed(side, change)) for side in (left, right)]
            return Near(sides[0], sides[1], distance, ordered)
    return change(query)

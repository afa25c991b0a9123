"""What a query means, clause by clause, as data for a page: a tree with words, and hit counts from an engine."""

from collections.abc import Sequence
from dataclasses import dataclass

from chancery.finder import fields
from chancery.finder.engine import Engine
from chancery.finder.printing import as_text
from chancery.finder.query import (
    And,
    Everything,
    Fuzzy,
    Near,
    Not,
    Or,
    Phrase,
    Present,
    Query,
    Range,
    Term,
    Wildcard,
)


@dataclass(frozen=True, slots=True)
class Explanation:
    """One clause. ``kind`` names it for a page in another language, ``meaning`` says it in English;
    ``field`` is the label of the field it looks in; ``hits`` is None without an engine.
    """

    clause: str
    kind: str
    meaning: str
    field: str = ""
    hits: int | None = None
    parts: "tuple[Explanation, ...]" = ()


def explain(query: Query, engine: Engine | None = None, *, collections: Sequence[str] | None = None) -> Explanation:
    """The query as a tree of clauses, each with how many documents it alone finds."""
    parts: tuple[Query, ...] = ()
    if isinstance(query, And | Or):
        parts = query.parts
    elif isinstance(query, Not):
        parts = (query.part,)
    label = getattr(query, "field", "")
    return Explanation(
        clause=as_text(query),
        kind=type(query).__name__.lower(),
        meaning=_meaning(query),
        field=fields.get(label).label if label else "",
        hits=engine.search(query, collections=collections, limit=0).total if engine else None,
        parts=tuple(explain(part, engine, collections=collections) for part in parts),
    )


WHOLE: dict[type, str] = {
    Everything: "everything",
    And: "all of these",
    Or: "at least one of these",
    Not: "not this",
}


def _meaning(query: Query) -> str:
    for kind, meaning in WHOLE.items():
        if isinstance(query, kind):
            return meaning
    match query:
        case Range(field, low, high):
            return f"{fields.get(field).label} {_days(str(low or ''), str(high or ''))}"
        case Present(field):
            return f"{fields.get(field).label} is given"
    return _meaning_of_words(query)


def _meaning_of_words(query: Query) -> str:
    match query:
        case Term(text, field, exact):
            return f"{fields.get(field).label} {_holds(field, exact=exact)} “{text}”"
        case Phrase(text, field):
            return f"{fields.get(field).label} has the words “{text}” in this order"
        case Wildcard(pattern, field):
            return f"{fields.get(field).label} has a word like “{pattern}” (* any characters, ? one)"
        case Fuzzy(text, field, distance):
            letters = "one letter" if distance == 1 else f"{distance} letters"
            return f"{fields.get(field).label} has “{text}” or a word that differs by {letters}"
        case Near(left, right, distance, field):
            return f"{fields.get(field).label} has “{left}” and “{right}” at most {distance} words apart"
    raise TypeError(f"Not a query: {query!r}")


def _holds(field: str, *, exact: bool) -> str:
    kind = fields.get(field).kind
    if kind == "words":
        return "has exactly" if exact else "has a form of"
    if kind == "class":
        return "is" if field.endswith("_exact") else "is or lies below"
    return "is"


def _days(low: str, high: str) -> str:
    if low and high:
        return f"is {low}" if low == high else f"from {low} to {high}"
    return f"from {low} on" if low else f"up to {high}"

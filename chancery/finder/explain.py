"""What a query means, clause by clause, as data for a page: a tree with words, and hit counts from an engine."""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

from chancery.finder import classes, fields
from chancery.finder.engine import Engine, Word
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
    Regex,
    Span,
    Term,
    Weighted,
    Wildcard,
    parts_of,
)
from chancery.finder.stems import stems
from chancery.finder.words import tokens

MOST_WORDS = 12
"""The most words that are listed for a pattern."""
MOST_EXPANDED, MOST_COUNTED = 40, 200
"""A query of more clauses is explained without the words they stand for, or without their hits: each costs a search."""

MEANINGS = {
    "everything": "everything",
    "and": "all of these",
    "or": "at least one of these",
    "not": "not this",
    "weighted": "this, counting {weight} times as much",
    "near": "both at most {distance} words apart",
    "ordered": "both at most {distance} words apart, the first one first",
    "word": "{field} has a form of “{text}”",
    "exact": "{field} has exactly “{text}”",
    "value": "{field} is “{text}”",
    "below": "{field} is “{text}” or lies below it",
    "phrase": "{field} has the words “{text}” in this order",
    "wildcard": "{field} has a word like “{text}” (* any characters, ? one)",
    "fuzzy": "{field} has “{text}” or a word that differs by {distance} at most",
    "regex": "{field} has a word that the expression {text} fits",
    "day": "{field} is {low}",
    "between": "{field} from {low} to {high}",
    "from": "{field} from {low} on",
    "until": "{field} up to {high}",
    "present": "{field} is given",
}
"""Kind of clause to its meaning in English, with the places of its values."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """One clause. ``kind`` is a key of ``MEANINGS`` and ``values`` fill it, so that a page can say it in another
    language; ``field`` is the label of the field it looks in. ``hits`` is None without an engine. ``stems`` are the
    forms that a plain word is reduced to (language and stem), ``words`` the words of the index that it or a pattern
    stands for; ``more``: there are more of them.
    """

    clause: str
    kind: str
    field: str = ""
    values: dict[str, str] = dataclasses.field(default_factory=dict)
    hits: int | None = None
    stems: tuple[tuple[str, str], ...] = ()
    words: tuple[Word, ...] = ()
    more: bool = False
    parts: "tuple[Explanation, ...]" = ()

    @property
    def meaning(self) -> str:
        """What the clause says, in English."""
        return MEANINGS[self.kind].format(field=self.field, **self.values)


def explain(query: Query, engine: Engine | None = None, *, collections: Sequence[str] | None = None) -> Explanation:
    """The query as a tree of clauses, each with how many documents it alone finds, and what it stands for."""
    clauses = _number(query)
    return _explained(query, engine if clauses <= MOST_COUNTED else None, collections, words=clauses <= MOST_EXPANDED)


def _number(query: Query) -> int:
    return 1 + sum(map(_number, parts_of(query)))


def _explained(query: Query, engine: Engine | None, collections: Sequence[str] | None, *, words: bool) -> Explanation:
    name = getattr(query, "field", "")
    kind, values = _meaning(query)
    found = _words(query, engine, collections) if engine and words else ()
    return Explanation(
        clause=as_text(query),
        kind=kind,
        field=fields.get(name).label if name else "",
        values=values,
        hits=engine.search(query, collections=collections, limit=0).total if engine else None,
        stems=_stems(query),
        words=found[:MOST_WORDS],
        more=len(found) > MOST_WORDS,
        parts=tuple(_explained(part, engine, collections, words=words) for part in parts_of(query)),
    )


def _words(query: Query, engine: Engine, collections: Sequence[str] | None) -> tuple[Word, ...]:
    if not isinstance(query, Term | Wildcard | Fuzzy | Regex) or fields.get(query.field).kind != "words":
        return ()
    if isinstance(query, Term) and not _stems(query):
        return ()
    return engine.words(query, limit=MOST_WORDS, collections=collections)


def _stems(query: Query) -> tuple[tuple[str, str], ...]:
    """Language and stem of a plain word, one language a stem."""
    if not isinstance(query, Term) or query.exact or fields.get(query.field).kind != "words":
        return ()
    if fields.base(query.field)[0] not in fields.INFLECTED:
        return ()
    words = tokens(query.text)
    wanted = fields.base(query.field)[1]
    found = stems(words[0]) if len(words) == 1 else ()
    chosen = [(language, stem) for language, stem in found if language == wanted or not wanted]
    return tuple(sorted(chosen, key=lambda one: (one[0] != "en", one[0])))


def _meaning(query: Query) -> tuple[str, dict[str, str]]:
    match query:
        case Everything() | And() | Or() | Not():
            return type(query).__name__.lower(), {}
        case Weighted(_, weight):
            return "weighted", {"weight": f"{weight:g}"}
        case Near(_, _, distance, ordered):
            return "ordered" if ordered else "near", {"distance": str(distance)}
    return _meaning_of_leaf(query)


def _meaning_of_leaf(query: Query) -> tuple[str, dict[str, str]]:
    match query:
        case Term(text):
            return _kind_of_term(query), {"text": text}
        case Phrase(text) | Wildcard(text) | Regex(text):
            return type(query).__name__.lower(), {"text": text}
        case Fuzzy(text, _, distance):
            return "fuzzy", {"text": text, "distance": str(distance)}
        case Present():
            return "present", {}
        case Range(_, low, high):
            return _between(str(low or ""), str(high or ""))
        case Span(_, low, high):
            return _between(low, high)
    raise TypeError(f"Not a query: {query!r}")


def _kind_of_term(term: Term) -> str:
    kind = fields.get(term.field).kind
    if kind == "words":
        return "exact" if term.exact or fields.base(term.field)[0] not in fields.INFLECTED else "word"
    if kind != "class" or term.field.endswith("_exact"):
        return "value"
    return "below" if term.below or classes.has_below(term.text) else "value"


def _between(low: str, high: str) -> tuple[str, dict[str, str]]:
    kind = ("day" if low == high else "between") if low and high else "from" if low else "until"
    return kind, {"low": low, "high": high}

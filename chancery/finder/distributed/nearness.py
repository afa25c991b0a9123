"""Nearness made of intervals: OpenSearch counts the words between two of them."""

from collections.abc import Iterator
from itertools import product

from chancery.finder.distributed.building import NOTHING, Dsl
from chancery.finder.query import Near, Or, QueryError, Side, Term, Wildcard
from chancery.finder.stems import stem, stems
from chancery.finder.words import fold, tokens

MOST_CHOICES = 400
"""The most pairs that one nearness is written out as."""
MOST_WORDS = 1000
"""The most words that a pattern stands for here; OpenSearch takes no more clauses."""


def near(query: Near, field: str, prefix: str) -> Dsl:
    """Both sides as they are written, in a field of the index where ``prefix`` stands before each word."""
    lefts, rights = (list(_choices(side, prefix)) for side in (query.left, query.right))
    return _pairs(field, lefts, rights, query)


def stemmed(query: Near, field: str, language: str) -> Dsl | None:
    """Both sides by their stems in one language; None unless both are plain single words of it."""
    sides = [_stem(side, language) for side in (query.left, query.right)]
    if not all(sides):
        return None
    left, right = ([_words([f"{language}:{side}"])] for side in sides)
    return _pairs(field, left, right, query)


def languages(query: Near) -> tuple[str, ...]:
    """The languages in which both sides have stems."""
    found = [
        {language for language, _ in stems(words[0])} if isinstance(side, Term) and len(words) == 1 else set()
        for side in (query.left, query.right)
        if (words := tokens(side.text) if isinstance(side, Term) else ["", ""])
    ]
    return tuple(sorted(set.intersection(*found))) if len(found) == 2 else ()


def in_a_row(pieces: list[Dsl], field: str) -> Dsl:
    """Words and patterns that follow one another exactly so."""
    return {"intervals": {field: _ordered(pieces, 0)}}


def pattern(text: str) -> Dsl:
    """A word with wildcards, as an interval."""
    return {"wildcard": {"pattern": text, "max_expansions": MOST_WORDS}}


def _pairs(field: str, lefts: list[Dsl], rights: list[Dsl], query: Near) -> Dsl:
    orders = list(product(lefts, rights))
    if not query.ordered:
        orders += [(right, left) for left, right in orders]
    if len(orders) * query.distance > MOST_CHOICES:
        raise QueryError("near_choices")
    found = [_ordered([left, right], query.distance - 1) for left, right in orders]
    return {"intervals": {field: {"any_of": {"intervals": found}}}} if found else NOTHING


def _ordered(intervals: list[Dsl], gaps: int) -> Dsl:
    return {"all_of": {"intervals": intervals, "mode": "ordered", "max_gaps": gaps}}


def _words(words: list[str]) -> Dsl:
    return {"match": {"query": " ".join(words), "mode": "ordered", "max_gaps": 0, "analyzer": "whitespace"}}


def _choices(side: Side, prefix: str) -> Iterator[Dsl]:
    if isinstance(side, Or):
        for part in side.parts:
            yield from _choices(part, prefix)  # type: ignore[arg-type]  # a side is made of sides
    elif isinstance(side, Wildcard):
        yield pattern(prefix + fold(side.pattern))
    elif words := tokens(side.text):
        yield _words([prefix + word for word in words])


def _stem(side: Side, language: str) -> str | None:
    if not isinstance(side, Term) or side.exact or len(words := tokens(side.text)) != 1:
        return None
    return stem(words[0], language) if language in dict(stems(words[0])) else None

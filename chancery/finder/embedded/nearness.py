"""Nearness made of phrases: tantivy's phrases take words at given places with a slop in both directions.

A word b from 1 to n places after a is a phrase whose b stands in the middle of that span, with half the span as
slop; an even span needs two such phrases. Sides of several words are written out distance by distance.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

import tantivy

from chancery.finder import patterns
from chancery.finder.embedded.building import checked, either
from chancery.finder.query import Near, Or, QueryError, Side, Term, Wildcard
from chancery.finder.words import fold, tokens

MOST_PHRASES = 400
"""The most phrases that one nearness is written out as."""


@dataclass(frozen=True, slots=True)
class _Choice:
    """The words of one choice of a side; ``wild``: the only one is a pattern."""

    words: tuple[str, ...]
    wild: bool = False


class Nearness:
    """Nearness in one field of the index, where ``prefix`` stands before each word."""

    def __init__(self, schema: tantivy.Schema, field: str, prefix: str) -> None:
        self._schema = schema
        self._field = field
        self._prefix = prefix

    def query(self, near: Near) -> tantivy.Query:
        """Both sides as they are written."""
        return self._pairs(list(_choices(near.left)), list(_choices(near.right)), near)

    def stemmed(self, near: Near, keys: Mapping[str, str]) -> tantivy.Query:
        """Both sides, plain words, by their keys in one language; see ``stems.keys``."""
        left, right = ([_Choice((keys[word],))] for word in (_plain(near.left), _plain(near.right)) if word)
        return self._pairs(left, right, near)

    def _pairs(self, lefts: list[_Choice], rights: list[_Choice], near: Near) -> tantivy.Query:
        orders = [(left, right) for left, right in product(lefts, rights) if left.words and right.words]
        if not near.ordered:
            orders += [(right, left) for left, right in orders]
        if len(orders) * near.distance > MOST_PHRASES:
            raise QueryError("near_choices")
        found = [phrase for left, right in orders for phrase in self._after(left, right, near.distance)]
        return either(found) if found else tantivy.Query.empty_query()

    def _after(self, left: _Choice, right: _Choice, distance: int) -> Iterator[tantivy.Query]:
        """The right side from 1 to ``distance`` places after the left one."""
        if len(left.words) == len(right.words) == 1:
            yield from (self._phrase(left, right, middle, slop) for middle, slop in _middles(distance))
        else:
            yield from (self._phrase(left, right, gap, 0) for gap in range(1, distance + 1))

    def _phrase(self, left: _Choice, right: _Choice, gap: int, slop: int) -> tantivy.Query:
        start = len(left.words) - 1 + gap
        wild = left.wild or right.wild
        words: list[str | tuple[int, str]] = [
            (place, self._word(word, pattern=side.wild, escaped=wild))
            for side, first in ((left, 0), (right, start))
            for place, word in enumerate(side.words, first)
        ]
        make = tantivy.Query.regex_phrase_query if wild else tantivy.Query.phrase_query
        return checked(lambda: make(self._schema, self._field, words, slop))

    def _word(self, word: str, *, pattern: bool, escaped: bool) -> str:
        if pattern:
            return patterns.wildcard(self._prefix).regex + patterns.wildcard(word).regex
        return patterns.wildcard(self._prefix + word).regex if escaped else self._prefix + word


def _middles(distance: int) -> list[tuple[int, int]]:
    """Place and slop of the phrases that together reach from 1 to ``distance``."""
    half = distance // 2
    return [(half + 1, half)] if distance % 2 else [(half, half - 1), (half + 1, half - 1)]


def _choices(side: Side) -> Iterator[_Choice]:
    if isinstance(side, Or):
        for part in side.parts:
            yield from _choices(part)  # type: ignore[arg-type]  # a side is made of sides
    elif isinstance(side, Wildcard):
        yield _Choice((fold(side.pattern),), wild=True)
    else:
        yield _Choice(tuple(tokens(side.text)))


def is_stemmed(near: Near) -> bool:
    """Whether both sides are plain single words, which are found by their stems."""
    return bool(_plain(near.left) and _plain(near.right))


def _plain(side: Side) -> str | None:
    if not isinstance(side, Term) or side.exact or len(words := tokens(side.text)) != 1:
        return None
    return words[0]

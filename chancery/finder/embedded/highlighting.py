"""Where the query was found in a document: its texts cut into pieces, the found ones marked.

Computed from the query and the stored texts, so that words found by a stem, a wildcard or an approximation are
marked too. Words are marked one by one; a phrase marks its words only where they follow one another.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from chancery.finder.document import Document
from chancery.finder.embedded.compiling import pieces_of
from chancery.finder.embedded.schema import stem
from chancery.finder.engine import Segments
from chancery.finder.query import ANY, And, Fuzzy, Near, Or, Phrase, Query, Term, Wildcard
from chancery.finder.words import fold, has_cjk, places, tokens

_EXTRACT = 240  # characters of a long text that are shown around the first mark
_BEFORE = 60  # of them before it

Fits = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class _Sought:
    """Words that must follow one another in a field; usually one."""

    field: str
    words: tuple[Fits, ...]


class Marker:
    """Marks what one query looks for; made once a search."""

    def __init__(self, query: Query) -> None:
        self._sought = tuple(_sought(query))

    def highlights(self, document: Document) -> dict[str, Segments]:
        """The texts in which something was found, by place, see ``engine.Hit``."""
        return {
            place: segments
            for place, field, text in _texts(document)
            if (segments := self._marked(text, field, extract=place == "text"))
        }

    def _marked(self, text: str, field: str, *, extract: bool) -> Segments | None:
        sought = [each for each in self._sought if each.field in (ANY, field, field.partition(".")[0])]
        if not sought or not text:
            return None
        there = set(tokens(text))
        sought = [each for each in sought if all(any(map(fits, there)) for fits in each.words)]
        if not sought:  # most texts end here, before anybody asks where each word stands
            return None
        words = places(text)
        known = [word for _, _, word in words]
        found = sorted({at for each in sought for at in _found(each, known)})
        if not found:
            return None
        spans = [(words[at][0], words[at][1]) for at in found]
        return _cut(text, spans, *(_window(text, spans[0][0]) if extract else (0, len(text))))


def _texts(document: Document) -> Iterator[tuple[str, str, str]]:
    """Place, field and text of everything that is searched by words."""
    for language, title in document.titles.items():
        yield f"title.{language}", f"title.{language}", title
    for index, name in enumerate(document.names):
        yield f"name.{index}", "name", name
    yield "text", "text", document.text


def _found(sought: _Sought, words: list[str]) -> Iterator[int]:
    """The places of the words that are part of what is sought."""
    first, *following = sought.words
    for start in [at for at, word in enumerate(words) if first(word)]:
        end = start + len(sought.words)
        if end <= len(words) and all(map(_fit, following, words[start + 1 : end])):
            yield from range(start, end)


def _fit(fits: Fits, word: str) -> bool:
    return fits(word)


def _sought(query: Query) -> Iterator[_Sought]:
    """What is looked for; what must not be found is not."""
    if isinstance(query, And | Or):
        for part in query.parts:
            yield from _sought(part)
    elif isinstance(query, Near):
        yield _Sought(query.field, (fold(query.left).__eq__,))
        yield _Sought(query.field, (fold(query.right).__eq__,))
    elif isinstance(query, Term | Phrase | Wildcard | Fuzzy):
        words = tuple(cache(fits) for fits in _fits(query))  # texts repeat their words, pages their texts
        if words:
            yield _Sought(query.field, words)


def _fits(query: Term | Phrase | Wildcard | Fuzzy) -> Iterator[Fits]:
    if isinstance(query, Wildcard):
        yield from _fits_pattern(query.pattern)
    elif isinstance(query, Fuzzy):
        yield _fits_nearly(fold(query.text), query.distance)
    else:
        words = tokens(query.text)
        stemmed = isinstance(query, Term) and not query.exact and len(words) == 1
        yield from (_fits_stem(word) if stemmed else word.__eq__ for word in words)


def _fits_stem(word: str) -> Fits:
    root = stem(word)
    return lambda other: other[0] == word[0] and stem(other) == root  # stemming never changes the first letter


def _fits_pattern(pattern: str) -> Iterator[Fits]:
    if has_cjk(pattern):
        yield from (word.__eq__ for word in tokens(pattern))
        return
    for piece in pieces_of(pattern):
        yield _fits_expression(re.compile(re.escape(piece).replace(r"\*", ".*").replace(r"\?", ".")))


def _fits_expression(expression: re.Pattern[str]) -> Fits:
    return lambda word: expression.fullmatch(word) is not None


def _fits_nearly(word: str, most: int) -> Fits:
    letters = set(word)

    def fits(other: str) -> bool:
        if abs(len(other) - len(word)) > most or len(letters.symmetric_difference(other)) > 2 * most:
            return False  # one change takes one letter away and brings one in
        return _distance(word, other) <= most

    return fits


def _distance(one: str, other: str) -> int:
    """Letters inserted, dropped, changed, or neighbours swapped."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        above, row = row, [i]
        for j, sign in enumerate(other, 1):
            best = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != sign))
            if before and j > 1 and letter == other[j - 2] and one[i - 2] == sign:
                best = min(best, before[j - 2] + 1)
            row.append(best)
        before = above
    return row[-1]


def _window(text: str, first: int) -> tuple[int, int]:
    """Start and end of an extract around the first mark, cut between words."""
    if len(text) <= _EXTRACT:
        return 0, len(text)
    start = max(0, min(first - _BEFORE, len(text) - _EXTRACT))
    if start:
        space = text.find(" ", start, first)
        start = space + 1 if space >= 0 else start
    end = min(len(text), start + _EXTRACT)
    space = text.rfind(" ", first, end)
    return start, space if end < len(text) and space > first else end


def _cut(text: str, spans: list[tuple[int, int]], start: int, end: int) -> Segments:
    """The text from start to end in pieces; neighbouring pieces alternate between plain and marked."""
    pieces: list[tuple[str, bool]] = []
    at = start
    for first, last in spans:
        if first < at or last > end:
            continue
        if first > at:
            pieces.append((text[at:first], False))
        pieces.append((text[first:last], True))
        at = last
    if at < end:
        pieces.append((text[at:end], False))
    return tuple(pieces)

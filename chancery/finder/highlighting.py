"""Where the query was found in a document: its texts cut into pieces, the found ones marked.

Computed from the query and the stored texts, so that words found by a stem, a wildcard or an approximation are
marked too. Words are marked one by one; a phrase marks its words only where they follow one another.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import repeat

from chancery.finder import fields, patterns
from chancery.finder.document import Document
from chancery.finder.engine import Segments
from chancery.finder.query import ANY, And, Fuzzy, Near, Or, Phrase, Query, Regex, Term, Weighted, Wildcard
from chancery.finder.stems import stem
from chancery.finder.words import fold, has_cjk, pieces_of, places, tokens

_EXTRACT = 240  # characters of a long text that are shown around the first mark
_BEFORE = 60  # of them before it

Fits = Callable[[str, str], bool]
"""Whether a folded word of a text in a language (``""``: of names, which do not inflect) is the one sought."""


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
            text.place: segments
            for text in _texts(document)
            if (segments := self._marked(text, self._looked_for(text)))
        }

    def words(self, document: Document) -> set[str]:
        """The words found, folded."""
        found: set[str] = set()
        for text in _texts(document):
            words = tokens(text.text)
            for sought in self._looked_for(text):
                found.update(words[at] for at in _found(sought, words, text.language))
        return found

    def _looked_for(self, text: "_Text") -> list[_Sought]:
        """What is looked for in a text, and might be there."""
        sought = [each for each in self._sought if text.belongs_to(each.field)]
        if not sought or not text.text:
            return []
        there = set(tokens(text.text))
        return [each for each in sought if all(any(map(fits, there, repeat(text.language))) for fits in each.words)]

    def _marked(self, text: "_Text", sought: list[_Sought]) -> Segments | None:
        if not sought:  # most texts end here, before anybody asks where each word stands
            return None
        words = places(text.text)
        known = [word for _, _, word in words]
        found = sorted({at for each in sought for at in _found(each, known, text.language)})
        if not found:
            return None
        spans = [(words[at][0], words[at][1]) for at in found]
        extract = _window(text.text, spans[0][0]) if text.place == "text" else (0, len(text.text))
        return _cut(text.text, spans, *extract)


@dataclass(frozen=True, slots=True)
class _Text:
    """A text that is searched by words: its place in the document, its field, and the language of its stems."""

    place: str
    field: str
    text: str
    language: str = ""

    def belongs_to(self, name: str) -> bool:
        head, language = fields.base(name)
        return head in (ANY, self.field) and (not language or (language == self.language and self.field != "name"))


def _texts(document: Document) -> Iterator[_Text]:
    for language, title in document.titles.items():
        yield _Text(f"title.{language}", "title", title, language)
    for index, name in enumerate(document.names):
        yield _Text(f"name.{index}", "name", name)
    yield _Text("text", "text", document.text, document.language or "en")


def _found(sought: _Sought, words: list[str], language: str) -> Iterator[int]:
    """The places of the words that are part of what is sought."""
    first = sought.words[0]
    for start in [at for at, word in enumerate(words) if first(word, language)]:
        row = words[start : start + len(sought.words)]
        if len(row) == len(sought.words) and all(map(_fit, sought.words, row, repeat(language))):
            yield from range(start, start + len(row))


def _fit(fits: Fits, word: str, language: str) -> bool:
    return fits(word, language)


def _sought(query: Query) -> Iterator[_Sought]:
    """What is looked for; what must not be found is not."""
    match query:
        case And(parts) | Or(parts):
            yield from (sought for part in parts for sought in _sought(part))
        case Weighted(part):
            yield from _sought(part)
        case Near(left, right):
            yield from _sought(left)
            yield from _sought(right)
        case Term() | Phrase() | Wildcard() | Fuzzy() | Regex():
            words = tuple(cache(fits) for fits in _fits(query))  # texts repeat their words, pages their texts
            if words:
                yield _Sought(query.field, words)


def _fits(query: Term | Phrase | Wildcard | Fuzzy | Regex) -> Iterator[Fits]:
    match query:
        case Wildcard(pattern):
            yield from _fits_wildcard(pattern)
        case Regex(expression):
            yield _fits_pattern(patterns.regular(expression))
        case Fuzzy(text, _, distance):
            yield _fits_nearly(fold(text), distance)
        case Term(text) | Phrase(text):
            words = tokens(text)
            stemmed = isinstance(query, Term) and not query.exact and len(words) == 1
            yield from (_fits_stem(word) if stemmed else _is(word) for word in words)


def _is(word: str) -> Fits:
    return lambda other, _: other == word


def _fits_stem(word: str) -> Fits:
    return lambda other, language: other == word or (language != "" and stem(other, language) == stem(word, language))


def _fits_wildcard(pattern: str) -> Iterator[Fits]:
    if has_cjk(pattern):
        yield from (_is(word) for word in tokens(pattern))
    else:
        yield from (_fits_pattern(patterns.wildcard(piece)) for piece in pieces_of(pattern))


def _fits_pattern(pattern: patterns.Pattern) -> Fits:
    return lambda word, _: pattern.fits(word)


def _fits_nearly(word: str, most: int) -> Fits:
    letters = set(word)

    def fits(other: str, _: str) -> bool:
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

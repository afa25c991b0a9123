"""Where the query was found in a document: its texts cut into pieces, the found ones marked.

Computed from the query and the stored texts, so that words found by a stem, a wildcard or an approximation are
marked too. Words are marked one by one; a phrase marks its words only where they follow one another. Most callers look
at few of the hits, so a hit's texts are read when somebody asks for them.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from chancery.finder import fields, patterns
from chancery.finder.document import PARTS, Document
from chancery.finder.engine import Segments
from chancery.finder.entries import FIRST, NAMES
from chancery.finder.query import ANY, And, Fuzzy, Near, Or, Phrase, Query, Regex, Term, Weighted, Wildcard
from chancery.finder.stems import keys
from chancery.finder.words import fold, has_cjk, pieces_of, places, tokens

_EXTRACT = 240  # characters of a long text that are shown around the first mark
_BEFORE = 60  # of them before it

_LONG = ("text", *PARTS)
"""Texts of which an extract is shown."""

_WITH_PREFIXES = frozenset(("ar", "el", "nl"))
"""Languages in which a stem may begin with another letter than its word; in all others only endings are taken away."""

Fits = Callable[[str, str], bool]
"""Whether a folded word of a text in a language (``""``: of names, which do not inflect) is the one sought."""
Row = list[set[str]]
"""For each of the words that must follow one another, the words of a text that are such a one."""


class _Word:
    """One word sought. Texts repeat their words, and pages their texts: each word is compared once a language."""

    def __init__(self, fits: Fits) -> None:
        self._fits = fits
        self._known: dict[str, tuple[set[str], set[str]]] = {}

    def among(self, words: set[str], language: str) -> set[str]:
        """Those of the words that are the one sought."""
        seen, fitting = self._known.setdefault(language, (set(), set()))
        if new := words - seen:
            fitting.update(word for word in new if self._fits(word, language))
            seen |= new
        return words & fitting


@dataclass(frozen=True, slots=True)
class _Sought:
    """Words that must follow one another in a field, or in all (``ANY``), of one language or of all; usually one."""

    field: str
    language: str
    words: tuple[_Word, ...]

    def concerns(self, text: "_Text") -> bool:
        if self.language and (self.language != text.language or text.field not in fields.INFLECTED):
            return False
        if self.field == ANY:
            return text.field not in PARTS
        if self.field in FIRST:
            return text.place == f"{FIRST[self.field]}.0"
        return self.field in (fields.FULL, text.field) or (self.field == NAMES and text.field not in fields.INFLECTED)

    def row(self, words: set[str], language: str) -> Row:
        """What stands for each word among the words of a text; nothing where one is missing."""
        found: Row = []
        for word in self.words:
            fitting = word.among(words, language)
            if not fitting:
                return []
            found.append(fitting)
        return found


class Marker:
    """Marks what one query looks for; made once a search."""

    def __init__(self, query: Query) -> None:
        self._query = query

    @cached_property
    def _sought(self) -> tuple[_Sought, ...]:
        return tuple(_sought(self._query))

    def highlights(self, document: Document) -> dict[str, Segments]:
        """The texts in which something was found, by place, see ``engine.Hit``."""
        found = {}
        for text in _texts(document):
            if (rows := self._rows(text)) and (spans := _spans(text.text, rows)):
                extract = _window(text.text, spans[0][0]) if text.place in _LONG else (0, len(text.text))
                found[text.place] = _cut(text.text, spans, *extract)
        return found

    def words(self, document: Document) -> set[str]:
        """The words found, folded."""
        found: set[str] = set()
        for text in _texts(document):
            words = tokens(text.text)
            for row in self._rows(text):
                found.update(words[at] for at in _following(row, words))
        return found

    def _rows(self, text: "_Text") -> list[Row]:
        """What is looked for in a text, and might be there."""
        sought = [each for each in self._sought if each.concerns(text)]
        if not sought or not text.text:
            return []
        there = set(tokens(text.text))
        return [row for each in sought if (row := each.row(there, text.language))]


class Highlights(Mapping[str, Segments]):
    """What ``Marker.highlights`` says of a document, worked out when it is first asked for."""

    __slots__ = ("_document", "_found", "_marker")

    def __init__(self, marker: Marker, document: Document) -> None:
        self._marker, self._document = marker, document
        self._found: dict[str, Segments] | None = None

    @property
    def _all(self) -> dict[str, Segments]:
        if self._found is None:
            self._found = self._marker.highlights(self._document)
        return self._found

    def __getitem__(self, place: str) -> Segments:
        return self._all[place]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def __repr__(self) -> str:
        return repr(self._all)

    def __reduce__(self) -> tuple[type[dict[str, Segments]], tuple[dict[str, Segments]]]:
        """Another process is sent what was found, not how to find it."""
        return dict, (self._all,)


@dataclass(frozen=True, slots=True)
class _Text:
    """A text that is searched by words: its place in the document, its field, and the language of its stems."""

    place: str
    field: str
    text: str
    language: str = ""


def _texts(document: Document) -> Iterator[_Text]:
    for language, title in document.titles.items():
        yield _Text(f"title.{language}", "title", title, language)
    for index, name in enumerate(document.names):
        yield _Text(f"name.{index}", "name", name)
    for role, people in document.people.items():
        for index, name in enumerate(people):
            yield _Text(f"{role}.{index}", role, name)
    for field, text in document.texts.items():
        yield _Text(field, field, text, document.language or "en")


def _spans(text: str, rows: list[Row]) -> list[tuple[int, int]]:
    """Start and end of each word that is part of what is sought, in order."""
    if text.isascii() and all(len(row) == 1 for row in rows):
        plain = text.lower()
        return sorted(span for word in set().union(*(row[0] for row in rows)) for span in _spots(plain, word))
    words = places(text)
    known = [word for _, _, word in words]
    return [words[at][:2] for at in sorted({at for row in rows for at in _following(row, known)})]


def _spots(text: str, word: str) -> Iterator[tuple[int, int]]:
    """Where a word stands by itself in a folded text."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not text[max(start - 1, 0) : start].isalnum() and not text[end : end + 1].isalnum():
            yield start, end
        start = text.find(word, end)


def _following(row: Row, words: list[str]) -> Iterator[int]:
    """The places of the words that are part of what is sought."""
    first = row[0]
    for start in [at for at, word in enumerate(words) if word in first]:
        part = words[start : start + len(row)]
        if len(part) == len(row) and all(word in fitting for word, fitting in zip(part, row, strict=True)):
            yield from range(start, start + len(row))


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
            if words := tuple(map(_Word, _fits(query))):
                yield _Sought(*fields.base(query.field), words)


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
    """The word in one of its forms; they begin alike, see ``_WITH_PREFIXES``."""

    def fits(other: str, language: str) -> bool:
        if other == word:
            return True
        if not language or (other[0] != word[0] and language not in _WITH_PREFIXES):
            return False
        known = keys(language)
        return known[other] == known[word]

    return fits


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

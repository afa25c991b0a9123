"""What a document is found, counted and sorted by: the same in every engine, which only store it and look it up.

Texts come folded and cut into words by ``finder.words``, joined by spaces, so that an index only splits at spaces; a
gap mark between two values keeps phrases and NEAR from reaching across.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

import msgspec

from chancery.finder import classes, fields, numbers
from chancery.finder.document import CITED, DATE_NAMES, Document
from chancery.finder.leaves import MOST_NEAR
from chancery.finder.query import ANY
from chancery.finder.stems import SNOWBALL, stem
from chancery.finder.words import fold, pairs, tokens

FORMAT = "2"
"""Version of everything this package writes into an index. Raise it whenever a document would be indexed
differently: an index of another format is put aside and filled anew."""

GAP = "\u00b6"
"""Stands between two values of a field; it is dropped from the index and leaves its place empty."""

WORD_FIELDS = ("title", "name", "text")
"""Words as written (folded)."""
TITLE_IN = "title_in"
"""Titles with the language before each word (``fr:roue``), so that one field serves every language."""
STEMMED = {"title": "title_stems", "text": "text_stems"}
"""Field to the field with its stems, each with its language before it (``en:batteri``)."""
PAIRS = "pairs"
"""Each two neighbouring Chinese, Japanese or Korean characters of a document, wherever they stand: a phrase of such
characters is only checked where all of its pairs are."""
ORDER = "number_order"
"""Numbers in an order of their own, for ranges."""
FACET_FIELDS = ("collection", "office", "country", "status", "kind", "year", "class", "name", "family")
DATE_FIELDS = (*DATE_NAMES, "date")
SORT_NUMBERS = ("newest", "oldest")
SORT_TEXTS = ("title", "number")

_WEIGHTS = {"title": 3.0, "name": 2.0, "text": 1.0, TITLE_IN: 3.0}
_BETWEEN = f" {' '.join([GAP] * MOST_NEAR)} "
_LAST_DAY = date.max.toordinal()
_TIE_BITS = 40
_MOST_SORTED = 80  # characters of a title or number that decide its place

STEMMABLE = frozenset((*SNOWBALL, "ar"))
"""The languages whose words have stems."""

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Document).decode


def identity(collection: str, key: str) -> str:
    """The name of a document in the whole index."""
    return f"{collection}/{key}"


def written(document: Document) -> bytes:
    """The document as it is stored."""
    return _encode(document)


def restored(source: bytes) -> Document:
    """The document that was stored."""
    return _decode(source)


def facet_field(name: str) -> str:
    """The field that holds the values of a facet as they are shown."""
    return f"facet_{name}"


def sort_field(name: str) -> str:
    """The field whose order is the sort order; every document has one value, no two the same."""
    return f"sort_{name}"


@dataclass(frozen=True, slots=True)
class Place:
    """A field of the index in which words are looked for; ``prefix`` stands before each word there, ``stems`` names
    the field of its stems, ``language`` narrows them, and ``condition`` is a code the document must have.
    """

    field: str
    prefix: str = ""
    stems: str = ""
    language: str = ""
    condition: str = ""

    @property
    def weight(self) -> float:
        """How much a word found here counts."""
        return _WEIGHTS[self.field]


def places(name: str) -> Iterator[Place]:
    """Where the words of a field of the model stand in the index."""
    head, language = fields.base(name)
    if language:
        if head in ("title", ANY):
            yield Place(TITLE_IN, f"{language}:", STEMMED["title"], language)
        if head in ("text", ANY):
            yield Place("text", "", STEMMED["text"], language, f"has:text.{language}")
        return
    for field in WORD_FIELDS if head == ANY else (head,):
        yield Place(field, "", STEMMED.get(field, ""))


def texts(document: Document) -> Iterator[tuple[str, str]]:
    """Field of the index and what stands in it; most fields come several times."""
    yield from _words(document)
    yield from _numbers(document)
    yield from (("class", key) for key in _distinct(_class_keys(document)))
    yield from (("code", f"{field}:{fold(value)}") for field, value in _codes(document) if value)
    yield from (("code", f"has:{field}") for field in _present(document))
    yield from ((facet_field(name), value) for name, value in _facets(document) if value)
    yield sort_field("title"), _place(" ".join(tokens(document.title())), document)
    yield sort_field("number"), _place(re.sub(r"\d+", _padded, fold(document.number)), document)


def _words(document: Document) -> Iterator[tuple[str, str]]:
    titles = {language: tokens(title) for language, title in document.titles.items() if title}
    names = [tokens(name) for name in document.names]
    text = tokens(document.text)
    yield "title", _BETWEEN.join(" ".join(words) for words in titles.values())
    yield "name", _BETWEEN.join(" ".join(words) for words in names)
    yield "text", " ".join(text)
    yield STEMMED["text"], _in_language(document.language or "en", text, stemmed=True)
    for language, words in titles.items():
        yield TITLE_IN, _in_language(language, words)
        yield STEMMED["title"], _in_language(language, words, stemmed=True)
    yield PAIRS, " ".join(set().union(*map(pairs, (*titles.values(), *names, text))))


def _in_language(language: str, words: list[str], *, stemmed: bool = False) -> str:
    """The words with their language before each; their stems, none in a language without a stemmer."""
    if not stemmed:
        return " ".join(f"{language}:{word}" for word in words)
    if language not in STEMMABLE:
        return ""
    return " ".join(f"{language}:{stem(word, language)}" for word in words)


def _numbers(document: Document) -> Iterator[tuple[str, str]]:
    """Every number under each of its keys, once plainly and once with its role; and its place in the order.

    Documents cited have their role alone: who looks for a number does not want those that mention it.
    """
    own = (written for role, written in document.numbered.items() if role != CITED)
    everything = {document.key, document.number, *document.numbers}.union(*own) - {""}
    given: dict[str, Iterable[str]] = {"": everything, **document.numbered}
    for role, written in given.items():
        field = role_field(role)
        keys = {key for number in written for key in numbers.keys(number)}
        yield from (("number", role_key(field, key)) for key in keys)
        places = {place for number in written for place in numbers.places(number)}
        yield from ((ORDER, ordered(field, office, place)) for office, place in places)


def role_field(role: str) -> str:
    """The field that holds the numbers of a role; without a role, all of them."""
    return f"{role}_number" if role else "number"


def role_key(field: str, key: str) -> str:
    """The key of a number in one of the fields of numbers."""
    return key if field == "number" else f"{field}|{key}"


def ordered(field: str, office: str, place: int) -> str:
    """A number's place as text that sorts like it, in hexadecimal, which holds no sign of any query language."""
    return f"{field}|{office}|{place:024}".encode().hex()


def _class_keys(document: Document) -> Iterator[str]:
    for scheme, symbols in document.classes.items():
        for place, symbol in enumerate(symbols):
            yield from classes.keys(scheme, symbol, first=scheme == "ipc" and place == 0)


def _codes(document: Document) -> tuple[tuple[str, str], ...]:
    return (*_single_codes(document), *((name, value) for name, values in document.codes.items() for value in values))


def _single_codes(document: Document) -> tuple[tuple[str, str], ...]:
    return (
        ("collection", document.collection),
        ("office", document.office),
        ("country", document.country),
        ("status", document.status),
        ("kind", document.kind),
    )


def _present(document: Document) -> Iterator[str]:
    """The names of the fields that are filled."""
    yield from (field for field, value in _codes(document) if value)
    yield from (f"title.{language}" for language, title in document.titles.items() if title)
    yield from (scheme for scheme, symbols in document.classes.items() if symbols)
    yield from (f"{scheme}_exact" for scheme, symbols in document.classes.items() if symbols)
    yield from (role_field(role) for role, written in document.numbered.items() if written)
    if document.text:
        yield f"text.{document.language or 'en'}"
    filled = {
        "title": any(document.titles.values()),
        "name": any(document.names),
        "text": bool(document.text),
        "number": True,
        "class": any(document.classes.values()),
        "class_exact": any(document.classes.values()),
        "ipc_first": bool(document.classes.get("ipc")),
    }
    yield from (field for field, is_filled in filled.items() if is_filled)


def _facets(document: Document) -> Iterator[tuple[str, str]]:
    yield from _single_codes(document)
    yield from (("name", name) for name in _distinct(document.names))
    yield "family", document.family
    if document.date:
        yield "year", f"{document.date.year:04}"
    counted = (
        f"{scheme}:{level}"
        for scheme, symbols in document.classes.items()
        for symbol in symbols
        for level in classes.facet_levels(scheme, symbol)
    )
    yield from (("class", value) for value in _distinct(counted))


def dates(document: Document) -> Iterator[tuple[str, date]]:
    """Every date by its name, and the principal one."""
    yield from document.dates.items()
    if document.date:
        yield "date", document.date


def places_by_date(document: Document) -> Iterator[tuple[str, int]]:
    """Day and then a hash of the name, in one number: dates sort, ties are broken, no date comes last."""
    name = identity(document.collection, document.key).encode()
    tie = int.from_bytes(hashlib.blake2b(name, digest_size=_TIE_BITS // 8).digest(), "big")
    day = document.date
    newest = _LAST_DAY - day.toordinal() if day else _LAST_DAY + 1
    oldest = day.toordinal() if day else _LAST_DAY + 1
    yield "newest", newest << _TIE_BITS | tie
    yield "oldest", oldest << _TIE_BITS | tie


def _place(text: str, document: Document) -> str:
    """Text and then the name, in hexadecimal: the same order, and no sign that a range of texts could trip on."""
    shown = text[:_MOST_SORTED] or "\U0010ffff"
    return f"{shown}\x00{identity(document.collection, document.key)}".encode("utf-8", "replace").hex()


def _padded(digits: re.Match[str]) -> str:
    return digits[0].zfill(12)


def _distinct(values: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys(values)

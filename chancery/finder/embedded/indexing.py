"""A document as the index holds it."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from datetime import date

import msgspec
import tantivy

from chancery.finder import classes, numbers
from chancery.finder.document import Document
from chancery.finder.embedded.schema import GAP, STEMMED, TITLE_IN, facet_field, sort_field
from chancery.finder.leaves import MOST_NEAR
from chancery.finder.words import fold, tokens

_BETWEEN = f" {' '.join([GAP] * MOST_NEAR)} "
_LAST_DAY = date.max.toordinal()
_TIE_BITS = 40
_MOST_SORTED = 80  # characters of a title or number that decide its place

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Document).decode


def identity(collection: str, key: str) -> str:
    """The name of a document in the whole index."""
    return f"{collection}/{key}"


def restored(source: bytes) -> Document:
    """The document that was stored."""
    return _decode(source)


def indexed(document: Document) -> tantivy.Document:
    """The document with everything it can be found, counted and sorted by."""
    entry = tantivy.Document()
    entry.add_text("id", identity(document.collection, document.key))
    entry.add_bytes("source", _encode(document))
    for field, text in _texts(document):
        entry.add_text(field, text)
    for name, day in _dates(document):
        entry.add_integer(name, day.toordinal())
    for name, place in _places_by_date(document):
        entry.add_unsigned(sort_field(name), place)
    return entry


def _texts(document: Document) -> Iterator[tuple[str, str]]:
    yield from _words(document)
    yield from (("number", key) for key in _numbers(document))
    yield from (("class", key) for key in _distinct(_class_keys(document)))
    yield from (("code", f"{field}:{fold(value)}") for field, value in _codes(document) if value)
    yield from (("code", f"has:{field}") for field in _present(document))
    yield from ((facet_field(name), value) for name, value in _facets(document) if value)
    yield sort_field("title"), _place(" ".join(tokens(document.title())), document)
    yield sort_field("number"), _place(re.sub(r"\d+", _padded, fold(document.number)), document)


def _words(document: Document) -> Iterator[tuple[str, str]]:
    titles = {language: tokens(title) for language, title in document.titles.items() if title}
    text = " ".join(tokens(document.text))
    yield "title", _BETWEEN.join(" ".join(words) for words in titles.values())
    yield "name", _BETWEEN.join(" ".join(tokens(name)) for name in document.names)
    yield "text", text
    yield STEMMED["title"], " ".join(titles.get("en", ()))
    yield STEMMED["text"], text
    for language, words in titles.items():
        yield TITLE_IN, " ".join(f"{language}:{word}" for word in words)


def _numbers(document: Document) -> set[str]:
    written = {document.key, document.number, *document.numbers} - {""}
    return {key for number in written for key in numbers.keys(number)}


def _class_keys(document: Document) -> Iterator[str]:
    for scheme, symbols in document.classes.items():
        for symbol in symbols:
            yield from classes.keys(scheme, symbol)


def _codes(document: Document) -> tuple[tuple[str, str], ...]:
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
    filled = {
        "title": any(document.titles.values()),
        "name": any(document.names),
        "text": bool(document.text),
        "number": True,
        "class": any(document.classes.values()),
        "class_exact": any(document.classes.values()),
    }
    yield from (field for field, is_filled in filled.items() if is_filled)


def _facets(document: Document) -> Iterator[tuple[str, str]]:
    yield from _codes(document)
    yield from (("name", name) for name in _distinct(document.names))
    if document.date:
        yield "year", f"{document.date.year:04}"
    counted = (
        f"{scheme}:{level}"
        for scheme, symbols in document.classes.items()
        for symbol in symbols
        for level in classes.facet_levels(scheme, symbol)
    )
    yield from (("class", value) for value in _distinct(counted))


def _dates(document: Document) -> Iterator[tuple[str, date]]:
    yield from document.dates.items()
    if document.date:
        yield "date", document.date


def _places_by_date(document: Document) -> Iterator[tuple[str, int]]:
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

"""What a document is found, counted and sorted by: the same in every engine, which only store it and look it up.

Texts come folded and cut into words by ``finder.words``, joined by spaces, so that an index only splits at spaces; a
gap mark between two values keeps phrases and NEAR from reaching across.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

import msgspec

from chancery.finder import classes, fields, numbers
from chancery.finder.document import CITED, DATE_NAMES, DAY_NAMES, NUMBER_ROLES, PARTS, ROLES, Document
from chancery.finder.leaves import MOST_NEAR
from chancery.finder.query import ANY, Term
from chancery.finder.stems import keys
from chancery.finder.words import fold, pairs, spaced, tokens

FORMAT = "6"
"""Version of everything this package writes into an index. Raise it whenever a document would be indexed
differently: an index of another format is put aside and filled anew."""

GAP = "\u00b6"
"""Stands between two values of a field; it is dropped from the index and leaves its place empty."""

NAMES = "names"
"""Of the model: names of whatever role."""
PEOPLE = "people"
"""Names of inventors and agents."""
FRONT = ("title", "name", PEOPLE, "text")
"""What stands on the front page."""
WORD_FIELDS = (*FRONT, *PARTS)
"""Words as written (folded)."""
TITLE_IN = "title_in"
"""Titles with the language before each word (``fr:roue``), so that one field serves every language."""
PEOPLE_AS = "people_as"
"""Names of people with their role before each word (``inventor:curie``), so that one field serves every role; the first
of each role, and of the applicants or holders, once more (``inventor_first:curie``)."""
FIRST: Mapping[str, str] = {f"{role}_first": role for role in ("name", *ROLES)}
"""Of the model: the name that stands first among those of a role."""
PREFIXED = (TITLE_IN, PEOPLE_AS)
"""Fields of words that each have a prefix."""
STEMMED = {name: f"{name}_stems" for name in ("title", "text", *PARTS)}
"""Field to the field with its stems, each with its language before it (``en:batteri``); a word in a language without
stemmers stands as it is (``:電``). So every word is in here: who looks for it by its stem needs no other field."""
PAIRS = "pairs"
"""Each two neighbouring Chinese, Japanese or Korean characters of a document, wherever they stand: a phrase of such
characters is only checked where all of its pairs are."""
ORDER = "number_order"
"""Numbers in an order of their own, for ranges."""
FACET_FIELDS = ("collection", "office", "country", "status", "kind", "year", "class", "name", "family")
DATE_FIELDS = (*DATE_NAMES, *DAY_NAMES, "date")
SORT_NUMBERS = ("newest", "oldest")
SORT_TEXTS = ("title", "number")

_WEIGHTS = dict.fromkeys((*WORD_FIELDS, PEOPLE_AS), 1.0) | {"title": 3.0, TITLE_IN: 3.0, "name": 2.0}
_BETWEEN = f" {' '.join([GAP] * MOST_NEAR)} "
_LAST_DAY = date.max.toordinal()
_TIE_BYTES, _TIE_BITS = 8, 40  # of the hash that tells records apart; as much of it as a number has room for
_NUMBER_DIGITS = 4  # a free word with fewer is no number
_MOST_SORTED = 40  # characters of a title or number that decide its place
_SIGNS = dict(zip(("", *NUMBER_ROLES), "opafgnc", strict=True))
"""What stands before the keys of a number, by its role."""
_LOOKED_INTO = {ANY: FRONT, fields.FULL: WORD_FIELDS, NAMES: ("name", PEOPLE)}
"""Fields of the model that are several of the index."""
_ALWAYS = frozenset(("number", "collection"))  # fields that every record has filled

Entry = dict[str, str | int | list[str] | list[int]]
"""Field of the index to its value or values."""

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


@cache
def facet_field(name: str) -> str:
    """The field that holds the values of a facet, as ``facet_key`` writes them."""
    return f"facet_{name}"


@lru_cache(maxsize=50_000)
def facet_key(facet: str, value: str) -> str:
    """What a value of a facet is counted and chosen by: names that differ by case or signs alone are one."""
    return " ".join(tokens(value)) or value if facet == "name" else value


def facet_value(document: Document, key: str) -> str:
    """The name that the document writes for a key of the facet of names."""
    return next(name for name in document.names if name and facet_key("name", name) == key)


@cache
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
        for field in in_language(head):
            if field == "title":
                yield Place(TITLE_IN, f"{language}:", STEMMED[field], language)
            else:
                yield Place(field, "", STEMMED[field], language, f"has:{field}.{language}")
        return
    if head in ROLES or head in FIRST:
        yield Place(PEOPLE_AS, f"{head}:")
        return
    for field in _LOOKED_INTO.get(head, (head,)):
        yield Place(field, "", STEMMED.get(field, ""))


def in_language(head: str) -> Iterator[str]:
    """The fields that a field of the model looks into when it is narrowed to a language."""
    return (field for field in _LOOKED_INTO.get(head, (head,)) if field in STEMMED)


def presence(field: str) -> str:
    """The code of the documents in which a field is filled; empty where that is all of them."""
    head = field.removesuffix("_exact").removesuffix("_first")
    return "" if head in _ALWAYS else f"has:{head}"


def entry(document: Document) -> Entry:
    """What a document is found, counted and sorted by."""
    tie = hashlib.blake2b(identity(document.collection, document.key).encode(), digest_size=_TIE_BYTES)
    day = document.date
    entry = _words(document)
    entry["number"], entry[ORDER] = _numbers(document)
    entry["class"] = _class_keys(document)
    entry["code"] = _code_keys(document)
    _count(entry, document, day)
    _sort(entry, document, day, tie.digest())
    for name, each in document.dates.items():
        entry[name] = each.toordinal()
    for name, days in document.days.items():
        entry[name] = [each.toordinal() for each in days]
    if day:
        entry["date"] = day.toordinal()
    return entry


def _words(document: Document) -> Entry:
    """The words as written and by their stems; a field without words is left out."""
    titles = {language: spaced(title) for language, title in document.titles.items() if title}
    names = [spaced(name) for name in document.names]
    people = [(role, spaced(name)) for role, names in document.people.items() for name in names]
    roles = {"name": document.names, **document.people}
    first = [(field, spaced(roles[role][0])) for field, role in FIRST.items() if roles.get(role)]
    texts = {field: spaced(text) for field, text in document.texts.items()}
    language = document.language or "en"
    found: Entry = {
        "title": _BETWEEN.join(titles.values()),
        "name": _BETWEEN.join(names),
        PEOPLE: _BETWEEN.join(dict.fromkeys(name for _role, name in people)),
        PEOPLE_AS: _BETWEEN.join(_prefixed(name, role) for role, name in (*people, *first)),
        **texts,
        TITLE_IN: [_prefixed(title, language) for language, title in titles.items()],
        STEMMED["title"]: _BETWEEN.join(_stems(title, language) for language, title in titles.items()),
        **{STEMMED[field]: _stems(text, language) for field, text in texts.items()},
        PAIRS: " ".join(_pairs((*titles.values(), *names, *(name for _role, name in people), *texts.values()))),
    }
    return {field: words for field, words in found.items() if words}


def _prefixed(text: str, prefix: str) -> str:
    between = f" {prefix}:"
    return between[1:] + between.join(text.split())


def _stems(text: str, language: str) -> str:
    return " ".join(map(keys(language).__getitem__, text.split()))


def _pairs(texts: Iterable[str]) -> set[str]:
    """The pairs of CJK characters that stand side by side in one of the texts."""
    return set().union(*(pairs(text.split()) for text in texts if not text.isascii()))


def _numbers(document: Document) -> tuple[list[str], list[str]]:
    """Every number under each of its keys and in its place in the order, once with each role that it has.

    What has no role and says no more than a number that has one is not repeated.
    """
    found: list[str] = []
    order: list[str] = []
    known: set[str] = set()
    given = (*document.numbered.items(), ("", (document.key, document.number, *document.numbers)))
    for role, written in given:
        sign = _SIGNS[role]
        for number in filter(None, written):
            under = numbers.indexed(number)
            if role or not known.issuperset(under.keys):
                found += [sign + key for key in under.keys]
                order += [sign + place for place in under.places]
            if role != CITED:
                known.update(under.keys)
    return found, order


def role_field(role: str) -> str:
    """The field that holds the numbers of a role; without a role, all of the record's own."""
    return f"{role}_number" if role else "number"


_SIGNS_IN: Mapping[str, tuple[str, ...]] = {
    **{role_field(role): (sign,) for role, sign in _SIGNS.items()},
    role_field(""): tuple(sign for role, sign in _SIGNS.items() if role != CITED),
}


def asked_numbers(field: str, text: str) -> list[str]:
    """The keys of which a document must have one when a field of numbers is asked for a number."""
    return [sign + key for sign in _SIGNS_IN[field] for key in numbers.asked(text)]


def may_be_number(word: Term) -> bool:
    """Whether a free word is looked up among the numbers too."""
    return word.field in fields.EVERYWHERE and sum(map(str.isdigit, word.text)) >= _NUMBER_DIGITS


def asked_number_patterns(field: str, pattern: str) -> list[str]:
    """The wildcard patterns over the keys."""
    return [sign + key for sign in _SIGNS_IN[field] for key in numbers.asked_patterns(pattern)]


def asked_order(field: str, office: str, low: int, high: int) -> list[tuple[str, str]]:
    """The spans of places of which a document must be in one when its numbers are asked for from one to another."""
    ends = [numbers.ordered(office, place) for place in (low, high)]
    return [(sign + ends[0], sign + ends[1]) for sign in _SIGNS_IN[field]]


def _class_keys(document: Document) -> list[str]:
    found: list[str] = []
    for scheme, symbols in document.classes.items():
        for place, symbol in enumerate(symbols):
            found += classes.keys(scheme, symbol, first=scheme == "ipc" and place == 0)
    return list(dict.fromkeys(found))


def _code_keys(document: Document) -> list[str]:
    """The codes, and which fields are filled."""
    found: list[str] = []
    for name, value in _single_codes(document):
        found += _coded(name, value)
    for name, values in document.codes.items():
        found += dict.fromkeys(key for value in values for key in _coded(name, value))
    found += [f"has:title.{language}" for language, title in document.titles.items() if title]
    found += [f"has:{field}.{document.language or 'en'}" for field in document.texts]
    found += [f"has:{field}" for field in _filled(document)]
    return found


@lru_cache(maxsize=50_000)
def _coded(name: str, value: str) -> tuple[str, ...]:
    if not value:
        return ()
    key = f"{name}:{fold(value)}"
    return (key, filled) if (filled := presence(name)) else (key,)


def _single_codes(document: Document) -> tuple[tuple[str, str], ...]:
    return (
        ("collection", document.collection),
        ("office", document.office),
        ("country", document.country),
        ("status", document.status),
        ("kind", document.kind),
    )


def _filled(document: Document) -> Iterator[str]:
    """The names of the fields with words, numbers of a role and symbols that are filled."""
    yield from (scheme for scheme, symbols in document.classes.items() if symbols)
    yield from (role_field(role) for role, written in document.numbered.items() if written)
    yield from document.texts
    if any(document.classes.values()):
        yield "class"
    if any(document.titles.values()):
        yield "title"
    yield from (role for role, names in document.people.items() if any(names))
    if any(document.names):
        yield "name"
    if any(document.names) or any(map(any, document.people.values())):
        yield NAMES


def _count(entry: Entry, document: Document, day: date | None) -> None:
    """The values of the facets."""
    for name, value in (*_single_codes(document), ("family", document.family)):
        if value:
            entry[facet_field(name)] = value
    if names := list(dict.fromkeys(facet_key("name", name) for name in document.names if name)):
        entry[facet_field("name")] = names
    if day:
        entry[facet_field("year")] = f"{day.year:04}"
    counted: list[str] = []
    for scheme, symbols in document.classes.items():
        for symbol in symbols:
            counted += classes.counted(scheme, symbol)
    if counted:
        entry[facet_field("class")] = list(dict.fromkeys(counted))


def _sort(entry: Entry, document: Document, day: date | None, tie: bytes) -> None:
    """The places in each order. In the orders by date, day and then a hash of the name are one number: dates sort, ties
    are broken, no date comes last.
    """
    number = int.from_bytes(tie) >> 8 * _TIE_BYTES - _TIE_BITS
    newest = _LAST_DAY - day.toordinal() if day else _LAST_DAY + 1
    oldest = day.toordinal() if day else _LAST_DAY + 1
    entry[sort_field("newest")] = newest << _TIE_BITS | number
    entry[sort_field("oldest")] = oldest << _TIE_BITS | number
    entry[sort_field("title")] = _place(" ".join(tokens(document.title())), tie)
    entry[sort_field("number")] = _place(re.sub(r"\d+", _padded, fold(document.number)), tie)


def _place(text: str, tie: bytes) -> str:
    """Text and then the hash of the name, in hexadecimal: the same order, and no sign that a range could trip on."""
    shown = text[:_MOST_SORTED] or "\U0010ffff"
    return f"{shown}\x00".encode("utf-8", "replace").hex() + tie.hex()


def _padded(digits: re.Match[str]) -> str:
    return digits[0].zfill(12)

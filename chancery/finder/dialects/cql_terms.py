"""CQL's indexes and relations, and what a bare term is taken for."""

import re
from collections.abc import Iterator
from dataclasses import replace

from chancery.finder import classes, dates, fields, numbers
from chancery.finder.dialects.names import Names
from chancery.finder.fields import Field
from chancery.finder.leaves import ORDERED, Scope, comparison, leaf, span
from chancery.finder.lexer import plain
from chancery.finder.manner import Manner, Sign
from chancery.finder.query import Query, QueryError, Term, Wildcard, all_of, any_of
from chancery.finder.words import tokens

NAMES = Names(
    known={
        "txt": "any",
        "ntxt": "any",
        "nftxt": "fulltext",
        "ftxt": "fulltext",
        "ti": "title",
        "title": "title",
        "ab": "text",
        "abstract": "text",
        "claims": "claims",
        "desc": "description",
        "pa": "name",
        "applicant": "name",
        "in": "inventor",
        "inventor": "inventor",
        "num": "number",
        "pn": "publication_number",
        "publicationnumber": "publication_number",
        "spn": "publication_number",
        "ap": "application_number",
        "applicantnumber": "application_number",
        "applicationnumber": "application_number",
        "sap": "application_number",
        "pr": "priority_number",
        "prioritynumber": "priority_number",
        "spr": "priority_number",
        "ct": "cited_number",
        "citation": "cited_number",
        "pd": "published",
        "publicationdate": "published",
        "cl": "class",
        "cpc": "cpc",
        "ipc": "ipc",
        "ic": "ipc",
    },
    missing={
        "famn": "family numbers of the EPO",
        **dict.fromkeys(("ex", "op", "rf", "oc"), "citations apart by who made them"),
        **dict.fromkeys(("cpci", "cpca", "cpcc"), "sets of CPC symbols apart"),
        **dict.fromkeys(("ci", "cn", "ai", "an", "a", "c"), "core and advanced IPC symbols apart"),
    },
    ours=True,
)
BOTH = {
    **dict.fromkeys(("ta", "titleandabstract"), ("title", "text")),
    **dict.fromkeys(("ia", "inventorandapplicant"), ("name", "inventor")),
}
"""Indexes that look into two of our fields."""

RELATIONS = ("any", "all", "within")
_SIGNS = ("=", "==", "<", ">", "<=", ">=", *RELATIONS)
_CLASS_RELATIONS = ("=/low", "=/same", "=/high")
"""The symbol and those below it; the symbol alone; the symbol and those above it (this last from memory)."""
_MANNER = Manner(
    named=NAMES.named,
    lacking=NAMES.lacking,
    meant=NAMES.meant,
    marks={"*": "*", "#": "?", "?": "maybe"},
    fuzzy=False,
)

_YEAR = r"(?:1[89]|2\d)\d\d"
_DATE = re.compile(rf"{_YEAR}(?:-?\d\d(?:-?\d\d)?)?|(?:\d\d?[./])?\d\d?[./]{_YEAR}")
_SPAN = re.compile(rf"({_DATE.pattern})[:,]({_DATE.pattern})")
_CLASS = re.compile(r"[A-HY](?:\d\d(?:[A-Z](?:\d{1,4}(?:/\d{2,6})?)?)?)?", re.IGNORECASE)
_NUMBER = re.compile(r"[A-Z]{2}[\d/.,]*\d[A-Z]?\d?|\d[\d/.,]*", re.IGNORECASE)
_OFFICE = re.compile(r"[A-Z]{2}")
_NAME = re.compile(r"[^\W\d_][\w.&'-]*(?:\s+[^\W\d_][\w.&'-]*)*")
_TWO = re.compile(r"(\S+?)\s*[\s,:]\s*(\S+)")
_WHOLE_NUMBER = re.compile(r"[A-Z]{0,2}\d{5,}(?:[A-Z]\d?)?", re.IGNORECASE)  # of two such, neither is a part of one


def field_of(names: Names, index: str, at: int) -> tuple[Field, ...]:
    """The fields that an index looks into. Raises QueryError."""
    if index.lower() in BOTH:
        return tuple(fields.get(name) for name in BOTH[index.lower()])
    if found := names.named(index):
        return (found,)
    if what := names.lacking(index):
        raise QueryError("not_in_our_records", at, field=index, what=what)
    if meant := names.meant(index):
        raise QueryError("unknown_field", at, field=index, meant=", ".join(meant))
    raise QueryError("no_such_field", at, field=index)


def guessed(sign: Sign) -> Query:
    """What a term without an index is taken for."""
    text = sign.text.strip()
    if two := _SPAN.fullmatch(text):
        return span(replace(sign, text=two[1], high=two[2]), fields.get("published"))
    if sign.wild:
        return related(NAMES, "txt", "=", sign)
    return _symbol(text) or related(NAMES, _index_guessed(text), "=", sign)


def _symbol(text: str) -> Query | None:
    """An office, class or number, in the order in which the EPO guesses."""
    if _OFFICE.fullmatch(text):
        return Wildcard(f"{text}*", "number")
    if _index_guessed(text) == "pd":
        return None
    if _is_class(text):
        return Term(text, "class")
    is_number = _NUMBER.fullmatch(text) and any(character.isdigit() for character in text)
    return Term(text, "number") if is_number else None


def _index_guessed(text: str) -> str:
    if _DATE.fullmatch(text) and dates.span(text):
        return "pd"
    return "ia" if text[:1].isupper() and not text.isupper() and _NAME.fullmatch(text) else "txt"


def _is_class(text: str) -> bool:
    """Whether it has the form of a symbol; a single letter only as a capital."""
    return _CLASS.fullmatch(text) is not None and (len(text) > 1 or text.isupper())


def related(names: Names, index: str, relation: str, sign: Sign, at: int | None = None) -> Query:
    """``index relation term``."""
    found = field_of(names, index, sign.start if at is None else at)
    return any_of(_related(field, index, relation, sign) for field in found)


def _related(field: Field, index: str, relation: str, sign: Sign) -> Query:
    if relation in ("any", "all"):
        words = [_equal(field, index, word) for word in listed(sign)]
        return any_of(words) if relation == "any" else all_of(words)
    if relation == "within":
        return _within(field, sign)
    if relation in _CLASS_RELATIONS:
        return _in_tree(field, index, relation, sign)
    if relation in ("<", ">", "<=", ">="):
        if field.kind not in ORDERED:
            raise QueryError("relation_field", sign.start, field=index, relation=relation, relations="=, ==, any, all")
        return comparison(Sign("compare", relation, sign.start, sign.end, high=sign.text.strip()), field)
    if relation == "==" and not sign.wild:
        return _same(field, index, sign)
    if relation not in _SIGNS:
        raise QueryError("relation", sign.start, relation=relation, relations=", ".join(_SIGNS))
    return _equal(field, index, sign)


def _in_tree(field: Field, index: str, relation: str, sign: Sign) -> Query:
    """A symbol and those below it, itself alone, or itself and those above it."""
    if field.kind != "class":
        raise QueryError("relation_field", sign.start, field=index, relation=relation, relations="=, ==, any, all")
    if sign.wild or relation == "=/low":
        return _equal(field, index, sign)
    if relation == "=/same":
        return _same(field, index, sign)
    scheme = "cpc" if field.name == "class" else field.name.removesuffix("_exact").removesuffix("_first")
    above = classes.levels(scheme, sign.text)
    if not above:
        raise QueryError("value_empty", sign.start)
    return any_of(_same(field, index, replace(sign, text=symbol)) for symbol in reversed(above))


def _same(field: Field, index: str, sign: Sign) -> Query:
    """Exactly the word, or the symbol and none below it."""
    if field.kind == "words":
        return _equal(field, index, replace(sign, kind="phrase"))
    exact = f"{field.name}_exact"
    known = field.kind == "class" and exact in {each.name for each in fields.FIELDS}
    return _equal(fields.get(exact) if known else field, index, sign)


def _equal(field: Field, index: str, sign: Sign) -> Query:
    text = sign.text.strip()
    if (two := _TWO.fullmatch(text)) and (field.kind == "date" or (field.kind == "number" and _are_numbers(two))):
        return span(replace(sign, text=two[1], high=two[2]), field)
    if field.kind == "number" and _OFFICE.fullmatch(text):
        return Wildcard(f"{text}*", field.name)
    scope = Scope(field, index)
    if sign.kind == "phrase":
        return leaf(replace(sign, text=text), scope)
    word = plain(sign.text, sign.start, _MANNER)
    if not word.text:
        raise QueryError("argument_missing", sign.start)
    return leaf(word, scope)


def _are_numbers(two: re.Match[str]) -> bool:
    """Whether there are two numbers, the smaller one first, and not the parts of one: ``EP1000000 EP1000010``."""
    low, high = two[1], two[2]
    if not _WHOLE_NUMBER.fullmatch(low) or not _WHOLE_NUMBER.fullmatch(high):
        return False
    return (numbers.in_order(low) or 0) <= (numbers.in_order(high) or 0)


def _within(field: Field, sign: Sign) -> Query:
    two = _TWO.fullmatch(sign.text.strip())
    if not two:
        raise QueryError("range_two", sign.start)
    if field.kind not in ORDERED:
        raise QueryError("range_field", sign.start)
    return span(replace(sign, text=two[1], high=two[2]), field)


def listed(sign: Sign) -> Iterator[Sign]:
    """The words of a list, each where it stands."""
    found = False
    offset = sign.start + (sign.kind == "phrase")
    for word in re.finditer(r"[^\s,]+", sign.text):
        if tokens(word[0]):
            found = True
            wild = any(mark in word[0] for mark in "*?#")
            yield Sign("word", word[0], offset + word.start(), offset + word.end(), wild=wild)
    if not found:
        raise QueryError("argument_missing", sign.start)

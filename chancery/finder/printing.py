"""A query as text in the house's language; parsing the text gives the query again."""

import re

from chancery.finder import classes, fields, numbers
from chancery.finder.query import (
    ANY,
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
    Term,
    Wildcard,
)

_SPECIAL = re.compile(r"[\s()\"\[\]{}\\:~^*?]")
_SPECIAL_WILD = re.compile(r"[\s()\"\[\]{}\\:~^]")
_OPERATOR = re.compile(r"AND|OR|NOT|ANDNOT|(?:NEAR/?|BEFORE|ADJ|WITH|SAME|XOR)\d*|[-+<>].*", re.DOTALL)


def as_text(query: Query) -> str:
    """The query written out."""
    if isinstance(query, And):
        parts = [_inside(part) for part in query.parts]
        return (" AND " if any(character.isdigit() for part in parts for character in part) else " ").join(parts)
    if isinstance(query, Or):
        return " OR ".join(_inside(part) for part in query.parts)
    if isinstance(query, Not):
        return f"NOT {_inside(query.part)}"
    return _leaf(query)


def _inside(part: Query) -> str:
    text = as_text(part)
    loose = isinstance(part, And | Or) or (isinstance(part, Near) and part.field == ANY)
    return f"({text})" if loose else text


def _leaf(query: Query) -> str:
    if isinstance(query, Term):
        return _term(query)
    if isinstance(query, Phrase):
        return _prefix(query.field) + _quoted(query.text)
    if isinstance(query, Wildcard):
        return _prefix(query.field) + _escaped(query.pattern, _SPECIAL_WILD)
    if isinstance(query, Fuzzy):
        distance = "" if query.distance == 1 else query.distance
        return f"{_prefix(query.field)}{_escaped(query.text)}~{distance}"
    return _without_words(query)


def _without_words(query: Query) -> str:
    match query:
        case Everything():
            return "*"
        case Present(field):
            return f"{field}:*"
        case Range(field, low, high):
            return f"{field}:[{low or '*'} TO {high or '*'}]"
        case Near(left, right, distance, field):
            text = f"{_escaped(left)} NEAR{distance} {_escaped(right)}"
            return text if field == ANY else f"{field}:({text})"
    raise TypeError(f"Not a query: {query!r}")


def _term(term: Term) -> str:
    text, field = term.text, term.field
    if term.exact or (fields.get(field).kind != "words" and _SPECIAL.search(text)):
        return _prefix(field) + _quoted(text)
    if field == ANY and _recognised(text):
        return f"{ANY}:{_escaped(text)}"  # without the field it would be read as a number or class
    return _prefix(field) + _escaped(text)


def _recognised(text: str) -> bool:
    return numbers.find(text, 0) is not None or classes.find(text, 0) is not None


def _prefix(field: str) -> str:
    return "" if field == ANY else f"{field}:"


def _quoted(text: str) -> str:
    return '"' + re.sub(r'["\\]', r"\\\g<0>", text) + '"'


def _escaped(text: str, special: re.Pattern[str] = _SPECIAL) -> str:
    escaped = special.sub(r"\\\g<0>", text)
    return "\\" + escaped if _OPERATOR.fullmatch(text) else escaped

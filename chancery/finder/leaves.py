"""What one sign means in the field it stands in: the leaves of the query model."""

import dataclasses
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from chancery.finder import dates, fields, numbers, patterns
from chancery.finder.fields import EVERYWHERE, Field
from chancery.finder.lexer import is_open
from chancery.finder.manner import Sign
from chancery.finder.query import (
    ANY,
    Everything,
    Fuzzy,
    Near,
    Or,
    Phrase,
    Present,
    Query,
    QueryError,
    Range,
    Regex,
    Side,
    Span,
    Term,
    Wildcard,
    any_of,
    near,
)
from chancery.finder.words import has_cjk, places, tokens

MOST_NEAR = 20
"""The largest distance that NEAR takes."""

MOST_STARS = 8
"""The most ``*`` in one word: each makes the list of words dearer to read."""


OFFICES = {"national_number": "national_office"}
"""Fields of numbers that take an Office by its two letters too, and the field it is in."""
ORDERED = ("date", "number", "class")
"""Kinds of fields that have ranges."""


_OFFICE = re.compile(r"[A-Za-z]{2}")


@dataclass(frozen=True, slots=True)
class Scope:
    """The field that a sign stands in, as it was written, with what its words mean where they are not its values."""

    field: Field
    spelling: str = ""
    values: Mapping[str, Query] = dataclasses.field(default_factory=dict)
    lists: bool = False


def leaf(sign: Sign, scope: Scope | None) -> Query:
    """The leaf that a word, phrase, expression or recognised number means."""
    if sign.variants:
        each = (replace(sign, text=text, wild=is_wild(text), variants=()) for text in sign.variants)
        return any_of(leaf(one, scope) for one in each if one.text)
    if sign.wild and sign.kind != "phrase":
        _check_pattern(sign)
    if scope is None:
        return Term(sign.text, sign.kind) if sign.kind in ("number", "class") else _in_words(sign, ANY)
    if scope.values:
        return _named_value(sign, scope)
    return _in_field(sign, scope)


def is_wild(text: str) -> bool:
    """Whether a sign's text holds wildcards."""
    return "*" in text or "?" in text


def _in_field(sign: Sign, scope: Scope) -> Query:
    field = scope.field
    if sign.wild and not tokens(sign.text):
        return Everything() if field.name in EVERYWHERE else Present(field.name)
    if field.kind == "date":
        return _date(sign, field)
    if field.kind == "words":
        return _in_words(sign, field.name)
    if scope.lists and field.kind == "code" and sign.kind == "word" and "," in sign.text:
        parts = [part for part in sign.text.split(",") if tokens(part)]
        return any_of(_value(replace(sign, text=part, wild=sign.wild and is_wild(part)), field) for part in parts)
    return _value(sign, field)


def _named_value(sign: Sign, scope: Scope) -> Query:
    found = scope.values.get(sign.text.lower())
    if found is None:
        known = ", ".join(scope.values)
        raise QueryError("value_unknown", sign.start, field=scope.spelling, value=sign.text, values=known)
    return found


def _in_words(sign: Sign, name: str) -> Query:
    if sign.kind == "phrase":
        return _open_phrase(sign, name) if sign.wild else _phrase(sign, name)
    if sign.kind == "regex":
        patterns.regular(sign.text, sign.start + 1)
        return Regex(sign.text, name)
    if sign.wild:
        return _wildcard(sign, name)
    if sign.distance is not None:
        return _fuzzy(sign, name)
    return Term(sign.text, name)


def _phrase(sign: Sign, name: str) -> Query:
    found = tokens(sign.text)
    if not found:
        raise QueryError("phrase_empty", sign.start)
    if sign.distance is None:
        return Term(sign.text, name, exact=True) if len(found) == 1 else Phrase(sign.text, name)
    if len(found) != 2:
        raise QueryError("near_words", sign.start)
    left, right = (sign.text[start:end] for start, end, _ in places(sign.text))
    return near(left, right, _near_distance(sign.distance, sign, "~"), name)


def _open_phrase(sign: Sign, name: str) -> Query:
    """A phrase whose first or last word is open, ``"fuel cell*"``: its words side by side, in their order."""
    words = [word for word in sign.text.split() if tokens(word)]
    parts = [_open_word(sign, word, name) for word in words]
    if len(parts) == 1:
        return parts[0]
    if sign.distance is not None and len(parts) != 2:
        raise QueryError("near_words", sign.start)
    if len(parts) > 2:
        first = isinstance(parts[0], Wildcard)
        rest = Phrase(" ".join(words[1:] if first else words[:-1]), name)
        if any(isinstance(part, Wildcard) for part in (parts[1:] if first else parts[:-1])):
            raise QueryError("phrase_wild", sign.start)
        parts = [parts[0], rest] if first else [rest, parts[-1]]
    sides = [side for part in parts if (side := _side(part))]
    if len(sides) != 2:
        raise QueryError("phrase_wild", sign.start)
    distance = 1 if sign.distance is None else _near_distance(sign.distance, sign, "~")
    return Near(sides[0], sides[1], distance, ordered=sign.distance is None)


def _open_word(sign: Sign, word: str, name: str) -> Query:
    if not is_open(word):
        return Term(word, name, exact=True)
    pattern = replace(sign, kind="word", text=word, distance=None)
    _check_pattern(pattern)
    return _wildcard(pattern, name)


def _check_pattern(sign: Sign) -> None:
    if sign.distance is not None:
        raise QueryError("approximate_wild", sign.start)
    if sign.text.count("*") > MOST_STARS:
        raise QueryError("too_many_stars", sign.start, most=MOST_STARS)


def _wildcard(sign: Sign, name: str) -> Query:
    if not tokens(sign.text):
        return Everything() if name in EVERYWHERE else Present(name)
    inside = sign.text.strip("*")
    if has_cjk(inside) and ("*" in inside or "?" in inside):
        raise QueryError("cjk_wild", sign.start)
    return Wildcard(sign.text, name)


def _fuzzy(sign: Sign, name: str) -> Query:
    if sign.distance not in (1, 2):
        raise QueryError("approximate_letters", sign.start, word=sign.text)
    if len(tokens(sign.text)) != 1:
        raise QueryError("approximate_words", sign.start)
    return Fuzzy(sign.text, name, sign.distance)


def _value(sign: Sign, scope: Field) -> Query:
    """The value of a number, class or code field; quotation marks only hold it together."""
    if sign.kind == "regex":
        raise QueryError("not_a_words_field", sign.start, field=scope.name)
    if sign.distance is not None:
        raise QueryError("approximate_value", sign.start, field=scope.name)
    if not tokens(sign.text):
        raise QueryError("value_empty", sign.start)
    text = sign.text.strip()
    if scope.values and not sign.wild and text.lower() not in scope.values:
        values = ", ".join(scope.values)
        raise QueryError("value_unknown", sign.start, field=scope.name, value=text, values=values)
    name = OFFICES.get(scope.name, scope.name) if _OFFICE.fullmatch(text) else scope.name
    return Wildcard(text, name) if sign.wild else Term(text, name)


def joined(left: Query, right: Query, sign: Sign) -> Near:
    """Two sides joined by NEAR or BEFORE."""
    sides = [side for part in (left, right) if (side := _side(part))]
    if len(sides) != 2:
        raise QueryError("near_sides", sign.start, sign=sign.text)
    names = {leaf.field for side in sides for leaf in _leaves(side)}
    if len(names) != 1:
        raise QueryError("near_fields", sign.start, sign=sign.text)
    return Near(sides[0], sides[1], _near_distance(sign.distance or 0, sign, sign.text), sign.ordered)


def _side(part: Query) -> Side | None:
    if isinstance(part, Or):
        return part if all(not isinstance(each, Or) and _side(each) for each in part.parts) else None
    if not isinstance(part, Term | Phrase | Wildcard) or fields.get(part.field).kind != "words":
        return None
    if isinstance(part, Wildcard) and (has_cjk(part.pattern) or len(tokens(part.pattern)) > 1):
        return None
    return part


def _leaves(side: Side) -> tuple[Term | Phrase | Wildcard, ...]:
    return side.parts if isinstance(side, Or) else (side,)  # type: ignore[return-value]  # _side has seen to it


def _near_distance(distance: int, sign: Sign, written: str) -> int:
    if not 1 <= distance <= MOST_NEAR:
        raise QueryError("near_distance", sign.start, sign=written, most=MOST_NEAR)
    return distance


def _date(sign: Sign, scope: Field) -> Query:
    if sign.wild or sign.distance is not None or sign.kind == "regex":
        raise QueryError("date_wild", sign.start, field=scope.name)
    first, last = day_span(sign.text, sign.start)
    return Range(scope.name, first, last)


def span(sign: Sign, scope: Field) -> Query:
    """``[a TO b]``; ``*`` leaves an end open, a brace leaves its end out."""
    if scope.kind in ("number", "class"):
        return _value_span(sign, scope)
    low = None if sign.text == "*" else _after(sign) if sign.opens[0] else day_span(sign.text, sign.start)[0]
    high = (
        None if sign.high == "*" else _before(sign) if sign.opens[1] else day_span(sign.high, sign.start, end=True)[1]
    )
    if low is None and high is None:
        return Present(scope.name)
    if low and high and low > high:
        raise QueryError("range_backwards", sign.start, low=sign.text, high=sign.high)
    return Range(scope.name, low, high)


def _value_span(sign: Sign, scope: Field) -> Query:
    if any(sign.opens):
        raise QueryError("stray_brace", sign.start, sign="{")
    low, high = ("" if end == "*" else end for end in (sign.text, sign.high))
    if not low and not high:
        return Present(scope.name)
    if scope.name.removesuffix("_exact") != "nice" and scope.kind == "class":
        raise QueryError("range_field", sign.start)
    for end in (low, high):
        if end and (numbers.in_order(end) is None or (scope.kind == "class" and not _is_class(end))):
            raise QueryError("range_number", sign.start, text=end)
    if low and high and is_backwards(low, high):
        raise QueryError("range_backwards", sign.start, low=low, high=high)
    return Span(scope.name, low, high)


def is_backwards(low: str, high: str) -> bool:
    """Whether the second of two numbers of one office comes before the first, or there is only one."""
    if not low or not high:
        return True
    if numbers.read(low).office != numbers.read(high).office:
        return False
    return (numbers.in_order(low) or 0) > (numbers.in_order(high) or 0)


def _is_class(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= 3


def _after(sign: Sign) -> date:
    return _moved(day_span(sign.text, sign.start)[1], 1, sign)


def _before(sign: Sign) -> date:
    return _moved(day_span(sign.high, sign.start)[0], -1, sign)


def comparison(sign: Sign, scope: Field) -> Query:
    """``>=2000`` and its like; numbers and classes have an order too, but no next one."""
    if scope.kind != "date":
        return _value_comparison(sign, scope)
    first, last = day_span(sign.high, sign.start)
    match sign.text:
        case ">=":
            return Range(scope.name, first, None)
        case "<=":
            return Range(scope.name, None, last)
        case ">":
            return Range(scope.name, _moved(last, 1, sign), None)
    return Range(scope.name, None, _moved(first, -1, sign))


def _value_comparison(sign: Sign, scope: Field) -> Query:
    if sign.text not in (">=", "<="):
        raise QueryError("relation_field", sign.start, field=scope.name, relation=sign.text, relations=">=, <=")
    low, high = (sign.high, "*") if sign.text == ">=" else ("*", sign.high)
    return _value_span(replace(sign, text=low, high=high), scope)


def _moved(day: date, days: int, sign: Sign) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        raise QueryError("date_beyond", sign.start) from None


def day_span(text: str, at: int, *, end: bool = False) -> tuple[date, date]:
    """The first and last day that a text names; ``end``: the 31st of a shorter month is its last day."""
    found = dates.span(text.strip(), lenient=end)
    if found is None:
        raise QueryError("no_date", at, text=text, forms=dates.FORMS)
    return found

"""A query in the EPO's CQL."""

import re
from collections.abc import Iterable

from chancery.finder import fields
from chancery.finder.dialects.cql_terms import NAMES
from chancery.finder.lexer import OPENING
from chancery.finder.query import (
    And,
    Everything,
    Fuzzy,
    Near,
    Not,
    Or,
    Phrase,
    Query,
    Range,
    Side,
    Span,
    Term,
    Wildcard,
)
from chancery.finder.writing import Writer, Written, as_open_phrase, parenthesised, quoted

_SPELLING = NAMES.spelling()
_SPECIAL = rf"\s()\"=<>\\*?#{OPENING}"
_PLAIN = re.compile(rf"[^{_SPECIAL}]+")
_EVERYTHING = "txt=*"
_WORDS_OF_CQL = frozenset(("and", "or", "not", "any", "all", "within"))


def write(query: Query) -> Written:
    """The query in this dialect."""
    return _Writer().written(query)


class _Writer(Writer):
    """There is no precedence: whatever is compound stands in parentheses inside another clause."""

    def joined(self, parts: Iterable[Query], how: str) -> str:
        if how == "or":
            return " or ".join(text for part in parts if (text := self.inside(part)))
        wanted = [text for part in parts if not isinstance(part, Not) and (text := self.inside(part))]
        unwanted = [text for part in parts if isinstance(part, Not) and (text := self.inside(part.part))]
        return " not ".join([" and ".join(wanted) or _EVERYTHING, *unwanted]) if wanted or unwanted else ""

    def inside(self, part: Query) -> str:
        text = self.clause(part)
        return parenthesised(text) if isinstance(part, And | Or | Not | Near) else text

    def negated(self, part: Query) -> str:
        """No clause begins with not: everything, without the part."""
        text = self.inside(part)
        return f"{_EVERYTHING} not {text}" if text else ""

    def near(self, query: Near) -> str:
        if phrase := as_open_phrase(query):
            return f"{_index(query.field)}={phrase}"
        sides = [self.side(side) for side in (query.left, query.right)]
        if not all(sides):
            return self.loosened(query)
        ordered = "/ordered=true" if query.ordered else ""
        return f"{sides[0]} prox/distance<={query.distance}{ordered} {sides[1]}"

    def side(self, side: Side) -> str:
        return "" if isinstance(side, Or) else self.leaf(side)

    def leaf(self, query: Query) -> str:
        match query:
            case Everything():
                return _EVERYTHING
            case Term(text, name, exact):
                return self.term(text, name, exact=exact)
            case Phrase(text, name):
                return f"{_index(name)}={quoted(text)}"
            case Wildcard(pattern, name):
                return f"{_index(name)}={_pattern(pattern)}"
            case Fuzzy(text, name):
                self.lose("fuzzy", text)
                return f"{_index(name)}={_value(text)}"
        return self.other(query)

    def other(self, query: Query) -> str:
        match query:
            case Range(name, low, high) if low and high:
                return f'{_index(name)} within "{low} {high}"'
            case Range(name, low, high):
                return f"{_index(name)}>={low}" if low else f"{_index(name)}<={high}"
            case Span(name, low, high) if low and high and not re.search(r"[\s,:]", low + high):
                return f'{_index(name)} within "{low} {high}"'
            case Span(name, low, high) if not (low and high):
                return f"{_index(name)}>={_value(low)}" if low else f"{_index(name)}<={_value(high)}"
        self.lose("span" if isinstance(query, Span) else "regex" if hasattr(query, "expression") else "present", "")
        return ""

    def term(self, text: str, name: str, *, exact: bool) -> str:
        if name.endswith("_exact"):
            return f"{_index(name.removesuffix('_exact'))}=={_value(text)}"
        if exact and fields.get(name).kind == "words":
            return f"{_index(name)}=={_value(text)}"
        return f"{_index(name)}={_value(text, words=fields.get(name).kind == 'words')}"


def _index(name: str) -> str:
    return _SPELLING.get(name, name)


def _value(text: str, *, words: bool = False) -> str:
    """A value, in quotation marks where it needs them; a word that must stay one is escaped instead."""
    if _PLAIN.fullmatch(text) and text.lower() not in _WORDS_OF_CQL and not text.lower().startswith("prox"):
        return text
    if not words:
        return quoted(text)
    return ("\\" if text[:1].isalnum() else "") + re.sub(rf"[{_SPECIAL}]", r"\\\g<0>", text)


def _pattern(pattern: str) -> str:
    sign = "\\" if pattern.lower().startswith("prox") else ""
    return sign + re.sub(rf"[{_SPECIAL.replace('*?', '')}]", r"\\\g<0>", pattern).replace("?", "#")

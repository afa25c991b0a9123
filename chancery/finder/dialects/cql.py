"""The EPO's CQL: ``ti=solar and pa all "siemens bosch" and pd within "2000 2005"``, evaluated from left to right.

A bare term is looked into by what it looks like: office, date, class, number, name (a capital letter), else all
text. Clauses side by side are ANDed. Beside the EPO's indexes our own field names are understood.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chancery.finder.cost import MOST_CLAUSES
from chancery.finder.dialects.cql_terms import NAMES, RELATIONS, field_of, guessed, listed, related
from chancery.finder.grammar import Nesting, check_size, checked
from chancery.finder.leaves import MOST_NEAR, joined
from chancery.finder.lexer import CURLY, USUAL_DISTANCE, check_text, is_open
from chancery.finder.manner import Sign
from chancery.finder.query import Everything, Not, Or, Query, QueryError, all_of, any_of

__all__ = ["NAMES", "read"]

_TOKEN = re.compile(
    rf"""\s*(?:
      (?P<open>\()|(?P<close>\))
      |(?P<phrase>"(?:[^"\\]|\\.)*"|{CURLY})
      |(?P<relation>(?:==|<=|>=|=|<|>)(?:/(?:low|high|same)\b)?)
      |(?P<word>(?:\\.|[^\s()"=<>\\])+|\\$)
    )""",
    re.VERBOSE | re.DOTALL,
)
_SPACE = re.compile(r"\s*")
_PROX = re.compile(r"prox((?:/[a-z]+\s*[<>=]{1,2}\s*\w+)*)(?![\w/])", re.IGNORECASE)
_MODIFIER = re.compile(r"/([a-z]+)\s*([<>=]{1,2})\s*(\w+)", re.IGNORECASE)
_UNITS = {"word": USUAL_DISTANCE, "sentence": MOST_NEAR, "paragraph": 0}
"""Words apart, where no distance in words is named; 0: both in one text, for a title or text here is one paragraph."""


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text: ``kind`` is a group of the pattern, ``and``, ``or``, ``not``, ``prox`` or ``beside`` (prox
    within a paragraph).
    """

    kind: str
    text: str
    start: int
    end: int
    distance: int = 0
    ordered: bool = False


def read(text: str) -> Query:
    """What the text asks for. Raises QueryError."""
    check_text(text)
    tokens = list(_tokens(text))
    if not tokens:
        return Everything()
    return _Parser(tokens, len(text)).whole()


def _tokens(text: str) -> Iterator[Token]:
    at = _after_space(text, 0)
    while at < len(text):
        if prox := _PROX.match(text, at):
            yield _prox(prox)
            at = _after_space(text, prox.end())
            continue
        match = _TOKEN.match(text, at)
        if not match or not match.lastgroup:
            raise QueryError("open_phrase" if text[at] == '"' else "stray", at, sign=text[at])
        kind, found = match.lastgroup, match[match.lastgroup]
        plain = found.lower()
        if kind == "word" and plain in ("and", "or", "not"):
            kind = plain
        yield Token(kind, found, match.start(match.lastgroup), match.end())
        at = _after_space(text, match.end())


def _after_space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    assert match
    return match.end()


def _prox(match: re.Match[str]) -> Token:
    distance, unit, ordered = 0, "word", False
    for modifier in _MODIFIER.finditer(match[1]):
        name, sign, value = modifier[1].lower(), modifier[2], modifier[3].lower()
        if sign not in ("=", "<", "<="):
            raise QueryError("relation", match.start(1) + modifier.start(2), relation=sign, relations="=, <, <=")
        if name == "distance" and value.isdecimal() and value.isascii():
            distance = int(value[:4]) - (sign == "<")
        elif name == "unit" and value in _UNITS:
            unit = value
        elif name == "ordered":
            ordered = value == "true"
        else:
            raise QueryError("stray", match.start(1) + modifier.start(), sign=modifier[0])
    if not distance or unit != "word":
        distance = _UNITS[unit]
    return Token("prox" if distance else "beside", match[0], match.start(), match.end(), distance, ordered)


class _Parser:
    """From left to right, without precedence; only prox binds the two clauses beside it."""

    def __init__(self, tokens: list[Token], length: int) -> None:
        self._tokens = tokens
        self._at = 0
        self._length = length
        self._nesting = Nesting()
        self._signs: list[Sign] = []

    def whole(self) -> Query:
        query = self._expression("")
        if token := self._peek():
            raise QueryError(
                "closes_nothing" if token.kind == "close" else "word_missing", token.start, sign=token.text
            )
        check_size(self._signs)
        return checked(query, self._nesting.deepest)

    def _expression(self, index: str) -> Query:
        """Clauses from left to right: all that stands before a turn between ``or`` and ``and`` is one clause then."""
        query = self._near(index)
        either: bool | None = None
        turns = 0
        while (token := self._peek()) and token.kind != "close":
            how = self._operator(token)
            if either is not None and either != (how == "or"):
                turns += 1
                self._nesting.enter(token.start)
            query = _combined(query, self._near(index), how)
            either = how == "or"
        self._nesting.leave(turns)
        return query

    def _operator(self, token: Token) -> str:
        """How the next clause is joined; ``and not`` is ``not``."""
        if token.kind not in ("and", "or", "not"):
            return "and"
        self._at += 1
        return "not" if token.kind == "and" and self._take("not") else token.kind

    def _near(self, index: str) -> Query:
        query = self._clause(index)
        token = self._take("prox") or self._take("beside")
        if not token:
            return query
        distance = token.distance or MOST_NEAR
        sign = Sign("near", "prox", token.start, token.end, distance=distance, ordered=token.ordered)
        found = [joined(left, right, sign) for left, right in _field_by_field(query, self._clause(index))]
        if again := self._take("prox") or self._take("beside"):
            raise QueryError("near_chain", again.start, sign="prox")
        return any_of(all_of((one.left, one.right)) if token.kind == "beside" else one for one in found)

    def _clause(self, index: str) -> Query:
        token = self._peek()
        if token is None:
            raise QueryError("end_missing", self._length)
        self._at += 1
        if token.kind == "open":
            return self._group(token, index)
        if token.kind == "not":
            raise QueryError("not_first", token.start)
        if token.kind not in ("word", "phrase"):
            raise QueryError("word_missing", token.start, sign=token.text)
        if not index and token.kind == "word" and self._relation():
            return self._related(token)
        sign = self._sign(token)
        return related(NAMES, index, "=", sign) if index else guessed(sign)

    def _group(self, opening: Token, index: str) -> Query:
        self._nesting.enter(opening.start)
        query = self._expression(index)
        if not self._take("close"):
            raise QueryError("not_closed", opening.start)
        self._nesting.leave()
        return query

    def _relation(self) -> Token | None:
        """The relation that comes next: a sign, or one of the words any, all, within before a term."""
        token = self._peek()
        following = self._tokens[self._at + 1] if self._at + 1 < len(self._tokens) else None
        if token and token.kind == "relation":
            return token
        named = token and token.kind == "word" and token.text.lower() in RELATIONS
        return token if named and following and following.kind in ("word", "phrase") else None

    def _related(self, index: Token) -> Query:
        """``index relation term``; two classes may share a group: ``ti=(solar or wind)``."""
        relation = self._relation()
        assert relation
        self._at += 1
        name = index.text
        field_of(NAMES, name, index.start)
        value = self._peek()
        if value and value.kind == "open" and relation.text == "=":
            self._at += 1
            return self._group(value, name)
        if value is None or value.kind not in ("word", "phrase"):
            place = value.start if value else self._length
            raise QueryError("argument_missing", place)
        self._at += 1
        sign = self._sign(value)
        if relation.text.lower() in ("any", "all"):
            self._signs[-1:] = listed(sign)
        return related(NAMES, name, relation.text.lower(), sign, index.start)

    def _sign(self, token: Token) -> Sign:
        """A term, its quotation marks and escapes undone; each is counted."""
        text = token.text
        if token.kind == "phrase":
            text = re.sub(r"\\(.)", r"\1", text[1:-1], flags=re.DOTALL)
            sign = Sign("phrase", text, token.start, token.end, wild=is_open(token.text[1:-1]))
        else:
            sign = Sign("word", text, token.start, token.end, wild=any(mark in text for mark in "*?#"))
        if len(self._signs) == MOST_CLAUSES:
            raise QueryError("too_many_parts", token.start, most=f"{MOST_CLAUSES:,}")
        self._signs.append(sign)
        return sign

    def _peek(self) -> Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _take(self, kind: str) -> Token | None:
        token = self._peek()
        if token is None or token.kind != kind:
            return None
        self._at += 1
        return token


def _field_by_field(left: Query, right: Query) -> list[tuple[Query, Query]]:
    """Both sides in each of the fields that an index like ``ia`` looks into: what is near stands in one of them."""
    if isinstance(left, Or) and isinstance(right, Or):
        names = [[getattr(part, "field", "") for part in side.parts] for side in (left, right)]
        if names[0] == names[1] and len(set(names[0])) == len(names[0]):
            return list(zip(left.parts, right.parts, strict=True))
    return [(left, right)]


def _combined(left: Query, right: Query, how: str) -> Query:
    if how == "or":
        return any_of([left, right])
    if how == "and":
        return all_of([left, right])
    return Not(right) if left == Everything() else all_of([left, Not(right)])

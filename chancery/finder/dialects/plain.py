"""Plain words: everything is a word that must be there; "phrases" and numbers are known, and nothing else."""

import re

from chancery.finder import classes, fields, numbers
from chancery.finder.cost import MOST_CLAUSES
from chancery.finder.lexer import CURLY, OPENING, check_text
from chancery.finder.query import (
    Everything,
    Fuzzy,
    Near,
    Phrase,
    Query,
    QueryError,
    Regex,
    Term,
    Wildcard,
    all_of,
)
from chancery.finder.words import tokens
from chancery.finder.writing import Writer, Written, quoted, recognised_as

_PIECE = re.compile(r'"((?:\\["\\]|[^"\\]|\\(?!["\\]))+)"|(\S+)')
_CURLY = re.compile(CURLY)
_ESCAPED = re.compile(r'\\(["\\*])')
_SPACE = re.compile(r"\s*")
_BREAK = re.compile(r"\s")


def read(text: str) -> Query:
    """What the text asks for; the only errors are of its length."""
    check_text(text)
    parts: list[Query] = []
    at = _SPACE.match(text, 0).end()  # type: ignore[union-attr]  # it matches nothing too
    while at < len(text):
        end, part = _next(text, at)
        if part:
            parts.append(part)
        if len(parts) > MOST_CLAUSES:
            raise QueryError("too_many_parts", at, most=f"{MOST_CLAUSES:,}")
        at = _SPACE.match(text, end).end()  # type: ignore[union-attr]
    if text.strip() and not parts:
        raise QueryError("no_word", len(text) - len(text.lstrip()))
    return all_of(parts)


def _next(text: str, at: int) -> tuple[int, Query | None]:
    if end := numbers.find(text, at):
        return end, Term(text[at:end], "number")
    if end := classes.find(text, at):
        return end, Term(text[at:end], "class")
    if curly := _CURLY.match(text, at):
        return curly.end(), _phrase(curly[0][1:-1])
    piece = _PIECE.match(text, at)
    assert piece
    if piece[1] is None:
        return piece.end(), Term(piece[2], "any") if tokens(piece[2]) else None
    return piece.end(), _phrase(_ESCAPED.sub(r"\1", piece[1]))


def _phrase(text: str) -> Query | None:
    words = tokens(text)
    return Phrase(text) if len(words) > 1 else Term(text, exact=True) if words else None


class _Writer(Writer):
    def joined(self, parts: tuple[Query, ...], how: str) -> str:  # type: ignore[override]
        if how == "or":
            self.lose("operator", "OR")
        return " ".join(text for part in parts if (text := self.clause(part)))

    def negated(self, part: Query) -> str:  # noqa: ARG002 - whatever it is
        self.lose("operator", "NOT")
        return ""

    def near(self, query: Near) -> str:
        return self.loosened(query)

    def leaf(self, query: Query) -> str:
        name = getattr(query, "field", "any")
        if name != "any" and fields.get(name).kind == "words":
            self.lose("field", name)
        match query:
            case Everything():
                self.lose("everything", "")
                return ""
            case Term(text, field, exact):
                return self._term(text, field, exact=exact)
            case Phrase(text):
                return quoted(text)
            case Fuzzy(text):
                self.lose("fuzzy", text)
                return text
            case Wildcard() | Regex():
                self.lose("wildcard" if isinstance(query, Wildcard) else "regex", as_words(query))
                return as_words(query)
        self.lose("field_left_out", name)
        return ""

    def _term(self, text: str, field: str, *, exact: bool) -> str:
        kind = fields.get(field).kind
        if kind in ("number", "class") and not recognised_as(field, text):
            self.lose("field", field)
        if kind == "code":
            self.lose("field_left_out", field)
            return ""
        if kind == "words" and (numbers.find(text.strip(), 0) or classes.find(text.strip(), 0) or _BREAK.search(text)):
            if len(tokens(text)) == 1:
                self.lose("field", field)
            return quoted(text)
        return quoted(text) if exact else text.lstrip(OPENING)  # or it would be a quotation


def as_words(query: Wildcard | Regex) -> str:
    """The letters of a wildcard; nothing of an expression."""
    return " ".join(tokens(query.pattern)) if isinstance(query, Wildcard) else ""


def write(query: Query) -> Written:
    """The query as plain words: only what must be there can be said."""
    return Written("") if isinstance(query, Everything) else _Writer().written(query)

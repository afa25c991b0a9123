"""The query text cut into signs: words, phrases, ranges, operators, fields; each knows where it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from chancery.finder import classes, numbers
from chancery.finder.query import QueryError
from chancery.finder.words import tokens

SignKind = Literal[
    "(", ")", "and", "or", "not", "near", "field", "word", "phrase", "range", "compare", "number", "class"
]

WILD = "*?"
MOST_CHARACTERS = 20_000
"""Longer query texts are refused."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One piece of the text. ``wild``: the text holds wildcards. ``fuzzy``/``distance``: written ``~n``."""

    kind: SignKind
    text: str
    start: int
    end: int
    wild: bool = False
    distance: int | None = None
    high: str = ""


_SPACE = re.compile(r"[\s+]+")  # a + before a word says what is so anyway: the word must be there
_BROKEN = re.compile("[\ud800-\udfff]")
_FIELD = re.compile(r"([A-Za-z][\w.]*):")
_COMPARE = re.compile(r"\s*(>=|<=|>|<)\s*([\w./-]+)")
_PHRASE = re.compile(r'"((?:[^"\\]|\\.)*)"(?:~(\d+))?', re.DOTALL)
_RANGE = re.compile(r"\[\s*(\S+?)\s+TO\s+([^\s\]]+)\s*\]")
_WORD = re.compile(r"(?:\\.|[^\s()\"\[\]{}\\])+|\\$", re.DOTALL)
_PIECE = re.compile(r"\\(.)|(.)", re.DOTALL)
_NEAR = re.compile(r"NEAR/?(\d*)")
_OPERATORS: dict[str, tuple[SignKind, ...]] = {
    "AND": ("and",),
    "OR": ("or",),
    "NOT": ("not",),
    "ANDNOT": ("and", "not"),
}
_UNKNOWN_OPERATORS = re.compile(r"(?:BEFORE|ADJ|WITH|SAME|XOR)\d*")
_STRAY = {
    "[": "A range is written [2000 TO 2005].",
    "]": "A range is written [2000 TO 2005].",
    "{": "Write the range with square brackets: [2000 TO 2005].",
    "}": "Write the range with square brackets: [2000 TO 2005].",
    '"': 'Close the phrase with a second ".',
}


def signs(text: str) -> Iterator[Sign]:
    """The signs of the text in order. Raises QueryError at the first character that fits nowhere."""
    if len(text) > MOST_CHARACTERS:
        raise QueryError(
            f"The query is longer than {MOST_CHARACTERS:,} characters", MOST_CHARACTERS, "Cut it into several."
        )
    if broken := _BROKEN.search(text):
        raise QueryError("This is half a character", broken.start(), "Type or paste the text again.")
    at = 0
    while at < len(text):
        if space := _SPACE.match(text, at):
            at = space.end()
            continue
        for sign in _next(text, at):
            at = sign.end
            if sign.text or sign.kind != "word":
                yield sign


def _next(text: str, at: int) -> tuple[Sign, ...]:
    character = text[at]
    if character in "()":
        return (Sign("(" if character == "(" else ")", character, at, at + 1),)
    if character == "-" and at + 1 < len(text) and not text[at + 1].isspace():
        return (Sign("not", character, at, at + 1),)
    if character in _STRAY:
        return (_enclosed(text, at),)
    if field := _FIELD.match(text, at):
        return _field(text, field)
    return _word(text, at)


def _enclosed(text: str, at: int) -> Sign:
    if phrase := _PHRASE.match(text, at):
        content = re.sub(r"\\(.)", r"\1", phrase[1], flags=re.DOTALL)
        distance = int(phrase[2][:4]) if phrase[2] else None
        return Sign("phrase", content, at, phrase.end(), distance=distance)
    if span := _RANGE.match(text, at):
        return Sign("range", span[1], at, span.end(), high=span[2])
    raise QueryError(f"“{text[at]}” does not belong to anything", at, _STRAY[text[at]])


def _field(text: str, field: re.Match[str]) -> tuple[Sign, ...]:
    name = Sign("field", field[1], field.start(), field.end())
    if compare := _COMPARE.match(text, field.end()):
        return name, Sign("compare", compare[1], field.end(), compare.end(), high=compare[2])
    return (name,)


def _word(text: str, at: int) -> tuple[Sign, ...]:
    if end := numbers.find(text, at):
        return (Sign("number", text[at:end], at, end),)
    if end := classes.find(text, at):
        return (Sign("class", text[at:end], at, end),)
    word = _WORD.match(text, at)
    if not word:
        raise QueryError(f"“{text[at]}” does not belong to anything", at, "Leave it out.")
    raw = word[0]
    if raw in _OPERATORS:
        return tuple(Sign(kind, raw, at, word.end()) for kind in _OPERATORS[raw])
    if near := _NEAR.fullmatch(raw):
        return (Sign("near", raw, at, word.end(), distance=int(near[1][:4] or 5)),)
    if _UNKNOWN_OPERATORS.fullmatch(raw):
        remedy = 'Use NEAR, or a "phrase" for words in order; or write the word in small letters.'
        raise QueryError(f"{raw} is not an operator here", at, remedy)
    return (_plain(raw, at),)


def _plain(raw: str, at: int) -> Sign:
    """A word: its escapes undone, its ``~n`` and wildcards read. A word of punctuation alone has no text."""
    pieces = [(piece[1] or piece[2], piece[1] is not None) for piece in _PIECE.finditer(raw)]
    if any(character == "^" and not escaped for character, escaped in pieces):
        place = at + raw.index("^")
        raise QueryError("Words cannot be weighted", place, "Leave out the ^ and the number after it.")
    pieces, distance = _fuzzy(pieces)
    wild = any(character in WILD and not escaped for character, escaped in pieces)
    if wild:
        pieces = [(character, escaped) for character, escaped in pieces if not (escaped and character in WILD)]
    text = "".join(character for character, _ in pieces)
    if not tokens(text) and not (wild and "*" in text):
        text = ""
    return Sign("word", text, at, at + len(raw), wild=wild, distance=distance)


def _fuzzy(pieces: list[tuple[str, bool]]) -> tuple[list[tuple[str, bool]], int | None]:
    """The pieces before ``~`` or ``~n``, and n."""
    last = len(pieces)
    while last and pieces[last - 1][0].isdecimal() and not pieces[last - 1][1]:
        last -= 1
    if not last or pieces[last - 1] != ("~", False):
        return pieces, None
    digits = "".join(character for character, _ in pieces[last:])
    return pieces[: last - 1], int(digits[:4] or 1)

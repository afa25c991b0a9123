"""The query text cut into signs: words, phrases, ranges, operators, fields; each knows where it stands."""

import re
from collections.abc import Iterator

from chancery.finder import classes, numbers
from chancery.finder.manner import Manner, Sign, SignKind
from chancery.finder.query import QueryError
from chancery.finder.words import tokens

MOST_CHARACTERS = 20_000
"""Longer query texts are refused."""
MOST_SPELLINGS = 16
"""The most spellings that a word with letters that may be missing stands for."""
USUAL_DISTANCE = 5
"""Words apart, where NEAR names no number."""

_SPACE = re.compile(r"[\s+]+")  # a + before a word says what is so anyway: the word must be there
_BROKEN = re.compile("[\ud800-\udfff]")
_FIELD = re.compile(r"([A-Za-z_][\w.]*):")
_COMPARE = re.compile(r"\s*(>=|<=|>|<)\s*([\w./-]+)")
_PHRASE = re.compile(r'"((?:[^"\\]|\\.)*)"(?:~(\d+))?', re.DOTALL)
OPENING = "“„‟«＂"
"""Marks that word processors, and keyboards of other languages, open a quotation with."""
CURLY = rf"[{OPENING}][^\"{OPENING}”»]*[”»“＂]"
"""A quotation between such marks; a mark without a second one is a sign like any other."""
_CURLY = re.compile(rf"({CURLY})(?:~(\d+))?")
_RANGE = re.compile(r'([\[{])\s*("[^"]*"|\S+?)\s+TO\s+("[^"]*"|[^\s\]}]+)\s*([\]}])')
_REGEX = re.compile(r"/((?:[^\s/\\]|\\\S)+)/(?![^\s()^])")
_WEIGHT = re.compile(r"\^(\d{0,6}(?:\.\d{1,6})?)")
_WORD = re.compile(r"(?:\\.|[^\s()\"\[\]{}\\^])+|\\$", re.DOTALL)
_PIECE = re.compile(r"\\(.)|(.)", re.DOTALL)
_NEAR = re.compile(r"(NEAR|BEFORE)/?(\d*)")
_OPERATORS: dict[str, tuple[SignKind, ...]] = {
    "AND": ("and",),
    "OR": ("or",),
    "NOT": ("not",),
    "ANDNOT": ("and", "not"),
}
_OPERATOR = re.compile(r"(?:AND|OR|NOT|ANDNOT)(?![^\s()\"\[\]{}^])")
_UNKNOWN_OPERATORS = re.compile(r"(?:ADJ|WITH|SAME|XOR)\d*")
_STRAY = {"[": "stray_bracket", "]": "stray_bracket", "{": "stray_brace", "}": "stray_brace", '"': "open_phrase"}

Pieces = list[tuple[str, bool]]
"""Characters, each with whether a \\ stands before it."""


def signs(text: str, manner: Manner) -> Iterator[Sign]:
    """The signs of the text in order. Raises QueryError at the first character that fits nowhere."""
    check_text(text)
    at = 0
    while at < len(text):
        if space := _SPACE.match(text, at):
            at = space.end()
            continue
        for sign in _next(text, at, manner):
            at = sign.end
            if sign.text or sign.kind != "word":
                yield sign


def check_text(text: str) -> None:
    """Refuses what no dialect reads."""
    if len(text) > MOST_CHARACTERS:
        raise QueryError("too_long", MOST_CHARACTERS, most=f"{MOST_CHARACTERS:,}")
    if broken := _BROKEN.search(text):
        raise QueryError("half_character", broken.start())


def _next(text: str, at: int, manner: Manner) -> tuple[Sign, ...]:
    for rule in manner.rules:
        if found := rule(text, at):
            return found
    if sign := _single(text, at):
        return (sign,)
    if field := _FIELD.match(text, at):
        return _field(text, field)
    return _word(text, at, manner)


def _single(text: str, at: int) -> Sign | None:
    """What its first character tells apart from a word."""
    character = text[at]
    if character in "()":
        return Sign("(" if character == "(" else ")", character, at, at + 1)
    if character == "-" and at + 1 < len(text) and not text[at + 1].isspace():
        return Sign("not", character, at, at + 1)
    if character in _STRAY:
        return _enclosed(text, at)
    if character in OPENING and (curly := _CURLY.match(text, at)):
        distance = int(curly[2][:4]) if curly[2] else None
        return Sign("phrase", curly[1][1:-1], at, curly.end(), distance=distance)
    if character == "^":
        return _weight(text, at)
    regex = _REGEX.match(text, at)
    return Sign("regex", regex[1], at, regex.end()) if regex else None


def _enclosed(text: str, at: int) -> Sign:
    if phrase := _PHRASE.match(text, at):
        content = re.sub(r"\\(.)", r"\1", phrase[1], flags=re.DOTALL)
        distance = int(phrase[2][:4]) if phrase[2] else None
        return Sign("phrase", content, at, phrase.end(), distance=distance, wild=is_open(phrase[1]))
    if span := _RANGE.match(text, at):
        low, high = (end.strip('"').strip() for end in (span[2], span[3]))
        return Sign("range", low, at, span.end(), high=high, opens=(span[1] == "{", span[4] == "}"))
    raise QueryError(_STRAY[text[at]], at, sign=text[at])


def is_open(phrase: str) -> bool:
    r"""Whether a word of a phrase begins or ends with ``*``. The stars of M*A*S*H are its own, as all are where a \
    stands before one.
    """
    if "*" not in phrase or "\\*" in phrase:
        return False
    return any("*" in (word[0], word[-1]) and tokens(word) for word in phrase.split())


def _weight(text: str, at: int) -> Sign:
    weight = _WEIGHT.match(text, at)
    assert weight
    return Sign("weight", weight[1], at, weight.end())


def _field(text: str, field: re.Match[str]) -> tuple[Sign, ...]:
    name = Sign("field", field[1], field.start(), field.end())
    if compare := _COMPARE.match(text, field.end()):
        return name, Sign("compare", compare[1], field.end(), compare.end(), high=compare[2])
    return (name,)


def _word(text: str, at: int, manner: Manner) -> tuple[Sign, ...]:
    if operator := _OPERATOR.match(text, at):  # before numbers: the OR of "018222197 OR 018222198" is no office
        return tuple(Sign(kind, operator[0], at, operator.end()) for kind in _OPERATORS[operator[0]])
    if end := numbers.find(text, at):
        return (Sign("number", text[at:end], at, end),)
    if end := classes.find(text, at):
        return (Sign("class", text[at:end], at, end),)
    word = _WORD.match(text, at)
    if not word:
        raise QueryError("stray", at, sign=text[at])
    raw = word[0]
    if near := _NEAR.fullmatch(raw):
        distance = int(near[2][:4] or USUAL_DISTANCE)
        return (Sign("near", raw, at, word.end(), distance=distance, ordered=near[1] == "BEFORE"),)
    if _UNKNOWN_OPERATORS.fullmatch(raw):
        raise QueryError("unknown_operator", at, sign=raw)
    return (plain(raw, at, manner),)


def plain(raw: str, at: int, manner: Manner) -> Sign:
    """A word: its escapes undone, its ``~n`` and wildcards read. A word of punctuation alone has no text."""
    pieces: Pieces = [(piece[1] or piece[2], piece[1] is not None) for piece in _PIECE.finditer(raw)]
    distance: int | None = None
    if manner.fuzzy:
        pieces, distance = _fuzzy(pieces)
    wild = any(character in manner.marks and not escaped for character, escaped in pieces)
    if not wild:
        text = "".join(character for character, _ in pieces)
        return Sign("word", text if tokens(text) else "", at, at + len(raw), distance=distance)
    spellings = _spellings(pieces, manner, at)
    text = max(spellings, key=len)
    if not tokens(text) and "*" not in text:
        text, spellings = "", [""]
    variants = tuple(dict.fromkeys(spellings)) if len(spellings) > 1 else ()
    return Sign("word", text, at, at + len(raw), wild=_is_wild(text), distance=distance, variants=variants)


def _is_wild(text: str) -> bool:
    return "*" in text or "?" in text


def _spellings(pieces: Pieces, manner: Manner, at: int) -> list[str]:
    """The word with ``*`` and ``?`` as its only wildcards; more than one where letters may be missing."""
    found = [""]
    for number, digits, (character, escaped) in _counted(pieces, manner):
        mark = None if escaped else manner.marks.get(character)
        if mark is None:
            added = ["" if character in "*?" else character]
        elif digits:
            added = ["?" * length for length in range(number + 1)]
        else:
            added = ["", "?"] if mark == "maybe" else [mark]
        found = list(dict.fromkeys(word + more for word in found for more in added))
        if len(found) > MOST_SPELLINGS:
            raise QueryError("too_many_maybes", at, most=MOST_SPELLINGS)
    return found


def _counted(pieces: Pieces, manner: Manner) -> Iterator[tuple[int, bool, tuple[str, bool]]]:
    """The pieces, ``$3`` of Google as one piece with its number."""
    skip = False
    for place, piece in enumerate(pieces):
        following = pieces[place + 1] if place + 1 < len(pieces) else ("", True)
        if skip:
            skip = False
            continue
        counts = piece == ("$", False) and "$" in manner.marks and following[0] in "123456789" and following[0] != ""
        skip = counts
        yield (int(following[0]), True, piece) if counts else (0, False, piece)


def _fuzzy(pieces: Pieces) -> tuple[Pieces, int | None]:
    """The pieces before ``~`` or ``~n``, and n; 0 for the part of a word that may differ, as older Lucene had it."""
    last = len(pieces)
    while last and (pieces[last - 1][0].isdecimal() or pieces[last - 1][0] == ".") and not pieces[last - 1][1]:
        last -= 1
    if not last or pieces[last - 1] != ("~", False):
        return pieces, None
    digits = "".join(character for character, _ in pieces[last:])
    return pieces[: last - 1], 0 if "." in digits else int(digits[:4] or 1)

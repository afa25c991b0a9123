r"""Patterns of one word: wildcards and regular expressions, read into a tree that cannot run away.

A tree is written out for the engine's automaton (``Pattern.regex``) and can be tried on a word (``Pattern.fits``)
without backtracking: the set of places reached is carried along, so no pattern takes longer than the square of the
word. The signs of regular expressions are ``.`` ``[abc]`` ``[^a-z]`` ``(a|b)`` ``* + ?`` ``{2,3}`` ``\d``, and ``\``
before a sign that is meant itself. Letters are compared folded, as everywhere.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from chancery.finder.errors import QueryError
from chancery.finder.words import fold

MOST_STATES = 120
"""The largest pattern, counting each letter as often as it may be repeated."""
MOST_REPEATS = 20
MOST_NESTED = 3
_FEW_STARS = 2
"""Repetitions inside repetitions."""

Ranges = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class One:
    """One character: among ``ranges``, or with ``negated`` not among them; every character without ranges."""

    ranges: Ranges = ()
    negated: bool = False

    def fits(self, character: str) -> bool:
        return not self.ranges or any(low <= character <= high for low, high in self.ranges) != self.negated


@dataclass(frozen=True, slots=True)
class Row:
    """Its parts, one after the other."""

    parts: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of its parts."""

    parts: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Repeat:
    """A part from ``least`` to ``most`` times; None: any number of times."""

    part: "Node"
    least: int
    most: int | None


Node = One | Row | Choice | Repeat


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern of a whole word. ``regex`` is the text for the engine's automaton; ``quick`` the same for Python,
    where it cannot backtrack far.
    """

    node: Node
    regex: str
    quick: re.Pattern[str] | None = None

    def fits(self, word: str) -> bool:
        """Whether a folded word fits from its first letter to its last."""
        if self.quick:
            return self.quick.fullmatch(word) is not None
        return len(word) in _reached(self.node, word, frozenset((0,)))


@lru_cache(maxsize=1000)
def wildcard(pattern: str) -> Pattern:
    """``*`` any characters, ``?`` exactly one; the letters are folded already."""
    signs: dict[str, Node] = {"*": Repeat(One(), 0, None), "?": One()}
    found = _pattern(Row(tuple(signs.get(letter) or _letter(letter) for letter in pattern)))
    return replace(found, quick=re.compile(found.regex, re.DOTALL)) if pattern.count("*") <= _FEW_STARS else found


@lru_cache(maxsize=1000)
def regular(expression: str, at: int | None = None) -> Pattern:
    """Reads a regular expression. Raises QueryError; ``at`` is where the expression begins in the query's text."""
    return _pattern(_Reader(expression, at).whole())


def beginning(pattern: str) -> str:
    """The letters before the first wildcard."""
    return re.split(r"[*?]", pattern, maxsplit=1)[0]


def dearness(pattern: str) -> int:
    """How much of the list of words a wildcard reads: 1 with three letters before it, 3 with fewer, 6 with none."""
    known = len(beginning(pattern))
    return 1 if known > 2 else 3 if known else 6


def _pattern(node: Node) -> Pattern:
    return Pattern(node, _written(node))


def _letter(letter: str) -> One:
    return One(((letter, letter),))


def _written(node: Node) -> str:
    match node:
        case One(ranges, negated):
            return _class(ranges, negated=negated)
        case Row(parts):
            return "".join(map(_written, parts))
        case Choice(parts):
            return f"({'|'.join(map(_written, parts))})"
        case Repeat(part, least, most):
            inner = _written(part)
            unit = inner if isinstance(part, One) else f"({inner})"
            return unit + _count(least, most)
    raise TypeError(f"Not a pattern: {node!r}")


def _count(least: int, most: int | None) -> str:
    plain = {(0, None): "*", (1, None): "+", (0, 1): "?"}
    return plain.get((least, most)) or f"{{{least},{'' if most is None else most}}}"


def _class(ranges: Ranges, *, negated: bool) -> str:
    if not ranges:
        return "."
    if len(ranges) == 1 and ranges[0][0] == ranges[0][1] and not negated:
        return re.escape(ranges[0][0])
    inside = "".join(_point(low) if low == high else f"{_point(low)}-{_point(high)}" for low, high in ranges)
    return f"[{'^' if negated else ''}{inside}]"


def _point(character: str) -> str:
    return character if character.isalnum() else f"\\x{{{ord(character):x}}}"


def _reached(node: Node, word: str, starts: frozenset[int]) -> frozenset[int]:
    """The places in the word where the node may end when it begins at one of ``starts``."""
    match node:
        case One():
            return frozenset(at + 1 for at in starts if at < len(word) and node.fits(word[at]))
        case Row(parts):
            for part in parts:
                starts = _reached(part, word, starts)
            return starts
        case Choice(parts):
            return frozenset().union(*(_reached(part, word, starts) for part in parts))
        case Repeat():
            return _repeated(node, word, starts)
    raise TypeError(f"Not a pattern: {node!r}")


def _repeated(node: Repeat, word: str, starts: frozenset[int]) -> frozenset[int]:
    for _ in range(node.least):
        starts = _reached(node.part, word, starts)
    reached, newly, times = starts, starts, node.least
    while newly and (node.most is None or times < node.most):
        newly = _reached(node.part, word, newly) - reached
        reached, times = reached | newly, times + 1
    return reached


def _size(node: Node) -> int:
    match node:
        case Row(parts) | Choice(parts):
            return sum(map(_size, parts)) + 1
        case Repeat(part, least, most):
            return _size(part) * max(1, most or least) + 1
    return 1


def _nested(node: Node) -> int:
    match node:
        case Row(parts) | Choice(parts):
            return max(map(_nested, parts), default=0)
        case Repeat(part):
            return _nested(part) + 1
    return 0


class _Reader:
    """Recursive descent over the signs of a regular expression."""

    def __init__(self, text: str, start: int | None) -> None:
        self._text = text
        self._start = start
        self._at = 0
        self._depth = 0

    def whole(self) -> Node:
        node = self._choice()
        if self._at < len(self._text):
            raise self._fault("regex_closing")
        if _size(node) > MOST_STATES or _nested(node) > MOST_NESTED:
            raise self._fault("regex_large", 0)
        return node

    def _fault(self, code: str, at: int | None = None, **values: object) -> QueryError:
        place = self._at if at is None else at
        return QueryError(code, None if self._start is None else self._start + place, **values)

    def _choice(self) -> Node:
        parts = [self._row()]
        while self._next() == "|":
            self._at += 1
            parts.append(self._row())
            self._check_length(parts)
        return parts[0] if len(parts) == 1 else Choice(tuple(parts))

    def _row(self) -> Node:
        parts: list[Node] = []
        while (sign := self._next()) and sign not in "|)":
            parts += self._piece()
            self._check_length(parts)
        return Row(tuple(parts))

    def _check_length(self, parts: list[Node]) -> None:
        """Stops at once: what is too large is not read to its end."""
        if len(parts) > MOST_STATES:
            raise self._fault("regex_large", 0)

    def _piece(self) -> list[Node]:
        """A letter, class or group with its repetition; a letter that folds into two is two."""
        found = self._atom()
        count = self._repetition()
        if count is None:
            return found
        last = found[-1] if len(found) == 1 else Row(tuple(found))
        node = Repeat(last, *count)
        if self._next() and self._next() in "*+?{":
            raise self._fault("regex_repeat")
        if _size(node) > MOST_STATES:
            raise self._fault("regex_large")
        return [node]

    def _atom(self) -> list[Node]:
        sign = self._next()
        if sign in "*+?{":
            raise self._fault("regex_repeat")
        if sign in "^$}]":
            raise self._fault("regex_sign", sign=sign)
        self._at += 1
        if sign == ".":
            return [One()]
        if sign == "[":
            return [self._class()]
        if sign == "(":
            return [self._group()]
        return self._literal(self._escaped() if sign == "\\" else sign)

    def _literal(self, letter: str) -> list[Node]:
        if letter == "\\d":
            return [One((("0", "9"),))]
        return [_letter(each) for each in fold(letter)]

    def _escaped(self) -> str:
        sign = self._next()
        if not sign:
            raise self._fault("regex_sign", sign="\\")
        self._at += 1
        if sign == "d":
            return "\\d"
        if sign.isalnum():
            raise self._fault("regex_sign", self._at - 2, sign=f"\\{sign}")
        return sign

    def _group(self) -> Node:
        opening = self._at - 1
        self._depth += 1
        if self._depth > MOST_REPEATS:
            raise self._fault("regex_large")
        node = self._choice()
        if self._next() != ")":
            raise self._fault("regex_closing", opening)
        self._at += 1
        self._depth -= 1
        return node

    def _class(self) -> One:
        opening = self._at - 1
        negated = self._next() == "^"
        self._at += negated
        end = self._text.find("]", self._at)
        inside = self._text[self._at : end] if end >= 0 else ""
        if not inside or "[" in inside or "\\" in inside:
            raise self._fault("regex_class", opening)
        self._at = end + 1
        ranges = tuple(self._range(found, opening) for found in re.findall(r".-.|.", inside, re.DOTALL))
        return One(ranges, negated=negated)

    def _range(self, text: str, opening: int) -> tuple[str, str]:
        low, high = fold(text[0]), fold(text[-1])
        if len(low) != 1 or len(high) != 1 or low > high:
            raise self._fault("regex_class", opening)
        return low, high

    def _repetition(self) -> tuple[int, int | None] | None:
        sign = self._next()
        if not sign or sign not in "*+?{":
            return None
        if sign != "{":
            self._at += 1
            return {"*": (0, None), "+": (1, None), "?": (0, 1)}[sign]
        counted = re.compile(r"\{(\d{1,3})(?:(,)(\d{1,3})?)?\}").match(self._text, self._at)
        least = int(counted[1]) if counted else 0
        most = (int(counted[3]) if counted[3] else None) if counted and counted[2] else least
        if not counted or max(least, most or 0) > MOST_REPEATS or (most is not None and most < least):
            raise self._fault("regex_count", most=MOST_REPEATS)
        self._at = counted.end()
        return least, most

    def _next(self) -> str:
        return self._text[self._at : self._at + 1]

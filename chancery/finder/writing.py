"""A query as text in a dialect, and what of it the dialect cannot say.

What cannot be said is written as the next wider thing that can, or left out, and each time told as a ``Loss``;
without losses, parsing the text gives the query again.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import NoReturn

from chancery.finder import classes, fields, numbers
from chancery.finder.lexer import OPENING, is_open
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
    Regex,
    Side,
    Span,
    Term,
    Weighted,
    Wildcard,
)
from chancery.finder.words import tokens

LOSSES = {
    "field": "has no field “{what}”: written for all fields",
    "field_left_out": "has no field “{what}”: left out",
    "present": "cannot ask whether a field is filled: left out",
    "weight": "has no weights: left out",
    "fuzzy": "has no approximate words: written as the word itself",
    "regex": "has no regular expressions: left out",
    "near": "cannot join these by nearness: joined by AND",
    "ordered": "does not keep the order of near words: written for either order",
    "span": "has no ranges of numbers: left out",
    "exact": "cannot switch off stemming for one word: written as the plain word",
    "wildcard": "has no wildcards: written without them",
    "operator": "has no OR, NOT or parentheses: left out",
    "everything": "cannot ask for everything: left out",
    "whole": "says nothing of this query",
}
"""What a dialect cannot say, and what was written instead, as the end of a sentence that begins with its name."""


@dataclass(frozen=True, slots=True)
class Loss:
    """One thing a dialect cannot say: a key of ``LOSSES``, and the clause it was found in."""

    code: str
    what: str

    @property
    def told(self) -> str:
        """In English."""
        return LOSSES[self.code].format(what=self.what)


@dataclass(frozen=True, slots=True)
class Written:
    """A query in a dialect. Without ``losses`` the text says exactly the query."""

    text: str
    losses: tuple[Loss, ...] = ()


class Writer:
    """Walks a query. A dialect says how its clauses are written; ``""`` stands for a clause left out."""

    def __init__(self) -> None:
        self.losses: dict[Loss, None] = {}

    def written(self, query: Query) -> Written:
        text = self.clause(query)
        if not text:
            self.lose("whole", "")
        return Written(text, tuple(self.losses))

    def lose(self, code: str, what: object) -> None:
        self.losses[Loss(code, str(what))] = None

    def clause(self, query: Query) -> str:
        match query:
            case And(parts):
                return self.joined(parts, "and")
            case Or(parts):
                return self.joined(parts, "or")
            case Not(part):
                return self.negated(part)
            case Weighted(part, weight):
                return self.weighted(part, weight)
            case Near():
                return self.near(query)
        return self.leaf(query)

    def joined(self, parts: Iterable[Query], how: str) -> str:
        raise NotImplementedError

    def negated(self, part: Query) -> str:
        raise NotImplementedError

    def near(self, query: Near) -> str:
        raise NotImplementedError

    def leaf(self, query: Query) -> str:
        raise NotImplementedError

    def weighted(self, part: Query, weight: float) -> str:  # noqa: ARG002 - most dialects have none
        self.lose("weight", "")
        return self.clause(part)

    def loosened(self, query: Near) -> str:
        """Both sides joined by AND, where nearness cannot be said."""
        self.lose("near", "")
        return self.clause(And((query.left, query.right)))


@dataclass(frozen=True, slots=True)
class Pen:
    """How a dialect of the common family is written. ``spelling`` gives a field's name there, ``""`` for all
    fields, None where there is none; ``prefix`` what stands before a value.
    """

    spelling: Mapping[str, str] = field(default_factory=dict)
    only: bool = False
    """Fields that ``spelling`` does not name cannot be said; otherwise they have our own name."""
    one: str = "?"
    near: str = "NEAR{distance}"
    before: str = "BEFORE{distance}"
    sides: bool = True
    """Near sides may be choices, phrases and patterns."""
    fuzzy: bool = True
    weights: bool = True
    spans: bool = True
    regexes: bool = True
    special: str = r"[\s()\"\[\]{}\\:~^*?]"
    bare_and: bool = True
    """Words side by side need no AND."""
    sayings: Mapping[Query, str] = field(default_factory=dict)
    """Whole clauses for which the dialect has a way of its own."""


OPERATOR = re.compile(
    r"AND|OR|NOT|ANDNOT|(?:NEAR/?|BEFORE/?|ADJ/?|WITH|SAME|XOR)\d*|[-+<>!/].*|&&|\|\||[A-Z]+(?:_[A-Z]+)*[/=].*",
    re.DOTALL,
)
"""Words that would be read as a sign of some dialect; a ``\\`` before them makes them words."""


class FamilyWriter(Writer):
    """Writes the dialects of the common family."""

    def __init__(self, pen: Pen) -> None:
        super().__init__()
        self.pen = pen
        self.special = f"{pen.special}|[{OPENING}]"

    def clause(self, query: Query) -> str:
        return self.pen.sayings.get(query) or super().clause(query)

    def joined(self, parts: Iterable[Query], how: str) -> str:
        parts = tuple(parts)
        if how == "or" and (grouped := self.grouped(parts)):
            return grouped
        texts = [text for part in parts if (text := self.inside(part))]
        if how == "or":
            return " OR ".join(texts)
        digits = any(character.isdigit() for text in texts for character in text)
        return (" " if self.pen.bare_and and not digits else " AND ").join(texts)

    def grouped(self, parts: tuple[Query, ...]) -> str:
        """Values of one field with the field written once; ``""`` where the parts are not that."""
        names = {part.field if isinstance(part, Term) else "" for part in parts}
        name = names.pop()
        prefix = self.prefix(name) if not names and name else ""
        if not prefix:
            return ""
        values = [self.term(part).removeprefix(prefix) for part in parts if isinstance(part, Term)]
        return f"{prefix}({' OR '.join(values)})"

    def inside(self, part: Query) -> str:
        """A clause as part of another, in parentheses where it needs them."""
        text = self.clause(part)
        if part in self.pen.sayings or (isinstance(part, Or) and self.grouped(part.parts)):
            return text
        loose = isinstance(part, And | Or) or (isinstance(part, Near) and not text.endswith(")"))
        return f"({text})" if loose and text else text

    def negated(self, part: Query) -> str:
        text = self.inside(part)
        return f"NOT {text}" if text else ""

    def weighted(self, part: Query, weight: float) -> str:
        if not self.pen.weights:
            return super().weighted(part, weight)
        text = self.clause(part)
        tight = not isinstance(part, And | Or | Not | Near | Weighted)
        return f"{text if tight else f'({text})'}^{weight:g}" if text else ""

    def prefix(self, name: str) -> str | None:
        """What stands before a value; None where the field cannot be said."""
        spelling = self.pen.spelling.get(name)
        if spelling is not None:
            return spelling
        if self.pen.only:
            return None
        return "" if name == ANY else f"{name}:"

    def said(self, name: str) -> str:
        """The prefix of a field of words, of all fields where it cannot be said."""
        found = self.prefix(name)
        if found is None:
            self.lose("field", name)
            return ""
        return found

    def near(self, query: Near) -> str:
        if phrase := as_open_phrase(query):
            return self.said(query.field) + phrase
        sides = [self.side(side, query.field) for side in (query.left, query.right)]
        if not all(sides) or not self.pen.near:
            return self.loosened(query)
        form = self.pen.before if query.ordered else self.pen.near
        if not form:
            self.lose("ordered", "")
            form = self.pen.near
        text = f"{sides[0]} {form.format(distance=query.distance)} {sides[1]}"
        prefix = self.said(query.field)
        if not prefix and any(_recognised(side) for side in sides):
            prefix = f"{ANY}:"
        return f"{prefix}({text})" if prefix else text

    def side(self, side: Side, name: str) -> str:
        """A side without its field."""
        if isinstance(side, Or):
            texts = [self.side(part, name) for part in side.parts]  # type: ignore[arg-type]  # sides hold sides
            return f"({' OR '.join(texts)})" if self.pen.sides else ""
        if not isinstance(side, Term) and not self.pen.sides:
            return ""
        return self.word(side)

    def word(self, query: Term | Phrase | Wildcard) -> str:
        match query:
            case Term(text, _, exact):
                return quoted(text) if exact else self.escaped(text)
            case Phrase(text):
                return quoted(text)
        return self.pattern(query.pattern)

    def pattern(self, pattern: str) -> str:
        escaped = re.sub(self.special.replace("*?", ""), r"\\\g<0>", pattern)
        sign = "\\" if OPERATOR.fullmatch(pattern) and not escaped.startswith("\\") else ""
        return sign + escaped.replace("?", self.pen.one)

    def escaped(self, text: str) -> str:
        escaped = re.sub(self.special, r"\\\g<0>", text)
        return "\\" + escaped if OPERATOR.fullmatch(text) and not escaped.startswith("\\") else escaped

    def leaf(self, query: Query) -> str:
        match query:
            case Term():
                return self.term(query)
            case Phrase() | Wildcard() if fields.get(query.field).kind == "words":
                return self.said(query.field) + self.word(query)
            case Wildcard(pattern, name):
                return self.with_prefix(name, self.pattern(pattern))
            case Fuzzy():
                return self.fuzzy(query)
            case Regex(expression, name):
                return self.said(name) + f"/{expression}/" if self.pen.regexes else self.omitted("regex", expression)
        return self.without_words(query)

    def without_words(self, query: Query) -> str:
        match query:
            case Everything():
                return "*"
            case Present(name):
                return self.with_prefix(name, "*")
            case Range():
                return self.range(query)
            case Span(name, low, high):
                if not self.pen.spans:
                    return self.omitted("span", f"{low}–{high}")
                return self.with_prefix(name, f"[{_end(low)} TO {_end(high)}]")
        return _unknown(query)

    def range(self, query: Range) -> str:
        return self.with_prefix(query.field, f"[{query.low or '*'} TO {query.high or '*'}]")

    def fuzzy(self, query: Fuzzy) -> str:
        if not self.pen.fuzzy:
            self.lose("fuzzy", query.text)
            return self.term(Term(query.text, query.field))
        distance = "" if query.distance == 1 else query.distance
        return f"{self.said(query.field)}{self.escaped(query.text)}~{distance}"

    def with_prefix(self, name: str, text: str) -> str:
        """A value with its field; left out where the field cannot be said."""
        prefix = self.prefix(name)
        return self.omitted("field_left_out", name) if prefix is None else prefix + text

    def omitted(self, code: str, what: object) -> str:
        self.lose(code, what)
        return ""

    def term(self, term: Term) -> str:
        text, name = term.text, term.field
        kind = fields.get(name).kind
        if self.prefix(name) is None and recognised_as(kind, text):
            if name != kind:
                self.lose("field", name)
            return text
        if kind != "words":
            needs = re.search(self.special, text) or OPERATOR.fullmatch(text) or "," in text or not text
            return self.with_prefix(name, quoted(text) if needs else text)
        prefix = self.said(name)
        if term.exact:
            return prefix + quoted(text)
        if not prefix and _recognised(text):
            return f"{ANY}:{self.escaped(text)}"  # without the field it would be read as a number or class
        return prefix + self.escaped(text)


def quoted(text: str) -> str:
    """The text between quotation marks; where a ``*`` of it would open a word, each is said to be meant itself."""
    return '"' + re.sub(r'["\\*]' if is_open(text) else r'["\\]', r"\\\g<0>", text) + '"'


def as_open_phrase(query: Near) -> str:
    """``"fuel cell*"`` for words side by side of which one is open; empty where it is not that."""
    sides = (query.left, query.right)
    wild = [isinstance(side, Wildcard) for side in sides]
    if not query.ordered or query.distance != 1 or not any(wild):
        return ""
    texts = [_as_open(side) for side in sides]
    return f'"{texts[0]} {texts[1]}"' if all(texts) else ""


def _as_open(side: Side) -> str:
    match side:
        case Wildcard(pattern) if "?" not in pattern and is_open(pattern):
            text = pattern
        case Term(text, _, True) if len(text.split()) == 1 and not is_open(text):
            pass
        case Phrase(text) if len(text.split()) > 1 and not is_open(text):
            pass
        case _:
            return ""
    whole = text == " ".join(text.split()) and all(map(tokens, text.split()))
    return text if whole and not re.search(r'["\\]', text) else ""


def parenthesised(text: str) -> str:
    return f"({text})" if text else ""


def renamed(term: Term, name: str) -> Term:
    """The same value in another field."""
    return replace(term, field=name)


def recognised_as(name: str, text: str) -> bool:
    """Whether a text without a field is read as just this number or class."""
    find = {"number": numbers.find, "class": classes.find}.get(name)
    return find is not None and find(text, 0) == len(text) and (name == "number" or not numbers.find(text, 0))


def _recognised(text: str) -> bool:
    return numbers.find(text, 0) is not None or classes.find(text, 0) is not None


def _end(text: str) -> str:
    return "*" if not text else f'"{text}"' if re.search(r"[\s\]}]", text) else text


def _unknown(query: object) -> NoReturn:
    raise TypeError(f"Not a query: {query!r}")

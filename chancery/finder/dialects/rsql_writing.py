"""A query in RSQL. Negation is said of single comparisons only, so it is moved inward."""

import re
from collections.abc import Iterable

from chancery.finder import fields
from chancery.finder.dialects.rsql import FEATURES, NAMES, NO_STATES, STATUSES
from chancery.finder.lexer import OPENING
from chancery.finder.query import (
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
    Span,
    Term,
    Weighted,
    Wildcard,
)
from chancery.finder.words import tokens
from chancery.finder.writing import Writer, Written

_SPELLING = {
    "title": "wordMarkSpecification.verbalElement",
    "application_number": "applicationNumber",
    "registration_number": "registrationNumber",
    "name": "applicants.name",
    "agent": "representatives.name",
    "inventor": "designers.name",
    "text": "description",
    "description": "patentDescription",
    "nice": "niceClasses",
    "vienna": "viennaClasses",
    "locarno": "locarnoClasses",
    "filed": "applicationDate",
    "registered": "registrationDate",
    "published": "publicationDate",
    "priority": "priorityDate",
    "expires": "expiryDate",
    "feature": "markFeature",
    "kind": "markKind",
    "language": "applicationLanguage",
}
assert all(name.lower() in NAMES.known for name in _SPELLING.values())
_THEIRS = {
    "status": {ours: theirs for theirs, ours in reversed(STATUSES.items())},
    "feature": {ours: theirs for theirs, ours in FEATURES.items()},
}
_LIST = re.compile(r"=(?:in|out)=\([^()]*\)")
_PLAIN = re.compile(rf"(?![{OPENING}])[^\s\"'();,=!~<>\\]+")


def write(query: Query) -> Written:
    """The query in this dialect."""
    return _Writer().written(query)


class _Writer(Writer):
    def joined(self, parts: Iterable[Query], how: str) -> str:
        parts = tuple(parts)
        if how == "or" and (listed := self.listed(parts, "=in=")):
            return listed
        sign = ";" if how == "and" else ","
        return sign.join(text for part in parts if (text := self.inside(part)))

    def inside(self, part: Query) -> str:
        text = self.clause(part)
        loose = isinstance(part, And | Or | Not) and re.search("[;,]", _LIST.sub("", text))
        return f"({text})" if loose else text

    def listed(self, parts: tuple[Query, ...], relation: str) -> str:
        """Values of one field in one comparison; ``""`` where the parts are not that."""
        names = {part.field for part in parts if isinstance(part, Term) and not part.exact}
        if len(names) != 1 or not all(isinstance(part, Term) and not part.exact for part in parts):
            return ""
        values = ",".join(_value(part) for part in parts if isinstance(part, Term))
        return f"{_selector(names.pop())}{relation}({values})"

    def negated(self, part: Query) -> str:
        match part:
            case Not(inner):
                return self.clause(inner)
            case Or(parts):
                return self.listed(parts, "=out=") or self.clause(And(tuple(Not(each) for each in parts)))
            case And(parts):
                return self.clause(Or(tuple(Not(each) for each in parts)))
            case Weighted(inner):
                return self.negated(inner)
            case Term() | Phrase() | Wildcard() | Present() | Everything():
                return self.clause(part).replace("==", "!=", 1)
        self.lose("operator", "NOT")
        return ""

    def near(self, query: Near) -> str:
        self.lose("near", "")
        sides = [self.inside(side) for side in (query.left, query.right)]
        return ";".join(sides)

    def leaf(self, query: Query) -> str:
        match query:
            case Everything():
                return "any==*"
            case Term(_, name, exact):
                if exact and fields.get(name).kind == "words":
                    self.lose("exact", query.text)
                return f"{_selector(name)}=={_value(query)}"
            case Phrase(text, name):
                return f"{_selector(name)}=={_quoted(text.replace('*', ' '))}"
            case Wildcard(pattern, name):
                return self.wildcard(pattern, name)
            case Fuzzy(text, name):
                self.lose("fuzzy", text)
                return f"{_selector(name)}=={_quoted(text)}"
        return self.other(query)

    def other(self, query: Query) -> str:
        match query:
            case Range(name, low, high):
                return _between(name, str(low or ""), str(high or ""))
            case Span(name, low, high):
                return _between(name, low and _quoted(low), high and _quoted(high))
            case Present(name):
                return f"{_selector(name)}==*"
        self.lose("regex", "")
        return ""

    def wildcard(self, pattern: str, name: str) -> str:
        if "?" in pattern:
            self.lose("wildcard", pattern)
            pattern = re.sub(r"[*?]+", "*", pattern)
        return f"{_selector(name)}=={_quoted(pattern)}"


def _between(name: str, low: str, high: str) -> str:
    ends = [f"{_selector(name)}{sign}{end}" for sign, end in ((">=", low), ("<=", high)) if end]
    return f"({';'.join(ends)})" if len(ends) > 1 else ends[0]


def _selector(name: str) -> str:
    return _SPELLING.get(name, name)


def _value(term: Term) -> str:
    """A value; a star in it, which no word is made of, would make it a pattern."""
    text = " ".join(tokens(term.text)) if "*" in term.text else term.text
    if term.field == "status" and text in {*STATUSES, *NO_STATES}:
        text = text.lower()  # lest it be read as a state of the EUIPO
    return _quoted(_THEIRS.get(term.field, {}).get(text, text))


def _quoted(text: str) -> str:
    if _PLAIN.fullmatch(text) and tokens(text):
        return text
    return "'" + re.sub(r"['\\]", r"\\\g<0>", text) + "'"

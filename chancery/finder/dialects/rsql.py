"""RSQL as the EUIPO's trademark search has it: ``niceClasses=in=(9,35);status==REGISTERED,applicationDate>2020-01-01``.

``;`` or ``and``, ``,`` or ``or``; ``== != < <= > >= =in= =out= =all=``; ``*`` in a value. Beside the EUIPO's
selectors our own field names are understood.
"""

import re
from dataclasses import dataclass

from chancery.finder.cost import MOST_CLAUSES
from chancery.finder.dialects.names import Names
from chancery.finder.fields import Field
from chancery.finder.grammar import Nesting, check_size, checked
from chancery.finder.leaves import ORDERED, Scope, comparison, leaf
from chancery.finder.lexer import CURLY, check_text
from chancery.finder.manner import Sign
from chancery.finder.query import ANY, Everything, Not, Present, Query, QueryError, all_of, any_of
from chancery.finder.ranges import merged
from chancery.finder.words import tokens

NAMES = Names(
    known={
        "wordmarkspecification.verbalelement": "title",
        "verbalelement": "title",
        "applicationnumber": "application_number",
        "registrationnumber": "registration_number",
        "applicants.name": "name",
        "representatives.name": "agent",
        "designers.name": "inventor",
        "description": "text",  # of a mark
        "patentdescription": "description",  # ours: EUIPO has no patents
        "niceclasses": "nice",
        "viennaclasses": "vienna",
        "locarnoclasses": "locarno",
        "applicationdate": "filed",
        "registrationdate": "registered",
        "publicationdate": "published",
        "prioritydate": "priority",
        "expirydate": "expires",
        "status": "status",
        "markfeature": "feature",
        "markkind": "kind",
        "applicationlanguage": "language",
        "secondlanguage": "language",
    },
    missing={
        "applicantreference": "references of applicants",
        "applicants.*": "identifiers and addresses of applicants",
        "representatives.*": "identifiers and addresses of representatives",
        "designers.*": "identifiers and addresses of designers",
        "markbasis": "bases of marks",
        "designationdate": "dates of designation",
        "statusdate": "dates of status",
        "updatedate": "dates of update",
        "tradedistinctivenessindicator": "distinctiveness through use",
        "oppositionperiodenddate": "ends of opposition periods",
        "renewalstatus": "states of renewal",
        "fasttrackindicator": "fast track",
        **dict.fromkeys(("oppositions", "oppositions.*"), "oppositions by their own numbers"),
        **dict.fromkeys(("cancellations", "cancellations.*"), "cancellations by their own numbers"),
        **dict.fromkeys(("appeals", "appeals.*"), "appeals by their own numbers"),
    },
    ours=True,
)
STATUSES = {
    "RECEIVED": "filed",
    "UNDER_EXAMINATION": "examined",
    "APPLICATION_PUBLISHED": "published",
    "START_OF_OPPOSITION_PERIOD": "published",
    "REGISTERED": "registered",
    "WITHDRAWN": "withdrawn",
    "REFUSED": "refused",
    "OPPOSITION_PENDING": "opposed",
    "APPEALED": "appealed",
    "APPEALABLE": "appealed",
    "CANCELLATION_PENDING": "challenged",
    "EXPIRED": "lapsed",
    "SURRENDERED": "lapsed",
    "CANCELLED": "lapsed",
    "REMOVED_FROM_REGISTER": "lapsed",
}
"""The EUIPO's states as ours, the first of several being what ours is called there."""
FEATURES = {"SHAPE_3D": "3D shape"}
"""The EUIPO's features of marks, where its records call them something else."""
NO_STATES = ("REGISTRATION_PENDING", "ACCEPTANCE_PENDING", "ACCEPTED")
"""Those that no record here is in."""
_VALUES = {"status": STATUSES, "feature": FEATURES}

OPERATORS = ("==", "!=", "<", "<=", ">", ">=", "=in=", "=out=", "=all=")
_WORDED = {"=lt=": "<", "=le=": "<=", "=gt=": ">", "=ge=": ">="}
_LISTS = ("=in=", "=out=", "=all=")
_SELECTOR = re.compile(r"[A-Za-z_][\w.]*")
_OPERATOR = re.compile(r"=[a-z]+=|==|!=|<=|>=|<|>")
_VALUE = re.compile(rf"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|{CURLY}|[^\s"'();,=!~<>]+""", re.DOTALL)
_SPACE = re.compile(r"\s*")
_WORD = re.compile(r"(?:and|or)(?=[\s(])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Value:
    text: str
    start: int
    end: int
    quoted: bool


def read(text: str) -> Query:
    """What the text asks for. Raises QueryError."""
    check_text(text)
    return merged(_Parser(text).whole())


class _Parser:
    """Recursive descent over the characters."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._nesting = Nesting()
        self._signs: list[Sign] = []

    def whole(self) -> Query:
        self._skip()
        if self._at == len(self._text):
            return Everything()
        query = self._either()
        if self._at < len(self._text):
            closing = self._text[self._at] == ")"
            raise QueryError("closes_nothing" if closing else "stray", self._at, sign=self._text[self._at])
        check_size(self._signs)
        return checked(query, self._nesting.deepest)

    def _either(self) -> Query:
        parts = [self._all()]
        while self._takes(",", "or"):
            parts.append(self._all())
        return any_of(parts)

    def _all(self) -> Query:
        parts = [self._constraint()]
        while self._takes(";", "and"):
            parts.append(self._constraint())
        return all_of(parts)

    def _constraint(self) -> Query:
        if self._at == len(self._text):
            raise QueryError("end_missing", self._at)
        if self._text[self._at] != "(":
            return self._comparison()
        opening = self._at
        self._nesting.enter(opening)
        self._move(opening + 1)
        query = self._either()
        if not self._takes(")"):
            raise QueryError("not_closed", opening)
        self._nesting.leave()
        return query

    def _comparison(self) -> Query:
        selector = _SELECTOR.match(self._text, self._at)
        if not selector:
            raise QueryError("stray", self._at, sign=self._text[self._at])
        field = _field(selector[0], self._at)
        self._move(selector.end())
        operator = _OPERATOR.match(self._text, self._at)
        if not operator:
            raise QueryError("relation_missing", self._at, field=selector[0], example="==…")
        relation = _WORDED.get(operator[0], operator[0])
        if relation not in OPERATORS:
            raise QueryError("relation", self._at, relation=relation, relations=" ".join(OPERATORS))
        start = self._at
        self._move(operator.end())
        values = self._values(selector[0], relation, start)
        return _compared(field, selector[0], relation, [self._counted(value) for value in values])

    def _values(self, selector: str, relation: str, start: int) -> list[_Value]:
        opened = self._takes("(")
        if relation in _LISTS and not opened:
            raise QueryError("list_missing", start, field=selector, relation=relation)
        if opened and relation not in _LISTS:
            raise QueryError("list_unwanted", start, relation=relation)
        values = [self._value()]
        while opened and self._takes(","):
            values.append(self._value())
        if opened and not self._takes(")"):
            raise QueryError("not_closed", start)
        return values

    def _value(self) -> _Value:
        match = _VALUE.match(self._text, self._at)
        if not match:
            raise QueryError("argument_missing", self._at)
        text = match[0]
        quoted = text[0] in "\"'" or re.fullmatch(CURLY, text) is not None
        if quoted:
            text = re.sub(r"\\(.)", r"\1", text[1:-1], flags=re.DOTALL)
        self._move(match.end())
        return _Value(text, match.start(), match.end(), quoted)

    def _counted(self, value: _Value) -> Sign:
        """A value as a sign: with ``*`` a pattern, of several words a phrase."""
        words = value.text.strip("* ")
        wild = "*" in value.text and bool(tokens(words)) and len(words.split()) < 2
        phrase = value.quoted and len(tokens(words)) > 1 and not wild
        text = value.text if wild or not tokens(words) else words
        sign = Sign(
            "phrase" if phrase else "word", text.replace("?", "") if wild else text, value.start, value.end, wild=wild
        )
        self._signs.append(sign)
        if len(self._signs) > MOST_CLAUSES:
            raise QueryError("too_many_parts", value.start, most=f"{MOST_CLAUSES:,}")
        return sign

    def _takes(self, sign: str, word: str = "") -> bool:
        if self._text.startswith(sign, self._at):
            self._move(self._at + len(sign))
            return True
        match = _WORD.match(self._text, self._at)
        if match and match[0].lower() == word:
            self._move(match.end())
            return True
        return False

    def _move(self, at: int) -> None:
        self._at = at
        self._skip()

    def _skip(self) -> None:
        match = _SPACE.match(self._text, self._at)
        assert match
        self._at = match.end()


def _field(selector: str, at: int) -> Field:
    if found := NAMES.named(selector):
        return found
    if what := NAMES.lacking(selector):
        raise QueryError("not_in_our_records", at, field=selector, what=what)
    if meant := NAMES.meant(selector):
        raise QueryError("unknown_field", at, field=selector, meant=", ".join(meant))
    raise QueryError("no_such_field", at, field=selector)


def _compared(field: Field, selector: str, relation: str, signs: list[Sign]) -> Query:
    if relation in ("<", "<=", ">", ">="):
        if field.kind not in ORDERED:
            raise QueryError("relation_field", signs[0].start, field=selector, relation=relation, relations="==, =in=")
        sign = signs[0]
        return comparison(Sign("compare", relation, sign.start, sign.end, high=sign.text), field)
    found = [_equal(field, selector, sign) for sign in signs]
    if relation in ("!=", "=out="):
        return Not(any_of(found))
    return all_of(found) if relation == "=all=" else any_of(found)


def _equal(field: Field, selector: str, sign: Sign) -> Query:
    if "*" in sign.text and not tokens(sign.text):
        return Everything() if field.name == ANY else Present(field.name)
    if not tokens(sign.text):
        raise QueryError("argument_missing", sign.start)
    if field.name == "status" and sign.text in NO_STATES:
        known = ", ".join(STATUSES)
        raise QueryError("value_unknown", sign.start, field=selector, value=sign.text, values=known)
    text = _VALUES.get(field.name, {}).get(sign.text, sign.text)
    return leaf(Sign(sign.kind, text, sign.start, sign.end, wild=sign.wild), Scope(field, selector))

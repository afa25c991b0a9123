"""The grammar that PATENTSCOPE, Lucene, Google and the USPTO share: words side by side are ANDed; "phrases"; AND, OR,
NOT and - ; parentheses; ``field:value`` and ``field:(group)``; ranges ``[a TO b]``; wildcards; ``word~``; ``/regular
expressions/``; ``a NEAR5 b`` and ``a BEFORE5 b``; weights ``word^2``; numbers however written.
"""

from collections.abc import Iterator, Sequence

from chancery.finder import dates, patterns
from chancery.finder.cost import MOST_CLAUSES, MOST_DEARNESS, approximation, dearness
from chancery.finder.fields import Field
from chancery.finder.leaves import ORDERED, Scope, comparison, joined, leaf, span
from chancery.finder.lexer import signs
from chancery.finder.manner import Manner, Sign
from chancery.finder.query import (
    Everything,
    Not,
    Query,
    QueryError,
    Term,
    Weighted,
    Wildcard,
    all_of,
    any_of,
    extent,
)

MOST_DEPTH = 40
"""Clauses that may stand inside each other, in whatever language: what is read is walked clause by clause."""
LARGEST_WEIGHT = 1000.0

_VALUES = ("word", "phrase", "regex", "number", "class")
_ASKED = (*_VALUES, "range", "compare")


def read(text: str, manner: Manner) -> Query:
    """The query that the text means; everything for an empty text. Raises QueryError, pointing at the character."""
    found = list(signs(text, manner))
    if not found and text.strip():
        raise QueryError("no_word", len(text) - len(text.lstrip()))
    check_size(found)
    return _Parser(found, len(text), manner).whole() if found else Everything()


def check_size(found: Sequence[Sign]) -> None:
    """Refuses a query of too many parts, or whose patterns are too dear together."""
    asked = [sign for sign in found if sign.kind in _ASKED]
    if len(asked) > MOST_CLAUSES:
        raise QueryError("too_many_parts", asked[MOST_CLAUSES].start, most=f"{MOST_CLAUSES:,}")
    dear = 0
    for sign in asked:
        dear += _dearness(sign)
        if dear > MOST_DEARNESS:
            raise QueryError("patterns_too_dear", sign.start)


class Nesting:
    """How deep a reader stands in clauses; ``deepest`` is where in the text it was deepest."""

    def __init__(self) -> None:
        self._depth = self._most = self.deepest = 0

    def enter(self, at: int) -> None:
        """One clause more, which begins there. Raises QueryError where there are too many."""
        self._depth += 1
        if self._depth > MOST_DEPTH:
            raise QueryError("too_deep", at, most=MOST_DEPTH)
        self._most, self.deepest = max((self._most, self.deepest), (self._depth, at))

    def leave(self, clauses: int = 1) -> None:
        """So many clauses are read to their end."""
        self._depth -= clauses


def checked(query: Query, deepest: int = 0) -> Query:
    """The query, unless it has become larger than its text: by lists of values, by values that stand for several, by
    turns between AND and OR. ``deepest`` is where the text is nested deepest.
    """
    height, leaves = extent(query)
    if height > MOST_DEPTH:
        raise QueryError("too_deep", deepest, most=MOST_DEPTH)
    if leaves > MOST_CLAUSES:
        raise QueryError("too_many_parts", 0, most=f"{MOST_CLAUSES:,}")
    if dearness(query) > MOST_DEARNESS:
        raise QueryError("patterns_too_dear", 0)
    return query


def _dearness(sign: Sign) -> int:
    if sign.kind == "regex":
        return patterns.dearness("*")
    if sign.kind == "phrase" and sign.wild:
        return sum(patterns.dearness(word) for word in sign.text.split() if "*" in word)
    if sign.kind != "word":
        return 0
    if sign.wild or sign.variants:
        return sum(patterns.dearness(text) for text in sign.variants or (sign.text,))
    return 0 if sign.distance is None else approximation(sign.text)


class _Parser:
    """Recursive descent over the signs; the scope (the field before a parenthesis) is passed down."""

    def __init__(self, found: Sequence[Sign], length: int, manner: Manner) -> None:
        self._signs = found
        self._at = 0
        self._length = length
        self._nesting = Nesting()
        self._manner = manner

    def whole(self) -> Query:
        query = self._alternatives(None)
        if sign := self._peek():
            raise QueryError("closes_nothing", sign.start)
        return checked(query, self._nesting.deepest)

    def _alternatives(self, scope: Scope | None) -> Query:
        parts = [self._together(scope)]
        while self._take("or"):
            parts.append(self._together(scope))
        return any_of(parts)

    def _together(self, scope: Scope | None) -> Query:
        """Clauses that must all hold; in some dialects the same field twice side by side asks for either."""
        parts: list[Query] = []
        for aside, query in self._clauses(scope):
            if aside and self._manner.same_field_or and scope is None and _same_value_field(parts[-1], query):
                parts[-1] = any_of([parts[-1], query])
            else:
                parts.append(query)
        return all_of(parts)

    def _clauses(self, scope: Scope | None) -> Iterator[tuple[bool, Query]]:
        """Each clause, with whether it stands beside the one before without an operator."""
        yield False, self._clause(scope)
        while (sign := self._peek()) and sign.kind not in ("or", ")"):
            aside = self._take("and") is None
            yield aside, self._clause(scope)

    def _clause(self, scope: Scope | None) -> Query:
        negations = 0
        while sign := self._take("not"):
            negations += 1
            self._nesting.enter(sign.start)
        query = self._joined(scope)
        self._nesting.leave(negations)
        for _ in range(negations):
            query = Not(query)
        return query

    def _joined(self, scope: Scope | None) -> Query:
        """A clause, or two joined by NEAR."""
        query = self._weighted(scope)
        sign = self._take("near")
        if not sign:
            return query
        both = joined(query, self._weighted(scope), sign)
        if again := self._take("near"):
            raise QueryError("near_chain", again.start, sign=again.text)
        return both

    def _weighted(self, scope: Scope | None) -> Query:
        query = self._primary(scope)
        if sign := self._take("weight"):
            if sign.start != self._signs[self._at - 2].end:
                raise QueryError("stray", sign.start, sign="^")
            weight = float(sign.text or 0)
            if not 0 < weight <= LARGEST_WEIGHT:
                raise QueryError("weight", sign.start, most=int(LARGEST_WEIGHT))
            query = Weighted(query, weight)
        if again := self._take("weight"):
            raise QueryError("stray", again.start, sign="^")
        return query

    def _primary(self, scope: Scope | None) -> Query:
        sign = self._peek()
        if sign is None:
            raise QueryError("end_missing", self._length)
        self._at += 1
        if sign.kind == "(":
            return self._group(sign, scope)
        if sign.kind == "field":
            return self._fielded(sign, scope)
        if sign.kind in _VALUES:
            return leaf(sign, scope)
        if sign.kind in ("range", "compare"):
            return _range_in(sign, scope)
        raise QueryError("word_missing", sign.start, sign=sign.text or "^")

    def _group(self, opening: Sign, scope: Scope | None) -> Query:
        self._nesting.enter(opening.start)
        query = self._alternatives(scope)
        if not self._take(")"):
            raise QueryError("not_closed", opening.start)
        self._nesting.leave()
        return query

    def _fielded(self, sign: Sign, scope: Scope | None) -> Query:
        field = field_named(sign, self._manner)
        if scope is not None:
            raise QueryError("field_in_field", sign.start)
        value = self._peek()
        if value is None or value.kind not in (*_VALUES, "range", "compare", "("):
            raise QueryError("nothing_after_field", sign.end, field=sign.text, example=f"{sign.text}:{example(field)}")
        values = self._manner.values.get(sign.text.lower(), {})
        return self._primary(Scope(field, sign.text, values, self._manner.lists))

    def _peek(self) -> Sign | None:
        return self._signs[self._at] if self._at < len(self._signs) else None

    def _take(self, kind: str) -> Sign | None:
        sign = self._peek()
        if sign is None or sign.kind != kind:
            return None
        self._at += 1
        return sign


def field_named(sign: Sign, manner: Manner) -> Field:
    """The field that a sign names. Raises QueryError with the fields that may have been meant."""
    field = manner.named(sign.text)
    if field is not None:
        return field
    if what := manner.lacking(sign.text):
        raise QueryError("not_in_our_records", sign.start, field=sign.text, what=what)
    if meant := manner.meant(sign.text):
        raise QueryError("unknown_field", sign.start, field=sign.text, meant=", ".join(meant))
    raise QueryError("no_such_field", sign.start, field=sign.text)


def example(field: Field) -> str:
    """What may stand after a field's name."""
    examples = {"date": dates.FORMS.split(", ", maxsplit=1)[0], "class": "G06F", "number": "EP1820402", "code": "EP"}
    return examples.get(field.kind, "word")


def _range_in(sign: Sign, scope: Scope | None) -> Query:
    kind = scope.field.kind if scope else ""
    if scope is None or kind not in ORDERED:
        raise QueryError("range_field", sign.start)
    return span(sign, scope.field) if sign.kind == "range" else comparison(sign, scope.field)


def _same_value_field(one: Query, other: Query) -> bool:
    last = one.parts[-1] if hasattr(one, "parts") and one.parts else one
    both = [query.field for query in (last, other) if isinstance(query, Term | Wildcard)]
    return len(both) == 2 and both[0] == both[1] and both[0] not in ("any", "title", "text")

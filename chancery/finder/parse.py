"""The house's query language: plain words are ANDed; "phrases"; AND, OR, NOT and - ; parentheses;
``field:value`` and ``field:(group)``; ranges ``[a TO b]``; ``*`` and ``?``; ``word~``; ``a NEAR5 b``; numbers
however written.

``parse`` raises nothing but QueryError, and what it gives can be printed by ``printing.as_text`` and parsed again.
"""

from collections.abc import Iterator

from chancery.finder import dates, fields
from chancery.finder.fields import Field
from chancery.finder.leaves import comparison, leaf, near, span
from chancery.finder.lexer import Sign, signs
from chancery.finder.query import Everything, Not, Query, QueryError, all_of, any_of

__all__ = ["parse"]

MOST_DEPTH = 40
MOST_CLAUSES = 1000
MOST_PATTERNS = 50
"""Each word with wildcards or ``~`` may make the engine read its whole list of words."""


def parse(text: str) -> Query:
    """The query that the text means; everything for an empty text.

    Raises QueryError, pointing at the character, with what to write instead.
    """
    found = list(signs(text))
    if not found and text.strip():
        start = len(text) - len(text.lstrip())
        raise QueryError("There is no word in this query", start, "Write at least one word or number.")
    _check_size(found)
    return _Parser(found, len(text)).whole() if found else Everything()


def _check_size(found: list[Sign]) -> None:
    if len(found) > MOST_CLAUSES:
        remedy = "Cut the query into several."
        raise QueryError(f"The query has more than {MOST_CLAUSES:,} parts", found[MOST_CLAUSES].start, remedy)
    patterns = [sign for sign in found if sign.wild or (sign.kind == "word" and sign.distance is not None)]
    if len(patterns) > MOST_PATTERNS:
        remedy = "Write some of them out, or cut the query into several."
        raise QueryError(f"More than {MOST_PATTERNS} words have *, ? or ~", patterns[MOST_PATTERNS].start, remedy)


class _Parser:
    """Recursive descent over the signs; the scope (the field before a parenthesis) is passed down."""

    def __init__(self, found: list[Sign], length: int) -> None:
        self._signs = found
        self._at = 0
        self._length = length
        self._depth = 0

    def whole(self) -> Query:
        query = self._alternatives(None)
        if sign := self._peek():
            raise QueryError("This parenthesis closes nothing", sign.start, "Take it away, or open one before.")
        return query

    def _alternatives(self, scope: Field | None) -> Query:
        parts = [self._together(scope)]
        while self._take("or"):
            parts.append(self._together(scope))
        return any_of(parts)

    def _together(self, scope: Field | None) -> Query:
        return all_of(list(self._clauses(scope)))

    def _clauses(self, scope: Field | None) -> Iterator[Query]:
        yield self._clause(scope)
        while (sign := self._peek()) and sign.kind not in ("or", ")"):
            self._take("and")
            yield self._clause(scope)

    def _clause(self, scope: Field | None) -> Query:
        negations = 0
        while self._take("not"):
            negations += 1
        query = self._joined(scope)
        for _ in range(negations):
            query = Not(query)
        return query

    def _joined(self, scope: Field | None) -> Query:
        """A clause, or two joined by NEAR."""
        first = self._peek()
        query = self._primary(scope)
        sign = self._take("near")
        if not sign or not first:
            return query
        joined = near(query, self._primary(scope), sign)
        if again := self._take("near"):
            raise QueryError("NEAR joins two words only", again.start, "Join the third word with AND.")
        return joined

    def _primary(self, scope: Field | None) -> Query:
        sign = self._peek()
        if sign is None:
            raise QueryError("Something is missing at the end", self._length, "Write a word after the operator.")
        self._at += 1
        if sign.kind == "(":
            return self._group(sign, scope)
        if sign.kind == "field":
            return self._fielded(sign, scope)
        if sign.kind in ("word", "phrase", "number", "class"):
            return leaf(sign, scope)
        if sign.kind in ("range", "compare"):
            return _dates_in(sign, scope)
        raise QueryError(f"A word is missing before “{sign.text}”", sign.start, "Write a word on both sides of it.")

    def _group(self, opening: Sign, scope: Field | None) -> Query:
        self._depth += 1
        if self._depth > MOST_DEPTH:
            remedy = f"No more than {MOST_DEPTH} parentheses may stand inside each other."
            raise QueryError("Too many parentheses", opening.start, remedy)
        query = self._alternatives(scope)
        if not self._take(")"):
            raise QueryError("This parenthesis is not closed", opening.start, "Write ) where the group ends.")
        self._depth -= 1
        return query

    def _fielded(self, sign: Sign, scope: Field | None) -> Query:
        field = fields.named(sign.text)
        if field is None:
            raise QueryError(f"There is no field “{sign.text}”", sign.start, _meant(sign.text))
        if scope is not None:
            remedy = "Close the first field's parenthesis before naming another."
            raise QueryError("A field cannot stand inside a field", sign.start, remedy)
        value = self._peek()
        if value is None or value.kind not in ("word", "phrase", "number", "class", "range", "compare", "("):
            remedy = f"Write what to look for after “{sign.text}:”, e.g. {sign.text}:{_example(field)}."
            raise QueryError(f"Nothing stands after “{sign.text}:”", sign.end, remedy)
        return self._primary(field)

    def _peek(self) -> Sign | None:
        return self._signs[self._at] if self._at < len(self._signs) else None

    def _take(self, *kinds: str) -> Sign | None:
        sign = self._peek()
        if sign is None or sign.kind not in kinds:
            return None
        self._at += 1
        return sign


def _dates_in(sign: Sign, scope: Field | None) -> Query:
    if scope is None or scope.kind != "date":
        remedy = "Name a date before it, e.g. published:[2000 TO 2005] or filed:>=2010."
        raise QueryError("Only dates have ranges", sign.start, remedy)
    return span(sign, scope) if sign.kind == "range" else comparison(sign, scope)


def _meant(spelling: str) -> str:
    """The remedy for an unknown field."""
    quoted = f'If it is not a field, put it in quotation marks: "{spelling}: …".'
    candidates = fields.near(spelling)
    return f"Did you mean {' or '.join(candidates)}? {quoted}" if candidates else quoted


def _example(field: Field) -> str:
    examples = {"date": dates.FORMS.split(", ", maxsplit=1)[0], "class": "G06F", "number": "EP1820402", "code": "EP"}
    return examples.get(field.kind, "word")

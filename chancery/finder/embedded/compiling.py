"""A query of the model made into one of tantivy.

tantivy's own parser is not used: it silently finds nothing for wildcards. Words weigh by where they stand
(title before name before text) and more as written than by their stem; dates, classes and codes only decide
whether a document is found.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import tantivy

from chancery.finder import classes, fields, numbers
from chancery.finder.embedded.schema import STEMMED, TITLE_IN, WORD_FIELDS, facet_field, stem
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
    QueryError,
    Range,
    Term,
    Wildcard,
)
from chancery.finder.words import fold, has_cjk, tokens

_WEIGHTS = {"title": 3.0, "name": 2.0, "text": 1.0, TITLE_IN: 3.0}
_STEM_WEIGHT = 0.5
_NUMBER_SCORE = 20.0
_NUMBER_DIGITS = 4  # a free word with fewer digits is not looked up as a number

_MUST, _MUST_NOT, _SHOULD = tantivy.Occur.Must, tantivy.Occur.MustNot, tantivy.Occur.Should


@dataclass(frozen=True, slots=True)
class _Place:
    """A field of the index in which words are looked for; ``prefix`` stands before each word there."""

    field: str
    prefix: str = ""
    stems: str = ""


def _places(field: str) -> Iterator[_Place]:
    if field.startswith("title."):
        language = field.removeprefix("title.")
        yield _Place(TITLE_IN, f"{language}:", STEMMED["title"] if language == "en" else "")
        return
    for name in WORD_FIELDS if field == ANY else (field,):
        yield _Place(name, "", STEMMED.get(name, ""))


class Compiler:
    """Compiles for one schema. Raises QueryError for a field that is not there and a pattern that is too wide."""

    def __init__(self, schema: tantivy.Schema) -> None:
        self._schema = schema

    def query(self, query: Query) -> tantivy.Query:
        """What finds exactly the documents that ``query`` describes."""
        if isinstance(query, And):
            return self._all(query.parts)
        if isinstance(query, Or):
            return _any(self.query(part) for part in query.parts)
        if isinstance(query, Not):
            return self._all((query,))
        if isinstance(query, Everything):
            return everything()
        return self._leaf(query)

    def filters(self, chosen: Mapping[str, Sequence[str]], *, but: str = "") -> Iterator[tantivy.Query]:
        """A condition for each facet with chosen values, except the facet named ``but``."""
        for facet, values in chosen.items():
            if values and facet != but:
                yield _silent(tantivy.Query.term_set_query(self._schema, facet_field(facet), list(values)))

    def _all(self, parts: Iterable[Query]) -> tantivy.Query:
        clauses = [
            (_MUST_NOT, self.query(part.part)) if isinstance(part, Not) else (_MUST, self.query(part)) for part in parts
        ]
        if all(occur == _MUST_NOT for occur, _ in clauses):
            clauses.append((_MUST, everything()))
        return tantivy.Query.boolean_query(clauses)

    def _leaf(self, query: Query) -> tantivy.Query:
        field = getattr(query, "field", "")
        try:
            kind = fields.get(field).kind
        except KeyError:
            raise QueryError(f"There is no field “{field}”", None, "See the list of fields.") from None
        if isinstance(query, Present):
            return self._present(field, kind)
        if isinstance(query, Range):
            return self._range(query)
        if kind == "words":
            return _any(self._in_words(query, field))
        if isinstance(query, Term):
            return self._value(query.text, field, kind)
        if isinstance(query, Wildcard):
            return self._value_pattern(query.pattern, field, kind)
        raise QueryError(f"“{field}” does not hold words", None, "Use a plain value, or * and ?.")

    def _present(self, field: str, kind: fields.Kind) -> tantivy.Query:
        if field == ANY:
            return everything()
        if kind == "date":
            return self._range(Range(field, None, None))
        return _silent(self._term("code", f"has:{field}"))

    def _range(self, query: Range) -> tantivy.Query:
        found = tantivy.Query.range_query(
            self._schema,
            query.field,
            tantivy.FieldType.Integer,
            lower_bound=query.low.toordinal() if query.low else 0,
            upper_bound=query.high.toordinal() if query.high else None,
        )
        return _silent(found)

    def _in_words(self, query: Query, field: str) -> Iterator[tantivy.Query]:
        for place in _places(field):
            found = self._words_at(query, place)
            yield tantivy.Query.boost_query(found, _WEIGHTS[place.field])
            if place.stems and isinstance(query, Term) and not query.exact:
                yield from self._stems_at(query.text, place)
        if field == ANY and isinstance(query, Term) and sum(map(str.isdigit, query.text)) >= _NUMBER_DIGITS:
            yield self._value(query.text, "number", "number")

    def _words_at(self, query: Query, place: _Place) -> tantivy.Query:
        if isinstance(query, Term | Phrase):
            return self._phrase([place.prefix + word for word in tokens(query.text)], place.field)
        if isinstance(query, Wildcard):
            return self._pattern(query.pattern, place)
        if isinstance(query, Fuzzy):
            return self._fuzzy(query, place)
        assert isinstance(query, Near)
        left, right = place.prefix + fold(query.left), place.prefix + fold(query.right)
        return _any(self._phrase(pair, place.field, query.distance - 1) for pair in ([left, right], [right, left]))

    def _stems_at(self, text: str, place: _Place) -> Iterator[tantivy.Query]:
        words = tokens(text)
        if len(words) == 1:
            found = self._term(place.stems, stem(words[0]))
            yield tantivy.Query.boost_query(found, _WEIGHTS[place.field] * _STEM_WEIGHT)

    def _fuzzy(self, query: Fuzzy, place: _Place) -> tantivy.Query:
        word = place.prefix + fold(query.text)
        return tantivy.Query.fuzzy_term_query(self._schema, place.field, word, query.distance)

    def _pattern(self, pattern: str, place: _Place) -> tantivy.Query:
        if has_cjk(pattern):  # its characters are words already, found wherever they stand together
            return self._phrase([place.prefix + word for word in tokens(pattern)], place.field)
        pieces = [place.prefix + _regex(piece) for piece in pieces_of(pattern)]
        if len(pieces) == 1:
            return self._regex(place.field, pieces[0])
        words: list[str | tuple[int, str]] = [*pieces]
        return _checked(lambda: tantivy.Query.regex_phrase_query(self._schema, place.field, words))

    def _value(self, text: str, field: str, kind: fields.Kind) -> tantivy.Query:
        if kind == "number":
            found = tantivy.Query.term_set_query(self._schema, "number", list(numbers.asked(text)))
            return tantivy.Query.const_score_query(found, _NUMBER_SCORE)
        if kind == "class":
            return _silent(tantivy.Query.term_set_query(self._schema, "class", list(classes.asked(field, text))))
        return _silent(self._term("code", f"{field}:{fold(text)}"))

    def _value_pattern(self, pattern: str, field: str, kind: fields.Kind) -> tantivy.Query:
        if kind == "number":
            return self._regex("number", _regex(numbers.asked_pattern(pattern)))
        if kind == "class":
            return _any(self._regex("class", _regex(found)) for found in classes.asked_patterns(field, pattern))
        return self._regex("code", _regex(f"{field}:{fold(pattern)}"))

    def _phrase(self, words: Sequence[str], field: str, slop: int = 0) -> tantivy.Query:
        if not words:
            return tantivy.Query.empty_query()
        if len(words) == 1:
            return self._term(field, words[0])
        return tantivy.Query.phrase_query(self._schema, field, [*words], slop)

    def _term(self, field: str, value: str) -> tantivy.Query:
        return tantivy.Query.term_query(self._schema, field, value)

    def _regex(self, field: str, regex: str) -> tantivy.Query:
        return _checked(lambda: tantivy.Query.regex_query(self._schema, field, regex))


def both(query: tantivy.Query, conditions: Iterable[tantivy.Query]) -> tantivy.Query:
    """The query with conditions that all must hold."""
    clauses = [(_MUST, query), *((_MUST, condition) for condition in conditions)]
    return query if len(clauses) == 1 else tantivy.Query.boolean_query(clauses)


def everything() -> tantivy.Query:
    return _silent(tantivy.Query.all_query())


def _any(parts: Iterable[tantivy.Query]) -> tantivy.Query:
    clauses = [(_SHOULD, part) for part in parts]
    return clauses[0][1] if len(clauses) == 1 else tantivy.Query.boolean_query(clauses)


def _silent(query: tantivy.Query) -> tantivy.Query:
    """The query as a condition that does not change the order."""
    return tantivy.Query.const_score_query(query, 0.0)


def _regex(pattern: str) -> str:
    return "".join({"*": ".*", "?": "."}.get(character, re.escape(character)) for character in pattern)


def _checked(build: Callable[[], tantivy.Query]) -> tantivy.Query:
    try:
        return build()
    except ValueError as error:  # the pattern would need more states than tantivy allows
        raise QueryError("This pattern is too wide", None, "Write more letters, or fewer * and ?.") from error


def pieces_of(pattern: str) -> list[str]:
    """The words of a pattern, folded, each with its wildcards: ``E-mai*`` is ``e`` and ``mai*``."""
    return [piece for piece in re.split(r"[^\w*?]+|_", fold(pattern)) if piece]


def weighs(query: Query) -> bool:
    """Whether the query puts its hits in an order of its own, so that sorting by relevance means something."""
    if isinstance(query, And | Or):
        return any(weighs(part) for part in query.parts)
    if isinstance(query, Term):
        return fields.get(query.field).kind in ("words", "number")
    return isinstance(query, Phrase | Near | Fuzzy)

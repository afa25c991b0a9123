"""A query of the model made into one of OpenSearch.

Words weigh by where they stand (title before name before text) and more as written than by their stem; dates, classes
and codes only decide whether a document is found.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from chancery.finder import classes, fields, numbers, patterns
from chancery.finder.distributed import nearness
from chancery.finder.distributed.automata import regex
from chancery.finder.distributed.building import (
    EVERYTHING,
    NOTHING,
    Dsl,
    both,
    either,
    must_not,
    one_of,
    silent,
    term,
    weighed,
)
from chancery.finder.entries import (
    ORDER,
    PAIRS,
    Place,
    asked_number_patterns,
    asked_numbers,
    asked_order,
    facet_field,
    facet_key,
    in_language,
    may_be_number,
    places,
    presence,
)
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
    QueryError,
    Range,
    Regex,
    Span,
    Term,
    Weighted,
    Wildcard,
    parts_of,
)
from chancery.finder.stems import stems
from chancery.finder.words import fold, has_cjk, pairs, pieces_of, tokens

_STEM_WEIGHT = 0.5
_NUMBER_SCORE = 20.0
FEW_WORDS = 20
"""Of so many words the stems are looked up one by one."""
_MOST_SIMILAR = 10_000  # words that an approximation may stand for


def compiled(query: Query) -> Dsl:
    """What finds exactly the documents that ``query`` describes. Raises QueryError for a field that is not there."""
    return _Compiler(stems_apart=_words_of(query) <= FEW_WORDS).query(query)


def filters(chosen: Mapping[str, Sequence[str]], *, but: str = "") -> Iterator[Dsl]:
    """A condition for each facet with chosen values, except the facet named ``but``."""
    for facet, values in chosen.items():
        if values and facet != but:
            yield one_of(facet_field(facet), [facet_key(facet, value) for value in values])


@dataclass(frozen=True, slots=True)
class _Compiler:
    """Compiles one query. ``stems_apart``: each stem of a word weighs by how rare it is.

    In a long query they are one clause, and weigh alike: OpenSearch takes about a thousand clauses.
    """

    stems_apart: bool

    def query(self, query: Query) -> Dsl:
        match query:
            case And(parts):
                return self._all(parts)
            case Or(parts):
                return either(self.query(part) for part in parts)
            case Not():
                return self._all((query,))
            case Weighted(part, weight):
                return weighed(self.query(part), weight)
            case Everything():
                return EVERYTHING
        return self._leaf(query)

    def _all(self, parts: Iterable[Query]) -> Dsl:
        wanted = [self.query(part) for part in parts if not isinstance(part, Not)]
        unwanted = [self.query(part.part) for part in parts if isinstance(part, Not)]
        return must_not(wanted or [EVERYTHING], unwanted)

    def _leaf(self, query: Query) -> Dsl:
        name = getattr(query, "field", "")
        try:
            kind = fields.get(name).kind
        except KeyError:
            raise QueryError("no_such_field", field=name) from None
        match query:
            case Present():
                return _present(name, kind)
            case Range():
                return _range(query)
            case Span():
                return _span(query, kind)
        if kind == "words":
            return either(self._in_words(query, name))
        if isinstance(query, Term):
            return _value(query.text, name, kind, query.below)
        if isinstance(query, Wildcard):
            return _value_pattern(query.pattern, name, kind)
        raise QueryError("not_a_words_field", field=name)

    def _in_words(self, query: Query, name: str) -> Iterator[Dsl]:
        for place in places(name):
            found = [weighed(_at(query, place), place.weight)]
            if place.stems:
                found += [weighed(each, place.weight * _STEM_WEIGHT) for each in self._stems_at(query, place)]
            yield both(either(found), [_code(place.condition)] if place.condition else [])
        if isinstance(query, Term) and may_be_number(query):
            yield _value(query.text, "number", "number")

    def _stems_at(self, query: Query, place: Place) -> Iterator[Dsl]:
        """The query by stems, in every language that the place allows."""
        if isinstance(query, Near):
            for language in nearness.languages(query):
                found = nearness.stemmed(query, place.stems, language)
                if found and place.language in ("", language):
                    yield found
        elif isinstance(query, Term) and not query.exact and len(words := tokens(query.text)) == 1:
            keys = [f"{language}:{each}" for language, each in stems(words[0]) if place.language in ("", language)]
            yield from (term(place.stems, key) for key in keys) if self.stems_apart else (one_of(place.stems, keys),)


def _words_of(query: Query) -> int:
    return sum(map(_words_of, parts_of(query))) or 1


def _present(name: str, kind: fields.Kind) -> Dsl:
    head, language = fields.base(name)
    if head in fields.EVERYWHERE:
        filled = (f"has:{base}.{language}" for base in in_language(head))
        return either(map(_code, filled)) if language else EVERYTHING
    if kind == "date":
        return _range(Range(name, None, None))
    key = presence(name)
    return _code(key) if key else EVERYTHING


def _code(key: str) -> Dsl:
    return silent(term("code", key))


def _range(query: Range) -> Dsl:
    ends = {"gte": query.low.toordinal()} if query.low else {"gte": 0}
    if query.high:
        ends["lte"] = query.high.toordinal()
    return silent({"range": {query.field: ends}})


def _span(query: Span, kind: fields.Kind) -> Dsl:
    if kind == "class":
        return silent(one_of("class", classes.asked_span(query.field, query.low, query.high)))
    office = next((found for end in (query.low, query.high) if end and (found := numbers.read(end).office)), "")
    low = numbers.in_order(query.low) or 0
    high = numbers.in_order(query.high) if query.high else numbers.LAST
    if high is None:
        raise QueryError("range_number", text=query.high)
    spans = asked_order(query.field, office, low, high)
    return silent(either({"range": {ORDER: {"gte": first, "lte": last}}} for first, last in spans))


def _at(query: Query, place: Place) -> Dsl:
    match query:
        case Term(text) | Phrase(text):
            return _words(tokens(text), place)
        case Wildcard(pattern):
            return _pattern(pattern, place)
        case Regex(expression):
            return _automaton(place.field, place.prefix, patterns.regular(expression))
        case Fuzzy(text, _, distance):
            return _similar(place, fold(text), distance)
    assert isinstance(query, Near)
    return nearness.near(query, place.field, place.prefix)


def _similar(place: Place, word: str, distance: int) -> Dsl:
    how = {
        "value": place.prefix + word,
        "fuzziness": distance,
        "prefix_length": len(place.prefix),
        "max_expansions": _MOST_SIMILAR,
        "rewrite": "constant_score",
    }
    return {"fuzzy": {place.field: how}}


def _pattern(pattern: str, place: Place) -> Dsl:
    if has_cjk(pattern):  # its characters are words already, found wherever they stand together
        return _words(tokens(pattern), place)
    pieces = pieces_of(pattern)
    if len(pieces) == 1:
        return _automaton(place.field, place.prefix, patterns.wildcard(pieces[0]))
    return nearness.in_a_row([nearness.pattern(place.prefix + piece) for piece in pieces], place.field)


def _value(text: str, name: str, kind: fields.Kind, below: Sequence[str] = ()) -> Dsl:
    if kind == "number":
        found = one_of("number", asked_numbers(name, text))
        return {"constant_score": {"filter": found, "boost": _NUMBER_SCORE}}
    if kind == "class":
        return silent(one_of("class", classes.asked(name, text, below)))
    return _code(f"{name}:{fold(text)}")


def _value_pattern(pattern: str, name: str, kind: fields.Kind) -> Dsl:
    if kind == "number":
        return either(_wild("number", found) for found in asked_number_patterns(name, pattern))
    if kind == "class":
        return either(_wild("class", found) for found in classes.asked_patterns(name, pattern))
    return _wild("code", f"{name}:{fold(pattern)}")


def _words(words: Sequence[str], place: Place) -> Dsl:
    """The words one after the other."""
    if not words:
        return NOTHING
    if len(words) == 1:
        return term(place.field, place.prefix + words[0])
    row = " ".join(place.prefix + word for word in words)
    found = {"match_phrase": {place.field: {"query": row, "analyzer": "whitespace"}}}
    return both(found, (term(PAIRS, pair) for pair in pairs(list(words))))


def _wild(field: str, pattern: str) -> Dsl:
    return silent(_automaton(field, "", patterns.wildcard(pattern)))


def _automaton(field: str, prefix: str, pattern: patterns.Pattern) -> Dsl:
    value = regex(patterns.wildcard(prefix).node) + regex(pattern.node)
    return {"regexp": {field: {"value": value, "flags": "NONE", "rewrite": "constant_score"}}}

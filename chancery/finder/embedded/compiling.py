"""A query of the model made into one of tantivy.

tantivy's own parser is not used: it silently finds nothing for wildcards. Words weigh by where they stand
(title before name before text), in all their forms alike; dates, classes and codes only decide whether a document
is found.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import tantivy

from chancery.finder import classes, fields, numbers, patterns
from chancery.finder.embedded.building import both, checked, either, everything, must_not, silent, span_of_text
from chancery.finder.embedded.nearness import Nearness, is_stemmed
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
)
from chancery.finder.stems import STEMMABLE, keys
from chancery.finder.words import fold, has_cjk, pairs, pieces_of, tokens

__all__ = ["Compiler", "both", "everything"]

_NUMBER_SCORE = 20.0


class Compiler:
    """Compiles for one index. ``languages`` are those it holds. Raises QueryError for a field that is not there and
    a pattern that is too wide.
    """

    def __init__(self, index: tantivy.Index, languages: frozenset[str]) -> None:
        self._index = index
        self._schema = index.schema
        self._languages = languages

    def query(self, query: Query) -> tantivy.Query:
        """What finds exactly the documents that ``query`` describes."""
        match query:
            case And(parts):
                return self._all(parts)
            case Or():
                return either(self._alternatives(query))
            case Not():
                return self._all((query,))
            case Weighted(part, weight):
                return tantivy.Query.boost_query(self.query(part), weight)
            case Everything():
                return everything()
        return self._leaf(query)

    def filters(self, chosen: Mapping[str, Sequence[str]], *, but: str = "") -> Iterator[tantivy.Query]:
        """A condition for each facet with chosen values, except the facet named ``but``."""
        for facet, values in chosen.items():
            if values and facet != but:
                keys = [facet_key(facet, value) for value in values]
                yield silent(tantivy.Query.term_set_query(self._schema, facet_field(facet), keys))

    def _alternatives(self, query: Query) -> Iterator[tantivy.Query]:
        """What the query finds any of, word by word in each place: one flat list is read faster than lists of lists."""
        if isinstance(query, Or):
            for part in query.parts:
                yield from self._alternatives(part)
        elif isinstance(query, Term | Phrase | Wildcard) and _kind(query.field) == "words":
            yield from self._in_words(query, query.field)
        else:
            yield self.query(query)

    def _all(self, parts: Iterable[Query]) -> tantivy.Query:
        wanted = [self.query(part) for part in parts if not isinstance(part, Not)]
        unwanted = [self.query(part.part) for part in parts if isinstance(part, Not)]
        return must_not(wanted or [everything()], unwanted)

    def _leaf(self, query: Query) -> tantivy.Query:
        name = getattr(query, "field", "")
        kind = _kind(name)
        match query:
            case Present():
                return self._present(name, kind)
            case Range():
                return self._range(query)
            case Span():
                return self._span(query, kind)
        if kind == "words":
            return either(self._in_words(query, name))
        if isinstance(query, Term):
            return self._value(query.text, name, kind, query.below)
        if isinstance(query, Wildcard):
            return self._value_pattern(query.pattern, name, kind)
        raise QueryError("not_a_words_field", field=name)

    def _present(self, name: str, kind: fields.Kind) -> tantivy.Query:
        head, language = fields.base(name)
        if head in fields.EVERYWHERE:
            filled = (f"has:{base}.{language}" for base in in_language(head))
            return either(map(self._code, filled)) if language else everything()
        if kind == "date":
            return self._range(Range(name, None, None))
        key = presence(name)
        return self._code(key) if key else everything()

    def _code(self, key: str) -> tantivy.Query:
        return silent(tantivy.Query.term_query(self._schema, "code", key))

    def _range(self, query: Range) -> tantivy.Query:
        found = tantivy.Query.range_query(
            self._schema,
            query.field,
            tantivy.FieldType.Integer,
            lower_bound=query.low.toordinal() if query.low else 0,
            upper_bound=query.high.toordinal() if query.high else None,
        )
        return silent(found)

    def _span(self, query: Span, kind: fields.Kind) -> tantivy.Query:
        if kind == "class":
            keys = classes.asked_span(query.field, query.low, query.high)
            return silent(tantivy.Query.term_set_query(self._schema, "class", list(keys)))
        office = next((found for end in (query.low, query.high) if end and (found := numbers.read(end).office)), "")
        low = numbers.in_order(query.low) or 0
        high = numbers.in_order(query.high) if query.high else numbers.LAST
        if high is None:
            raise QueryError("range_number", text=query.high)
        spans = asked_order(query.field, office, low, high)
        return silent(either(span_of_text(self._index, ORDER, *ends) for ends in spans))

    def _in_words(self, query: Query, name: str) -> Iterator[tantivy.Query]:
        for place in places(name):
            found = self._by_stems(query, place)
            if found is None:
                condition = [self._code(place.condition)] if place.condition else []
                found = [both(self._at(query, place), condition)]
            yield from (tantivy.Query.boost_query(each, place.weight) for each in found)
        if isinstance(query, Term) and may_be_number(query):
            yield self._value(query.text, "number", "number")

    def _at(self, query: Query, place: Place) -> tantivy.Query:
        match query:
            case Term(text) | Phrase(text):
                return self._words(tokens(text), place)
            case Wildcard(pattern):
                return self._pattern(pattern, place)
            case Regex(expression):
                return self._regex(place.field, _escaped(place.prefix) + patterns.regular(expression).regex)
            case Fuzzy(text, _, distance):
                word = place.prefix + fold(text)
                return tantivy.Query.fuzzy_term_query(self._schema, place.field, word, distance)
        assert isinstance(query, Near)
        return Nearness(self._schema, place.field, place.prefix).query(query)

    def _by_stems(self, query: Query, place: Place) -> list[tantivy.Query] | None:
        """The query by stems, in every language that the index holds and the place allows: it finds what is written so
        too. None where stems are not asked for, or say nothing of the language.
        """
        if not place.stems or (place.language and place.language not in STEMMABLE):
            return None
        known = [keys(language) for language in self._languages_at(place)]
        if isinstance(query, Near):
            nearness = Nearness(self._schema, place.stems, "")
            return [nearness.stemmed(query, words) for words in known] if is_stemmed(query) else None
        if isinstance(query, Term) and not query.exact and len(words := tokens(query.text)) == 1:
            return [self._term(place.stems, each[words[0]]) for each in known]
        return None

    def _languages_at(self, place: Place) -> frozenset[str]:
        """Those with stemmers, and for all others one that has none."""
        if place.language:
            return self._languages & {place.language}
        plain = {""} if self._languages - STEMMABLE else set()
        return self._languages & STEMMABLE | plain

    def _pattern(self, pattern: str, place: Place) -> tantivy.Query:
        if has_cjk(pattern):  # its characters are words already, found wherever they stand together
            return self._words(tokens(pattern), place)
        pieces = pieces_of(pattern)
        if len(pieces) == 1:
            return self._beginning(pieces[0], place) or self._regex(place.field, _regular(pieces[0], place))
        words: list[str | tuple[int, str]] = [_regular(piece, place) for piece in pieces]
        return checked(lambda: tantivy.Query.regex_phrase_query(self._schema, place.field, words))

    def _beginning(self, piece: str, place: Place) -> tantivy.Query | None:
        """``word*``: words no letter away from one that begins so. An expression costs 0.25 ms to make,
        this nothing.
        """
        beginning = piece[:-1]
        if piece[-1] != "*" or not beginning or "*" in beginning or "?" in beginning:
            return None
        return tantivy.Query.fuzzy_term_query(self._schema, place.field, place.prefix + beginning, 0, prefix=True)

    def _value(self, text: str, name: str, kind: fields.Kind, below: Sequence[str] = ()) -> tantivy.Query:
        if kind == "number":
            found = tantivy.Query.term_set_query(self._schema, "number", asked_numbers(name, text))
            return tantivy.Query.const_score_query(found, _NUMBER_SCORE)
        if kind == "class":
            return silent(tantivy.Query.term_set_query(self._schema, "class", list(classes.asked(name, text, below))))
        return self._code(f"{name}:{fold(text)}")

    def _value_pattern(self, pattern: str, name: str, kind: fields.Kind) -> tantivy.Query:
        if kind == "number":
            return either(self._wild("number", found) for found in asked_number_patterns(name, pattern))
        if kind == "class":
            return either(self._wild("class", found) for found in classes.asked_patterns(name, pattern))
        return self._wild("code", f"{name}:{fold(pattern)}")

    def _words(self, words: Sequence[str], place: Place) -> tantivy.Query:
        """The words one after the other."""
        if not words:
            return tantivy.Query.empty_query()
        if len(words) == 1:
            return self._term(place.field, place.prefix + words[0])
        found = tantivy.Query.phrase_query(self._schema, place.field, [place.prefix + word for word in words])
        return both(found, (silent(self._term(PAIRS, pair)) for pair in pairs(list(words))))

    def _term(self, field: str, value: str) -> tantivy.Query:
        return tantivy.Query.term_query(self._schema, field, value)

    def _wild(self, field: str, pattern: str) -> tantivy.Query:
        return silent(self._regex(field, patterns.wildcard(pattern).regex))

    def _regex(self, field: str, regex: str) -> tantivy.Query:
        return checked(lambda: tantivy.Query.regex_query(self._schema, field, regex))


def _kind(name: str) -> fields.Kind:
    try:
        return fields.get(name).kind
    except KeyError:
        raise QueryError("no_such_field", field=name) from None


def _regular(piece: str, place: Place) -> str:
    return _escaped(place.prefix) + patterns.wildcard(piece).regex


def _escaped(prefix: str) -> str:
    return patterns.wildcard(prefix).regex

"""What a leaf stands for: the words of the index that it finds.

A pattern that begins with letters is looked up in the index's list of words. Any other leaf is read off the documents
it finds, each round leaving aside those that hold a word listed already; a word that only ever stands beside a
listed one is not listed itself. Reading the whole list of words would take longer than the search.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import islice

import tantivy

from chancery.finder import patterns
from chancery.finder.embedded.building import both, must_not
from chancery.finder.embedded.compiling import Compiler
from chancery.finder.embedded.reading import Snapshot
from chancery.finder.embedded.searching import total
from chancery.finder.engine import Word
from chancery.finder.entries import places
from chancery.finder.highlighting import Marker
from chancery.finder.query import Fuzzy, Query, Regex, Term, Wildcard
from chancery.finder.words import pieces_of

_ROUND = 50  # documents read at a time
_BEGINNING = 2  # letters by which the list of words is looked up


class Expansion:
    """The words behind the leaves of one query, among the documents that fulfil the conditions."""

    def __init__(self, snapshot: Snapshot, compiler: Compiler, conditions: Sequence[tantivy.Query]) -> None:
        self._snapshot = snapshot
        self._compiler = compiler
        self._conditions = conditions

    def words(self, leaf: Query, limit: int) -> tuple[Word, ...]:
        """See ``engine.Engine.words``."""
        if not isinstance(leaf, Term | Wildcard | Fuzzy | Regex):
            return ()
        listed = isinstance(leaf, Wildcard) and len(patterns.beginning(leaf.pattern)) >= _BEGINNING
        found = self._listed(leaf, limit) if listed else self._gathered(leaf, limit)  # type: ignore[arg-type]
        counted = (Word(word, hits) for word in found if (hits := self._hits(word, leaf.field)))
        return tuple(sorted(counted, key=lambda word: (-word.hits, word.text))[: limit + 1])

    def _listed(self, leaf: Wildcard, limit: int) -> list[str]:
        """From the list of words: what fits, the most frequent first."""
        pieces = pieces_of(leaf.pattern)
        if len(pieces) != 1:
            return []
        pattern, beginning = patterns.wildcard(pieces[0]), patterns.beginning(pieces[0])
        number: Counter[str] = Counter()
        for place in places(leaf.field):
            terms = self._snapshot.searcher.terms_with_prefix(place.field, place.prefix + beginning)
            fitting = ((term.removeprefix(place.prefix), hits) for term, hits in terms)
            number.update({word: hits for word, hits in fitting if pattern.fits(word)})
        return [word for word, _ in number.most_common(2 * limit + 1)]

    def _gathered(self, leaf: Term | Wildcard | Fuzzy | Regex, limit: int) -> list[str]:
        """From the documents found. In one pass they would all have to be read: a word that few of them hold may stand
        in the last one, and what is left aside is what brings it forward.
        """
        found: dict[str, None] = {}
        known: list[tantivy.Query] = []
        marker, base = Marker(leaf), self._compiler.query(leaf)
        while len(found) <= limit:
            known += [self._exactly(word, leaf.field) for word in islice(found, len(known), None)]
            new = self._read(both(must_not([base], known), self._conditions), marker) - found.keys()
            if not new:
                break
            found |= dict.fromkeys(sorted(new))
        return list(found)

    def _read(self, query: tantivy.Query, marker: Marker) -> set[str]:
        hits = self._snapshot.searcher.search(query, limit=_ROUND, count=False).hits
        return set().union(*(marker.words(self._snapshot.stored(address)) for _, address in hits))

    def _hits(self, word: str, field: str) -> int:
        return total(self._snapshot, both(self._exactly(word, field), self._conditions))

    def _exactly(self, word: str, field: str) -> tantivy.Query:
        return self._compiler.query(Term(word, field, exact=True))

"""What a leaf stands for: the words of the index that it finds.

They are read off the documents found, each round leaving aside those that hold a word listed already; a word that only
ever stands beside a listed one is not listed itself.
"""

from collections.abc import Sequence

from chancery.finder.distributed.building import Dsl, both, must_not
from chancery.finder.distributed.cluster import Cluster
from chancery.finder.distributed.compiling import compiled
from chancery.finder.distributed.indexing import given
from chancery.finder.distributed.searching import counting
from chancery.finder.engine import Word
from chancery.finder.highlighting import Marker
from chancery.finder.query import Fuzzy, Query, Regex, Term, Wildcard

_ROUND = 50  # documents read at a time


def words(cluster: Cluster, leaf: Query, conditions: Sequence[Dsl], limit: int) -> tuple[Word, ...]:
    """See ``engine.Engine.words``."""
    if not isinstance(leaf, Term | Wildcard | Fuzzy | Regex):
        return ()
    found = _gathered(cluster, leaf, conditions, limit)
    answers = cluster.searches([counting(both(_exactly(word, leaf.field), conditions)) for word in found])
    hits = [answer["hits"]["total"]["value"] for answer in answers]
    counted = (Word(word, number) for word, number in zip(found, hits, strict=True) if number)
    return tuple(sorted(counted, key=lambda word: (-word.hits, word.text))[: limit + 1])


def _gathered(
    cluster: Cluster, leaf: Term | Wildcard | Fuzzy | Regex, conditions: Sequence[Dsl], limit: int
) -> list[str]:
    found: dict[str, None] = {}
    marker, base = Marker(leaf), compiled(leaf)
    while len(found) <= limit:
        known = [_exactly(word, leaf.field) for word in found]
        query = both(must_not([base], known), conditions)
        hits = cluster.search({"query": query, "size": _ROUND})["hits"]["hits"]
        new = set().union(*(marker.words(given(hit)) for hit in hits)) - found.keys()
        if not new:
            break
        found |= dict.fromkeys(sorted(new))
    return list(found)


def _exactly(word: str, field: str) -> Dsl:
    return compiled(Term(word, field, exact=True))

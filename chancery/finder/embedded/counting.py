"""Facets: how many hits each value has, exactly."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

import tantivy

from chancery.finder.embedded.building import both, silent
from chancery.finder.embedded.reading import Counts, Snapshot
from chancery.finder.embedded.schema import FAMILY_PART, PARTS
from chancery.finder.entries import facet_field

_EVERY_VALUE = 10_000_000
"""Of several segments each reports all of its values, so that no count is an estimate; of one, the first will do."""

_OF_MANY, _OF_HITS = frozenset(("name", "family")), 100_000
"""Facets of so many values that among so many hits to look up what they are takes longer than to count them."""
_REPORTED = 16
"""Of these a segment reports so many times as many values as are wanted, and how many hits the next one has at most.
Those that may be among the most frequent are then counted once more, alone; where that may be any, all are reported.
"""

_MOST_COUNTED = 30_000
"""Values that are counted at a time, about: tantivy refuses more than 65,000."""

Asked = dict[str, Any]
"""What is asked of tantivy, and what it answers."""

_MOST_REMEMBERED = 200
"""Questions of a state of the index whose counts are kept."""


def remembered(snapshot: Snapshot, asked: Hashable, count: Callable[[], Counts]) -> Counts:
    """What ``count`` counts, once for each question: page after page of a list has the same facets, and to count those
    of everything takes longest.
    """
    found = snapshot.counted.get(asked)
    if found is None:
        if len(snapshot.counted) >= _MOST_REMEMBERED:
            snapshot.counted.clear()
        found = snapshot.counted[asked] = count()
    return dict(found)


def counts(searcher: tantivy.Searcher, query: tantivy.Query, facets: Sequence[str], limit: int) -> Counts:
    """For each facet its values with their counts: the most frequent first, years by falling year.

    Among values of equal count at the cut-off ``limit``, which ones are listed is not determined.
    """
    of_many = _OF_MANY.intersection(facets)
    if of_many and (searcher.num_segments == 1 or _hits(searcher, query) < _OF_HITS):
        of_many = frozenset()
    reported = limit if searcher.num_segments == 1 else _EVERY_VALUE
    found = _asked(searcher, query, {facet: _terms(facet, limit, reported) for facet in facets if facet not in of_many})
    found |= {facet: _most(searcher, query, facet, limit) for facet in of_many}
    return {facet: _ordered(facet, each["buckets"]) for facet, each in found.items()}


def _hits(searcher: tantivy.Searcher, query: tantivy.Query) -> int:
    found: Any = searcher.search(query, limit=1)
    return int(found.count)


def _most(searcher: tantivy.Searcher, query: tantivy.Query, facet: str, limit: int) -> Asked:
    """The most frequent values of a facet of many."""
    reported = _REPORTED * limit
    found = _asked(searcher, query, {facet: _terms(facet, reported, reported)})[facet]
    if not found["doc_count_error_upper_bound"]:
        return {"buckets": found["buckets"][:limit]}
    likely = _likely(found, limit)
    alone = _terms(facet, limit, len(likely), include=likely) if likely else _terms(facet, limit, _EVERY_VALUE)
    return _asked(searcher, query, {facet: alone})[facet]


def _likely(found: Asked, limit: int) -> list[str]:
    """The values that may be among the most frequent; none where that may be others than were reported."""
    missed = found["doc_count_error_upper_bound"]  # hits that a value may have beyond those that were counted
    counted = [(bucket["key"], bucket["doc_count"]) for bucket in found["buckets"]]
    least = counted[:limit][-1][1]
    others = counted[-1][1] if found["sum_other_doc_count"] else 0
    return [value for value, hits in counted if hits + missed >= least] if others + missed < least else []


def _terms(facet: str, size: int, reported: int, **more: Any) -> Asked:
    terms: Asked = {"field": facet_field(facet), "size": size, "segment_size": reported, **more}
    return terms | {"order": {"_key": "desc"}} if facet == "year" else terms


def _asked(searcher: tantivy.Searcher, query: tantivy.Query, terms: Mapping[str, Asked]) -> dict[str, Asked]:
    if not terms:
        return {}
    answer: dict[str, Asked] = searcher.aggregate(query, {facet: {"terms": each} for facet, each in terms.items()})
    return answer


def _ordered(facet: str, buckets: Iterable[Asked]) -> tuple[tuple[str, int], ...]:
    values = [(str(bucket["key"]), int(bucket["doc_count"])) for bucket in buckets]
    if facet == "year":
        return tuple(values)
    return tuple(sorted(values, key=lambda value: (-value[1], value[0])))


def doubles(snapshot: Snapshot, query: tantivy.Query, hits: int) -> int:
    """How many of the query's ``hits`` share a family with a hit counted already: hits without doubles are groups."""
    slices = hits // (2 * _MOST_COUNTED) + 1  # a family that is counted has two hits
    if slices == 1:
        return _doubles(snapshot.searcher, query)
    ends = [PARTS * number // slices for number in range(slices + 1)]
    return sum(_doubles(snapshot.searcher, both(query, [_part(snapshot, *span)])) for span in pairwise(ends))


def _part(snapshot: Snapshot, first: int, end: int) -> tantivy.Query:
    """The records of some parts of the families."""
    kind = tantivy.FieldType.Unsigned
    return silent(tantivy.Query.range_query(snapshot.schema, FAMILY_PART, kind, first, end, include_upper=False))


def _doubles(searcher: tantivy.Searcher, query: tantivy.Query) -> int:
    field = facet_field("family")
    terms = {"field": field, "size": _EVERY_VALUE, "segment_size": _EVERY_VALUE, "min_doc_count": 2}
    answer: dict[str, Any] = searcher.aggregate(query, {field: {"terms": terms}})
    return sum(int(bucket["doc_count"]) - 1 for bucket in answer[field]["buckets"])

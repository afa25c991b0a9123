"""Facets: how many hits each value has, exactly."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

import tantivy

from chancery.finder.embedded import numbered
from chancery.finder.embedded.building import both, silent
from chancery.finder.embedded.reading import Counts, Snapshot
from chancery.finder.entries import facet_field, facet_value

_EVERY_VALUE = 10_000_000
"""Of several segments each reports all of its values, so that no count is an estimate; of one, the first will do."""

_MOST_COUNTED = 30_000
"""Values that are counted at a time, about: tantivy refuses more than 65,000."""

_FAMILY = numbered.field("family")

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


def counts(snapshot: Snapshot, query: tantivy.Query, facets: Sequence[str], limit: int) -> Counts:
    """For each facet its values with their counts: the most frequent first, years by falling year.

    Among values of equal count at the cut-off ``limit``, which ones are listed is not determined.
    """
    if not facets:
        return {}
    reported = limit if snapshot.searcher.num_segments == 1 else _EVERY_VALUE
    terms = {facet: _terms(facet, limit, reported) for facet in facets}
    answer: dict[str, Any] = snapshot.searcher.aggregate(query, terms)
    return {facet: _ordered(facet, _read(snapshot, facet, answer[facet]["buckets"])) for facet in facets}


def _terms(facet: str, limit: int, reported: int) -> dict[str, Any]:
    field = numbered.field(facet) if facet in numbered.VALUES else facet_field(facet)
    terms: dict[str, Any] = {"field": field, "size": limit, "segment_size": reported}
    if facet == "year":
        terms["order"] = {"_key": "desc"}
    return {"terms": terms}


def _read(snapshot: Snapshot, facet: str, buckets: Iterable[dict[str, Any]]) -> Iterator[tuple[str, int]]:
    for bucket in buckets:
        key = bucket["key"]
        yield _meant(snapshot, facet, key) if facet in numbered.VALUES else str(key), int(bucket["doc_count"])


def _meant(snapshot: Snapshot, facet: str, number: int) -> str:
    """The value that has a number; a record with it is there."""
    query = tantivy.Query.term_query(snapshot.schema, numbered.field(facet), number)
    document = snapshot.stored(snapshot.searcher.search(query, limit=1, count=False).hits[0][1])
    key = next(one for one in numbered.VALUES[facet](document) if one and numbered.number(one) == number)
    return facet_value(document, key) if facet == "name" else key


def _ordered(facet: str, values: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    return tuple(values if facet == "year" else sorted(values, key=lambda value: (-value[1], value[0])))


def doubles(snapshot: Snapshot, query: tantivy.Query, hits: int) -> int:
    """How many of the query's ``hits`` share a family with a hit counted already: hits without doubles are groups."""
    slices = hits // (2 * _MOST_COUNTED) + 1  # a family that is counted has two hits
    if slices == 1:
        return _doubles(snapshot.searcher, query)
    ends = [numbered.LAST * part // slices for part in range(slices + 1)]
    return sum(_doubles(snapshot.searcher, both(query, [_between(snapshot, *span)])) for span in pairwise(ends))


def _between(snapshot: Snapshot, first: int, end: int) -> tantivy.Query:
    """The records of families with numbers from ``first`` to before ``end``, or to the last."""
    kind, last = tantivy.FieldType.Unsigned, end == numbered.LAST
    return silent(tantivy.Query.range_query(snapshot.schema, _FAMILY, kind, first, end, include_upper=last))


def _doubles(searcher: tantivy.Searcher, query: tantivy.Query) -> int:
    terms = {"field": _FAMILY, "size": _EVERY_VALUE, "segment_size": _EVERY_VALUE, "min_doc_count": 2}
    answer: dict[str, Any] = searcher.aggregate(query, {_FAMILY: {"terms": terms}})
    return sum(int(bucket["doc_count"]) - 1 for bucket in answer[_FAMILY]["buckets"])

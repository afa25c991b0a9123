"""Facets: how many hits each value has, exactly."""

from collections.abc import Iterable, Sequence
from typing import Any

import tantivy

from chancery.finder.entries import facet_field

_EVERY_VALUE = 10_000_000
"""Of several segments each reports all of its values, so that no count is an estimate; of one, the first will do."""

Counts = dict[str, tuple[tuple[str, int], ...]]


def counts(searcher: tantivy.Searcher, query: tantivy.Query, facets: Sequence[str], limit: int) -> Counts:
    """For each facet its values with their counts: the most frequent first, years by falling year.

    Among values of equal count at the cut-off ``limit``, which ones are listed is not determined.
    """
    if not facets:
        return {}
    reported = limit if searcher.num_segments == 1 else _EVERY_VALUE
    terms = {facet: _terms(facet, limit, reported) for facet in facets}
    answer: dict[str, Any] = searcher.aggregate(query, terms)
    return {facet: _ordered(facet, answer[facet]["buckets"]) for facet in facets}


def _terms(facet: str, limit: int, reported: int) -> dict[str, Any]:
    terms: dict[str, Any] = {"field": facet_field(facet), "size": limit, "segment_size": reported}
    if facet == "year":
        terms["order"] = {"_key": "desc"}
    return {"terms": terms}


def _ordered(facet: str, buckets: Iterable[dict[str, Any]]) -> tuple[tuple[str, int], ...]:
    values = [(str(bucket["key"]), int(bucket["doc_count"])) for bucket in buckets]
    if facet == "year":
        return tuple(values)
    return tuple(sorted(values, key=lambda value: (-value[1], value[0])))


def doubles(searcher: tantivy.Searcher, query: tantivy.Query, facet: str) -> int:
    """How many hits share a value of the facet with a hit counted already: hits without doubles are groups."""
    terms = {"field": facet_field(facet), "size": _EVERY_VALUE, "segment_size": _EVERY_VALUE, "min_doc_count": 2}
    answer: dict[str, Any] = searcher.aggregate(query, {facet: {"terms": terms}})
    return sum(int(bucket["doc_count"]) - 1 for bucket in answer[facet]["buckets"])

"""Facets: how many hits each value has, exactly.

Every shard tells its most frequent values only, and how far the sum may be off. Where it may be, all values are read.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from chancery.finder.distributed.building import Dsl
from chancery.finder.distributed.cluster import Cluster
from chancery.finder.distributed.indexing import given
from chancery.finder.distributed.schema import SOURCE
from chancery.finder.entries import facet_field, facet_value

Counts = dict[str, tuple[tuple[str, int], ...]]
_SLICE = 5_000  # values read at a time


def asked(query: Dsl, facets: Sequence[str], limit: int) -> Dsl:
    """A search that counts the values of facets."""
    return {"query": query, "size": 0, "aggs": {facet: _terms(facet, limit) for facet in facets}}


def counted(cluster: Cluster, query: Dsl, answer: dict[str, Any], limit: int) -> Counts:
    """Each facet's values with their counts: the most frequent first, years by falling year."""
    counts = {
        facet: _ordered(facet, _exact(cluster, query, facet, found), limit)
        for facet, found in answer.get("aggregations", {}).items()
    }
    return counts | {facet: _as_written(cluster, counts[facet]) for facet in counts if facet == "name"}


def doubles(cluster: Cluster, query: Dsl, facet: str) -> int:
    """How many hits share a value of the facet with a hit counted already: hits without doubles are groups."""
    return sum(count - 1 for _, count in _every(cluster, query, facet))


def _terms(facet: str, limit: int) -> Dsl:
    terms: dict[str, Any] = {"field": facet_field(facet), "size": max(limit, 1)}
    if facet == "year":
        terms["order"] = {"_key": "desc"}
    return {"terms": terms}


def _exact(cluster: Cluster, query: Dsl, facet: str, found: dict[str, Any]) -> Iterator[tuple[str, int]]:
    if found["doc_count_error_upper_bound"]:
        yield from _every(cluster, query, facet)
    else:
        yield from ((str(bucket["key"]), int(bucket["doc_count"])) for bucket in found["buckets"])


def _every(cluster: Cluster, query: Dsl, facet: str) -> Iterator[tuple[str, int]]:
    """All values of a facet, slice by slice."""
    source = {"value": {"terms": {"field": facet_field(facet)}}}
    after: dict[str, Any] = {}
    while True:
        composite: dict[str, Any] = {"size": _SLICE, "sources": [source], **after}
        body = {"query": query, "size": 0, "aggs": {"every": {"composite": composite}}}
        found = cluster.search(body)["aggregations"]["every"]
        yield from ((str(bucket["key"]["value"]), int(bucket["doc_count"])) for bucket in found["buckets"])
        if "after_key" not in found:
            return
        after = {"after": found["after_key"]}


def _as_written(cluster: Cluster, counts: tuple[tuple[str, int], ...]) -> tuple[tuple[str, int], ...]:
    """Names as a record writes each: they are counted by their words alone."""
    if not counts:
        return ()
    field, keys = facet_field("name"), [key for key, _count in counts]
    one = {"one": {"top_hits": {"size": 1, "_source": [SOURCE]}}}
    names = {"names": {"terms": {"field": field, "include": keys, "size": len(keys)}, "aggs": one}}
    found = cluster.search({"query": {"terms": {field: keys}}, "size": 0, "aggs": names})["aggregations"]["names"]
    written = {
        bucket["key"]: facet_value(given(bucket["one"]["hits"]["hits"][0]), bucket["key"])
        for bucket in found["buckets"]
    }
    return _ordered("name", ((written.get(key, key), count) for key, count in counts), len(counts))


def _ordered(facet: str, values: Iterator[tuple[str, int]], limit: int) -> tuple[tuple[str, int], ...]:
    if facet == "year":
        return tuple(sorted(values, reverse=True)[:limit])
    return tuple(sorted(values, key=lambda value: (-value[1], value[0]))[:limit])

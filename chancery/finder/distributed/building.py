"""Queries of OpenSearch put together: all, either, none; conditions that do not change the order."""

from collections.abc import Iterable, Sequence
from typing import Any

Dsl = dict[str, Any]

NOTHING: Dsl = {"match_none": {}}
EVERYTHING: Dsl = {"constant_score": {"filter": {"match_all": {}}, "boost": 0}}


def both(query: Dsl, conditions: Iterable[Dsl]) -> Dsl:
    """The query with conditions that all must hold and change no order."""
    filters = list(conditions)
    return {"bool": {"must": [query], "filter": filters}} if filters else query


def must_not(wanted: Sequence[Dsl], unwanted: Sequence[Dsl]) -> Dsl:
    """Everything that all of ``wanted`` find and none of ``unwanted`` does."""
    return {"bool": {"must": list(wanted), "must_not": list(unwanted)}}


def either(parts: Iterable[Dsl]) -> Dsl:
    """What at least one of the parts finds."""
    found = list(parts)
    if len(found) == 1:
        return found[0]
    return {"bool": {"should": found, "minimum_should_match": 1}} if found else NOTHING


def silent(query: Dsl) -> Dsl:
    """The query as a condition that does not change the order."""
    return {"constant_score": {"filter": query, "boost": 0}}


def weighed(query: Dsl, weight: float) -> Dsl:
    """The query, counting so many times as much."""
    return query if weight == 1 else {"bool": {"must": [query], "boost": weight}}


def term(field: str, value: str) -> Dsl:
    return {"term": {field: {"value": value}}}


def one_of(field: str, values: Iterable[str]) -> Dsl:
    return {"terms": {field: list(values)}}

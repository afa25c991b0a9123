"""Queries of tantivy put together: all, either, none; conditions that do not change the order."""

from collections.abc import Callable, Iterable

import tantivy

from chancery.finder.query import QueryError

_MUST, _MUST_NOT, _SHOULD = tantivy.Occur.Must, tantivy.Occur.MustNot, tantivy.Occur.Should


def both(query: tantivy.Query, conditions: Iterable[tantivy.Query]) -> tantivy.Query:
    """The query with conditions that all must hold."""
    clauses = [(_MUST, query), *((_MUST, condition) for condition in conditions)]
    return query if len(clauses) == 1 else tantivy.Query.boolean_query(clauses)


def must_not(wanted: Iterable[tantivy.Query], unwanted: Iterable[tantivy.Query]) -> tantivy.Query:
    """Everything that all of ``wanted`` find and none of ``unwanted`` does."""
    clauses = [*((_MUST, each) for each in wanted), *((_MUST_NOT, each) for each in unwanted)]
    return tantivy.Query.boolean_query(clauses)


def either(parts: Iterable[tantivy.Query]) -> tantivy.Query:
    """What at least one of the parts finds."""
    clauses = [(_SHOULD, part) for part in parts]
    if not clauses:
        return tantivy.Query.empty_query()
    return clauses[0][1] if len(clauses) == 1 else tantivy.Query.boolean_query(clauses)


def everything() -> tantivy.Query:
    return silent(tantivy.Query.all_query())


def silent(query: tantivy.Query) -> tantivy.Query:
    """The query as a condition that does not change the order."""
    return tantivy.Query.const_score_query(query, 0.0)


def span_of_text(index: tantivy.Index, field: str, low: str, high: str, *, include_low: bool = True) -> tantivy.Query:
    """Values from ``low`` to ``high`` (``*``: no end). tantivy has ranges of text only in its query language: the
    ends are hexadecimal, no sign of it.
    """
    opening, closing = "[" if include_low else "{", "]" if high != "*" else "}"
    return index.parse_query(f"{field}:{opening}{low} TO {high}{closing}", [field])


def checked(build: Callable[[], tantivy.Query]) -> tantivy.Query:
    """What ``build`` makes of a pattern, which may need more states than tantivy allows."""
    try:
        return build()
    except ValueError as error:
        raise QueryError("too_wide") from error

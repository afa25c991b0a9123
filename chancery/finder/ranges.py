"""A beginning and an end of one date or number, said apart, made one range: dialects without ranges say them so."""

from chancery.finder.leaves import is_backwards
from chancery.finder.query import And, Not, Or, Query, Range, Span, Weighted, all_of, any_of


def merged(query: Query) -> Query:
    """The same query with ``after`` and ``before`` of one date made one range."""
    match query:
        case And(parts):
            return all_of(_paired([merged(part) for part in parts]))
        case Or(parts):
            return any_of(merged(part) for part in parts)
        case Not(part):
            return Not(merged(part))
        case Weighted(part, weight):
            return Weighted(merged(part), weight)
    return query


def _paired(parts: list[Query]) -> list[Query]:
    found: list[Query] = []
    for part in parts:
        before = found[-1] if found else None
        if both := _both(before, part):
            found[-1] = both
        else:
            found.append(part)
    return found


def _both(one: Query | None, other: Query) -> Query | None:
    """One range of a beginning and an end that follow each other."""
    match one, other:
        case Range(name, first, None), Range(same, None, last) if name == same and first and last and first <= last:
            return Range(name, first, last)
        case Span(name, low, ""), Span(same, "", high) if name == same and not is_backwards(low, high):
            return Span(name, low, high)
    return None

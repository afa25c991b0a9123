"""A beginning and an end of one date, said apart, made one range: dialects without ranges say them so."""

from chancery.finder.query import And, Not, Or, Query, Range, Weighted, all_of, any_of


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
        if isinstance(part, Range) and isinstance(before, Range) and (both := _both(before, part)):
            found[-1] = both
        else:
            found.append(part)
    return found


def _both(one: Range, other: Range) -> Range | None:
    """One range of a beginning and an end that follow each other."""
    if one.field != other.field or one.high or other.low or not one.low or not other.high or one.low > other.high:
        return None
    return Range(one.field, one.low, other.high)

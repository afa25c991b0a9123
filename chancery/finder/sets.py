"""Queries that refer to others by number: ``S1 AND S2 NOT S3``, each a query of the engine, whole and exact.

A reference is a word of the query, in whichever language; it is replaced by the query that it names. To look for the
word itself it is put into quotation marks.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from chancery.finder.cost import MOST_CLAUSES, check_composed, clauses
from chancery.finder.dialects import read
from chancery.finder.grammar import MOST_DEPTH
from chancery.finder.query import ANY, Leaf, Near, Query, QueryError, Term, extent, parts_of, transformed

_REFERENCE = re.compile(r"[Ss]([1-9]\d{0,3})")
_ARITHMETIC = re.compile(r"(?:\s|[()]|\b(?:[Ss][1-9]\d{0,3}|AND|OR|NOT|ANDNOT|and|or|not)\b)+")
_SIGNED = "patentscope"  # the language in which AND, OR, NOT and parentheses stand in any order
_OPERATOR = re.compile(r"\b(?:and|or|not)\b")
MOST_REPLACED = 100_000
"""Clauses that a query may grow to before it is refused, so that sets of sets of sets cannot fill the memory."""


@dataclass(frozen=True, slots=True)
class Set:
    """One numbered query: what was written, and what it means, or what is wrong with it."""

    number: int
    text: str
    query: Query | None = None
    error: QueryError | None = None

    @property
    def name(self) -> str:
        return f"S{self.number}"


def numbered(lines: Mapping[int, str], dialect: str = "") -> dict[int, Set]:
    """The lines as sets, by their numbers; each may refer to those before it. What is wrong is said in its set."""
    found: dict[int, Set] = {}
    for number in sorted(lines):
        try:
            query = with_sets(understood(lines[number], dialect), found)
        except QueryError as error:
            found[number] = Set(number, lines[number], error=error)
        else:
            found[number] = Set(number, lines[number], query)
    return found


def understood(text: str, dialect: str = "") -> Query:
    """The query as it is written. A line of sets and operators alone means the same in every language."""
    if _ARITHMETIC.fullmatch(text):
        return read(_OPERATOR.sub(lambda sign: sign[0].upper(), text), _SIGNED).query
    return read(text, dialect).query


def with_sets(query: Query, sets: Mapping[int, Set]) -> Query:
    """The query with every reference replaced. Raises QueryError where a set is not there, or not understood."""
    references = list(_references(query))
    if not references:
        return query
    if sum(clauses(_named(number, sets)) for number in references) > MOST_REPLACED:
        raise QueryError("too_many_parts", most=f"{MOST_CLAUSES:,}")

    def replaced(leaf: Leaf) -> Query:
        number = _number(leaf)
        return leaf if number is None else _named(number, sets)

    whole = transformed(query, replaced)
    if extent(whole)[0] > MOST_DEPTH:
        raise QueryError("too_deep", most=MOST_DEPTH)
    check_composed(whole)
    return whole


def referred(text: str, lines: Mapping[int, str], dialect: str = "") -> dict[int, str]:
    """Those of the lines that a query refers to, and those that these refer to."""
    found: dict[int, str] = {}
    waiting = [text]
    while waiting:
        for number in _mentioned(waiting.pop(), dialect):
            if number in lines and number not in found:
                found[number] = lines[number]
                waiting.append(lines[number])
    return dict(sorted(found.items()))


def _mentioned(text: str, dialect: str) -> Iterable[int]:
    try:
        return list(_references(understood(text, dialect)))
    except QueryError:
        return ()


def _references(query: Query) -> Iterator[int]:
    number = _number(query)
    if number is not None:
        yield number
    for part in parts_of(query):
        for inner in _references(part):
            if isinstance(query, Near):
                raise QueryError("set_apart", name=f"S{inner}")
            yield inner


def _number(leaf: Query) -> int | None:
    if not isinstance(leaf, Term) or leaf.exact or leaf.field not in (ANY, "number"):
        return None
    match = _REFERENCE.fullmatch(leaf.text)
    return int(match[1]) if match else None


def _named(number: int, sets: Mapping[int, Set]) -> Query:
    if number not in sets:
        raise QueryError("no_set", name=f"S{number}")
    if (query := sets[number].query) is None:
        raise QueryError("set_not_understood", name=f"S{number}")
    return query

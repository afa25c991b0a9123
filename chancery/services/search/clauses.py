"""The clauses of a query as chips: each can be edited, taken away, negated, moved and combined with another.

A clause is named by its path in the query's tree: "" is the whole, "0.1" the second part of the first part. The tree is
the finder's; what comes out is a query again, printed in our own language.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from chancery.finder import And, Everything, Not, Or, Query, QueryError, Term, all_of, any_of, as_text, parse

Path = tuple[int, ...]
Kind = Literal["and", "or", "one"]
Change = Callable[[Query], Query | None]

ACTS = ("edit", "remove", "not", "swap", "and", "or", "add")
"""What can be done to a clause; ``and`` and ``or`` move it onto another one."""
DEEPEST = 12
_PLACE = "zzplaceofthewrongpartzz"


@dataclass(frozen=True, slots=True)
class Chip:
    """One clause as it is shown. ``kind`` "and" and "or" are groups of ``parts``; "one" is a single clause."""

    path: str
    kind: Kind
    text: str
    negated: bool = False
    parts: "tuple[Chip, ...]" = ()


@dataclass(frozen=True, slots=True)
class Edit:
    """One change that somebody asks for: what is done to which clause, onto which other, or with which words."""

    act: str
    part: str
    onto: str = ""
    text: str = ""


def chips(query: Query) -> Chip:
    """The whole query as a tree of chips."""
    return _chip(query, ())


def each(chip: Chip) -> Iterator[Chip]:
    """The chip and all below it, in the order of reading."""
    yield chip
    for part in chip.parts:
        yield from each(part)


def edited(query: Query, edit: Edit) -> str:
    """The query with the change, in our own language; ``""`` where nothing is left of it. A clause whose new words are
    not understood stands in it as it was typed, so that the page shows the error at its place.
    """
    path = _path(edit.part)
    clause = _at(query, path)
    if clause is None or edit.act not in ACTS:
        return _text(query)
    if edit.act == "add":
        return _with_words(query, (), edit.text, _added)
    if edit.act == "edit" and edit.text.strip():
        return _with_words(query, path, edit.text, _instead)
    if edit.act in ("and", "or"):
        return _text(_moved(query, path, _path(edit.onto), edit.act))
    return _text(_rebuilt(query, {path: _SIMPLE[edit.act]}))


def at(query: Query, path: str) -> Query | None:
    """The clause of that path; None where there is none."""
    return _at(query, _path(path))


def without(query: Query, *paths: str) -> Query | None:
    """The query without some clauses; None where nothing is left."""
    return _rebuilt(query, {_path(path): _gone for path in paths})


def _chip(query: Query, path: Path) -> Chip:
    name = ".".join(map(str, path))
    inner, negated, at = query, False, path
    if isinstance(query, Not):
        inner, negated, at = query.part, True, (*path, 0)
    if isinstance(inner, And | Or) and len(path) < DEEPEST:
        parts = tuple(_chip(part, (*at, place)) for place, part in enumerate(inner.parts))
        return Chip(name, "or" if isinstance(inner, Or) else "and", as_text(query), negated, parts)
    return Chip(name, "one", as_text(inner), negated)


def _path(text: str) -> Path:
    places = text.split(".") if text else []
    known = all(place.isascii() and place.isdecimal() and len(place) < 5 for place in places)
    return tuple(map(int, places)) if known and len(places) <= 2 * DEEPEST else (-1,)


def _parts(query: Query) -> tuple[Query, ...]:
    """The parts a path goes down to; the sides of NEAR stay together."""
    match query:
        case And(parts) | Or(parts):
            return parts
        case Not(part):
            return (part,)
    return ()


def _at(query: Query, path: Path) -> Query | None:
    for place in path:
        parts = _parts(query)
        if not 0 <= place < len(parts):
            return None
        query = parts[place]
    return query


def _rebuilt(query: Query, changes: Mapping[Path, Change], at: Path = ()) -> Query | None:
    """The tree with the changes made, each after those below it; a group that loses all its parts is gone."""
    kept = [_rebuilt(part, changes, (*at, place)) for place, part in enumerate(_parts(query))]
    left = [part for part in kept if part is not None]
    built: Query | None = query
    match query:
        case And():
            built = all_of(left) if left else None
        case Or():
            built = any_of(left) if left else None
        case Not():
            built = Not(left[0]) if left else None
    change = changes.get(at)
    return change(built) if change and built is not None else built


def _moved(query: Query, path: Path, onto: Path, how: str) -> Query | None:
    """A clause taken from its place and joined to another; onto itself or what it holds it does not go."""
    clause, target = _at(query, path), _at(query, onto)
    if clause is None or target is None or not path or onto[: len(path)] == path:
        return query
    join = all_of if how == "and" else any_of
    if onto == path[: len(onto)]:  # out of a group, to stand beside it
        rest = _rebuilt(query, {path: _gone})
        return _beside(rest, onto, clause, join)
    return _rebuilt(query, {path: _gone, onto: lambda there: join([there, clause])})


def _beside(rest: Query | None, onto: Path, clause: Query, join: Callable[[list[Query]], Query]) -> Query | None:
    if rest is None:
        return clause
    there = _at(rest, onto)
    return _rebuilt(rest, {onto if there is not None else (): lambda built: join([built, clause])})


def _gone(_clause: Query) -> None:
    return None


def _negated(clause: Query) -> Query:
    return clause.part if isinstance(clause, Not) else Not(clause)


def _added(whole: Query, new: Query) -> Query:
    return new if isinstance(whole, Everything) else all_of([whole, new])


def _instead(old: Query, new: Query) -> Query:
    """Other words for a clause; what was to be absent stays so."""
    return Not(new) if isinstance(old, Not) and not isinstance(new, Not) else new


def _swapped(clause: Query) -> Query:
    """A group of all becomes a group of any, and the other way; what is in it stays."""
    match clause:
        case And(parts):
            return any_of(parts)
        case Or(parts):
            return all_of(parts)
        case Not(And() | Or() as group):
            return Not(_swapped(group))
    return clause


_SIMPLE: Mapping[str, Change] = {"remove": _gone, "edit": _gone, "not": _negated, "swap": _swapped}


def _with_words(query: Query, path: Path, words: str, join: Callable[[Query, Query], Query]) -> str:
    """The clause joined with what the words say."""
    if not words.strip():
        return _text(query)
    try:
        new = parse(words)
    except QueryError:
        text = _text(_rebuilt(query, {path: lambda there: join(there, Term(_PLACE))}))
        return text.replace(_PLACE, f"({words})" if text != _PLACE else words)
    return _text(_rebuilt(query, {path: lambda there: join(there, new)}))


def _text(query: Query | None) -> str:
    return "" if query is None or isinstance(query, Everything) else as_text(query)

"""Two tables of the Treaty to look things up in: its forms, and its Contracting States with the ways into each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from chancery.treaties import pct
from chancery.treaties.pct.national_terms import Chapter, Term, through
from chancery.treaties.pct.states import Routes, State, routes, states


@dataclass(frozen=True)
class StateLine:
    """A Contracting State as it stands on a day: by which ways one enters, with which Office, and in how many months.

    ``first`` and ``second`` are the terms of Chapters I and II at the Office with which one enters; where the State is
    not bound by Chapter II there is no second.
    """

    state: State
    routes: Routes
    enter_with: str
    first: Term | None
    second: Term | None
    old_article_22: bool


def state_lines(sort: str, *, on: date) -> list[StateLine]:
    """All Contracting States, those too that will be bound only later. ``sort`` is a key of ``STATE_ORDERS``."""
    return _sorted([_line(state, on) for state in states().values()], sort, STATE_ORDERS, first="name")


def state_line(code: str, *, on: date) -> StateLine | None:
    """One Contracting State; nothing where there is none of that code."""
    state = states().get(code)
    return _line(state, on) if state else None


def _line(state: State, on: date) -> StateLine:
    office = through(state.code)
    return StateLine(
        state,
        routes(state.code, on),
        office.code if office else "",
        _term(state.code, "I", on),
        _term(state.code, "II", on) if state.chapter_ii else None,
        bool(office and office.old_article_22),
    )


def _term(code: str, chapter: Chapter, on: date) -> Term | None:
    """The term for an application filed today without a priority claim."""
    office = through(code)
    return office.term(chapter, filed_on=on, priority=on) if office else None


def form_lines(sort: str) -> list[pct.Form]:
    """All forms; as the list has them, or in the order of a key of ``FORM_ORDERS``."""
    return _sorted(list(pct.forms().values()), sort, FORM_ORDERS)


Order = Callable[[Any], Any]

STATE_ORDERS: Mapping[str, Order] = {
    "code": lambda one: one.state.code,
    "name": lambda one: one.state.name,
    "bound": lambda one: one.state.bound,
    "route": lambda one: (not one.routes.national, one.routes.regional),
    "chapter": lambda one: not one.state.chapter_ii,
    "months": lambda one: (one.first.months if one.first else 0, one.second.months if one.second else 0),
}
FORM_ORDERS: Mapping[str, Order] = {
    "number": lambda one: one.number,
    "issuer": lambda one: (one.issuer, one.number),
    "title": lambda one: (not one.title, one.title),
    "mandatory": lambda one: not one.mandatory,
    "sure": lambda one: (one.title == "", one.confidence),
}


def _sorted(rows: list[Any], sort: str, orders: Mapping[str, Order], first: str = "") -> list[Any]:
    """``-key`` is the other way round; a key that is none leaves the rows as they come first."""
    order = orders.get(sort.removeprefix("-")) or orders.get(first)
    return sorted(rows, key=order, reverse=sort.startswith("-")) if order else rows

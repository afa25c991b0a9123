"""Contracting States: who is bound since when, who is designated and elected, and by which ways protection is had."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from chancery.treaties.kernel.confidence import Confidence, least
from chancery.treaties.kernel.dated import Dated, Entry, load


@dataclass(frozen=True)
class State:
    """``bound`` is the first day on which the State can be designated (Article 63(2)), ``regional`` the regional
    Offices it is party to, ``chapter_ii`` whether it can be elected (Article 64(1)). ``confidence`` is that of the day,
    ``routes_confidence`` that of the regional Offices and of whether the national route is open.
    """

    code: str
    name: str
    bound: date
    regional: tuple[str, ...]
    national_route: bool
    chapter_ii: bool
    confidence: Confidence
    routes_confidence: Confidence
    source: str
    note: str = ""


@dataclass(frozen=True)
class Territory:
    """A part of a State to which the Treaty was extended on that day, or to which it was not."""

    name: str
    extends: bool
    since: date
    source: str
    confidence: Confidence


@dataclass(frozen=True)
class Routes:
    """By which ways protection can be had in a State: a national patent, a regional one, or one whose effect is
    extended to it or validated in it (Articles 2(iv), 4(1)(ii) and 45).
    """

    state: State
    national: bool
    regional: tuple[str, ...]
    extension: tuple[str, ...]
    validation: tuple[str, ...]
    territories: tuple[Territory, ...]
    confidence: Confidence

    @property
    def regional_only(self) -> bool:
        """Whether the national route is closed (Article 45(2)), so that only a regional patent can be had."""
        return not self.national


@cache
def states() -> dict[str, State]:
    """All Contracting States by ST.3 code, whenever they became bound."""
    rows = load(resources.files(__package__).joinpath("data/states.toml"))
    return {code: State(code=code, **{**row, "regional": tuple(row["regional"])}) for code, row in rows.items()}


@cache
def _routes() -> dict[str, Any]:
    return load(resources.files(__package__).joinpath("data/states_routes.toml"))


def is_bound(code: str, on: date) -> bool:
    """Whether a State is a Contracting State on that day (Article 63(2))."""
    state = states().get(code)
    return state is not None and state.bound <= on


def designated(on: date, *, excluded: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The States designated by filing on that day (Rule 4.9(a)), less those excluded under Rule 4.9(b)."""
    return tuple(code for code in states() if is_bound(code, on) and code not in excluded)


def elected(on: date, *, excluded: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The States that a demand elects (Rule 53.7): those designated that are bound by Chapter II."""
    return tuple(code for code in designated(on, excluded=excluded) if states()[code].chapter_ii)


def regional_offices(code: str, on: date) -> tuple[str, ...]:
    """The regional Offices whose patents cover a State on that day (Article 45(1)); none for what is no State."""
    if code not in states():
        return ()
    changes: Dated | None = _routes()["regional"].get(code)
    later = {entry.values["office"] for entry in changes.entries} if changes else set()
    always = tuple(office for office in states()[code].regional if office not in later)
    now = tuple(entry.values["office"] for entry in changes.entries if entry.holds(on)) if changes else ()
    return tuple(dict.fromkeys((*always, *now)))


def routes(code: str, on: date) -> Routes:
    """The ways to protection in a State on that day. Raises ``KeyError`` for a code that is no Contracting State.

    Only a State in which a regional patent can be had may close the national route (Article 45(2)).
    """
    state = states()[code]
    closed = _holding("closed", code, on)
    parts = _entries("territory", code)
    regional = regional_offices(code, on)
    return Routes(
        state=state,
        national=not regional or (state.national_route and not closed),
        regional=regional,
        extension=tuple(entry.values["office"] for entry in _holding("extension", code, on)),
        validation=tuple(entry.values["office"] for entry in _holding("validation", code, on)),
        territories=tuple(_territory(entry) for entry in parts),
        confidence=least(state.routes_confidence, *(entry.confidence for entry in (*closed, *parts))),
    )


def regional_only(on: date) -> tuple[str, ...]:
    """The States bound on that day in which only a regional patent can be had (Article 45(2))."""
    return tuple(code for code in designated(on) if routes(code, on).regional_only)


def receiving_offices(code: str, on: date) -> tuple[str, ...]:
    """Offices with which a resident or national of a State may file on that day (Rule 19.1): its own, one that acts for
    it, the regional ones, and the International Bureau; none where the State is not bound. Whether a regional Office
    takes applications from each of its States is not in our data.
    """
    if not is_bound(code, on):
        return ()
    own = () if code in _receiving()["none"]["states"] else (code,)
    acting: Dated | None = _receiving()["acting"].get(code)
    others = tuple(entry.values["office"] for entry in acting.entries if entry.holds(on)) if acting else ()
    return tuple(dict.fromkeys((*own, *others, *regional_offices(code, on), "IB")))


@cache
def _receiving() -> dict[str, Any]:
    return load(resources.files(__package__).joinpath("data/offices_receiving.toml"))


def _entries(kind: str, code: str) -> tuple[Entry, ...]:
    dated: Dated | None = _routes()[kind].get(code)
    return dated.entries if dated else ()


def _holding(kind: str, code: str, on: date) -> tuple[Entry, ...]:
    return tuple(entry for entry in _entries(kind, code) if entry.holds(on))


def _territory(entry: Entry) -> Territory:
    return Territory(entry.values["part"], entry.values["extends"], entry.since, entry.source, entry.confidence)

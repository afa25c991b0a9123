"""Days on which an Office is not open, and how a time limit moves over them (PCT Rule 80.5 and its like).

Where an Office has published its closed days we have them as dated data. Elsewhere the public holidays of
the State stand in (a second-hand source, ``practice``), or a pattern seen in other years (``unverified``);
steps and marks say so.
"""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from importlib import resources
from typing import Any

from chancery.treaties.kernel.confidence import Confidence, least
from chancery.treaties.kernel.national import is_known, is_weekend, public_holiday
from chancery.treaties.kernel.step import Step

NEVER_LONGER_THAN = 400  # days in a row; more would be a fault in the data, not a closed Office


@dataclass(frozen=True)
class Span:
    """A stretch of days, both ends included; ``announced`` is when it became known, where that matters."""

    first: date
    last: date
    reason: str = ""
    announced: date = date.min

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True)
class Closing:
    """Why an Office is not open on a day, and how sure that is."""

    reason: str
    confidence: Confidence = "rule"


@dataclass(frozen=True)
class Seat:
    """A place where an Office has a filing counter: a State and, where holidays differ, a part of it."""

    state: str
    part: str = ""
    name: str = ""
    catholic: bool = False


Moved = tuple[date, tuple[Step, ...], Confidence]
"""Where a day moved to, why, and how sure that is."""


@dataclass(frozen=True)
class Calendar:
    """The closed days of one Office.

    ``listed`` and ``listed_for`` are what the Office published and for which days the list is complete;
    outside them ``pattern`` and the public holidays at the ``seats`` stand in. ``interruptions`` are
    extensions that an Office declared afterwards, each binding from its announcement. ``outages`` are days on
    which its filing system did not work; they move nothing by themselves (PCT Rule 82quater.2 is asked for).
    """

    office: str
    name: str
    listed: Mapping[date, str]
    listed_for: tuple[Span, ...] = ()
    seats: tuple[Seat, ...] = ()
    pattern: Callable[[date], str | None] | None = None
    interruptions: tuple[Span, ...] = ()
    outages: tuple[Span, ...] = ()
    cites: str = "PCT Rule 80.5"
    _moves: dict[tuple[date, date, bool], Moved] = field(default_factory=dict, init=False, repr=False, compare=False)

    def closed(self, day: date) -> str | None:
        """Why the Office is not open on that day, or nothing."""
        closing = self.closing(day)
        return closing.reason if closing else None

    def closing(self, day: date) -> Closing | None:
        """Why the Office is not open on that day, and how sure that is; or nothing."""
        if day in self.listed:
            return Closing(self.listed[day], "rule" if self.known(day) else "practice")
        if any(is_weekend(seat.state, day) for seat in self.seats or (Seat(""),)):
            return Closing("weekend", "rule" if self.seats else "unverified")
        return None if self.known(day) else self._supposed(day)

    def known(self, day: date) -> bool:
        """Whether the Office's own published list covers that day."""
        return any(day in span for span in self.listed_for)

    def roll(self, day: date, *, knowing: date = date.max, interruptions: bool = True) -> tuple[date, tuple[Step, ...]]:
        """The first day, from ``day`` on, on which the Office is open, and the reasoning.

        ``knowing`` is the day of knowledge: an extension announced later does not count.
        ``interruptions=False`` leaves declared extensions out (the priority period knows none).
        """
        return self.moved(day, knowing=knowing, interruptions=interruptions)[:2]

    def moved(self, day: date, *, knowing: date = date.max, interruptions: bool = True) -> Moved:
        """The same with its confidence. Each day is worked out once."""
        asked = (day, knowing, interruptions)
        if asked not in self._moves:
            to, steps = self._roll(day, knowing, interruptions)
            self._moves[asked] = to, steps, self.confidence(day, to)
        return self._moves[asked]

    def _roll(self, day: date, knowing: date, interruptions: bool) -> tuple[date, tuple[Step, ...]]:
        steps: list[Step] = []
        spans = [span for span in self.interruptions if interruptions and span.announced <= knowing]
        for _ in range(NEVER_LONGER_THAN):
            span = max((each for each in spans if day in each), key=lambda each: each.last, default=None)
            reason = span.reason if span else self.closed(day)
            if reason is None:
                return day, (*steps, *self._caveat(day))
            following = (span.last if span else day) + timedelta(days=1)
            steps.append(Step(_moved(self.name, day, reason, until=span.last if span else None), self.cites, following))
            day = following
        raise ValueError(f"{self.name} would be closed for over {NEVER_LONGER_THAN} days: the calendar data is wrong")

    def confidence(self, start: date, end: date) -> Confidence:
        """How sure it is that the Office was closed from ``start`` until ``end``, that is, that the limit moved there.

        A limit that did not move is sure: a closed day that we do not know of could only lengthen it.
        """
        between = (start + timedelta(days=count) for count in range((end - start).days))
        found = (self.closing(day) for day in between if not any(day in span for span in self.interruptions))
        return least(*(closing.confidence for closing in found if closing))

    def _supposed(self, day: date) -> Closing | None:
        if self.pattern is not None:
            reason = self.pattern(day)
            return Closing(f"{reason}, as in other years", "unverified") if reason else None
        found = ((seat, public_holiday(seat.state, seat.part, day, catholic=seat.catholic)) for seat in self.seats)
        reason = next((f"{what} in {seat.name or seat.state}" for seat, what in found if what), None)
        return Closing(reason, "practice") if reason else None

    def _caveat(self, day: date) -> tuple[Step, ...]:
        if self.known(day):
            return ()
        unknown = f"The list of closed days of {self.name} for {day.year} is not in our data"
        return (Step(f"{unknown}; one more could only lengthen the time", self.cites),)


def _moved(office: str, day: date, reason: str, *, until: date | None) -> str:
    stretch = f"from {day} to {until}" if until else f"on {day:%A} {day}"
    return f"{office[:1].upper()}{office[1:]} is not open {stretch} ({reason})"


Calendars = Callable[[str], Calendar]
"""How calendars are handed over: a function from an Office's code to its calendar."""


@cache
def of_office(office: str) -> Calendar:
    """The calendar of an Office by its ST.3 code. An Office of which nothing is known keeps weekends only,
    unverified.
    """
    facts = _data().get(office)
    if facts is not None:
        return _from_facts(office, facts)
    if office and is_known(office):
        return Calendar(office, f"the Office {office}", {}, seats=(Seat(office),))
    return Calendar(office, f"the Office {office}".strip() if office else "the Office", {})


@cache
def _data() -> dict[str, Any]:
    text = resources.files(__package__).joinpath("data/calendars.toml").read_text("utf-8")
    return tomllib.loads(text)


def _from_facts(office: str, facts: Mapping[str, Any]) -> Calendar:
    return Calendar(
        office,
        facts["name"],
        {row["day"]: row["reason"] for row in facts.get("closed", ())},
        listed_for=tuple(Span(row["from"], row["to"]) for row in facts.get("complete", ())),
        seats=tuple(Seat(**seat) for seat in facts.get("seats", ())),
        pattern=PATTERNS[facts["pattern"]] if "pattern" in facts else None,
        interruptions=tuple(
            Span(row["from"], row["to"], row["reason"], row["announced"]) for row in facts.get("interruption", ())
        ),
        outages=tuple(Span(row["from"], row["to"], row["reason"]) for row in facts.get("outage", ())),
    )


def geneva(day: date) -> str | None:
    """The closed days that the International Bureau's lists of 2016, 2017 and 2019 have in common.

    They are the public holidays of Geneva without the National Day of 1 August; New Year and Christmas on a
    Sunday move to Monday, 31 December on a weekend to the Friday before.
    """
    if (day.month, day.day) == (8, 1):
        return None
    if day.weekday() == 0 and (day.month, day.day) in ((1, 2), (12, 26)):
        return "in lieu of a holiday on Sunday"
    if day.weekday() == 4 and (day.month, day.day) in ((12, 29), (12, 30)):
        return "in lieu of 31 December"
    return public_holiday("CH", "GE", day)


PATTERNS: Mapping[str, Callable[[date], str | None]] = {"geneva": geneva}

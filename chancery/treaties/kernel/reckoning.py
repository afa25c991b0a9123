"""A date and how it was found: each operation adds its step, and what is missing travels with it."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from chancery.treaties.kernel.calendar import Calendar
from chancery.treaties.kernel.confidence import Confidence, least
from chancery.treaties.kernel.determine import NotDeterminable
from chancery.treaties.kernel.periods import Period
from chancery.treaties.kernel.step import Step


class Reckoning(NamedTuple):
    """``Reckoning.of(day, "the priority date").plus(months(18), "PCT Art. 21(2)(a)")``."""

    day: date | NotDeterminable
    steps: tuple[Step, ...] = ()
    confidence: Confidence = "rule"

    @classmethod
    def of(cls, day: date | None, what: str, cites: str = "") -> "Reckoning":
        """Begin from a fact of the case. A fact that is not there is named as missing."""
        if day is None:
            return cls(NotDeterminable((what,)))
        return cls(day, (_fact(day, what, cites),))

    def plus(self, period: Period, cites: str) -> "Reckoning":
        return self._then(_after, period, cites)

    def minus(self, period: Period, cites: str) -> "Reckoning":
        return self._then(_before, period, cites)

    def rolled(self, calendar: Calendar, *, knowing: date = date.max, interruptions: bool = True) -> "Reckoning":
        """Moved to the next day on which the Office is open."""
        if isinstance(self.day, NotDeterminable):
            return self
        day, steps, sure = calendar.moved(self.day, knowing=knowing, interruptions=interruptions)
        return Reckoning(day, (*self.steps, *steps), least(self.confidence, sure))

    def following(self, text: str, cites: str) -> "Reckoning":
        """The next day."""
        if isinstance(self.day, NotDeterminable):
            return self
        day = self.day + timedelta(days=1)
        return Reckoning(day, (*self.steps, Step(text, cites, day)), self.confidence)

    def noting(self, text: str, cites: str = "") -> "Reckoning":
        return Reckoning(self.day, (*self.steps, Step(text, cites)), self.confidence)

    def _then(self, count: Callable[[date, Period, str], Step], period: Period, cites: str) -> "Reckoning":
        if isinstance(self.day, NotDeterminable):
            return self
        step = count(self.day, period, cites)
        assert isinstance(step.value, date)
        return Reckoning(step.value, (*self.steps, step), self.confidence)


REMEMBERED = 1 << 17
"""Sums of one day, period and provision are the same in every case; so many are kept."""


@lru_cache(REMEMBERED)
def _after(start: date, period: Period, cites: str) -> Step:
    return Step(f"{period} from {start}", cites, period.after(start))


@lru_cache(REMEMBERED)
def _before(end: date, period: Period, cites: str) -> Step:
    return Step(f"{period} before {end}", cites, period.before(end))


@lru_cache(REMEMBERED)
def _fact(day: date, what: str, cites: str) -> Step:
    return Step(_capital(what), cites, day)


def later_of(one: Reckoning, other: Reckoning, cites: str) -> Reckoning:
    """The later of two dates. Where one is missing, the other is at least a floor, and that is said."""
    return _chosen(one, other, cites, later=True)


def earlier_of(one: Reckoning, other: Reckoning, cites: str) -> Reckoning:
    """The earlier of two dates. Where one is missing, the other is a ceiling, and that is said."""
    return _chosen(one, other, cites, later=False)


def _chosen(one: Reckoning, other: Reckoning, cites: str, *, later: bool) -> Reckoning:
    steps = tuple(dict.fromkeys(one.steps + other.steps))
    sure = least(one.confidence, other.confidence)
    if isinstance(one.day, NotDeterminable) or isinstance(other.day, NotDeterminable):
        return Reckoning(_bounded(one.day, other.day, later=later), steps, sure)
    day = max(one.day, other.day) if later else min(one.day, other.day)
    text = f"The {'later' if later else 'earlier'} of {one.day} and {other.day}"
    return Reckoning(day, (*steps, Step(text, cites, day)), sure)


def _bounded(one: date | NotDeterminable, other: date | NotDeterminable, *, later: bool) -> NotDeterminable:
    if isinstance(one, NotDeterminable) and isinstance(other, NotDeterminable):
        return one.joined(other)
    unknown, known = (one, other) if isinstance(one, NotDeterminable) else (other, one)
    assert isinstance(unknown, NotDeterminable)
    bound = f"in no case {'before' if later else 'after'} {known}"
    return NotDeterminable(unknown.missing, "; ".join(filter(None, (unknown.known, bound))))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

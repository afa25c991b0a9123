"""What a change of a rule or a calendar would move, over all open cases, before it is put in force.

A law here is a table of time limits and the calendars; two of them are compared on the same records. Nothing is kept.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from chancery.treaties.kernel.calendar import Calendar, Calendars, of_office
from chancery.treaties.kernel.determine import NotDeterminable
from chancery.treaties.kernel.limits import TimeLimit
from chancery.treaties.pct.limits import LIMITS
from chancery.treaties.pct.record import Record
from chancery.treaties.pct.timing import Limit, Reckons, time_limits_of

Due = date | NotDeterminable


@dataclass(frozen=True)
class Law:
    """A table of time limits, and the calendars by which they move. By default the law in force."""

    limits: tuple[Limit, ...] = LIMITS
    calendars: Calendars = of_office

    def closing(self, office: str, days: Mapping[date, str]) -> "Law":
        """The same, with more days on which an Office is closed (day: reason)."""
        before, known = self.calendars, self.calendars(office)
        changed = replace(known, listed={**known.listed, **days})

        def calendars(code: str) -> Calendar:
            return changed if code == office else before(code)

        return replace(self, calendars=calendars)

    def with_limit(self, key: str, reckons: Reckons) -> "Law":
        """The same, with one time limit counted in another way. Raises ``KeyError`` for a key that is none."""
        if key not in {one.key for one in self.limits}:
            raise KeyError(f"{key} is no time limit; the keys are those of pct.LIMITS")
        return replace(
            self, limits=tuple(replace(one, reckons=reckons) if one.key == key else one for one in self.limits)
        )

    def without(self, key: str) -> "Law":
        """The same without one time limit."""
        return replace(self, limits=tuple(one for one in self.limits if one.key != key))


@dataclass(frozen=True)
class Moved:
    """A time limit of one case that another law moves. ``old`` or ``new`` is nothing where it arises under one only."""

    case: str
    key: str
    office: str
    old: Due | None
    new: Due | None

    @property
    def days(self) -> int | None:
        """By how many days, later counted positive; nothing where one of the two is no day."""
        if isinstance(self.old, date) and isinstance(self.new, date):
            return (self.new - self.old).days
        return None


def simulate(
    cases: Iterable[tuple[str, Record]], *, before: Law | None = None, after: Law, open_on: date | None = None
) -> tuple[Moved, ...]:
    """The time limits that move, in the order of the cases. ``before`` is the law in force where none is given.

    ``open_on`` leaves out what had expired by that day under the law before, or was done: what is over stays over.
    """
    old = before or Law()
    return tuple(moved for case, record in cases for moved in _compared(case, record, old, after, open_on))


def _compared(case: str, record: Record, before: Law, after: Law, open_on: date | None) -> Iterator[Moved]:
    old, new = _docket(record, before), _docket(record, after)
    for place in dict.fromkeys((*old, *new)):
        was, becomes = old.get(place), new.get(place)
        over = was is not None and open_on is not None and _over(was, open_on)
        due, becomes_due = was.due if was else None, becomes.due if becomes else None
        if not over and due != becomes_due:
            key, office, _time = place
            yield Moved(case, key, office, due, becomes_due)


def _docket(record: Record, law: Law) -> dict[tuple[str, str, int], TimeLimit]:
    """A docket by key, Office, and, where a limit arises several times, which time."""
    found: dict[tuple[str, str, int], TimeLimit] = {}
    for one in time_limits_of(law.limits, record, law.calendars):
        time = 1
        while (one.key, one.office, time) in found:
            time += 1
        found[one.key, one.office, time] = one
    return found


def _over(one: TimeLimit, on: date) -> bool:
    return one.done_on is not None or (isinstance(one.due, date) and one.due < on)


def summed(moves: Sequence[Moved]) -> dict[str, tuple[int, int]]:
    """For each key, how many days come later and how many earlier."""
    keys = dict.fromkeys(one.key for one in moves)
    later = {key: sum(1 for one in moves if one.key == key and (one.days or 0) > 0) for key in keys}
    earlier = {key: sum(1 for one in moves if one.key == key and (one.days or 0) < 0) for key in keys}
    return {key: (later[key], earlier[key]) for key in keys}

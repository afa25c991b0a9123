"""How the PCT's time limits are written down: one function a limit, over the facts of one case.

The function yields reckonings; what the law adds in words (relief, consequence) stands in the decorator.
The priority date may change during a case; a limit that had already expired on the day of the change stays
expired, the others are counted again (Rules 26bis.1(c) and 90bis.3(d)).
"""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from chancery.treaties.kernel.calendar import Calendars
from chancery.treaties.kernel.confidence import Confidence
from chancery.treaties.kernel.limits import Nature, TimeLimit
from chancery.treaties.kernel.reckoning import Reckoning
from chancery.treaties.pct.basis import Basis, Role
from chancery.treaties.pct.record import Record

Reckons = Callable[[Basis], Iterator[Reckoning]]


@dataclass(frozen=True)
class Limit:
    """A row of the table of time limits. ``key`` is its lasting name."""

    key: str
    act: str
    cites: str
    actor: str
    at: Role
    relief: str
    in_time_until: str
    consequence: str
    nature: Nature
    confidence: Confidence
    interruptible: bool
    reckons: Reckons

    def of(self, record: Record, calendars: Calendars) -> tuple[TimeLimit, ...]:
        """What this limit is in one case: nothing where its occasion has not come, or one for each occasion."""
        found = self._at(Basis(record, calendars))
        for change in record.priority_changes:
            found = _merged(found, self._at(Basis(record, calendars, change)), change)
        return found

    def _at(self, basis: Basis) -> tuple[TimeLimit, ...]:
        return tuple(self._stated(basis, reckoning) for reckoning in self.reckons(basis))

    def _stated(self, basis: Basis, counted: Reckoning) -> TimeLimit:
        rolled = counted
        if self.nature == "limit" and self.at != "DO":
            rolled = counted.rolled(basis.calendar(self.at), interruptions=self.interruptible)
        sure = self.confidence if self.confidence != "rule" else rolled.confidence
        return TimeLimit(
            key=self.key,
            act=self.act,
            actor=self.actor,
            office=basis.office(self.at) or self.at,
            nominal=counted.day,
            due=rolled.day,
            cites=self.cites,
            steps=rolled.steps,
            relief=self.relief,
            in_time_until=self.in_time_until,
            consequence=self.consequence,
            nature=self.nature,
            confidence=sure,
        )


def _merged(old: tuple[TimeLimit, ...], new: tuple[TimeLimit, ...], change: date) -> tuple[TimeLimit, ...]:
    """What holds after a change: limits counted again, and of those that no longer arise the expired ones."""
    both = tuple(_still(one, other, change) for one, other in zip(old, new, strict=False))
    gone = tuple(one for one in old[len(new) :] if _expired(one, change))
    return both + gone + new[len(old) :]


def _expired(limit: TimeLimit, change: date) -> bool:
    return isinstance(limit.due, date) and limit.due < change


def _still(old: TimeLimit, new: TimeLimit, change: date) -> TimeLimit:
    """The old limit where it had expired before the priority date changed, otherwise the new one."""
    if _expired(old, change) or old.nominal == new.nominal:
        return old
    said = Reckoning(new.nominal, new.steps).noting(
        f"The priority date changed on {change}; this time limit had not expired and is counted again",
        "PCT Rule 90bis.3(d)",
    )
    return replace(new, steps=said.steps)


def limit(
    cites: str,
    *,
    actor: str = "applicant",
    at: Role,
    relief: str = "",
    in_time_until: str = "",
    consequence: str = "",
    nature: Nature = "limit",
    confidence: Confidence = "rule",
    interruptible: bool = True,
) -> Callable[[Reckons], Limit]:
    """Make a time limit of a function that yields reckonings; its docstring is the act, its name the key."""

    def make(reckons: Reckons) -> Limit:
        act = " ".join(inspect.cleandoc(reckons.__doc__ or "").partition("\n\n")[0].split())
        return Limit(
            reckons.__name__,
            act,
            cites,
            actor,
            at,
            relief,
            in_time_until,
            consequence,
            nature,
            confidence,
            interruptible,
            reckons,
        )

    return make

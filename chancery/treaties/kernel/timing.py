"""How a treaty's time limits are written down: one function a limit, over the facts of one case.

The function yields reckonings; what the law adds in words (relief, consequence) stands in the decorator. A treaty that
counts in its own way (PCT: changes of priority, the outage of an Office) has a `Limit` of its own, and these `Arising`.
"""

import inspect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple, Protocol

from chancery.treaties.kernel.calendar import Calendar
from chancery.treaties.kernel.confidence import Confidence, least
from chancery.treaties.kernel.limits import Nature, TimeLimit
from chancery.treaties.kernel.reckoning import Reckoning


class Arising(NamedTuple):
    """One time that a limit arises, where more is to be said than its reckoning.

    ``late`` is the last day on which a late act can still be saved (moved already, where it moves at all);
    ``office`` is where the act is due, if not where the limit says; ``cites``, ``relief`` and ``done_on`` likewise
    take the place of what the limit says.
    """

    counted: Reckoning
    late: Reckoning | None = None
    office: str = ""
    cites: str = ""
    relief: str = ""
    done_on: date | None = None
    confidence: Confidence = "rule"


class Facts(Protocol):
    """What a limit is asked of: the facts of a case, and the calendar of an Office."""

    def calendar(self, office: str) -> Calendar: ...


Reckons = Callable[[Any], Iterator[Reckoning | Arising]]


@dataclass(frozen=True)
class Limit:
    """A row of a treaty's table of time limits. ``key`` is its lasting name, ``at`` the Office where the act is due.

    ``moves`` is false where the act must come before an event, or the law counts to the day whatever is closed.
    """

    key: str
    act: str
    cites: str
    actor: str
    at: str
    relief: str
    consequence: str
    nature: Nature
    confidence: Confidence
    moves: bool
    reckons: Reckons

    def of(self, facts: Facts) -> tuple[TimeLimit, ...]:
        """What this limit is in one case: nothing where its occasion has not come, or one for each occasion."""
        found = (one if isinstance(one, Arising) else Arising(one) for one in self.reckons(facts))
        return tuple(self._stated(facts, one) for one in found)

    def _stated(self, facts: Facts, one: Arising) -> TimeLimit:
        office = one.office or self.at
        moves = self.moves and self.nature == "limit"
        rolled = one.counted.rolled(facts.calendar(office), interruptions=False) if moves else one.counted
        return TimeLimit(
            key=self.key,
            act=self.act,
            actor=self.actor,
            office=office,
            nominal=one.counted.day,
            due=rolled.day,
            cites=one.cites or self.cites,
            steps=rolled.steps,
            relief=one.relief or self.relief,
            consequence=self.consequence,
            nature=self.nature,
            confidence=least(self.confidence, one.confidence, rolled.confidence),
            late_until=one.late.day if one.late else None,
            late_steps=one.late.steps if one.late else (),
            done_on=one.done_on,
        )


def limit(
    cites: str,
    *,
    actor: str,
    at: str = "IB",
    relief: str = "",
    consequence: str = "",
    nature: Nature = "limit",
    confidence: Confidence = "rule",
    moves: bool = True,
) -> Callable[[Reckons], Limit]:
    """Make a time limit of a function that yields reckonings; its docstring is the act, its name the key."""

    def make(reckons: Reckons) -> Limit:
        act = " ".join(inspect.cleandoc(reckons.__doc__ or "").partition("\n\n")[0].split())
        if not act:
            raise ValueError(f"{reckons.__name__} says nothing: its docstring is the act")
        return Limit(reckons.__name__, act, cites, actor, at, relief, consequence, nature, confidence, moves, reckons)

    return make


def docket(limits: Sequence[Limit], facts: Facts) -> tuple[TimeLimit, ...]:
    """All limits of a table in one case, in the order of the table."""
    return tuple(found for each in limits for found in each.of(facts))

"""How the PCT's time limits are written down: one function a limit, over the facts of one case.

The function yields reckonings; what the law adds in words (relief, consequence) stands in the decorator.
The priority date may change during a case; a limit that had already expired on the day of the change stays
expired, the others are counted again (Rules 26bis.1(c) and 90bis.3(d)). Where the national phase has begun at an
Office before the change, that Office keeps the old date (Rule 90bis.6(a)).
"""

import inspect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from chancery.treaties.kernel.calendar import Calendars
from chancery.treaties.kernel.confidence import Confidence, least
from chancery.treaties.kernel.determine import NotDeterminable
from chancery.treaties.kernel.limits import Nature, TimeLimit
from chancery.treaties.kernel.reckoning import Reckoning
from chancery.treaties.kernel.timing import Arising
from chancery.treaties.pct.basis import Basis, Role, bases
from chancery.treaties.pct.closures import excused_until
from chancery.treaties.pct.force import Amendment
from chancery.treaties.pct.record import Record

Reckons = Callable[[Basis], Iterator[Reckoning | Arising]]


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
    moves: bool
    amendment: Amendment | None
    done: str
    reckons: Reckons

    def of(self, record: Record, calendars: Calendars) -> tuple[TimeLimit, ...]:
        """What this limit is in one case: nothing where its occasion has not come, or one for each occasion."""
        return self.found(bases(record, calendars))

    def found(self, seen: Sequence[Basis]) -> tuple[TimeLimit, ...]:
        """The same over the case as filed and after each change of priority (``basis.bases``)."""
        if self.at != "DO":
            return self._settled(seen)
        places = zip(*(basis.at_offices for basis in seen), strict=True)
        return tuple([one for place in places for one in self._settled(place)])

    def _settled(self, seen: Sequence[Basis]) -> tuple[TimeLimit, ...]:
        found = self._at(seen[0])
        for basis in seen[1:]:
            if not _begun(basis):
                found = _merged(found, self._at(basis), basis.as_of)
        return found

    def _at(self, basis: Basis) -> tuple[TimeLimit, ...]:
        found = []
        for one in self.reckons(basis):
            arising = one if isinstance(one, Arising) else Arising(one)
            if self.amendment is None or self._in_force(self.amendment, basis.record, arising.counted):
                found.append(self._stated(basis, arising))
        return tuple(found)

    @staticmethod
    def _in_force(amendment: Amendment, record: Record, counted: Reckoning) -> bool:
        expiry = counted.day if isinstance(counted.day, date) else None
        deciding = {
            "filing date": record.filing_date or record.received_on,
            "expiry": expiry,
            "report": record.isr_transmitted,
            "demand": record.demand_received,
        }
        return amendment.applies(deciding[amendment.trigger])

    def _stated(self, basis: Basis, one: Arising) -> TimeLimit:
        office = one.office or basis.office(self.at)
        rolled = self._rolled(basis, office, one.counted)
        late = self._excused(basis, office, rolled, _beyond(rolled, one.late))
        return TimeLimit(
            key=self.key,
            act=self.act,
            actor=self.actor,
            office=office or self.at,
            nominal=one.counted.day,
            due=rolled.day,
            cites=one.cites or self.cites,
            steps=rolled.steps,
            relief=one.relief or self.relief,
            in_time_until=self.in_time_until,
            consequence=self.consequence,
            nature=self.nature,
            confidence=least(self.confidence, one.confidence, rolled.confidence),
            late_until=late.day if late else None,
            late_steps=late.steps if late else (),
            done_on=one.done_on or (getattr(basis.record, self.done) if self.done else None),
        )

    def _rolled(self, basis: Basis, office: str, counted: Reckoning) -> Reckoning:
        """Moved over closed days: only acts at an Office move, and only where it is known which."""
        if self.nature != "limit" or not self.moves or (self.at == "DO" and not office):
            return counted
        return counted.rolled(basis.calendar_of(office, self.at), interruptions=self.interruptible)

    def _excused(self, basis: Basis, office: str, limit: Reckoning, late: Reckoning | None) -> Reckoning | None:
        """Until when a late act is saved: by the limit's own law, or longer where the Office could not be reached."""
        if self.nature != "limit" or not (self.moves and self.interruptible and office) or self.at == "DO":
            return late
        excused = excused_until(limit, basis.calendar_of(office, self.at))
        if excused is None or (late and not (isinstance(late.day, date) and late.day < _known(excused.day))):
            return late
        return excused


def _known(day: date | NotDeterminable) -> date:
    return day if isinstance(day, date) else date.min


def _beyond(limit: Reckoning, late: Reckoning | None) -> Reckoning | None:
    """The last day for a late act, where it comes after the limit itself: that of Article 19 may come before."""
    if late and isinstance(limit.day, date) and isinstance(late.day, date) and late.day <= limit.day:
        return None
    return late


def time_limits_of(limits: Sequence[Limit], record: Record, calendars: Calendars) -> tuple[TimeLimit, ...]:
    """All limits of a table in one case."""
    seen = bases(record, calendars)
    docket: list[TimeLimit] = []
    for one in limits:
        docket.extend(one.found(seen))
    return tuple(docket)


def _begun(basis: Basis) -> bool:
    """Whether the national phase had begun at the designated Office when the priority changed."""
    begun = basis.entry.entered_on if basis.designated else None
    return begun is not None and begun <= basis.as_of


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
    return new._replace(steps=said.steps)


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
    moves: bool = True,
    amendment: Amendment | None = None,
    done: str = "",
) -> Callable[[Reckons], Limit]:
    """Make a time limit of a function that yields reckonings; its docstring is the act, its name the key.

    ``moves`` is false where the act must come before an event, which no closed day puts off. ``amendment`` is the
    one that made it; ``done`` names the date of the record that says when the act was done.
    """

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
            moves,
            amendment,
            done,
            reckons,
        )

    return make

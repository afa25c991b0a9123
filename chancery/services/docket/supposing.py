"""What if: the time limits of an application as they are, and as they would be after an act or an event."""

from dataclasses import dataclass, replace
from datetime import date

from chancery.records.register.queries import Right
from chancery.treaties import pct
from chancery.treaties.kernel import TimeLimit


@dataclass(frozen=True, kw_only=True)
class Supposition:
    """What is supposed to happen. ``on`` is the day on which the Office receives it, where it matters."""

    on: date
    withdrawn: int | None = None  # the place of a priority claim
    added: date | None = None  # the filing date of an earlier application that is claimed now
    filing_date: date | None = None
    demanded: bool = False
    published: bool = False
    reported: bool = False  # the search report is transmitted

    @property
    def empty(self) -> bool:
        return self == Supposition(on=self.on)


@dataclass(frozen=True)
class Moved:
    """One time limit before and after; one of them is None where it begins or ends with the supposition."""

    before: TimeLimit | None
    after: TimeLimit | None

    @property
    def limit(self) -> TimeLimit:
        limit = self.after or self.before
        assert limit is not None
        return limit

    @property
    def changed(self) -> bool:
        return (self.before and self.before.due) != (self.after and self.after.due)


def supposed(record: pct.Record, what: Supposition) -> pct.Record:
    """The record after it has happened."""
    claims = tuple(
        replace(claim, ceased_on=what.on) if place == what.withdrawn else claim
        for place, claim in enumerate(record.priority_claims)
    )
    if what.added:
        claims = (*claims, pct.PriorityClaim(filed_on=what.added, added_on=what.on))
    known: dict[str, date] = {}
    if what.filing_date:
        known["filing_date"] = what.filing_date
    if what.demanded:
        known["demand_received"] = what.on
    if what.published:
        known["published_on"] = what.on
    if what.reported:
        known |= {"isr_transmitted": what.on, "written_opinion_transmitted": what.on}
    return replace(record, priority_claims=claims, **known)  # type: ignore[arg-type]  # dates of a record


def suppose(right: Right, what: Supposition) -> list[Moved]:
    """Every time limit side by side, those that move first."""
    before = _by_occasion(pct.time_limits(right.record))
    after = _by_occasion(pct.time_limits(supposed(right.record, what)))
    pairs = [Moved(before.get(key), after.get(key)) for key in dict.fromkeys([*before, *after])]
    return sorted(pairs, key=lambda pair: (not pair.changed, _day(pair.limit)))


def _by_occasion(limits: tuple[TimeLimit, ...]) -> dict[tuple[str, int], TimeLimit]:
    """By key, and by the how-manieth of its key: an invitation more is a limit more."""
    counted: dict[str, int] = {}
    found = {}
    for limit in limits:
        counted[limit.key] = counted.get(limit.key, 0) + 1
        found[limit.key, counted[limit.key]] = limit
    return found


def _day(limit: TimeLimit) -> date:
    return limit.due if isinstance(limit.due, date) else date.max

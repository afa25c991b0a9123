"""What a registration protects, in each party, over time.

A fold over what happened. Where a party has not refused in time, protection follows by itself; it is told as a turn,
and dates from the registration, or from a later day that the party declared (Art. 6(5)).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from chancery.treaties.kernel.calendar import Calendars, of_office
from chancery.treaties.kernel.periods import Period
from chancery.treaties.kernel.standing import EVERY, Standing
from chancery.treaties.lisbon.happenings import EFFECTS, Happening, State
from chancery.treaties.lisbon.parties import party

ONE = 1
"""A registration is one thing: it has no parts that stand elsewhere."""

YEAR, TWO_YEARS = Period(years=1), Period(years=2)


@dataclass
class Protection(Standing[State]):
    """Where the registration stands. ``joined`` are parties bound after it, ``due`` the days of protection to come."""

    registered_on: date | None = None
    joined: set[str] = field(default_factory=set)
    due: dict[str, date] = field(default_factory=dict)


def protection(happenings: Sequence[Happening], *, on: date, calendars: Calendars = of_office) -> Protection:
    """Fold what happened until ``on``, in the order of the days."""
    folded = Protection(effects=EFFECTS, states=State)
    for one in happenings:
        if one.on > on:
            break
        _by_itself(folded, one.on)
        _happens(folded, one)
        if one.kind == "notified":
            _wait(folded, one, calendars)
    _by_itself(folded, on)
    return folded


def protected_since(folded: Protection, code: str) -> date | None:
    """The first day of protection in a party; nothing where it is not protected.

    That of the registration, or of the party's entry where it came later; where the party declared a later day
    (Art. 6(5)(b)), the day on which it decided or its time passed.
    """
    if folded.state(code) is not State.PROTECTED:
        return None
    found = party(code)
    if found and "Art. 6(5)(b)" in found.declared:
        return next(turn.on for turn in reversed(folded.turns) if turn.party == code)
    return folded.since[code]


def _happens(folded: Protection, one: Happening) -> None:
    if one.kind in ("registered", "joined"):
        folded.registered_on = folded.registered_on or one.on
        for code in one.parties:
            folded.enter(code, one.on, one.kind, ONE, State.REGISTERED)
        folded.joined.update(one.parties if one.kind == "joined" else ())
        return
    for code in one.parties or tuple(folded.parties):
        folded.move(code, one.on, one.kind, EVERY)


def _wait(folded: Protection, one: Happening, calendars: Calendars) -> None:
    """A year from receipt; two where the party joined later and declared so (Art. 29(4))."""
    for code in one.parties or tuple(folded.parties):
        found = party(code)
        if found and folded.state(code) is State.PENDING:
            longer = code in folded.joined and "Art. 29(4)" in found.declared
            last = (TWO_YEARS if longer else YEAR).after(one.on)
            folded.due[code] = calendars("IB").roll(last, interruptions=False)[0] + timedelta(days=1)


def _by_itself(folded: Protection, day: date) -> None:
    """What is protected because the time for refusal has passed, in the order of the days."""
    for code, since in sorted(folded.due.items(), key=lambda each: each[1]):
        if since <= day:
            folded.move(code, since, "time_passed", EVERY)
            del folded.due[code]

"""What a registration protects: each design, in each designated party, over time.

A fold over what happened. Two things happen by themselves: protection, where an Office has not refused in time
(Art. 14(2)), and its end, where the longest protection of a party is over (Art. 17(3)). Both are told as turns.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from chancery.treaties.hague.basis import TERM
from chancery.treaties.hague.happenings import EFFECTS, LIVE, Happening, Kind, State
from chancery.treaties.hague.parties import party
from chancery.treaties.kernel.calendar import Calendars, of_office
from chancery.treaties.kernel.periods import Period, months
from chancery.treaties.kernel.standing import EVERY, Standing, bits


@dataclass
class Protection(Standing[State]):
    """Where every design stands. ``registered_on`` is the date of the registration, ``until`` the end of its term.

    ``due``: what happens by itself, by party, and from which day on.
    """

    registered_on: date | None = None
    due: dict[tuple[str, Kind], date] = field(default_factory=dict)


def protection(
    happenings: Sequence[Happening], *, designs: int, on: date, calendars: Calendars = of_office
) -> Protection:
    """Fold what happened until ``on``, in the order of the days. ``designs`` is how many there are."""
    folded = Protection(effects=EFFECTS, states=State)
    for one in happenings:
        if one.on > on:
            break
        _by_itself(folded, one.on)
        _happens(folded, one, (1 << designs) - 1)
        if one.kind == "sent":
            _wait(folded, one, calendars)
    _by_itself(folded, on)
    return folded


def renewable(folded: Protection) -> dict[str, int]:
    """What can be renewed for the next term, by party, as bits.

    What is refused can be renewed as well: the refusal may yet be withdrawn (Rule 24(2)(b)). A party whose longest
    protection ends with the term is left out.
    """
    if folded.until is None:
        return {}
    ends = {code: day for (code, kind), day in folded.due.items() if kind == "expired"}
    live = {code: folded.within(code, *LIVE) for code in folded.parties}
    return {code: found for code, found in live.items() if found and not ends.get(code, date.max) <= folded.until}


def _happens(folded: Protection, one: Happening, every: int) -> None:
    named = bits(one.designs) & every if one.designs else every
    if one.kind == "registered":
        _register(folded, one, every)
    elif one.kind == "renewed":
        _renew(folded, one, named)
    else:
        for code in one.parties or tuple(folded.parties):
            folded.move(code, one.on, one.kind, named)


def _register(folded: Protection, one: Happening, every: int) -> None:
    folded.registered_on, folded.until = one.on, TERM.after(one.on)
    for code in one.parties:
        folded.enter(code, one.on, one.kind, every, State.REGISTERED)
        found = party(code)
        if found and found.longest:
            folded.due[code, "expired"] = Period(years=found.longest).after(one.on)


def _renew(folded: Protection, one: Happening, named: int) -> None:
    """The term runs five years more for what is named, in the parties that are; all else lapses (Rule 24(2))."""
    ended = folded.until or one.on
    folded.until = TERM.after(ended)
    for code in folded.parties:
        goes_on = named if not one.parties or code in one.parties else 0
        folded.move(code, one.on, "lapsed", ~goes_on)


def _wait(folded: Protection, one: Happening, calendars: Calendars) -> None:
    """From the sending on the Office has its months; protection follows on the day after (Rule 18(1))."""
    for code in one.parties or tuple(folded.parties):
        found = party(code)
        if found and code in folded.parties:
            last = calendars("IB").roll(months(found.refusal).after(one.on), interruptions=False)[0]
            folded.due[code, "time_passed"] = last + timedelta(days=1)


def _by_itself(folded: Protection, day: date) -> None:
    """What happens by itself up to a day, in the order of the days."""
    for (code, kind), since in sorted(_come(folded, day), key=lambda each: each[1]):
        folded.move(code, since, kind, EVERY)
        del folded.due[code, kind]


def _come(folded: Protection, day: date) -> Iterator[tuple[tuple[str, Kind], date]]:
    return ((key, since) for key, since in folded.due.items() if since <= day)

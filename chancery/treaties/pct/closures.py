"""Rules 82quater.2 and .3: what an Office declares of itself, and how it bears on every time limit before it.

The period of extension for a general disruption lengthens the time limits that end in it: they end on the first day
after it. Where electronic means were not available, a limit that ended then stays as it is; but what is done on the
next working day on which they are available is excused.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import lru_cache

from chancery.treaties.kernel.calendar import Calendar, Calendars, Span, of_office
from chancery.treaties.kernel.periods import months
from chancery.treaties.kernel.reckoning import Reckoning
from chancery.treaties.kernel.rule import Finding
from chancery.treaties.kernel.step import Step
from chancery.treaties.pct.force import DISRUPTION, OUTAGES
from chancery.treaties.pct.record import Closure

OUTAGE = "PCT Rule 82quater.2"
GENERAL = "PCT Rule 82quater.3"
CITES = {"outage": OUTAGE, "disruption": GENERAL}
DISRUPTED = "general disruption, time limits extended by the Office (Rule 82quater.3)"
UNAVAILABLE = "The electronic means of the Office were not available on this day"
NEXT_DAY = "The next day"
EXTENSION = months(2)
REMEMBERED = 256
LONGEST_OUTAGE = 31
"""Days. An outage that is longer is a general disruption, or a fault in what was typed."""


@lru_cache(REMEMBERED)
def declared(calendars: Calendars, office: str, closures: tuple[Closure, ...]) -> Calendar:
    """The calendar of an Office with what it has declared beside what the data know."""
    known, mine = calendars(office), [one for one in closures if one.office == office]
    if not mine:
        return known
    return replace(
        known,
        interruptions=(*known.interruptions, *(_span(one, DISRUPTED) for one in mine if one.what == "disruption")),
        outages=(*known.outages, *(_span(one, one.reason) for one in mine if one.what == "outage")),
    )


def _span(one: Closure, reason: str) -> Span:
    return Span(one.first, one.last, reason, one.announced)


def outage_on(calendar: Calendar, day: date) -> Span | None:
    """The outage of an Office on a day, where the Rule was in force by then."""
    return next((span for span in calendar.outages if day in span), None) if OUTAGES.applies(day) else None


def available_again(expired: Reckoning, calendar: Calendar) -> Reckoning:
    """The next working day on which the electronic means are available, after a day on which they were not."""
    if not isinstance(expired.day, date):
        return expired
    found = expired.following(NEXT_DAY, OUTAGE).rolled(calendar)
    while isinstance(found.day, date) and (down := outage_on(calendar, found.day)):
        again = Reckoning(down.last, (*found.steps, Step(UNAVAILABLE, OUTAGE, down.last)), found.confidence)
        found = again.following(NEXT_DAY, OUTAGE).rolled(calendar)
    return found


def excused_until(limit: Reckoning, calendar: Calendar) -> Reckoning | None:
    """Until when an act is excused whose time limit ended during an outage; nothing where it did not."""
    if not calendar.outages or not isinstance(limit.day, date) or outage_on(calendar, limit.day) is None:
        return None
    ended = Reckoning(limit.day, (Step(UNAVAILABLE, OUTAGE, limit.day),), limit.confidence)
    return available_again(ended, calendar)


def last_day(due: date, office: str, closures: tuple[Closure, ...], *, calendars: Calendars = of_office) -> date:
    """A day that an Office has set, with what it has declared since: until when the act is still in time."""
    calendar = declared(calendars, office, closures)
    if not any(due in span for span in (*calendar.interruptions, *calendar.outages)):
        return due
    moved = Reckoning(due).rolled(calendar)
    excused = excused_until(moved, calendar)
    found = excused.day if excused else moved.day
    return found if isinstance(found, date) else due


def against(closure: Closure, before: Iterable[Closure] = ()) -> tuple[Finding, ...]:
    """What stands against a declaration. ``before`` are those that the Office has made already.

    A disruption is extended for two months at most at a time; a further period begins where the last one ends.
    """
    found = [] if closure.first <= closure.last else [Finding(CITES[closure.what], "It ends before it begins.", "last")]
    if closure.what == "outage":
        return (*found, *_against_outage(closure))
    return (*found, *_against_disruption(closure, before))


def _against_outage(closure: Closure) -> tuple[Finding, ...]:
    if closure.first > closure.announced:
        return (Finding(OUTAGE, "An outage is published once it has begun.", "first"),)
    if (closure.last - closure.first).days >= LONGEST_OUTAGE:
        return (Finding(OUTAGE, "An outage of more than a month is a general disruption.", "last"),)
    return () if OUTAGES.applies(closure.first) else (Finding(OUTAGE, "It comes before the Rule.", "first"),)


def _against_disruption(closure: Closure, before: Iterable[Closure]) -> tuple[Finding, ...]:
    longest = EXTENSION.after(closure.first)
    if closure.last > longest:
        detail = f"It could last until {longest}."
        return (Finding(GENERAL, f"A period has two months at most. {detail}", "last", detail=detail),)
    if not DISRUPTION.applies(closure.last):
        return (Finding(GENERAL, "It comes before the Rule.", "last"),)
    same = [one for one in before if one.what == closure.what and one.office == closure.office]
    if any(one.first < closure.first < one.last for one in same):
        return (Finding(GENERAL, "A further period begins when the one before ends.", "first"),)
    return ()

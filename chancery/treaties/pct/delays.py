"""Rules 82 and 82quater: what a time limit that was missed for a good reason still allows.

Mail that was delayed or lost, force majeure, an outage of the Office's electronic means, and the extension that an
Office declares for a general disruption. None of them reaches the priority period.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from chancery.treaties.kernel.calendar import Calendar, Calendars, Span, of_office
from chancery.treaties.kernel.determine import NotDeterminable
from chancery.treaties.kernel.periods import days, months
from chancery.treaties.kernel.reckoning import Reckoning, earlier_of
from chancery.treaties.kernel.rule import Finding
from chancery.treaties.kernel.step import Step
from chancery.treaties.pct.closures import GENERAL, OUTAGE, available_again, outage_on
from chancery.treaties.pct.force import DISRUPTION, OUTAGES
from chancery.treaties.pct.record import Delay

MAIL = "PCT Rule 82.1"
FORCE_MAJEURE = "PCT Rule 82quater.1"
POSTED_BEFORE = days(5)
NOT_EXCUSABLE = frozenset({"priority_period"})


@dataclass(frozen=True, kw_only=True)
class Excuse:
    """Until when to act and to furnish evidence, and what stands against the excuse (nothing where it can be had).

    ``act_until`` is nothing where the law names no day, but says "as soon as reasonably possible".
    """

    cites: str
    act_until: date | NotDeterminable | None = None
    evidence_until: date | NotDeterminable | None = None
    steps: tuple[Step, ...] = ()
    findings: tuple[Finding, ...] = ()


def excuse(delay: Delay, *, calendars: Calendars = of_office) -> Excuse:
    """What the Regulations still allow after one delay."""
    calendar = calendars(delay.office)
    if delay.reason == "office outage":
        act = outage(delay, calendar)
        against = (*_not_excusable(delay, OUTAGE), *_no_outage_known(delay, calendar))
        return Excuse(cites=OUTAGE, act_until=act.day, steps=act.steps, findings=against)
    cites, reckons = (MAIL, mail_evidence) if delay.reason == "mail" else (FORCE_MAJEURE, force_majeure_evidence)
    evidence = reckons(delay).rolled(calendar)
    against = (*_not_excusable(delay, cites), *(_posted_too_late(delay) if cites == MAIL else ()))
    return Excuse(cites=cites, evidence_until=evidence.day, steps=evidence.steps, findings=against)


def mail_evidence(delay: Delay) -> Reckoning:
    """Evidence that the letter was mailed in time: one month from noticing, at most six from the expiry."""
    noticed = Reckoning.of(delay.noticed_on, "the day on which the delay or loss was noticed", "PCT Rule 82.1(c)")
    return earlier_of(noticed.plus(months(1), "PCT Rule 82.1(c)"), _six_months(delay, MAIL), "PCT Rule 82.1(c)")


def force_majeure_evidence(delay: Delay) -> Reckoning:
    """Evidence of the cause, and that the act was done as soon as reasonably possible: six months from the expiry."""
    return _six_months(delay, FORCE_MAJEURE)


def outage(delay: Delay, calendar: Calendar) -> Reckoning:
    """The act, on the next working day on which the electronic means are available again."""
    expired = Reckoning.of(delay.expired_on, "the last day of the time limit", OUTAGE)
    return available_again(expired, calendar)


def general_disruption(commenced: date, declared: Sequence[Span]) -> tuple[Finding, ...]:
    """What stands against the periods of extension that an Office declared: each at most two months.

    The first runs from the day on which the disruption commenced, each further one from the end of the one before;
    the expiry of a time limit in them decides whether the Rule was in force.
    """
    start, found = commenced, []
    for span in declared:
        if span.last > months(2).after(start):
            found.append(Finding(GENERAL, f"The extension until {span.last} is longer than two months from {start}."))
        start = span.last
    if declared and not DISRUPTION.applies(declared[-1].last):
        found.append(Finding(GENERAL, f"An extension until {declared[-1].last} comes before the Rule."))
    return tuple(found)


def extension_ends(commenced: date) -> date:
    """The last day until which an Office may extend time limits in one period (Rule 82quater.3(a))."""
    return months(2).after(commenced)


def binds_designated_office(announced: date, *, processing_since: date | None) -> bool:
    """Whether a designated Office must respect an extension: not where its processing had begun when it was published
    (Rule 82quater.3(c)).
    """
    return processing_since is None or processing_since > announced


def _six_months(delay: Delay, cites: str) -> Reckoning:
    return Reckoning.of(delay.expired_on, "the expiry of the time limit", cites).plus(months(6), cites)


def _not_excusable(delay: Delay, cites: str) -> Iterator[Finding]:
    if delay.limit in NOT_EXCUSABLE:
        yield Finding(cites, "The priority period is not excused; its restoration is (Rule 26bis.3).", "limit")
    if cites == OUTAGE and delay.expired_on and not OUTAGES.applies(delay.expired_on):
        yield Finding(cites, f"Time limits that expired before {OUTAGES.since} are not excused.", "expired_on")


def _posted_too_late(delay: Delay) -> Iterator[Finding]:
    if delay.mailed_on is None:
        yield Finding(MAIL, "Say when the letter was mailed.", "mailed_on")
    elif delay.expired_on and delay.mailed_on > POSTED_BEFORE.before(delay.expired_on):
        yield Finding(MAIL, "It was mailed later than five days before the time limit expired.", "mailed_on")


def _no_outage_known(delay: Delay, calendar: Calendar) -> Iterator[Finding]:
    if delay.expired_on and not outage_on(calendar, delay.expired_on):
        yield Finding(OUTAGE, "No outage on that day is in our data; show that it was published.", "expired_on")

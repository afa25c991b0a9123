"""Rules 2.4 and 26bis: whether a priority claim comes in time, and what can still be done."""

from datetime import date

from chancery.treaties.kernel.calendar import of_office
from chancery.treaties.kernel.periods import months
from chancery.treaties.kernel.rule import At, Found, rule
from chancery.treaties.pct.application import Application
from chancery.treaties.pct.days import day_of_filing
from chancery.treaties.pct.force import RESTORATION
from chancery.treaties.pct.offices_reservations import restoration_criterion
from chancery.treaties.pct.rule_4_10 import dated_claims

PERIOD = months(12)
GRACE = months(2)


@rule("PCT Rule 26bis.3(a)", since=RESTORATION, invites="PCT/RO/110")
def is_filed_within_the_priority_period(application: Application, on: date) -> Found:
    """The international application must be filed within twelve months of the earlier one, or restoration
    requested.

    A filing up to two months late keeps the claim (Rule 26bis.2(c)(iii)); the right itself is had only by
    restoration.
    """
    day = day_of_filing(application, on)
    for place, filed_on, claim in dated_claims(application):
        end = period_end(filed_on, application.receiving_office)
        if end < day <= GRACE.after(end) and not claim.restoration_requested:
            detail = f"The period ended on {end}; restoration can be requested until {GRACE.after(end)}."
            yield At(f"priority_claims.{place}.restoration_requested", detail)


@rule("PCT Rule 26bis.2(c)(iii)", since=RESTORATION, invites="PCT/RO/110")
def no_priority_is_too_old(application: Application, on: date) -> Found:
    """A claim is considered void where the international application comes more than two months after the
    priority period.
    """
    day = day_of_filing(application, on)
    for place, filed_on, _ in dated_claims(application):
        end = period_end(filed_on, application.receiving_office)
        if day > GRACE.after(end):
            yield At(f"priority_claims.{place}.filed_on", f"The two months ended on {GRACE.after(end)}.")


@rule("PCT Rule 26bis.3(b)(ii)", since=RESTORATION, invites="PCT/RO/158")
def gives_reasons_for_restoration(application: Application, on: date) -> Found:
    """A request for restoration must state the reasons for which the application came late."""
    for place, filed_on, claim in dated_claims(application):
        late = day_of_filing(application, on) > period_end(filed_on, application.receiving_office)
        if claim.restoration_requested and late and not claim.restoration_reasons.strip():
            yield f"priority_claims.{place}.restoration_reasons"


@rule("PCT Rule 26bis.3(a)", since=RESTORATION, severity="hint")
def asks_for_restoration_only_when_late(application: Application, on: date) -> Found:
    """Restoration has no object where the application comes within the priority period."""
    day = day_of_filing(application, on)
    for place, filed_on, claim in dated_claims(application):
        end = period_end(filed_on, application.receiving_office)
        if claim.restoration_requested and filed_on <= day <= end:
            yield At(f"priority_claims.{place}.restoration_requested", f"The period ends on {end}.")


@rule("PCT Rule 26bis.3(a)", since=RESTORATION, severity="hint", confidence="practice")
def restoration_is_asked_by_the_test_of_the_office(application: Application) -> Found:
    """Each receiving Office restores by its own test: due care, or unintentional failure; some apply both."""
    known = restoration_criterion(application.receiving_office, "RO")
    if known is None or known.criterion not in ("due care", "unintentional"):
        return
    for place, claim in enumerate(application.priority_claims):
        if claim.restoration_requested and claim.restoration_criterion not in ("", known.criterion):
            detail = f"The Office {application.receiving_office} asks for: {known.criterion}."
            yield At(f"priority_claims.{place}.restoration_criterion", detail)


def period_end(filed_on: date, office: str) -> date:
    """The last day of the priority period at that Office (Rule 2.4). Declared extensions do not lengthen it."""
    return of_office(office).roll(PERIOD.after(filed_on), interruptions=False)[0]

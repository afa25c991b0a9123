"""Rules 2.4 and 26bis: whether a priority claim comes in time, and what can still be done."""

from datetime import date

from chancery.treaties.kernel.calendar import of_office
from chancery.treaties.kernel.periods import months
from chancery.treaties.kernel.rule import At, Found, rule
from chancery.treaties.pct.application import Application
from chancery.treaties.pct.days import day_of_filing
from chancery.treaties.pct.force import RESTORATION
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


def period_end(filed_on: date, office: str) -> date:
    """The last day of the priority period at that Office (Rule 2.4). Declared extensions do not lengthen it."""
    return of_office(office).roll(PERIOD.after(filed_on), interruptions=False)[0]

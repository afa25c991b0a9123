"""Rule 4.10 and Article 8(1): what a priority claim must say."""

from collections.abc import Iterator
from datetime import date

from chancery.treaties.kernel.rule import At, Found, rule
from chancery.treaties.pct.application import Application, PriorityClaim
from chancery.treaties.pct.days import day_of_filing
from chancery.treaties.pct.force import FIRST_FILINGS


@rule("PCT Rule 4.10(a)(i)", since=FIRST_FILINGS, invites="PCT/RO/110")
def dates_every_priority_claim(application: Application) -> Found:
    """A priority claim must say on which date the earlier application was filed."""
    for place, claim in enumerate(application.priority_claims):
        if claim.filed_on is None:
            yield f"priority_claims.{place}.filed_on"


@rule("PCT Rule 4.10(a)(ii)", since=FIRST_FILINGS, severity="hint", invites="PCT/RO/110")
def numbers_every_priority_claim(application: Application) -> Found:
    """A priority claim should give the number of the earlier application.

    A claim is not void merely because the number is missing (Rule 26bis.2(c)(i)).
    """
    for place, claim in enumerate(application.priority_claims):
        if not claim.number.strip():
            yield f"priority_claims.{place}.number"


@rule("PCT Rule 4.10(a)(iii)", since=FIRST_FILINGS, invites="PCT/RO/110")
def says_where_every_earlier_application_was_filed(application: Application) -> Found:
    """A priority claim must name the State or Office with which the earlier application was filed."""
    for place, claim in enumerate(application.priority_claims):
        if not claim.office.strip():
            yield f"priority_claims.{place}.office"


@rule("PCT Art. 8(1)", since=FIRST_FILINGS, invites="PCT/RO/110")
def earlier_applications_are_earlier(application: Application, on: date) -> Found:
    """An earlier application cannot be later than the international application."""
    day = day_of_filing(application, on)
    for place, filed_on, _ in dated_claims(application):
        if filed_on > day:
            yield At(f"priority_claims.{place}.filed_on", f"{filed_on} is after {day}.")


def dated_claims(application: Application) -> Iterator[tuple[int, date, PriorityClaim]]:
    """The claims whose date is given: place in the request, date, claim."""
    for place, claim in enumerate(application.priority_claims):
        if claim.filed_on is not None:
            yield place, claim.filed_on, claim

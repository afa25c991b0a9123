"""Rule 4.10 and Article 8(1): what a priority claim must say."""

import re
from collections.abc import Iterator
from datetime import date

from chancery.treaties.kernel.rule import At, Found, rule
from chancery.treaties.pct.application import Application, PriorityClaim
from chancery.treaties.pct.days import day_of_filing
from chancery.treaties.pct.force import FIRST_FILINGS

OUTSIDE_THE_UNION = frozenset({"CK", "EH", "ER", "NR", "PW", "SO", "SS", "TV"})
"""Not among the parties to the Paris Convention of 3 February 2026 and, from memory, not members of the WTO."""


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


@rule("PCT Rule 4.10(a)", since=FIRST_FILINGS, invites="PCT/RO/110", confidence="unverified")
def earlier_applications_are_of_the_union(application: Application) -> Found:
    """An earlier application counts where it was filed in or for a State of the Paris Union, or a member of the World
    Trade Organization.
    """
    for place, claim in enumerate(application.priority_claims):
        if outside := {claim.office, claim.filed_for} & OUTSIDE_THE_UNION:
            yield At(f"priority_claims.{place}.office", f"{', '.join(sorted(outside))} is neither.")


@rule("PCT Rule 4.10(a)(v)", since=FIRST_FILINGS, invites="PCT/RO/110")
def earlier_international_applications_name_their_office(application: Application) -> Found:
    """Where the earlier application is an international one, the receiving Office with which it was filed is named."""
    for place, claim in enumerate(application.priority_claims):
        number = re.match(r"PCT/([A-Z]{2})", claim.number.strip().upper())
        if number and claim.office and claim.office != number[1]:
            yield At(f"priority_claims.{place}.office", f"The number names {number[1]}.")


@rule("PCT Rule 4.10(a)", since=FIRST_FILINGS, severity="hint")
def claims_every_earlier_application_once(application: Application) -> Found:
    """Each earlier application is claimed once."""
    seen = set()
    for place, claim in enumerate(application.priority_claims):
        which = (claim.office, re.sub(r"\W", "", claim.number).upper())
        if all(which) and which in seen:
            yield f"priority_claims.{place}.number"
        seen.add(which)


def dated_claims(application: Application) -> Iterator[tuple[int, date, PriorityClaim]]:
    """The claims whose date is given: place in the request, date, claim."""
    for place, claim in enumerate(application.priority_claims):
        if claim.filed_on is not None:
            yield place, claim.filed_on, claim

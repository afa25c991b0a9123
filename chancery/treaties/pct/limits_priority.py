"""Time limits around the priority: period, restoration, correction, document."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from chancery.treaties.kernel.periods import days, months
from chancery.treaties.kernel.reckoning import Reckoning, earlier_of, later_of
from chancery.treaties.kernel.timing import Arising
from chancery.treaties.pct.basis import Basis
from chancery.treaties.pct.force import RESTORED_PRIORITY
from chancery.treaties.pct.national import entering
from chancery.treaties.pct.timing import limit


@limit(
    "PCT Rule 2.4(a)",
    at="RO",
    relief="A filing up to two months later keeps the claim; the right is had by restoration (Rule 26bis.3)",
    consequence="The claim is void if filing comes more than two months late and it is not corrected",
    interruptible=False,
    done="filing_date",
)
def priority_period(basis: Basis) -> Iterator[Arising]:
    """File the international application."""
    if _claimed(basis):
        kept = basis.priority_period.plus(months(2), "PCT Rule 26bis.2(c)(iii)").rolled(basis.calendar("RO"))
        yield Arising(basis.priority.plus(months(12), "PCT Rule 2.4(a)"), late=kept)


@limit(
    "PCT Rule 26bis.3(e)",
    at="RO",
    relief="The Office may extend the time for the fee alone, by up to two months (Rule 26bis.3(d))",
    consequence="No restoration in the international phase; designated Offices may still restore (Rule 49ter.2)",
    amendment=RESTORED_PRIORITY,
)
def restoration_RO(basis: Basis) -> Iterator[Arising]:  # noqa: N802
    """Request restoration of the right of priority, with reasons and fee.

    It runs from the day on which the priority period expired, that is, from the day to which it had moved.
    """
    if _period_missed(basis):
        counted = basis.priority_period.plus(months(2), "PCT Rule 26bis.3(e)")
        yield Arising(counted, late=counted.plus(months(2), "PCT Rule 26bis.3(d)").rolled(basis.calendar("RO")))


@limit(
    "PCT Rule 49ter.2(b)(i)",
    at="DO",
    consequence="No restoration at that Office",
    amendment=RESTORED_PRIORITY,
)
def restoration_DO(basis: Basis) -> Iterator[Reckoning]:  # noqa: N802
    """Request restoration of the right of priority with a designated Office.

    One month from the time limit of Article 22, or from a request for early processing (Article 23(2)).
    """
    if not _period_missed(basis):
        return
    asked = basis.entry.early_requested_on
    start = (
        Reckoning.of(asked, "the request for early processing", "PCT Art. 23(2)")
        if asked
        else entering(basis, basis.designated, "I").counted
    )
    yield start.plus(months(1), "PCT Rule 49ter.2(b)(i)")


@limit(
    "PCT Rule 26bis.1(a)",
    at="RO",
    relief="A defect mended within one month more, before the claim is declared void (Rule 26bis.2(b))",
    consequence="The claim is considered void, or is not added",
)
def prio_claim_correct(basis: Basis) -> Iterator[Arising]:
    """Correct or add a priority claim.

    Sixteen months from the priority date, before or after the change, whichever ends first; but never
    earlier than four months from the filing date. Not after a request for early publication, unless that is
    withdrawn (Rule 26bis.1(b)).
    """
    record = basis.record
    if record.early_publication_requested and not record.early_publication_withdrawn:
        return
    sixteen = _sixteen_months(basis)
    four = basis.filing.plus(months(4), "PCT Rule 26bis.1(a)")
    counted = later_of(sixteen, four, "PCT Rule 26bis.1(a)")
    yield Arising(counted, late=counted.plus(months(1), "PCT Rule 26bis.2(b)").rolled(basis.calendar("RO")))


@limit(
    "PCT Rule 17.1(a)",
    at="IB",
    in_time_until="international publication, if it reaches the International Bureau by then",
    relief="No copy is needed where the Office of filing or a digital library (DAS) furnishes it",
    consequence="A designated Office may disregard the claim, after giving an opportunity (Rule 17.1(c))",
    done="priority_document_received",
)
def prio_document(basis: Basis) -> Iterator[Arising]:
    """Furnish a certified copy of the earlier application."""
    if _claimed(basis):
        yield Arising(basis.priority.plus(months(16), "PCT Rule 17.1(a)"), late=basis.publication.day)


@limit(
    "PCT Rule 17.1(b)",
    at="RO",
    consequence="The copy is to be furnished, or asked for from a digital library",
    done="priority_document_received",
)
def prio_document_RO(basis: Basis) -> Iterator[Reckoning]:  # noqa: N802
    """Ask the receiving Office, where the earlier application was filed with it, to transmit the priority document."""
    offices = {claim.office for claim in basis.record.claims_at(basis.as_of)}
    if basis.record.receiving_office in offices:
        yield basis.priority.plus(months(16), "PCT Rule 17.1(b)")


@limit(
    "PCT Rule 17.1(b-bis)",
    at="IB",
    in_time_until="international publication, whose day is only expected",
    consequence="The copy is to be furnished",
    done="priority_document_received",
    confidence="practice",
    moves=False,
)
def prio_document_DAS(basis: Basis) -> Iterator[Reckoning]:  # noqa: N802
    """Ask the International Bureau to fetch the priority document from a digital library (DAS), before publication."""
    if _claimed(basis):
        yield basis.publication.day.minus(days(1), "PCT Rule 17.1(b-bis)")


@limit("PCT Rule 26bis.2(e)", at="IB", consequence="The information is not published")
def prio_info_publication(basis: Basis) -> Iterator[Reckoning]:
    """Ask the International Bureau to publish information on a claim that came too late, with a fee."""
    for _ in basis.invitations("PCT/RO/111"):
        yield basis.priority.plus(months(30), "PCT Rule 26bis.2(e)")


@limit(
    "PCT Rule 90bis.3(a)",
    at="IB",
    relief="Time limits not yet expired are counted again from the new priority date (Rule 90bis.3(d))",
    consequence="The priority claim stands",
)
def withdraw_priority(basis: Basis) -> Iterator[Reckoning]:
    """Withdraw a priority claim."""
    if _claimed(basis):
        yield basis.priority.plus(months(30), "PCT Rule 90bis.3(a)")


def _claimed(basis: Basis) -> bool:
    record = basis.record
    return bool(record.claims_at(basis.as_of) or (record.priority_date and not record.priority_claims))


def _period_missed(basis: Basis) -> bool:
    """Whether a claim stands and the application did not come, or has not come yet, within its period."""
    if not _claimed(basis):
        return False
    filed, expired = basis.filing.day, basis.priority_period.day
    return not (isinstance(filed, date) and isinstance(expired, date) and filed <= expired)


def _sixteen_months(basis: Basis) -> Reckoning:
    """From the present priority date, and from the one before a change, whichever ends first."""
    now = basis.priority.plus(months(16), "PCT Rule 26bis.1(a)")
    if basis.as_of == date.min:
        return now
    before = replace(basis, as_of=date.min).priority.plus(months(16), "PCT Rule 26bis.1(a)")
    return earlier_of(before, now, "PCT Rule 26bis.1(a)")

"""Time limits around the whole case: changes, rectification, withdrawals, review, excuse of delay, records."""

from collections.abc import Iterator

from chancery.treaties.kernel.periods import Period, months
from chancery.treaties.kernel.reckoning import Reckoning
from chancery.treaties.kernel.timing import Arising
from chancery.treaties.pct import delays
from chancery.treaties.pct.basis import Basis
from chancery.treaties.pct.force import OUTAGES
from chancery.treaties.pct.timing import limit

ANY_OFFICE = "It may be addressed to the International Bureau, the receiving Office or the examining Authority"


@limit("PCT Rule 91.2", at="IB", consequence="The mistake is not rectified")
def rectification(basis: Basis) -> Iterator[Reckoning]:
    """Ask the competent Authority for the rectification of an obvious mistake."""
    yield basis.priority.plus(months(26), "PCT Rule 91.2")


@limit("PCT Rule 91.3(d)", at="IB", consequence="The request is not published")
def rectification_publish(basis: Basis) -> Iterator[Reckoning]:
    """Ask the International Bureau to publish the request for rectification that was refused, with a fee."""
    if basis.record.rectification_refused:
        refusal = basis.fact("rectification_refused", "the refusal of the rectification")
        yield refusal.plus(months(2), "PCT Rule 91.3(d)")


@limit("PCT Rule 92bis.1(b)", at="IB", consequence="The change is not recorded in the international phase")
def changes(basis: Basis) -> Iterator[Reckoning]:
    """Have a change of applicant, agent or inventor recorded; receipt at the International Bureau counts."""
    yield basis.priority.plus(months(30), "PCT Rule 92bis.1(b)")


@limit(
    "PCT Rule 90bis.1(a)",
    at="IB",
    relief=f"{ANY_OFFICE}. It may be made on condition that publication is prevented",
    consequence="It has no effect; publication is prevented only if it arrives before technical preparations end",
    done="withdrawn_on",
)
def withdraw_ia(basis: Basis) -> Iterator[Reckoning]:
    """Withdraw the international application. All applicants sign."""
    yield basis.priority.plus(months(30), "PCT Rule 90bis.1(a)")


@limit("PCT Rule 90bis.2(a)", at="IB", relief=ANY_OFFICE, consequence="It has no effect")
def withdraw_designation(basis: Basis) -> Iterator[Reckoning]:
    """Withdraw the designation of a State."""
    yield basis.priority.plus(months(30), "PCT Rule 90bis.2(a)")


@limit("PCT Rule 90bis.4(a)", at="IB", consequence="It has no effect")
def withdraw_demand(basis: Basis) -> Iterator[Reckoning]:
    """Withdraw the demand or an election."""
    if basis.record.demand_received:
        yield basis.priority.plus(months(30), "PCT Rule 90bis.4(a)")


@limit("PCT Rule 51.1", at="IB", consequence="No review by the designated Offices")
def art25_review(basis: Basis) -> Iterator[Reckoning]:
    """Ask for the file to be sent to designated Offices for review, and pay there (Article 25)."""
    refusals = (
        ("not_an_application_on", "the notification that there is no international application", "PCT Rule 20.4(i)"),
        (
            "considered_withdrawn_on",
            "the notification that the application is considered withdrawn",
            "PCT Rule 29.1(ii)",
        ),
    )
    for name, what, cites in refusals:
        if getattr(basis.record, name):
            yield basis.fact(name, what, cites).plus(months(2), "PCT Rule 51.1")


# Excuse of delay


@limit("PCT Rule 82.1(c)", at="RO", consequence="The delay is not excused")
def mail_delay(basis: Basis) -> Iterator[Arising]:
    """Furnish evidence that the letter was mailed at least five days before the time limit, by registered mail."""
    for delay in basis.record.delays:
        if delay.reason == "mail":
            yield Arising(delays.mail_evidence(delay), office=delay.office)


@limit(
    "PCT Rule 82quater.1(b)",
    at="RO",
    relief="The Office may waive the evidence; then a statement is enough (Rule 82quater.1(d))",
    consequence="Not excused; where the national phase has begun, an Office need not follow it (Rule 82quater.1(c))",
)
def force_majeure(basis: Basis) -> Iterator[Arising]:
    """Furnish evidence of war, strike, calamity, epidemic or general outage, having acted as soon as possible."""
    for delay in basis.record.delays:
        if delay.reason == "force majeure":
            yield Arising(delays.force_majeure_evidence(delay), office=delay.office)


@limit(
    "PCT Rule 82quater.2(a)",
    at="RO",
    relief="Only where the Office has notified that it applies this, and published the outage",
    consequence="The delay is not excused",
    amendment=OUTAGES,
)
def office_outage(basis: Basis) -> Iterator[Arising]:
    """Do the act on the next working day on which the Office's electronic means are available again."""
    for delay in basis.record.delays:
        if delay.reason == "office outage":
            office = delay.office or basis.office("RO")
            yield Arising(delays.outage(delay, basis.calendar_of(office, "RO")), office=office)


# Offices


@limit("PCT Rule 47.1(c)", actor="International Bureau", at="IB", nature="not before", done="communicated_on")
def art20_notice(basis: Basis) -> Iterator[Reckoning]:
    """Notify the applicant which Offices asked for the application to be communicated."""
    yield basis.priority.plus(months(28), "PCT Rule 47.1(c)")


@limit("PCT Rule 44bis.2(a)", actor="International Bureau", at="IB", nature="not before")
def iprp1(basis: Basis) -> Iterator[Reckoning]:
    """Communicate the report on patentability (Chapter I) to the designated Offices."""
    yield basis.priority.plus(months(30), "PCT Rule 44bis.2(a)")


@limit("PCT Rule 44.3(a)", at="ISA", consequence="The Authority need not send them")
def cited_copies(basis: Basis) -> Iterator[Reckoning]:
    """Ask for copies of the documents cited in the search report."""
    if basis.record.isr_transmitted:
        yield basis.filing.plus(Period(years=7), "PCT Rule 44.3(a)")


@limit("PCT Rule 93.1", actor="receiving Office", at="RO", nature="not before")
def retention_RO(basis: Basis) -> Iterator[Reckoning]:  # noqa: N802  (abbreviations of the Treaty)
    """Dispose of the receiving Office's records of the application."""
    if basis.record.filing_date:
        yield basis.filing.plus(Period(years=10), "PCT Rule 93.1")


@limit("PCT Rule 93.2", actor="International Bureau", at="IB", nature="not before")
def retention_IB(basis: Basis) -> Iterator[Reckoning]:  # noqa: N802
    """Dispose of the International Bureau's file; its basic records are kept for ever."""
    if basis.record.record_copy_received:
        copy = basis.fact("record_copy_received", "the receipt of the record copy")
        yield copy.plus(Period(years=30), "PCT Rule 93.2")


@limit("PCT Rule 93.3", actor="searching and examining Authorities", at="ISA", nature="not before")
def retention_ISA(basis: Basis) -> Iterator[Reckoning]:  # noqa: N802
    """Dispose of the Authority's file of the application."""
    if basis.record.filing_date:
        yield basis.filing.plus(Period(years=10), "PCT Rule 93.3")

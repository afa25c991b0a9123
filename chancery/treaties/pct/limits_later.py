"""Time limits up to the national phase: changes, rectification, withdrawals, entry, reinstatement."""

from collections.abc import Iterator

from chancery.treaties.kernel.periods import months
from chancery.treaties.kernel.reckoning import Reckoning, earlier_of
from chancery.treaties.pct.basis import Basis
from chancery.treaties.pct.timing import limit

BY_THE_OFFICE = "The calendar of each designated Office decides where this day is not a working day"


@limit("PCT Rule 91.2", at="IB", consequence="The mistake is not rectified")
def rectification(basis: Basis) -> Iterator[Reckoning]:
    """Ask for the rectification of an obvious mistake."""
    yield basis.priority().plus(months(26), "PCT Rule 91.2")


@limit("PCT Rule 92bis.1(b)", at="IB", consequence="The change is not recorded in the international phase")
def changes(basis: Basis) -> Iterator[Reckoning]:
    """Have a change of applicant, agent or inventor recorded; receipt at the International Bureau counts."""
    yield basis.priority().plus(months(30), "PCT Rule 92bis.1(b)")


@limit(
    "PCT Rule 90bis.1(a)",
    at="IB",
    relief="It may be made on condition that publication is prevented",
    consequence="It has no effect; publication is prevented only if it arrives before technical preparations end",
)
def withdraw_ia(basis: Basis) -> Iterator[Reckoning]:
    """Withdraw the international application. All applicants sign."""
    yield basis.priority().plus(months(30), "PCT Rule 90bis.1(a)")


@limit("PCT Rule 90bis.2(a)", at="IB", consequence="It has no effect")
def withdraw_designation(basis: Basis) -> Iterator[Reckoning]:
    """Withdraw the designation of a State."""
    yield basis.priority().plus(months(30), "PCT Rule 90bis.2(a)")


@limit("PCT Rule 90bis.4(a)", at="IB", consequence="It has no effect")
def withdraw_demand(basis: Basis) -> Iterator[Reckoning]:
    """Withdraw the demand or an election."""
    if basis.record.demand_received:
        yield basis.priority().plus(months(30), "PCT Rule 90bis.4(a)")


@limit("PCT Rule 47.1(c)", actor="International Bureau", at="IB", nature="not before")
def art20_notice(basis: Basis) -> Iterator[Reckoning]:
    """Notify the applicant which Offices asked for the application to be communicated."""
    yield basis.priority().plus(months(28), "PCT Rule 47.1(c)")


@limit("PCT Rule 44bis.2(a)", actor="International Bureau", at="IB", nature="not before")
def iprp1(basis: Basis) -> Iterator[Reckoning]:
    """Communicate the report on patentability (Chapter I) to the designated Offices."""
    yield basis.priority().plus(months(30), "PCT Rule 44bis.2(a)")


@limit(
    "PCT Art. 22(1)",
    at="DO",
    relief="Some Offices allow more time, or entry with a surcharge; reinstatement under Rule 49.6",
    consequence="The effect in that State ceases (Art. 24(1)(iii))",
)
def national_phase(basis: Basis) -> Iterator[Reckoning]:
    """Enter the national or regional phase: copy, translation and national fee, with each designated
    Office.

    Thirty months are what the Treaty assures. Luxembourg (20) and the United Republic of Tanzania (21) keep
    an older limit where no demand was made in 19 months.
    """
    yield basis.priority().plus(months(30), "PCT Art. 22(1)").noting(BY_THE_OFFICE, "PCT Rule 80.5")


@limit(
    "PCT Art. 39(1)(a)",
    at="DO",
    relief="Some Offices allow more time, or entry with a surcharge; reinstatement under Rule 49.6",
    consequence="The effect in that State ceases (Art. 39(2))",
)
def national_phase_II(basis: Basis) -> Iterator[Reckoning]:  # noqa: N802
    """Enter the national or regional phase after a demand, with each elected Office."""
    if basis.record.demand_received:
        yield basis.priority().plus(months(30), "PCT Art. 39(1)(a)").noting(BY_THE_OFFICE, "PCT Rule 80.5")


@limit(
    "PCT Rule 49.6(b)",
    at="DO",
    relief="National law may allow more time",
    consequence="The rights are not reinstated; some Offices do not apply this Rule (Rule 49.6(f))",
)
def reinstatement(basis: Basis) -> Iterator[Reckoning]:
    """Request reinstatement of rights with a designated Office, after a missed time limit of Article 22."""
    entry = basis.priority().plus(months(30), "PCT Art. 22(1)")
    removed = Reckoning.of(None, "the day on which the cause of the delay was removed")
    yield earlier_of(removed, entry.plus(months(12), "PCT Rule 49.6(b)"), "PCT Rule 49.6(b)")


@limit("PCT Art. 30(4)", actor="designated Office", at="DO", nature="not before")
def national_prepublication(basis: Basis) -> Iterator[Reckoning]:
    """Publish the application nationally, where international publication has not come before."""
    yield basis.priority().plus(months(20), "PCT Art. 30(4)")

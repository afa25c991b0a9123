"""Time limits of Chapter II: demand, fees, written opinion, report."""

from collections.abc import Iterator

from chancery.treaties.kernel.periods import days, months
from chancery.treaties.kernel.reckoning import Reckoning, later_of
from chancery.treaties.kernel.timing import Arising
from chancery.treaties.pct.basis import Basis
from chancery.treaties.pct.force import EXAMINED_AT_ONCE
from chancery.treaties.pct.national import NINETEEN
from chancery.treaties.pct.national_terms import designated_offices
from chancery.treaties.pct.timing import limit

NOT_SUBMITTED = "The demand is considered not to have been submitted"


@limit("PCT Rule 54bis.1(a)", at="IPEA", consequence=NOT_SUBMITTED, done="demand_received")
def demand(basis: Basis) -> Iterator[Reckoning]:
    """Demand international preliminary examination (Chapter II)."""
    yield _demand(basis)


def _demand(basis: Basis) -> Reckoning:
    what = "a declaration in its place" if basis.record.no_search_declared else "the written opinion"
    report = basis.fact("isr_transmitted", f"the transmittal of the search report and {what}")
    three = report.plus(months(3), "PCT Rule 54bis.1(a)(i)")
    return later_of(three, basis.priority.plus(months(22), "PCT Rule 54bis.1(a)(ii)"), "PCT Rule 54bis.1(a)")


@limit(
    NINETEEN,
    at="IPEA",
    consequence="Luxembourg after 20 months and the United Republic of Tanzania after 21 are to be entered directly",
    done="demand_received",
)
def demand_19m(basis: Basis) -> Iterator[Reckoning]:
    """Demand examination to keep the longer limit where the older Article 22(1) applies, even if the report is late."""
    asked = basis.record.offices
    if not asked or any(code in designated_offices() and designated_offices()[code].old_article_22 for code in asked):
        yield basis.priority.plus(months(19), NINETEEN)


@limit("PCT Rule 60.1(a)", at="IPEA", relief="The Authority may extend it before it decides", consequence=NOT_SUBMITTED)
def demand_defects(basis: Basis) -> Iterator[Reckoning]:
    """Correct the demand, within the time that the Authority fixed."""
    for invitation in basis.invitations("PCT/IPEA/404"):
        yield basis.fixed(invitation, "PCT Rule 60.1(a)", least=months(1), most=None)


@limit(
    "PCT Rule 59.3(c)(ii)",
    at="IB",
    consequence=NOT_SUBMITTED,
)
def ipea_choice(basis: Basis) -> Iterator[Reckoning]:
    """Name a competent examining Authority, after a demand made with an Office that is not."""
    for invitation in basis.invitations("PCT Rule 59.3(c)(ii)"):
        fifteen = basis.after(invitation, days(15), "PCT Rule 59.3(c)(ii)")
        yield later_of(_demand(basis), fifteen, "PCT Rule 59.3(c)(ii)")


@limit(
    "PCT Rule 57.3(a)",
    at="IPEA",
    relief="After an invitation one month more, with a late payment fee (Rule 58bis.1)",
    in_time_until="the invitation is sent (Rule 58bis.1(c))",
    consequence="Invitation with a late payment fee; failing that, the demand is considered not to have been submitted",
)
def ipe_fees(basis: Basis) -> Iterator[Reckoning]:
    """Pay the handling fee and the preliminary examination fee.

    Where the demand was passed on, from its receipt by the competent Authority; where examination is to start with
    the search, one month from the invitation.
    """
    at_once = [basis.after(one, months(1), "PCT Rule 57.3(c)") for one in basis.invitations("PCT Rule 69.1(b)")]
    if at_once:
        yield from at_once
    elif basis.record.demand_received:
        passed = basis.record.demand_passed_on
        start = (
            basis.fact("demand_passed_on", "the receipt of the demand by the competent Authority", "PCT Rule 57.3(b)")
            if passed
            else basis.fact("demand_received", "the date of the demand")
        )
        one = start.plus(months(1), "PCT Rule 57.3(a)")
        yield later_of(one, basis.priority.plus(months(22), "PCT Rule 57.3(a)"), "PCT Rule 57.3(a)")


@limit(
    "PCT Rule 58bis.1(a)",
    at="IPEA",
    in_time_until="the Authority acts on the time limit's expiry (Rule 58bis.1(d))",
    consequence=NOT_SUBMITTED,
)
def ipe_fees_late(basis: Basis) -> Iterator[Reckoning]:
    """Pay what is missing of the fees for examination, with the late payment fee."""
    for invitation in basis.invitations("PCT/IPEA/440"):
        yield basis.after(invitation, months(1), "PCT Rule 58bis.1(a)")


@limit(
    "PCT Rule 69.1(a)",
    actor="examining Authority",
    at="IPEA",
    nature="not before",
    done="examination_started",
)
def examination_start(basis: Basis) -> Iterator[Reckoning]:
    """Start the international preliminary examination.

    For demands since 1 July 2019 on receipt of demand, fees and report, unless the applicant asks to wait; for
    earlier ones after the time limit for the demand.
    """
    if not basis.record.demand_received:
        return
    if EXAMINED_AT_ONCE.applies(basis.record.demand_received):
        received = basis.fact("demand_received", "the date of the demand")
        report = basis.fact("isr_transmitted", "the transmittal of the search report")
        yield later_of(received, report, "PCT Rule 69.1(a)")
    else:
        yield _demand(basis).noting("The demand came before 1 July 2019: the Authority waits", "PCT Rule 69.1(a)")


@limit(
    "PCT Rule 66.2(d)",
    at="IPEA",
    relief="Extended on request before it expires (Rule 66.2(e))",
    consequence="The report may be established without the reply",
)
def wo_reply(basis: Basis) -> Iterator[Arising]:
    """Reply to the written opinion of the examining Authority: normally within two months."""
    for invitation in basis.invitations("PCT/IPEA/408"):
        latest = basis.after(invitation, months(3), "PCT Rule 66.2(d)").rolled(basis.calendar("IPEA"))
        yield Arising(basis.extended(invitation, months(2), "PCT Rule 66.2(d)"), late=latest)


@limit("PCT Rule 66.7(b)", at="IPEA", consequence="The report may be established as if no priority were claimed")
def prio_transl_ipea(basis: Basis) -> Iterator[Reckoning]:
    """Furnish a translation of the priority document to the examining Authority."""
    for invitation in basis.invitations("PCT Rule 66.7(b)"):
        yield basis.extended(invitation, months(2), "PCT Rule 66.7(b)")


@limit("PCT Rule 68.2", at="IPEA", consequence="Only the main invention is examined")
def unity_ipea(basis: Basis) -> Iterator[Reckoning]:
    """Restrict the claims or pay additional fees, where appropriate under protest."""
    for invitation in basis.invitations("PCT/IPEA/405"):
        yield basis.after(invitation, months(1), "PCT Rule 68.2")


@limit("PCT Rule 69.2", actor="examining Authority", at="IPEA", nature="target", done="iper_established")
def iper(basis: Basis) -> Iterator[Reckoning]:
    """Establish the international preliminary examination report: the last of three days counts."""
    record = basis.record
    if not (record.demand_received or record.examination_started):
        return
    start = basis.fact("examination_started", "the start of the examination").plus(months(6), "PCT Rule 69.2(ii)")
    found = later_of(basis.priority.plus(months(28), "PCT Rule 69.2(i)"), start, "PCT Rule 69.2")
    if record.translation_for_examination_received:
        translation = basis.fact(
            "translation_for_examination_received", "the receipt of the translation for examination"
        )
        found = later_of(found, translation.plus(months(6), "PCT Rule 69.2(iii)"), "PCT Rule 69.2")
    yield found

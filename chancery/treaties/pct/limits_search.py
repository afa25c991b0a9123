"""Time limits of search, publication and examination: the searching Authority, the Bureau, Chapter II."""

from collections.abc import Iterator

from chancery.treaties.kernel.periods import months
from chancery.treaties.kernel.reckoning import Reckoning, later_of
from chancery.treaties.pct.basis import Basis
from chancery.treaties.pct.publication import publication
from chancery.treaties.pct.timing import limit


@limit("PCT Rule 42.1", actor="searching Authority", at="ISA", nature="target")
def isr(basis: Basis) -> Iterator[Reckoning]:
    """Establish the international search report and the written opinion."""
    copy = basis.fact("search_copy_received", "the receipt of the search copy by the Authority")
    yield later_of(
        copy.plus(months(3), "PCT Rule 42.1"), basis.priority().plus(months(9), "PCT Rule 42.1"), "PCT Rule 42.1"
    )


@limit("PCT Rule 40.1(ii)", at="ISA", consequence="Only the main invention is searched")
def unity_isa(basis: Basis) -> Iterator[Reckoning]:
    """Pay additional search fees, where appropriate under protest."""
    for invitation in basis.invitations("PCT/ISA/206"):
        yield basis.after(invitation, months(1), "PCT Rule 40.1(ii)")


@limit(
    "PCT Rule 46.1",
    at="IB",
    in_time_until="the technical preparations for publication are completed",
    consequence="The amendment is not accepted",
)
def art19(basis: Basis) -> Iterator[Reckoning]:
    """Amend the claims, once (Article 19)."""
    report = basis.fact("isr_transmitted", "the transmittal of the international search report")
    yield later_of(
        report.plus(months(2), "PCT Rule 46.1"), basis.priority().plus(months(16), "PCT Rule 46.1"), "PCT Rule 46.1"
    )


@limit("PCT Rule 45bis.1(a)", at="IB", consequence="The request is considered not to have been submitted")
def sis_request(basis: Basis) -> Iterator[Reckoning]:
    """Request a supplementary international search."""
    yield basis.priority().plus(months(22), "PCT Rule 45bis.1(a)")


@limit("PCT Art. 21(2)(a)", actor="International Bureau", at="IB", nature="not before")
def publication_not_before(basis: Basis) -> Iterator[Reckoning]:
    """Publish the international application."""
    yield publication(basis.record, calendars=basis.calendars, as_of=basis.as_of).earliest


@limit(
    "PCT RO Guidelines 337",
    actor="International Bureau",
    at="IB",
    nature="target",
    confidence="practice",
    consequence="Withdrawals, amendments and changes that arrive later do not reach the publication",
)
def tech_preparations(basis: Basis) -> Iterator[Reckoning]:
    """Complete the technical preparations for publication."""
    yield publication(basis.record, calendars=basis.calendars, as_of=basis.as_of).preparations


@limit("PCT Rule 54bis.1(a)", at="IPEA", consequence="The demand is considered not to have been submitted")
def demand(basis: Basis) -> Iterator[Reckoning]:
    """Demand international preliminary examination (Chapter II)."""
    report = basis.fact("isr_transmitted", "the transmittal of the search report and the written opinion")
    three = report.plus(months(3), "PCT Rule 54bis.1(a)(i)")
    yield later_of(three, basis.priority().plus(months(22), "PCT Rule 54bis.1(a)(ii)"), "PCT Rule 54bis.1(a)")


@limit(
    "PCT Rule 57.3(a)",
    at="IPEA",
    relief="After an invitation one month more, with a surcharge (Rule 58bis.1)",
    consequence="The demand is considered not to have been submitted",
)
def ipe_fees(basis: Basis) -> Iterator[Reckoning]:
    """Pay the handling fee and the preliminary examination fee."""
    if basis.record.demand_received:
        one = basis.fact("demand_received", "the date of the demand").plus(months(1), "PCT Rule 57.3(a)")
        yield later_of(one, basis.priority().plus(months(22), "PCT Rule 57.3(a)"), "PCT Rule 57.3(a)")


@limit("PCT Rule 69.2", actor="examining Authority", at="IPEA", nature="target")
def iper(basis: Basis) -> Iterator[Reckoning]:
    """Establish the international preliminary examination report."""
    if basis.record.demand_received or basis.record.examination_started:
        start = basis.fact("examination_started", "the start of the examination").plus(months(6), "PCT Rule 69.2(ii)")
        yield later_of(basis.priority().plus(months(28), "PCT Rule 69.2(i)"), start, "PCT Rule 69.2")


@limit("PCT AI 801", actor="anyone", at="IB", consequence="The observation is not accepted")
def tpo(basis: Basis) -> Iterator[Reckoning]:
    """Submit a third-party observation on novelty or inventive step, from publication on."""
    yield basis.priority().plus(months(28), "PCT AI 801")


@limit("PCT AI 804", at="IB", consequence="The comment is not passed on")
def tpo_reply(basis: Basis) -> Iterator[Reckoning]:
    """Comment on a third-party observation."""
    yield basis.priority().plus(months(30), "PCT AI 804")

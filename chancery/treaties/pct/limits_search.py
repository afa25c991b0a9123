"""Time limits of search and publication: the searching Authority, supplementary search, the Bureau."""

from collections.abc import Iterator

from chancery.treaties.kernel.periods import days, months
from chancery.treaties.kernel.reckoning import Reckoning, earlier_of, later_of
from chancery.treaties.kernel.timing import Arising
from chancery.treaties.pct.basis import Basis
from chancery.treaties.pct.force import OBSERVATIONS, SEARCHED_AGAIN
from chancery.treaties.pct.timing import limit

REPORT = "the transmittal of the international search report"


@limit("PCT Rule 42.1", actor="searching Authority", at="ISA", nature="target", done="isr_transmitted")
def isr(basis: Basis) -> Iterator[Reckoning]:
    """Establish the international search report and the written opinion."""
    copy = basis.fact("search_copy_received", "the receipt of the search copy by the Authority")
    yield later_of(
        copy.plus(months(3), "PCT Rule 42.1"), basis.priority.plus(months(9), "PCT Rule 42.1"), "PCT Rule 42.1"
    )


@limit("PCT Rule 40.1(ii)", at="ISA", consequence="Only the main invention is searched")
def unity_isa(basis: Basis) -> Iterator[Reckoning]:
    """Pay additional search fees, where appropriate under protest."""
    for invitation in basis.invitations("PCT/ISA/206"):
        yield basis.after(invitation, months(1), "PCT Rule 40.1(ii)")


@limit("PCT Rule 40bis.1", at="ISA", consequence="The late part is not searched")
def missing_part_isa(basis: Basis) -> Iterator[Reckoning]:
    """Pay the additional fee for searching a part that came after the search had begun."""
    for invitation in basis.invitations("PCT Rule 40bis.1"):
        yield basis.after(invitation, months(1), "PCT Rule 40bis.1")


@limit("PCT Rule 38.3", at="ISA", consequence="The abstract stays as the Authority established it")
def abstract_comments(basis: Basis) -> Iterator[Reckoning]:
    """Propose changes to the abstract, or comment on it."""
    if basis.record.isr_transmitted:
        yield basis.fact("isr_transmitted", REPORT).plus(months(1), "PCT Rule 38.3")


@limit(
    "PCT Rule 13ter.1(a)",
    at="ISA",
    relief="The Authority may ask for a late furnishing fee (Rule 13ter.1(c))",
    consequence="The search is carried out only as far as it makes sense without the listing (Rule 13ter.1(d))",
)
def sequence_isa(basis: Basis) -> Iterator[Reckoning]:
    """Furnish a sequence listing in XML (WIPO ST.26) to the searching Authority, within the time it fixed."""
    for invitation in basis.invitations("PCT/ISA/225"):
        yield basis.fixed(invitation, "PCT Rule 13ter.1(a)", least=None, most=None)


@limit(
    "PCT Rule 46.1",
    at="IB",
    in_time_until="the technical preparations for publication are completed",
    consequence="The amendment is not accepted",
    done="article_19_received",
)
def art19(basis: Basis) -> Iterator[Arising]:
    """Amend the claims, once (Article 19).

    Not where a declaration under Article 17(2)(a) came in place of the search report.
    """
    if basis.record.no_search_declared:
        return
    two = basis.fact("isr_transmitted", REPORT).plus(months(2), "PCT Rule 46.1")
    counted = later_of(two, basis.priority.plus(months(16), "PCT Rule 46.1"), "PCT Rule 46.1")
    yield Arising(counted, late=basis.publication.preparations)


@limit(
    "PCT Rule 45bis.1(a)",
    at="IB",
    consequence="The request is considered not to have been submitted",
    amendment=SEARCHED_AGAIN,
    done="sis_requested",
)
def sis_request(basis: Basis) -> Iterator[Reckoning]:
    """Request a supplementary international search."""
    yield basis.priority.plus(months(22), "PCT Rule 45bis.1(a)")


@limit(
    "PCT Rule 45bis.3(c)",
    at="IB",
    relief="After an invitation one month more, with half of the handling fee as late payment fee (Rule 45bis.4(b))",
    consequence="The request is considered not to have been submitted (Rule 45bis.4(d))",
    amendment=SEARCHED_AGAIN,
)
def sis_fees(basis: Basis) -> Iterator[Arising]:
    """Pay the supplementary search handling fee and the supplementary search fee."""
    if not basis.record.sis_requested:
        return
    invited = [basis.after(one, months(1), "PCT Rule 45bis.4(b)") for one in basis.invitations("PCT Rule 45bis.4(b)")]
    late = invited[0].rolled(basis.calendar("IB")) if invited else None
    asked = basis.fact("sis_requested", "the receipt of the request for supplementary search")
    yield Arising(asked.plus(months(1), "PCT Rule 45bis.3(c)"), late=late)


@limit("PCT Rule 45bis.4(a)", at="IB", consequence="The request is considered not to have been submitted")
def sis_defects(basis: Basis) -> Iterator[Reckoning]:
    """Correct the request for supplementary search."""
    for invitation in basis.invitations("PCT Rule 45bis.4(a)"):
        yield basis.after(invitation, months(1), "PCT Rule 45bis.4(a)")


@limit("PCT Rule 45bis.4(e)", actor="International Bureau", at="SISA", nature="not before")
def sis_transmit(basis: Basis) -> Iterator[Reckoning]:
    """Transmit the file to the Authority for supplementary search: after the search report, or after 17 months."""
    if basis.record.sis_requested:
        seventeen = basis.priority.plus(months(17), "PCT Rule 45bis.4(e)")
        report = basis.record.isr_transmitted
        yield (
            earlier_of(basis.fact("isr_transmitted", REPORT), seventeen, "PCT Rule 45bis.4(e)") if report else seventeen
        )


@limit(
    "PCT Rule 45bis.7(a)",
    actor="Authority for supplementary search",
    at="SISA",
    nature="target",
    done="sis_report_sent",
)
def sis_report(basis: Basis) -> Iterator[Reckoning]:
    """Establish the supplementary search report."""
    if basis.record.sis_requested:
        yield basis.priority.plus(months(28), "PCT Rule 45bis.7(a)")


@limit("PCT Rule 45bis.6(c)", at="SISA", consequence="The opinion on unity of invention stands")
def sis_unity_review(basis: Basis) -> Iterator[Reckoning]:
    """Ask for a review of the opinion on unity of invention, with a review fee."""
    for invitation in basis.invitations("PCT Rule 45bis.6(a)"):
        yield basis.after(invitation, months(1), "PCT Rule 45bis.6(c)")


@limit(
    "PCT Rule 90bis.3bis(a)",
    at="SISA",
    relief="It may be addressed to the International Bureau or to the Authority",
    consequence="It has no effect",
    moves=False,
)
def withdraw_sis(basis: Basis) -> Iterator[Reckoning]:
    """Withdraw the request for supplementary search, before its report is transmitted."""
    if basis.record.sis_requested:
        sent = basis.fact("sis_report_sent", "the transmittal of the supplementary search report")
        yield sent.minus(days(1), "PCT Rule 90bis.3bis(a)")


@limit("PCT Art. 21(2)(a)", actor="International Bureau", at="IB", nature="not before")
def publication_not_before(basis: Basis) -> Iterator[Reckoning]:
    """Publish the international application."""
    yield basis.publication.earliest


@limit(
    "PCT Art. 21(2)(a)",
    actor="International Bureau",
    at="IB",
    nature="target",
    relief="Earlier on request (Rule 48.4), with a fee where the search report is not there",
    done="published_on",
)
def publication(basis: Basis) -> Iterator[Arising]:
    """Publish promptly after eighteen months: the day that is to be expected."""
    day = basis.publication.day
    yield Arising(day, confidence=day.confidence)


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
    yield basis.publication.preparations


@limit("PCT AI 801", actor="anyone", at="IB", consequence="The observation is not accepted", amendment=OBSERVATIONS)
def tpo(basis: Basis) -> Iterator[Reckoning]:
    """Submit a third-party observation on novelty or inventive step, from publication on."""
    yield basis.priority.plus(months(28), "PCT AI 801")


@limit("PCT AI 804", at="IB", consequence="The comment is not passed on", amendment=OBSERVATIONS)
def tpo_reply(basis: Basis) -> Iterator[Reckoning]:
    """Comment on a third-party observation."""
    yield basis.priority.plus(months(30), "PCT AI 804")

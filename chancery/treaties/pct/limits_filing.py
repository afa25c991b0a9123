"""Time limits of the receiving Office's part: filing, defects, fees, translations."""

from collections.abc import Iterator

from chancery.treaties.kernel.periods import days, months
from chancery.treaties.kernel.reckoning import Reckoning, later_of
from chancery.treaties.kernel.timing import Arising
from chancery.treaties.pct.basis import Basis
from chancery.treaties.pct.force import ERRONEOUS_PARTS, PARENT_INDICATIONS
from chancery.treaties.pct.offices import PUBLICATION_LANGUAGES
from chancery.treaties.pct.timing import limit

AN_INVITATION = "the declaration that the application is considered withdrawn"
PREPARATIONS = "the technical preparations for publication are completed"


@limit(
    "PCT Rule 15.3",
    at="RO",
    in_time_until="the invitation PCT/RO/133 is sent (Rule 16bis.1(d))",
    relief="After the invitation one month more, with a late payment fee",
    consequence="Invitation with a late payment fee; failing that, considered withdrawn (Art. 14(3))",
)
def fees_RO(basis: Basis) -> Iterator[Reckoning]:  # noqa: N802  (RO is an abbreviation of the Treaty)
    """Pay the transmittal fee, the international filing fee and the search fee."""
    if basis.record.fees_received_on:
        start = basis.fact("fees_received_on", "the actual receipt at the International Bureau", "PCT Rule 19.4(c)")
    else:
        start = basis.receipt
    yield start.plus(months(1), "PCT Rule 15.3")


@limit(
    "PCT Rule 16bis.1(a)",
    at="RO",
    in_time_until=AN_INVITATION,
    consequence="The application is considered withdrawn (Art. 14(3))",
)
def fees_late(basis: Basis) -> Iterator[Reckoning]:
    """Pay what is missing, with the late payment fee."""
    for invitation in basis.invitations("PCT/RO/133"):
        yield basis.after(invitation, months(1), "PCT Rule 16bis.1(a)")


@limit(
    "PCT Rule 20.7(a)",
    at="RO",
    in_time_until="the notification that there is no international application (elements only, Rule 20.7(b))",
    consequence="It is not treated as an international application (Rule 20.4)",
)
def art11_correction(basis: Basis) -> Iterator[Reckoning]:
    """Correct what stands against the filing date, or confirm that it is incorporated by reference."""
    if basis.record.filing_date:
        return
    invited = [basis.after(one, months(2), "PCT Rule 20.7(a)(i)") for one in basis.invitations("PCT/RO/103")]
    yield from invited or [basis.receipt.plus(months(2), "PCT Rule 20.7(a)(ii)")]


@limit("PCT Rule 20.7(a)", at="RO", consequence="The missing part is disregarded")
def missing_part(basis: Basis) -> Iterator[Reckoning]:
    """Furnish a missing part, or confirm that it is incorporated by reference.

    Only an incorporation keeps the filing date; otherwise the date moves to the day on which the part
    arrives.
    """
    yield from _two_months(basis)


@limit(
    "PCT Rule 20.7(a)",
    at="RO",
    consequence="The correct element or part is disregarded; what was filed stays",
    amendment=ERRONEOUS_PARTS,
)
def erroneous_part(basis: Basis) -> Iterator[Reckoning]:
    """Replace an element or part filed in error, or confirm that the correct one is incorporated by reference."""
    yield from _two_months(basis)


def _two_months(basis: Basis) -> Iterator[Reckoning]:
    """Two months from the invitation about parts, or, without one, from the first receipt."""
    invited = [basis.after(one, months(2), "PCT Rule 20.7(a)(i)") for one in basis.invitations("PCT/RO/107")]
    yield from invited or [basis.receipt.plus(months(2), "PCT Rule 20.7(a)(ii)")]


@limit("PCT Rule 20.5(e)", at="RO", consequence="The corrected filing date stands")
def disregard_part(basis: Basis) -> Iterator[Reckoning]:
    """Ask that the late part be disregarded, to keep the first filing date."""
    for invitation in basis.invitations("PCT/RO/126"):
        yield basis.after(invitation, months(1), "PCT Rule 20.5(e)")


@limit(
    "PCT Rule 26.2",
    at="RO",
    relief="The receiving Office may extend it at any time before it decides",
    in_time_until="the receiving Office decides",
    consequence="Considered withdrawn (Art. 14(1)(b)), but never for defects of Rule 11 if good enough to publish",
)
def art14_defects(basis: Basis) -> Iterator[Reckoning]:
    """Correct the defects of form."""
    for invitation in basis.invitations("PCT/RO/106"):
        yield basis.extended(invitation, months(2), "PCT Rule 26.2")


@limit("PCT Rule 30.1", actor="receiving Office", at="RO", nature="target", consequence="The filing date stands")
def art14_4(basis: Basis) -> Iterator[Reckoning]:
    """Find, after according a filing date, that the requirements for it were not met."""
    yield basis.filing.plus(months(4), "PCT Rule 30.1")


@limit("PCT Rule 29.4", at="RO", consequence="The application is considered withdrawn (Art. 14(4))")
def art14_4_arguments(basis: Basis) -> Iterator[Reckoning]:
    """Submit arguments against the finding that no filing date should have been accorded."""
    for invitation in basis.invitations("PCT/RO/115"):
        yield basis.after(invitation, months(2), "PCT Rule 29.4")


@limit(
    "PCT Rule 12.3(a)",
    at="RO",
    relief="After an invitation, one month from it or two from receipt, whichever is later, with a late fee",
    in_time_until="the declaration, and before 15 months from the priority date (Rule 12.3(d))",
    consequence="The application is considered withdrawn",
)
def transl_search(basis: Basis) -> Iterator[Arising]:
    """Furnish a translation for the search, where the searching Authority does not accept the language.

    Whether it is needed is not in our data: the time limit is shown once the Office has invited.
    """
    for invitation in basis.invitations("PCT/RO/150"):
        invited = basis.after(invitation, months(1), "PCT Rule 12.3(c)(ii)")
        receipt = basis.receipt.plus(months(2), "PCT Rule 12.3(c)(ii)")
        latest = basis.priority.plus(months(15), "PCT Rule 12.3(d)").rolled(basis.calendar("RO"))
        yield Arising(later_of(invited, receipt, "PCT Rule 12.3(c)(ii)"), late=latest)


@limit(
    "PCT Rule 12.4(a)",
    at="RO",
    relief="After an invitation, 16 months from the priority date, with a late fee",
    in_time_until="the declaration, and before 17 months from the priority date (Rule 12.4(d))",
    consequence="The application is considered withdrawn",
)
def transl_publication(basis: Basis) -> Iterator[Arising]:
    """Furnish a translation into a language of publication.

    After an invitation the time limit is sixteen months from the priority date, with a late furnishing fee.
    """
    invited = any(basis.invitations("PCT Rule 12.4(c)"))
    if invited or (basis.record.language and basis.record.language not in PUBLICATION_LANGUAGES):
        latest = basis.priority.plus(months(17), "PCT Rule 12.4(d)").rolled(basis.calendar("RO"))
        due = (months(16), "PCT Rule 12.4(c)") if invited else (months(14), "PCT Rule 12.4(a)")
        yield Arising(basis.priority.plus(*due), late=latest)


@limit(
    "PCT Rule 22.1(a)",
    actor="receiving Office",
    at="IB",
    nature="target",
    relief="The Bureau reminds the Office; after fourteen months the applicant may ask it for a certified copy",
    consequence="If none arrives within three months of the Bureau's notice, considered withdrawn (Art. 12(3))",
    done="record_copy_received",
)
def record_copy(basis: Basis) -> Iterator[Reckoning]:
    """Have the record copy reach the International Bureau."""
    yield basis.priority.plus(months(13), "PCT Rule 22.1(a)")


@limit(
    "PCT Rule 22.1(g)",
    actor="International Bureau",
    at="IB",
    nature="not before",
    confidence="unverified",
    done="record_copy_received",
)
def record_copy_notice(basis: Basis) -> Iterator[Reckoning]:
    """Tell the applicant and the receiving Office that the record copy has not come."""
    if not basis.record.record_copy_received:
        yield basis.priority.plus(months(14), "PCT Rule 22.1(g)")


@limit(
    "PCT Rule 22.3",
    actor="receiving Office",
    at="IB",
    relief="The applicant may ask the receiving Office for a certified copy, and send that (Rule 22.1(e), (f))",
    consequence="The application is considered withdrawn (Art. 12(3))",
    done="record_copy_received",
)
def record_copy_last(basis: Basis) -> Iterator[Reckoning]:
    """Have the record copy reach the International Bureau, after its notice that it has not come."""
    for notice in basis.invitations("PCT Rule 22.1(g)"):
        yield basis.after(notice, months(3), "PCT Rule 22.3")


@limit("PCT Rule 23.1", actor="receiving Office", at="ISA", nature="target", done="search_copy_received")
def search_copy(basis: Basis) -> Iterator[Reckoning]:
    """Transmit the search copy to the searching Authority, at the latest on the day of the record copy.

    Not while the search fee is unpaid or a translation for the search is missing.
    """
    yield basis.priority.plus(months(13), "PCT Rule 22.1(a)").noting("On the day of the record copy", "PCT Rule 23.1")


@limit(
    "PCT Rule 26ter.1", at="IB", in_time_until=PREPARATIONS, consequence="It is not treated in the international phase"
)
def declarations(basis: Basis) -> Iterator[Arising]:
    """Add or correct a declaration under Rule 4.17."""
    yield _until_preparations(basis, "PCT Rule 26ter.1")


@limit(
    "PCT Rule 26quater.1",
    at="IB",
    in_time_until=PREPARATIONS,
    consequence="It is not treated in the international phase",
    amendment=PARENT_INDICATIONS,
)
def parent_indications(basis: Basis) -> Iterator[Arising]:
    """Add or correct the indications on a parent application or grant (Rule 4.11)."""
    yield _until_preparations(basis, "PCT Rule 26quater.1")


@limit("PCT Rule 13bis.4(a)", at="IB", in_time_until=PREPARATIONS, consequence="A designated Office may disregard it")
def bio_indications(basis: Basis) -> Iterator[Arising]:
    """Furnish indications on deposited biological material."""
    yield _until_preparations(basis, "PCT Rule 13bis.4(a)")


def _until_preparations(basis: Basis, cites: str) -> Arising:
    """Sixteen months from the priority date; what comes before technical preparations end is still in time."""
    return Arising(basis.priority.plus(months(16), cites), late=basis.publication.preparations)


@limit("PCT Rule 7.2", at="RO", relief="The Office fixes it", consequence="The drawings are not taken into account")
def drawings(basis: Basis) -> Iterator[Reckoning]:
    """File drawings that are not necessary but possible (Article 7(2)(ii)), on an Office's invitation."""
    for invitation in basis.invitations("PCT Rule 7.2"):
        yield basis.fixed(invitation, "PCT Rule 7.2", least=months(2), most=None)


@limit("PCT Rule 92.4(d)", at="RO", consequence="The paper may be considered not to have been received (Rule 92.4(g))")
def fax_original(basis: Basis) -> Iterator[Reckoning]:
    """Furnish the original of a paper sent by fax, where the Office asks for it."""
    for sent in basis.record.faxed_on:
        yield Reckoning.of(sent, "the transmittal by fax", "PCT Rule 92.4(d)").plus(days(14), "PCT Rule 92.4(d)")


@limit("PCT Rule 92.1(b)", at="RO", consequence="The paper is disregarded")
def missing_letter(basis: Basis) -> Iterator[Reckoning]:
    """Furnish the letter or the signature that was missing with a paper."""
    for invitation in basis.invitations("PCT Rule 92.1(b)"):
        yield basis.fixed(invitation, "PCT Rule 92.1(b)", least=days(10), most=months(1))

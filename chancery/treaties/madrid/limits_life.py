"""Time limits in the life of a registration: subsequent designation, changes, renewal (Rules 20bis to 31)."""

from collections.abc import Iterator

from chancery.treaties.kernel.periods import months
from chancery.treaties.kernel.reckoning import Reckoning
from chancery.treaties.kernel.timing import Arising, limit
from chancery.treaties.madrid.basis import Basis
from chancery.treaties.madrid.limits_application import CONTINUED
from chancery.treaties.madrid.record import Defect

NOT_RECORDED = "The request is considered abandoned; fees are paid back, less half"
NO_EFFECT = {
    "ownership": "Madrid Rule 27(4)(c)",
    "limitation": "Madrid Rule 27(5)",
    "licence": "Madrid Rule 20bis(5)",
}
CHANGES: tuple[Defect, ...] = ("20bis(2)", "26(2)", "27bis(3)")


@limit("Madrid Rule 24(6)", actor="Office", consequence="The designation bears the day of receipt in Geneva")
def subsequent_presentation(basis: Basis) -> Iterator[Reckoning]:
    """Send a subsequent designation that was filed with an Office to the International Bureau."""
    if basis.record.subsequent_received_by_office_on:
        received = basis.fact("subsequent_received_by_office_on", "received by the Office")
        yield received.plus(months(2), "Madrid Rule 24(6)")


@limit(
    "Madrid Rule 24(5)(b)",
    actor="holder",
    relief=CONTINUED,
    consequence="The designation is considered abandoned; fees are paid back, less half of the basic fee",
)
def subsequent_irregularity(basis: Basis) -> Iterator[Arising]:
    """Remedy an irregularity of a subsequent designation."""
    return _three_months(basis, ("24(5)",))


@limit("Madrid Rule 26(2)", actor="holder", relief=CONTINUED, consequence=NOT_RECORDED)
def change_irregularity(basis: Basis) -> Iterator[Arising]:
    """Remedy an irregularity of a request to record a change, a licence or a division."""
    return _three_months(basis, CHANGES)


def _three_months(basis: Basis, rules: tuple[Defect, ...]) -> Iterator[Arising]:
    for notice in basis.notices(*rules):
        cites = f"Madrid Rule {notice.rule}"
        told = Reckoning.of(notice.notified_on, "the notice of the International Bureau", cites)
        yield Arising(told.plus(months(3), cites), cites=cites, done_on=notice.remedied_on)


@limit("Madrid Rule 27(4)", actor="Office of the designated party", consequence="The change has effect there")
def no_effect(basis: Basis) -> Iterator[Arising]:
    """Declare that a change that was recorded has no effect in the party."""
    for change in basis.record.changes:
        if change.kind == "correction":
            continue
        cites = NO_EFFECT[change.kind]
        told = Reckoning.of(change.notified_on, "the day on which the International Bureau sent its notification")
        yield Arising(told.plus(months(18), cites), cites=cites)


@limit("Madrid Rule 28", actor="Office", consequence="An error of an Office is no longer corrected")
def correction(basis: Basis) -> Iterator[Reckoning]:
    """Ask for the correction of an error that an Office made, after the publication of what is wrong."""
    if basis.record.published_on:
        yield basis.fact("published_on", "the publication in the Gazette").plus(months(9), "Madrid Rule 28")


@limit("Madrid Rule 39(1)", actor="holder", relief=CONTINUED, consequence="The registration has no effect there")
def continuation(basis: Basis) -> Iterator[Reckoning]:
    """Ask that the registration go on in a successor State."""
    if basis.record.succession_notified_on:
        told = basis.fact("succession_notified_on", "the notice of the International Bureau")
        yield told.plus(months(6), "Madrid Rule 39(1)")


@limit("Madrid Art. 7(3)", actor="International Bureau", nature="target", moves=False)
def renewal_notice(basis: Basis) -> Iterator[Reckoning]:
    """Remind the holder of the end of the term."""
    yield basis.term.minus(months(6), "Madrid Art. 7(3)")


@limit(
    "Madrid Art. 7(1)",
    actor="holder",
    relief="Six months more, with a surcharge of half of the basic fee (Art. 7(4))",
    consequence="The registration lapses on the due date",
)
def renewal(basis: Basis) -> Iterator[Arising]:
    """Pay the fees for renewal."""
    grace = basis.term.plus(months(6), "Madrid Art. 7(4)").rolled(basis.calendar("IB"), interruptions=False)
    yield Arising(basis.term, late=grace)


@limit(
    "Madrid Rule 30(3)(c)",
    actor="holder",
    consequence="The registration is not renewed; what was paid is returned",
)
def renewal_rest(basis: Basis) -> Iterator[Reckoning]:
    """Pay the rest of a renewal of which seventy per cent were paid."""
    if basis.record.renewal_shortfall_told_on:
        told = basis.fact("renewal_shortfall_told_on", "the notice of the amount that is missing")
        yield told.plus(months(3), "Madrid Rule 30(3)(c)")

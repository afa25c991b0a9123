"""Time limits until registration: Article 3(4), Rules 6, 11 to 13, and what later requests share with them."""

from collections.abc import Iterator

from chancery.treaties.kernel.periods import Period, months
from chancery.treaties.kernel.reckoning import Reckoning
from chancery.treaties.kernel.timing import Arising, limit
from chancery.treaties.madrid.basis import Basis
from chancery.treaties.madrid.record import Defect

CONTINUED = "Continued processing may be asked for within two months (Rule 5bis)"
ABANDONED = "The application is considered abandoned; fees are paid back, less half of the basic fee (Rule 11(5))"


@limit("Madrid Art. 4(2)", actor="applicant", consequence="The claim to priority is not recorded")
def priority(basis: Basis) -> Iterator[Arising]:
    """File within six months of the first application whose priority is claimed."""
    if basis.record.priority_date:
        day = basis.fact("priority_date", "the filing of the first application", "Madrid Art. 4(2)")
        yield Arising(day.plus(months(6), "Madrid Rule 14(2)(i)"), office=basis.record.origin)


@limit(
    "Madrid Art. 3(4)",
    actor="Office of origin",
    consequence="The registration bears the day on which the International Bureau received the application",
)
def presentation(basis: Basis) -> Iterator[Arising]:
    """Send the application to the International Bureau."""
    yield Arising(basis.two_months, done_on=basis.record.ib_received_on)


@limit(
    "Madrid Rule 11(6)(b)",
    actor="applicant or Office of origin",
    consequence="The party is considered not to have been designated; its fee is paid back",
)
def intention_to_use(basis: Basis) -> Iterator[Arising]:
    """Furnish the declaration of intention to use the mark."""
    for notice in basis.notices("11(6)"):
        yield Arising(basis.two_months, done_on=notice.remedied_on)


def _noticed(basis: Basis, rule: Defect, cites: str, period: Period | None = None) -> Iterator[Arising]:
    """Three months from the notice of an irregularity, unless the notice itself states the day."""
    for notice in basis.notices(rule):
        if notice.expires_on:
            counted = Reckoning.of(notice.expires_on, "the day that the notice states", cites)
        else:
            told = Reckoning.of(notice.notified_on, "the notice of the International Bureau", cites)
            counted = told.plus(period or months(3), cites)
        yield Arising(counted, done_on=notice.remedied_on)


@limit("Madrid Rule 11(2)(b)", actor="applicant", relief=CONTINUED, consequence=ABANDONED)
def irregularity(basis: Basis) -> Iterator[Arising]:
    """Remedy an irregularity of the application."""
    return _noticed(basis, "11(2)", "Madrid Rule 11(2)(b)")


@limit("Madrid Rule 11(3)", actor="applicant or Office of origin", relief=CONTINUED, consequence=ABANDONED)
def fees_short(basis: Basis) -> Iterator[Arising]:
    """Pay the fees that are missing."""
    return _noticed(basis, "11(3)", "Madrid Rule 11(3)")


@limit(
    "Madrid Rule 11(4)",
    actor="Office of origin",
    relief="None: continued processing is not open for what the Office of origin must remedy (Rule 5bis)",
    consequence=ABANDONED,
)
def origin_irregularity(basis: Basis) -> Iterator[Arising]:
    """Remedy an irregularity that only the Office of origin can remedy."""
    return _noticed(basis, "11(4)", "Madrid Rule 11(4)")


@limit("Madrid Rule 12(2)", actor="Office of origin", consequence="The proposal stands")
def classification_opinion(basis: Basis) -> Iterator[Arising]:
    """Give an opinion on the classification that the International Bureau proposes."""
    if basis.record.classification_proposed_on:
        yield Arising(
            _proposed(basis).plus(months(3), "Madrid Rule 12(2)"), done_on=basis.record.classification_opinion_on
        )


@limit("Madrid Rule 12(3)", actor="International Bureau", nature="target")
def classification_reminder(basis: Basis) -> Iterator[Reckoning]:
    """Remind the Office of origin of the proposal. The reminder extends nothing."""
    if basis.record.classification_proposed_on and not basis.record.classification_opinion_on:
        yield _proposed(basis).plus(months(2), "Madrid Rule 12(3)")


@limit("Madrid Rule 12(7)", actor="applicant or Office of origin", relief=CONTINUED, consequence=ABANDONED)
def classification_fees(basis: Basis) -> Iterator[Arising]:
    """Pay the fees for classification."""
    if basis.record.classification_kept_on:
        kept = basis.fact("classification_kept_on", "the letter by which the proposal is kept or changed")
        yield Arising(kept.plus(months(3), "Madrid Rule 12(7)(b)"), cites="Madrid Rule 12(7)(b)")
    elif basis.record.classification_proposed_on and not basis.record.classification_opinion_on:
        yield Arising(_proposed(basis).plus(months(4), "Madrid Rule 12(7)(a)"), cites="Madrid Rule 12(7)(a)")


def _proposed(basis: Basis) -> Reckoning:
    return basis.fact("classification_proposed_on", "the proposal of the International Bureau", "Madrid Rule 12(1)")


@limit("Madrid Rule 12(8bis)", actor="applicant", consequence="The limitation does not contain what is outside them")
def limitation_classes(basis: Basis) -> Iterator[Arising]:
    """Bring a limitation under the classes of the application."""
    return _noticed(basis, "12(8bis)", "Madrid Rule 12(8bis)")


@limit(
    "Madrid Rule 13(2)(a)",
    actor="Office of origin",
    consequence="The term stands with a remark; where no class is given for it, it is deleted (Rule 13(2)(b))",
)
def vague_term(basis: Basis) -> Iterator[Arising]:
    """Propose another term for one that is too vague, incomprehensible or linguistically incorrect."""
    return _noticed(basis, "13(2)", "Madrid Rule 13(2)(a)")


@limit("Madrid Rule 6", actor="applicant", consequence="The translation stands")
def translation_comments(basis: Basis) -> Iterator[Reckoning]:
    """Comment on corrections of the translation of goods and services."""
    if basis.record.translation_proposed_on:
        told = basis.fact("translation_proposed_on", "the letter of the International Bureau")
        yield told.plus(months(1), "Madrid Rule 6")


@limit(
    "Madrid Rule 5bis",
    actor="applicant or holder",
    consequence="The missed time limit stays missed",
    relief="With the official form, the fee and every act that was missed",
)
def continued_processing(basis: Basis) -> Iterator[Reckoning]:
    """Ask for continued processing after a missed time limit."""
    if basis.record.missed_on:
        yield basis.fact("missed_on", "the expiry of the missed time limit").plus(months(2), "Madrid Rule 5bis")


@limit("Madrid Rule 5", actor="interested party", consequence="The delay is not excused", moves=False)
def excuse(basis: Basis) -> Iterator[Reckoning]:
    """Show that force majeure or a failure of post or electronic communication caused the delay, and act."""
    if basis.record.missed_on:
        yield basis.fact("missed_on", "the expiry of the missed time limit").plus(months(6), "Madrid Rule 5")


@limit("Madrid Rule 3(6)", actor="representative", moves=False, nature="not before")
def representative_leaves(basis: Basis) -> Iterator[Reckoning]:
    """End an appointment that the representative cancels: with a new appointment, at the latest on this day."""
    if basis.record.representative_cancels_on:
        asked = basis.fact("representative_cancels_on", "the receipt of the representative's request")
        yield asked.plus(months(2), "Madrid Rule 3(6)")

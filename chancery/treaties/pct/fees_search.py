"""Fees of the search beyond the first: additional inventions (Rule 40), and the supplementary search (Rule 45bis)."""

from dataclasses import replace

from chancery.treaties.kernel.confidence import least
from chancery.treaties.kernel.fees import Fee, FeeLine
from chancery.treaties.kernel.money import Money
from chancery.treaties.pct.fees_occasion import Occasion, entry_of, listed, note, read
from chancery.treaties.pct.rules_14_16 import with_item_5

ADDITIONAL = Fee(code="additional_search", label="Additional search fee", cites="PCT Rule 40.2", fixed_by="payment")
PROTEST = Fee(code="protest", label="Protest fee", cites="PCT Rule 40.2(e)", fixed_by="payment")
SIS_HANDLING = Fee(
    code="sis_handling",
    label="Supplementary search handling fee",
    cites="PCT Rule 45bis.2",
    fixed_by="payment",
)
SIS_SEARCH = Fee(code="sis_search", label="Supplementary search fee", cites="PCT Rule 45bis.3", fixed_by="payment")
SIS_REVIEW = Fee(
    code="sis_review", label="Review fee for supplementary search", cites="PCT Rule 45bis.6(c)", fixed_by="payment"
)


def additional_search(occasion: Occasion) -> FeeLine:
    """Rule 40.2: for each invention beyond the first, payable directly to the searching Authority."""
    return listed(ADDITIONAL, occasion, occasion.searching_authority, day=occasion.paid, whose="the Authority")


def protest(occasion: Occasion) -> FeeLine:
    """Rule 40.2(e): for the examination of a protest, where the searching Authority asks for it."""
    return listed(PROTEST, occasion, occasion.searching_authority, day=occasion.paid, whose="the Authority")


def sis_handling(occasion: Occasion) -> FeeLine:
    """Rule 45bis.2: to the International Bureau, in the amount of the day of payment; item 5 applies."""
    day = occasion.paid
    entry = entry_of("sis_handling", "IB", day)
    if entry is None:
        return SIS_HANDLING.missing(f"the supplementary search handling fee on {day}", day)
    running = read(SIS_HANDLING, entry, occasion, f"Supplementary search handling fee, paid on {day}")
    return with_item_5(SIS_HANDLING, running, occasion.cut, day)


def sis_search(occasion: Occasion) -> FeeLine:
    """Rule 45bis.3: the fee of the Authority chosen, collected by the International Bureau in an equivalent."""
    authority = occasion.supplementary_authority
    if not authority:
        return SIS_SEARCH.missing("the choice of an Authority for the supplementary search", occasion.paid)
    line = listed(SIS_SEARCH, occasion, authority, day=occasion.paid, whose="the Authority")
    if not isinstance(line.amount, Money):
        return line
    collected = note(
        "In the Authority's own currency; the International Bureau collects a published equivalent, not in our data",
        "PCT Rule 45bis.3",
    )
    return replace(line, steps=(*line.steps, collected), confidence=least(line.confidence, "unverified"))


def sis_review(occasion: Occasion) -> FeeLine:
    """Rule 45bis.6(c): for the review of a finding of lack of unity, where the Authority asks for it."""
    return listed(SIS_REVIEW, occasion, occasion.supplementary_authority, day=occasion.paid, whose="the Authority")

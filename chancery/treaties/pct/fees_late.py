"""What lateness costs: Rules 16bis.2, 58bis.2, 12.3(e), 12.4(e), 13ter.1(c) and 45bis.4(c)."""

from chancery.treaties.kernel.determine import NotDeterminable
from chancery.treaties.kernel.fees import Fee, FeeLine, Running
from chancery.treaties.kernel.money import CurrencyMismatch, Money
from chancery.treaties.pct.fees_occasion import Occasion, entry_of, listed, note
from chancery.treaties.pct.fees_tables import HALF, QUARTER
from chancery.treaties.pct.rules_14_16 import base_amount, transmittal

LATE_PAYMENT = Fee(code="late_payment", label="Late payment fee", cites="PCT Rule 16bis.2", fixed_by="request")
LATE_EXAMINATION = Fee(
    code="late_examination", label="Late payment fee for examination", cites="PCT Rule 58bis.2", fixed_by="request"
)
LATE_TRANSLATION = Fee(
    code="late_translation", label="Late furnishing fee", cites="PCT Rule 12.3(e)", fixed_by="request"
)
LATE_LISTING = Fee(
    code="late_sequence_listing",
    label="Late furnishing fee for a sequence listing",
    cites="PCT Rule 13ter.1(c)",
    fixed_by="request",
)
SIS_LATE = Fee(
    code="sis_late", label="Late payment fee for supplementary search", cites="PCT Rule 45bis.4(c)", fixed_by="request"
)
UNPAID = "what was unpaid when the Office invited to pay"


def half_of_unpaid(unpaid: Money, *, transmittal: Money, filing: Money) -> Running:
    """Rule 16bis.2: half of what is unpaid, at least the transmittal fee, at most half of the international
    filing fee.

    ``filing`` is the fee of item 1 of the Schedule without the supplement for sheets over 30.
    """
    running = Running(unpaid).then(unpaid * HALF, f"Half of the unpaid {unpaid}", "PCT Rule 16bis.2(a)(i)")
    if running.amount < transmittal:
        running = running.then(transmittal, "At least the transmittal fee", "PCT Rule 16bis.2(a)(ii)")
    cap = filing * HALF
    if cap < running.amount:
        running = running.then(cap, "At most half of the international filing fee", "PCT Rule 16bis.2(b)")
    return running


def half_of_unpaid_examination(unpaid: Money, *, handling: Money) -> Running:
    """Rule 58bis.2: half of what is unpaid, at least the handling fee, at most twice the handling fee."""
    running = Running(unpaid).then(unpaid * HALF, f"Half of the unpaid {unpaid}", "PCT Rule 58bis.2")
    if running.amount < handling:
        running = running.then(handling, "At least the handling fee", "PCT Rule 58bis.2")
    if handling * 2 < running.amount:
        running = running.then(handling * 2, "At most twice the handling fee", "PCT Rule 58bis.2")
    return running


def late_payment(occasion: Occasion) -> FeeLine:
    """Rule 16bis.2, for fees unpaid at the invitation of the receiving Office, which need not ask for it. The bounds
    are the amounts of the day of receipt.
    """
    day, office = occasion.received, occasion.receiving_office
    base = base_amount(office, day)
    if base is None:
        return LATE_PAYMENT.missing(f"the international filing fee at the Office {office}", day)
    filing, entry = base
    bounds = f"half of it, at most {filing * HALF}"
    if occasion.unpaid is None:
        return LATE_PAYMENT.missing(NotDeterminable((UNPAID,), bounds), day)
    try:
        found = [
            half_of_unpaid(occasion.unpaid, transmittal=least_, filing=filing) for least_ in _least(occasion, filing)
        ]
    except CurrencyMismatch:
        return LATE_PAYMENT.missing(f"what is unpaid in {filing.currency}, the currency of the filing fee", day)
    if len({one.amount for one in found}) > 1:
        return LATE_PAYMENT.missing(NotDeterminable(("the transmittal fee, its least amount",), bounds), day)
    return LATE_PAYMENT.line(Running(found[0].amount, found[0].steps, entry.confidence), day)


def _least(occasion: Occasion, filing: Money) -> tuple[Money, ...]:
    """What the transmittal fee is, or the least and most that it may be: the late payment fee may be the same."""
    fee = transmittal(occasion.application, occasion.received, occasion.cut, occasion.entity).amount
    if isinstance(fee, Money):
        return (fee,)
    return Money.of(0, filing.currency), filing * HALF


def late_examination(occasion: Occasion) -> FeeLine:
    """Rule 58bis.2, for fees unpaid at the invitation of the examining Authority, which need not ask for it."""
    day, authority = occasion.on, occasion.examining_authority
    entry = entry_of("handling", authority, day)
    if entry is None:
        return LATE_EXAMINATION.missing(f"the handling fee at the Authority {authority or '(not named)'}", day)
    if occasion.unpaid is None:
        bounds = f"half of it, at least {entry.money}, at most {entry.money * 2}"
        return LATE_EXAMINATION.missing(NotDeterminable((UNPAID,), bounds), day)
    if occasion.unpaid.currency != entry.money.currency:
        return LATE_EXAMINATION.missing(f"what is unpaid in {entry.money.currency}", day)
    found = half_of_unpaid_examination(occasion.unpaid, handling=entry.money)
    return LATE_EXAMINATION.line(Running(found.amount, found.steps, entry.confidence), day)


def late_translation(occasion: Occasion) -> FeeLine:
    """Rules 12.3(e) and 12.4(e): a quarter of the international filing fee, without the supplement for sheets. The
    receiving Office need not ask for it.
    """
    office, day = occasion.receiving_office, occasion.received
    base = base_amount(office, day)
    if base is None:
        return LATE_TRANSLATION.missing(f"the international filing fee at the Office {office or '(not named)'}", day)
    amount, entry = base
    running = Running(amount, (), entry.confidence).noting(
        note(f"International filing fee at the Office {office} without sheets over 30: {amount}", "PCT Schedule item 1")
    )
    return LATE_TRANSLATION.line(running.then(amount * QUARTER, "A quarter of it", "PCT Rule 12.3(e)"), day)


def late_sequence_listing(occasion: Occasion) -> FeeLine:
    """Rule 13ter.1(c): what the searching Authority has set, at most a quarter of the international filing fee."""
    authority, day = occasion.searching_authority, occasion.on
    line = listed(LATE_LISTING, occasion, authority, day=day, whose="the Authority")
    base = base_amount("IB", day)
    if isinstance(line.amount, Money) or base is None:
        return line
    cap = f"at most a quarter of the international filing fee, in the Schedule {base[0] * QUARTER}"
    return LATE_LISTING.missing(NotDeterminable(line.amount.missing, cap), day)


def sis_late(occasion: Occasion) -> FeeLine:
    """Rule 45bis.4(c): half of the supplementary search handling fee; the International Bureau always asks for it."""
    day = occasion.on
    entry = entry_of("sis_handling", "IB", day)
    if entry is None:
        return SIS_LATE.missing(f"the supplementary search handling fee on {day}", day)
    running = Running(entry.money, (), entry.confidence).then(
        entry.money * HALF, f"Half of the supplementary search handling fee {entry.money}", "PCT Rule 45bis.4(c)"
    )
    return SIS_LATE.line(running, day)

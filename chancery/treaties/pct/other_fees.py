"""Fees that fall due in the course of a case: late payment, handling, publication on request."""

from datetime import date
from decimal import Decimal

from chancery.treaties.kernel.determine import NotDeterminable
from chancery.treaties.kernel.fees import FeeLine
from chancery.treaties.kernel.money import Money
from chancery.treaties.kernel.step import Step
from chancery.treaties.pct.reduction import ITEM_5
from chancery.treaties.pct.rules_14_16 import TENTH, tables

HALF = Decimal("0.5")
PUBLICATIONS = ("early", "late_priority", "rectification")


def late_payment(unpaid: Money, *, transmittal: Money, filing: Money) -> FeeLine:
    """Rule 16bis.2: half of what is unpaid, at least the transmittal fee, at most half of the international
    filing fee.

    ``filing`` is the fee of item 1 of the Schedule without the supplement for sheets over 30.
    """
    half, cap = unpaid * HALF, filing * HALF
    steps = [Step(f"Half of the unpaid {unpaid}", "PCT Rule 16bis.2(a)(i)", str(half))]
    amount = half
    if half < transmittal:
        amount = transmittal
        steps.append(Step("At least the transmittal fee", "PCT Rule 16bis.2(a)(ii)", str(amount)))
    if cap < amount:
        amount = cap
        steps.append(Step("At most half of the international filing fee", "PCT Rule 16bis.2(b)", str(amount)))
    return FeeLine(
        code="late_payment", label="Late payment fee", amount=amount, cites="PCT Rule 16bis.2", steps=tuple(steps)
    )


def late_payment_for_examination(unpaid: Money, *, handling: Money) -> FeeLine:
    """Rule 58bis.2: half of what is unpaid, at least the handling fee, at most twice the handling fee."""
    half = unpaid * HALF
    amount = min(max(half, handling, key=_amount), handling * 2, key=_amount)
    steps = (
        Step(f"Half of the unpaid {unpaid}", "PCT Rule 58bis.2", str(half)),
        Step(f"At least {handling}, at most {handling * 2}", "PCT Rule 58bis.2", str(amount)),
    )
    return FeeLine(
        code="late_payment_examination", label="Late payment fee", amount=amount, cites="PCT Rule 58bis.2", steps=steps
    )


def handling(authority: str, *, paid_on: date, reduced: bool = False) -> FeeLine:
    """Rule 57: the handling fee, in the amount of the day of payment, not of the demand (Rule 57.3(d))."""
    prices = tables()["handling"].get(authority)
    entry = prices.at(paid_on) if prices else None
    cites, label = "PCT Rule 57.2", "Handling fee"
    if entry is None:
        missing = NotDeterminable((f"the handling fee at the Authority {authority} on {paid_on}",))
        return FeeLine(code="handling", label=label, amount=missing, cites=cites)
    steps = [Step(f"Handling fee at {authority}, paid on {paid_on}", cites, str(entry.money))]
    amount = entry.money
    if reduced:
        amount = amount * TENTH
        steps.append(Step("Reduced by 90%", ITEM_5, str(amount)))
    return FeeLine(
        code="handling", label=label, amount=amount, cites=cites, steps=tuple(steps), confidence=entry.confidence
    )


def publication_on_request(what: str, *, on: date, sheets: int = 1) -> FeeLine:
    """AI 113: ``what`` is ``"early"`` (without a search report), ``"late_priority"`` or ``"rectification"``."""
    entry = tables()["publication"][what].at(on)
    label = "Special publication fee"
    if entry is None:
        missing = NotDeterminable((f"the special fee on {on}",))
        return FeeLine(code=f"publication_{what}", label=label, amount=missing, cites="PCT AI 113")
    amount, steps = entry.money, [Step(label, entry.cites, str(entry.money))]
    if "sheet" in entry.values and sheets > 1:
        each = Money.of(entry.values["sheet"], amount.currency)
        amount = amount + each * (sheets - 1)
        steps.append(Step(f"{sheets - 1} further sheets at {each}", entry.cites, str(amount)))
    return FeeLine(
        code=f"publication_{what}",
        label=label,
        amount=amount,
        cites=entry.cites,
        steps=tuple(steps),
        confidence=entry.confidence,
    )


def _amount(money: Money) -> Decimal:
    return money.amount

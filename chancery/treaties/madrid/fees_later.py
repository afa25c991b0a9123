"""What later acts cost, what is paid back, and when a renewal paid short goes on (Rules 5bis, 12, 20bis to 30, 36)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from chancery.treaties.kernel.fees import Fee, FeeLine, Running
from chancery.treaties.kernel.money import Money
from chancery.treaties.kernel.step import Step
from chancery.treaties.madrid.tariffs import CURRENCY, schedule

HALF = Decimal("0.5")
ENOUGH = Decimal("0.70")
"""The share that must be there for a renewal to go on until the rest is paid (Rule 30(3)(c))."""


@dataclass(frozen=True)
class Later:
    """A later act: its fee, and the item of the Schedule that has the amount; no item where it is free (Rule 36)."""

    fee: Fee
    item: str = ""


def _later(code: str, label: str, cites: str, item: str = "") -> tuple[str, Later]:
    return code, Later(Fee(code=code, label=label, cites=cites, fixed_by="request"), item)


FREE = "Madrid Rule 36"
LATER: dict[str, Later] = dict(
    (
        _later("change_in_ownership", "Change in ownership", "Madrid Rule 25", "change_in_ownership"),
        _later("limitation", "Limitation after registration", "Madrid Rule 25", "limitation"),
        _later("holder_name", "Change of the holder's name or address", "Madrid Rule 25", "holder_name"),
        _later("licence", "Recording or amending a licence", "Madrid Rule 20bis", "licence"),
        _later("continued_processing", "Continued processing", "Madrid Rule 5bis", "continued_processing"),
        _later("division", "Division of a registration", "Madrid Rule 27bis", "division"),
        _later("continuation", "Continuation of effect in a successor State", "Madrid Rule 39(1)", "continuation"),
        _later("limitation_in_application", "Limitation in an application", FREE),
        _later("renunciation", "Renunciation", FREE),
        _later("cancellation", "Cancellation", FREE),
        _later("representative", "Appointment or change of the representative", FREE),
    )
)
UNGROUPED = Fee(code="ungrouped", label="Goods and services not grouped", cites="Madrid Rule 12", fixed_by="request")
WRONG_CLASS = Fee(code="wrong_class", label="Terms in a wrong class", cites="Madrid Rule 12", fixed_by="request")


def later_fee(code: str, *, on: date, requests: int = 1) -> FeeLine:
    """The fee of a later act. Raises ``KeyError`` for an act that is not in ``LATER``.

    One fee for all registrations of the same holder in one request for the same change of name or address; otherwise
    one for each registration.
    """
    later = LATER[code]
    if not later.item:
        nothing = Money.of(0, CURRENCY)
        return later.fee.line(Running(nothing, (Step("Free of charge", FREE, str(nothing)),)), on)
    entry = schedule()[later.item].at(on)
    if entry is None:
        return later.fee.missing(f"the amount of the fee on {on}", on)
    running = Running(entry.money, (Step(later.fee.label, entry.cites, str(entry.money)),), entry.confidence)
    if requests > 1 and code != "holder_name":
        running = running.then(entry.money * requests, f"{requests} registrations", entry.cites)
    return later.fee.line(running, on)


def ungrouped_fee(terms: int, *, on: date) -> FeeLine:
    """The fee where goods and services are not grouped in classes: an amount, and more for each term above twenty."""
    entry = schedule()["ungrouped"].at(on)
    if entry is None:
        return UNGROUPED.missing(f"the amount of the fee on {on}", on)
    running = Running(entry.money, (Step(UNGROUPED.label, entry.cites, str(entry.money)),), entry.confidence)
    above = max(0, terms - entry.values["free"])
    if above:
        each = Money.of(entry.values["term"], CURRENCY)
        text = f"{above} term{'s' if above > 1 else ''} above {entry.values['free']}, at {each} each"
        running = running.then(running.amount + each * above, text, entry.cites)
    return UNGROUPED.line(running, on)


def wrong_class_fee(terms: int, *, on: date) -> FeeLine:
    """The fee where terms stand in a wrong class: an amount and more for each; nothing where the sum is small."""
    entry = schedule()["wrong_class"].at(on)
    if entry is None:
        return WRONG_CLASS.missing(f"the amount of the fee on {on}", on)
    each, least = Money.of(entry.values["term"], CURRENCY), Money.of(entry.values["nothing_below"], CURRENCY)
    total = entry.money + each * terms
    text = f"{entry.money} and {each} for each of {terms} term{'s' if terms != 1 else ''}"
    running = Running(total, (Step(text, entry.cites, str(total)),), entry.confidence)
    if total < least:
        running = running.then(Money.of(0, CURRENCY), f"Nothing is due below {least}", entry.cites)
    return WRONG_CLASS.line(running, on)


ABANDONED = {
    "application": ("basic", "Madrid Rule 11(5)"),
    "subsequent designation": ("subsequent_basic", "Madrid Rule 24(5)(c)"),
}
"""What is abandoned -> the item of which half is kept, as it is for a mark without colour; the provision."""


def refund(abandoned: str, paid: Money, *, on: date) -> Running | None:
    """What is paid back for an abandoned application or subsequent designation: all but half of the basic fee.

    For other recordings half of what was paid is kept (Rules 20bis(2), 26(2)). Nothing where the amount of that day is
    not known.
    """
    if abandoned not in ABANDONED:
        return Running(paid * HALF, (Step("Half of what was paid", "Madrid Rule 26(2)", str(paid * HALF)),))
    item, cites = ABANDONED[abandoned]
    entry = schedule()[item].at(on)
    if entry is None:
        return None
    kept = entry.money * HALF
    back = paid - kept
    return Running(
        back, (Step(f"{paid} paid, less {kept}: half of the basic fee", cites, str(back)),), entry.confidence
    )


def renewed_though_short(paid: Money, due: Money, *, told_in_last_three_months: bool) -> bool:
    """Whether a renewal paid short goes on, the rest being due within three months of the notice (Rule 30(3)(c)).

    Only where the International Bureau told the holder in the last three months of grace, and at least seventy per cent
    was paid.
    """
    return told_in_last_three_months and not paid < due * ENOUGH

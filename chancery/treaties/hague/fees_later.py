"""What later acts cost, besides renewal and publication (Rules 21, 3; Schedule items 13 to 16)."""

from dataclasses import dataclass
from datetime import date

from chancery.treaties.hague.tariffs import reckoned, schedule
from chancery.treaties.kernel.fees import Fee, FeeLine, Running
from chancery.treaties.kernel.money import Money
from chancery.treaties.kernel.step import Step


@dataclass(frozen=True)
class Later:
    """A later act: its fee, and the item of the schedule that has the amount; no item where it is free."""

    fee: Fee
    item: str = ""


def _later(code: str, label: str, cites: str, item: str = "") -> tuple[str, Later]:
    return code, Later(Fee(code=code, label=label, cites=cites, fixed_by="request"), item)


LATER: dict[str, Later] = dict(
    (
        _later("ownership", "Change in ownership", "Hague Schedule item 13", "change"),
        _later("name", "Change of name or address", "Hague Schedule item 14", "change_of_name"),
        _later("renunciation", "Renunciation", "Hague Schedule item 15", "change"),
        _later("limitation", "Limitation", "Hague Schedule item 16", "change"),
        _later("representative", "Representative", "Hague Rule 3(5)"),
    )
)
"""Every later fee by its code."""


def later_fee(code: str, *, on: date, registrations: int = 1) -> FeeLine:
    """What a later act costs for so many registrations in one request. Raises ``KeyError`` for an unknown code."""
    later = LATER[code]
    if not later.item:
        free = Money.of(0, "CHF")
        step = Step("It is free of charge", later.fee.cites, str(free))
        return later.fee.line(Running(free, (step,), "unverified"), on)
    entry = schedule()[later.item].at(on)
    if entry is None:
        return later.fee.missing(f"the amount of the fee for {later.fee.label.lower()} on {on}", on)
    return later.fee.line(reckoned(entry, later.fee.label, registrations, ""), on)

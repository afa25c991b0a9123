"""A sheet of fees: lines with their reasoning, totals per currency, and whether anything is still unknown."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from chancery.treaties.kernel.confidence import Confidence
from chancery.treaties.kernel.determine import NotDeterminable
from chancery.treaties.kernel.money import Money
from chancery.treaties.kernel.step import Step

FixedBy = Literal["", "receipt", "payment", "request"]
"""Which event's day fixes the amount: the receipt of the application, the payment, or the request for an act."""


@dataclass(frozen=True, kw_only=True)
class FeeLine:
    """One fee. An amount that no table gives is not determinable; it is never zero.

    ``day`` is the day whose tables were read, ``fixed_by`` the event whose day that is.
    """

    code: str
    label: str
    amount: Money | NotDeterminable
    cites: str
    steps: tuple[Step, ...] = ()
    confidence: Confidence = "rule"
    fixed_by: FixedBy = ""
    day: date | None = None


@dataclass(frozen=True)
class FeeSheet:
    """Fees that are paid together. Currencies are never summed with each other."""

    lines: tuple[FeeLine, ...]

    @property
    def totals(self) -> tuple[Money, ...]:
        """One sum per currency, of the lines that are known, currencies in the order of the lines."""
        sums: dict[str, Money] = {}
        for line in self.lines:
            if isinstance(line.amount, Money):
                so_far = sums.get(line.amount.currency)
                sums[line.amount.currency] = so_far + line.amount if so_far else line.amount
        return tuple(sums.values())

    @property
    def complete(self) -> bool:
        """Whether every line has an amount: only then are the totals what is to be paid."""
        return all(isinstance(line.amount, Money) for line in self.lines)

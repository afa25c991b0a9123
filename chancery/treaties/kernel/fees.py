"""Fees: how an amount is reckoned step by step, the lines with their reasoning, the sheet with its totals."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from chancery.treaties.kernel.confidence import Confidence, least
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


@dataclass(frozen=True)
class Running:
    """An amount on its way through the reckoning of a fee."""

    amount: Money
    steps: tuple[Step, ...] = ()
    confidence: Confidence = "rule"

    def then(self, amount: Money, text: str, cites: str, sure: Confidence = "rule") -> "Running":
        """The next step: what was done, under which provision, and what came out."""
        return Running(amount, (*self.steps, Step(text, cites, str(amount))), least(self.confidence, sure))

    def noting(self, *steps: Step) -> "Running":
        """Steps that leave the amount as it is."""
        return Running(self.amount, (*self.steps, *steps), self.confidence)


@dataclass(frozen=True, kw_only=True)
class Fee:
    """What a fee is called: the code of its lines, its name, its provision, and which day's table gives the amount."""

    code: str
    label: str
    cites: str
    fixed_by: FixedBy

    def line(self, found: Running, day: date) -> FeeLine:
        """The line for an amount that was found."""
        return self._line(found.amount, day, found.steps, found.confidence)

    def missing(self, missing: NotDeterminable | str, day: date, steps: tuple[Step, ...] = ()) -> FeeLine:
        """The line for an amount that no table gives: it says what is missing."""
        unknown = NotDeterminable((missing,)) if isinstance(missing, str) else missing
        return self._line(unknown, day, steps, "rule")

    def unsure(self, missing: NotDeterminable, day: date, found: Running) -> FeeLine:
        """The line for an amount of which only a part was found."""
        return self._line(missing, day, found.steps, found.confidence)

    def _line(
        self, amount: Money | NotDeterminable, day: date, steps: tuple[Step, ...], confidence: Confidence
    ) -> FeeLine:
        return FeeLine(
            code=self.code,
            label=self.label,
            amount=amount,
            cites=self.cites,
            steps=steps,
            confidence=confidence,
            fixed_by=self.fixed_by,
            day=day,
        )

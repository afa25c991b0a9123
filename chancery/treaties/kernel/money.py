"""Amounts of money: exact decimals with a currency. There is no conversion: equivalents are published, not computed."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")


class CurrencyMismatch(ValueError):
    """Two amounts in different currencies were put together."""


@dataclass(frozen=True)
class Money:
    """An amount in the unit of a currency (ISO 4217): ``Money(Decimal("1330"), "CHF")``."""

    amount: Decimal
    currency: str

    def __post_init__(self) -> None:
        if isinstance(self.amount, float):  # the annotation forbids it; JSON and TOML do not
            raise TypeError("An amount is a Decimal or text, never a binary fraction")

    @classmethod
    def of(cls, amount: str | int | Decimal, currency: str) -> "Money":
        """An amount as written in a table: ``Money.of("1330", "CHF")``."""
        return cls(Decimal(amount), currency)

    def __add__(self, other: "Money") -> "Money":
        return Money(self.amount + self._same(other).amount, self.currency)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.amount - self._same(other).amount, self.currency)

    def __mul__(self, factor: Decimal | int) -> "Money":
        return Money(self.amount * factor, self.currency)

    def __lt__(self, other: "Money") -> bool:
        return self.amount < self._same(other).amount

    def to_the_cent(self) -> "Money":
        """Rounded to two places, half up."""
        return Money(self.amount.quantize(CENT, ROUND_HALF_UP), self.currency)

    def _same(self, other: "Money") -> "Money":
        if other.currency != self.currency:
            raise CurrencyMismatch(
                f"{self} and {other} are in different currencies; equivalents are published, not computed"
            )
        return other

    def __str__(self) -> str:
        whole = self.amount == self.amount.to_integral_value()
        return f"{self.currency} {self.amount:,.0f}" if whole else f"{self.currency} {self.amount:,.2f}"

"""The fee tables and how one is read: the entry of a day, the price for a size of entity, a line with its reasoning."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any, Literal

from chancery.treaties.kernel.confidence import Confidence, least
from chancery.treaties.kernel.dated import Dated, Entry, load
from chancery.treaties.kernel.determine import NotDeterminable
from chancery.treaties.kernel.fees import FeeLine, FixedBy
from chancery.treaties.kernel.money import Money
from chancery.treaties.kernel.step import Step

TENTH = Decimal("0.10")
QUARTER = Decimal("0.25")
HALF = Decimal("0.5")

Entity = Literal["", "small", "micro"]
"""The size of the applicants where an Office's list asks for it (United States, Mexico). Empty: the full amount."""


@cache
def tables() -> dict[str, Any]:
    """The fee tables, fee -> Office or Authority -> dated amounts: of filing (fees.toml), and of what comes later."""
    folder = resources.files(__package__).joinpath("data")
    return {**load(folder.joinpath("fees.toml")), **load(folder.joinpath("fees_later.toml"))}


def entry_at(amounts: Dated | None, day: date) -> Entry | None:
    """The entry in force on that day; nothing where no table is known, or none for that day."""
    return amounts.at(day) if amounts else None


def table_step(text: str, entry: Entry, amount: Money) -> Step:
    """A step that reads an amount from a table, naming the first day for which the table is known."""
    return Step(f"{text} (since {entry.since})", entry.cites, str(amount))


def price(entry: Entry, entity: Entity = "") -> Money:
    """The amount for that size of entity, where the table has one of its own; otherwise the full amount."""
    values: Mapping[str, Any] = entry.values
    return Money.of(values.get(entity or "amount", values["amount"]), values["currency"])


def smaller(entry: Entry, entity: Entity = "") -> tuple[Step, ...]:
    """What to say of amounts for small and micro entities: that one was taken, or that there are lower ones."""
    if entity in entry.values:
        return (Step(f"The amount for {entity} entities, as the applicants state", entry.cites),)
    sizes = [size for size in ("small", "micro") if size in entry.values]
    found = ", ".join(f"{size} entities {entry.values['currency']} {entry.values[size]}" for size in sizes)
    return (Step(f"Lower for {found}; the full amount is shown", entry.cites),) if found else ()


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

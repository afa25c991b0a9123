"""The fee tables and how one is read: the entry of a day, the price for a size of entity."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any, Literal

from chancery.treaties.kernel.dated import Dated, Entry, load
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

"""The Schedule of Fees and the parties' individual fees: the entry of a day, and what it makes for designs."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from chancery.treaties.kernel.confidence import Confidence
from chancery.treaties.kernel.dated import Dated, Entry, load
from chancery.treaties.kernel.fees import Running
from chancery.treaties.kernel.money import Money
from chancery.treaties.kernel.step import Step

CURRENCY = "CHF"
"""All fees are paid in Swiss francs (Rule 28(1))."""

SINGLE = 1


@cache
def schedule() -> dict[str, Dated]:
    """The items of the Schedule of Fees, each with its amounts over time."""
    return load(resources.files(__package__).joinpath("data/schedule.toml"))


@cache
def individual() -> dict[str, dict[str, dict[str, Dated]]]:
    """Party -> operation ("application", "renewal", "renewal 2") -> part -> amounts over time."""
    return load(resources.files(__package__).joinpath("data/tariffs.toml"))


def amounts(party: str, operation: str, *parts: str) -> Dated | None:
    """The amounts over time of the first of the parts that the party has."""
    known = individual().get(party, {}).get(operation, {})
    return next((known[part] for part in parts if part in known), None)


def second_part_for(registered_on: date, party: str) -> str:
    """Which second part applies: the one for registrations of that time, or the present one."""
    for part in individual().get(party, {}).get("application", {}):
        name, _, span = part.partition(" ")
        if name == "second" and span:
            first, last = (date.fromisoformat(day) for day in span.split())
            if first <= registered_on <= last:
                return part
    return "second"


def reckoned(entry: Entry, what: str, count: int, category: str = "") -> Running:
    """What an entry makes for so many designs (or reproductions), step by step.

    ``category`` is that of a lower amount; where the entry has none for it, the full amount counts.
    """
    values, cites, sure = entry.values, entry.cites, _sure(entry, category)
    if "flat" in values:
        return _one(_price(values, "flat", category), f"{what}: whatever the number of designs", cites, sure)
    if "single" in values:
        unit = "single" if count == SINGLE else "multiple"
        return _one(_price(values, unit, category), f"{what}: a {unit} deposit", cites, sure)
    if "each" in values:
        each = _price(values, "each", category)
        return _one(each * count, f"{what}: {count}, at {each} each", cites, sure)
    first, further = _price(values, "first", category), max(0, count - 1)
    running = _one(first, f"{what}: the first", cites, sure)
    if not further:
        return running
    more = _price(values, "additional", category)
    return running.then(first + more * further, f"{further} more, at {more} each", cites)


def says_enough(entry: Entry, count: int) -> bool:
    """Whether an entry reckons so many designs: of one party only the amount of the first is known."""
    return count <= 1 or "first" not in entry.values or "additional" in entry.values


def _one(amount: Money, text: str, cites: str, sure: Confidence) -> Running:
    return Running(amount, (Step(text, cites, str(amount)),), sure)


def _price(values: Mapping[str, Any], unit: str, category: str) -> Money:
    return Money.of(values.get(f"{unit}_{category}", values[unit]), CURRENCY)


def _sure(entry: Entry, category: str) -> Confidence:
    sure: Confidence = entry.values.get(f"{category}_confidence", entry.confidence) if category else entry.confidence
    return sure

"""The Schedule of Fees and the parties' individual fees: which amount holds on a day, and what it makes for classes."""

from functools import cache
from importlib import resources
from typing import Any, Literal

from chancery.treaties.kernel.dated import Dated, Entry, load
from chancery.treaties.kernel.fees import Running
from chancery.treaties.kernel.money import Money
from chancery.treaties.kernel.step import Step
from chancery.treaties.madrid.application import MarkKind

Operation = Literal["designation", "renewal", "renewal in grace"]
Part = Literal["whole", "first", "second"]
CURRENCY = "CHF"
"""All fees are paid in Swiss francs (Rule 35(1))."""


@cache
def schedule() -> dict[str, Dated]:
    """The items of the Schedule of Fees, each with its amounts over time."""
    return load(resources.files(__package__).joinpath("data/schedule.toml"))


@cache
def individual() -> dict[str, dict[str, dict[str, dict[str, Dated]]]]:
    """Party -> operation -> kind of mark -> part -> amounts over time."""
    return load(resources.files(__package__).joinpath("data/tariffs.toml"))


def amounts(party: str, operation: Operation, kind: MarkKind, part: Part) -> Dated | None:
    """The amounts over time. Where a party has none for collective marks, those for ordinary marks apply to them."""
    kinds = individual().get(party, {}).get(operation, {})
    return kinds.get(kind, {}).get(part) or kinds.get("ordinary", {}).get(part)


def reckoned(entry: Entry, party: str, classes: int) -> Running:
    """What an individual fee makes for so many classes, step by step."""
    values, cites = entry.values, entry.cites or "Madrid Art. 8(7)"
    if values["mode"] == "each class":
        each = _francs(values["each"])
        text = f"{party}: {_classes(classes)}, at {each} each"
        return Running(each * classes, (Step(text, cites, str(each * classes)),), entry.confidence)
    first = _francs(values["first"])
    running = Running(first, (Step(_first(values, party), cites, str(first)),), entry.confidence)
    beyond = max(0, classes - values["block"]) if "block" in values else 0
    if beyond and "second" in values:
        second = _francs(values["second"])
        running = running.then(running.amount + second, f"The second class, {second}", cites)
        beyond -= 1
    if beyond:
        each = _francs(values["each"])
        running = running.then(running.amount + each * beyond, f"{_classes(beyond, 'further ')}, at {each} each", cites)
    return running


def _francs(amount: Any) -> Money:
    return Money.of(amount, CURRENCY)


def _classes(count: int, which: str = "") -> str:
    return f"{count} {which}class{'es' if count != 1 else ''}"


def _first(values: Any, party: str) -> str:
    if "block" not in values:
        return f"{party}: whatever the number of classes"
    return f"{party}: the first {values['block']} classes" if values["block"] > 1 else f"{party}: the first class"

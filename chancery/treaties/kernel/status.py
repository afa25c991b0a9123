"""Where a case stands: one status in each strand of what goes on side by side, the furthest that is reached."""

import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Status:
    """``terminal``: nothing more can happen in its strand."""

    key: str
    label: str
    strand: str
    cites: str
    terminal: bool = False
    holds: Callable[[Any], object] = field(repr=False, compare=False, default=lambda _: False)


def status(cites: str, strand: str, *, terminal: bool = False) -> Callable[[Callable[[Any], object]], Status]:
    """Make a status of a function that tells whether it is reached; its docstring is the label, its name the key."""

    def make(function: Callable[[Any], object]) -> Status:
        label = inspect.cleandoc(function.__doc__ or "").partition("\n\n")[0].removesuffix(".")
        if not label:
            raise ValueError(f"{function.__name__} says nothing: its docstring is the label")
        return Status(function.__name__, label, strand, cites, terminal, function)

    return make


def reached(statuses: Sequence[Status], facts: object) -> tuple[Status, ...]:
    """Of each strand that has begun the first status that holds; a list has the furthest first."""
    found: dict[str, Status] = {}
    for one in statuses:
        if one.strand not in found and one.holds(facts):
            found[one.strand] = one
    return tuple(found.values())

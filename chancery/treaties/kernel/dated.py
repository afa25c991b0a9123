"""Numbers of the law as dated data: each with its first day, its citation, its source and how sure it is."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources.abc import Traversable
from typing import Any

from chancery.treaties.kernel.confidence import Confidence
from chancery.treaties.kernel.money import Money


@dataclass(frozen=True)
class Entry:
    """One value in force from ``since`` until the day before ``until`` (or until further notice)."""

    since: date
    until: date | None
    values: Mapping[str, Any]
    cites: str = ""
    source: str = ""
    confidence: Confidence = "rule"

    def holds(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day < self.until)

    @property
    def money(self) -> Money:
        return Money.of(self.values["amount"], self.values["currency"])


@dataclass(frozen=True)
class Dated:
    """The values of one number over time."""

    entries: tuple[Entry, ...]

    def at(self, day: date) -> Entry | None:
        """The value in force on that day: of those that hold, the latest to begin. Nothing where none is known."""
        return max((e for e in self.entries if e.holds(day)), key=lambda e: e.since, default=None)

    @classmethod
    def of(cls, rows: Iterable[Mapping[str, Any]]) -> "Dated":
        return cls(tuple(_entry(row) for row in rows))


def _entry(row: Mapping[str, Any]) -> Entry:
    known = {"from", "until", "cites", "source", "confidence"}
    return Entry(
        since=row["from"],
        until=row.get("until"),
        values={key: value for key, value in row.items() if key not in known},
        cites=row.get("cites", ""),
        source=row.get("source", ""),
        confidence=row.get("confidence", "rule"),
    )


def load(file: Traversable) -> dict[str, Any]:
    """A TOML file of dated data, each list of tables with a ``from`` turned into ``Dated``."""
    with file.open("rb") as stream:
        tree = tomllib.load(stream)
    return {key: _grown(value) for key, value in tree.items()}


def _grown(value: Any) -> Any:
    if isinstance(value, list) and value and isinstance(value[0], dict) and "from" in value[0]:
        return Dated.of(value)
    if isinstance(value, dict):
        return {key: _grown(each) for key, each in value.items()}
    return value

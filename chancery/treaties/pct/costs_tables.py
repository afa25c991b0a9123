"""The Offices' own schedules, as far as they were read: entry, examination, grant, renewal. Facts with their source."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any, Literal

from chancery.treaties.kernel.confidence import Confidence
from chancery.treaties.kernel.money import Money
from chancery.treaties.pct.fees_tables import Entity

Stage = Literal["entry", "examination", "grant", "renewal", "possible"]
"""When a fee is paid: on entry, for search and examination, at grant, each year or few years, or only if it comes to
that (lateness, extension).
"""


SIZES = ("amount", "small", "micro")


@dataclass(frozen=True)
class OfficeFee:
    """One item of a schedule. ``per`` is what it is counted by, beyond ``over`` and until ``up_to``, ``each`` so many
    together. ``searched_by`` and ``not_searched_by`` are Authorities, ``chapter`` the one under which it applies.
    """

    item: str
    code: str
    stage: Stage
    label: str
    amounts: Mapping[str, str]
    currency: str
    per: str = ""
    over: int = 0
    up_to: int | None = None
    each: int = 1
    searched_by: tuple[str, ...] = ()
    not_searched_by: tuple[str, ...] = ()
    chapter: str = ""
    confidence: Confidence = "practice"

    def price(self, entity: Entity) -> Money:
        """The amount for that size of entity, the full one where the schedule has none."""
        return Money.of(self.amounts.get(entity or "amount", self.amounts["amount"]), self.currency)


@dataclass(frozen=True)
class Renewal:
    """What keeps the rights of one year, counted as the schedule says; ``each_claim`` comes on top."""

    year: int
    amounts: Mapping[str, str]
    currency: str

    def price(self, entity: Entity) -> Money:
        """The amount for that size of entity, without what the claims add."""
        return Money.of(self.amounts.get(entity or "amount", self.amounts["amount"]), self.currency)

    @property
    def each_claim(self) -> Money | None:
        """What each claim adds; nothing where claims do not count."""
        return Money.of(self.amounts["each_claim"], self.currency) if "each_claim" in self.amounts else None


@dataclass(frozen=True)
class Schedule:
    """What was read of one Office. ``effective`` is nothing where the list does not say since when it applies;
    ``unknown`` names what would be paid as well, and is not in it. ``counted`` is how renewal years are: by the years
    since filing (the third begins on the second anniversary), by the anniversaries themselves, or from the grant.
    """

    office: str
    currency: str
    source: str
    read: date
    effective: date | None
    languages: tuple[str, ...]
    notes: tuple[str, ...]
    unknown: tuple[str, ...]
    counted: Literal["year", "anniversary", "grant"]
    fees: tuple[OfficeFee, ...]
    renewals: tuple[Renewal, ...]


@cache
def schedules() -> dict[str, Schedule]:
    """The schedules by ST.3 code of the Office; ``UP`` is the European patent with unitary effect."""
    text = resources.files(__package__).joinpath("data/costs.toml").read_text("utf-8")
    return {code: _schedule(code, row) for code, row in tomllib.loads(text).items()}


def _schedule(code: str, row: dict[str, Any]) -> Schedule:
    return Schedule(
        office=code,
        currency=row["currency"],
        source=row["source"],
        read=row["read"],
        effective=row.get("effective"),
        languages=tuple(row["languages"]),
        notes=tuple(row["notes"]),
        unknown=tuple(row["unknown"]),
        counted=row.get("counted", "year"),
        fees=tuple(_fee(one, row["currency"]) for one in row.get("fees", ())),
        renewals=tuple(
            Renewal(one["year"], {name: text for name, text in one.items() if name != "year"}, row["currency"])
            for one in row.get("renewals", ())
        ),
    )


def _fee(row: dict[str, Any], currency: str) -> OfficeFee:
    amounts = {size: row[size] for size in SIZES if size in row}
    lists = {name: tuple(value) for name, value in row.items() if isinstance(value, list)}
    rest = {name: value for name, value in row.items() if name not in SIZES}
    whole: dict[str, Any] = {**rest, **lists, "amounts": amounts, "currency": currency}
    return OfficeFee(**whole)

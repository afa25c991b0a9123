"""What the API's answers about Offices look like: where one may file, and until when and at what cost one goes on."""

from datetime import date
from typing import Literal

from pydantic import Field

from chancery.core.wire import Told
from chancery.services.laws.answers import (
    LawAnswer,
    ToldFee,
    ToldMoney,
    ToldStep,
    known,
    missing,
    told_fee,
    told_money,
    told_steps,
)
from chancery.services.laws.queries import Abroad, Where
from chancery.treaties import pct
from chancery.treaties.pct.offices_authorities import Authorities
from chancery.treaties.pct.offices_receiving import ReceivingOffice

# Where one may file


class ToldAuthority(Told):
    code: str
    name: str
    confidence: str
    steps: list[ToldStep]


class ToldReceivingOffice(Told):
    code: str
    name: str
    confidence: str
    steps: list[ToldStep]
    searching_authorities: list[ToldAuthority]
    complete: bool = Field(description="Whether these are all the Authorities that are competent.")


class WhereToFile(LawAnswer):
    on: date
    offices: list[ToldReceivingOffice]
    steps: list[ToldStep]


def told_where(where: Where, on: date) -> WhereToFile:
    return WhereToFile(
        on=on,
        offices=[_receiving(office, name, authorities) for office, name, authorities in where.authorities],
        steps=told_steps(where.competence.steps),
    )


def _receiving(office: ReceivingOffice, name: str, authorities: Authorities) -> ToldReceivingOffice:
    return ToldReceivingOffice(
        code=office.code,
        name=name,
        confidence=office.confidence,
        steps=told_steps(office.steps),
        searching_authorities=[
            ToldAuthority(code=one.code, name=one.name, confidence=one.confidence, steps=told_steps(one.steps))
            for one in authorities.known
        ],
        complete=authorities.complete,
    )


# Going on


class ToldNationalLimit(Told):
    """Until when to enter. `applies` tells which of the two Chapters governs the case as it stands."""

    office: str
    chapter: Literal["I", "II"]
    applies: bool
    months: int | None
    nominal: date | None
    due: date | None
    not_determinable: str | None
    late: str
    late_until: date | None
    cites: str
    confidence: str
    notes: list[str]
    steps: list[ToldStep]


class ToldSheet(Told):
    fees: list[ToldFee]
    totals: list[ToldMoney]
    complete: bool


class ToldOffice(Told):
    """One Office: its limits and what it asks. Where the national route is closed, `enterWith` names the way in."""

    office: str
    name: str
    enter_with: list[str]
    also_through: list[str]
    limits: list[ToldNationalLimit]
    translation: Literal["yes", "no", "unknown"]
    translation_into: list[str]
    entry: ToldSheet
    examination: ToldSheet
    grant: ToldSheet
    renewals: ToldSheet
    possible: list[ToldFee] = Field(description="Only with lateness, or by choice.")
    unknown: list[str]
    notes: list[str]
    source: str
    read: date | None


class GoingOn(LawAnswer):
    on: date
    offices: list[ToldOffice]


def told_office(one: Abroad) -> ToldOffice:
    cost = one.cost
    return ToldOffice(
        office=cost.office,
        name=cost.name,
        enter_with=list(cost.enter_with),
        also_through=list(cost.also_through),
        limits=[_limit(limit) for limit in one.limits],
        translation=cost.translation.needed,
        translation_into=list(cost.translation.into),
        entry=_sheet(cost.entry),
        examination=_sheet(cost.examination),
        grant=_sheet(cost.grant),
        renewals=_sheet(cost.renewals),
        possible=[told_fee(line) for line in cost.possible],
        unknown=list(cost.unknown),
        notes=list(cost.notes),
        source=cost.source,
        read=cost.read,
    )


def _limit(one: pct.NationalLimit) -> ToldNationalLimit:
    return ToldNationalLimit(
        office=one.office,
        chapter=one.chapter,
        applies=one.applies,
        months=one.months,
        nominal=known(one.nominal),
        due=known(one.due),
        not_determinable=missing(one.due),
        late=one.late,
        late_until=known(one.late_until),
        cites=one.cites,
        confidence=one.confidence,
        notes=list(one.notes),
        steps=told_steps(one.steps),
    )


def _sheet(one: pct.FeeSheet) -> ToldSheet:
    return ToldSheet(
        fees=[told_fee(line) for line in one.lines],
        totals=[told_money(total) for total in one.totals],
        complete=one.complete,
    )

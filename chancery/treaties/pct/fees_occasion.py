"""What a fee is asked for: one case, one day, who pays. All fees after filing are functions of an occasion."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from chancery.treaties.kernel.dated import Dated, Entry
from chancery.treaties.kernel.fees import Fee, FeeLine, Running
from chancery.treaties.kernel.money import Money
from chancery.treaties.kernel.step import Step
from chancery.treaties.pct.application import Application
from chancery.treaties.pct.fees_tables import Entity, entry_at, price, smaller, table_step, tables
from chancery.treaties.pct.record import Record
from chancery.treaties.pct.reduction import Reduction, reduction


@dataclass(frozen=True, kw_only=True)
class Occasion:
    """A case on a day. ``paid_on`` is the day of payment, where it is known; ``unpaid`` what an invitation found
    missing; ``sheets`` the number of sheets or pages that a fee is reckoned by; ``office`` another Office than the
    one that the record names.
    """

    application: Application
    record: Record
    on: date
    paid_on: date | None = None
    entity: Entity = ""
    unpaid: Money | None = None
    sheets: int = 1
    office: str = ""

    @classmethod
    def of(cls, application: Application | None, record: Record, *, on: date, **known: Any) -> "Occasion":
        """The occasion of a case; where only its record is known, the application is read off that."""
        filed = application or Application(
            receiving_office=record.receiving_office,
            searching_authority=record.searching_authority,
            language=record.language,
            received_on=record.received_on,
        )
        if record.fees_received_on:  # passed on: for the fees, received when the International Bureau had it (19.4(c))
            filed = replace(filed, receiving_office="IB", received_on=record.fees_received_on)
        return cls(application=filed, record=record, on=on, **known)

    @property
    def received(self) -> date:
        """The day of receipt as far as fees go; for a draft the day on which one asks."""
        return self.application.received_on or self.record.received_on or self.on

    @property
    def paid(self) -> date:
        """The day of payment; until then the day on which one asks."""
        return self.paid_on or self.on

    @cached_property
    def cut(self) -> Reduction:
        """Whether item 5 of the Schedule applies: asked as of filing, for later fees too."""
        return reduction(self.application, self.received)

    @property
    def receiving_office(self) -> str:
        """The Office to which the fees of filing are paid."""
        return self.office or self.application.receiving_office

    @property
    def searching_authority(self) -> str:
        """The Authority that makes the international search; empty where none is chosen."""
        return self.office or self.application.searching_authority or self.record.searching_authority

    @property
    def examining_authority(self) -> str:
        """The Authority to which a demand was made; empty where none was."""
        return self.office or self.record.examining_authority

    @property
    def supplementary_authority(self) -> str:
        """The Authority of the supplementary search; empty where none is chosen."""
        return self.office or self.record.supplementary_authority


def listed(fee: Fee, occasion: Occasion, office: str, *, day: date, whose: str) -> FeeLine:
    """A fee that stands in the table of one Office or Authority, as it stands there."""
    entry = entry_of(fee.code, office, day)
    if entry is None:
        return fee.missing(f"the {named(fee)} of {whose} {office or '(not named)'} on {day}", day)
    return fee.line(read(fee, entry, occasion, f"{fee.label} of {whose} {office} on {day}"), day)


def read(fee: Fee, entry: Entry, occasion: Occasion, said: str) -> Running:
    """The amount of an entry for the occasion's size of entity, with the step that says where it stands."""
    amount = price(entry, occasion.entity)
    step = table_step(said, replace(entry, cites=entry.cites or fee.cites), amount)
    return Running(amount, (step, *smaller(entry, occasion.entity)), entry.confidence)


def entry_of(table: str, office: str, day: date) -> Entry | None:
    """The entry of an Office in a table on a day; nothing where none is known."""
    amounts: Mapping[str, Dated] = tables().get(table, {})
    return entry_at(amounts.get(office), day)


def named(fee: Fee) -> str:
    """The name of a fee within a sentence."""
    return fee.label[0].lower() + fee.label[1:]


def note(text: str, cites: str = "") -> Step:
    """A step that says something and arrives at nothing."""
    return Step(text, cites)

"""Lisbon, asked like the other systems."""

from collections.abc import Mapping
from datetime import date
from enum import IntEnum
from typing import Any, ClassVar, cast

from chancery.treaties import lisbon
from chancery.treaties.kernel.calendar import Calendars, of_office
from chancery.treaties.kernel.fees import FeeSheet
from chancery.treaties.kernel.reckoning import Reckoning
from chancery.treaties.lisbon.limits import Basis
from chancery.treaties.lisbon.parties import table
from chancery.treaties.registrations.lisbon_effects import EFFECTS
from chancery.treaties.registrations.system import Effect, Law, System, narrowed
from chancery.treaties.registrations.terms import Asked, Facts, Key, Possible, Side, Tone

S = lisbon.State


class Lisbon(System):
    """The Lisbon Agreement and its Geneva Act: appellations of origin and geographical indications."""

    key: ClassVar[Key] = "lisbon"
    protects: ClassVar[str] = "appellation of origin or geographical indication"
    thing: ClassVar[str] = ""
    law: ClassVar[Law] = lisbon
    tones: ClassVar[Mapping[IntEnum, Tone]] = {
        S.REGISTERED: "waits",
        S.PENDING: "waits",
        S.PROTECTED: "stands",
        S.REFUSED: "refused",
    }
    sides: ClassVar[Mapping[str, Side]] = {"Competent Authority of another party": "party", "anyone": "anyone"}
    effects: ClassVar[Mapping[str, Effect]] = EFFECTS
    about: ClassVar[Mapping[str, frozenset[str]]] = {"withdraw_renunciation": frozenset({"renounced"})}

    def things(self, application: lisbon.Application) -> tuple[str, ...]:
        return (self.title(application),)

    def title(self, application: lisbon.Application) -> str:
        return next((one.text for one in application.names if one.text), "")

    def holders(self, application: lisbon.Application) -> tuple[str, ...]:
        return tuple(one.name for one in application.beneficiaries if one.name)

    def designated(self, application: lisbon.Application, *, on: date) -> tuple[str, ...]:
        """All parties that share an Act with that of origin, but those in which protection is not wanted."""
        waived = {*application.waived, application.origin, *application.joint_with}
        return tuple(code for code in lisbon.covered(application.origin, application.kind, on) if code not in waived)

    def fees(self, application: lisbon.Application, *, on: date) -> FeeSheet:
        return lisbon.fees(self.designated(application, on=on), on=on, least_developed=application.least_developed)

    def registration(self, facts: Facts, *, calendars: Calendars = of_office) -> Reckoning:
        return Basis(facts.record, calendars).registration

    def publication(self, facts: Facts, *, calendars: Calendars = of_office) -> Reckoning:  # noqa: ARG002 - no day is moved
        """In the next issue of the Bulletin after it is made: the Regulations give no day."""
        return Reckoning.of(facts.record.registered_on, "the registration is made", "Lisbon Rule 19")

    def possible(self, key: str, facts: Facts, *, on: date, asked: Asked) -> Possible:
        own, reduced = narrowed(facts, asked.parties), facts.application.least_developed
        found = lisbon.possible(key, own.record, _happenings(own), on=on, least_developed=reduced)
        return Possible(
            act=self.act(key),
            findings=found.findings,
            until=found.until,
            fees=FeeSheet((found.fee,)) if found.fee else None,
            late=found.until.relief if found.late and found.until else "",
        )

    def _reached(self, facts: Facts, *, on: date) -> tuple[Any, ...]:
        return lisbon.statuses(facts.record, _happenings(facts), on=on)

    def folded(self, facts: Facts, *, on: date) -> lisbon.Protection:
        return lisbon.protection(_happenings(facts), on=on)

    def table(self) -> Mapping[str, Any]:
        return table()


def _happenings(facts: Facts) -> tuple[lisbon.Happening, ...]:
    return cast("tuple[lisbon.Happening, ...]", facts.happenings)

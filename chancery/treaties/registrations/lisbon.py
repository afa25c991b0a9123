"""Lisbon, asked like the other systems."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, ClassVar, cast

from chancery.treaties import lisbon
from chancery.treaties.kernel.calendar import Calendars, of_office
from chancery.treaties.kernel.fees import FeeSheet
from chancery.treaties.kernel.limits import TimeLimit
from chancery.treaties.kernel.reckoning import Reckoning
from chancery.treaties.kernel.rule import Finding
from chancery.treaties.lisbon.limits import Basis
from chancery.treaties.lisbon.parties import table
from chancery.treaties.registrations.lisbon_effects import EFFECTS
from chancery.treaties.registrations.lives import Turned, lives
from chancery.treaties.registrations.system import Effect, System, narrowed
from chancery.treaties.registrations.terms import (
    Act,
    Asked,
    Facts,
    Key,
    Member,
    PartyLife,
    Possible,
    Reached,
    Tone,
)

S = lisbon.State
TONES: dict[Any, Tone] = {
    S.REGISTERED: "waits",
    S.PENDING: "waits",
    S.PROTECTED: "stands",
    S.REFUSED: "refused",
}
SIDES = {"Competent Authority of another party": "party", "anyone": "anyone"}


class Lisbon(System):
    """The Lisbon Agreement and its Geneva Act: appellations of origin and geographical indications."""

    key: ClassVar[Key] = "lisbon"
    protects: ClassVar[str] = "appellation of origin or geographical indication"
    thing: ClassVar[str] = ""
    effects: ClassVar[Mapping[str, Effect]] = EFFECTS

    def application(self, data: Mapping[str, Any]) -> lisbon.Application:
        return lisbon.Application.from_dict(data)

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

    def check(self, application: lisbon.Application, *, on: date) -> tuple[Finding, ...]:
        return lisbon.check(application, on=on)

    def fees(self, application: lisbon.Application, *, on: date) -> FeeSheet:
        return lisbon.fees(self.designated(application, on=on), on=on, least_developed=application.least_developed)

    def begin(self, data: Mapping[str, Any]) -> Facts:
        return Facts(application=self.application(data), record=lisbon.Record())

    def limits(self, facts: Facts, *, calendars: Calendars = of_office) -> tuple[TimeLimit, ...]:
        return lisbon.time_limits(facts.record, calendars=calendars)

    def registration(self, facts: Facts, *, calendars: Calendars = of_office) -> Reckoning:
        return Basis(facts.record, calendars).registration

    def publication(self, facts: Facts, *, calendars: Calendars = of_office) -> Reckoning:  # noqa: ARG002 - no day is moved
        """In the next issue of the Bulletin after it is made: the Regulations give no day."""
        return Reckoning.of(facts.record.registered_on, "the registration is made", "Lisbon Rule 19")

    @property
    def acts(self) -> tuple[Act, ...]:
        return _acts()

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

    def statuses(self, facts: Facts, *, on: date) -> tuple[Reached, ...]:
        return tuple(
            Reached(key=one.key, label=one.label, strand=one.strand, cites=one.cites, terminal=one.terminal)
            for one in lisbon.statuses(facts.record, _happenings(facts), on=on)
        )

    def lives(self, facts: Facts, *, on: date) -> tuple[PartyLife, ...]:
        turns = (
            Turned(on=turn.on, party=turn.party, things=turn.things, state=lisbon.State(turn.state), kind=turn.kind)
            for turn in lisbon.protection(_happenings(facts), on=on).turns
        )
        tones: dict[Any, Tone] = {state: TONES.get(state, "over") for state in lisbon.State}
        return lives(turns, effects=lisbon.EFFECTS, tones=tones, name=_name)

    def until(self, facts: Facts, *, on: date) -> None:  # noqa: ARG002 - a registration has no term
        return None

    def members(self) -> tuple[Member, ...]:
        return _members()


def _happenings(facts: Facts) -> tuple[lisbon.Happening, ...]:
    return cast("tuple[lisbon.Happening, ...]", facts.happenings)


def _name(code: str) -> str:
    found = lisbon.party(code)
    return found.name if found else code


@cache
def _acts() -> tuple[Act, ...]:
    return tuple(
        Act(
            key=one.key,
            title=one.title,
            cites=one.cites,
            who=one.who,
            at=one.at,
            side=cast("Any", SIDES.get(one.who, "holder")),
            form=one.form,
            says=one.says,
            confidence=one.confidence,
        )
        for one in lisbon.ACTS
    )


@cache
def _members() -> tuple[Member, ...]:
    return tuple(
        Member(code=one.code, name=one.name, declared=tuple(sorted(one.declared)), note=one.note)
        for one in table().values()
    )

"""Hague, asked like the other systems."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any, ClassVar, cast

from chancery.treaties import hague
from chancery.treaties.hague.basis import Basis
from chancery.treaties.hague.parties import table
from chancery.treaties.kernel.calendar import Calendars, of_office
from chancery.treaties.kernel.fees import FeeSheet
from chancery.treaties.kernel.limits import TimeLimit
from chancery.treaties.kernel.reckoning import Reckoning
from chancery.treaties.kernel.rule import Finding
from chancery.treaties.registrations.hague_effects import EFFECTS
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

S = hague.State
TONES: dict[Any, Tone] = {
    S.REGISTERED: "waits",
    S.PENDING: "waits",
    S.PROTECTED: "stands",
    S.REFUSED: "refused",
}
OFFICE = "Office of the designated party"


class Hague(System):
    """The Hague Agreement: industrial designs."""

    key: ClassVar[Key] = "hague"
    protects: ClassVar[str] = "design"
    thing: ClassVar[str] = "designs"
    effects: ClassVar[Mapping[str, Effect]] = EFFECTS

    def application(self, data: Mapping[str, Any]) -> hague.Application:
        return hague.Application.from_dict(data)

    def things(self, application: hague.Application) -> tuple[str, ...]:
        if application.shown:
            return tuple(one.product or one.subclass for one in application.shown)
        return ("",) * application.designs

    def title(self, application: hague.Application) -> str:
        return next((one.product for one in application.shown if one.product), "")

    def holders(self, application: hague.Application) -> tuple[str, ...]:
        return tuple(one.name for one in application.applicants if one.name)

    def designated(self, application: hague.Application, *, on: date) -> tuple[str, ...]:  # noqa: ARG002 - no day asked
        return tuple(dict.fromkeys(one.party for one in application.designations if one.party))

    def check(self, application: hague.Application, *, on: date) -> tuple[Finding, ...]:
        return hague.check(application, on=on)

    def fees(self, application: hague.Application, *, on: date) -> FeeSheet:
        return hague.fees(application, on=on)

    def begin(self, data: Mapping[str, Any]) -> Facts:
        return Facts(application=self.application(data), record=hague.Record())

    def limits(self, facts: Facts, *, calendars: Calendars = of_office) -> tuple[TimeLimit, ...]:
        return hague.time_limits(facts.record, calendars=calendars)

    def registration(self, facts: Facts, *, calendars: Calendars = of_office) -> Reckoning:
        return Basis(facts.record, calendars).registration

    def publication(self, facts: Facts, *, calendars: Calendars = of_office) -> Reckoning:
        return Basis(facts.record, calendars).publication

    @property
    def acts(self) -> tuple[Act, ...]:
        return _acts()

    def possible(self, key: str, facts: Facts, *, on: date, asked: Asked) -> Possible:
        own = narrowed(facts, asked.parties)
        found = hague.possible(key, own.record, own.application, _happenings(own), on=on)
        return Possible(
            act=self.act(key),
            findings=found.findings,
            until=found.until,
            fees=self._fees(key, found.fee, facts, asked, on=on, late=found.late),
            late=found.until.relief if found.late and found.until else "",
        )

    def _fees(self, key: str, line: Any, facts: Facts, asked: Asked, *, on: date, late: bool) -> FeeSheet | None:
        if key == "renew":
            return hague.renewal_fees(self._kept(facts, asked), number=_renewals(facts) + 1, on=on, in_grace=late)
        if key == "pay_second_part":
            return self._second_parts(facts, asked, on=on)
        if key == "pay_publication_fee":
            return FeeSheet(hague.publication_fees(facts.application, on=on))
        return FeeSheet((line,)) if line else None

    def _second_parts(self, facts: Facts, asked: Asked, *, on: date) -> FeeSheet | None:
        since = facts.record.registered_on
        named = [one for one in facts.application.designations if one.party in asked.parties]
        lines = tuple(hague.second_part(one, registered_on=since, on=on) for one in named) if since else ()
        return FeeSheet(lines) if lines else None

    def _kept(self, facts: Facts, asked: Asked) -> hague.Application:
        """The application as renewal reckons by it: the parties and designs that go on."""
        application: hague.Application = facts.application
        going = tuple(one for one in application.designations if not asked.parties or one.party in asked.parties)
        count = len(asked.things) or len(self.things(application))
        return replace(application, designations=going, designs=count)

    def statuses(self, facts: Facts, *, on: date) -> tuple[Reached, ...]:
        return tuple(
            Reached(key=one.key, label=one.label, strand=one.strand, cites=one.cites, terminal=one.terminal)
            for one in hague.statuses(facts.record, facts.application, _happenings(facts), on=on)
        )

    def lives(self, facts: Facts, *, on: date) -> tuple[PartyLife, ...]:
        turns = (
            Turned(on=turn.on, party=turn.party, things=turn.things, state=hague.State(turn.state), kind=turn.kind)
            for turn in _folded(facts, on).turns
        )
        tones: dict[Any, Tone] = {state: TONES.get(state, "over") for state in hague.State}
        return lives(turns, effects=hague.EFFECTS, tones=tones, name=_name)

    def until(self, facts: Facts, *, on: date) -> date | None:
        return _folded(facts, on).until

    def members(self) -> tuple[Member, ...]:
        return _members()


def _happenings(facts: Facts) -> tuple[hague.Happening, ...]:
    return cast("tuple[hague.Happening, ...]", facts.happenings)


def _folded(facts: Facts, on: date) -> hague.Protection:
    application: hague.Application = facts.application
    return hague.protection(_happenings(facts), designs=len(application.shown) or application.designs, on=on)


def _renewals(facts: Facts) -> int:
    return sum(1 for one in facts.happenings if one.kind == "renewed")


def _name(code: str) -> str:
    found = hague.party(code)
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
            side="party" if one.who == OFFICE else "holder",
            form=one.form,
            says=one.says,
            confidence=one.confidence,
        )
        for one in hague.ACTS
    )


@cache
def _members() -> tuple[Member, ...]:
    return tuple(
        Member(code=one.code, name=one.name, declared=one.contents, note=one.note, confidence=one.confidence)
        for one in table().values()
    )

"""Madrid, asked like the other systems."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, ClassVar, cast

from chancery.treaties import madrid
from chancery.treaties.kernel.calendar import Calendars, of_office
from chancery.treaties.kernel.fees import FeeSheet
from chancery.treaties.kernel.limits import TimeLimit
from chancery.treaties.kernel.reckoning import Reckoning
from chancery.treaties.kernel.rule import Finding
from chancery.treaties.madrid.basis import Basis
from chancery.treaties.madrid.parties import table
from chancery.treaties.registrations.lives import Turned, lives
from chancery.treaties.registrations.madrid_effects import EFFECTS
from chancery.treaties.registrations.system import Effect, System
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

S = madrid.State
TONES: dict[Any, Tone] = {
    S.ASKED: "waits",
    S.PENDING: "waits",
    S.PROVISIONALLY_REFUSED: "refused",
    S.PROTECTED: "stands",
    S.REFUSED: "refused",
}
SIDES = {"Office of origin": "origin", "Office of a designated party": "party", "anyone concerned": "anyone"}


class Madrid(System):
    """The Madrid Protocol: marks."""

    key: ClassVar[Key] = "madrid"
    protects: ClassVar[str] = "mark"
    thing: ClassVar[str] = "goods and services"
    effects: ClassVar[Mapping[str, Effect]] = EFFECTS

    def application(self, data: Mapping[str, Any]) -> madrid.Application:
        return madrid.Application.from_dict(data)

    def things(self, application: madrid.Application) -> tuple[str, ...]:
        return tuple(f"{good.number}: {good.text}" for good in application.goods)

    def title(self, application: madrid.Application) -> str:
        return application.mark.words or application.mark.described

    def holders(self, application: madrid.Application) -> tuple[str, ...]:
        return tuple(one.name for one in application.applicants if one.name)

    def designated(self, application: madrid.Application, *, on: date) -> tuple[str, ...]:  # noqa: ARG002 - no day asked
        return tuple(dict.fromkeys(one.party for one in application.designations if one.party))

    def check(self, application: madrid.Application, *, on: date) -> tuple[Finding, ...]:
        return madrid.check(application, on=on)

    def fees(self, application: madrid.Application, *, on: date) -> FeeSheet:
        return madrid.fees(application, on=on)

    def begin(self, data: Mapping[str, Any]) -> Facts:
        return Facts(application=self.application(data), record=madrid.Record())

    def limits(self, facts: Facts, *, calendars: Calendars = of_office) -> tuple[TimeLimit, ...]:
        return madrid.time_limits(facts.record, calendars=calendars)

    def registration(self, facts: Facts, *, calendars: Calendars = of_office) -> Reckoning:
        return Basis(facts.record, calendars).registration

    def publication(self, facts: Facts, *, calendars: Calendars = of_office) -> Reckoning:  # noqa: ARG002 - no day is moved
        """In the next issue of the Gazette after it is made: the Rule gives no day."""
        return Reckoning.of(
            facts.record.registered_on, "the international registration is made", "Madrid Rule 32(1)(a)"
        )

    @property
    def acts(self) -> tuple[Act, ...]:
        return _acts()

    def possible(self, key: str, facts: Facts, *, on: date, asked: Asked) -> Possible:
        wants = madrid.Asked(parties=asked.parties, goods=asked.things, new_owner=asked.new_owner)
        found = madrid.possible(key, facts.record, facts.application, _folded(facts, on), on=on, asked=wants)
        return Possible(
            act=self.act(key),
            findings=found.findings,
            until=found.until,
            fees=found.fees,
            late=found.late,
            notes=found.notes,
        )

    def statuses(self, facts: Facts, *, on: date) -> tuple[Reached, ...]:
        return tuple(
            Reached(key=one.key, label=one.label, strand=one.strand, cites=one.cites, terminal=one.terminal)
            for one in madrid.statuses(facts.record, on=on)
        )

    def lives(self, facts: Facts, *, on: date) -> tuple[PartyLife, ...]:
        turns = (
            Turned(on=turn.on, party=turn.party, things=turn.goods, state=turn.state, kind=turn.kind)
            for turn in _folded(facts, on).turns
        )
        tones: dict[Any, Tone] = {state: TONES.get(state, "over") for state in madrid.State}
        return lives(turns, effects=madrid.EFFECTS, tones=tones, name=_name)

    def until(self, facts: Facts, *, on: date) -> date | None:
        return _folded(facts, on).until

    def members(self) -> tuple[Member, ...]:
        return _members()


def _folded(facts: Facts, on: date) -> madrid.Protection:
    """Where goods and services stand. (Those of parties that came out of this file are no longer in it.)"""
    application: madrid.Application = facts.application
    return madrid.protection(
        cast("tuple[madrid.Happening, ...]", facts.happenings),
        goods=len(application.goods) or 1,
        origin=facts.record.origin or application.origin,
        on=on,
    )


def _name(code: str) -> str:
    found = madrid.party(code)
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
        )
        for one in madrid.ACTS
    )


@cache
def _members() -> tuple[Member, ...]:
    return tuple(
        Member(
            code=one.code,
            name=one.name,
            declared=tuple(sorted(one.declared)),
            note=one.note,
            confidence=one.confidence,
        )
        for one in table().values()
    )

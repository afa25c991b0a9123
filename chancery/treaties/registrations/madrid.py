"""Madrid, asked like the other systems."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from enum import IntEnum
from typing import Any, ClassVar, cast

from chancery.treaties import madrid
from chancery.treaties.kernel.calendar import Calendars, of_office
from chancery.treaties.kernel.reckoning import Reckoning
from chancery.treaties.madrid.basis import Basis
from chancery.treaties.madrid.parties import table
from chancery.treaties.registrations.madrid_effects import EFFECTS
from chancery.treaties.registrations.system import Effect, Law, System
from chancery.treaties.registrations.terms import Asked, Facts, Key, Offered, Possible, Side, Tone

S = madrid.State
NEW = frozenset({"designate", "convert", "continue_effect"})
"""Acts that are asked for parties that are not designated."""


class Madrid(System):
    """The Madrid Protocol: marks."""

    key: ClassVar[Key] = "madrid"
    protects: ClassVar[str] = "mark"
    thing: ClassVar[str] = "goods and services"
    law: ClassVar[Law] = madrid
    tones: ClassVar[Mapping[IntEnum, Tone]] = {
        S.ASKED: "waits",
        S.PENDING: "waits",
        S.PROVISIONALLY_REFUSED: "refused",
        S.PROTECTED: "stands",
        S.REFUSED: "refused",
    }
    sides: ClassVar[Mapping[str, Side]] = {
        "Office of origin": "origin",
        "Office of a designated party": "party",
        "anyone concerned": "anyone",
    }
    effects: ClassVar[Mapping[str, Effect]] = EFFECTS
    about: ClassVar[Mapping[str, frozenset[str]]] = {
        "transform": frozenset({"ceased"}),
        "answer_refusal": frozenset({"provisionally_refused"}),
    }

    def things(self, application: madrid.Application) -> tuple[str, ...]:
        return tuple(f"{good.number}: {good.text}" for good in application.goods)

    def title(self, application: madrid.Application) -> str:
        return application.mark.words or application.mark.described

    def registration(self, facts: Facts, *, calendars: Calendars = of_office) -> Reckoning:
        return Basis(facts.record, calendars).registration

    def publication(self, facts: Facts, *, calendars: Calendars = of_office) -> Reckoning:  # noqa: ARG002 - no day is moved
        """In the next issue of the Gazette after it is made: the Rule gives no day."""
        return Reckoning.of(
            facts.record.registered_on, "the international registration is made", "Madrid Rule 32(1)(a)"
        )

    def possible(self, key: str, facts: Facts, *, on: date, asked: Asked) -> Possible:
        wants = madrid.Asked(parties=asked.parties, goods=asked.things, new_owner=asked.new_owner, keep=asked.keep)
        found = madrid.possible(key, facts.record, facts.application, self.folded(facts, on=on), on=on, asked=wants)
        return Possible(
            act=self.act(key),
            findings=found.findings,
            until=found.until,
            fees=found.fees,
            late=found.late,
            notes=found.notes,
        )

    def offered(self, key: str, facts: Facts, *, on: date) -> Offered:
        """Of a renewal, the parties that refused everything are those that can be kept; of a designation, new ones."""
        found = super().offered(key, facts, on=on)
        if key in NEW and facts.record.registered_on:
            return replace(found, parties=self._new(key, facts, on))
        if key != "renew":
            return found
        dropped = madrid.dropped(self.folded(facts, on=on))
        gone = {one.party for one in dropped}
        return replace(
            found,
            parties=tuple(code for code in found.parties if code not in gone),
            keep=tuple(one.party for one in dropped if one.may_stay),
        )

    def _new(self, key: str, facts: Facts, on: date) -> tuple[str, ...]:
        """The parties that can be designated for something for which they are not."""
        folded = self.folded(facts, on=on)
        known = (one.code for one in madrid.designable(on) if key != "convert" or one.code in madrid.UNION_MEMBERS)
        every = (1 << (len(facts.application.goods) or 1)) - 1
        holder = facts.record.holder or facts.application.origin
        return tuple(code for code in known if code != holder and every & ~folded.live(code))

    def _reached(self, facts: Facts, *, on: date) -> tuple[Any, ...]:
        return madrid.statuses(facts.record, on=on)

    def folded(self, facts: Facts, *, on: date) -> madrid.Protection:
        """Where goods and services stand. (Those of parties that came out of this file are no longer in it.)"""
        application: madrid.Application = facts.application
        return madrid.protection(
            cast("tuple[madrid.Happening, ...]", facts.happenings),
            goods=len(application.goods) or 1,
            origin=facts.record.origin or application.origin,
            on=on,
        )

    def table(self) -> Mapping[str, Any]:
        return table()

"""Hague, asked like the other systems."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from enum import IntEnum
from typing import Any, ClassVar, cast

from chancery.treaties import hague
from chancery.treaties.hague.basis import Basis
from chancery.treaties.hague.parties import table
from chancery.treaties.kernel.calendar import Calendars, of_office
from chancery.treaties.kernel.fees import FeeSheet
from chancery.treaties.kernel.reckoning import Reckoning
from chancery.treaties.kernel.standing import EVERY, bits, places
from chancery.treaties.registrations.hague_effects import EFFECTS
from chancery.treaties.registrations.system import Effect, Law, System, narrowed
from chancery.treaties.registrations.terms import Asked, Facts, Key, Offered, Possible, Side, Tone

S = hague.State


class Hague(System):
    """The Hague Agreement: industrial designs."""

    key: ClassVar[Key] = "hague"
    protects: ClassVar[str] = "design"
    thing: ClassVar[str] = "designs"
    law: ClassVar[Law] = hague
    tones: ClassVar[Mapping[IntEnum, Tone]] = {
        S.REGISTERED: "waits",
        S.PENDING: "waits",
        S.PROTECTED: "stands",
        S.REFUSED: "refused",
    }
    sides: ClassVar[Mapping[str, Side]] = {"Office of the designated party": "party"}
    effects: ClassVar[Mapping[str, Effect]] = EFFECTS

    def things(self, application: hague.Application) -> tuple[str, ...]:
        if application.shown:
            return tuple(one.product or one.subclass for one in application.shown)
        return ("",) * application.designs

    def title(self, application: hague.Application) -> str:
        return next((one.product for one in application.shown if one.product), "")

    def registration(self, facts: Facts, *, calendars: Calendars = of_office) -> Reckoning:
        return Basis(facts.record, calendars).registration

    def publication(self, facts: Facts, *, calendars: Calendars = of_office) -> Reckoning:
        return Basis(facts.record, calendars).publication

    def possible(self, key: str, facts: Facts, *, on: date, asked: Asked) -> Possible:
        own = narrowed(facts, asked.parties)
        found = hague.possible(
            key,
            own.record,
            own.application,
            _happenings(own),
            on=on,
            designs=asked.things,
            new_owner=asked.new_owner,
        )
        return Possible(
            act=self.act(key),
            findings=found.findings,
            until=found.until,
            fees=self._fees(key, found.fee, facts, asked, on=on, late=found.late),
            late=found.until.relief if found.late and found.until else "",
        )

    def _fees(self, key: str, line: Any, facts: Facts, asked: Asked, *, on: date, late: bool) -> FeeSheet | None:
        if key == "renew":
            return self._renewal(facts, asked, on=on, late=late)
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

    def _renewal(self, facts: Facts, asked: Asked, *, on: date, late: bool) -> FeeSheet | None:
        """What a renewal costs: for the parties and designs that go on, without what was given up or has ended."""
        application: hague.Application = facts.application
        left = hague.renewable(self.folded(facts, on=on))
        wanted = bits(asked.things) if asked.things else EVERY
        going = {code: found & wanted for code, found in left.items() if not asked.parties or code in asked.parties}
        together = 0
        for found in going.values():
            together |= found
        if not together:
            return None
        return hague.renewal_fees(
            replace(
                application,
                designations=tuple(one for one in application.designations if going.get(one.party)),
                designs=together.bit_count(),
            ),
            number=_renewals(facts) + 1,
            on=on,
            in_grace=late,
            counts={code: found.bit_count() for code, found in going.items()},
        )

    def offered(self, key: str, facts: Facts, *, on: date) -> Offered:
        """Of a renewal, what can be renewed: a party whose longest protection ends with the term goes out."""
        found = super().offered(key, facts, on=on)
        if key != "renew" or not facts.record.registered_on:
            return found
        left = {code: held for code, held in hague.renewable(self.folded(facts, on=on)).items() if held}
        return Offered(
            parties=tuple(left), things=tuple(sorted({place for held in left.values() for place in places(held)}))
        )

    def _reached(self, facts: Facts, *, on: date) -> tuple[Any, ...]:
        return hague.statuses(facts.record, facts.application, _happenings(facts), on=on)

    def folded(self, facts: Facts, *, on: date) -> hague.Protection:
        application: hague.Application = facts.application
        return hague.protection(_happenings(facts), designs=len(application.shown) or application.designs, on=on)

    def table(self) -> Mapping[str, Any]:
        return table()

    def _declared(self, party: Any) -> tuple[str, ...]:
        """What it asks for besides (Art. 5(2)): of other declarations there is no list."""
        contents: tuple[str, ...] = party.contents
        return contents


def _happenings(facts: Facts) -> tuple[hague.Happening, ...]:
    return cast("tuple[hague.Happening, ...]", facts.happenings)


def _renewals(facts: Facts) -> int:
    return sum(1 for one in facts.happenings if one.kind == "renewed")

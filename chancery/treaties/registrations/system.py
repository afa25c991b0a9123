"""One system, as the rooms ask it: the same questions of Madrid, Hague and Lisbon."""

from abc import ABC, abstractmethod
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import IntEnum
from functools import cached_property
from typing import Any, ClassVar, Protocol

from chancery.treaties.kernel.calendar import Calendars, of_office
from chancery.treaties.kernel.fees import FeeSheet
from chancery.treaties.kernel.limits import TimeLimit
from chancery.treaties.kernel.reckoning import Reckoning
from chancery.treaties.kernel.rule import Finding
from chancery.treaties.registrations.lives import Turned, lives
from chancery.treaties.registrations.terms import (
    Act,
    Asked,
    Deed,
    Facts,
    Key,
    Member,
    Offered,
    PartyLife,
    Possible,
    Reached,
    Side,
    Span,
    Tone,
)

Effect = Callable[[Facts, Deed], Facts]


class Law(Protocol):
    """The face that the packages of the three systems share."""

    @property
    def ACTS(self) -> tuple[Any, ...]: ...  # noqa: N802 - the packages' own name
    @property
    def EFFECTS(self) -> Mapping[Any, Any]: ...  # noqa: N802
    @property
    def Application(self) -> Any: ...  # noqa: N802
    @property
    def Record(self) -> Any: ...  # noqa: N802
    @property
    def State(self) -> Any: ...  # noqa: N802
    def check(self, application: Any, /, *, on: date) -> tuple[Finding, ...]: ...
    def fees(self, application: Any, /, *, on: date) -> FeeSheet: ...
    def party(self, code: str, /) -> Any: ...
    def time_limits(self, record: Any, /, *, calendars: Calendars) -> tuple[TimeLimit, ...]: ...


class System(ABC):
    """A system of international registration. Nothing here reads a clock; every answer is for a day.

    ``protects`` is what it registers, ``thing`` what a registration is made of, where parts may stand differently.
    ``law`` is the package that has its rules. ``tones`` is how each state reads, over
    where it is not there; ``sides`` whose act it is by who does it, the holder's where it is not there.
    """

    key: ClassVar[Key]
    protects: ClassVar[str]
    thing: ClassVar[str]
    law: ClassVar[Law]
    tones: ClassVar[Mapping[IntEnum, Tone]]
    sides: ClassVar[Mapping[str, Side]]
    effects: ClassVar[Mapping[str, Effect]]
    """What each deed does to the facts, by its key. An act that is not here changes nothing of them by itself."""
    about: ClassVar[Mapping[str, frozenset[str]]] = {}
    """The states that an act is about, by its key; an act that is not here is about whatever is not over."""

    # The application

    def application(self, data: Mapping[str, Any]) -> Any:
        """Read an application from plain data. Raises `BadData` with the place and the remedy."""
        return self.law.Application.from_dict(data)

    @abstractmethod
    def things(self, application: Any) -> tuple[str, ...]:
        """What the registration is made of, in words, in the order of the list."""

    @abstractmethod
    def title(self, application: Any) -> str:
        """What one calls it by: the words of the mark, the product, the name."""

    def holders(self, application: Any) -> tuple[str, ...]:
        """The names of those whose it is."""
        return tuple(one.name for one in application.applicants if one.name)

    def designated(self, application: Any, *, on: date) -> tuple[str, ...]:  # noqa: ARG002 - Lisbon asks the day
        """The codes of the parties in which protection is asked for."""
        return tuple(dict.fromkeys(one.party for one in application.designations if one.party))

    def check(self, application: Any, *, on: date) -> tuple[Finding, ...]:
        """What the rules say of it on that day."""
        return self.law.check(application, on=on)

    def fees(self, application: Any, *, on: date) -> FeeSheet:
        """What it costs in the amounts of that day."""
        return self.law.fees(application, on=on)

    # The file

    def begin(self, data: Mapping[str, Any]) -> Facts:
        """The facts of a file of which nothing has happened yet, for an application as plain data."""
        return Facts(application=self.application(data), record=self.law.Record())

    def limits(self, facts: Facts, *, calendars: Calendars = of_office) -> tuple[TimeLimit, ...]:
        """Every time limit of the file."""
        return self.law.time_limits(facts.record, calendars=calendars)

    @abstractmethod
    def registration(self, facts: Facts, *, calendars: Calendars = of_office) -> Reckoning:
        """The date that the registration bears, or will bear if it is made now, and how it is reckoned."""

    @abstractmethod
    def publication(self, facts: Facts, *, calendars: Calendars = of_office) -> Reckoning:
        """From when on the registration is to be published, and how that is reckoned."""

    @cached_property
    def acts(self) -> tuple[Act, ...]:
        """The table of contents of what may be done."""
        return tuple(
            Act(
                key=one.key,
                title=one.title,
                cites=one.cites,
                who=one.who,
                at=one.at,
                side=self.sides.get(one.who, "holder"),
                form=one.form,
                says=one.says,
                confidence=getattr(one, "confidence", "rule"),
            )
            for one in self.law.ACTS
        )

    @abstractmethod
    def possible(self, key: str, facts: Facts, *, on: date, asked: Asked) -> Possible:
        """Whether an act can be done on that day. Raises ``KeyError`` for a key that is none."""

    def offered(self, key: str, facts: Facts, *, on: date) -> Offered:
        """For what an act can be asked with effect on that day; before registration, for all that is applied for."""
        lives = self.lives(facts, on=on)
        if not lives:
            every = range(len(self.things(facts.application)))
            return Offered(parties=self.designated(facts.application, on=on), things=tuple(every))
        spans = [(life.code, span) for life in lives for span in life.now if self._is_about(key, span)]
        things = {place for _code, span in spans for place in span.still}
        return Offered(parties=tuple(dict.fromkeys(code for code, _span in spans)), things=tuple(sorted(things)))

    def _is_about(self, key: str, span: Span) -> bool:
        states = self.about.get(key)
        return span.state in states if states else span.tone != "over"

    def statuses(self, facts: Facts, *, on: date) -> tuple[Reached, ...]:
        """The status in each strand that has begun."""
        return tuple(
            Reached(key=one.key, label=one.label, strand=one.strand, cites=one.cites, terminal=one.terminal)
            for one in self._reached(facts, on=on)
        )

    @abstractmethod
    def _reached(self, facts: Facts, *, on: date) -> tuple[Any, ...]:
        """The statuses, as the law has them."""

    @abstractmethod
    def folded(self, facts: Facts, *, on: date) -> Any:
        """Where its things stand in each party on that day, as the law folds what happened."""

    def lives(self, facts: Facts, *, on: date) -> tuple[PartyLife, ...]:
        """What became of it in each designated party until that day."""
        states = self.law.State
        turns = (
            Turned(on=turn.on, party=turn.party, things=turn.things, state=states(turn.state), kind=turn.kind)
            for turn in self.folded(facts, on=on).turns
        )
        return lives(turns, effects=self.law.EFFECTS, tones=self.tones, name=self._name)

    def _name(self, code: str) -> str:
        found = self.law.party(code)
        return found.name if found else code

    def until(self, facts: Facts, *, on: date) -> date | None:
        """The last day of the current term; nothing where it is not registered, or has no term."""
        until: date | None = self.folded(facts, on=on).until
        return until

    def members(self) -> tuple[Member, ...]:
        """The contracting parties, in the order of the list."""
        return self._members

    @cached_property
    def _members(self) -> tuple[Member, ...]:
        return tuple(
            Member(
                code=one.code,
                name=one.name,
                declared=self._declared(one),
                note=one.note,
                confidence=getattr(one, "confidence", "rule"),
            )
            for one in self.table().values()
        )

    @abstractmethod
    def table(self) -> Mapping[str, Any]:
        """The contracting parties by their codes, as the law has them."""

    def _declared(self, party: Any) -> tuple[str, ...]:
        return tuple(sorted(party.declared))

    def member(self, code: str) -> Member | None:
        """The contracting party with that code; nothing where there is none."""
        return next((one for one in self.members() if one.code == code), None)

    def act(self, key: str) -> Act:
        """An act by its key. Raises ``KeyError`` for a key that is none."""
        return self._by_key[key]

    @cached_property
    def _by_key(self) -> dict[str, Act]:
        return {one.key: one for one in self.acts}

    def after(self, facts: Facts, deed: Deed) -> Facts:
        """The facts after a deed."""
        if deed.application is not None:
            facts = replace(facts, application=self.application(deed.application))
        effect = self.effects.get(deed.what)
        return effect(facts, deed) if effect else facts


def narrowed(facts: Facts, parties: Sequence[str]) -> Facts:
    """The facts with what concerns these parties alone; as they are where none is named.

    An act of one Office is judged by what happened in its party, not by what waits in another one.
    """
    if not parties:
        return facts
    wanted = frozenset(parties)
    record = facts.record
    kept = {"designated": wanted, "notified": wanted, "fee_notices": wanted, "irregularities": wanted | {""}}
    lists = {
        name: tuple(one for one in getattr(record, name) if one.party in codes)
        for name, codes in kept.items()
        if hasattr(record, name)
    }
    happenings = (
        replace(one, parties=tuple(code for code in one.parties if code in wanted)) if one.parties else one
        for one in facts.happenings
        if not one.parties or wanted & set(one.parties)
    )
    return replace(facts, record=replace(record, **lists), happenings=tuple(happenings))


def dated(facts: Facts, **days: Any) -> Facts:
    """The facts with dates of the record."""
    return replace(facts, record=replace(facts.record, **days))


def happened(facts: Facts, one: Any) -> Facts:
    """The facts with one more happening, after those of its day."""
    known = facts.happenings
    place = bisect_right([each.on for each in known], one.on)
    return replace(facts, happenings=(*known[:place], one, *known[place:]))

"""One system, as the rooms ask it: the same questions of Madrid, Hague and Lisbon."""

from abc import ABC, abstractmethod
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, ClassVar

from chancery.treaties.kernel.calendar import Calendars, of_office
from chancery.treaties.kernel.fees import FeeSheet
from chancery.treaties.kernel.limits import TimeLimit
from chancery.treaties.kernel.reckoning import Reckoning
from chancery.treaties.kernel.rule import Finding
from chancery.treaties.registrations.terms import (
    Act,
    Asked,
    Deed,
    Facts,
    Key,
    Member,
    PartyLife,
    Possible,
    Reached,
)

Effect = Callable[[Facts, Deed], Facts]


class System(ABC):
    """A system of international registration. Nothing here reads a clock; every answer is for a day.

    ``protects`` is what it registers, ``thing`` what a registration is made of, where parts may stand differently.
    """

    key: ClassVar[Key]
    protects: ClassVar[str]
    thing: ClassVar[str]
    effects: ClassVar[Mapping[str, Effect]]
    """What each deed does to the facts, by its key. An act that is not here changes nothing of them by itself."""

    # The application

    @abstractmethod
    def application(self, data: Mapping[str, Any]) -> Any:
        """Read an application from plain data. Raises `BadData` with the place and the remedy."""

    @abstractmethod
    def things(self, application: Any) -> tuple[str, ...]:
        """What the registration is made of, in words, in the order of the list."""

    @abstractmethod
    def title(self, application: Any) -> str:
        """What one calls it by: the words of the mark, the product, the name."""

    @abstractmethod
    def holders(self, application: Any) -> tuple[str, ...]:
        """The names of those whose it is."""

    @abstractmethod
    def designated(self, application: Any, *, on: date) -> tuple[str, ...]:
        """The codes of the parties in which protection is asked for."""

    @abstractmethod
    def check(self, application: Any, *, on: date) -> tuple[Finding, ...]:
        """What the rules say of it on that day."""

    @abstractmethod
    def fees(self, application: Any, *, on: date) -> FeeSheet:
        """What it costs in the amounts of that day."""

    # The file

    @abstractmethod
    def begin(self, data: Mapping[str, Any]) -> Facts:
        """The facts of a file of which nothing has happened yet, for an application as plain data."""

    @abstractmethod
    def limits(self, facts: Facts, *, calendars: Calendars = of_office) -> tuple[TimeLimit, ...]:
        """Every time limit of the file."""

    @abstractmethod
    def registration(self, facts: Facts, *, calendars: Calendars = of_office) -> Reckoning:
        """The date that the registration bears, or will bear if it is made now, and how it is reckoned."""

    @abstractmethod
    def publication(self, facts: Facts, *, calendars: Calendars = of_office) -> Reckoning:
        """From when on the registration is to be published, and how that is reckoned."""

    @property
    @abstractmethod
    def acts(self) -> tuple[Act, ...]:
        """The table of contents of what may be done."""

    @abstractmethod
    def possible(self, key: str, facts: Facts, *, on: date, asked: Asked) -> Possible:
        """Whether an act can be done on that day. Raises ``KeyError`` for a key that is none."""

    @abstractmethod
    def statuses(self, facts: Facts, *, on: date) -> tuple[Reached, ...]:
        """The status in each strand that has begun."""

    @abstractmethod
    def lives(self, facts: Facts, *, on: date) -> tuple[PartyLife, ...]:
        """What became of it in each designated party until that day."""

    @abstractmethod
    def until(self, facts: Facts, *, on: date) -> date | None:
        """The last day of the current term; nothing where it is not registered, or has no term."""

    @abstractmethod
    def members(self) -> tuple[Member, ...]:
        """The contracting parties, in the order of the list."""

    def member(self, code: str) -> Member | None:
        """The contracting party with that code; nothing where there is none."""
        return next((one for one in self.members() if one.code == code), None)

    def act(self, key: str) -> Act:
        """An act by its key. Raises ``KeyError`` for a key that is none."""
        return {one.key: one for one in self.acts}[key]

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
    lists = {
        name: tuple(one for one in getattr(record, name) if one.party in kept)
        for name, kept in (("designated", wanted), ("notified", wanted), ("irregularities", wanted | {""}))
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

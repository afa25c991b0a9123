"""What deeds do to the facts, as far as the systems share it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from chancery.treaties.registrations.system import Effect, dated, happened
from chancery.treaties.registrations.terms import Deed, Facts

Change = Callable[[Any], Any]


@dataclass(frozen=True)
class Effects:
    """The words of one system for what all of them have.

    ``happening`` makes its happenings; ``things`` is what these call the places of things, ``designated`` what its
    record calls the parties.
    """

    happening: Callable[..., Any]
    things: str = ""
    designated: str = "designated"

    def moves(self, kind: str) -> Effect:
        """What it did where, as a happening."""

        def effect(facts: Facts, deed: Deed) -> Facts:
            named = {self.things: deed.things} if self.things else {}
            return happened(facts, self.happening(on=deed.on, kind=kind, parties=deed.parties, **named))

        return effect

    def of_parties(self, facts: Facts, deed: Deed, change: Change) -> Facts:
        """The dates of the parties that a deed is about, changed; of all where it names none."""
        known = getattr(facts.record, self.designated)
        touched = tuple(change(one) if not deed.parties or one.party in deed.parties else one for one in known)
        return dated(facts, **{self.designated: touched})

    def on_the_day(self, name: str, kind: str) -> Effect:
        """A happening whose day the record keeps for each party, by that name."""

        def effect(facts: Facts, deed: Deed) -> Facts:
            return self.moves(kind)(self.of_parties(facts, deed, lambda one: replace(one, **{name: deed.on})), deed)

        return effect


def forwarded(facts: Facts, deed: Deed) -> Facts:
    """The International Bureau has what the Office sent on."""
    return dated(facts, ib_received_on=deed.on)


def told(facts: Facts, deed: Deed, notice: Callable[..., Any]) -> Facts:
    """One more irregularity of which the International Bureau has told; ``notice`` makes it."""
    one = notice(
        rule=deed.facts["rule"],
        notified_on=deed.on,
        expires_on=deed.days.get("due"),
        party=next(iter(deed.parties), ""),
    )
    return dated(facts, irregularities=(*facts.record.irregularities, one))


def answered(facts: Facts, rule: str, on: date, parties: tuple[str, ...] = ()) -> Facts:
    """What the International Bureau told under that Rule is answered; of these parties, where some are named."""
    known = tuple(
        replace(one, remedied_on=on)
        if one.rule == rule and one.remedied_on is None and (not parties or one.party in parties)
        else one
        for one in facts.record.irregularities
    )
    return dated(facts, irregularities=known)

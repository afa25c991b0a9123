"""What is entered in the file of an appellation or indication does to its dates, and to what happened to it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from chancery.treaties import lisbon
from chancery.treaties.registrations.system import Effect, dated, happened
from chancery.treaties.registrations.terms import Deed, Facts


def _presented(facts: Facts, deed: Deed) -> Facts:
    return dated(facts, origin=facts.application.origin, received_on=deed.on)


def _noticed(facts: Facts, deed: Deed) -> Facts:
    return dated(facts, irregularity_notified_on=deed.on, remedied_on=None)


def _remedied(facts: Facts, deed: Deed) -> Facts:
    complete = {"complete_on": deed.on} if deed.facts.get("moves_the_date") else {}
    return dated(facts, remedied_on=deed.on, **complete)


def _registered(facts: Facts, deed: Deed) -> Facts:
    known = tuple(lisbon.Notified(party=code) for code in deed.parties)
    return _moves("registered")(dated(facts, registered_on=deed.on, notified=known), deed)


def _notified(facts: Facts, deed: Deed) -> Facts:
    """``on`` is the day on which the authority of the party received the notification."""
    return _moves("notified")(_of_parties(facts, deed, lambda one: replace(one, received_on=deed.on)), deed)


def _of_parties(facts: Facts, deed: Deed, change: Callable[[lisbon.Notified], lisbon.Notified]) -> Facts:
    """The dates of the parties that a deed is about, changed; of all where it names none."""
    touched = tuple(
        change(one) if not deed.parties or one.party in deed.parties else one for one in facts.record.notified
    )
    return dated(facts, notified=touched)


def _refused(facts: Facts, deed: Deed) -> Facts:
    return _moves("refused")(_of_parties(facts, deed, lambda one: replace(one, refused_on=deed.on)), deed)


def _refusal_withdrawn(facts: Facts, deed: Deed) -> Facts:
    after = _of_parties(facts, deed, lambda one: replace(one, refusal_withdrawn_on=deed.on))
    return _moves("refusal_withdrawn")(after, deed)


def _granted(facts: Facts, deed: Deed) -> Facts:
    return _moves("granted")(_of_parties(facts, deed, lambda one: replace(one, granted_on=deed.on)), deed)


def _time_given(facts: Facts, deed: Deed) -> Facts:
    begins = deed.days.get("begins_on", deed.on)
    return _moves("time_given")(_of_parties(facts, deed, lambda one: replace(one, phase_out_from=begins)), deed)


def _joined(facts: Facts, deed: Deed) -> Facts:
    new = tuple(lisbon.Notified(party=code, joined_later=True) for code in deed.parties)
    return _moves("joined")(dated(facts, notified=(*facts.record.notified, *new)), deed)


def _moves(kind: Any) -> Effect:
    """What it did where, as a happening."""

    def effect(facts: Facts, deed: Deed) -> Facts:
        return happened(facts, lisbon.Happening(on=deed.on, kind=kind, parties=deed.parties))

    return effect


EFFECTS: Mapping[str, Effect] = {
    "presented": _presented,
    "noticed": _noticed,
    "remedied": _remedied,
    "registered": _registered,
    "notified": _notified,
    "joined": _joined,
    "refuse": _refused,
    "withdraw_refusal": _refusal_withdrawn,
    "grant": _granted,
    "give_time": _time_given,
    "invalidate": _moves("invalidated"),
    "fee_unpaid": _moves("fee_unpaid"),
    "renounce": _moves("renounced"),
    "withdraw_renunciation": _moves("renunciation_withdrawn"),
    "modify": _moves("modified"),
    "cancel": _moves("cancelled"),
}
"""What is not here (a correction, an extract) changes the application alone, or nothing."""

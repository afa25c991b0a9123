"""What is entered in the file of an appellation or indication does to its dates, and to what happened to it."""

from collections.abc import Mapping
from dataclasses import replace

from chancery.treaties import lisbon
from chancery.treaties.registrations.effects import Effects
from chancery.treaties.registrations.system import Effect, dated
from chancery.treaties.registrations.terms import Deed, Facts

LISBON = Effects(lisbon.Happening, designated="notified")


def _presented(facts: Facts, deed: Deed) -> Facts:
    return dated(facts, origin=facts.application.origin, received_on=deed.on)


def _noticed(facts: Facts, deed: Deed) -> Facts:
    if deed.parties:
        told = tuple(lisbon.FeeNotice(party=code, told_on=deed.on) for code in deed.parties)
        return dated(facts, fee_notices=(*facts.record.fee_notices, *told))
    return dated(facts, irregularity_notified_on=deed.on, remedied_on=None)


def _fee_paid(facts: Facts, deed: Deed) -> Facts:
    known = tuple(
        replace(one, paid_on=deed.on) if one.party in deed.parties and one.paid_on is None else one
        for one in facts.record.fee_notices
    )
    return dated(facts, fee_notices=known)


def _remedied(facts: Facts, deed: Deed) -> Facts:
    """A notice about a party is about its fee."""
    if deed.parties:
        return _fee_paid(facts, deed)
    complete = {"complete_on": deed.on} if deed.facts.get("moves_the_date") else {}
    return dated(facts, remedied_on=deed.on, **complete)


def _registered(facts: Facts, deed: Deed) -> Facts:
    known = tuple(lisbon.Notified(party=code) for code in deed.parties)
    return LISBON.moves("registered")(dated(facts, registered_on=deed.on, notified=known), deed)


def _time_given(facts: Facts, deed: Deed) -> Facts:
    begins = deed.days.get("begins_on", deed.on)
    return LISBON.moves("time_given")(
        LISBON.of_parties(facts, deed, lambda one: replace(one, phase_out_from=begins)), deed
    )


def _joined(facts: Facts, deed: Deed) -> Facts:
    new = tuple(lisbon.Notified(party=code, joined_later=True) for code in deed.parties)
    return LISBON.moves("joined")(dated(facts, notified=(*facts.record.notified, *new)), deed)


EFFECTS: Mapping[str, Effect] = {
    "presented": _presented,
    "noticed": _noticed,
    "remedied": _remedied,
    "registered": _registered,
    "notified": LISBON.on_the_day("received_on", "notified"),  # the day of receipt by the authority
    "joined": _joined,
    "refuse": LISBON.on_the_day("refused_on", "refused"),
    "withdraw_refusal": LISBON.on_the_day("refusal_withdrawn_on", "refusal_withdrawn"),
    "grant": LISBON.on_the_day("granted_on", "granted"),
    "give_time": _time_given,
    "invalidate": LISBON.moves("invalidated"),
    "fee_unpaid": LISBON.moves("fee_unpaid"),
    "pay_individual_fee": _fee_paid,
    "renounce": LISBON.moves("renounced"),
    "withdraw_renunciation": LISBON.moves("renunciation_withdrawn"),
    "modify": LISBON.moves("modified"),
    "cancel": LISBON.moves("cancelled"),
}
"""What is not here (a correction, an extract) changes the application alone, or nothing."""

"""What is entered in the file of a registration of designs does to its dates, and to what happened to it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, cast

from chancery.treaties import hague
from chancery.treaties.registrations.system import Effect, dated, happened
from chancery.treaties.registrations.terms import Deed, Facts


def _presented(facts: Facts, deed: Deed) -> Facts:
    """Directly with the International Bureau, or through an Office, that sends it on."""
    application: hague.Application = facts.application
    there = {"office_received_on": deed.on} if application.filed_through else {"ib_received_on": deed.on}
    return dated(
        facts,
        filed_through=application.filed_through,
        priority_date=min((one.filed_on for one in application.priorities if one.filed_on), default=None),
        publication=application.publication,
        chosen_on=application.chosen_on,
        **there,
    )


def _forwarded(facts: Facts, deed: Deed) -> Facts:
    return dated(facts, ib_received_on=deed.on)


def _noticed(facts: Facts, deed: Deed) -> Facts:
    notice = hague.Irregularity(
        rule=cast("Any", deed.facts["rule"]),
        notified_on=deed.on,
        expires_on=deed.days.get("due"),
        party=next(iter(deed.parties), ""),
    )
    return dated(facts, irregularities=(*facts.record.irregularities, notice))


def _remedied(facts: Facts, deed: Deed) -> Facts:
    known = [
        replace(one, remedied_on=deed.on) if one.rule == deed.facts["rule"] and one.remedied_on is None else one
        for one in facts.record.irregularities
    ]
    moved = {"complete_on": deed.on} if deed.facts.get("moves_the_date") else {}
    contents = {"contents_on": deed.on} if deed.facts.get("contents") else {}
    return dated(facts, irregularities=tuple(known), **moved, **contents)


def _registered(facts: Facts, deed: Deed) -> Facts:
    designated = tuple(hague.Designated(party=code) for code in deed.parties)
    return _moves("registered")(dated(facts, registered_on=deed.on, designated=designated), deed)


def _notified(facts: Facts, deed: Deed) -> Facts:
    return _moves("sent")(_of_parties(facts, deed, lambda one: replace(one, sent_on=deed.on)), deed)


def _published(facts: Facts, deed: Deed) -> Facts:
    if facts.record.published_on:
        return facts
    return _moves("published")(dated(facts, published_on=deed.on), replace(deed, parties=(), things=()))


def _of_parties(facts: Facts, deed: Deed, change: Callable[[hague.Designated], hague.Designated]) -> Facts:
    """The dates of the designations that a deed is about, changed; of all where it names none."""
    touched = tuple(
        change(one) if not deed.parties or one.party in deed.parties else one for one in facts.record.designated
    )
    return dated(facts, designated=touched)


def _refused(facts: Facts, deed: Deed) -> Facts:
    return _moves("refused")(_of_parties(facts, deed, lambda one: replace(one, refused_on=deed.on)), deed)


def _granted(facts: Facts, deed: Deed) -> Facts:
    return _moves("granted")(_of_parties(facts, deed, lambda one: replace(one, granted_on=deed.on)), deed)


def _second_part(facts: Facts, deed: Deed) -> Facts:
    return _noticed(facts, replace(deed, facts={"rule": "12(3)"}))


def _publication_asked(facts: Facts, deed: Deed) -> Facts:
    return _moves("publication_asked")(dated(facts, publication_asked_on=deed.on), deed)


def _publication_paid(facts: Facts, deed: Deed) -> Facts:
    return dated(facts, publication_paid_on=deed.on)


def _owner_changed(facts: Facts, deed: Deed) -> Facts:
    """The whole goes to a new holder; a part goes to a registration of its own."""
    return _moves("transferred" if deed.parties or deed.things else "ownership_changed")(facts, deed)


def _renewed(facts: Facts, deed: Deed) -> Facts:
    after = _moves("renewed")(facts, deed)
    return dated(after, renewed_until=hague.protection(after.happenings, designs=1, on=date.max).until)


def _second_part_paid(facts: Facts, deed: Deed) -> Facts:
    """The second part of the fee of the parties that are named is there: what told of it is answered."""
    known = tuple(
        replace(one, remedied_on=deed.on) if one.rule == "12(3)" and one.party in deed.parties else one
        for one in facts.record.irregularities
    )
    return dated(facts, irregularities=known)


def _moves(kind: Any) -> Effect:
    """What it did where, as a happening."""

    def effect(facts: Facts, deed: Deed) -> Facts:
        return happened(facts, hague.Happening(on=deed.on, kind=kind, parties=deed.parties, designs=deed.things))

    return effect


EFFECTS: Mapping[str, Effect] = {
    "presented": _presented,
    "forwarded": _forwarded,
    "noticed": _noticed,
    "remedied": _remedied,
    "registered": _registered,
    "notified": _notified,
    "published": _published,
    "lapsed": _moves("lapsed"),
    "refuse": _refused,
    "withdraw_refusal": _moves("refusal_withdrawn"),
    "grant": _granted,
    "invalidate": _moves("invalidated"),
    "ask_for_second_part": _second_part,
    "second_part_unpaid": _moves("second_part_unpaid"),
    "publication_unpaid": _moves("publication_unpaid"),
    "deny_ownership": _moves("ownership_without_effect"),
    "ask_for_publication": _publication_asked,
    "pay_publication_fee": _publication_paid,
    "change_ownership": _owner_changed,
    "renounce": _moves("renounced"),
    "limit_designs": _moves("limited"),
    "renew": _renewed,
    "pay_second_part": _second_part_paid,
}
"""What is not here (a change of name, a representative, a correction) changes the application alone, or nothing."""

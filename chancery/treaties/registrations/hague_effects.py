"""What is entered in the file of a registration of designs does to its dates, and to what happened to it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from chancery.treaties import hague
from chancery.treaties.registrations.effects import Effects, answered, forwarded, told
from chancery.treaties.registrations.system import Effect, dated
from chancery.treaties.registrations.terms import Deed, Facts

CONTENTS = "Hague Art. 5(2)"
HAGUE = Effects(hague.Happening, things="designs")


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


def _noticed(facts: Facts, deed: Deed) -> Facts:
    return told(facts, deed, hague.Irregularity)


def _remedied(facts: Facts, deed: Deed) -> Facts:
    """The contents that a party asks for (Art. 5(2)) move the date of the registration, not the filing date."""
    moved = {"complete_on": deed.on} if deed.facts.get("moves_the_date") else {}
    contents = {"contents_on": deed.on} if CONTENTS in deed.facts.get("cites", "") else {}
    return dated(answered(facts, deed.facts["rule"], deed.on, deed.parties), **moved, **contents)


def _registered(facts: Facts, deed: Deed) -> Facts:
    designated = tuple(hague.Designated(party=code) for code in deed.parties)
    return HAGUE.moves("registered")(dated(facts, registered_on=deed.on, designated=designated), deed)


def _published(facts: Facts, deed: Deed) -> Facts:
    if facts.record.published_on:
        return facts
    return HAGUE.moves("published")(dated(facts, published_on=deed.on), replace(deed, parties=(), things=()))


def _second_part(facts: Facts, deed: Deed) -> Facts:
    return _noticed(facts, replace(deed, facts={"rule": "12(3)"}))


def _publication_asked(facts: Facts, deed: Deed) -> Facts:
    return HAGUE.moves("publication_asked")(dated(facts, publication_asked_on=deed.on), deed)


def _publication_paid(facts: Facts, deed: Deed) -> Facts:
    return dated(facts, publication_paid_on=deed.on)


def _owner_changed(facts: Facts, deed: Deed) -> Facts:
    """The whole goes to a new holder; a part goes to a registration of its own."""
    return HAGUE.moves("transferred" if deed.parties or deed.things else "ownership_changed")(facts, deed)


def _renewed(facts: Facts, deed: Deed) -> Facts:
    after = HAGUE.moves("renewed")(facts, deed)
    return dated(after, renewed_until=hague.protection(after.happenings, designs=1, on=date.max).until)


def _second_part_paid(facts: Facts, deed: Deed) -> Facts:
    """The second part of the fee of the parties that are named is there: what told of it is answered."""
    return answered(facts, "12(3)", deed.on, deed.parties) if deed.parties else facts


EFFECTS: Mapping[str, Effect] = {
    "presented": _presented,
    "forwarded": forwarded,
    "noticed": _noticed,
    "remedied": _remedied,
    "registered": _registered,
    "notified": HAGUE.on_the_day("sent_on", "sent"),
    "published": _published,
    "lapsed": HAGUE.moves("lapsed"),
    "refuse": HAGUE.on_the_day("refused_on", "refused"),
    "withdraw_refusal": HAGUE.moves("refusal_withdrawn"),
    "grant": HAGUE.on_the_day("granted_on", "granted"),
    "invalidate": HAGUE.moves("invalidated"),
    "ask_for_second_part": _second_part,
    "second_part_unpaid": HAGUE.moves("second_part_unpaid"),
    "publication_unpaid": HAGUE.moves("publication_unpaid"),
    "deny_ownership": HAGUE.moves("ownership_without_effect"),
    "ask_for_publication": _publication_asked,
    "pay_publication_fee": _publication_paid,
    "change_ownership": _owner_changed,
    "renounce": HAGUE.moves("renounced"),
    "limit_designs": HAGUE.moves("limited"),
    "renew": _renewed,
    "pay_second_part": _second_part_paid,
}
"""What is not here (a change of name, a representative, a correction) changes the application alone, or nothing."""

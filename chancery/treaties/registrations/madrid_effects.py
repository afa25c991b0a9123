"""What is entered in the file of a mark does to its dates, to what happened to it, and to what is applied for."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, cast

from chancery.treaties import madrid
from chancery.treaties.registrations.system import Effect, dated, happened
from chancery.treaties.registrations.terms import Deed, Facts

NOTICES = {"12(1)": "classification_proposed_on", "6": "translation_proposed_on", "30(3)": "renewal_shortfall_told_on"}
"""Notices with a date of their own in the record; all others are irregularities, by their Rule."""

ANSWERS = {"12(1)": "classification_opinion_on"}


def _presented(facts: Facts, deed: Deed) -> Facts:
    application: madrid.Application = facts.application
    earliest = min((one.filed_on for one in application.priorities if one.filed_on), default=None)
    return dated(
        facts,
        origin=application.origin,
        holder=application.origin,
        priority_date=earliest,
        office_received_on=deed.on,
    )


def _forwarded(facts: Facts, deed: Deed) -> Facts:
    return dated(facts, ib_received_on=deed.on)


def _noticed(facts: Facts, deed: Deed) -> Facts:
    rule = deed.facts["rule"]
    if rule in NOTICES:
        return dated(facts, **{NOTICES[rule]: deed.on})
    notice = madrid.Irregularity(
        rule=cast("Any", rule),
        notified_on=deed.on,
        expires_on=deed.days.get("due"),
        party=next(iter(deed.parties), ""),
    )
    return dated(facts, irregularities=(*facts.record.irregularities, notice))


def _remedied(facts: Facts, deed: Deed) -> Facts:
    rule = deed.facts["rule"]
    if rule in ANSWERS:
        return dated(facts, **{ANSWERS[rule]: deed.on})
    known = [
        replace(one, remedied_on=deed.on) if one.rule == rule and one.remedied_on is None else one
        for one in facts.record.irregularities
    ]
    complete = {"complete_on": deed.on} if deed.facts.get("moves_the_date") else {}
    return dated(facts, irregularities=tuple(known), **complete)


def _ended(facts: Facts, deed: Deed) -> Facts:
    return dated(facts, abandoned_on=deed.on)


def _registered(facts: Facts, deed: Deed) -> Facts:
    designated = tuple(madrid.Designated(party=code, since=deed.on) for code in deed.parties)
    after = dated(facts, registered_on=deed.on, designated=designated)
    return _designations(after, deed, "registered")


def _designations(facts: Facts, deed: Deed, kind: Any) -> Facts:
    """What is designated where: a happening for all the parties with the same goods and services."""
    limited = {one.party: one.goods for one in facts.application.designations}
    by_goods: dict[tuple[int, ...], list[str]] = {}
    for code in deed.parties:
        by_goods.setdefault(deed.things or limited.get(code, ()), []).append(code)
    for goods, codes in by_goods.items():
        facts = happened(facts, madrid.Happening(on=deed.on, kind=kind, parties=tuple(codes), goods=goods))
    return facts


def _notified(facts: Facts, deed: Deed) -> Facts:
    after = _of_parties(facts, deed, lambda one: replace(one, notified_on=deed.on))
    return happened(after, madrid.Happening(on=deed.on, kind="notified", parties=deed.parties))


def _published(facts: Facts, deed: Deed) -> Facts:
    return facts if facts.record.published_on else dated(facts, published_on=deed.on)


def _lapsed(facts: Facts, deed: Deed) -> Facts:
    return happened(dated(facts, lapsed_on=deed.on), madrid.Happening(on=deed.on, kind="lapsed"))


def _of_parties(facts: Facts, deed: Deed, change: Callable[[madrid.Designated], madrid.Designated]) -> Facts:
    """The dates of the designations that a deed is about, changed; of all where it names none."""
    touched = tuple(
        change(one) if not deed.parties or one.party in deed.parties else one for one in facts.record.designated
    )
    return dated(facts, designated=touched)


def _refused(facts: Facts, deed: Deed) -> Facts:
    refusal = madrid.Refusal(
        issued_on=deed.days.get("issued_on", deed.on),
        sent_on=deed.days.get("sent_on", deed.on),
        transmitted_on=deed.days.get("transmitted_on"),
        received_on=deed.days.get("received_on"),
        on_opposition=bool(deed.facts.get("on_opposition")),
    )
    after = _of_parties(facts, deed, lambda one: replace(one, refusals=(*one.refusals, refusal)))
    return _moves("refused")(after, deed)


def _granted(facts: Facts, deed: Deed) -> Facts:
    return _moves("granted")(_of_parties(facts, deed, lambda one: replace(one, granted_on=deed.on)), deed)


def _granted_after(facts: Facts, deed: Deed) -> Facts:
    return _moves("partly_granted" if deed.things else "all_granted")(_decided(facts, deed), deed)


def _confirmed(facts: Facts, deed: Deed) -> Facts:
    return _moves("refusal_confirmed")(_decided(facts, deed), deed)


def _decided(facts: Facts, deed: Deed) -> Facts:
    return _of_parties(facts, deed, lambda one: replace(one, decided_on=deed.on))


def _interim(facts: Facts, deed: Deed) -> Facts:
    return _of_parties(facts, deed, lambda one: replace(one, interim_on=deed.on))


def _announced(facts: Facts, deed: Deed) -> Facts:
    after = _of_parties(facts, deed, lambda one: replace(one, opposition_announced=True))
    return _moves("opposition_announced")(after, deed)


def _opposition_dates(facts: Facts, deed: Deed) -> Facts:
    begins, ends = deed.days.get("begins_on"), deed.days.get("ends_on")
    return _of_parties(facts, deed, lambda one: replace(one, opposition_begins=begins, opposition_ends=ends))


def _ceased(facts: Facts, deed: Deed) -> Facts:
    after = dated(facts, basic_ceased_on=deed.on)
    return _moves("ceased")(after, replace(deed, parties=()))


def _proceedings(facts: Facts, deed: Deed) -> Facts:
    return dated(facts, basic_proceedings_on=deed.on)


def _cancelled(facts: Facts, deed: Deed) -> Facts:
    after = facts if deed.things else dated(facts, cancelled_on=deed.on)
    return _moves("cancelled")(after, replace(deed, parties=()))


def _owner_changed(facts: Facts, deed: Deed) -> Facts:
    """The whole goes to a new holder; a part goes to a registration of its own."""
    after = _changed(facts, "ownership", deed.on)
    if deed.parties or deed.things:
        return _moves("transferred")(after, deed)
    holder = deed.facts.get("holder", "")
    after = dated(after, holder=holder or after.record.holder)
    return happened(after, madrid.Happening(on=deed.on, kind="owner_changed", holder=holder))


def _limited(facts: Facts, deed: Deed) -> Facts:
    return _moves("limited")(_changed(facts, "limitation", deed.on), deed)


def _licensed(facts: Facts, deed: Deed) -> Facts:
    return dated(_changed(facts, "licence", deed.on), licence_recorded_on=deed.on)


def _changed(facts: Facts, kind: Any, on: date) -> Facts:
    change = madrid.Change(kind=kind, notified_on=on)
    return dated(facts, changes=(*facts.record.changes, change))


def _renewed(facts: Facts, deed: Deed) -> Facts:
    """Ten years from the end of the term, however late in the months of grace it is recorded."""
    after = _moves("renewed")(facts, replace(deed, things=()))
    ended = facts.record.renewed_until or facts.record.registered_on
    until = madrid.protection(after.happenings, goods=1, origin=facts.record.origin, on=date.max).until
    return dated(after, renewed_until=until or ended)


def _designated(facts: Facts, deed: Deed) -> Facts:
    codes = {one.party for one in facts.record.designated}
    new = tuple(madrid.Designated(party=code, since=deed.on) for code in deed.parties if code not in codes)
    again = _of_parties(facts, deed, lambda one: madrid.Designated(party=one.party, since=deed.on))
    after = replace(again, record=replace(again.record, designated=(*again.record.designated, *new)))
    return _designations(after, deed, "designated")


def _restricted(facts: Facts, deed: Deed) -> Facts:
    return dated(facts, restricted_on=deed.on)


def _unrestricted(facts: Facts, _deed: Deed) -> Facts:
    return dated(facts, restricted_on=None)


def _second_part_paid(facts: Facts, deed: Deed) -> Facts:
    """The second part of the fee of the parties that are named is there: what told of it is answered."""
    known = tuple(
        replace(one, remedied_on=deed.on) if one.rule == "34(3)" and one.party in deed.parties else one
        for one in facts.record.irregularities
    )
    return dated(facts, irregularities=known)


def _moves(kind: Any) -> Effect:
    """What it did where, as a happening."""

    def effect(facts: Facts, deed: Deed) -> Facts:
        return happened(
            facts,
            madrid.Happening(
                on=deed.on,
                kind=kind,
                parties=deed.parties,
                goods=deed.things,
                recorded_on=deed.days.get("recorded_on"),
            ),
        )

    return effect


EFFECTS: Mapping[str, Effect] = {
    "presented": _presented,
    "forwarded": _forwarded,
    "noticed": _noticed,
    "remedied": _remedied,
    "ended": _ended,
    "registered": _registered,
    "notified": _notified,
    "published": _published,
    "lapsed": _lapsed,
    "refuse": _refused,
    "grant": _granted,
    "grant_after_refusal": _granted_after,
    "confirm_refusal": _confirmed,
    "decide_further": _moves("decided_further"),
    "tell_interim_status": _interim,
    "announce_opposition": _announced,
    "tell_opposition_dates": _opposition_dates,
    "invalidate": _moves("invalidated"),
    "notify_ceasing": _ceased,
    "notify_proceedings": _proceedings,
    "deny_change_in_ownership": _moves("transfer_without_effect"),
    "deny_limitation": _moves("limitation_without_effect"),
    "designate": _designated,
    "convert": _designated,
    "continue_effect": _designated,
    "change_ownership": _owner_changed,
    "divide": _moves("transferred"),
    "limit_goods": _limited,
    "renounce": _moves("renounced"),
    "cancel": _cancelled,
    "renew": _renewed,
    "pay_second_part": _second_part_paid,
    "record_licence": _licensed,
    "restrict": _restricted,
    "lift_restriction": _unrestricted,
}
"""What is not here (a change of name, a representative, a correction) changes the application alone, or nothing."""

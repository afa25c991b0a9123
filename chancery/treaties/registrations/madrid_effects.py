"""What is entered in the file of a mark does to its dates, to what happened to it, and to what is applied for."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from chancery.treaties import madrid
from chancery.treaties.registrations.effects import Effects, answered, forwarded, told
from chancery.treaties.registrations.system import Effect, dated, happened
from chancery.treaties.registrations.terms import Deed, Facts

MADRID = Effects(madrid.Happening, things="goods")

NOTICES = {"12(1)": "classification_proposed_on", "6": "translation_proposed_on", "30(3)": "renewal_shortfall_told_on"}
"""Notices with a date of their own in the record; all others are irregularities, by their Rule."""

OF_REFUSALS = ("18(1)(c)", "18(1)(d)")
"""Invitations to an Office to complete its refusal."""

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


def _noticed(facts: Facts, deed: Deed) -> Facts:
    rule = deed.facts["rule"]
    if rule in NOTICES:
        return dated(facts, **{NOTICES[rule]: deed.on})
    if rule in OF_REFUSALS:
        return _invited(facts, deed) if deed.parties else facts
    return told(facts, deed, madrid.Irregularity)


def _remedied(facts: Facts, deed: Deed) -> Facts:
    rule = deed.facts["rule"]
    if rule in ANSWERS:
        return dated(facts, **{ANSWERS[rule]: deed.on})
    complete = {"complete_on": deed.on} if deed.facts.get("moves_the_date") else {}
    return dated(answered(facts, rule, deed.on, deed.parties), **complete)


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
    """A notification is of the designation, whatever it is for: it names no goods."""
    return MADRID.on_the_day("notified_on", "notified")(facts, replace(deed, things=()))


def _published(facts: Facts, deed: Deed) -> Facts:
    return facts if facts.record.published_on else dated(facts, published_on=deed.on)


def _lapsed(facts: Facts, deed: Deed) -> Facts:
    return happened(dated(facts, lapsed_on=deed.on), madrid.Happening(on=deed.on, kind="lapsed"))


def _refused(facts: Facts, deed: Deed) -> Facts:
    refusal = madrid.Refusal(
        issued_on=deed.days.get("issued_on", deed.on),
        sent_on=deed.days.get("sent_on", deed.on),
        transmitted_on=deed.days.get("transmitted_on"),
        received_on=deed.days.get("received_on"),
        on_opposition=bool(deed.facts.get("on_opposition")),
    )
    after = MADRID.of_parties(facts, deed, lambda one: replace(one, refusals=(*one.refusals, refusal)))
    return MADRID.moves("refused")(after, deed)


def _invited(facts: Facts, deed: Deed) -> Facts:
    """An Office is invited to complete its last refusal; what says too little of its review is none until then."""
    rule = deed.facts["rule"]
    after = MADRID.of_parties(facts, deed, lambda one: _last(one, defect=rule, defective_since=deed.on))
    return _of_the_refusal(after, deed, "refusal_incomplete") if rule == "18(1)(d)" else after


def _completed(facts: Facts, deed: Deed) -> Facts:
    """An Office has completed its last refusal, which keeps its date (Rule 18(1)(d))."""
    waits = any(not one.refusals[-1].counts for one in facts.record.designated if _refused_by(one, deed))
    after = MADRID.of_parties(facts, deed, lambda one: _last(one, completed_on=deed.on))
    return _of_the_refusal(after, deed, "refusal_completed") if waits else after


def _refused_by(one: madrid.Designated, deed: Deed) -> bool:
    return bool(one.refusals) and one.party in deed.parties


def _last(one: madrid.Designated, **known: Any) -> madrid.Designated:
    """The dates of a designation with something known of its last refusal."""
    return replace(one, refusals=(*one.refusals[:-1], replace(one.refusals[-1], **known))) if one.refusals else one


def _of_the_refusal(facts: Facts, deed: Deed, kind: Any) -> Facts:
    """A happening for the goods and services of the last refusal of the party."""
    for one in reversed(facts.happenings):
        if one.kind == "refused" and set(one.parties) & set(deed.parties):
            return MADRID.moves(kind)(facts, replace(deed, things=one.goods))
    return facts


def _granted_after(facts: Facts, deed: Deed) -> Facts:
    return MADRID.moves("partly_granted" if deed.things else "all_granted")(_decided(facts, deed), deed)


def _confirmed(facts: Facts, deed: Deed) -> Facts:
    return MADRID.moves("refusal_confirmed")(_decided(facts, deed), deed)


def _decided(facts: Facts, deed: Deed) -> Facts:
    return MADRID.of_parties(facts, deed, lambda one: replace(one, decided_on=deed.on))


def _interim(facts: Facts, deed: Deed) -> Facts:
    return MADRID.of_parties(facts, deed, lambda one: replace(one, interim_on=deed.on))


def _announced(facts: Facts, deed: Deed) -> Facts:
    after = MADRID.of_parties(facts, deed, lambda one: replace(one, opposition_announced=True))
    return MADRID.moves("opposition_announced")(after, deed)


def _opposition_dates(facts: Facts, deed: Deed) -> Facts:
    begins, ends = deed.days.get("begins_on"), deed.days.get("ends_on")
    return MADRID.of_parties(facts, deed, lambda one: replace(one, opposition_begins=begins, opposition_ends=ends))


def _ceased(facts: Facts, deed: Deed) -> Facts:
    """What is cancelled with the basic mark can be filed in the parties, from the day of the cancellation on."""
    after = dated(facts, basic_ceased_on=deed.on, cancelled_at_origin_on=deed.days.get("entered_on", deed.on))
    return MADRID.moves("ceased")(after, replace(deed, parties=()))


def _proceedings(facts: Facts, deed: Deed) -> Facts:
    return dated(facts, basic_proceedings_on=deed.on)


def _cancelled(facts: Facts, deed: Deed) -> Facts:
    after = facts if deed.things else dated(facts, cancelled_on=deed.on)
    return MADRID.moves("cancelled")(after, replace(deed, parties=()))


def _owner_changed(facts: Facts, deed: Deed) -> Facts:
    """The whole goes to a new holder; a part goes to a registration of its own."""
    after = _changed(facts, "ownership", deed.on)
    if deed.parties or deed.things:
        return MADRID.moves("transferred")(after, deed)
    holder = deed.facts.get("holder", "")
    after = dated(after, holder=holder or after.record.holder)
    return happened(after, madrid.Happening(on=deed.on, kind="owner_changed", holder=holder))


def _limited(facts: Facts, deed: Deed) -> Facts:
    return MADRID.moves("limited")(_changed(facts, "limitation", deed.on), deed)


def _licensed(facts: Facts, deed: Deed) -> Facts:
    return dated(_changed(facts, "licence", deed.on), licence_recorded_on=deed.on)


def _corrected(facts: Facts, deed: Deed) -> Facts:
    """Its parties may refuse what was corrected, from the notification on: it is sent on the day of the entry."""
    told = deed.days.get("entered_on", deed.on)
    change = madrid.Change(kind="correction", notified_on=told, parties=deed.parties)
    after = dated(facts, changes=(*facts.record.changes, change))
    return MADRID.moves("corrected")(after, replace(deed, on=told))


def _changed(facts: Facts, kind: Any, on: date) -> Facts:
    change = madrid.Change(kind=kind, notified_on=on)
    return dated(facts, changes=(*facts.record.changes, change))


def _renewed(facts: Facts, deed: Deed) -> Facts:
    """Ten years from the end of the term, however late in the months of grace it is recorded."""
    kept = tuple(deed.facts.get("keep", "").split())
    parties = (*deed.parties, *kept) if deed.parties else ()
    after = happened(facts, madrid.Happening(on=deed.on, kind="renewed", parties=parties, kept=kept))
    ended = facts.record.renewed_until or facts.record.registered_on
    until = madrid.protection(after.happenings, goods=1, origin=facts.record.origin, on=date.max).until
    return dated(after, renewed_until=until or ended)


def _designated(facts: Facts, deed: Deed) -> Facts:
    codes = {one.party for one in facts.record.designated}
    new = tuple(madrid.Designated(party=code, since=deed.on) for code in deed.parties if code not in codes)
    again = MADRID.of_parties(facts, deed, lambda one: madrid.Designated(party=one.party, since=deed.on))
    after = replace(again, record=replace(again.record, designated=(*again.record.designated, *new)))
    return _designations(after, deed, "designated")


def _restricted(facts: Facts, deed: Deed) -> Facts:
    return dated(facts, restricted_on=deed.on)


def _unrestricted(facts: Facts, _deed: Deed) -> Facts:
    return dated(facts, restricted_on=None)


def _second_part_paid(facts: Facts, deed: Deed) -> Facts:
    """The second part of the fee of the parties that are named is there: what told of it is answered."""
    return answered(facts, "34(3)", deed.on, deed.parties) if deed.parties else facts


def _without_effect(kind: Any) -> Effect:
    """An Office declares that a change has no effect in its party: which one, tells the day of its recording."""

    def effect(facts: Facts, deed: Deed) -> Facts:
        one = madrid.Happening(
            on=deed.on,
            kind=kind,
            parties=deed.parties,
            goods=deed.things,
            recorded_on=deed.days.get("recorded_on"),
        )
        return happened(facts, one)

    return effect


EFFECTS: Mapping[str, Effect] = {
    "presented": _presented,
    "forwarded": forwarded,
    "noticed": _noticed,
    "remedied": _remedied,
    "ended": _ended,
    "registered": _registered,
    "notified": _notified,
    "published": _published,
    "lapsed": _lapsed,
    "second_part_unpaid": MADRID.moves("second_part_unpaid"),
    "refuse": _refused,
    "complete_refusal": _completed,
    "grant": MADRID.on_the_day("granted_on", "granted"),
    "grant_after_refusal": _granted_after,
    "confirm_refusal": _confirmed,
    "decide_further": MADRID.moves("decided_further"),
    "tell_interim_status": _interim,
    "announce_opposition": _announced,
    "tell_opposition_dates": _opposition_dates,
    "invalidate": MADRID.moves("invalidated"),
    "notify_ceasing": _ceased,
    "notify_proceedings": _proceedings,
    "deny_change_in_ownership": _without_effect("transfer_without_effect"),
    "deny_limitation": _without_effect("limitation_without_effect"),
    "designate": _designated,
    "convert": _designated,
    "continue_effect": _designated,
    "change_ownership": _owner_changed,
    "divide": MADRID.moves("transferred"),
    "limit_goods": _limited,
    "renounce": MADRID.moves("renounced"),
    "cancel": _cancelled,
    "renew": _renewed,
    "pay_second_part": _second_part_paid,
    "correct": _corrected,
    "record_licence": _licensed,
    "restrict": _restricted,
    "lift_restriction": _unrestricted,
}
"""What is not here (a change of name, a representative, a correction) changes the application alone, or nothing."""

"""How a registration file stands: a fold of pure functions over its events."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import msgspec

from chancery.core import clock
from chancery.core.event import Event
from chancery.core.ledger import Entry
from chancery.records.register import events
from chancery.records.register.registration import Notice, Printed, Registration, Requested, Statement
from chancery.records.register.right import Payment
from chancery.treaties.registrations import Deed, System

ANSWERS = {"complete_refusal": ("18(1)(c)", "18(1)(d)")}
"""Acts of an Office that answer an invitation of the International Bureau, and under which Rules that is made."""

Step = Callable[[Registration, Any, datetime], Registration]


def fold(number: str, system: System, entries: Iterable[Entry]) -> Registration:
    """The file after these entries, in the order of the ledger. An erased entry is passed over, and marked."""
    file = Registration(number=number, system=system)
    for entry in entries:
        file = replace(file, version=entry.version, entries=(*file.entries, entry.number))
        if entry.body is None:
            file = replace(file, erased=True)
        elif entry.kind in STEPS and (file.received_on or entry.version == 1):
            kind, step = STEPS[entry.kind]
            file = step(file, kind.from_body(entry.body), entry.at)
    return file


def foresee(file: Registration, done: Iterable[Event], *, at: datetime) -> Registration:
    """The file as it would stand after events that nobody has entered."""
    for event in done:
        _kind, step = STEPS[event.kind()]
        file = step(file, event, at)
    return file


def _presented(file: Registration, event: events.ApplicationPresented, at: datetime) -> Registration:
    begun = replace(
        file,
        facts=file.system.begin(event.application),
        received_at=at,
        received_on=_day(event.received_on),
        office=event.office,
        documents=event.documents,
        forwarded_on=_day(event.received_on) if event.office == "IB" else None,
    )
    return begun.deed(Deed(what="presented", on=_day(event.received_on)))


def _forwarded(file: Registration, event: events.ApplicationForwarded, _at: datetime) -> Registration:
    day = _day(event.received_on)
    return file.deed(Deed(what="forwarded", on=day, application=event.application), forwarded_on=day)


def _noticed(file: Registration, event: events.IrregularityNotified, _at: datetime) -> Registration:
    due = _day(event.due) if event.due else None
    notice = Notice(
        notice=event.notice,
        rule=event.rule,
        findings=event.findings,
        dated=_day(event.dated),
        due=due,
        remedied_by=event.remedied_by,
        party=event.party,
        request=event.request,
        remark=event.remark,
    )
    deed = Deed(
        what="noticed",
        on=notice.dated,
        parties=(event.party,) if event.party else (),
        days={"due": due} if due else {},
        facts={"rule": event.rule},
    )
    return file.deed(deed, notices=(*file.notices, notice))


def _remedied(file: Registration, event: events.IrregularityRemedied, _at: datetime) -> Registration:
    day = _day(event.received_on)
    answered = tuple(replace(one, answered_on=day) if one.notice == event.notice else one for one in file.notices)
    told = next((one for one in file.notices if one.notice == event.notice), None)
    moved = {"moves_the_date": "yes"} if event.moves_the_date else {}
    cites = "; ".join(one.get("cites", "") for one in told.findings) if told else ""
    deed = Deed(
        what="remedied",
        on=day,
        parties=(told.party,) if told and told.party else (),
        facts={"rule": told.rule if told else "", "cites": cites, **moved},
        application=event.application,
    )
    return file.deed(deed, notices=answered, documents=_with(file.documents, event.documents))


def _with(documents: tuple[dict[str, Any], ...], newer: tuple[dict[str, Any], ...]) -> tuple[dict[str, Any], ...]:
    """The documents with what came in place of some of them."""
    replaced = {one.get("kind") for one in newer}
    return (*(one for one in documents if one.get("kind") not in replaced), *newer)


def _ended(file: Registration, event: events.ApplicationEnded, _at: datetime) -> Registration:
    day = _day(event.decided_on)
    return file.deed(Deed(what="ended", on=day), ended=event.how, ended_on=day, ended_because=event.reason)


def _registered(file: Registration, event: events.RegistrationMade, _at: datetime) -> Registration:
    day = _day(event.registered_on)
    return file.deed(
        Deed(what="registered", on=day, parties=event.parties),
        registration_number=event.registration_number,
        registered_on=day,
        entered_on=_day(event.entered_on),
    )


def _notified(file: Registration, event: events.PartiesNotified, _at: datetime) -> Registration:
    day = _day(event.on)
    told = tuple((party, day) for party in event.parties)
    return file.deed(Deed(what="notified", on=day, parties=event.parties), notified=(*file.notified, *told))


def _published(file: Registration, event: events.RegistrationPublished, _at: datetime) -> Registration:
    printed = (*file.printed, Printed(what=event.what, on=_day(event.published_on), issue=event.issue))
    if event.what != "registration":
        return replace(file, printed=printed)
    return file.deed(Deed(what="published", on=_day(event.published_on)), printed=printed)


def _stated(file: Registration, event: events.OfficeStated, at: datetime) -> Registration:
    days = {name: _day(day) for name, day in event.days.items()}
    statement = Statement(
        statement=event.statement,
        office=event.office,
        act=event.act,
        on=_day(event.on),
        things=event.things,
        days=days,
        facts=event.facts,
        grounds=event.grounds,
        answer_until=_day(event.answer_until) if event.answer_until else None,
        documents=event.documents,
        remark=event.remark,
    )
    deed = Deed(
        what=event.act,
        on=statement.on,
        parties=(event.office,),
        things=event.things,
        days={**days, "entered_on": clock.local_day(at)},
        facts=event.facts,
    )
    return file.deed(deed, statements=(*file.statements, statement), notices=_answered_by(file, statement))


def _answered_by(file: Registration, statement: Statement) -> tuple[Notice, ...]:
    """The notices, with those that a statement of an Office answers."""
    rules = ANSWERS.get(statement.act, ())
    return tuple(
        replace(one, answered_on=statement.on)
        if one.rule in rules and one.party == statement.office and one.answered_on is None
        else one
        for one in file.notices
    )


def _requested(file: Registration, event: events.RequestPresented, _at: datetime) -> Registration:
    asked = Requested(
        request=event.request,
        act=event.act,
        received_on=_day(event.received_on),
        parties=event.parties,
        things=event.things,
        facts=event.facts,
        application=event.application,
        documents=event.documents,
        remark=event.remark,
    )
    return replace(file, requests=(*file.requests, asked))


def _recorded(file: Registration, event: events.RequestRecorded, at: datetime) -> Registration:
    day = _day(event.recorded_on)
    told = whole(file, event)
    deed = Deed(
        what=told.act,
        on=day,
        parties=told.parties,
        things=told.things,
        days={"entered_on": clock.local_day(at)},
        facts=told.facts,
        application=told.application,
    )
    return file.deed(deed, requests=_requests(file, event.request, recorded_on=day))


def whole(file: Registration, event: events.RequestRecorded) -> events.RequestRecorded:
    """The event with what was asked for, as the request has it."""
    asked = next(one for one in file.requests if one.request == event.request)
    return msgspec.structs.replace(
        event,
        act=asked.act,
        parties=asked.parties,
        things=asked.things,
        facts=asked.facts,
        application=asked.application,
    )


def _declined(file: Registration, event: events.RequestDeclined, _at: datetime) -> Registration:
    declined = _requests(file, event.request, declined_on=_day(event.decided_on), reason=event.reason)
    return replace(file, requests=declined)


def _requests(file: Registration, number: int, **changes: Any) -> tuple[Requested, ...]:
    return tuple(replace(one, **changes) if one.request == number else one for one in file.requests)


def _lapsed(file: Registration, event: events.RegistrationLapsed, _at: datetime) -> Registration:
    return file.deed(Deed(what=event.what, on=_day(event.on), parties=event.parties, things=event.things))


def _paid(file: Registration, event: events.PaymentRecorded, _at: datetime) -> Registration:
    payment = Payment(
        line=event.line,
        amount=event.amount,
        currency=event.currency,
        received_on=_day(event.received_on),
        reference=event.reference,
    )
    return replace(file, payments=(*file.payments, payment))


def _refunded(file: Registration, event: events.FeeRefunded, _at: datetime) -> Registration:
    back = Payment(
        line=event.line,
        amount=event.amount,
        currency=event.currency,
        received_on=_day(event.refunded_on),
        reference=event.reference,
    )
    return replace(file, refunds=(*file.refunds, back))


def _day(text: str) -> date:
    return date.fromisoformat(text)


_STEPS: tuple[tuple[type[Event], Step], ...] = (
    (events.ApplicationPresented, _presented),
    (events.ApplicationForwarded, _forwarded),
    (events.IrregularityNotified, _noticed),
    (events.IrregularityRemedied, _remedied),
    (events.ApplicationEnded, _ended),
    (events.RegistrationMade, _registered),
    (events.PartiesNotified, _notified),
    (events.RegistrationPublished, _published),
    (events.OfficeStated, _stated),
    (events.RequestPresented, _requested),
    (events.RequestRecorded, _recorded),
    (events.RequestDeclined, _declined),
    (events.RegistrationLapsed, _lapsed),
    (events.PaymentRecorded, _paid),
    (events.FeeRefunded, _refunded),
)
STEPS: Mapping[str, tuple[type[Event], Step]] = {kind.kind(): (kind, step) for kind, step in _STEPS}
"""What each kind of event does to a registration file."""

"""Doing a later act of a registration: everything is looked at once more, then one event is entered, or none.

A request is *presented* here; the International Bureau records it, or not, at its desk. An answer to a notice is
entered as the remedy.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from chancery.core import clock
from chancery.core.event import Event
from chancery.core.refusal import Denied, Refused
from chancery.records.documents import actions as keeping
from chancery.records.register import queries as rights
from chancery.records.register.events import IrregularityRemedied, RequestPresented, RequestRecorded
from chancery.records.register.queries import Notice, Registration
from chancery.services.filing.acts.asking import wrong
from chancery.services.filing.acts.brought import Brought, entered, missing, not_too_large, not_too_many, upload_of
from chancery.services.filing.acts.entering import enter_once
from chancery.services.filing.entitled import OWNER
from chancery.services.filing.registrations.acts_answering import ANSWERING, moves_the_date, of_the_holder
from chancery.services.filing.registrations.acts_asking import Ask, Deed, asked_for, facts, read
from chancery.services.filing.registrations.acts_shared import plain_of
from chancery.services.filing.registrations.acts_table import asks
from chancery.treaties.kernel import Finding
from chancery.treaties.kernel.plain import BadData
from chancery.treaties.registrations import Asked, Possible

EVERYTHING = Asked()


@dataclass(frozen=True, kw_only=True)
class Sent:
    """What a person sends for an act. ``version`` is that of the file which they had before them.

    ``signed`` is the name that they typed themselves, ``co_signed`` are those of others who signed by invitation.
    """

    version: int
    values: Mapping[str, Any]
    files: tuple[Brought, ...] = ()
    signed: str = ""
    co_signed: tuple[str, ...] = ()

    @property
    def signatures(self) -> tuple[str, ...]:
        return tuple(name for one in (self.signed, *self.co_signed) if (name := one.strip()))


@dataclass(frozen=True, kw_only=True)
class Prepared:
    """An act that can be handed in: what would be entered, and how the file stands once it is recorded.

    ``possible`` is nothing for the answer to a notice.
    """

    ask: Ask
    possible: Possible | None
    deed: Deed
    event: Event
    after: Registration


def asked(file: Registration, key: str) -> Ask:
    """What is asked for an act of this file's system. Raises `Denied` for a key that is none."""
    found = asks(file.system.key).get(key)
    if found is None:
        raise Denied.because(_("There is no such act."))
    return found


def possible(ask: Ask, file: Registration, *, on: date, asked: Asked = EVERYTHING) -> Possible:
    """Whether an act can be done on that day: what the treaty says, and what the file itself says."""
    if file.received_on is None or file.erased:
        message = _("Content of this file has been erased; nothing can be done in it.")
        return Possible(act=file.system.act(ask.key), findings=(wrong(message),))
    found = file.possible(ask.key, on=on, asked=asked)
    if file.ended and not found.findings:
        return replace(found, findings=(wrong(_("The application has ended; there is no registration.")),))
    waiting = [one for one in file.open_requests if one.act == ask.key]
    if waiting and not found.findings:
        note = _("The same was asked for on {day} already, and waits to be recorded.").format(
            day=waiting[0].received_on.isoformat()
        )
        return replace(found, notes=(*found.notes, Finding("", note, "", "hint")))
    return found


def entitled(number: str, *, by: int, on: date, version: int | None = None) -> Registration:
    """The file on which this person may act: its owner. Raises `Denied`, as if there were none for strangers."""
    level = rights.level(number, by, on=on)
    file = rights.registration(number, version=version) if level else None
    if file is None:
        raise Denied.because(_("There is no such registration among yours."))
    if level != OWNER:
        raise Denied.because(_("It is shared with you to read, or to help write. Its owner hands acts in."))
    return file


def with_contacts(file: Registration) -> dict[str, Any]:
    """The application of a file as plain data, with how its persons can be reached."""
    return rights.reached(file.number, plain_of(file.application))


def attach(number: str, ask: Ask, *, kind: str, data: bytes, name: str, by: int, at: datetime) -> Brought:
    """Keep a PDF for an act, checked and measured. Raises `Refused` with the reason."""
    entitled(number, by=by, on=clock.local_day(at))
    upload_of(ask.uploads, kind)
    field = f"files.{kind}"
    not_too_large(data, field=field)
    kept = keeping.keep_pdf(data, name=name, by=by, at=at, field=field, carrying=True)
    return Brought(kind=kind, sha256=kept.sha256, name=name[:255])


def prepare(number: str, key: str, sent: Sent, *, by: int, at: datetime, signing: bool = False) -> Prepared:
    """Look at an act without doing it. Raises `Denied`, or `Refused` with every reason there is.

    ``signing``: signatures are still being gathered, so that none is missed.
    """
    on = clock.local_day(at)
    file = entitled(number, by=by, on=on, version=sent.version)
    ask = asked(file, key)
    if ask.way != "request":
        raise Refused.because(_("This is not handed in here. Its page says what to do."))
    deed, found = _deed(ask, file, sent, by=by, on=on)
    can = possible(ask, file, on=on, asked=asked_for(deed.values))
    if can.findings:
        raise Refused([replace(one, field=one.field or "parties") for one in can.findings])
    _accept(ask, deed, sent, found, signing=signing)
    event = RequestPresented(
        request=len(file.requests) + 1,
        act=key,
        received_on=on.isoformat(),
        parties=deed.asked.parties,
        things=deed.asked.things,
        facts=facts(deed),
        application=_read_again(deed),
        documents=deed.files,
        signatures=tuple({"name": one, "signed_on": on.isoformat()} for one in sent.signatures),
        remark=str(deed.values.get("remark", "")),
    )
    recorded = RequestRecorded(request=event.request, recorded_on=on.isoformat(), cites=can.act.cites)
    after = rights.foreseen_registration(file, event, recorded, at=at)
    return Prepared(ask=ask, possible=can, deed=deed, event=event, after=after)


def prepare_answer(number: str, notice: int, sent: Sent, *, by: int, at: datetime) -> Prepared:
    """Look at the answer to a notice without giving it. Raises `Denied` or `Refused` likewise."""
    on = clock.local_day(at)
    file = entitled(number, by=by, on=on, version=sent.version)
    told = notice_of(file, notice)
    if told.answered_on:
        raise Refused.because(_("This notice has been answered already."))
    if not of_the_holder(told):
        raise Refused.because(_("Only the Office of origin can mend this. Ask it to."), cites="Madrid Rule 11(4)")
    deed, found = _deed(ANSWERING, file, sent, by=by, on=on)
    _accept(ANSWERING, deed, sent, found)
    event = IrregularityRemedied(
        notice=notice,
        received_on=on.isoformat(),
        application=_read_again(deed),
        documents=deed.files,
        moves_the_date=moves_the_date(told),
        remark=str(deed.values.get("remark", "")),
    )
    after = rights.foreseen_registration(file, event, at=at)
    return Prepared(ask=ANSWERING, possible=None, deed=deed, event=event, after=after)


def notice_of(file: Registration, number: int) -> Notice:
    """A notice by its number. Raises `Denied` for one that is none."""
    found = next((one for one in file.notices if one.notice == number), None)
    if found is None:
        raise Denied.because(_("There is no such notice."))
    return found


def hand_in(number: str, key: str, sent: Sent, *, by: int, at: datetime) -> int:
    """Do it. Returns the ledger entry; sent twice, the first one's. `Conflict` if the file has changed meanwhile."""
    with transaction.atomic():
        prepared = prepare(number, key, sent, by=by, at=at)
        return enter_once(number, (prepared.event,), version=sent.version, at=at)


def answer(number: str, notice: int, sent: Sent, *, by: int, at: datetime) -> int:
    """Answer a notice. Returns the ledger entry, as `hand_in` does."""
    with transaction.atomic():
        prepared = prepare_answer(number, notice, sent, by=by, at=at)
        return enter_once(number, (prepared.event,), version=sent.version, at=at)


def _deed(ask: Ask, file: Registration, sent: Sent, *, by: int, on: date) -> tuple[Deed, tuple[Finding, ...]]:
    not_too_many(sent.files)
    for one in sent.files:
        upload_of(ask.uploads, one.kind)
    files = tuple(entered(one, by=by) for one in sent.files)
    deed = Deed(key=ask.key, file=file, plain=with_contacts(file), values={}, files=files, on=on)
    values, found = read(ask, deed, sent.values)
    return replace(deed, values=values), found


def _accept(ask: Ask, deed: Deed, sent: Sent, found: tuple[Finding, ...], *, signing: bool = False) -> None:
    """Raise `Refused` with everything that is wrong with what was said, brought and signed."""
    unsigned = [] if sent.signatures or signing else [wrong(_("Write the name of who signs."), field="signed")]
    every = [*found, *missing(ask.uploads, sent.files), *unsigned] or [*ask.judge(deed)]
    if every:
        raise Refused(every)


def _read_again(deed: Deed) -> dict[str, Any] | None:
    """The application afterwards, whole and as its system writes it; None where the act leaves it as it is."""
    ask = ANSWERING if deed.key == ANSWERING.key else asked(deed.file, deed.key)
    changed = ask.change(deed)
    if changed is None:
        return None
    try:
        return plain_of(deed.file.system.application(changed))
    except BadData as bad:
        raise Refused.because(bad.reason, field=bad.path) from None

"""Doing a later act of a registration: everything is looked at once more, then one event is entered, or none.

A request is *presented* here; the International Bureau records it, or not, at its desk. An answer to a notice is
entered as the remedy.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

import msgspec
from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from chancery.core import clock
from chancery.core.event import Event
from chancery.core.ledger import Entry
from chancery.core.refusal import Conflict, Denied, Refused
from chancery.records.documents import actions as keeping
from chancery.records.documents import queries as documents
from chancery.records.register import actions as register
from chancery.records.register import queries as rights
from chancery.records.register.events import IrregularityRemedied, RequestPresented, RequestRecorded
from chancery.records.register.queries import Notice, Registration
from chancery.services.filing.acts.asking import wrong
from chancery.services.filing.acts.doing import FILES, Brought
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
    """What a person sends for an act. ``version`` is that of the file which they had before them."""

    version: int
    values: Mapping[str, Any]
    files: tuple[Brought, ...] = ()
    signed: str = ""


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
    _upload(ask, kind)
    field = f"files.{kind}"
    if len(data) > settings.UPLOAD_LIMIT:
        raise Refused.because(_("The file is too large. Divide it, or reduce its pictures."), field=field)
    kept = keeping.keep_pdf(data, name=name, by=by, at=at, field=field)
    return Brought(kind=kind, sha256=kept.sha256, name=name[:255])


def prepare(number: str, key: str, sent: Sent, *, by: int, at: datetime) -> Prepared:
    """Look at an act without doing it. Raises `Denied`, or `Refused` with every reason there is."""
    on = clock.local_day(at)
    file = entitled(number, by=by, on=on, version=sent.version)
    ask = asked(file, key)
    if ask.way != "request":
        raise Refused.because(_("This is not handed in here. Its page says what to do."))
    deed, found = _deed(ask, file, sent, by=by, on=on)
    can = possible(ask, file, on=on, asked=asked_for(deed.values))
    if can.findings:
        raise Refused([replace(one, field=one.field or "parties") for one in can.findings])
    _accept(ask, deed, sent, found)
    event = RequestPresented(
        request=len(file.requests) + 1,
        act=key,
        received_on=on.isoformat(),
        parties=deed.asked.parties,
        things=deed.asked.things,
        facts=facts(deed),
        application=_read_again(deed),
        documents=deed.files,
        signatures=({"name": sent.signed.strip(), "signed_on": on.isoformat()},),
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
        return _enter(number, prepare(number, key, sent, by=by, at=at).event, sent, at=at)


def answer(number: str, notice: int, sent: Sent, *, by: int, at: datetime) -> int:
    """Answer a notice. Returns the ledger entry, as `hand_in` does."""
    with transaction.atomic():
        return _enter(number, prepare_answer(number, notice, sent, by=by, at=at).event, sent, at=at)


def _enter(number: str, event: Event, sent: Sent, *, at: datetime) -> int:
    later = rights.timeline(number)[sent.version :]
    if later and _is(later[0], event):
        return later[0].number
    if later:
        raise Conflict.because(
            _("Something has been entered in this file since you looked at it. Check once more what will change.")
        )
    return register.enter(number, event, after=sent.version, at=at).number


def _is(entry: Entry, event: Event) -> bool:
    """Whether an entry is this event: the same button, pressed twice. What is kept beside the ledger does not count."""
    application = getattr(event, "application", None)
    if application is not None:
        event = msgspec.structs.replace(event, application=rights.without_contacts(application))
    return entry.body is not None and entry.kind == event.kind() and type(event).from_body(entry.body) == event


def _deed(ask: Ask, file: Registration, sent: Sent, *, by: int, on: date) -> tuple[Deed, tuple[Finding, ...]]:
    if len(sent.files) > FILES:
        raise Refused.because(_("At most {most} files are taken.").format(most=FILES), field="files")
    files = tuple(_entered(ask, one, by=by) for one in sent.files)
    deed = Deed(key=ask.key, file=file, plain=with_contacts(file), values={}, files=files, on=on)
    values, found = read(ask, deed, sent.values)
    return replace(deed, values=values), found


def _accept(ask: Ask, deed: Deed, sent: Sent, found: tuple[Finding, ...]) -> None:
    """Raise `Refused` with everything that is wrong with what was said, brought and signed."""
    brought = {one["kind"] for one in deed.files}
    missing = [
        wrong(_("Bring this file."), field=f"files.{one.kind}")
        for one in ask.uploads
        if one.needed and one.kind not in brought
    ]
    unsigned = [] if sent.signed.strip() else [wrong(_("Write the name of who signs."), field="signed")]
    every = [*found, *missing, *unsigned] or [*ask.judge(deed)]
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


def _upload(ask: Ask, kind: str) -> None:
    if kind not in {one.kind for one in ask.uploads}:
        raise Refused.because(_("No such file belongs to this act."), field="files")


def _entered(ask: Ask, one: Brought, *, by: int) -> dict[str, Any]:
    """A file as the register enters it. Knowing a hash is no right to the file: it must be this person's own."""
    _upload(ask, one.kind)
    if not documents.was_brought(one.sha256, by=by):
        raise Refused.because(_("Bring this file again: it is not among those you uploaded."), field="files")
    measures = documents.measured(one.sha256)
    return {
        "kind": one.kind,
        "sha256": one.sha256,
        "name": one.name[:255],
        "sheets": len(measures.pages) if measures else 0,
        "size": documents.size(one.sha256),
    }

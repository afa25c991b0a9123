"""Doing an act: everything is looked at once more, then one event is entered, or none and the reasons are said."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from chancery.core import clock
from chancery.core.event import Event
from chancery.core.refusal import Denied, Refused
from chancery.records.documents import actions as keeping
from chancery.records.documents import queries as documents
from chancery.records.register import queries as rights
from chancery.records.register.events import PaperReceived, RequestChanged
from chancery.records.register.queries import Right
from chancery.services.filing import sequences
from chancery.services.filing.acts.asking import Ask, Deed, read, wrong
from chancery.services.filing.acts.brought import Brought, entered, missing, not_too_large, not_too_many, upload_of
from chancery.services.filing.acts.entering import enter_once
from chancery.services.filing.acts.table import ASKS
from chancery.services.filing.entitled import entitled
from chancery.treaties import pct


@dataclass(frozen=True, kw_only=True)
class Sent:
    """What a person sends for an act. ``version`` is that of the file which they had before them."""

    version: int
    values: Mapping[str, Any]
    files: tuple[Brought, ...] = ()
    signatures: tuple[pct.Signature, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Prepared:
    """An act that can be handed in: what would be entered, and how the right would stand afterwards."""

    ask: Ask
    possible: pct.Possible
    deed: Deed
    events: tuple[Event, ...]
    after: Right


def asked(key: str) -> Ask:
    """What is asked for an act. Raises `Denied` for a key that is none."""
    if key not in ASKS:
        raise Denied.because(_("There is no such act."))
    return ASKS[key]


def possible(ask: Ask, right: Right, *, on: Any) -> pct.Possible:
    """Whether an act can be done today: what the Treaty says, and what the file itself says."""
    if right.received_on is None:  # its first entry was erased
        message = _("The content of this file has been erased; nothing can be done in it.")
        return pct.Possible(act=pct.act(ask.key), findings=(wrong(message),))
    found = pct.possible(ask.key, right.record, right.application, on=on)
    return replace(found, findings=(*found.findings, *(() if found.findings else ask.bars(right))))


def with_contacts(right: Right) -> Right:
    """The right with how its persons can be reached, for those who may act on it."""
    return replace(right, application=rights.with_contacts(right.number, right.application))


def attach(number: str, key: str, *, kind: str, data: bytes, name: str, by: int, at: datetime) -> Brought:
    """Keep a file for an act: a PDF is checked and measured, a listing read. Raises `Refused` with the reason."""
    entitled(number, pct.act(key), by=by, on=clock.local_day(at))
    upload = upload_of(asked(key).uploads, kind)
    field = f"files.{kind}"
    not_too_large(data, field=field)
    if upload.xml:
        sequences.read(data, field=field)
        kept = keeping.keep(data, media_type=sequences.XML, name=name, by=by, at=at)
    else:
        kept = keeping.keep_pdf(data, name=name, by=by, at=at, field=field)
    return Brought(kind=kind, sha256=kept.sha256, name=name[:255])


def prepare(number: str, key: str, sent: Sent, *, by: int, at: datetime, signing: bool = False) -> Prepared:
    """Look at an act without doing it. Raises `Denied`, or `Refused` with every reason there is.

    ``signing``: signatures are still being gathered, so that none is missed.
    """
    ask = asked(key)
    on = clock.local_day(at)
    right = with_contacts(entitled(number, pct.act(key), by=by, on=on, version=sent.version))
    can = possible(ask, right, on=on)
    if can.findings:
        raise Refused(can.findings)
    values, found = read(ask, right, sent.values)
    deed = _deed(ask, right, sent, values, by=by, at=at)
    found += missing(ask.uploads, sent.files)
    if not signing:
        found += pct.unsigned(key, right.application, deed.signatures)
    if not found:
        found = tuple(ask.judge(deed))
    if found:
        raise Refused(found)
    events = _events(ask, deed)
    return Prepared(ask=ask, possible=can, deed=deed, events=events, after=rights.foreseen(right, *events, at=at))


def hand_in(number: str, key: str, sent: Sent, *, by: int, at: datetime) -> int:
    """Do it. Returns the ledger entry; sent twice, the first one's. `Conflict` if the file has changed meanwhile."""
    with transaction.atomic():
        prepared = prepare(number, key, sent, by=by, at=at)
        return enter_once(number, prepared.events, version=sent.version, at=at)


def _deed(ask: Ask, right: Right, sent: Sent, values: Mapping[str, Any], *, by: int, at: datetime) -> Deed:
    on = clock.local_day(at)
    not_too_many(sent.files)
    files = [(upload_of(ask.uploads, one.kind), entered(one, by=by)) for one in sent.files]
    return Deed(
        key=ask.key,
        right=right,
        values=values,
        files=tuple(one for upload, one in files if not upload.part),
        parts=tuple(_part(one) for upload, one in files if upload.part),
        signatures=tuple(replace(one, signed_on=on) for one in _of_this_file(sent.signatures, right)),
        on=on,
    )


def _part(file: Mapping[str, Any]) -> pct.Part:
    measures = documents.measured(file["sha256"])
    named = {name: file[name] for name in ("kind", "sha256", "name", "sheets")}
    return pct.Part(**named, words=measures.words if measures else None)


def _of_this_file(signatures: tuple[pct.Signature, ...], right: Right) -> tuple[pct.Signature, ...]:
    parties, agents = len(right.application.parties), len(right.application.agents)
    for one in signatures:
        if not (0 <= (one.party or 0) < max(parties, 1) and 0 <= (one.agent or 0) < max(agents, 1)):
            raise Refused.because(_("There is nobody at this place of the request."), field="signatures")
    return tuple(one for one in signatures if one.name.strip())


def _events(ask: Ask, deed: Deed) -> tuple[Event, ...]:
    """The event; and, where a changed request has no place for what came with it, the papers beside it."""
    event = ask.event(deed)
    if not (isinstance(event, RequestChanged) and deed.files):
        return (event,)
    number = len(deed.right.papers) + 1
    day = deed.on.isoformat()
    return (event, PaperReceived(act=deed.key, received_on=day, documents=deed.files, paper=number))

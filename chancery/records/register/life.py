"""What everyone may read of a registration's life: the statements of Offices, what is recorded, and its history."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.core import ledger
from chancery.core.ledger import Entry
from chancery.records.register import events
from chancery.records.register.events_registrations import DISCLOSED_OF_REGISTRATIONS
from chancery.records.register.registration import Registration, Requested
from chancery.records.register.wording import Said, describe
from chancery.records.register.wording_registrations import printed
from chancery.treaties.registrations import Act

BY: dict[str, str | Promise] = {
    "ApplicationForwarded": gettext_lazy("Office of origin"),
    "RegistrationMade": gettext_lazy("International Bureau"),
    "PartiesNotified": gettext_lazy("International Bureau"),
    "RegistrationPublished": gettext_lazy("International Bureau"),
    "RequestRecorded": gettext_lazy("International Bureau"),
    "RequestDeclined": gettext_lazy("International Bureau"),
    "RegistrationLapsed": gettext_lazy("International Bureau"),
    "ApplicationEnded": gettext_lazy("International Bureau"),
    "IrregularityNotified": gettext_lazy("International Bureau"),
    "IrregularityRemedied": gettext_lazy("Applicant or Office"),
    "RequestPresented": gettext_lazy("Holder"),
    "PaymentRecorded": gettext_lazy("International Bureau"),
    "FeeRefunded": gettext_lazy("International Bureau"),
}


@dataclass(frozen=True)
class Line:
    """One line of the history: who said what."""

    said: Said
    by: str


@dataclass(frozen=True)
class Stated:
    """A statement of an Office. ``things`` are what it is about in words, none where it is about all of them."""

    office: str
    act: Act
    on: date
    things: tuple[str, ...]
    grounds: tuple[dict[str, str], ...]
    answer_until: date | None


@dataclass(frozen=True)
class Recorded:
    """A change that is in the Register: in which parties, and about what; both empty where it is everywhere."""

    act: Act
    on: date
    parties: tuple[str, ...]
    things: tuple[str, ...]


@dataclass(frozen=True)
class Basis:
    """How far a mark depends on its basic mark (Madrid Art. 6(3)): ``until`` the five years end."""

    until: date
    depends: bool
    ceased_on: date | None
    proceedings_on: date | None


def statements(file: Registration) -> list[Stated]:
    """What Offices have stated, the first one first."""
    return [
        Stated(
            office=one.office,
            act=file.system.act(one.act),
            on=one.on,
            things=_things(file, one.things),
            grounds=one.grounds,
            answer_until=one.answer_until,
        )
        for one in file.statements
    ]


def recorded(file: Registration) -> list[Recorded]:
    """What was asked for and is recorded, the first one first. What is not recorded is nobody else's business."""
    return [
        Recorded(
            act=file.system.act(one.act), on=one.recorded_on, parties=one.parties, things=_things(file, one.things)
        )
        for one in file.requests
        if one.recorded_on
    ]


def _things(file: Registration, places: Iterable[int]) -> tuple[str, ...]:
    known = file.things
    return tuple(known[place] or str(place + 1) if place < len(known) else str(place + 1) for place in places)


def basis(file: Registration, *, on: date) -> Basis | None:
    """The dependence on the basic mark; nothing for what is no registered mark."""
    if file.system.key != "madrid" or file.registered_on is None:
        return None
    record = file.facts.record
    until = next(limit.due for limit in file.limits() if limit.cites == "Madrid Art. 6(3)")
    assert isinstance(until, date)
    return Basis(
        until=until,
        depends=on < until,
        ceased_on=record.basic_ceased_on,
        proceedings_on=record.basic_proceedings_on,
    )


def history(file: Registration, *, public: bool, closed: bool = True) -> list[Line]:
    """Every entry in words, and whose doing it was. ``public``: what publication does not open is only said to be
    there, or left out where ``closed`` is false.
    """
    entries = ledger.stream(file.number)
    return list(_lines(file, entries, public=public, closed=closed))


def _lines(file: Registration, entries: Iterable[Entry], *, public: bool, closed: bool) -> Iterator[Line]:
    asked = {one.request: one for one in file.requests}
    for entry in entries:
        shown = not public or entry.kind in DISCLOSED_OF_REGISTRATIONS
        if not closed and (entry.erased or not shown):
            continue
        told = describe(entry, shown=shown)
        if shown and entry.body and entry.kind == events.RequestRecorded.kind():
            told = _of_request(told, asked.get(entry.body["request"]))
        yield Line(told, _by(entry) if shown else "")


def _of_request(told: Said, asked: Requested | None) -> Said:
    """What was recorded says itself what it is; of an entry that does not, the request does."""
    title = _("Recorded: %(title)s") % {"title": printed(asked.act)} if asked else told.words
    if asked is None or told.words == title:
        return told
    detail = " · ".join(part for part in (told.words, " ".join(asked.parties), told.detail) if part)
    return replace(told, words=title, detail=detail)


def _by(entry: Entry) -> str:
    body = entry.body or {}
    name = entry.kind.split(".")[-1]
    if name in ("OfficeStated", "ApplicationPresented"):
        office = str(body.get("office", ""))
        return _("Applicant") if name == "ApplicationPresented" else _("Office %(office)s") % {"office": office}
    return str(BY.get(name, ""))

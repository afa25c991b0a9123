"""Registrations of marks, designs and indications over the API: how each stands, its life, its history; bulletins."""

import re
from datetime import date
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from django.urls import reverse
from ninja import Path
from pydantic import Field

from chancery.core import clock
from chancery.core.wire import OPTIONAL_TOKEN, Told, Trouble
from chancery.core.wire import router as room_router
from chancery.records.register import bibliographic, life, queries
from chancery.records.register.api import Happened, Timeline
from chancery.records.register.asking import asks
from chancery.records.register.queries import Registration

router = room_router(tags=["Register"])

FileNumber = Annotated[str, Field(max_length=40, description="As in an address: MADRID-2026-000001.")]
SystemKey = Literal["madrid", "hague", "lisbon"]
Year = Annotated[int, Field(ge=1, le=9999)]
Week = Annotated[int, Field(ge=1, le=53, description="As ISO 8601 counts weeks.")]
_ADDRESS = re.compile(r"(?:MADRID|HAGUE|LISBON)-\d{4}-\d{6}")


class ToldDatum(Told):
    """One datum; ``code`` is its INID code (WIPO ST.60, ST.80), empty where no Standard has one."""

    code: str
    label: str
    words: str
    day: date | None
    cites: str


class ToldReached(Told):
    """A status in one of its strands."""

    key: str
    label: str
    strand: str
    cites: str


class ToldRegistration(Told):
    """One registration file as the register knows it."""

    number: str
    system: SystemKey
    registration_number: str
    status: str
    public: bool
    version: int
    title: str
    holders: list[str]
    things: list[str]
    registered_on: date | None
    published_on: date | None
    term_ends: date | None
    statuses: list[ToldReached]
    data: list[ToldDatum]
    page: str


class ToldSpan(Told):
    """From a day on, things (places in the list, from 0) of a party stand in a state; open where there is no end."""

    since: date
    until: date | None
    things: list[int]
    state: str
    says: str
    tone: Literal["waits", "stands", "refused", "over"]
    by: str
    title: str
    cites: str


class ToldPartyLife(Told):
    """What became of the registration in one designated party."""

    party: str
    name: str
    since: date
    tone: Literal["waits", "stands", "refused", "over"]
    spans: list[ToldSpan]


class RegistrationLife(Told):
    number: str
    on: date
    parties: list[ToldPartyLife]


class ToldAppearance(Told):
    """Something that a bulletin published; ``what`` is "registration", or the key of an act."""

    entry: int
    number: str
    registration_number: str
    what: str
    called: str
    title: str
    holders: list[str]
    published_on: date
    page: str


class ToldBulletin(Told):
    """One issue of the bulletin of a system."""

    system: SystemKey
    name: str
    year: int
    week: int
    published_on: date
    items: list[ToldAppearance]


@router.get(
    "/register/registrations/{number}",
    response=ToldRegistration,
    operation_id="readRegistration",
    summary="Read a registration",
    openapi_extra=OPTIONAL_TOKEN,
)
def registration(request: HttpRequest, number: Path[FileNumber]) -> dict[str, Any]:
    """A published registration for everyone; one that is not published for those it belongs to."""
    file, on = _visible(request, number), clock.today()
    return {
        "number": file.number,
        "system": file.system.key,
        "registration_number": file.registration_number,
        "status": file.status,
        "public": queries.is_public(file.number),
        "version": file.version,
        "title": file.title,
        "holders": list(file.holders),
        "things": list(file.things),
        "registered_on": file.registered_on,
        "published_on": file.publication.on if file.publication else None,
        "term_ends": file.until(on=on),
        "statuses": [
            {"key": one.key, "label": one.label, "strand": one.strand, "cites": one.cites}
            for one in file.statuses(on=on)
        ],
        "data": [
            {"code": one.inid, "label": str(one.label), "words": one.words, "day": one.day, "cites": one.cites}
            for one in bibliographic.lines(file)
        ],
        "page": _page(request, file.number),
    }


@router.get(
    "/register/registrations/{number}/life",
    response=RegistrationLife,
    operation_id="readRegistrationLife",
    summary="Read what became of a registration in each party",
    openapi_extra=OPTIONAL_TOKEN,
)
def life_of(request: HttpRequest, number: Path[FileNumber]) -> dict[str, Any]:
    """Each designated party with the states of its goods, services or designs over time, until today."""
    file, on = _visible(request, number), clock.today()
    parties = [
        {
            "party": one.code,
            "name": one.name,
            "since": one.since,
            "tone": one.tone,
            "spans": [
                {
                    "since": span.since,
                    "until": span.until,
                    "things": list(span.things if span.until else span.still),
                    "state": span.state,
                    "says": span.says,
                    "tone": span.tone,
                    "by": span.by,
                    "title": span.title,
                    "cites": span.cites,
                }
                for span in one.spans
            ],
        }
        for one in file.lives(on=on)
    ]
    return {"number": file.number, "on": on, "parties": parties}


@router.get(
    "/register/registrations/{number}/timeline",
    response=Timeline,
    operation_id="readRegistrationTimeline",
    summary="Read what happened to a registration",
    openapi_extra=OPTIONAL_TOKEN,
)
def timeline(request: HttpRequest, number: Path[FileNumber]) -> Timeline:
    """Every ledger entry of a registration file, in order. What is not open to everyone says only that it is there."""
    file = _visible(request, number)
    public = queries.is_public(file.number)
    entries = {entry.number: entry for entry in queries.timeline(file.number)}
    return Timeline(
        number=file.number,
        items=[
            Happened(
                entry=one.said.number,
                at=one.said.at,
                words=one.said.words,
                detail=one.said.detail,
                cites=one.said.cites,
                open=queries.disclosed(entries[one.said.number], public=public),
            )
            for one in life.history(file, public=public)
        ],
    )


@router.get(
    "/register/bulletins/{system}/{int:year}/{int:week}",
    response=ToldBulletin,
    operation_id="readBulletin",
    summary="Read an issue of a bulletin",
)
def bulletin(request: HttpRequest, system: Path[SystemKey], year: Path[Year], week: Path[Week]) -> dict[str, Any]:
    """What was registered, renewed, limited, refused: everything that the issue published, in the ledger's order."""
    appeared = queries.printed(system, year=year, week=week)
    if not appeared:
        raise Trouble(404, "There was no such issue of this bulletin.")
    files = queries.registrations({one.number for one in appeared})
    return {
        "system": system,
        "name": appeared[0].issue,
        "year": year,
        "week": week,
        "published_on": appeared[0].on,
        "items": [_appearance(request, one, files[one.number]) for one in appeared if not files[one.number].erased],
    }


def _appearance(request: HttpRequest, one: queries.Appeared, file: Registration) -> dict[str, Any]:
    return {
        "entry": one.entry,
        "number": one.number,
        "registration_number": one.registration_number,
        "what": one.what,
        "called": queries.called(one.what),
        "title": file.title,
        "holders": list(file.holders),
        "published_on": one.on,
        "page": _page(request, one.number),
    }


def _visible(request: HttpRequest, address: str) -> Registration:
    known = _ADDRESS.fullmatch(address)
    file = queries.visible_registration(queries.from_address(address), **asks(request)) if known else None
    if file is None or file.erased:
        raise Trouble(404, "There is no such registration, or it is not published and not yours.")
    return file


def _page(request: HttpRequest, number: str) -> str:
    return request.build_absolute_uri(reverse("register:registration", args=(queries.in_address(number),)))

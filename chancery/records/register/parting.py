"""What comes out of a registration as one of its own: a partial change in ownership, or a division.

It has the same number with a letter and the same dates (Madrid Rules 27(2), 27bis; Hague Rule 21(7)). What the Offices
of its parties were told and stated before is carried over, so that the new file stands where the old one stood.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from chancery.core.event import Event
from chancery.records.register import events
from chancery.records.register.registration import Registration, Requested, Statement
from chancery.treaties import madrid

LISTS = {"madrid": ("goods", "goods"), "hague": ("shown", "designs")}
"""Where the things of an application stand, and what places in that list are called elsewhere in it."""


def base(registration_number: str) -> str:
    """The number without letters at its end: ``DM/000001`` of ``DM/000001A``."""
    return re.sub(r"(?<=\d)[A-Z]+$", "", registration_number)


def lettered(registration_number: str, given: int) -> str:
    """The number of the part that is the ``given``-th of a registration: A, B, …, Z, AA (`madrid.successor`)."""
    head, digits = re.fullmatch(r"(\D*)(\d+)", base(registration_number)).groups()  # type: ignore[union-attr]
    part = digits
    for _ in range(given):
        part = madrid.successor(digits, [part])
    return head + part


def carried(
    file: Registration, asked: Requested, *, number: str, registration_number: str, cites: str, on: date
) -> Iterator[Event]:
    """The events with which the new file begins."""
    parties = asked.parties or tuple(life.code for life in file.lives(on=on))
    places = asked.things or tuple(range(len(file.things)))
    yield events.ApplicationPresented(
        number=number,
        system=file.system.key,
        office=file.office,
        received_on=_iso(file.received_on),
        application=part_of(file, asked, parties, places),
        documents=file.documents,
    )
    if file.forwarded_on and file.office != "IB":
        yield events.ApplicationForwarded(from_office=file.office, received_on=_iso(file.forwarded_on))
    yield events.RegistrationMade(
        registration_number=registration_number,
        registered_on=_iso(file.registered_on),
        entered_on=on.isoformat(),
        parties=parties,
        cites=cites,
    )
    yield from _history(file, parties, places)


def _history(file: Registration, parties: Sequence[str], places: Sequence[int]) -> Iterator[Event]:
    told = sorted(((day, code) for code, day in file.notified if code in parties), key=lambda each: each[0])
    for day, several in groupby(told, key=lambda each: each[0]):
        yield events.PartiesNotified(parties=tuple(code for _day, code in several), on=day.isoformat())
    concerned = (one for one in file.statements if one.office in parties and _touches(one.things, places))
    for count, one in enumerate(concerned, start=1):
        yield _stated(one, count, places)
    renewals = (one for one in file.requests if one.act == "renew" and one.recorded_on)
    for count, asked in enumerate(renewals, start=1):
        yield events.RequestPresented(
            request=count,
            act="renew",
            received_on=_iso(asked.received_on),
            facts={"by": file.number, **{name: asked.facts[name] for name in ("keep",) if name in asked.facts}},
        )
        yield events.RequestRecorded(request=count, recorded_on=_iso(asked.recorded_on), cites="", act="renew")


def _stated(one: Statement, count: int, places: Sequence[int]) -> events.OfficeStated:
    return events.OfficeStated(
        statement=count,
        office=one.office,
        act=one.act,
        on=one.on.isoformat(),
        things=moved(one.things, places),
        days={name: day.isoformat() for name, day in one.days.items()},
        facts=one.facts,
        grounds=one.grounds,
        answer_until=one.answer_until.isoformat() if one.answer_until else "",
        documents=one.documents,
        remark=one.remark,
    )


def part_of(file: Registration, asked: Requested, parties: Sequence[str], places: Sequence[int]) -> dict[str, Any]:
    """The application of the part: its things, its parties, and its new owner where the request names one."""
    whole: dict[str, Any] = (asked.application or file.application.to_dict()) | {}
    things, named = LISTS[file.system.key]
    if whole.get(things):
        whole[things] = [whole[things][place] for place in places]
    whole["designations"] = [_narrow(one, named, places) for one in whole["designations"] if one["party"] in parties]
    if whole.get("priorities"):
        whole["priorities"] = [_narrow(one, named, places) for one in whole["priorities"]]
    if file.system.key == "hague":
        whole["designs"] = len(places)
    return whole | _new_owner(file, asked.facts)


def _new_owner(file: Registration, facts: dict[str, str]) -> dict[str, Any]:
    """Who takes the part over, as the request names them: a division names nobody."""
    if not facts.get("new_name"):
        return {}
    owner: dict[str, Any] = {name: facts.get(f"new_{name}", "") for name in ("name", "address", "country")}
    if file.system.key == "hague":
        link = {"party": facts.get("holder", ""), "bond": facts.get("bond", "established")}
        return {"applicants": [owner | {"links": [link]}]}
    return {"applicants": [owner], "origin": facts.get("holder") or file.application.origin, "representative": None}


def _narrow(one: dict[str, Any], named: str, places: Sequence[int]) -> dict[str, Any]:
    return one | {named: list(moved(tuple(one[named]), places))} if one.get(named) else one


def moved(things: Sequence[int], places: Sequence[int]) -> tuple[int, ...]:
    """Places in the old list as places in the new one; what is not in it is left out."""
    return tuple(places.index(place) for place in things if place in places)


def _touches(things: Sequence[int], places: Sequence[int]) -> bool:
    """Whether a statement is about something of the part; one that names nothing is about everything."""
    return not things or any(place in places for place in things)


def _iso(day: date | None) -> str:
    if day is None:
        raise ValueError("a registration without its dates cannot be parted")
    return day.isoformat()

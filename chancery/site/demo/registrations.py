"""Fictional registrations of the demonstration office: their lives until today, entered as the rooms enter them.

They are dated when they would have happened. The ledger is in order of entry; in a demonstration office that was there
before them, these stand behind newer ones.
"""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from django.db import transaction

from chancery.core import ledger
from chancery.core.event import Event
from chancery.records.documents import actions as documents
from chancery.records.register import actions as register
from chancery.records.register import events
from chancery.records.register import queries as rights
from chancery.services.examination.registrations.issues import next_issue
from chancery.site.demo.drawings import drawn
from chancery.treaties.kernel.plain import to_plain

DATA = Path(__file__).parent / "data" / "registrations.toml"
MORNING = time(9, tzinfo=UTC)
CITES = {"madrid": "Madrid Art. 3(4)", "hague": "Hague Art. 10(1)", "lisbon": "Lisbon Art. 6(1)"}


@dataclass
class Told:
    """One file of the data, and its number once it is presented."""

    system: str
    office: str
    application: dict[str, Any]
    steps: list[dict[str, Any]]
    pictures: dict[str, str] = field(default_factory=dict)
    number: str = ""


def load(*, by: int) -> None:
    """All of them in one transaction, unless some are there. ``by`` is whose they are."""
    if ledger.count(events.ApplicationPresented.kind()):
        return
    files = [Told(**one) for one in tomllib.loads(DATA.read_text(encoding="utf-8"))["file"]]
    kept = {place: _pictures(file, by) for place, file in enumerate(files)}
    steps = [(step, place) for place, file in enumerate(files) for step in file.steps]
    with transaction.atomic():
        for step, place in sorted(steps, key=lambda one: one[0]["on"]):
            at = datetime.combine(step["on"], MORNING)
            if step["do"] == "present":
                _present(files[place], kept[place], by=by, at=at)
            else:
                DOES[step["do"]](files[place].number, step, at)


def _pictures(file: Told, by: int) -> list[dict[str, Any]]:
    """What shows the mark or the designs, drawn here and kept like what anybody brings."""
    at = datetime.combine(file.steps[0]["on"], MORNING)
    found = []
    for kind, what in file.pictures.items():
        name = f"{what.replace(' ', '-')}.png"
        kept = documents.keep_image(drawn(what), name=name, by=by, at=at)
        found.append({"kind": kind, "sha256": kept.sha256, "name": name, "size": kept.size})
    return found


def _present(file: Told, pictures: list[dict[str, Any]], *, by: int, at: datetime) -> None:
    application = to_plain(file.application)
    filed = register.present(file.system, application, office=file.office, documents=pictures, by=by, at=at)
    file.number = filed.number


def _forward(number: str, step: Mapping[str, Any], at: datetime) -> None:
    file = _file(number)
    _enter(number, events.ApplicationForwarded(from_office=file.office, received_on=_iso(step["on"])), at)


def _notice(number: str, step: Mapping[str, Any], at: datetime) -> None:
    told = events.IrregularityNotified(
        notice=1,
        rule=step["rule"],
        findings=({name: step[name] for name in ("cites", "message", "field")},),
        dated=_iso(step["on"]),
        due=_iso(step["due"]),
        remedied_by=step["by"],
    )
    _enter(number, told, at)


def _register(number: str, step: Mapping[str, Any], at: datetime) -> None:
    file = _file(number)
    register.make_registration(
        number,
        registered_on=step["dated"],
        parties=file.system.designated(file.application, on=step["dated"]),
        cites=CITES[file.system.key],
        after=file.version,
        at=at,
    )


def _publish(number: str, step: Mapping[str, Any], _at: datetime) -> None:
    """In the issue of the day, or the next one."""
    file = _file(number)
    issue = next_issue(file.system.key, step["on"])
    register.publish_registration(
        number,
        registration_number=file.registration_number,
        issue=issue.name,
        on=issue.on,
        after=file.version,
        at=datetime.combine(issue.on, MORNING),
        what=step.get("what", "registration"),
    )


def _notify(number: str, step: Mapping[str, Any], at: datetime) -> None:
    file = _file(number)
    parties = tuple(step.get("parties", (life.code for life in file.lives(on=step["on"]))))
    _enter(number, events.PartiesNotified(parties=parties, on=_iso(step["on"])), at)


def _state(number: str, step: Mapping[str, Any], at: datetime) -> None:
    file = _file(number)
    stated = events.OfficeStated(
        statement=len(file.statements) + 1,
        office=step["office"],
        act=step["act"],
        on=_iso(step["on"]),
        things=tuple(step.get("things", ())),
        grounds=tuple(step.get("grounds", ())),
        answer_until=_iso(step["answer_until"]) if "answer_until" in step else "",
    )
    _enter(number, stated, at)


def _request(number: str, step: Mapping[str, Any], at: datetime) -> None:
    """What the holder asked for, and the Bureau recorded on the same day."""
    file = _file(number)
    place, on = len(file.requests) + 1, _iso(step["on"])
    asked = events.RequestPresented(
        request=place,
        act=step["act"],
        received_on=on,
        parties=tuple(step.get("parties", ())),
        things=tuple(step.get("things", ())),
    )
    _enter(number, asked, at)
    cites = file.system.act(step["act"]).cites
    _enter(number, events.RequestRecorded(request=place, recorded_on=on, cites=cites), at)


DOES: Mapping[str, Callable[[str, Mapping[str, Any], datetime], None]] = {
    "forward": _forward,
    "notice": _notice,
    "register": _register,
    "publish": _publish,
    "notify": _notify,
    "state": _state,
    "request": _request,
}


def _file(number: str) -> rights.Registration:
    file = rights.registration(number)
    assert file is not None, "it is presented before anything else is done"
    return file


def _enter(number: str, event: Event, at: datetime) -> None:
    register.enter(number, event, after=_file(number).version, at=at)


def _iso(day: date) -> str:
    return day.isoformat()

"""Registration files as they come into being in tests: presented, forwarded, registered, notified, published."""

from datetime import UTC, date, datetime
from typing import Any

from chancery.core.event import Event
from chancery.records.register import actions as register
from chancery.records.register import events
from chancery.records.register import queries as rights
from chancery.services.filing.registrations import acts_doing as doing
from chancery.services.filing.registrations.acts_doing import Sent

FILED = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
NOW = datetime(2026, 11, 22, 13, 0, tzinfo=UTC)
REGISTERED, NOTIFIED = date(2026, 5, 4), date(2026, 5, 20)

APPLIED: dict[str, dict[str, Any]] = {
    "madrid": {
        "origin": "CH",
        "language": "en",
        "applicants": [{"name": "Amina Haddad", "address": "Rue du Lac 1, Lausanne", "email": "amina@example.org"}],
        "mark": {"form": "word", "words": "LUMEN", "standard_characters": True},
        "basis": [{"kind": "registration", "number": "701234", "dated": "2025-11-03", "classes": [9, 11]}],
        "goods": [
            {"number": 9, "text": "electric batteries"},
            {"number": 9, "text": "light-emitting diodes"},
            {"number": 11, "text": "lamps"},
            {"number": 11, "text": "lanterns"},
        ],
        "designations": [{"party": "FR"}, {"party": "JP", "goods": [2, 3]}, {"party": "NO"}],
    },
    "hague": {
        "language": "en",
        "applicants": [{"name": "Amina Haddad", "links": [{"party": "CH", "bond": "national"}]}],
        "shown": [{"product": "Lamp", "subclass": "26-05"}, {"product": "Lantern", "subclass": "26-02"}],
        "designs": 2,
        "designations": [{"party": "JP"}, {"party": "KR"}],
    },
    "lisbon": {
        "language": "en",
        "origin": "FR",
        "kind": "appellation",
        "names": [{"text": "Val-Clair", "language": "fr"}],
        "goods": ["cheese"],
        "area": "The upper valley.",
        "authority": "INAO",
        "beneficiaries": [{"name": "The producers of the area"}],
    },
}


def presented(system: str, by: int, *, at: datetime = FILED, **more: Any) -> str:
    office = {"madrid": "CH"}.get(system, "IB")
    data = APPLIED[system] | more
    return register.present(system, data, office=office, documents=(), by=by, at=at).number


def happens(number: str, *each: Event, at: datetime = FILED) -> None:
    for event in each:
        register.enter(number, event, after=file(number).version, at=at)


def file(number: str) -> Any:
    found = rights.registration(number)
    assert found
    return found


def registered(
    system: str, by: int, *, published: bool = True, on: date = REGISTERED, told: date = NOTIFIED, **more: Any
) -> str:
    """A registration that was notified to its parties, and published unless it is to stay closed."""
    number = presented(system, by, **more)
    if system == "madrid":
        happens(number, events.ApplicationForwarded(from_office="CH", received_on="2026-03-20"))
    known = file(number)
    parties = known.system.designated(known.application, on=on)[:6]
    made = register.make_registration(
        number, registered_on=on, parties=parties, cites="Madrid Art. 3(4)", after=known.version, at=FILED
    )
    if published:
        register.publish_registration(
            number, registration_number=made, issue="2026/21", on=told, after=file(number).version, at=FILED
        )
    happens(number, events.PartiesNotified(parties=parties, on=told.isoformat()))
    return number


def recorded(number: str, on: date, *, request: int = 0, at: datetime = NOW) -> None:
    """The Bureau records what was asked for last."""
    asked = request or len(file(number).requests)
    happens(
        number, events.RequestRecorded(request=asked, recorded_on=on.isoformat(), cites="Madrid Rule 27(1)(a)"), at=at
    )


def noticed(number: str, rule: str = "11(2)", *, due: str = "2027-02-01", by: str = "applicant", **more: Any) -> None:
    found = {"cites": f"Madrid Rule {rule}", "message": "The address of the applicant is missing.", "field": ""}
    happens(
        number,
        events.IrregularityNotified(
            notice=len(file(number).notices) + 1,
            rule=rule,
            findings=(found,),
            dated="2026-11-02",
            due=due,
            remedied_by=by,
            **more,
        ),
        at=NOW,
    )


def sent(number: str, **values: Any) -> Sent:
    """``a__b`` in a name stands for ``a.b``."""
    said = {name.replace("__", "."): value for name, value in values.items()}
    return Sent(version=file(number).version, values=said, signed="Amina Haddad")


def does(number: str, key: str, *, by: int, at: datetime = NOW, **values: Any) -> int:
    return doing.hand_in(number, key, sent(number, **values), by=by, at=at)

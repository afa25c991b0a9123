"""Registrations that have lived a while, for tests of this room and others: entered as the rooms enter them."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from chancery.core.event import Event
from chancery.records.accounts import actions as accounts
from chancery.records.accounts.models import User
from chancery.records.register import actions, events, queries

AT = datetime(2026, 3, 2, 10, tzinfo=UTC)
HOLDER = "haddad@example.org"

MARK: dict[str, Any] = {
    "origin": "CH",
    "language": "en",
    "applicants": [
        {"name": "Amina Haddad", "address": "1 Rue du Lac\n1201 Geneva", "country": "CH", "email": "amina@example.org"}
    ],
    "basis": [{"kind": "registration", "number": "700 001", "dated": "2025-06-02"}],
    "mark": {"form": "figurative", "words": "LUMEN", "colours_claimed": "red"},
    "goods": [{"number": 9, "text": "lamps"}, {"number": 11, "text": "lanterns"}],
    "designations": [{"party": "FR"}, {"party": "JP", "goods": [0]}],
}
DESIGNS: dict[str, Any] = {
    "language": "en",
    "applicants": [{"name": "Amina Haddad", "links": [{"party": "CH", "bond": "national"}]}],
    "creators": [{"name": "Ida Creator"}],
    "shown": [
        {"product": "Lamp", "subclass": "26-05", "views": [{"legend": "front"}], "description": "A lamp of paper."},
        {"product": "Lantern", "subclass": "26-02"},
    ],
    "designs": 2,
    "designations": [{"party": "JP"}, {"party": "KR"}],
}
NAME: dict[str, Any] = {
    "language": "fr",
    "origin": "FR",
    "kind": "appellation",
    "names": [{"text": "Val-Clair", "language": "fr"}],
    "translations": [{"text": "Clear Valley", "language": "en"}],
    "beneficiaries": [{"name": "The producers of the area"}],
    "goods": ["Cheese"],
    "area": "The valley of the Claire",
    "link": {"quality": "A cheese of hay milk."},
}
APPLIED = {"madrid": MARK, "hague": DESIGNS, "lisbon": NAME}
CITES = {"madrid": "Madrid Art. 3(4)", "hague": "Hague Art. 10(1)", "lisbon": "Lisbon Art. 6(1)"}
OFFICE = {"madrid": "CH", "hague": "IB", "lisbon": "IB"}


def holder() -> int:
    known = User.objects.filter(email=HOLDER).first()
    return known.pk if known else accounts.open_account(HOLDER, name="Amina Haddad", password="long enough")


def people_holder() -> User:
    return User.objects.get(pk=holder())


def presented(system: str, *, documents: Sequence[dict[str, Any]] = (), **changes: Any) -> str:
    """An application, as it comes in."""
    application = APPLIED[system] | changes
    return actions.present(system, application, office=OFFICE[system], documents=documents, by=holder(), at=AT).number


def enter(number: str, *happened: Event, at: datetime = AT) -> None:
    for event in happened:
        file = queries.registration(number)
        assert file is not None
        actions.enter(number, event, after=file.version, at=at)


def registered(system: str, *, documents: Sequence[dict[str, Any]] = (), **changes: Any) -> str:
    """A registration that nobody may see yet."""
    number = presented(system, documents=documents, **changes)
    enter(number, events.ApplicationForwarded(from_office="CH", received_on="2026-03-20"))
    file = queries.registration(number)
    assert file is not None
    on = date(2026, 3, 2)
    parties = file.system.designated(file.application, on=on)
    actions.make_registration(number, registered_on=on, parties=parties, cites=CITES[system], after=2, at=AT)
    return number


def publish(number: str, on: date = date(2026, 5, 7), what: str = "registration") -> int:
    """Publish it, or something recorded in it. Returns the number of the entry."""
    file = queries.registration(number)
    assert file is not None
    entry = actions.publish_registration(
        number,
        registration_number=file.registration_number,
        issue=queries.issue_name(file.system.key, *on.isocalendar()[:2]),
        on=on,
        after=file.version,
        at=AT,
        what=what,
    )
    return entry.number


def published(system: str, *, documents: Sequence[dict[str, Any]] = (), **changes: Any) -> str:
    """A published registration of which the parties have been told."""
    number = registered(system, documents=documents, **changes)
    publish(number)
    file = queries.registration(number)
    assert file is not None
    parties = tuple(file.system.designated(file.application, on=date(2026, 3, 2)))
    enter(number, events.PartiesNotified(parties=parties, on="2026-05-21"))
    return number

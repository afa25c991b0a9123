"""The cast of the desk, and files of the three systems: presented, sent on, registered, published, as a test needs."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import pytest

from chancery.core.follow import catch_up
from chancery.records.accounts import actions as accounts
from chancery.records.fees.followers import Invoices
from chancery.records.register import actions as register
from chancery.records.register import events, queries
from chancery.services.examination.registrations import actions, issues
from chancery.services.examination.registrations.followers import RegistrationDesk
from chancery.services.examination.registrations.models import RegistrationCase

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
HOLDER: dict[str, Any] = {
    "name": "Amina Haddad",
    "kind": "natural",
    "address": "Rue du Lac 1, Geneva",
    "country": "CH",
    "email": "amina@example.org",
}
MARK: dict[str, Any] = {
    "origin": "CH",
    "language": "en",
    "applicants": [HOLDER | {"link": "national"}],
    "basis": [
        {
            "kind": "registration",
            "number": "712345",
            "dated": "2026-01-12",
            "holder": "Amina Haddad",
            "classes": [9, 11],
        }
    ],
    "mark": {"form": "word", "words": "LUMEN", "standard_characters": True},
    "goods": [{"number": 9, "text": "optical lamps"}, {"number": 11, "text": "lanterns"}],
    "designations": [{"party": "FR"}, {"party": "JP"}],
}
DESIGNS: dict[str, Any] = {
    "language": "en",
    "applicants": [
        {name: HOLDER[name] for name in ("name", "address", "country", "email")}
        | {"links": [{"party": "CH", "bond": "national"}]}
    ],
    "shown": [
        {"product": "Lamp", "subclass": "26-05", "dimensions": "three", "views": [{"legend": "perspective"}]},
        {"product": "Lantern", "subclass": "26-02", "dimensions": "three", "views": [{"legend": "perspective"}]},
    ],
    "designs": 2,
    "reproductions": 2,
    "designations": [{"party": "FR"}, {"party": "GB"}],
    "publication": "immediate",
    "signed": True,
}
NAME: dict[str, Any] = {
    "language": "en",
    "origin": "FR",
    "presented_by": "authority",
    "authority": "INAO",
    "kind": "appellation",
    "names": [{"text": "Mont Clair", "language": "fr"}],
    "goods": ["cheese"],
    "area": "Mont Clair",
    "beneficiaries": [{"name": "Producers of Mont Clair"}],
    "protected_by": {"kind": "law", "title": "Decree", "number": "12", "dated": "2001-05-04"},
    "link": {"quality": "milk of the alpine pastures", "natural_factors": "altitude", "human_factors": "craft"},
    "signed": True,
    "intended": True,
}
APPLIED = {"madrid": (MARK, "CH"), "hague": (DESIGNS, "IB"), "lisbon": (NAME, "IB")}


@dataclass(frozen=True)
class Cast:
    applicant: int
    officer: int
    publisher: int


@pytest.fixture
def cast(db: None) -> Cast:  # noqa: ARG001 - the database is there
    ids = {}
    for name, role in (("alice", ""), ("olga", "officer"), ("pablo", "publisher")):
        ids[name] = accounts.open_account(f"{name}@example.org", name=name.title(), password="correct horse battery")
        if role:
            accounts.grant(ids[name], role=role, by=None, at=AT)
    return Cast(*ids.values())


def settle(at: datetime) -> None:
    """Let the followers read what was entered."""
    catch_up([Invoices(), RegistrationDesk()], at=at)


@pytest.fixture
def present(cast: Cast) -> Callable[..., str]:
    """Alice applies: ``present("madrid", goods=[])`` changes the application."""

    def present(system: str, *, at: datetime = AT, office: str | None = None, **changes: Any) -> str:
        application, usual = APPLIED[system]
        number = register.present(
            system, application | changes, office=office or usual, documents=(), by=cast.applicant, at=at
        ).number
        settle(at)
        return number

    return present


@pytest.fixture
def act(cast: Cast) -> Callable[..., Any]:
    """Olga does an act: ``act(number, "certify", …)``; what is not given of its form is empty."""

    def act(number: str, key: str, /, *, at: datetime = AT, by: int = 0, after: int = 0, **data: Any) -> Any:
        version = after or file_of(number).version
        plain = {"remark": "", "message": "", "rule": "", "party": "", "due": None, "reason": "", "goods": ""}
        entered = actions.act(number, key, data=plain | data, by=by or cast.officer, at=at, after=version)
        settle(at)
        return entered

    return act


@pytest.fixture
def certify(act: Callable[..., Any]) -> Callable[..., None]:
    def certify(number: str, *, at: datetime = AT) -> None:
        points = {"same_applicant": True, "same_indications": True, "same_mark": True, "goods_covered": True}
        act(number, "certify", at=at, received_on=AT.date(), **points)

    return certify


@pytest.fixture
def registered(
    present: Callable[..., str], act: Callable[..., Any], certify: Callable[..., None]
) -> Callable[..., str]:
    """A file that is registered, and where the law has it so at once, notified."""

    def registered(system: str, *, at: datetime = AT, **changes: Any) -> str:
        number = present(system, at=at, **changes)
        if system == "madrid":
            certify(number, at=at)
        act(number, "register", at=at)
        if system != "hague":
            notify(number, at=at)
        return number

    def notify(number: str, *, at: datetime) -> None:
        waits = [life.code for life in file_of(number).lives(on=at.date())]
        act(number, "notify", at=at, parties=waits, received_on=at.date())

    return registered


@pytest.fixture
def publish(cast: Cast) -> Callable[..., datetime]:
    """Pablo publishes it in the next issue. Returns when that was."""

    def publish(number: str, *, after: datetime = AT) -> datetime:
        system = file_of(number).system.key
        on = issues.next_issue(system, after.date()).on
        at = datetime(on.year, on.month, on.day, 11, tzinfo=UTC)
        actions.publish(system, on, numbers=[number], by=cast.publisher, at=at)
        settle(at)
        return at

    return publish


@pytest.fixture
def appeared(registered: Callable[..., str], publish: Callable[..., datetime]) -> Callable[..., tuple[str, datetime]]:
    """A file that is registered and published, and when that was."""

    def appeared(system: str, **changes: Any) -> tuple[str, datetime]:
        number = registered(system, **changes)
        return number, publish(number)

    return appeared


@pytest.fixture
def ask(cast: Cast) -> Callable[..., None]:  # noqa: ARG001 - there is somebody who asks
    """The holder asks for something, as their pages would enter it."""

    def ask(number: str, key: str, *, at: datetime = AT, **more: Any) -> None:
        file = file_of(number)
        event = events.RequestPresented(
            request=len(file.requests) + 1, act=key, received_on=at.date().isoformat(), **more
        )
        register.enter(number, event, after=file.version, at=at)
        settle(at)

    return ask


@pytest.fixture
def pay() -> Callable[..., None]:
    """Everything on the invoice is paid."""

    def pay(number: str, *, at: datetime = AT) -> None:
        from chancery.records.fees import queries as fees

        invoice = fees.invoice(number)
        for line in invoice.lines if invoice else ():
            if line.open and line.open.amount:
                paid = events.PaymentRecorded(
                    line=line.code,
                    amount=str(line.open.amount),
                    currency=line.open.currency,
                    received_on=at.date().isoformat(),
                )
                register.enter(number, paid, after=file_of(number).version, at=at)
        settle(at)

    return pay


def file_of(number: str) -> queries.Registration:
    file = queries.registration(number)
    assert file is not None
    return file


def case_of(number: str) -> RegistrationCase:
    return RegistrationCase.objects.get(number=number)


def state_in(number: str, party: str, *, on: date) -> set[str]:
    """In which states things of a party stand."""
    life = next(one for one in file_of(number).lives(on=on) if one.code == party)
    return {span.state for span in life.now}

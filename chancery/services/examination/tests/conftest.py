"""The cast of the desk: Alice files, Olga examines, Pablo publishes, Omar operates."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import pytest

from chancery.core.follow import catch_up
from chancery.records.accounts import actions as accounts
from chancery.records.register import actions as register
from chancery.records.register import queries
from chancery.records.register.events import CorrectionReceived, PaymentRecorded, RequestChanged
from chancery.services.examination import actions, formalities
from chancery.services.examination.followers import Desk
from chancery.treaties import pct
from chancery.treaties.kernel import Money

FILED_AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
WHOLE = pct.Application(
    receiving_office="IB",
    searching_authority="EP",
    title="Hinge with magnetic latch",
    language="en",
    format="pdf",
    request_sheets=4,
    parties=(
        pct.Party(
            name="Okafor, Ada",
            kind="natural",
            address="1 Rue du Lac, 1201 Geneva",
            country="CH",
            nationality="CH",
            residence="CH",
            applicant=True,
            inventor=True,
        ),
    ),
    parts=tuple(
        pct.Part(kind=kind, sha256=digit * 64, name=f"{kind}.pdf", sheets=2, words=80)
        for kind, digit in (("description", "1"), ("claims", "2"), ("abstract", "3"))
    ),
    signatures=(pct.Signature(name="Ada Okafor", signed_on=date(2026, 11, 23)),),
)


@dataclass(frozen=True)
class Cast:
    applicant: int
    officer: int
    publisher: int
    operator: int


@pytest.fixture
def cast(db) -> Cast:
    ids = {}
    for name, role in (("alice", ""), ("olga", "officer"), ("pablo", "publisher"), ("omar", "operator")):
        ids[name] = accounts.open_account(f"{name}@example.org", name=name.title(), password="correct horse battery")
        if role:
            accounts.grant(ids[name], role=role, by=None, at=FILED_AT)
    return Cast(*ids.values())


@pytest.fixture
def file(cast):
    """File an application as Alice: ``file(title="")`` changes it, ``without="claims"`` leaves parts out."""

    def file(*, at=FILED_AT, without="", **changes) -> str:
        parts = tuple(part for part in WHOLE.parts if part.kind not in without.split())
        application = replace(WHOLE, **{"parts": parts, **changes})
        number = register.file_application(application, documents=(), by=cast.applicant, at=at).number
        catch_up([Desk()], at=at)
        return number

    return file


@pytest.fixture
def answer():
    """Alice answers an invitation with the whole application."""

    def answer(number: str, *, at, invitation=1, application=WHOLE) -> None:
        right = queries.right(number)
        on = at.date()
        event = CorrectionReceived(
            invitation=invitation,
            received_on=on.isoformat(),
            application=register.lean(replace(application, received_on=right.received_on)),
            documents=(),
        )
        register.enter(number, event, after=right.version, at=at)
        catch_up([Desk()], at=at)

    return answer


def enter(number, event, *, at) -> None:
    """What another room would enter."""
    register.enter(number, event, after=queries.right(number).version, at=at)
    catch_up([Desk()], at=at)


@pytest.fixture
def act(cast):
    """Olga does an act of an Office: ``act(number, "extend", invitation=1, …)``."""

    def act(number, key, /, *, at=FILED_AT, by=None, after=None, **data):
        version = queries.right(number).version if after is None else after
        entered = actions.act(number, key, data=data, by=by or cast.officer, at=at, after=version)
        catch_up([Desk()], at=at)
        return entered

    return act


@pytest.fixture
def accord(cast):
    def accord(number, *, at=FILED_AT) -> None:
        actions.accord(number, by=cast.officer, at=at, after=queries.right(number).version)
        catch_up([Desk()], at=at)

    return accord


@pytest.fixture
def invite(cast):
    """Olga invites about everything that the rules find."""

    def invite(number, *, at=FILED_AT) -> None:
        right = queries.right(number)
        found = formalities.to_be_invited(right, formalities.findings(right))
        actions.invite(number, findings=found, remark="", by=cast.officer, at=at, after=right.version)
        catch_up([Desk()], at=at)

    return invite


@pytest.fixture
def pay():
    """Alice pays everything; where an amount is not known, one franc arrives."""

    def pay(number, *, at=FILED_AT) -> None:
        for fee in formalities.open_fees(queries.right(number)):
            owed = fee.rest or Money.of("1", "CHF")
            event = PaymentRecorded(
                line=fee.line.code,
                amount=str(owed.amount),
                currency=owed.currency,
                received_on=at.date().isoformat(),
            )
            enter(number, event, at=at)

    return pay


@pytest.fixture
def change():
    """Alice changes the request by an act: ``change(number, "change_parties", parties=…)``."""

    def change(number, key, *, at=FILED_AT, **changes) -> None:
        application = replace(queries.right(number).application, **changes)
        event = RequestChanged(act=key, received_on=at.date().isoformat(), application=register.lean(application))
        enter(number, event, at=at)

    return change


@pytest.fixture
def measured(monkeypatch):
    """Parts on paper of another size, as the inspection of the PDFs would measure them."""

    def measured(*, paper) -> tuple[pct.Part, ...]:
        width, height = {"letter": (215.9, 279.4), "a4": (210.0, 297.0)}[paper]
        sheet = pct.SheetMeasure(
            width_mm=width, height_mm=height, top_mm=25, left_mm=30, right_mm=25, bottom_mm=25, has_text=True
        )
        monkeypatch.setattr(formalities, "_measured", lambda part: replace(part, measured=(sheet,)))
        return WHOLE.parts

    return measured

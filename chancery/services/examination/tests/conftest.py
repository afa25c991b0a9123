"""The cast of the desk: Alice files, Olga examines, Pablo publishes, Omar operates."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import pytest

from chancery.core.follow import catch_up
from chancery.records.accounts import actions as accounts
from chancery.records.register import actions as register
from chancery.records.register import queries
from chancery.records.register.events import CorrectionReceived
from chancery.services.examination.followers import Desk
from chancery.treaties import pct

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

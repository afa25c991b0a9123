"""A small office: Alice applies, Bob does not, Olga is an officer; fees from a table of two lines."""

from datetime import UTC, date, datetime

import pytest

from chancery.core import follow
from chancery.records.accounts import actions as accounts
from chancery.records.fees.followers import Invoices
from chancery.records.register import actions as register
from chancery.treaties import pct
from chancery.treaties.kernel import FeeLine, FeeSheet, Money, NotDeterminable, Step, TimeLimit

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SHEET = FeeSheet(
    (
        FeeLine(
            code="international_filing",
            label="International filing fee",
            amount=Money.of("1330", "CHF"),
            cites="PCT Rule 15.1",
            steps=(Step("Base", "PCT Schedule item 1", "CHF 1,330"),),
        ),
        FeeLine(
            code="search",
            label="Search fee",
            amount=NotDeterminable(("the choice of a searching Authority",)),
            cites="PCT Rule 16.1",
        ),
    )
)
LIMIT = TimeLimit(
    key="fees",
    act="pay the fees",
    actor="applicant",
    office="IB",
    nominal=date(2026, 12, 23),
    due=date(2026, 12, 23),
    cites="PCT Rule 14.1(c); PCT Rule 15.3; PCT Rule 16.1(f)",
)


@pytest.fixture
def law(monkeypatch):
    monkeypatch.setattr(pct, "fees", lambda application, *, on: SHEET)
    monkeypatch.setattr(pct, "time_limits", lambda record, *, calendars: (LIMIT,), raising=False)


@pytest.fixture
def alice(db):
    return accounts.open_account("alice@example.org", name="Alice", password="correct horse")


@pytest.fixture
def bob(db):
    return accounts.open_account("bob@example.org", name="Bob", password="correct horse")


@pytest.fixture
def olga(db):
    olga = accounts.open_account("olga@example.org", name="Olga", password="correct horse")
    accounts.grant(olga, role="officer", by=None, at=AT)
    return olga


@pytest.fixture
def number(law, alice):
    filed = register.file_application(
        pct.Application(title="Hinge", parties=(pct.Party(name="Alice"),)), documents=(), by=alice, at=AT
    )
    follow.catch_up([Invoices()], at=AT)
    return filed.number

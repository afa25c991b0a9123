from datetime import UTC, date, datetime

import pytest

from chancery.core import follow
from chancery.records.accounts import actions as accounts
from chancery.records.register import actions as register
from chancery.records.register.queries import in_address
from chancery.services.docket.followers import Lines
from chancery.treaties import pct

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


@pytest.fixture
def alice():
    return accounts.open_account("alice@example.org", name="Alice", password="a long password")


@pytest.fixture
def number(alice):
    claim = pct.PriorityClaim(office="CH", number="CH1", filed_on=date(2026, 1, 15))
    filed = register.file_application(pct.Application(priority_claims=(claim,)), documents=[], by=alice, at=AT)
    while follow.advance(Lines(), at=AT):
        pass
    return filed.number


def ask(client, user, address):
    token = accounts.make_token("docket", by=user, at=AT)
    return client.get(f"/api/v1/docket{address}", headers={"Authorization": f"Bearer {token}"})


def test_the_owner_reads_the_lines_and_why(client, alice, number):
    told = ask(client, alice, "?view=all&past=true").json()
    line = next(one for one in told["items"] if one["key"] == "national_phase")
    assert line["lastDay"] == "2028-07-15"
    why = ask(client, alice, f"/{in_address(number)}/{line['place']}").json()
    assert any("30 months" in step["text"] for step in why["steps"])


def test_nobody_else_learns_that_there_is_any(client, number):
    bob = accounts.open_account("bob@example.org", name="Bob", password="a long password")
    assert ask(client, bob, "?view=all&past=true").json() == {"items": [], "total": 0}
    assert ask(client, bob, f"/{in_address(number)}/0").status_code == 404
    assert client.get("/api/v1/docket").status_code == 401

import json
from datetime import UTC, datetime

import pytest

from chancery.core import ledger
from chancery.records.accounts import actions as accounts
from chancery.records.register import actions, queries
from chancery.treaties import pct

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
PARTY = pct.Party(name="Okafor, Amina", email="amina@example.org", phone="+234 1")


@pytest.fixture
def filed():
    alice = accounts.open_account("alice@example.org", name="Alice", password="a long password")
    return actions.file_application(pct.Application(title="Latch", parties=(PARTY,)), documents=[], by=alice, at=AT)


def test_what_is_disclosed_at_publication_holds_no_contact(filed):
    body = json.dumps(ledger.entry(filed.entry).body)
    assert "Okafor" in body
    assert "amina@example.org" not in body
    assert "+234" not in body


def test_the_contact_is_there_for_those_who_may_see_it(filed):
    right = queries.right(filed.number)
    assert not right.application.parties[0].email
    assert queries.with_contacts(filed.number, right.application).parties == (PARTY,)

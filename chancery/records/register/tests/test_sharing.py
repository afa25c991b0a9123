from datetime import UTC, date, datetime

import pytest

from chancery.core.refusal import Refused
from chancery.records.accounts import actions as accounts
from chancery.records.accounts import queries as people
from chancery.records.register import actions, queries
from chancery.treaties import pct

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
TODAY, LATER = date(2026, 11, 22), date(2027, 1, 1)


@pytest.fixture
def alice():
    return accounts.open_account("alice@example.org", name="Alice", password="a long password")


@pytest.fixture
def bob():
    return accounts.open_account("bob@example.org", name="Bob", password="a long password")


@pytest.fixture
def number(alice):
    return actions.file_application(pct.Application(title="Latch"), documents=[], by=alice, at=AT).number


def test_a_share_ends_with_its_last_day(number, bob):
    actions.share(number, user=bob, level="editor", until=TODAY, at=AT)
    assert queries.level(number, bob, on=TODAY) == "editor"
    assert queries.level(number, bob, on=LATER) is None
    assert queries.shared_with(bob, on=LATER) == []


def test_the_last_owner_cannot_be_taken_away(number, alice):
    [share] = queries.shares(number, on=TODAY)
    with pytest.raises(Refused):
        actions.end_share(number, share=share.id)
    with pytest.raises(Refused):
        actions.share(number, user=alice, level="viewer", until=None, at=AT)


def test_a_level_that_is_none_is_refused(number, bob):
    with pytest.raises(Refused):
        actions.share(number, user=bob, level="emperor", until=None, at=AT)


def test_a_member_sees_what_is_shared_with_the_organisation_and_why(number, alice, bob):
    firm = accounts.found("Latch & Sons", by=bob, at=AT)
    assert queries.level(number, bob, on=TODAY) is None
    actions.share(number, organisation=firm, level="viewer", until=None, at=AT)
    assert queries.level(number, bob, on=TODAY) == "viewer"
    [reason] = queries.reasons(number, bob, on=TODAY)
    assert "Latch & Sons" in reason.mandate
    assert number in queries.shared_with(bob, on=TODAY)


def test_a_mandate_gives_no_more_than_it_says(number, alice, bob):
    accounts.delegate(to=bob, scope="filing", level="viewer", until=LATER, by=alice, at=AT)
    assert people.acts_for(bob, "filing", TODAY)
    assert queries.level(number, bob, on=TODAY) == "viewer"
    assert queries.level(number, bob, on=date(2027, 1, 2)) is None
    assert number in queries.shared_with(bob, on=TODAY)

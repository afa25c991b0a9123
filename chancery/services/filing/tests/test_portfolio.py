from datetime import UTC, date, datetime

import pytest

from chancery.records.accounts import actions as accounts
from chancery.services.filing import actions, queries
from chancery.services.filing.tests.people import FILEABLE

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
TODAY = date(2026, 11, 22)


@pytest.fixture
def alice():
    return accounts.open_account("alice@example.org", name="Alice", password="a long password")


@pytest.fixture
def portfolio(alice):
    """One application and one draft."""
    one, other = actions.start(by=alice, at=AT), actions.start(by=alice, at=AT)
    actions.save(one, changes=FILEABLE | {"title": "Hinge"}, revision=1, by=alice, at=AT)
    actions.save(other, changes={"title": "Spring", "file_reference": "AO-7"}, revision=1, by=alice, at=AT)
    return actions.submit(one, by=alice, at=AT, insist=True).number


def titles(alice, **chosen):
    return {one.title for one in queries.mine(alice, on=TODAY, **chosen)}


def test_everything_is_there(alice, portfolio):
    assert titles(alice) == {"Hinge", "Spring"}


def test_a_state_is_chosen(alice, portfolio):
    assert titles(alice, state="draft") == {"Spring"}
    assert titles(alice, state="received") == {"Hinge"}
    assert titles(alice, state="ended") == set()


def test_words_find_title_number_and_reference(alice, portfolio):
    assert titles(alice, words="hing") == {"Hinge"}
    assert titles(alice, words=portfolio.lower()) == {"Hinge"}
    assert titles(alice, words="ao-7") == {"Spring"}


def test_the_page_keeps_what_was_asked_and_forgives_what_is_none(client, alice, portfolio):
    from django.contrib.auth import get_user_model

    client.force_login(get_user_model().objects.get(pk=alice))
    text = client.get("/filing/?q=spring&state=nonsense").content.decode()
    assert "Spring" in text
    assert 'value="spring"' in text
    assert "Nothing matches" in client.get("/filing/?q=zzz").content.decode()

from datetime import UTC, date, datetime

import pytest
from django.contrib.auth import get_user_model

from chancery.core.refusal import Denied
from chancery.records.accounts import actions as accounts
from chancery.services.filing import actions, queries
from chancery.services.filing.models import Draft
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


def test_a_filed_application_is_copied_without_what_happened_to_it(alice, portfolio):
    copied = Draft.objects.get(pk=actions.copy_filed(portfolio, by=alice, at=AT))
    assert (copied.title, copied.number, copied.answers, copied.is_open) == ("Hinge", "", None, True)
    assert copied.application["parties"][0]["name"] == "OKAFOR, Ada"
    assert copied.application["signatures"] == []
    assert copied.application["received_on"] is None
    assert copied.application["request_sheets"] is None


def test_a_stranger_copies_nothing(alice, portfolio):
    eve = accounts.open_account("eve@example.org", name="Eve", password="a long password")
    with pytest.raises(Denied):
        actions.copy_filed(portfolio, by=eve, at=AT)
    assert not Draft.objects.filter(owner_id=eve).exists()


def test_the_button_of_the_list_copies_and_opens_the_draft(client, alice, portfolio):
    client.force_login(get_user_model().objects.get(pk=alice))
    assert "/copy/" in client.get("/filing/").content.decode()
    answer = client.post(f"/filing/{portfolio.replace('/', '-')}/copy/")
    assert answer["Location"] == f"/filing/drafts/{Draft.objects.latest('pk').pk}/title/"

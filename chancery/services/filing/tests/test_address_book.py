from datetime import UTC, date, datetime

import pytest

from chancery.core.refusal import Refused
from chancery.records.accounts import actions as accounts
from chancery.services.filing import actions, address_book
from chancery.services.filing.models import Draft
from chancery.services.filing.tests.people import FILEABLE

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
TODAY = date(2026, 11, 22)


@pytest.fixture
def alice():
    return accounts.open_account("alice@example.org", name="Alice", password="a long password")


@pytest.fixture
def earlier(alice):
    pk = actions.start(by=alice, at=AT)
    actions.save(pk, changes=FILEABLE, revision=1, by=alice, at=AT)
    return pk


def test_who_stood_in_an_earlier_draft_is_taken_over_whole(alice, earlier):
    pk = actions.start(by=alice, at=AT)
    [person] = address_book.known(alice, "pct", "parties", on=TODAY)
    actions.take_over(pk, group="parties", person=person.key, by=alice, at=AT)
    [party] = Draft.objects.get(pk=pk).application["parties"]
    assert party == Draft.objects.get(pk=earlier).application["parties"][0]


def test_a_second_one_comes_after_the_first(alice, earlier):
    [person] = address_book.known(alice, "pct", "parties", on=TODAY)
    actions.take_over(earlier, group="parties", person=person.key, by=alice, at=AT)
    assert len(Draft.objects.get(pk=earlier).application["parties"]) == 2


def test_nobody_finds_the_people_of_others(alice, earlier):
    bob = accounts.open_account("bob@example.org", name="Bob", password="a long password")
    [person] = address_book.known(alice, "pct", "parties", on=TODAY)
    assert address_book.known(bob, "pct", "parties", on=TODAY) == []
    pk = actions.start(by=bob, at=AT)
    with pytest.raises(Refused):
        actions.take_over(pk, group="parties", person=person.key, by=bob, at=AT)


def test_the_page_finds_by_name(client, alice, earlier):
    from django.contrib.auth import get_user_model

    client.force_login(get_user_model().objects.get(pk=alice))
    pk = actions.start(by=alice, at=AT)
    name = Draft.objects.get(pk=earlier).application["parties"][0]["name"]
    address = f"/filing/drafts/{pk}/applicant/take-over/"
    assert name in client.get(address).content.decode()
    assert name not in client.get(address + "?q=zzz").content.decode()
    [person] = address_book.known(alice, "pct", "parties", on=TODAY)
    assert client.post(address, {"person": person.key}).status_code == 302
    assert Draft.objects.get(pk=pk).application["parties"][0]["name"] == name
    assert client.get(f"/filing/drafts/{pk}/title/take-over/").status_code == 404

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


PLACES = [(treaty, place) for treaty, place in address_book.PLACES if treaty != "pct"]


@pytest.mark.parametrize(("treaty", "place"), PLACES)
def test_who_stood_in_a_patent_application_can_be_taken_into_every_other_form(alice, earlier, treaty, place):
    agent = {"agents.0.name": "AGENT, Agnes", "agents.0.address": "Bern", "agents.0.country": "CH"}
    actions.add(earlier, group="agents", by=alice, at=AT)
    actions.save(earlier, changes=agent, revision=Draft.objects.get(pk=earlier).revision, by=alice, at=AT)
    pk = actions.start(treaty=treaty, by=alice, at=AT)
    [person] = address_book.known(alice, treaty, place, on=TODAY)
    actions.take_over(pk, group=place, person=person.key, by=alice, at=AT)
    there = Draft.objects.get(pk=pk).application[place]
    taken = there[0] if isinstance(there, list) else there
    source = "agents" if place == "representative" else "parties"
    original = Draft.objects.get(pk=earlier).application[source][0]
    assert taken["name"] == original["name"]
    assert taken["address"] == original["address"]
    assert taken.get("country", original["country"]) == original["country"]


def test_a_registration_is_in_the_book_and_the_same_person_stands_in_it_once(alice):
    from chancery.services.filing.registrations.tests.filed import APPLIED, registered

    registered("madrid", alice)
    amina = APPLIED["madrid"]["applicants"][0] | {"links": [{"party": "CH", "bond": "national"}]}
    registered("hague", alice, applicants=[amina])
    assert [one.name for one in address_book.known(alice, "hague", "applicants", on=TODAY)] == ["Amina Haddad"]
    [known] = address_book.known(alice, "madrid", "applicants", on=TODAY, words="lausanne")
    assert known.item["email"] == "amina@example.org", "how a person is reached comes along for those whose file it is"


def test_the_page_offers_the_book_where_one_person_stands(client, alice, earlier):
    from django.contrib.auth import get_user_model

    client.force_login(get_user_model().objects.get(pk=alice))
    pk = actions.start(treaty="madrid", by=alice, at=AT)
    for slug, offered in (("applicants", True), ("representative", True), ("goods", False), ("basis", False)):
        text = client.get(f"/filing/drafts/{pk}/{slug}/").content.decode()
        assert ("take-over/" in text) == offered, slug
    assert client.get(f"/filing/drafts/{pk}/representative/take-over/").status_code == 200
    assert client.get(f"/filing/drafts/{pk}/basis/take-over/").status_code == 404

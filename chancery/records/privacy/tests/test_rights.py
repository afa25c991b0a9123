"""A person's rights, each from the account page and each at once."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.apps import apps
from django.urls import reverse

from chancery.core import clock
from chancery.records.accounts import actions as accounts
from chancery.records.accounts import queries as people
from chancery.records.accounts.models import User
from chancery.records.mail import actions as mail
from chancery.records.mail import wishes
from chancery.records.mail.models import Item
from chancery.records.privacy import rights
from chancery.records.register import actions as register
from chancery.site.rights import CORRECTIONS
from chancery.site.wiring import HOLDINGS
from chancery.treaties import pct

pytestmark = pytest.mark.django_db(transaction=True)
AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def ada():
    return accounts.open_account("ada@example.org", name="Ada Lovelace", password="correct horse battery")


@pytest.fixture
def bob():
    return accounts.open_account("bob@example.org", name="Bob", password="correct horse battery")


@pytest.fixture
def page(client, ada):
    client.force_login(User.objects.get(pk=ada))

    def shown():
        return client.get("/privacy/rights/").content.decode()

    return shown


def test_every_table_about_people_says_where_it_is_put_right():
    assert set(CORRECTIONS) == {one.model for one in HOLDINGS if one.fields}


def test_each_item_leads_to_the_place_where_it_is_put_right(page, client, ada):
    number = register.file_application(
        pct.Application(title="Hinge", parties=(pct.Party(name="Ada"),)), documents=[], by=ada, at=AT
    ).number
    shown = page()
    for address in ("/account/profile/", "/account/email/"):
        assert f'href="{address}"' in shown
        assert client.get(address).status_code == 200
    act = f"/filing/{number.replace('/', '-')}/acts/change_parties/"
    assert f'href="{act}"' in shown
    assert "Rule 92bis.1" in shown
    assert client.get(act).status_code == 200


def test_data_at_rest_are_not_used_until_the_person_says_so(page, client, ada, bob, settings):
    at, today = clock.now(), clock.today()
    firm = accounts.found("Firm", by=bob, at=at)
    accounts.join(accounts.invite(firm, "ada@example.org", by=bob, at=at), by=ada, at=at)
    group = accounts.make_group(firm, name="Marks", scopes=("filing",), level="viewer", by=bob, at=at)
    accounts.add_to_group(group, ada, by=bob, at=at)
    client.post("/privacy/rights/restrict", {"to": "rest"})
    assert "your data are kept and not used" in page()
    shown = [member.name for member in people.members_of(firm, today)]
    assert shown == ["Bob", "a member who is not shown"]
    assert "ada@example.org" not in [member.email for member in people.members_of(firm, today)]
    client.force_login(User.objects.get(pk=bob))
    assert "Lovelace" not in client.get(f"/account/organisations/{firm}/").content.decode()
    client.force_login(User.objects.get(pk=ada))
    before = [one.on for one in wishes.switches(ada)]
    assert not mail.tell(ada, kind="reminder", service="docket", subject="Soon", body="A limit", at=AT)
    assert mail.tell(ada, kind="security", service="accounts", subject="New", body="A sign-in", at=AT)
    assert [one.kind for one in Item.objects.filter(recipient_id=ada).exclude(kind="invitation")] == ["security"]
    assert client.get("/account/profile/").status_code == 200
    client.post("/privacy/rights/restrict", {"to": "lift"})
    assert [one.on for one in wishes.switches(ada)] == before
    assert "Ada Lovelace" in [member.name for member in people.members_of(firm, today)]
    assert [one.words for one in rights.used(ada)] == [rights.KINDS["lifted"], rights.KINDS["restricted"]]
    assert str(rights.KINDS["restricted"]) in page()


def test_resting_twice_is_resting_once(client, page, ada):
    for _twice in range(2):
        client.post("/privacy/rights/restrict", {"to": "rest"})
    assert len(rights.used(ada)) == 1


def test_an_objection_stops_optional_mail_at_once(page, client, ada):
    wishes.switch("reminder", on=True, user=ada, how="test", at=AT)
    assert 'name="key" value="mail"' in page()
    client.post("/privacy/rights/object", {"key": "mail"})
    assert [one.on for one in wishes.switches(ada)] == [False] * len(wishes.switches(ada))
    assert not mail.tell(ada, kind="reminder", service="docket", subject="Soon", body="A limit", at=AT)
    shown = page()
    assert 'name="key" value="mail"' not in shown
    assert str(rights.KINDS["objected"]) in shown
    assert client.post("/privacy/rights/object", {"key": "king"}).status_code == 302


def test_a_copy_that_was_taken_is_noted_for_the_person(page, client, ada):
    assert client.get("/privacy/mine").json()["held"]["accounts.User"][0]["email"] == "ada@example.org"
    assert str(rights.KINDS["copied"]) in page()


def test_every_address_that_puts_something_right_is_there(client, ada):
    client.force_login(User.objects.get(pk=ada))
    for way in {one.url for one in CORRECTIONS.values() if one.url}:
        assert client.get(reverse(way)).status_code in {200, 302}, way


def test_what_others_have_opened_stands_there_for_a_year(client, ada, bob):
    number = register.file_application(
        pct.Application(title="Hinge", parties=(pct.Party(name="Ada"),)), documents=[], by=ada, at=AT
    ).number
    accounts.grant(bob, role="operator", by=None, at=AT)
    accounts.grant(bob, role="officer", by=None, at=AT)
    client.force_login(User.objects.get(pk=bob))
    address = number.replace("/", "-")
    for _often in range(3):
        assert client.get(f"/register/{address}/").status_code == 200
    assert client.get(f"/account/people/{ada}/").status_code == 200
    client.force_login(User.objects.get(pk=ada))
    assert client.get(f"/register/{address}/").status_code == 200
    shown = client.get("/account/seen/").content.decode()
    assert re.findall(r"<td><bdi>(.*?)</bdi>", shown) == ["Bob", "Bob"]
    assert number in shown
    assert "your account" in shown
    look = apps.get_model("privacy.Look")
    assert look.objects.count() == 3
    client.force_login(User.objects.get(pk=bob))
    assert number not in client.get("/account/seen/").content.decode()


def test_what_everybody_may_see_is_not_counted(client, ada, bob):
    number = register.file_application(
        pct.Application(title="Hinge", parties=(pct.Party(name="Ada"),)), documents=[], by=ada, at=AT
    ).number
    register.publish(number, kind_code="A1", on=AT.date(), issue="47/2026", after=1, at=AT + timedelta(days=1))
    client.force_login(User.objects.get(pk=bob))
    assert client.get(f"/register/{number.replace('/', '-')}/").status_code == 200
    client.force_login(User.objects.get(pk=ada))
    assert "Nobody else has seen it" in client.get("/account/seen/").content.decode()

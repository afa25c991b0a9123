"""The operator's pages of the services that people sign in to."""

import re

import pytest
from allauth.idp.oidc.models import Client

from chancery.core import clock
from chancery.core.refusal import Denied, Refused
from chancery.records.accounts import actions, queries, two_persons
from chancery.records.accounts.signon import clients
from chancery.records.accounts.signon.models import Service as Registered
from chancery.records.accounts.tests.relying import AT, PASSWORD, Person, Service, a_person, an_operator, terms

pytestmark = pytest.mark.django_db
FORM = {
    "name": "Meetings",
    "run_by": "Conference Service",
    "purpose": "To register you.",
    "policy_address": "https://meetings.example/privacy",
    "redirect_addresses": "https://meetings.example/callback\nhttps://meetings.example/other",
    "scopes": ["email"],
    "level": "password",
}
LIST = "/account/registered-services/"


@pytest.fixture
def op():
    an_operator()
    person = Person("op@example.org").signs_in()
    person.browser.post("/account/reauthenticate/", {"password": PASSWORD})
    return person.browser


def test_a_service_is_registered_and_its_secret_shown_once(op):
    page = op.post(f"{LIST}new", FORM).content.decode()
    client = Client.objects.get()
    [secret] = re.findall(r"<pre dir=\"ltr\"><code>([\w-]{43})</code>", page)
    assert clients.knows_secret(client, secret)
    assert client.get_redirect_uris() == FORM["redirect_addresses"].split("\n")
    assert client.get_scopes() == ["openid", "email"]
    assert secret not in op.get(f"{LIST}{client.pk}/").content.decode()
    assert "Meetings" in op.get(LIST).content.decode()


def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_lost(op):
    wrong = {**FORM, "redirect_addresses": "http://meetings.example/callback", "policy_address": "meetings.example"}
    page = op.post(f"{LIST}new", wrong)
    text = page.content.decode()
    assert page.status_code == 422
    assert "http://meetings.example/callback must begin with https://" in text
    assert "meetings.example is not an address that can be used" in text
    assert "To register you." in text
    assert not Registered.objects.exists()


def test_a_new_secret_replaces_the_old_one(op):
    service = Service()
    page = op.post(f"{LIST}{service.number}/secret").content.decode()
    [secret] = re.findall(r"<code>([\w-]{43})</code>", page)
    client = Client.objects.get()
    assert clients.knows_secret(client, secret)
    assert not clients.knows_secret(client, service.secret)


def test_a_service_is_changed_and_closed(op):
    service = Service()
    op.post(f"{LIST}{service.number}/", {**FORM, "name": "Assemblies"})
    assert "Assemblies" in op.get(LIST).content.decode()
    op.post(f"{LIST}{service.number}/close")
    assert "closed" in op.get(LIST).content.decode()
    page = op.get(f"{LIST}{service.number}/").content.decode()
    assert "Make a new secret" not in page
    with pytest.raises(Refused):
        clients.change(service.number, terms(), by=an_operator(), at=AT)


def test_where_there_are_two_operators_a_service_is_closed_by_both(op):
    service, other = Service(), a_person("otto@example.org", "Otto")
    actions.grant(other, role="operator", by=None, at=AT)
    with pytest.raises(Refused, match="takes two persons"):
        clients.close(service.number, by=an_operator(), at=AT)
    assert "It takes two persons" in op.get(f"{LIST}{service.number}/").content.decode()
    op.post(f"{LIST}{service.number}/close")
    assert Registered.objects.get(pk=service.number).closed_at is None
    [waiting] = two_persons.proposals(other, at=clock.now())
    assert "Close the service" in waiting.says
    actions.confirm(waiting.id, by=other, at=clock.now())
    assert Registered.objects.get(pk=service.number).closed_at


def test_a_native_service_stays_native_and_has_no_secret(op):
    service = Service(native=True, redirect_addresses=["org.example.app:/callback"])
    op.post(f"{LIST}{service.number}/", {**FORM, "redirect_addresses": "org.example.app:/callback"})
    assert Client.objects.get().type == Client.Type.PUBLIC
    with pytest.raises(Refused):
        clients.renew_secret(service.number, by=an_operator(), at=AT)
    assert not clients.knows_secret(Client.objects.get(), "")


def test_only_an_operator_registers_changes_and_closes():
    service, ada = Service(), a_person()
    for act in (
        lambda: clients.register(terms(), by=ada, at=AT),
        lambda: clients.change(service.number, terms(), by=ada, at=AT),
        lambda: clients.renew_secret(service.number, by=ada, at=AT),
        lambda: clients.close(service.number, by=ada, at=AT),
    ):
        with pytest.raises(Denied):
            act()
    browser = Person().signs_in().browser
    for address in (LIST, f"{LIST}new", f"{LIST}{service.number}/"):
        assert browser.get(address).status_code == 403


def test_the_operator_is_asked_who_they_are_before_a_secret_is_made():
    service = Service()
    browser = Person("op@example.org").signs_in().browser
    answer = browser.post(f"{LIST}{service.number}/secret")
    assert (answer.status_code, "reauthenticate" in answer["Location"]) == (302, True)
    assert clients.knows_secret(Client.objects.get(), service.secret)


def test_what_was_done_stands_in_the_log(op):
    service = Service()
    op.post(f"{LIST}{service.number}/secret")
    lines = [one.what for one in queries.history_of(an_operator())]
    assert "gave the service Meetings a new secret" in lines
    assert "let people sign in to Meetings with their account here" in lines

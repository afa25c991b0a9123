"""What is set is what is declared: a walk over every address, by everybody, looking at each Set-Cookie."""

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.http import HttpResponse
from django.test import RequestFactory

from chancery.records.accounts import actions as accounts
from chancery.site.cookies import COOKIES, DeclaredCookies
from tests import unpublished
from tests.addresses import places

YEAR = range(364 * 86_400, 367 * 86_400)
LIFETIMES = {"until you sign out or close the browser": None, "one year": YEAR}
"""The words of the register, as seconds that a browser is told; None for a cookie of the session."""


@pytest.fixture
def observed(monkeypatch):
    """Each cookie that was set, before the guard could hold it back: name to the last morsel."""
    seen = {}

    def watch(self, request):
        response = self.answer(request)
        seen.update({name: morsel for name, morsel in response.cookies.items() if morsel.value})
        return response

    monkeypatch.setattr("chancery.site.cookies.DeclaredCookies.__call__", watch)
    return seen


@pytest.mark.slow
@pytest.mark.django_db
def test_every_cookie_that_is_set_is_declared_and_every_declared_one_is_set(client, observed):
    world = unpublished.made()
    client.raise_request_exception = False  # a page that fails is for another test
    for name in (None, "Ada", "Otto"):
        client.logout()
        if name:
            client.force_login(get_user_model().objects.get(pk=world.people[name]))
        for place in places(world):
            client.get(place.there)
    sign_in(client)
    client.post("/language/", {"language": "fr", "next": "/"})
    client.post("/theme/", {"theme": "dark", "next": "/"})
    assert set(observed) == {cookie.name for cookie in COOKIES}


def sign_in(client):
    """By the form, as a browser does: the only way to a session."""
    email = "nora@example.org"
    user_id = accounts.open_account(email, name="Nora", password="correct horse")
    EmailAddress.objects.update_or_create(user_id=user_id, email=email, defaults={"verified": True, "primary": True})
    client.logout()
    client.post("/account/login/", {"login": email, "password": "correct horse"})


@pytest.mark.django_db
def test_a_cookie_lasts_as_long_as_the_register_says(client, observed):
    sign_in(client)
    client.get("/account/login/")
    client.post("/language/", {"language": "fr", "next": "/"})
    client.post("/theme/", {"theme": "dark", "next": "/"})
    assert set(observed) == {cookie.name for cookie in COOKIES}
    for cookie in COOKIES:
        lasts, told = LIFETIMES[cookie.lifetime], observed[cookie.name]["max-age"]
        assert (told == "") if lasts is None else (int(told) in lasts), cookie.name


def test_the_walk_would_notice_a_cookie_that_nobody_declared(observed):
    def answer(_request):
        response = HttpResponse("ok")
        response.set_cookie("tracker", "1")
        return response

    DeclaredCookies(answer)(RequestFactory().get("/"))
    assert set(observed) - {cookie.name for cookie in COOKIES} == {"tracker"}


def test_every_cookie_says_what_stops_without_it():
    assert [cookie.name for cookie in COOKIES if not cookie.stops] == []


@pytest.mark.django_db
def test_the_page_sets_none_where_there_is_none(client):
    client.get("/privacy/cookies/")
    assert dict(client.cookies) == {}


@pytest.mark.django_db
def test_one_is_deleted_and_then_all_and_the_session_is_over(client):
    sign_in(client)
    client.cookies["language"] = "fr"
    client.cookies["stranger"] = "x"
    page = client.get("/privacy/cookies/", headers={"accept-language": "en"}).content.decode()
    assert "stranger" in page
    client.post("/privacy/cookies/", {"name": "stranger"})
    assert client.cookies["stranger"].value == ""
    assert client.cookies["language"].value == "fr"
    key = client.cookies["session"].value
    client.post("/privacy/cookies/")
    assert {name: one.value for name, one in client.cookies.items() if one.value} == {}
    assert not Session.objects.filter(session_key=key).exists()

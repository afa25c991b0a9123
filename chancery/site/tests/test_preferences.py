"""Language and appearance go with the account; a browser that asks not to be followed is heard."""

from datetime import UTC, datetime

import pytest

from chancery.records.accounts import actions as accounts
from chancery.records.accounts.models import User
from chancery.records.mail import queries as mail
from chancery.records.privacy import queries as privacy
from chancery.site.preferences import honours_gpc

AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
SIGN_IN = {"login": "alice@example.org", "password": "correct horse"}


@pytest.fixture
def alice(db):
    return User.objects.get(pk=accounts.open_account("alice@example.org", name="Alice", password="correct horse"))


def test_a_language_chosen_while_signed_in_is_kept_with_the_account(client, alice):
    client.force_login(alice)
    client.post("/language/", {"language": "fr", "next": "/"})
    client.post("/theme/", {"theme": "dark", "next": "/"})
    alice.refresh_from_db()
    assert (alice.language, alice.theme) == ("fr", "dark")
    client.post("/theme/", {"theme": "", "next": "/"})
    client.post("/language/", {"language": "xx", "next": "/"})
    alice.refresh_from_db()
    assert (alice.language, alice.theme) == ("fr", "")


def test_another_site_does_not_choose_for_anybody(client, alice):
    client.force_login(alice)
    client.post("/language/", {"language": "fr"}, headers={"Sec-Fetch-Site": "cross-site"})
    client.post("/theme/", {"theme": "dark"}, headers={"Sec-Fetch-Site": "cross-site"})
    alice.refresh_from_db()
    assert (alice.language, alice.theme) == ("en", "")


def test_a_new_browser_takes_over_what_the_account_has(client, alice):
    User.objects.update(language="ar", theme="dark")
    answer = client.post("/account/login/", SIGN_IN)
    assert (answer.cookies["language"].value, answer.cookies["theme"].value) == ("ar", "dark")
    page = client.get("/my/").content.decode()
    assert 'dir="rtl"' in page
    assert 'data-bs-theme="dark"' in page


def test_what_a_browser_has_chosen_itself_stays(client, alice):
    User.objects.update(language="ar", theme="dark")
    client.post("/language/", {"language": "ru"})
    client.post("/theme/", {"theme": "light"})
    answer = client.post("/account/login/", SIGN_IN)
    assert not {"language", "theme"} & set(answer.cookies)


def test_signing_in_sets_no_cookie_where_nothing_differs(client, alice):
    assert not {"language", "theme"} & set(client.post("/account/login/", SIGN_IN).cookies)


@pytest.mark.parametrize(("sent", "heard"), [("1", True), (" 1 ", True), ("0", False), ("", False), ("true", False)])
def test_only_a_one_asks_not_to_be_followed(rf, sent, heard):
    assert honours_gpc(rf.get("/", headers={"Sec-GPC": sent})) is heard
    assert not honours_gpc(rf.get("/"))


def signs_up(client, **headers):
    posted = {"last_name": "Diallo", "email": "amara@example.org", "password1": "a very long one 77"}
    assert client.post("/account/signup/", posted, headers=headers).status_code == 302
    return User.objects.get(email="amara@example.org").pk


def test_whoever_asks_not_to_be_followed_begins_with_a_no_to_every_optional_mail(client, db):
    amara = signs_up(client, **{"Sec-GPC": "1"})
    assert {one.on for one in mail.switches(amara)} == {False}
    assert {one.how for one in privacy.consents_of(amara)} == {"Sec-GPC at sign-up"}


def test_whoever_does_not_ask_has_said_nothing(client, db):
    amara = signs_up(client)
    assert privacy.consents_of(amara) == []


def test_the_site_says_that_it_abides_by_it(client):
    answer = client.get("/.well-known/gpc.json")
    assert answer["Content-Type"] == "application/json"
    assert answer.json()["gpc"] is True

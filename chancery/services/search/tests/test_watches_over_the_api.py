"""Alerts without an account over the API: asked for, confirmed, read, changed and ended by what the mail says."""

import json
import re
from urllib.parse import urlsplit

import pytest

from chancery.records.accounts import actions as accounts
from chancery.records.mail import actions as mail
from chancery.records.mail.models import Note
from chancery.services.search.alerts import alerts
from chancery.services.search.models import Alert, SavedSearch
from chancery.services.search.tests.conftest import AT
from chancery.services.search.tests.test_alerts import keeps
from chancery.services.search.tests.test_watching import publish

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def mail_goes_out(settings):
    settings.SMTP = "smtp://localhost"


def send(client, method, path, **body):
    return client.generic(method, f"/api/v1/{path}", json.dumps(body) if body else "", "application/json")


def ask(client, **more):
    wanted = {"q": "pizza", "collection": "patents", "email": "wren@example.org"}
    return send(client, "POST", "watches", **wanted | more)


def opened():
    """The number and the secret in the last mail, as a path of the API."""
    return "watches/" + re.search(r"/search/alerts/(\d+/\w+)/", Note.objects.latest("pk").body)[1]


def test_it_is_confirmed_and_told_of_what_is_published_from_then_on(client):
    asked = ask(client, every="at once")
    assert (asked.status_code, asked.json()) == (202, {"email": "wren@example.org"})
    publish("A1")
    told = send(client, "GET", opened()).json()
    assert (told["confirmed"], told["feed"], told["search"]["q"]) == (False, None, "pizza")
    at = opened()
    assert send(client, "POST", f"{at}/confirmation").json()["confirmed"] is True
    publish("A2")
    assert [note.kind for note in Note.objects.all()] == ["answer", "alert"]
    assert [one["key"] for one in send(client, "GET", f"{at}/records").json()["items"]] == ["A2"]
    feed = urlsplit(send(client, "GET", at).json()["feed"]).path
    assert "A2" in client.get(feed).content.decode()


def test_it_is_written_less_often_and_ended_and_then_nothing_is_kept(client):
    ask(client)
    at = opened()
    send(client, "POST", f"{at}/confirmation")
    assert send(client, "PUT", f"{at}/rhythm", every="weekly").json()["every"] == "weekly"
    assert send(client, "PUT", f"{at}/rhythm", every="hourly").status_code == 422
    assert send(client, "DELETE", at).status_code == 204
    assert not SavedSearch.objects.exists()
    assert not Note.objects.exists()
    for method, path in (("GET", at), ("GET", f"{at}/records"), ("POST", f"{at}/confirmation"), ("DELETE", at)):
        assert send(client, method, path).status_code == 404


def test_mail_that_was_switched_off_is_switched_on_by_confirming_again(client):
    ask(client)
    at = opened()
    assert send(client, "POST", f"{at}/confirmation").json()["mailOff"] is False
    mail.switch("alert", on=False, email="wren@example.org", how="test", at=AT)
    assert send(client, "GET", at).json()["mailOff"] is True
    assert send(client, "POST", f"{at}/confirmation").json()["mailOff"] is False


def test_a_wrong_secret_and_an_alert_of_an_account_open_nothing(client):
    ask(client)
    at = opened()
    wrong = at[:-1] + ("0" if at[-1] != "0" else "1")
    assert send(client, "GET", wrong).status_code == 404
    assert send(client, "DELETE", wrong).status_code == 404
    ada = accounts.open_account("ada@example.org", name="Ada", password="a long password")
    own = keeps(ada, "q=pizza", way="feed")
    for href in (alerts.href(own), alerts.feed_href(own)):
        secret = re.search(r"(\w{40})", href)[1]
        assert send(client, "GET", f"watches/{own.pk}/{secret}").status_code == 404


def test_the_secret_of_the_feed_does_not_open_it(client):
    ask(client)
    secret = re.search(r"(\w{40})", alerts.feed_href(Alert.objects.get()))[1]
    assert send(client, "GET", f"watches/{Alert.objects.get().pk}/{secret}").status_code == 404


def test_what_stands_there_is_for_no_search_engine_and_no_shared_cache(client):
    ask(client)
    for path in (opened(), f"{opened()}/records"):
        told = send(client, "GET", path)
        assert (told["X-Robots-Tag"], told["Cache-Control"]) == ("noindex", "private, no-cache")


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"email": "wren@"}, "email"),
        ({"every": "hourly"}, "every"),
        ({"q": "title:(pizza"}, "q"),
        ({"collection": "laws"}, "collection"),
        ({"name": "Pizza"}, "name"),
    ],
)
def test_what_is_wrong_is_said_with_its_field_and_nothing_is_begun(client, sent, field):
    told = ask(client, **sent)
    assert told.status_code == 422
    assert told.json()["findings"][0]["field"].endswith(field)
    assert not Alert.objects.exists()


def test_an_address_is_not_flooded_whether_by_page_or_program(client):
    client.post("/search/watch/?q=pizza", {"email": "wren@example.org", "every": "daily"})
    assert [ask(client, q=f"pizza {n}").status_code for n in range(5)] == [202] * 4 + [429]
    assert 0 < int(ask(client, email="WREN@example.org")["Retry-After"]) <= 3600
    others = [ask(client, email=f"{n}@example.org").status_code for n in range(16)]
    assert others == [202] * 15 + [429]


def test_an_office_that_sends_no_mail_says_so(client, settings):
    settings.SMTP = ""
    told = ask(client)
    assert told.status_code == 422
    assert "sends no e-mail" in told.json()["detail"]
    assert not Alert.objects.exists()


def test_the_mail_is_written_in_the_language_of_the_request(client):
    client.generic(
        "POST",
        "/api/v1/watches",
        json.dumps({"q": "pizza", "email": "wren@example.org"}),
        "application/json",
        headers={"Accept-Language": "fr"},
    )
    assert Alert.objects.get().language == "fr"

"""Alerts over the API: begun, read and let go on; and one search over all collections, told in every way."""

import json
from urllib.parse import urlsplit

import pytest

from chancery.core import follow
from chancery.records.accounts import actions as accounts
from chancery.records.mail.models import Note
from chancery.services.search.alerts import run as alert_run
from chancery.services.search.followers import Index
from chancery.services.search.models import Alert, Call
from chancery.services.search.tests.conftest import AT
from chancery.services.search.tests.test_alerts import follows, keeps, keys, publish


@pytest.fixture
def ada(db):
    return accounts.open_account("ada@example.org", name="Ada", password="a long password")


def test_a_search_over_all_collections_tells_of_each_by_mail_feed_webhook_and_api(ada, client, settings):
    settings.SMTP = "smtp://localhost"
    authorization = f"Bearer {accounts.make_token('test', by=ada, at=AT)}"

    def asks(method, path, **body):
        answer = client.generic(
            method, f"/api/v1/{path}", json.dumps(body), "application/json", HTTP_AUTHORIZATION=authorization
        )
        assert answer.status_code in (200, 201), answer.content
        return answer.json()

    kept = asks("POST", "saved-searches", q="S1 OR stone", sets=["S1:pizza"])
    assert (kept["collection"], kept["sets"]) == (None, ["S1:pizza"])
    feed = asks("POST", "alerts", savedSearch=kept["id"], way="feed")
    asks("POST", "alerts", savedSearch=kept["id"], way="mail", every="at once")
    asks("POST", "webhooks", savedSearch=kept["id"], url="https://example.org/hook")
    narrow = asks("POST", "saved-searches", q="pizza", collection="marks")
    narrow = asks("POST", "alerts", savedSearch=narrow["id"], way="feed")
    found = {"patents": "A1", "marks": "M1", "designs": "D1", "indications": "I1", "decisions": "C1"}
    publish(*((collection, key, "PIZZA") for collection, key in found.items()), ("marks", "M2", "BREAD"))
    follows()

    follow.catch_up([Index()], at=AT)
    told = {one["collection"]: one["key"] for one in asks("GET", f"alerts/{feed['id']}/records")["items"]}
    assert told == found
    assert [one["key"] for one in asks("GET", f"alerts/{narrow['id']}/records")["items"]] == ["M1"]
    by_feed = client.get(urlsplit(feed["feed"]).path).content.decode()
    called = json.loads(Call.objects.get().body)["data"]["records"]
    mailed = Note.objects.get().body
    assert {one["collection"]: one["key"] for one in called} == found
    for collection, key in found.items():
        assert f"/search/{collection}/{key}/" in by_feed
        assert f"/search/{collection}/{key}/" in mailed


def test_an_alert_that_stands_still_goes_on_over_the_api_too(ada, client):
    alert = keeps(ada, "q=pizza", way="mail", every="daily")
    Alert.objects.update(trouble="Something is wrong.")
    headers = {"Authorization": f"Bearer {accounts.make_token('test', by=ada, at=AT)}"}
    publish(("patents", "A2", "Pizza stone"))
    follows()
    told = client.post(f"/api/v1/alerts/{alert.pk}/resumption", headers=headers)
    assert (told.status_code, told.json()["trouble"]) == (200, "")
    alert_run.catch_up(at=AT)
    assert keys(alert) == ["A2"]
    assert client.post(f"/api/v1/alerts/{alert.pk + 1}/resumption", headers=headers).status_code == 404

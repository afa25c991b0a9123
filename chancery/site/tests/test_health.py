import pytest
from django.db import DatabaseError

from chancery.core import follow
from chancery.site.wiring import FOLLOWERS

pytestmark = pytest.mark.django_db


def test_it_says_store_engine_ledger_and_how_far_each_follower_is_behind(client):
    told = client.get("/healthz").json()
    assert told["status"] == "ok"
    assert told["engine"] == "embedded"
    assert set(told["followers"]) == {follower.name for follower in FOLLOWERS}


def test_a_store_that_does_not_answer_is_said_to_be_down(client, monkeypatch):
    def broken(_followers):
        raise DatabaseError("no answer")

    monkeypatch.setattr(follow, "lag", broken)
    response = client.get("/healthz")
    assert response.status_code == 503
    assert response.json()["status"] == "down"

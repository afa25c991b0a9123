"""The use of a session is noted, and not with every page."""

import pytest
from allauth.usersessions.models import UserSession
from django.db import connection
from django.test.utils import CaptureQueriesContext

from chancery.records.accounts import actions
from chancery.records.accounts.models import User
from chancery.site import activity

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(client):
    user_id = actions.open_account("ada@example.org", name="Ada Lovelace", password="correct horse battery")
    client.force_login(User.objects.get(pk=user_id))
    return client


def written(client, **headers):
    with CaptureQueriesContext(connection) as asked:
        client.get("/account/", headers=headers)
    return [one["sql"] for one in asked if "usersessions" in one["sql"] and not one["sql"].startswith("SELECT")]


def test_a_second_page_writes_nothing(person):
    assert written(person)
    assert not written(person)


def test_another_browser_is_noted_at_once(person):
    written(person, **{"user-agent": "one"})
    assert written(person, **{"user-agent": "another"})
    assert UserSession.objects.get().user_agent == "another"


def test_after_a_minute_it_is_written_again(person, monkeypatch):
    now = activity.time.monotonic()
    written(person)
    monkeypatch.setattr(activity.time, "monotonic", lambda: now + activity.MINUTE + 1)
    assert written(person)

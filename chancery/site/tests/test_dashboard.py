"""A person's own page: pieces placed, moved, sized and removed without a script; one that fails harms no other."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from chancery.records.accounts import actions as accounts
from chancery.records.accounts import queries
from chancery.records.accounts.models import RoleGrant, User
from chancery.services.search.asking import question_of
from chancery.services.search.saved import saved
from chancery.site.dashboard import views
from chancery.site.dashboard.placing import Dashboard, Placed
from chancery.site.wiring import WIDGETS

KEYS = [one.key for one in WIDGETS]
AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
OF_ALL = [one.key for one in WIDGETS if not one.roles]


@pytest.fixture
def alice(db):
    return accounts.open_account("alice@example.org", name="Alice Cooper", password="correct horse")


@pytest.fixture
def page(client, alice):
    client.force_login(User.objects.get(pk=alice))
    return client


def placed(user):
    return [(row["key"], row["wide"]) for row in queries.dashboard(user)["placed"]]


def press(page, act, widget="", **more):
    answer = page.post("/my/arrange", {"act": act, "widget": widget, **more})
    assert answer.status_code == 302
    return answer


# The arrangement as data

dashboards = st.lists(st.sampled_from(KEYS), unique=True).map(
    lambda keys: Dashboard(tuple(Placed(key, wide=len(key) % 2 == 0) for key in keys))
)


@given(dashboards, st.sampled_from(KEYS), st.sampled_from([-1, 1]))
def test_moving_changes_the_order_and_nothing_else(dashboard, key, step):
    moved = dashboard.moved(key, step)
    assert sorted(moved.keys) == sorted(dashboard.keys)
    assert set(moved.placed) == set(dashboard.placed)
    if key in dashboard.keys and 0 <= dashboard.keys.index(key) + step < len(dashboard.keys):
        assert moved.moved(key, -step) == dashboard


@given(dashboards, st.sampled_from(KEYS))
def test_what_is_added_stands_last_once_and_can_be_removed(dashboard, key):
    added = dashboard.added(key)
    assert added.added(key) == added
    assert added.keys.count(key) == 1
    assert key not in added.removed(key).keys
    assert added.resized(key).resized(key) == added


@given(dashboards, st.lists(st.sampled_from([*KEYS, "gone", ""])))
def test_an_order_from_an_older_tab_loses_no_piece(dashboard, order):
    ordered = dashboard.ordered(order)
    assert set(ordered.placed) == set(dashboard.placed)
    named = [key for key in dict.fromkeys(order) if key in dashboard.keys]
    assert list(ordered.keys)[: len(named)] == named


@given(dashboards)
def test_what_is_placed_is_read_back(dashboard):
    assert Dashboard.of(dashboard.plain(), usual=()) == dashboard


# The page


def test_whoever_has_placed_nothing_finds_all_they_may_have(page, alice):
    text = page.get("/my/").content.decode()
    assert [key for key in KEYS if f'id="{key}"' in text] == OF_ALL
    assert queries.dashboard(alice) is None


def test_the_office_finds_its_own_pieces_first(page, alice):
    RoleGrant.objects.create(user_id=alice, role="officer", granted_at="2026-11-22T09:00Z")
    text = page.get("/my/").content.decode()
    assert text.index('id="desk"') < text.index('id="asked"') < text.index('id="portfolio"')


def test_signing_in_leads_there(client, alice):
    answer = client.post("/account/login/", {"login": "alice@example.org", "password": "correct horse"})
    assert answer["Location"] == "/my/"


def test_pieces_are_moved_sized_removed_and_added_with_buttons(page, alice):
    first, second = OF_ALL[:2]
    press(page, "later", first)
    assert [key for key, _wide in placed(alice)][:2] == [second, first]
    press(page, "size", first)
    assert dict(placed(alice))[first] is False
    press(page, "remove", first)
    assert first not in dict(placed(alice))
    assert f'id="{first}"' not in page.get("/my/").content.decode()
    press(page, "add", first)
    assert placed(alice)[-1][0] == first
    press(page, "usual")
    assert list(dict.fromkeys(views.Dashboard.of(queries.dashboard(alice), usual=()).keys)) == []
    assert f'id="{first}"' in page.get("/my/").content.decode()


def test_after_a_button_the_page_is_at_the_piece_that_was_moved(page):
    assert press(page, "later", "portfolio")["Location"] == "/my/?arrange=1#portfolio"


def test_a_drag_sends_the_whole_order(page, alice):
    answer = page.post("/my/arrange", {"act": "order", "order": "searches,limits,nothing"})
    assert answer.status_code == 204
    assert [key for key, _wide in placed(alice)][:2] == ["searches", "limits"]
    assert len(placed(alice)) == len(OF_ALL)


@pytest.mark.parametrize("act", ["add", "later", "", "constructor"])
@pytest.mark.parametrize("widget", ["desk", "no such", "", "\0"])
def test_nobody_places_what_is_not_for_them(page, alice, act, widget):
    press(page, act, widget)
    assert {key for key, _wide in placed(alice)} == set(OF_ALL)


def test_a_piece_that_there_is_no_longer_is_passed_over(page, alice):
    User.objects.filter(pk=alice).update(
        dashboard={"placed": [{"key": "gone", "wide": True}, {"key": "messages", "wide": False}]}
    )
    assert 'id="messages"' in page.get("/my/").content.decode()


def test_an_empty_page_says_what_to_do(page):
    for key in OF_ALL:
        press(page, "remove", key)
    text = page.get("/my/").content.decode()
    assert "Nothing is placed here" in text
    assert "?arrange=1" in text


@pytest.mark.parametrize("broken", OF_ALL)
def test_a_piece_that_fails_says_so_and_the_others_stand(page, monkeypatch, broken, caplog):
    def fail(_visitor):
        raise RuntimeError("the store is gone")

    widgets = tuple(replace(one, supply=fail) if one.key == broken else one for one in WIDGETS)
    monkeypatch.setattr(views, "WIDGETS", widgets)
    answer = page.get("/my/")
    text = answer.content.decode()
    assert answer.status_code == 200
    assert text.count("Something broke in this piece") == 1
    assert all(f'id="{key}"' in text for key in OF_ALL)
    assert "the store is gone" not in text


def test_a_failure_of_the_database_in_one_piece_leaves_the_others(page, monkeypatch):
    def fail(_visitor):
        list(User.objects.raw("SELECT nothing FROM nowhere"))

    widgets = tuple(replace(one, supply=fail) if one.key == "portfolio" else one for one in WIDGETS)
    monkeypatch.setattr(views, "WIDGETS", widgets)
    text = page.get("/my/").content.decode()
    assert text.count("Something broke in this piece") == 1
    assert "You have read everything." in text


def test_the_searches_that_a_person_saved_stand_there(page, alice):
    wanted = question_of(QueryDict("q=hinge+AND+%22%3Cb%3E%22"), "patents")
    saved.save(wanted, name="Hinges <b>", by=alice, at=AT)
    text = page.get("/my/").content.decode()
    assert "/search/patents/?q=hinge+AND+%22%3Cb%3E%22" in text
    assert "Hinges &lt;b&gt;" in text
    assert queries.dashboard(alice) is None  # the arrangement is still the usual one


def test_the_page_is_each_persons_own(page, alice, db):
    bob = accounts.open_account("bob@example.org", name="Bob Baker", password="correct horse")
    press(page, "remove", "limits")
    assert queries.dashboard(bob) is None


def test_an_erased_account_leaves_no_page(page, alice):
    press(page, "remove", "limits")
    accounts.forget_person(alice, at=datetime(2026, 11, 22, 9, 0, tzinfo=UTC))
    assert not User.objects.exclude(dashboard=None).exists()

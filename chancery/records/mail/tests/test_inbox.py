"""The inbox: one list of what every service told a person; found, marked, put away, by its owner alone."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from chancery.records.accounts import actions as accounts
from chancery.records.accounts.models import User
from chancery.records.mail import actions, queries
from chancery.records.mail.models import Item
from chancery.records.mail.queries import Choice

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def alice(db):
    return accounts.open_account("alice@example.org", name="Alice Cooper", password="correct horse")


@pytest.fixture
def bob(db):
    return accounts.open_account("bob@example.org", name="Bob Baker", password="correct horse")


@pytest.fixture
def page(client, alice):
    client.force_login(User.objects.get(pk=alice))
    return client


def told(to, subject="A sign-in with a new browser", *, kind="security", service="accounts", minutes=0, **more):
    at = AT + timedelta(minutes=minutes)
    assert actions.tell(to, kind=kind, service=service, subject=subject, body="Look at it.", at=at, **more)
    return Item.objects.latest("pk").pk


def shown(user, **choice):
    return [one.subject for one in queries.items(user, Choice(**choice))]


def test_what_services_tell_stands_in_one_list_newest_first(alice, bob):
    told(alice, "First")
    told(alice, "Second", service="contact", kind="answer", minutes=1)
    told(bob, "For Bob")
    assert shown(alice) == ["Second", "First"]
    assert [(one.key, one.label, one.count) for one in queries.services(alice, Choice())] == [
        ("accounts", "Account", 1),
        ("contact", "Questions", 1),
    ]


@pytest.mark.parametrize("words", ["größe", "GRÖSSE", "q/2026/7", "look größe"])
def test_every_word_is_found_whatever_its_case(alice, words):
    told(alice, "Größe", about="Q/2026/7")
    told(alice, "Another")
    assert shown(alice, words=words) == ["Größe"]


def test_the_list_is_narrowed_by_service_by_matter_and_to_what_is_new(alice):
    told(alice, "Old", service="contact", about="Q/1")
    new = told(alice, "New")
    actions.mark_all(Choice(service="contact"), by=alice, at=AT)
    assert shown(alice, service="contact") == ["Old"]
    assert shown(alice, about="Q/1") == ["Old"]
    assert shown(alice, view="unread") == ["New"]
    assert queries.unread(alice) == 1
    assert [one.pk for one in queries.newest(alice, 5)] == [new]


def test_a_message_is_read_new_again_put_away_and_put_back(alice):
    one = told(alice)
    assert actions.mark([one], read=True, by=alice, at=AT) == 1
    assert actions.mark([one], read=True, by=alice, at=AT) == 0
    assert actions.mark([one], read=False, by=alice, at=AT) == 1
    assert queries.unread(alice) == 1
    actions.archive([one], away=True, by=alice, at=AT)
    assert (shown(alice), len(shown(alice, view="archive")), queries.unread(alice)) == ([], 1, 0)
    actions.archive([one], away=False, by=alice, at=AT)
    assert len(shown(alice)) == 1


def test_nobody_touches_somebody_elses_messages(alice, bob, page):
    his = told(bob)
    assert actions.mark([his], read=True, by=alice, at=AT) == 0
    assert actions.archive([his], away=True, by=alice, at=AT) == 0
    assert page.get(f"/inbox/{his}/").status_code == 404
    page.post("/inbox/act", {"act": "archive", "item": [his]})
    assert (Item.objects.get(pk=his).read_at, Item.objects.get(pk=his).archived_at) == (None, None)


def test_a_message_leads_only_into_this_portal(alice):
    for elsewhere in ("https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)"):
        with pytest.raises(ValueError, match="no path"):
            told(alice, link=elsewhere)


def test_the_page_lists_opens_and_marks(page, alice):
    one = told(alice, "<script>alert(1)</script>", link="/account/profile/")
    text = page.get("/inbox/").content.decode()
    assert "&lt;script&gt;alert(1)" in text
    assert '<li class="new">' in text
    opened = page.get(f"/inbox/{one}/").content.decode()
    assert 'href="/account/profile/"' in opened
    assert queries.unread(alice) == 0
    assert page.post("/inbox/act?view=unread", {"act": "new", "item": [one]})["Location"] == "/inbox/?view=unread"
    assert queries.unread(alice) == 1
    page.post("/inbox/act", {"act": "all read"})
    assert queries.unread(alice) == 0


def test_all_of_these_are_those_that_the_address_shows(page, alice):
    told(alice, "One", service="contact")
    told(alice, "Other")
    page.post("/inbox/act?service=contact", {"act": "all read"})
    assert shown(alice, view="unread") == ["Other"]


@pytest.mark.parametrize("query", ["view=x", "service=%00", "q=%00%00", "page=x", "about=%FF", "service=" + "a" * 500])
def test_an_address_that_makes_no_sense_shows_something(page, alice, query):
    told(alice)
    assert page.get(f"/inbox/?{query}").status_code == 200


@pytest.mark.parametrize("posted", [{"act": "read"}, {"act": "read", "item": ["x", "9" * 30]}, {}])
def test_without_a_tick_nothing_is_changed_and_it_is_said(page, alice, posted):
    told(alice)
    text = page.post("/inbox/act", posted, follow=True).content.decode()
    assert "Tick the messages first." in text
    assert queries.unread(alice) == 1


def test_the_bell_says_how_many_are_new_on_every_page(page, alice):
    assert "Inbox, nothing new" in page.get("/").content.decode()
    told(alice)
    told(alice)
    for address in ("/", "/accessibility/", "/inbox/bell"):
        assert 'aria-label="Inbox, 2 new messages"' in page.get(address).content.decode()
    page.cookies["language"] = "ar"
    assert '<span class="count" aria-hidden="true">2</span>' in page.get("/").content.decode()


def test_the_bell_costs_one_count_over_its_own_index(alice):
    told(alice)
    with CaptureQueriesContext(connection) as asked:
        assert queries.unread(alice) == 1
    [count] = asked.captured_queries
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("EXPLAIN QUERY PLAN " + count["sql"])
            assert "item_unread" in str(cursor.fetchall())


def test_whoever_is_no_longer_signed_in_gets_no_bell(client, db):
    answer = client.get("/inbox/bell")
    assert (answer.status_code, answer.content) == (204, b"")
    assert 'class="bell"' not in client.get("/").content.decode()


def test_an_erased_account_leaves_no_inbox(alice):
    told(alice)
    actions.forget_person(alice, at=AT)
    assert not Item.objects.exists()

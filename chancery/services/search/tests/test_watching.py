"""Alerts without an account: asked for, confirmed, changed and ended at a secret address; and the pages of all."""

import re
from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest

from chancery.core import follow
from chancery.records.accounts import actions as accounts
from chancery.records.accounts.models import User
from chancery.records.mail.models import Note
from chancery.records.register import actions as register
from chancery.services.search.alerts import alerts
from chancery.services.search.alerts import mail as alert_mail
from chancery.services.search.alerts.run import Alerts
from chancery.services.search.followers import Index
from chancery.services.search.models import Alert, Call, Found, SavedSearch
from chancery.services.search.queries import Question
from chancery.services.search.saved import saved
from chancery.services.search.tests.conftest import AT, record
from chancery.site import retaining

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(autouse=True)
def mail_goes_out(settings):
    settings.SMTP = "smtp://localhost"


def watch(client, email="wren@example.org", every="at once", query="q=pizza&collection=patents"):
    return client.post(f"/search/watch/?{query}", {"email": email, "every": every})


def address():
    """The secret address in the last mail."""
    return re.search(r"http://[^/]+(/search/alerts/\S+)", Note.objects.latest("pk").body)[1]


def confirmed(client, **more):
    watch(client, **more)
    client.post(address(), {"act": "confirm"})
    return address()


def publish(*keys, at=AT):
    register.import_records([record("patents", key, f"Pizza {key}") for key in keys], at=at)
    follow.catch_up([Index(), Alerts()], at=at)


def test_nothing_is_sent_before_the_reader_of_the_address_has_said_yes(client, db):
    assert "A mail is on its way" in watch(client).content.decode()
    publish("A1")
    assert [note.kind for note in Note.objects.all()] == ["answer"]
    at = address()
    text = client.get(at).content.decode()
    assert "wren@example.org" in text
    assert "not confirmed" in text
    publish("A2")
    assert Note.objects.count() == 1  # looking is not saying yes: programs look at every link
    client.post(at, {"act": "confirm"})
    publish("A3")
    assert [note.subject.rpartition(": ")[2] for note in Note.objects.filter(kind="alert")] == [
        "1 new record in “pizza”"
    ]
    assert list(Found.objects.values_list("key", flat=True)) == ["A3"]


def test_the_mail_that_asks_carries_nothing_that_was_typed(client, db):
    watch(client, query="q=buy+cheap+watches+at+spam.example")
    note = Note.objects.get()
    assert "spam" not in note.subject + note.body
    assert "cheap" not in note.subject + note.body


def test_every_mail_says_where_it_is_ended_and_how_to_stop_it_with_one_click(client, db):
    at = confirmed(client)
    publish("A1")
    body = Note.objects.get(kind="alert").body
    assert at in body
    assert "stop it here, without signing in" in body


def test_it_is_changed_read_and_ended_at_its_address(client, db):
    at = confirmed(client)
    publish("A1")
    client.post(at, {"act": "often", "every": "weekly"})
    assert Alert.objects.get().every == "weekly"
    assert client.post(at, {"act": "often", "every": "hourly"}).status_code == 422
    text = client.get(at).content.decode()
    assert "/search/patents/A1/" in text
    assert "noindex" in client.get(at)["X-Robots-Tag"]
    assert "The alert is ended" in client.post(at, {"act": "end"}).content.decode()
    assert not SavedSearch.objects.exists()
    assert not Note.objects.exists()
    gone = client.get(at)
    assert gone.status_code == 404
    assert "There is no alert here" in gone.content.decode()


def test_a_wrong_secret_opens_nothing_and_ends_nothing(client, db):
    at = confirmed(client).rstrip("/")
    wrong = f"{at[:-1]}{'0' if at[-1] != '0' else '1'}/"
    assert client.get(wrong).status_code == 404
    assert client.post(wrong, {"act": "end"}).status_code == 404
    assert Alert.objects.exists()


def test_the_secret_of_the_feed_does_not_open_the_page(client, db):
    confirmed(client)
    alert = Alert.objects.get()
    feed = alerts.feed_href(alert)
    assert client.get(feed).status_code == 200
    assert client.get(feed.replace(".atom", "/")).status_code == 404


def test_an_alert_of_an_account_has_no_page_without_it(client, db):
    ada = accounts.open_account("ada@example.org", name="Ada", password="a long password")
    pk = saved.save(Question(text="pizza"), by=ada, at=AT)
    alert = Alert.objects.get(pk=alerts.begin(pk, way="feed", by=ada, at=AT))
    assert client.get(alerts.href(alert)).status_code == 404


@pytest.mark.parametrize(
    ("email", "every", "says"),
    [
        ("", "daily", "Write a whole e-mail address"),
        ("wren@", "daily", "whole"),
        ("a@b.example", "hourly", "how often"),
    ],
)
def test_what_is_missing_is_said_beside_the_form_and_nothing_typed_is_lost(client, db, email, every, says):
    answer = watch(client, email=email, every=every)
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert f'value="{email}"' in answer.content.decode()
    assert not Alert.objects.exists()


def test_an_address_is_not_flooded(client, db):
    answers = [watch(client, query=f"q=pizza+{n}").status_code for n in range(6)]
    assert answers == [200] * 5 + [429]
    assert watch(client, email="WREN@example.org").status_code == 429


def test_asked_for_twice_it_is_one_alert(client, db):
    watch(client)
    watch(client)
    assert (Alert.objects.count(), Note.objects.count()) == (1, 2)


def test_where_the_office_sends_no_mail_it_says_so_and_offers_another_way(client, db, settings):
    settings.SMTP = ""
    text = client.get("/search/watch/?q=pizza").content.decode()
    assert "This office sends no e-mail" in text
    assert "/account/login/?next=/search/%3Fq%3Dpizza" in text


def test_an_address_that_nobody_confirms_is_forgotten_after_seven_days(client, db):
    watch(client, email="a@example.org")
    confirmed(client, email="b@example.org")
    made = Alert.objects.first().made_at
    retaining.run(at=made + timedelta(days=6))
    assert Alert.objects.count() == 2
    retaining.run(at=made + timedelta(days=9))
    assert list(Alert.objects.values_list("email", flat=True)) == ["b@example.org"]
    assert SavedSearch.objects.count() == 1


def test_what_was_found_is_forgotten_after_ninety_days(client, db):
    confirmed(client)
    publish("A1")
    alert = Alert.objects.get()
    Call.objects.create(alert=alert, message_id="x", body="{}", made_at=AT, due_at=None)
    retaining.run(at=AT + timedelta(days=40))
    assert (Found.objects.count(), Call.objects.count()) == (1, 0)
    retaining.run(at=AT + timedelta(days=92))
    assert (Found.objects.count(), Alert.objects.count()) == (0, 1)


# Feeds


def test_the_feed_is_atom_with_an_entry_for_each_record(client, db):
    confirmed(client, every="daily")
    publish("A1", "A2")
    answer = client.get(alerts.feed_href(Alert.objects.get()))
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = ET.fromstring(answer.content)  # noqa: S314 - our own
    entries = feed.findall(f"{ATOM}entry")
    assert [one.findtext(f"{ATOM}title") for one in entries] == ["A2 Pizza A2", "A1 Pizza A1"]
    assert len({one.findtext(f"{ATOM}id") for one in entries}) == 2
    assert alerts.feed_href(Alert.objects.get()) not in "".join(one.findtext(f"{ATOM}id") for one in entries)


def test_an_empty_feed_is_a_feed(client, db):
    confirmed(client)
    assert ET.fromstring(client.get(alerts.feed_href(Alert.objects.get())).content).tag == f"{ATOM}feed"  # noqa: S314


# The pages of an account


@pytest.fixture
def page(client, db):
    ada = accounts.open_account("ada@example.org", name="Ada", password="a long password")
    client.force_login(User.objects.get(pk=ada))
    client.post("/search/saved/save", {"asked": "q=pizza", "collection": "patents"})
    client.at = f"/search/saved/{SavedSearch.objects.get().pk}/"
    return client


def test_all_three_ways_are_begun_shown_and_ended_on_the_page(page):
    for sent in (
        {"way": "mail", "every": "daily"},
        {"way": "feed"},
        {"way": "webhook", "url": "https://example.org/hook"},
    ):
        assert page.post(f"{page.at}alerts", sent)["Location"] == f"{page.at}#alerts"
    text = page.get(page.at).content.decode()
    for words in ("E-mail, once a day", "Atom feed", "https://example.org/hook", "whsec_", ".atom"):
        assert words in text
    for alert in Alert.objects.all():
        page.post(f"/search/alerts/{alert.pk}/act", {"act": "end"})
    assert not Alert.objects.exists()


def test_an_address_that_cannot_be_called_is_refused_and_stays_in_the_box(page):
    answer = page.post(f"{page.at}alerts", {"way": "webhook", "url": "http://example.org/"})
    assert answer.status_code == 422
    assert 'value="http://example.org/"' in answer.content.decode()


def test_the_page_says_why_an_alert_stands_still_and_lets_it_go_on(page):
    page.post(f"{page.at}alerts", {"way": "feed"})
    Alert.objects.update(trouble="Something is wrong.")
    text = page.get(page.at).content.decode()
    assert "Something is wrong." in text
    page.post(f"/search/alerts/{Alert.objects.get().pk}/act", {"act": "go on"})
    assert Alert.objects.get().trouble == ""


def test_a_search_that_can_no_longer_be_read_is_shown_and_can_be_mended(page):
    SavedSearch.objects.update(asked="q=gone%3Apizza&dialect=patentscope&office=XX&sort=oldest")
    assert page.get(page.at).status_code == 200
    assert page.get("/search/saved/").status_code == 200


def test_another_summary_is_not_written_for_what_was_told(page):
    page.post(f"{page.at}alerts", {"way": "mail", "every": "weekly"})
    publish("A1")
    at = Alert.objects.get().made_at + timedelta(days=8)
    assert [alert_mail.send_summaries(alerts.where, at=at) for _ in range(2)] == [1, 0]

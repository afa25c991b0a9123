"""The feed of any question: open to everyone, valid Atom, the newest first, and nothing of who reads it."""

from datetime import UTC, date, datetime
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest
from django.utils.http import parse_http_date

from chancery.core import follow, ledger
from chancery.finder.cost import Cost
from chancery.records.accounts import actions as accounts
from chancery.records.register import actions as register
from chancery.services.search import laws
from chancery.services.search.alerts import alerts
from chancery.services.search.alerts.run import Alerts
from chancery.services.search.fairness import fairness
from chancery.services.search.fairness.turns import Turns
from chancery.services.search.followers import Index
from chancery.services.search.models import Alert, Found, SavedSearch
from chancery.services.search.queries import Question
from chancery.services.search.saved import saved
from chancery.services.search.tests.conftest import AT, record

ATOM = "{http://www.w3.org/2005/Atom}"
LATER = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


def publish(*records, at=AT):
    register.import_records(records, at=at)
    follow.catch_up([Index(), Alerts()], at=at)


@pytest.fixture
def pizzas(db):
    publish(
        record("patents", "A1", "Pizza oven", dates={"published": "2020-05-07"}, names=["Bakers & <Sons>"]),
        record("patents", "A2", "Pizza cutter", dates={"published": "2024-02-01"}),
        record("marks", "M1", "PIZZA NOVA", dates={"registered": "2022-01-31"}),
        record("indications", "G1", "Pizza di Napoli"),
    )


def read(answer):
    assert answer.status_code == 200, answer.content
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ET.fromstring(answer.content)  # noqa: S314 - our own


def entries(answer):
    return read(answer).findall(f"{ATOM}entry")


def keys(answer):
    return [one.findtext(f"{ATOM}id").rstrip("/").rpartition("/")[2] for one in entries(answer)]


def links(element):
    return {one.get("rel"): urlsplit(one.get("href")) for one in element.findall(f"{ATOM}link")}


def test_the_newest_stand_first_and_what_has_no_day_last(client, pizzas):
    assert keys(client.get("/search/feed?q=pizza")) == ["A2", "M1", "A1", "G1"]
    assert keys(client.get("/search/patents/feed?q=pizza")) == ["A2", "A1"]


def test_the_address_is_read_as_that_of_the_results(client, pizzas):
    assert keys(client.get("/search/feed?q=S1+NOT+oven&set=S1:pizza&collection=patents")) == ["A2"]
    assert keys(client.get("/search/feed?q=pizzas&stemming=off")) == []
    assert keys(client.get("/search/feed?q=pizza&year=2024&year=2020&sort=oldest&page=7&view=table")) == ["A2", "A1"]


def test_it_is_valid_atom(client, pizzas):
    """What RFC 4287 asks of a feed and of an entry (4.1.1, 4.1.2)."""
    feed = read(client.get("/search/patents/feed?q=pizza"))
    for one in (feed, *feed.findall(f"{ATOM}entry")):
        assert [len(one.findall(f"{ATOM}{name}")) for name in ("id", "title", "updated")] == [1, 1, 1]
        assert datetime.fromisoformat(one.findtext(f"{ATOM}updated")).tzinfo
    assert feed.find(f"{ATOM}author/{ATOM}name").text
    at = {name: (link.path, link.query) for name, link in links(feed).items()}
    assert at["self"] == ("/search/patents/feed", "q=pizza")
    assert at["alternate"] == ("/search/patents/", "q=pizza&sort=newest")
    names = [one.findtext(f"{ATOM}id") for one in (feed, *feed.findall(f"{ATOM}entry"))]
    assert len(set(names)) == 3


def test_an_entry_says_on_which_day_its_record_was_published(client, pizzas):
    days = [
        datetime.fromisoformat(one.findtext(f"{ATOM}updated")).date()
        for one in entries(client.get("/search/feed?q=pizza"))
    ]
    assert days == [date(2024, 2, 1), date(2022, 1, 31), date(2020, 5, 7), AT.date()]


def test_a_title_is_told_in_the_language_of_the_reader_where_it_is_there(client, db):
    publish(record("patents", "A1", "", titles={"en": "Oven for pizza", "fr": "Four à pizza"}))
    for language, title in (("fr", "A1 Four à pizza"), ("es", "A1 Oven for pizza")):
        answer = client.get("/search/feed?q=pizza", headers={"Accept-Language": language})
        assert [one.findtext(f"{ATOM}title") for one in entries(answer)] == [title]
        assert "Accept-Language" in answer["Vary"]


def test_a_name_is_no_markup(client, pizzas):
    summary = entries(client.get("/search/feed?q=oven"))[0].find(f"{ATOM}summary")
    assert (summary.get("type"), summary.text) == ("html", "Patents · Bakers &amp; &lt;Sons&gt;")


def test_a_sign_that_no_xml_can_hold_breaks_nothing(client, pizzas):
    assert read(client.get("/search/feed", {"q": "pizza\x01￾"})).findtext(f"{ATOM}title") == "pizza"


def test_a_record_has_the_same_id_in_the_feed_of_an_alert_and_keeps_it_when_it_changes(client, db):
    ada = accounts.open_account("ada@example.org", name="Ada", password="a long password")
    pk = alerts.begin(saved.save(Question(text="pizza"), by=ada, at=AT), way="feed", by=ada, at=AT)
    publish(record("patents", "A1", "Pizza oven"))
    own = [one.findtext(f"{ATOM}id") for one in entries(client.get("/search/feed?q=pizza"))]
    told = client.get(alerts.feed_href(Alert.objects.get(pk=pk)))
    assert [one.findtext(f"{ATOM}id") for one in entries(told)] == own
    ledger.append("patents/A1", [record("patents", "A1", "Pizza oven, mended")], after=1, at=LATER)
    follow.catch_up([Index(), Alerts()], at=LATER)
    [entry] = entries(client.get("/search/feed?q=mended"))
    assert [entry.findtext(f"{ATOM}id")] == own


def test_who_has_it_already_is_told_so(client, pizzas):
    first = client.get("/search/feed?q=pizza")
    for header in ({"If-None-Match": first["ETag"]}, {"If-Modified-Since": first["Last-Modified"]}):
        again = client.get("/search/feed?q=pizza", headers=header)
        assert (again.status_code, again.content) == (304, b"")
        assert again["ETag"] == first["ETag"]
    publish(record("patents", "A3", "Pizza box", dates={"published": "2010-01-01"}), at=LATER)
    for header in ({"If-None-Match": first["ETag"]}, {"If-Modified-Since": first["Last-Modified"]}):
        assert client.get("/search/feed?q=pizza", headers=header).status_code == 200


def test_it_changed_when_the_ledger_last_told_of_one_of_its_records(client, pizzas):
    publish(record("patents", "A3", "Pizza box", dates={"published": "2024-02-01"}), at=LATER)
    answer = client.get("/search/feed?q=pizza")
    assert parse_http_date(answer["Last-Modified"]) == LATER.timestamp()
    assert datetime.fromisoformat(read(answer).findtext(f"{ATOM}updated")) == LATER


def test_an_empty_feed_is_a_feed_and_does_not_change_with_every_reading(client, pizzas):
    first = client.get("/search/feed?q=zeppelin")
    assert entries(first) == []
    assert client.get("/search/feed?q=zeppelin", headers={"If-None-Match": first["ETag"]}).status_code == 304


def test_a_query_that_cannot_be_read_is_answered_with_its_remedy_as_text(client, pizzas):
    answer = client.get("/search/feed?q=gone:pizza")
    assert (answer.status_code, answer["Content-Type"]) == (400, "text/plain; charset=utf-8")
    assert "gone" in answer.content.decode()
    assert client.get("/search/nowhere/feed?q=pizza").status_code == 404


def test_laws_have_none_and_stand_in_none(client, pizzas):
    assert laws.settle()
    answer = client.get("/search/laws/feed?q=priority")
    assert (answer.status_code, answer["Content-Type"]) == (404, "text/plain; charset=utf-8")
    assert "Laws change with a release" in answer.content.decode()
    assert "/feed" not in client.get("/search/laws/?q=priority").content.decode()
    assert not any("/laws/" in one.findtext(f"{ATOM}id") for one in entries(client.get("/search/feed")))


def test_it_waits_its_turn_like_any_search(client, pizzas, monkeypatch, settings):
    settings.SEARCH_ALLOWANCE = 0
    monkeypatch.setattr(fairness, "TURNS", Turns())
    monkeypatch.setattr(Cost, "dear", property(lambda _cost: True))
    answer = client.get("/search/feed?q=pizza")
    assert answer.status_code == 429
    assert int(answer["Retry-After"]) > 0


def test_nothing_is_kept_of_who_reads_it(client, pizzas):
    answer = client.get("/search/feed?q=pizza")
    assert not answer.cookies
    assert not any(rows.objects.exists() for rows in (SavedSearch, Alert, Found))


def test_the_page_of_results_and_the_api_say_where_it_is(client, pizzas):
    page = client.get("/search/patents/?q=pizza&sort=title&page=1").content.decode()
    assert '<link rel="alternate" type="application/atom+xml" href="/search/patents/feed?q=pizza"' in page
    assert '<a href="/search/patents/feed?q=pizza">' in page
    told = client.get("/api/v1/records?q=pizza&collection=patents&year=2024").json()["links"]["feed"]
    assert urlsplit(told)[2:4] == ("/search/patents/feed", "q=pizza&year=2024")
    assert keys(client.get(told)) == ["A2"]
    assert client.get("/api/v1/records?collection=laws").json()["links"]["feed"] is None


@pytest.mark.parametrize("mail", ["", "smtp://localhost"])
def test_the_page_of_alerts_points_to_it(client, pizzas, settings, mail):
    settings.SMTP = mail
    assert '<a href="/search/patents/feed?q=pizza">a feed of this search</a>' in (
        client.get("/search/watch/?q=pizza&collection=patents").content.decode()
    )

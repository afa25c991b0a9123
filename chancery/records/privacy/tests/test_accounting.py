"""What the office accounts for: the record of processing, who works for it, breaches, and the report of all."""

import csv
import io
import re
from datetime import UTC, date, datetime, timedelta

import pypdfium2
import pytest

from chancery.records.accounts import actions as accounts
from chancery.records.accounts.models import User
from chancery.records.privacy import actions, breaches, processing, queries, versions
from chancery.records.privacy.models import Destroyed, Erasure, Exercise, Request
from chancery.records.privacy.report import pdf, plain, report

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PAGES = ("processing/", "processing/?csv", "processors/", "breaches/", "report/", "report.pdf", "report.json")


@pytest.fixture
def operator(client, db):
    user_id = accounts.open_account("olga@example.org", name="Olga", password="correct horse")
    accounts.grant(user_id, role="operator", by=None, at=AT)
    client.force_login(User.objects.get(pk=user_id))
    return user_id


def person(email="alice@example.org"):
    return accounts.open_account(email, name="Alice", password="correct horse")


def asked(right, *, on, answered_after=None):
    """A request made on a day of November, and answered so many days later."""
    made = datetime(2026, 11, on, 12, 0, tzinfo=UTC)
    user = User.objects.filter(email="alice@example.org").values_list("pk", flat=True).first() or person()
    number = actions.ask(right, "my old address", by=user, at=made)
    if answered_after is not None:
        actions.answer(number, "done", by=user, at=made + timedelta(days=answered_after))


def november(at=AT):
    return report(queries.current(), since=date(2026, 11, 1), until=date(2026, 11, 30), at=at)


def test_every_table_with_personal_data_is_an_activity(db):
    person()
    told = queries.current()
    found = {one.model: one for one in processing.activities(told)}
    assert set(found) == {holding.model for room in told.rooms for holding in room.holdings}
    assert found["accounts.User"].rows == 1
    assert found["mail.Letter"].cites == ("PCT Rule 93.2(a)",)


def test_the_measures_are_those_of_the_settings(db, settings):
    settings.SECURE = False
    assert "Connections are not encrypted: the portal's address begins with http." in processing.measures()
    settings.SECURE = True
    assert "Connections are encrypted (HTTPS), and browsers are told to come back only so." in processing.measures()


def test_requests_are_counted_with_the_time_to_their_answer(db):
    asked("correction", on=2, answered_after=3)
    asked("correction", on=3, answered_after=7)
    asked("objection", on=4)
    Request.objects.create(
        user_id=person("b@example.org"), right="correction", text="x", made_at=AT - timedelta(days=60)
    )
    by_right = {one.right: one for one in november(AT + timedelta(days=60)).requests}
    correction, objection = by_right["correction"], by_right["objection"]
    assert (correction.made, correction.answered, correction.median_days, correction.longest_days) == (2, 2, 5, 7)
    assert (objection.made, objection.answered, objection.waiting, objection.late) == (1, 0, 1, 1)
    assert by_right["restriction"].median_days is None


def test_erasures_rights_used_and_what_a_run_destroyed_are_counted(db):
    Erasure.objects.create(account=1, at=AT, receipt="0" * 64)
    Exercise.objects.create(user_id=person(), kind="restrict", at=AT)
    for rows in (2, 3):
        Destroyed.objects.create(at=AT, model="contact.Question", keep="a year", rows=rows)
    Destroyed.objects.create(at=AT - timedelta(days=99), model="contact.Question", keep="a year", rows=7)
    counted = november()
    assert (counted.erased, counted.used) == (1, (("restrict", 1),))
    assert counted.destroyed == (("contact.Question", "a year", 5),)


def test_versions_breaches_and_processors_of_the_period_are_counted(operator):
    versions.publish(queries.current(), at=AT)
    facts = {"title": "A laptop was lost", "known_at": AT, "holds": ["mail.Letter"], "risk": "risk"}
    breaches.enter(facts, known={"mail.Letter"}, by=operator, at=AT)
    counted = november()
    assert [(number, material) for number, _at, material, _told, _accepted in counted.versions] == [(1, False)]
    assert [(one.title, [duty.tone for duty in duties]) for one, duties in counted.breaches] == [
        ("A laptop was lost", ["warn"])
    ]
    assert report(queries.current(), since=date(2026, 1, 1), until=date(2026, 10, 31), at=AT).breaches == ()
    assert plain(counted)["breaches"][0]["title"] == "A laptop was lost"


def test_the_report_is_set_as_a_pdf_that_holds_the_counts(operator):
    asked("correction", on=2, answered_after=3)
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf(november())))
    for words in (
        "Report on data protection",
        "2026-11-01 – 2026-11-30",
        "Requests of people",
        "Letters of the office",
    ):
        assert words in text, words


@pytest.mark.parametrize("page", PAGES)
def test_the_pages_are_the_operators_alone(client, operator, page):
    assert client.get(f"/privacy/office/{page}").status_code == 200
    client.force_login(User.objects.get(pk=person()))
    assert client.get(f"/privacy/office/{page}").status_code == 403


def test_the_record_is_handed_out_as_a_table(client, operator):
    rows = list(csv.DictReader(io.StringIO(client.get("/privacy/office/processing/?csv").content.decode())))
    assert {row["model"] for row in rows} >= {"accounts.User", "core.Entry"}


def test_a_processor_is_entered_ended_and_told_in_the_notice(client, operator):
    sent = {"name": "Archive Ltd", "does": "keeps tapes", "country": "CH", "holds": ["mail.Letter"]}
    assert client.post("/privacy/office/processors/", sent).status_code == 302
    assert "Archive Ltd" in client.get("/privacy/").content.decode()
    [row] = queries.newest().told.processors
    assert row.holds == ("mail.Letter",)
    page = client.post("/privacy/office/processors/", sent)
    assert page.status_code == 422
    assert "keeps tapes" in page.content.decode()
    assert "in the table already" in page.content.decode()
    [end] = re.findall(r"/privacy/office/processors/\d+/end", page.content.decode())
    client.post(end)
    assert "Archive Ltd" not in client.get("/privacy/").content.decode()


def test_a_breach_is_entered_amended_and_closed_on_its_page(client, operator):
    sent = {"title": "A laptop was lost", "known_at": "2026-11-20T09:00", "holds": ["mail.Letter"], "people": "12"}
    address = client.post("/privacy/office/breaches/", sent)["Location"]
    listed = client.get("/privacy/office/breaches/").content.decode()
    assert "about 12 people" in listed
    assert " left" in listed or " ago" in listed
    refused = client.post(address, {"close": "yes"})
    assert refused.status_code == 422
    assert "It cannot be closed yet." in refused.content.decode()
    sent |= {"risk": "none", "consequences": "the disk is encrypted"}
    assert client.post(address, sent).status_code == 302
    assert client.post(address, {"close": "yes"}).status_code == 302
    assert "closed" in client.get(address).content.decode()


@pytest.mark.parametrize(
    "query", ["since=2026-13-01&until=2026-11-30", "since=x&until=", "since=2026-12-01&until=2026-11-30"]
)
def test_a_period_that_cannot_be_says_so_and_counts_the_year(client, operator, query):
    page = client.get(f"/privacy/office/report/?{query}")
    assert page.status_code == 422
    assert "the earlier first" in page.content.decode()

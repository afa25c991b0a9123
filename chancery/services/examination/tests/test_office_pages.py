"""The pages of the Offices' acts, of the preparations and of the simulation, through Django's test client."""

import csv
import io
from datetime import UTC, datetime

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from chancery.core import clock
from chancery.records.documents.tests import samples
from chancery.records.register import events, queries
from chancery.services.examination.offices import table
from chancery.services.examination.tests.conftest import FILED_AT, enter

NOW = datetime(2027, 3, 1, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def today(monkeypatch):
    """The pages read the office clock; here it stands on the first of March."""
    moments = [NOW]
    for module, names in {
        "desk": ("now", "today"),
        "offices": ("now",),
        "issue": ("now", "today"),
        "simulation": ("today",),
    }.items():
        base = f"chancery.services.examination.views.{module}"
        for name in names:
            reads = {"now": lambda: moments[-1], "today": lambda: clock.local_day(moments[-1])}[name]
            monkeypatch.setattr(f"{base}.{name}", reads)
    return moments


@pytest.fixture
def come(client, cast):
    def come(role):
        client.force_login(get_user_model().objects.get(pk=getattr(cast, role)))
        return client

    return come


def page(number, key):
    return reverse("examination:act", args=[queries.in_address(number), key])


@pytest.fixture
def searching(file, accord, pay, act):
    number = file()
    accord(number)
    pay(number)
    act(number, "search-copy", at=FILED_AT, received_on=FILED_AT.date())
    return number


@pytest.mark.parametrize("key", table.BY_KEY)
def test_every_act_has_a_page_for_officers_only(file, come, client, key):
    number = file()
    assert client.get(page(number, key)).status_code == 302
    for role in ("applicant", "publisher", "operator"):
        assert come(role).get(page(number, key)).status_code == 403
        assert come(role).post(page(number, key)).status_code == 403
    answer = come("officer").get(page(number, key))
    assert answer.status_code == 200
    assert str(table.BY_KEY[key].label) in answer.content.decode()


def test_an_act_or_a_case_that_is_not_there_is_not_found(file, come):
    assert come("officer").get(page(file(), "nonsense")).status_code == 404
    assert come("officer").get(page("PCT/IB2026/999999", "extend")).status_code == 404


def test_what_the_law_does_not_allow_shows_no_form_and_is_refused_when_sent(file, come):
    number = file()
    body = come("officer").get(page(number, "report-ii")).content.decode()
    assert "No preliminary examination has been demanded" in body
    assert "<textarea" not in body
    sent = {"after": 1, "established_on": "2027-03-01", "novelty_yes": "1"}
    answer = come("officer").post(page(number, "report-ii"), sent)
    assert answer.status_code == 422
    assert "No preliminary examination" in answer.content.decode()


def report(**changes):
    rows = {"rows": 3, "c0_document": "EP 1 A1", "c0_category": "X, P", "c0_passages": "p. 3", "c0_claims": "1-5"}
    return {"after": 0, "established_on": "2027-03-01", "novelty_no": "1-5", **rows, **changes}


def test_a_search_report_is_entered_row_by_row_with_its_pdf(searching, come):
    pdf = io.BytesIO(samples.pdf(pages=1, words=80))
    pdf.name = "isr.pdf"
    sent = report(after=queries.right(searching).version, file=pdf, classifications="E05C 19/16, E05D 11/10")
    answer = come("officer").post(page(searching, "search-report"), sent)
    assert answer.status_code == 302
    found = queries.right(searching).search
    assert [(one["document"], one["category"], one["claims"]) for one in found.citations] == [
        ("EP 1 A1", "X, P", "1-5")
    ]
    assert found.opinion == "Novelty: no 1-5"
    assert found.classifications == ("E05C 19/16", "E05D 11/10")
    [document] = found.documents
    address = reverse("examination:document", args=[queries.in_address(searching), document["sha256"]])
    assert come("officer").get(address).status_code == 200


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"c0_category": "Q"}, "One or more of X"),
        ({"c0_claims": "one"}, "Write claims as numbers"),
        ({"c0_category": ""}, "Say of which category"),
        ({"c1_passages": "p. 9"}, "Name the document"),
        ({"c0_document": "", "c0_category": "", "c0_passages": "", "c0_claims": ""}, "Enter the documents cited"),
        ({"rows": "x"}, "EP 1 A1"),
    ],
)
def test_a_report_with_a_fault_keeps_what_was_typed(searching, come, changes, said):
    sent = report(after=queries.right(searching).version, c2_document="US 2 A", c2_category="A", **changes)
    if changes.get("c0_document") == "":
        sent |= {"c2_document": "", "c2_category": ""}
    answer = come("officer").post(page(searching, "search-report"), sent)
    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_a_report_that_is_no_pdf_is_refused_with_its_reason(searching, come):
    sent = report(after=queries.right(searching).version, file=io.BytesIO(b"hello"))
    answer = come("officer").post(page(searching, "search-report"), sent)
    assert answer.status_code == 422
    assert queries.right(searching).search is None


def test_more_rows_come_without_a_word_about_what_is_missing(searching, come):
    sent = report(after=queries.right(searching).version, established_on="", more="1")
    answer = come("officer").post(page(searching, "search-report"), sent)
    body = answer.content.decode()
    assert answer.status_code == 200
    assert 'name="c7_document"' in body
    assert "EP 1 A1" in body
    assert "This field is required" not in body


def test_an_act_on_an_old_page_is_told_and_keeps_what_was_typed(searching, come):
    answer = come("officer").post(page(searching, "search-report"), report(after=1))
    assert answer.status_code == 409
    assert "Something has happened" in answer.content.decode()
    assert "EP 1 A1" in answer.content.decode()


def test_a_rectification_is_decided_by_the_competent_authority(file, come):
    number = file()
    asked = events.PaperReceived(
        act="rectify_mistake", received_on="2027-02-01", paper=1, facts={"where": "p. 3", "correction": "hinge"}
    )
    enter(number, asked, at=NOW)
    sent = {"after": 2, "paper": 1, "authority": "ISA", "outcome": "authorized", "reason": "Obvious."}
    assert come("officer").post(page(number, "rectification"), sent).status_code == 302
    told = queries.right(number).notifications[-1]
    assert (told.form, told.office, told.facts["entry"]) == ("PCT/RO/109", "ISA/EP", "2")
    assert "not decided" in come("officer").get(page(number, "rectification")).content.decode()


# The case page, the desk, the issue


def test_the_case_page_shows_its_strands_and_the_acts_of_each_office(searching, come):
    body = come("officer").get(reverse("examination:case", args=[queries.in_address(searching)])).content.decode()
    for words in ("Formalities", "Record copy", "In search", "Searching Authority", "Search report or declaration"):
        assert words in body
    assert page(searching, "search-report") in body
    assert page(searching, "report-ii") not in body, "what cannot be done now is told, not offered"


def test_the_desk_lists_every_queue(searching, come):
    client = come("officer")
    for queue in ("copies", "search", "papers", "chapter-ii", "chapter-i", "prepared", "again", "withdrawn"):
        assert client.get(reverse("examination:desk"), {"queue": queue}).status_code == 200
    assert searching in client.get(reverse("examination:desk"), {"queue": "search"}).content.decode()


def test_the_publisher_completes_the_preparations_and_officers_look(file, accord, come, today):
    number = file()
    accord(number)
    today.append(datetime(2028, 5, 17, 9, tzinfo=UTC))
    address = reverse("examination:prepare", args=["2028-06-01"])
    assert "Complete the preparations" not in come("officer").get(address).content.decode()
    assert come("officer").post(address, {"on": "2028-06-01", "numbers": [number]}).status_code == 422
    assert "Complete the preparations" in come("publisher").get(address).content.decode()
    assert come("publisher").post(address, {"on": "2028-06-01", "numbers": [number]}).status_code == 302
    assert queries.right(number).prepared_on.isoformat() == "2028-05-17"
    assert come("publisher").post(address, {"on": "2028-06-01"}).status_code == 422


# The simulation


def test_an_operator_sees_which_dates_a_closed_day_moves(file, come):
    number = file()
    client, address = come("operator"), reverse("examination:simulation")
    assert client.get(address).status_code == 200
    asked = {"office": "IB", "first": "2028-03-23", "last": "2028-03-24"}
    body = client.get(address, asked).content.decode()
    assert "1 open file looked at" in body
    assert "2028-03-23" in body
    rows = list(csv.DictReader(io.StringIO(client.get(reverse("examination:simulation-csv"), asked).content.decode())))
    assert {row["number"] for row in rows} == {number}
    assert all(int(row["days"]) > 0 for row in rows)


def test_a_time_limit_counted_in_another_way_moves(file, come):
    file()
    body = come("operator").get(
        reverse("examination:simulation"), {"key": "demand", "months": "23", "start": "priority"}
    )
    assert "2028-10-23" in body.content.decode()


@pytest.mark.parametrize(
    "asked",
    [
        {"office": "ib"},
        {"office": "IB"},
        {"first": "2027-01-01"},
        {"office": "IB", "first": "2027-01-01", "last": "2026-01-01"},
        {"key": "demand"},
        {"key": "nonsense", "months": "2"},
        {"office": "", "months": "x"},
    ],
)
def test_what_cannot_be_tried_is_said(come, asked):
    client = come("operator")
    assert client.get(reverse("examination:simulation"), asked).status_code == 422
    assert client.get(reverse("examination:simulation-csv"), asked).status_code == 422


def test_the_simulation_is_the_operators(come, client):
    address = reverse("examination:simulation")
    assert client.get(address).status_code == 302
    assert come("officer").get(address).status_code == 403

"""The counter, through Django's test client."""

import csv
import io
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from chancery.core import clock
from chancery.core.follow import catch_up
from chancery.records.documents import actions as documents
from chancery.records.register import actions as register
from chancery.records.register import queries
from chancery.services.examination import actions
from chancery.services.examination.followers import Desk
from chancery.services.examination.tests.conftest import FILED_AT, WHOLE

ISSUE = date(2028, 6, 1)


@pytest.fixture(autouse=True)
def today(monkeypatch):
    """The pages read the office clock; here it stands on the day after the filing."""
    moments = [FILED_AT + timedelta(days=1)]
    for module in ("desk", "acts", "issue"):
        base = f"chancery.services.examination.views.{module}"
        monkeypatch.setattr(f"{base}.now", lambda: moments[-1])
        if module != "acts":
            monkeypatch.setattr(f"{base}.today", lambda: clock.local_day(moments[-1]))
    return moments


@pytest.fixture
def enter(client, cast):
    def enter(role):
        client.force_login(get_user_model().objects.get(pk=getattr(cast, role)))
        return client

    return enter


def address(number, name="case"):
    return reverse(f"examination:{name}", args=[queries.in_address(number)])


def test_the_desk_is_closed_to_everyone_else(file, enter, client):
    number = file()
    pages = [reverse("examination:desk"), reverse("examination:issue"), address(number), address(number, "accord")]
    assert all(client.get(page).status_code == 302 for page in pages)
    enter("applicant")
    assert all(client.get(page).status_code == 403 for page in pages)
    enter("publisher")
    assert [client.get(page).status_code for page in pages] == [200, 200, 200, 403]


def test_the_clock_is_the_operators(enter):
    page = reverse("examination:clock")
    assert enter("officer").get(page).status_code == 403
    assert enter("operator").get(page).status_code == 200


def test_a_real_office_has_no_clock_to_set(enter, settings):
    settings.DEMO = False
    assert enter("operator").get(reverse("examination:clock")).status_code == 404


def test_the_desk_shows_its_queues_and_cases(file, enter):
    number = file()
    page = enter("officer").get(reverse("examination:desk"), {"queue": "examine"}).content.decode()
    assert number in page
    assert "in 29 days" in page


def test_an_empty_queue_says_what_it_is_for(enter):
    page = enter("officer").get(reverse("examination:desk"), {"queue": "ready"}).content.decode()
    assert "Nothing can be published yet" in page


def test_the_export_holds_the_rows_of_the_queue_and_no_formula(file, enter):
    file(title="=SUM(A1)")
    answer = enter("officer").get(reverse("examination:export"), {"queue": "examine"})
    rows = list(csv.DictReader(io.StringIO(answer.getvalue().decode())))
    assert [row["title"] for row in rows] == ["'=SUM(A1)"]
    assert rows[0]["due_cites"] == "PCT Rule 26.1"


def test_an_unknown_case_is_not_found(enter):
    assert enter("officer").get(address("PCT/IB2026/999999")).status_code == 404


def test_the_case_page_shows_what_stands_and_what_can_be_done(file, enter):
    number = file(without="claims")
    page = enter("officer").get(address(number)).content.decode()
    assert "Against a filing date" in page
    assert "PCT Art. 11(1)(iii)(e)" in page
    assert address(number, "invite") in page
    assert f'href="{address(number, "accord")}"' not in page, "it is not offered while the law does not allow it"


def test_a_document_is_shown_to_the_desk_and_others_are_not_found(cast, enter):
    kept = documents.keep(b"%PDF-1.7 tiny", media_type="application/pdf", name="a.pdf", by=None, at=FILED_AT)
    number = register.file_application(
        WHOLE,
        documents=[{"kind": "claims", "sha256": kept.sha256, "name": "claims.pdf"}],
        by=cast.applicant,
        at=FILED_AT,
    ).number
    where = [queries.in_address(number), kept.sha256]
    answer = enter("officer").get(reverse("examination:document", args=where))
    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith("inline")
    assert enter("officer").get(reverse("examination:document", args=[where[0], "0" * 64])).status_code == 404
    assert enter("applicant").get(reverse("examination:document", args=where)).status_code == 403


def test_an_invitation_is_previewed_and_sent(file, enter):
    number = file(without="claims abstract")
    client = enter("officer")
    page = client.get(address(number, "invite"))
    ticked = page.context["form"]["findings"].value()
    assert page.content.decode().count("letter-small") == 2
    data = {"after": 1, "findings": ticked, "message": "", "cites": "", "remark": "With regards"}

    preview = client.post(address(number, "preview"), data, headers={"HX-Request": "true"}).content.decode()
    assert "With regards" in preview
    assert "<html" not in preview
    assert queries.right(number).version == 1

    assert client.post(address(number, "invite"), data).status_code == 302
    assert [one.form for one in queries.right(number).invitations] == ["PCT/RO/103", "PCT/RO/106"]


def test_without_script_the_preview_is_a_whole_page_with_everything_typed(file, enter):
    number = file(title="")
    data = {"after": 1, "message": "", "cites": "", "remark": "Half a sent"}
    page = enter("officer").post(address(number, "preview"), data).content.decode()
    assert "<html" in page
    assert "Half a sent</textarea>" in page
    assert "Choose at least one finding" in page


def test_the_boxes_ticked_on_the_case_page_arrive_in_the_form(file, enter):
    number = file(without="claims abstract")
    page = enter("officer").get(address(number, "invite"))
    first = page.context["form"]["findings"].value()[0]
    page = enter("officer").get(address(number, "invite"), {"finding": [first, "nonsense"]})
    assert page.context["form"]["findings"].value() == [first]


def test_a_refused_invitation_keeps_what_was_typed(file, enter):
    number = file()
    data = {"after": 1, "message": "The address is a box.", "cites": "somewhere", "remark": "Dear applicant"}
    answer = enter("officer").post(address(number, "invite"), data)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "not a citation" in page
    assert "Dear applicant" in page


def test_who_decides_on_an_old_page_is_told_and_loses_nothing(file, cast, enter):
    number = file()
    actions.take(number, by=cast.officer, at=FILED_AT)
    actions.accord(number, by=cast.officer, at=FILED_AT, after=1)
    data = {"after": 1, "message": "Your name is missing.", "cites": "PCT Rule 4.5(a)", "remark": "Kept text"}
    answer = enter("officer").post(address(number, "invite"), data)
    assert answer.status_code == 409
    assert "Something has happened" in answer.content.decode()
    assert "Kept text" in answer.content.decode()

    seen = answer.context["form"]["after"].value()
    assert enter("officer").post(address(number, "invite"), data | {"after": seen}).status_code == 302
    assert queries.right(number).invitations[0].remark == "Kept text"


def test_the_filing_date_is_accorded_on_its_page(file, enter):
    number = file()
    client = enter("officer")
    assert "2026-11-23" in client.get(address(number, "accord")).content.decode()
    assert client.post(address(number, "accord"), {"after": 1, "filing_date": "2026-11-23"}).status_code == 302
    assert queries.right(number).filing_date == date(2026, 11, 23)


@pytest.mark.parametrize("data", [{}, {"after": "x", "filing_date": "2026-13-45"}, {"after": 1, "filing_date": "x"}])
def test_nonsense_in_a_form_is_a_message(file, enter, data):
    assert enter("officer").post(address(file(), "accord"), data).status_code == 422


def test_the_negative_finding_waits_for_the_law(file, enter):
    number = file(without="claims")
    client = enter("officer")
    assert "First invite the applicant" in client.get(address(number, "not-an-application")).content.decode()
    answer = client.post(address(number, "not-an-application"), {"after": 1, "reason": "No claim."})
    assert answer.status_code == 422


def test_a_case_is_taken_and_shown_as_taken(file, enter):
    number = file()
    client = enter("officer")
    client.post(address(number, "take"))
    assert "Olga" in client.get(reverse("examination:desk")).content.decode()
    client.post(address(number, "release"))
    assert "Nobody has taken this case" in client.get(address(number)).content.decode()


def test_the_publisher_publishes_the_issue_on_its_day(file, cast, enter, today):
    number = file()
    actions.accord(number, by=cast.officer, at=FILED_AT, after=1)
    catch_up([Desk()], at=FILED_AT)
    page = reverse("examination:issue")
    before = enter("publisher").get(page).content.decode()
    assert "No application may be published in this issue yet" in before
    assert "2028-05-24" in before

    today.append(datetime(2028, 6, 1, 9, tzinfo=ZoneInfo("Europe/Zurich")))
    client = enter("publisher")
    assert "Publish this issue" in client.get(page).content.decode()
    assert "Publish this issue" not in enter("officer").get(page).content.decode()
    asked = enter("publisher").post(page, {"on": "2028-06-01", "numbers": [number]})
    assert asked["Location"].startswith("/account/reauthenticate/")
    assert not queries.is_public(number)
    answer = client.post(asked["Location"], {"password": "correct horse battery", "next": page}, follow=True)
    assert "WO 2028/000001" in answer.content.decode()
    assert queries.is_public(number)


def test_an_officer_who_posts_an_issue_is_refused(file, enter, client):
    number = file()
    enter("officer").post("/account/reauthenticate/", {"password": "correct horse battery"})
    answer = client.post(reverse("examination:issue"), {"on": "2028-06-01", "numbers": [number]})
    assert answer.status_code == 422
    assert not queries.is_public(number)


def test_the_operator_sets_the_clock_and_every_page_says_so(enter):
    client = enter("operator")
    answer = client.post(reverse("examination:clock"), {"days": 3}, follow=True)
    assert "3 days ahead" in answer.content.decode()
    assert clock.shift_days() == 3


@pytest.mark.parametrize("data", [{}, {"days": 0}, {"days": 3, "to": "2040-01-01"}, {"to": "2001-01-01"}, {"to": "x"}])
def test_a_clock_that_cannot_be_set_so_stays(enter, data):
    assert enter("operator").post(reverse("examination:clock"), data).status_code == 422
    assert clock.shift_days() == 0

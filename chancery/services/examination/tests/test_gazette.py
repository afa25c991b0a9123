"""The gazette is open to everyone and shows what has been published, and nothing else."""

from datetime import UTC, date, datetime, time

import pytest
from django.urls import reverse

from chancery.core.follow import catch_up
from chancery.records.register import queries as register
from chancery.services.examination import actions, front_page, queries
from chancery.services.examination.followers import Desk
from chancery.services.examination.models import Appearance

ISSUE = date(2028, 6, 1)
NOON = datetime.combine(ISSUE, time(12), tzinfo=UTC)


@pytest.fixture
def published(file, accord, cast):
    """One application in the issue 2028/22, and one that is not published."""
    number, secret = file(), file(title="Secret latch")
    for one in (number, secret):
        accord(one)
    actions.publish(ISSUE, numbers=[number], by=cast.publisher, at=NOON)
    catch_up([Desk()], at=NOON)
    return number


def test_before_the_first_issue_the_gazette_says_so(client, db):
    assert "No issue has appeared yet" in client.get("/gazette/").content.decode()


def test_the_gazette_lists_the_issue_and_nothing_unpublished(client, published):
    page = client.get("/gazette/", follow=True).content.decode()
    assert "WO 2028/000001" in page
    assert "Hinge with magnetic latch" in page
    assert "Secret latch" not in page
    assert queries.issues() == [("2028/22", ISSUE, 1)]


@pytest.mark.parametrize("page", ["2028-21/", "WO2028000002-A2.pdf", "WO2028000001-A1.pdf", "WO20A2.pdf"])
def test_what_was_not_published_is_not_found(client, published, page):
    assert client.get(f"/gazette/{page}").status_code == 404


def test_a_front_page_is_a_pdf_for_anyone(client, published):
    answer = client.get("/gazette/WO2028000001-A2.pdf")
    assert answer.status_code == 200
    assert answer.content.startswith(b"%PDF-")
    assert answer["Content-Disposition"].startswith("inline")


def test_a_front_page_has_the_facts_under_their_codes(published):
    rows = {code: lines for code, _, lines in front_page.rows(register.right(published), Appearance.objects.get())}
    assert rows["21"] == [published]
    assert rows["22"] == ["2026-11-23"]
    assert rows["71"] == ["Okafor, Ada; 1 Rue du Lac, 1201 Geneva (CH)"]
    assert "JP" in rows["81"][0]
    assert "30" not in rows, "what is not claimed has no line"


def test_the_gazette_made_again_from_the_ledger_is_the_same(published):
    before = list(Appearance.objects.values())
    desk = Desk()
    desk.forget()
    from chancery.core.follow import rebuild

    rebuild(desk, at=NOON)
    assert list(Appearance.objects.values()) == before


def test_the_office_sees_the_issue_with_its_front_pages(client, cast, published):
    from django.contrib.auth import get_user_model

    page = reverse("examination:appeared", args=("2028", "22"))
    assert client.get(page).status_code == 302
    client.force_login(get_user_model().objects.get(pk=cast.officer))
    assert "WO2028000001-A2.pdf" in client.get(page).content.decode()

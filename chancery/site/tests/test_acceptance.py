"""Whoever does not know the newest notice is shown it, or asked; what they send is taken, their rights stay open."""

from datetime import UTC, datetime, timedelta

import pytest

from chancery.records.accounts import actions as accounts
from chancery.records.accounts.models import User
from chancery.records.privacy import queries, versions
from chancery.records.privacy.notice import Office
from chancery.services.filing import actions as filing
from chancery.services.filing import queries as filing_queries
from chancery.site.wiring import HOLDINGS

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
HTML = {"headers": {"accept": "text/html"}}


@pytest.fixture
def alice(client, db):
    user_id = accounts.open_account("alice@example.org", name="Alice", password="correct horse")
    client.force_login(User.objects.get(pk=user_id))
    return user_id


@pytest.fixture
def changed(db):
    office = Office(name="Office", contact="office@example.org")
    versions.publish(queries.notice(HOLDINGS[1:], office=office), at=AT)
    versions.publish(queries.notice(HOLDINGS, office=office), at=AT + timedelta(days=1))


@pytest.fixture
def asked(settings, changed):
    settings.NOTICE_ACCEPTANCE = True


def test_a_page_leads_to_the_notice_and_back(client, alice, asked):
    page = client.get("/docket/?all=1", **HTML)
    assert page["Location"] == "/privacy/accept/?next=%2Fdocket%2F%3Fall%3D1"
    assert client.post("/privacy/accept/", {"version": "2", "next": "/docket/?all=1"})["Location"] == "/docket/?all=1"
    assert client.get("/docket/", **HTML).status_code == 200


@pytest.mark.parametrize(
    "address", ["/privacy/rights/", "/privacy/mine", "/privacy/", "/account/logout/", "/account/email/"]
)
def test_rights_account_and_the_way_out_stay_open(client, alice, asked, address):
    assert "/privacy/accept" not in client.get(address, **HTML).headers.get("Location", "")


def test_what_is_sent_is_taken(client, alice, asked):
    answer = client.post("/contact/", {"topic": "other", "text": "typed"}, **HTML)
    assert "/privacy/accept" not in answer.headers.get("Location", "")
    assert "typed" in answer.content.decode() or answer.status_code == 302


def test_a_piece_of_a_page_and_a_machine_are_not_led_away(client, alice, asked):
    assert client.get("/docket/", headers={"accept": "text/html", "hx-request": "true"}).status_code == 200
    assert client.get("/docket/", headers={"accept": "*/*"}).status_code == 200


def test_a_stranger_is_asked_nothing(client, db, asked):
    assert client.get("/", **HTML).status_code == 200


def test_otherwise_it_is_said_once_in_a_session(client, alice, changed):
    assert "The privacy notice has changed." in client.get("/docket/", **HTML).content.decode()
    assert "The privacy notice has changed." not in client.get("/docket/", **HTML).content.decode()


def test_the_first_notice_of_an_office_is_no_change(client, alice):
    versions.publish(queries.current(), at=AT)
    assert "The privacy notice has changed." not in client.get("/docket/", **HTML).content.decode()


def test_a_draft_is_saved_though_the_notice_waits(client, alice, asked):
    draft = filing.start(by=alice, at=AT)
    answer = client.post(
        f"/filing/drafts/{draft}/title/", {"revision": "1", "shown": "title", "title": "Hinge"}, **HTML
    )
    assert "/privacy/accept" not in answer.headers.get("Location", "")
    assert filing_queries.draft(draft, user_id=alice, on=AT.date()).title == "Hinge"
    shown = client.get(f"/filing/drafts/{draft}/title/", **HTML)
    assert shown["Location"].startswith("/privacy/accept/?next=%2Ffiling%2Fdrafts%2F")

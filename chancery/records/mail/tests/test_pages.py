"""The inbox is each person's own; the outbox is the operator's, and shows no letter."""

from datetime import UTC, datetime

import pytest

from chancery.records.accounts import actions as accounts
from chancery.records.accounts.models import User
from chancery.records.mail.models import Letter
from chancery.records.mail.tests.conftest import TITLE

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def as_alice(client, written, alice):
    client.force_login(User.objects.get(pk=alice))
    return client


@pytest.fixture
def as_operator(client, written):
    operator = accounts.open_account("op@example.org", name="Op", password="correct horse")
    accounts.grant(operator, role="operator", by=None, at=AT)
    client.force_login(User.objects.get(pk=operator))
    return client


def test_the_inbox_lists_the_letters_and_says_which_are_new(as_alice, written):
    text = as_alice.get("/letters/", follow=True).content.decode()
    assert '<li class="new">' in text
    assert ">Receipt</bdi></a>" in text
    assert written.number in text


def test_an_opened_letter_is_no_longer_new(as_alice):
    letter = Letter.objects.get()
    assert TITLE in as_alice.get(f"/letters/{letter.pk}/").content.decode()
    letter.refresh_from_db()
    assert letter.read_at
    text = as_alice.get("/letters/", follow=True).content.decode()
    assert ">Receipt</bdi></a>" in text
    assert '<li class="new">' not in text


def test_the_pdf_is_the_one_that_was_kept(as_alice):
    answer = as_alice.get(f"/letters/{Letter.objects.get().pk}.pdf")
    assert answer["Content-Type"] == "application/pdf"
    assert b"".join(answer.streaming_content).startswith(b"%PDF")


def test_somebody_elses_letter_is_not_there(as_operator):
    letter = Letter.objects.get()
    assert as_operator.get(f"/letters/{letter.pk}/").status_code == 404
    assert as_operator.get(f"/letters/{letter.pk}.pdf").status_code == 404
    letter.refresh_from_db()
    assert letter.read_at is None


def test_an_empty_inbox_says_what_it_is_for(as_operator):
    assert "No messages yet" in as_operator.get("/inbox/").content.decode()


def test_the_operator_sees_what_is_stuck_without_seeing_the_letter(as_operator):
    Letter.objects.update(state="refused", trouble="550 no such mailbox")
    text = as_operator.get("/letters/outbox/").content.decode()
    assert "550 no such mailbox" in text
    assert TITLE not in text
    answer = as_operator.post(f"/letters/outbox/{Letter.objects.get().pk}/send")
    assert answer.status_code == 302
    assert Letter.objects.get().state == "waiting"


def test_an_applicant_does_not_see_the_outbox(as_alice):
    assert as_alice.get("/letters/outbox/").status_code == 403

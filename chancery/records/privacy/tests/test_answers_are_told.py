"""Whoever asked about their data learns in the inbox that the office has answered."""

from datetime import UTC, datetime

from chancery.records.accounts import actions as accounts
from chancery.records.mail import queries as mail
from chancery.records.mail.queries import Choice
from chancery.records.privacy import actions
from chancery.records.privacy.models import Request

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def test_an_answer_about_ones_data_stands_in_the_inbox(db):
    alice = accounts.open_account("alice@example.org", name="Alice Cooper", password="correct horse")
    operator = accounts.open_account("op@example.org", name="Op", password="correct horse")
    asked = Request.objects.create(user_id=alice, right="correction", text="My name.", made_at=AT)
    actions.answer(asked.pk, "Done.", by=operator, at=AT)
    [item] = mail.items(alice, Choice())
    assert (item.service, item.kind, item.link) == ("privacy", "answer", "/privacy/rights/")
    assert "Done." not in item.body

"""The summary: optional mail gathered once a day or a week, over a real mail server; safe to repeat."""

from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy

import pytest

from chancery.core.refusal import Refused
from chancery.records.accounts import actions as accounts
from chancery.records.mail import actions, digest, queries
from chancery.records.mail.models import Item, Note

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)  # 10:00 by the office's clock


@pytest.fixture
def alice(transactional_db):
    return accounts.open_account("alice@example.org", name="Alice Cooper", password="correct horse")


def remind(to, subject="A time limit ends soon", *, at=MONDAY, kind="reminder"):
    return actions.tell(to, kind=kind, service="docket", subject=subject, body="On 2026-12-01.", link="/docket/", at=at)


def delivered(smtp, at):
    actions.send_due(at=at)
    return [message_from_bytes(raw, policy=policy.default) for raw in smtp.taken]


@pytest.mark.parametrize(
    ("every", "at", "expected"),
    [
        ("daily", "2026-11-23T10:00+01:00", "2026-11-23T07:00+01:00"),
        ("daily", "2026-11-23T06:59+01:00", "2026-11-22T07:00+01:00"),
        ("daily", "2026-11-23T00:30+00:00", "2026-11-22T07:00+01:00"),
        ("weekly", "2026-11-23T07:00+01:00", "2026-11-23T07:00+01:00"),
        ("weekly", "2026-11-23T06:00+01:00", "2026-11-16T07:00+01:00"),
        ("weekly", "2026-11-29T23:00+01:00", "2026-11-23T07:00+01:00"),
        ("daily", "2026-10-25T08:00+01:00", "2026-10-25T07:00+01:00"),  # the night in which summer time ends
        ("at once", "2026-11-23T06:00+01:00", "2026-11-23T06:00+01:00"),
    ],
)
def test_a_summary_is_due_at_seven_in_the_morning_or_on_monday(every, at, expected):
    assert digest.boundary(every, datetime.fromisoformat(at)) == datetime.fromisoformat(expected)


def test_at_once_each_mail_goes_by_itself(smtp, alice):
    remind(alice)
    [mail] = delivered(smtp, MONDAY)
    assert mail["Subject"] == "A time limit ends soon"
    assert "http://localhost:8000/docket/" in mail.get_content()
    assert actions.send_summaries(at=MONDAY + timedelta(days=9)) == 0


def test_what_is_gathered_goes_out_once_the_next_morning_in_one_mail(smtp, alice):
    actions.choose_rhythm("daily", by=alice, at=MONDAY)
    remind(alice, "First")
    remind(alice, "Second")
    assert (delivered(smtp, MONDAY), actions.send_summaries(at=MONDAY + timedelta(hours=12))) == ([], 0)
    tuesday = MONDAY + timedelta(days=1)
    assert [actions.send_summaries(at=tuesday), actions.send_summaries(at=tuesday)] == [1, 0]
    [mail] = delivered(smtp, tuesday)
    assert mail["Subject"] == "Chancery: 2 messages in your inbox"
    assert "First" in mail.get_content()
    assert "Second" in mail.get_content()
    assert mail["List-Unsubscribe"]
    assert actions.send_summaries(at=tuesday + timedelta(days=3)) == 0  # nothing new: no mail


def test_a_week_is_gathered_until_monday(smtp, alice):
    actions.choose_rhythm("weekly", by=alice, at=MONDAY)
    remind(alice)
    assert actions.send_summaries(at=MONDAY + timedelta(days=6)) == 0
    assert actions.send_summaries(at=MONDAY + timedelta(days=7)) == 1


def test_mandatory_mail_never_waits_for_a_summary(smtp, alice):
    actions.choose_rhythm("weekly", by=alice, at=MONDAY)
    remind(alice, "Your password was changed", kind="security")
    [mail] = delivered(smtp, MONDAY)
    assert mail["Subject"] == "Your password was changed"


def test_what_was_read_meanwhile_is_not_told_again(smtp, alice):
    actions.choose_rhythm("daily", by=alice, at=MONDAY)
    remind(alice)
    actions.mark(Item.objects.values_list("pk", flat=True), read=True, by=alice, at=MONDAY)
    assert actions.send_summaries(at=MONDAY + timedelta(days=1)) == 0


def test_whoever_stops_the_summary_still_finds_everything_in_the_inbox(smtp, alice):
    actions.choose_rhythm("daily", by=alice, at=MONDAY)
    remind(alice)
    actions.switch("digest", on=False, user=alice, how="test", at=MONDAY)
    assert actions.send_summaries(at=MONDAY + timedelta(days=1)) == 0
    assert delivered(smtp, MONDAY + timedelta(days=1)) == []
    assert queries.unread(alice) == 1


def test_whoever_chooses_a_summary_again_gets_it_again(alice):
    actions.switch("digest", on=False, user=alice, how="test", at=MONDAY)
    actions.choose_rhythm("weekly", by=alice, at=MONDAY)
    assert queries.wanted("digest", user=alice)


def test_going_back_to_at_once_sends_what_was_gathered(smtp, alice):
    actions.choose_rhythm("weekly", by=alice, at=MONDAY)
    remind(alice)
    actions.choose_rhythm("at once", by=alice, at=MONDAY + timedelta(hours=1))
    assert actions.send_summaries(at=MONDAY + timedelta(hours=2)) == 1


def test_a_crash_between_listing_and_writing_loses_and_repeats_nothing(smtp, alice, monkeypatch):
    actions.choose_rhythm("daily", by=alice, at=MONDAY)
    remind(alice)
    tuesday = MONDAY + timedelta(days=1)
    with monkeypatch.context() as broken:
        broken.setattr(digest, "send_note", crash)
        with pytest.raises(RuntimeError):
            actions.send_summaries(at=tuesday)
    assert Item.objects.get().held
    assert actions.send_summaries(at=tuesday) == 1
    assert Note.objects.count() == 1


def crash(*args, **kwargs):
    raise RuntimeError


def test_a_rhythm_that_there_is_not_is_refused(alice):
    with pytest.raises(Refused):
        actions.choose_rhythm("hourly", by=alice, at=MONDAY)


def test_an_office_without_a_mail_server_holds_nothing_back(alice):
    actions.choose_rhythm("daily", by=alice, at=MONDAY)
    assert remind(alice)
    assert not Item.objects.get().held

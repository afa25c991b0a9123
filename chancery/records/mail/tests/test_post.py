"""The e-mail that says a letter waits: accepted once, tried again when it was not, silent about what it announces."""

from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy

import pytest

from chancery.core.refusal import Denied
from chancery.records.accounts import actions as accounts
from chancery.records.mail import actions, post, queries
from chancery.records.mail.models import Letter, Note
from chancery.records.mail.tests.conftest import TITLE, point_to

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def send(*, after=timedelta()):
    return actions.send_due(at=AT + after)


@pytest.fixture
def waiting(smtp, written):
    return Letter.objects.get()


def test_a_letter_is_announced_once(smtp, waiting):
    assert [send(), send(), send(after=timedelta(days=1))] == [1, 0, 0]
    waiting.refresh_from_db()
    assert (waiting.state, waiting.sent_at) == ("sent", AT)
    assert smtp.ids == [waiting.message_id]


def test_the_message_says_that_it_is_automatic_and_names_number_and_link_only(smtp, waiting):
    send()
    raw = message_from_bytes(smtp.taken[0], policy=policy.default)
    text = raw.get_body().get_content()
    assert raw["Auto-Submitted"] == "auto-generated"
    assert raw["Date"].datetime == AT
    assert waiting.number in raw["Subject"]
    assert f"/letters/{waiting.pk}/" in text
    assert not raw.is_multipart()  # no letter is attached


@pytest.mark.parametrize("secret", [TITLE, "Hinge", "claims.pdf", "ab" * 32, "Receipt"])
def test_nothing_of_an_unpublished_application_is_in_the_message(smtp, waiting, secret):
    send()
    parsed = message_from_bytes(smtp.taken[0], policy=policy.default)
    assert secret not in smtp.taken[0].decode() + parsed.get_body().get_content() + parsed["Subject"]


def test_a_server_that_asks_to_come_back_is_asked_again_later(smtp, waiting):
    smtp.answers = ["451 greylisted"]
    assert send() == 0
    waiting.refresh_from_db()
    assert (waiting.state, waiting.attempts) == ("waiting", 1)
    assert "greylisted" in waiting.trouble
    assert send(after=timedelta(seconds=10)) == 0  # not yet
    assert send(after=timedelta(minutes=2)) == 1
    assert len(smtp.taken) == 1


def test_the_waits_grow_and_never_exceed_six_hours():
    waits = [post.wait(attempts) for attempts in range(40)]
    assert waits == sorted(waits)
    assert waits[0] == timedelta(seconds=30)
    assert waits[-1] == timedelta(hours=6)


def test_a_refusal_for_good_is_not_tried_again_until_an_operator_says_so(smtp, waiting):
    smtp.recipient_answer = "550 no such mailbox"
    assert send() == 0
    assert send(after=timedelta(days=30)) == 0
    [trouble] = queries.troubled()
    assert (trouble.state, trouble.to) == ("refused", "alice@example.org")
    operator = accounts.open_account("op@example.org", name="Op", password="correct horse")
    accounts.grant(operator, role="operator", by=None, at=AT)
    smtp.recipient_answer = "250 OK"
    actions.send_again(waiting.pk, by=operator, at=AT)
    assert send() == 1
    assert queries.troubled() == []


def test_a_message_that_the_server_will_never_take_is_not_tried_again(smtp, waiting):
    smtp.answers = ["554 too strange"]
    assert send() == 0
    assert send(after=timedelta(days=30)) == 0
    assert queries.troubled()[0].state == "refused"


def test_only_an_operator_sends_again(waiting, alice):
    with pytest.raises(Denied):
        actions.send_again(waiting.pk, by=alice, at=AT)


def test_when_the_acknowledgement_is_lost_the_second_copy_bears_the_same_message_id(smtp, waiting):
    smtp.answers = ["drop"]
    assert send() == 0
    assert send(after=timedelta(minutes=2)) == 1
    assert smtp.ids == [waiting.message_id] * 2


def test_a_server_that_is_not_there_lets_everyone_wait_and_is_told(written, settings):
    Letter.objects.update(state="waiting")
    point_to(settings, 1)  # nobody listens at port 1
    assert send() == 0
    [trouble] = queries.troubled()
    assert "ConnectionRefusedError" in trouble.trouble
    assert trouble.due > AT


class Crash(BaseException):
    """As when the process is killed: nothing may catch it and go on."""


def test_a_crash_before_the_server_was_spoken_to_is_made_good_after_the_lease(smtp, waiting, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(post, "message", crash)
        with pytest.raises(Crash):
            send()
    waiting.refresh_from_db()
    assert waiting.state == "sending"
    assert send(after=timedelta(minutes=1)) == 0  # another process may still be at it
    assert send(after=timedelta(minutes=16)) == 1
    assert len(smtp.taken) == 1
    waiting.refresh_from_db()
    assert waiting.trouble == post.INTERRUPTED


def test_a_crash_after_the_server_accepted_can_be_told_by_the_message_id(smtp, waiting, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(post, "_mark_sent", crash)
        with pytest.raises(Crash):
            send()
    assert send(after=timedelta(minutes=16)) == 1
    assert smtp.ids == [waiting.message_id] * 2


def crash(*args, **kwargs):
    raise Crash


def test_a_second_runner_leaves_alone_what_the_first_is_sending(smtp, waiting, monkeypatch):
    written, second = post.message, []
    monkeypatch.setattr(post, "message", lambda letter: second.append(send()) or written(letter))
    assert send() == 1
    assert second == [0]
    assert smtp.ids == [waiting.message_id]


def test_of_two_runners_that_saw_the_same_message_waiting_one_sends_it(smtp, waiting, monkeypatch):
    due, quicker, asked = post._due, [], []

    def overtaken(model, at):
        """The first runner has looked what is due; before it claims the message, the second does all its work."""
        asked.append(model)
        if asked == [Letter, Note, Letter]:
            quicker.append(send())
        return due(model, at)

    monkeypatch.setattr(post, "_due", overtaken)
    assert send() == 0
    assert quicker == [1]
    assert smtp.ids == [waiting.message_id]


def note(**more):
    words = {"about": "Q/1", "subject": "A question", "body": "Look here"}
    return actions.send_note("bo@example.org", kind="answer", **words, at=AT, **more)


def test_a_note_goes_to_an_address_without_an_account_and_its_words_are_erased(smtp, transactional_db):
    assert note()
    assert send() == 1
    [sent] = smtp.taken
    message = message_from_bytes(sent, policy=policy.default)
    assert (message["To"], message["Subject"]) == ("bo@example.org", "A question")
    assert message.get_content().strip() == "Look here"
    assert (Note.objects.get().state, Note.objects.get().body) == ("sent", "")
    assert send() == 0


def test_a_note_that_is_refused_keeps_its_words_and_is_seen_by_the_operator(smtp, transactional_db):
    note()
    smtp.recipient_answer = "550 no such person"
    assert send() == 0
    [trouble] = queries.troubled()
    assert (trouble.to, trouble.number, trouble.state, trouble.id) == ("bo@example.org", "Q/1", "refused", None)


def test_an_office_without_a_mail_server_owes_no_note(settings, transactional_db):
    settings.SMTP = {}
    assert not note()
    assert not Note.objects.exists()


def test_a_matter_that_is_erased_takes_its_notes_along(smtp, transactional_db):
    note()
    actions.forget_notes("Q/1")
    assert send() == 0

"""Asking, with and without an account; and what becomes of a question in time."""

from datetime import date, timedelta
from functools import partial

import pytest

from chancery.core.refusal import Refused
from chancery.records.mail.models import Note
from chancery.records.privacy import retention
from chancery.services.contact import actions, queries
from chancery.services.contact.models import Question, Said
from chancery.services.contact.target import due_after
from chancery.services.contact.tests.conftest import AT, secret
from chancery.site import forgetting, wiring


@pytest.fixture
def by_email(settings):
    settings.SMTP = {"EMAIL_HOST": "127.0.0.1"}


def test_a_question_gets_a_number_a_day_and_a_secret_address(ask):
    asked = ask()
    question = queries.opened_by(asked.id, secret(asked))
    thread = queries.thread(question)
    assert thread.reference == asked.reference == f"Q/2026/{asked.id:06}"
    assert (thread.state, thread.due_on) == ("open", date(2026, 11, 30))
    assert [(word.who, word.text) for word in thread.words] == [("Bo", "Which fee do I owe?")]


def test_days_on_which_the_office_is_closed_do_not_count():
    assert due_after(date(2026, 11, 26)) == date(2026, 12, 3)  # Thursday to Thursday, over a weekend
    assert due_after(date(2026, 12, 23)) > date(2026, 12, 31)  # over Christmas


def test_the_secret_of_one_question_opens_no_other(ask):
    one, other = ask(), ask("Another one")
    assert queries.opened_by(one.id, secret(other)) is None
    assert queries.opened_by(one.id, "") is None
    assert secret(one) not in str(Question.objects.filter(pk=one.id).values())


def test_whoever_is_signed_in_asks_under_their_own_name(ask, cast):
    asked = ask(by=cast.alice, name="Mallory", email="mallory@example.org")
    question = Question.objects.get(pk=asked.id)
    assert (question.name, question.email) == ("Alice", "alice@example.org")
    assert list(queries.asked_by(cast.alice)) == [question]


def test_the_same_button_pressed_twice_asks_once(ask):
    assert ask() == ask(at=AT + timedelta(minutes=2))
    assert ask("Which fee do I owe?", at=AT + timedelta(days=2)) != ask()
    assert Question.objects.count() == 2


@pytest.mark.parametrize(("text", "field"), [("  ", "text"), ("x" * 5001, "text")])
def test_nothing_and_too_much_are_refused_beside_the_field(ask, text, field):
    with pytest.raises(Refused) as refused:
        ask(text)
    assert [finding.field for finding in refused.value.findings] == [field]
    assert not Question.objects.exists()


def test_the_receipt_carries_the_address_and_no_word_that_a_stranger_wrote(ask, by_email):
    asked = ask("Buy our pills", name="Buy our pills")
    note = Note.objects.get()
    assert note.email == "bo@example.org"
    assert asked.href in note.body
    assert asked.reference in note.subject
    assert "pills" not in note.subject + note.body


def test_the_receipt_is_written_in_the_language_of_the_question(ask, by_email, monkeypatch):
    from chancery.services.contact import announcing

    spoken = []
    monkeypatch.setattr(announcing, "_", lambda text: spoken.append(announcing_language()) or text)
    ask(language="fr")
    assert set(spoken) == {"fr"}


def announcing_language():
    from django.utils.translation import get_language

    return get_language()


def test_going_on_opens_the_question_again_with_a_new_day(ask, cast):
    asked = ask()
    actions.answer(asked.id, text="None.", after=1, by=cast.olga, at=AT + timedelta(days=1))
    later = AT + timedelta(days=7)
    actions.ask_again(asked.id, secret=secret(asked), text="And next year?", by=None, at=later)
    question = Question.objects.get(pk=asked.id)
    assert (question.state, question.due_on) == ("open", date(2026, 12, 7))


def test_a_second_question_before_the_answer_does_not_move_the_day(ask):
    asked = ask()
    actions.ask_again(asked.id, secret=secret(asked), text="Soon?", by=None, at=AT + timedelta(days=3))
    assert Question.objects.get(pk=asked.id).due_on == date(2026, 11, 30)


def test_nobody_goes_on_with_a_question_without_its_secret(ask):
    asked = ask()
    with pytest.raises(Refused):
        actions.ask_again(asked.id, secret="0" * 40, text="Me too", by=None, at=AT)
    assert Said.objects.count() == 1


def test_an_answered_question_is_erased_after_the_offices_period(ask, cast, by_email):
    answered, open_still = ask(), ask("Still waiting?")
    actions.answer(answered.id, text="None.", after=1, by=cast.olga, at=AT)
    run = partial(retention.run, wiring.HOLDINGS, forgetting.DISPOSERS)
    assert "contact.Question" not in [one.model for one in run(at=AT + timedelta(days=365))]
    assert "contact.Question" in [one.model for one in run(at=AT + timedelta(days=367))]
    assert [one.pk for one in Question.objects.all()] == [open_still.id]
    assert not Said.objects.filter(question_id=answered.id).exists()
    assert not Note.objects.filter(about=answered.reference).exists()


def test_a_question_outlives_the_account_that_asked_it_without_naming_it(ask, cast):
    from django.contrib.auth import get_user_model

    asked = ask(by=cast.alice)
    get_user_model().objects.get(pk=cast.alice).delete()
    assert Question.objects.get(pk=asked.id).asker_id is None

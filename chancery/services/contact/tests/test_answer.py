"""The office takes, answers, notes and closes; nobody else does."""

from datetime import timedelta

import pytest

from chancery.core.refusal import Conflict, Denied, Refused
from chancery.records.mail.models import Note
from chancery.services.contact import actions, queries
from chancery.services.contact.models import Question
from chancery.services.contact.tests.conftest import AT, secret


def thread(asked, **more):
    return queries.thread(Question.objects.get(pk=asked.id), **more)


def test_an_answer_is_the_offices_and_names_no_officer_to_the_public(ask, cast, settings):
    settings.SMTP = {"EMAIL_HOST": "127.0.0.1"}
    asked = ask()
    actions.answer(asked.id, text="None yet.", after=1, by=cast.olga, at=AT + timedelta(hours=1))
    shown = thread(asked)
    assert (shown.state, shown.words[-1].kind, shown.words[-1].text) == ("answered", "answer", "None yet.")
    note = Note.objects.first()
    assert asked.href in note.body
    assert "None yet" not in note.body


def test_an_internal_note_is_for_the_office_only_and_tells_nobody(ask, cast):
    asked = ask()
    actions.note(asked.id, text="Ask the cashier.", by=cast.olga, at=AT)
    assert [word.kind for word in thread(asked).words] == ["asked"]
    assert [word.kind for word in thread(asked, notes=True).words] == ["asked", "note"]
    assert thread(asked).state == "open"


def test_of_two_officers_who_answer_at_once_the_second_is_told(ask, cast):
    asked = ask()
    actions.answer(asked.id, text="Nothing.", after=1, by=cast.olga, at=AT)
    with pytest.raises(Conflict):
        actions.answer(asked.id, text="1,330 francs.", after=1, by=cast.otto, at=AT)
    assert len(thread(asked).words) == 2


def test_an_officer_who_has_not_read_the_last_word_does_not_close(ask, cast):
    asked = ask()
    actions.ask_again(asked.id, secret=secret(asked), text="It is urgent.", by=None, at=AT)
    with pytest.raises(Conflict):
        actions.close(asked.id, after=1, by=cast.olga, at=AT)
    actions.close(asked.id, after=2, by=cast.olga, at=AT)
    assert thread(asked).state == "closed"


def test_taking_is_seen_and_given_back_by_the_taker_only(ask, cast):
    asked = ask()
    actions.take(asked.id, by=cast.olga)
    actions.release(asked.id, by=cast.otto)
    assert thread(asked).officer.name == "Olga"
    actions.release(asked.id, by=cast.olga)
    assert thread(asked).officer is None


def test_nobody_but_an_officer_acts(ask, cast):
    asked = ask(by=cast.alice)
    acts = (
        lambda: actions.take(asked.id, by=cast.alice),
        lambda: actions.release(asked.id, by=cast.alice),
        lambda: actions.answer(asked.id, text="Nothing.", after=1, by=cast.alice, at=AT),
        lambda: actions.note(asked.id, text="Hm.", by=cast.alice, at=AT),
        lambda: actions.close(asked.id, after=1, by=cast.alice, at=AT),
    )
    for act in acts:
        with pytest.raises(Denied):
            act()
    assert len(thread(asked, notes=True).words) == 1


def test_what_has_been_erased_is_not_answered(cast):
    for act in (actions.answer, actions.close):
        words = {"text": "Hm."} if act is actions.answer else {}
        with pytest.raises(Refused):
            act(404, **words, after=1, by=cast.olga, at=AT)
    with pytest.raises(Refused):
        actions.note(404, text="Hm.", by=cast.olga, at=AT)


def test_the_queue_shows_what_is_due_first_and_counts_what_is_late(ask, cast):
    late, early = ask("First"), ask("Second", at=AT + timedelta(days=3))
    assert [one.pk for one in queries.queue("open")] == [late.id, early.id]
    on = (AT + timedelta(days=9)).date()
    assert queries.counts(on) == {"open": 2, "answered": 0, "closed": 0, "late": 1}
    actions.take(early.id, by=cast.otto)
    assert [one.pk for one in queries.queue("open", officer=cast.otto)] == [early.id]

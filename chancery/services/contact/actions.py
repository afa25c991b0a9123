"""Acts on questions: asking and asking again, taking, answering, noting, closing, and forgetting in time."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from chancery.core import clock
from chancery.core.refusal import Conflict, Refused
from chancery.records.accounts import queries as accounts
from chancery.records.mail import actions as mail
from chancery.services.contact import announcing, queries
from chancery.services.contact.models import Question, Said
from chancery.services.contact.target import due_after
from chancery.services.contact.topics import BY_KEY

LONGEST = 5_000  # characters
AGAIN = timedelta(minutes=10)  # the same words within it are one message that was sent twice


@dataclass(frozen=True)
class Asked:
    """A question that the office has: its number, and its secret address (path)."""

    id: int
    reference: str
    href: str


# The person


def ask(
    topic: str, *, about: str, text: str, name: str, email: str, language: str, by: int | None, at: datetime
) -> Asked:
    """Put a question to the office. Whoever has an account asks under its name and address; others give theirs."""
    person = accounts.person(by) if by is not None else None
    if person is not None:
        name, email = person.name or person.email, person.email
    words = _worth_reading(text)
    if topic not in BY_KEY:
        raise Refused.because(_("Choose what your question is about."), field="topic")
    with transaction.atomic():
        question = _sent_twice(email, words, at) or _enter(
            Question(topic=topic, about=about, asker_id=by, name=name, email=email, language=language, asked_at=at),
            words,
            at=at,
        )
    return Asked(question.pk, question.reference, queries.href(question))


def _enter(question: Question, words: str, *, at: datetime) -> Question:
    question.key = secrets.token_hex(16)
    _owe(question, at)
    _say(question, "asked", words, by=question.asker_id, at=at)
    announcing.received(question, at=at)
    return question


def _sent_twice(email: str, words: str, at: datetime) -> Question | None:
    recent = Question.objects.filter(email__iexact=email, asked_at__gt=at - AGAIN)
    return recent.filter(said__kind="asked", said__text=words).first()


def ask_again(question_id: int, *, secret: str, text: str, by: int | None, at: datetime) -> None:
    """Go on with a question, also one that was closed. The secret address is the right to do so."""
    words = _worth_reading(text)
    with transaction.atomic():
        question = queries.opened_by(question_id, secret)
        if question is None:
            raise Refused.because(_("There is no question at this address."))
        last = question.said.exclude(kind="note").last()
        if last and (last.kind, last.text) == ("asked", words):
            return  # the same button, pressed twice
        if question.state != "open":
            _owe(question, at)
        _say(question, "asked", words, by=by if by == question.asker_id else None, at=at)


def _owe(question: Question, at: datetime) -> None:
    """From now on the office owes an answer."""
    question.state, question.due_on = "open", due_after(clock.local_day(at))


def _say(question: Question, kind: str, words: str, *, by: int | None, at: datetime) -> None:
    question.last_at = at
    question.save()
    Said.objects.create(question=question, author_id=by, kind=kind, text=words, at=at)


def _worth_reading(text: str) -> str:
    words = text.strip()
    if not words:
        raise Refused.because(_("Write something first."), field="text")
    if len(words) > LONGEST:
        raise Refused.because(
            _("This is %(count)s characters long; shorten it to %(longest)s.")
            % {"count": len(words), "longest": LONGEST},
            field="text",
        )
    return words


# The office


def take(question_id: int, *, by: int) -> None:
    """Work on it; the colleagues see it. Taking over from a colleague is allowed."""
    accounts.require(by, "officer")
    Question.objects.filter(pk=question_id).update(officer_id=by)


def release(question_id: int, *, by: int) -> None:
    """Give back what one had taken."""
    accounts.require(by, "officer")
    Question.objects.filter(pk=question_id, officer_id=by).update(officer_id=None)


def answer(question_id: int, *, text: str, after: int, by: int, at: datetime) -> None:
    """Answer, and tell the person that an answer waits. ``after`` is the version that the officer had read."""
    accounts.require(by, "officer")
    words = _worth_reading(text)
    with transaction.atomic():
        question = _unchanged(question_id, after)
        question.state, question.officer_id = "answered", by
        _say(question, "answer", words, by=by, at=at)
        announcing.answered(question, at=at)


def note(question_id: int, *, text: str, by: int, at: datetime) -> None:
    """Write down something for the colleagues. The person never sees it; it changes neither state nor period."""
    accounts.require(by, "officer")
    words = _worth_reading(text)
    if not Question.objects.filter(pk=question_id).exists():
        raise Refused.because(_("This question has been erased."))
    Said.objects.create(question_id=question_id, author_id=by, kind="note", text=words, at=at)


def close(question_id: int, *, after: int, by: int, at: datetime) -> None:
    """Nothing is owed any more. The person may still go on with it, which opens it again."""
    accounts.require(by, "officer")
    with transaction.atomic():
        question = _unchanged(question_id, after)
        question.state, question.last_at = "closed", at
        question.save()


def _unchanged(question_id: int, after: int) -> Question:
    question = Question.objects.filter(pk=question_id).first()
    if question is None:
        raise Refused.because(_("This question has been erased."))
    if queries.version(question) != after:
        raise Conflict.because(_("Something was said in the meantime. Read it below, then send again what still fits."))
    return question


# Time


def forget_person(user_id: int, *, at: datetime) -> dict[str, int]:  # noqa: ARG001 - an act is always at some time
    """Erase the questions a person asked, signed in or from their address, with all that was said. Rows by model."""
    addresses = accounts.addresses_of(user_id)
    with transaction.atomic():
        mine = Question.objects.filter(asker_id=user_id) | Question.objects.filter(email__in=addresses)
        return {"contact.Question": _erase(mine)}


def erase_questions(keys: Iterable[int], *, at: datetime) -> int:  # noqa: ARG001 - an act is always at some time
    """Erase questions whose period is over, with all that was said and written. Returns how many."""
    with transaction.atomic():
        return _erase(Question.objects.filter(pk__in=list(keys)))


def _erase(questions: "QuerySet[Question]") -> int:
    going = list(questions)
    for question in going:
        mail.forget_notes(question.reference)
        question.delete()
    return len(going)

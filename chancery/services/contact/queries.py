"""What others may ask about questions: one by its secret, those of a person, what waits for the office."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac

from chancery.records.accounts import queries as accounts
from chancery.records.accounts.queries import Person
from chancery.services.contact import topics
from chancery.services.contact.models import Question, Said


@dataclass(frozen=True, kw_only=True)
class Word:
    """One thing said: by the person ("asked"), by the office ("answer"), or between officers ("note")."""

    kind: str
    who: str
    text: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Thread:
    """A question with what was said. ``version`` changes with every word that is not an internal note."""

    id: int
    reference: str
    topic: str
    about: str
    name: str
    email: str
    language: str
    has_account: bool
    asked_at: datetime
    state: str
    due_on: date
    officer: Person | None
    version: int
    href: str
    words: tuple[Word, ...]


@dataclass(frozen=True, kw_only=True)
class Heading:
    """A question as one line of a list."""

    id: int
    reference: str
    topic: str
    name: str
    state: str
    asked_at: datetime
    last_at: datetime
    due_on: date
    officer: str


def secret_of(question: Question) -> str:
    """What makes the question's address a secret: known from the mail and from the page, stored nowhere."""
    return salted_hmac("contact.question", f"{question.pk} {question.key}", algorithm="sha256").hexdigest()[:40]


def href(question: Question) -> str:
    return reverse("contact:thread", args=[question.pk, secret_of(question)])


def opened_by(question_id: int, secret: str) -> Question | None:
    """The question behind a secret address; None when there is none, or the secret is another's."""
    question = Question.objects.filter(pk=question_id).first()
    return question if question and constant_time_compare(secret_of(question), secret) else None


def thread(question: Question, *, notes: bool = False) -> Thread:
    """The question as it is shown; with internal notes only to the office."""
    said = [one for one in question.said.all() if notes or one.kind != "note"]
    people = {one.id: one for one in accounts.people({one.author_id for one in said if one.author_id})}
    return Thread(
        id=question.pk,
        reference=question.reference,
        topic=topics.label(question.topic),
        about=question.about,
        name=question.name,
        email=question.email,
        language=question.language,
        has_account=question.asker_id is not None,
        asked_at=question.asked_at,
        state=question.state,
        due_on=question.due_on,
        officer=accounts.person(question.officer_id) if question.officer_id else None,
        version=version(question),
        href=href(question),
        words=tuple(Word(kind=one.kind, who=_who(one, question, people), text=one.text, at=one.at) for one in said),
    )


def for_the_office(question_id: int) -> Thread | None:
    """A question with the internal notes. Ask only for an officer."""
    question = Question.objects.filter(pk=question_id).first()
    return thread(question, notes=True) if question else None


def heading(question: Question) -> Heading:
    return Heading(
        id=question.pk,
        reference=question.reference,
        topic=topics.label(question.topic),
        name=question.name,
        state=question.state,
        asked_at=question.asked_at,
        last_at=question.last_at,
        due_on=question.due_on,
        officer=str(question.officer or ""),
    )


def _who(said: Said, question: Question, people: dict[int, Person]) -> str:
    """The person's own name; an officer's only between officers: to the public it is the office that answers."""
    if said.kind == "asked":
        return question.name
    author = people.get(said.author_id) if said.author_id else None
    return author.name if author else ""


def version(question: Question) -> int:
    return question.said.exclude(kind="note").count()


def asked_by(user_id: int) -> "QuerySet[Question]":
    """A person's questions, the last touched first."""
    return Question.objects.select_related("officer").filter(asker_id=user_id).order_by("-last_at", "-pk")


def opening_words(questions: Iterable[Question]) -> dict[int, str]:
    """How each question begins."""
    rows = Said.objects.filter(question__in=list(questions), kind="asked").order_by("-pk")
    return dict(rows.values_list("question_id", "text"))


STATES = ("open", "answered", "closed")


def counts(on: date) -> dict[str, int]:
    """How many questions are in each state; "late": open ones whose day has passed."""
    counted: dict[str, int] = Question.objects.aggregate(
        **{state: Count("pk", filter=Q(state=state)) for state in STATES},
        late=Count("pk", filter=Q(state="open", due_on__lt=on)),
    )
    return counted


def queue(state: str, *, officer: int | None = None) -> "QuerySet[Question]":
    """The questions in a state, those due first first; closed and answered ones, the latest first."""
    rows = Question.objects.filter(state=state).select_related("officer")
    if officer is not None:
        rows = rows.filter(officer_id=officer)
    return rows.order_by("due_on", "pk") if state == "open" else rows.order_by("-last_at", "-pk")

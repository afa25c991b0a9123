"""What other rooms may ask about letters."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Q, QuerySet

from chancery.records.mail.digest import boundary
from chancery.records.mail.inbox import Choice, item, items, newest, services, unread
from chancery.records.mail.models import Letter, Message, Note, mentioned_in
from chancery.records.mail.wishes import RHYTHMS, in_use, rhythm, senders, switches, wanted

__all__ = [
    "RHYTHMS",
    "Choice",
    "boundary",
    "in_use",
    "item",
    "items",
    "newest",
    "rhythm",
    "senders",
    "services",
    "switches",
    "unread",
    "wanted",
]


@dataclass(frozen=True, kw_only=True)
class LetterView:
    """A letter as it is shown. ``state`` is about the e-mail that announced it (see `models.Letter`)."""

    id: int
    entry: int
    number: str
    recipient: int
    kind: str
    subject: str
    language: str
    written_at: datetime
    read_at: datetime | None
    state: str
    sent_at: datetime | None
    sha256: str
    content: dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Trouble:
    """A message that could not be delivered, as the operator sees it: whose, why, and when it is tried next.

    ``id`` is that of a letter; None for a note, which is tried again by itself.
    """

    id: int | None
    number: str
    to: str
    state: str
    attempts: int
    trouble: str
    due: datetime
    written_at: datetime


def letters_about(number: str, user_id: int) -> list[LetterView]:
    """One person's letters about one application, newest first."""
    return _views(_about(number).filter(recipient_id=user_id))


def letters_sent_about(number: str) -> list[LetterView]:
    """Everybody's letters about one application, for the desk. Ask first whether the person may see it."""
    return _views(_about(number))


def _about(number: str) -> QuerySet[Letter]:
    return Letter.objects.filter(Q(number=number) | Q(pk__in=mentioned_in(number)))


def letters_to(user_id: int, *, unread: bool = False) -> list[LetterView]:
    """A person's letters, newest first."""
    mine = Letter.objects.filter(recipient_id=user_id)
    return _views(mine.filter(read_at=None) if unread else mine)


def letter(letter_id: int, user_id: int) -> LetterView | None:
    """A letter to this person; None for anybody else's, as if there were none."""
    return next(iter(_views(Letter.objects.filter(pk=letter_id, recipient_id=user_id))), None)


def troubled() -> list[Trouble]:
    """Messages that were refused, or have been tried in vain so far; letters first."""
    return [
        *(_trouble(row, row.pk, row.number, row.recipient.email) for row in _stuck(Letter).select_related("recipient")),
        *(_trouble(row, None, row.about, row.email) for row in _stuck(Note)),
    ]


def _stuck(model: type[Message]) -> QuerySet[Any]:
    return model._default_manager.exclude(trouble="").exclude(state__in=("sent", "kept"))


def _trouble(row: Message, letter_id: int | None, number: str, to: str) -> Trouble:
    return Trouble(
        id=letter_id,
        number=number,
        to=to,
        state=row.state,
        attempts=row.attempts,
        trouble=row.trouble,
        due=row.due,
        written_at=row.written_at,
    )


def counts() -> dict[str, int]:
    """How many letters are in each state; for the operator."""
    counted = Letter.objects.order_by("state").values("state").annotate(letters=Count("pk"))
    return {row["state"]: row["letters"] for row in counted}


def _views(rows: Iterable[Letter]) -> list[LetterView]:
    return [
        LetterView(
            id=row.pk,
            entry=row.entry,
            number=row.number,
            recipient=row.recipient_id,
            kind=row.kind,
            subject=row.subject,
            language=row.language,
            written_at=row.written_at,
            read_at=row.read_at,
            state=row.state,
            sent_at=row.sent_at,
            sha256=row.sha256,
            content=row.content,
        )
        for row in rows
    ]

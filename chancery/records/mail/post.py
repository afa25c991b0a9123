"""The post: an e-mail that says a letter waits, or a note. It carries no letter and no word of one (PCT Art. 30).

A message is marked "sending", and that is committed, before the mail server is spoken to. So a crash can be told from
a refusal; and a message goes out twice only where the server accepted it and its acknowledgement was lost, under one
Message-ID.
"""

import logging
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from email.utils import format_datetime
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPResponseException
from typing import Any, cast

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from chancery.records.mail.classes import CLASSES
from chancery.records.mail.models import Letter, Message, Note
from chancery.records.mail.stopping import Stop, headers
from chancery.records.mail.wishes import wanted

log = logging.getLogger("chancery.mail")
OPEN = ("waiting", "sending")
LEASE = timedelta(minutes=15)  # after which a message still marked "sending" was left by a process that died
LONGEST_WAIT = timedelta(hours=6)
INTERRUPTED = "Interrupted: whether the mail server had accepted it is not known, so it was sent again."


def send_due(*, at: datetime, limit: int = 20) -> int:
    """Send what is due; returns how many messages the mail server has accepted. Never inside a transaction."""
    keys = [(model, key) for model in (Letter, Note) for key in _due(model, at).values_list("pk", flat=True)[:limit]]
    if not keys:
        return 0
    connection = get_connection()
    try:
        connection.open()
    except OSError as trouble:  # every exception of smtplib is one
        for model in (Letter, Note):
            _all_wait(model, at, trouble)
        return 0
    try:
        return _send_each(keys, connection, at=at)
    finally:
        with suppress(OSError):
            connection.close()


def _due(model: type[Message], at: datetime) -> QuerySet[Any]:
    return model._default_manager.filter(state__in=OPEN, due__lte=at).order_by("due", "pk")


def _send_each(keys: Sequence[tuple[type[Message], int]], connection: Any, *, at: datetime) -> int:
    sent = 0
    for model, key in keys:
        claimed = _claim(model, key, at)
        if claimed is None:
            continue
        if _unwanted(claimed):
            continue
        try:
            connection.open()  # does nothing while the line is open
            connection.send_messages([message(claimed)])
        except (SMTPResponseException, SMTPRecipientsRefused) as answer:
            _postpone(claimed, answer, at=at, final=_is_final(answer))
        except OSError as trouble:
            _postpone(claimed, trouble, at=at, final=False)
            break  # the line is dead; the others wait for the next round
        else:
            sent += _mark_sent(claimed, at)
    return sent


def _claim(model: type[Message], key: int, at: datetime) -> Message | None:
    """Mark the message as being sent, for this process alone; None when another was quicker."""
    row: Message = model._default_manager.get(pk=key)
    trouble = INTERRUPTED if row.state == "sending" else row.trouble
    mine = _due(model, at).filter(pk=key, attempts=row.attempts)
    claimed = mine.update(state="sending", due=at + LEASE, attempts=F("attempts") + 1, trouble=trouble)
    return row if claimed else None


def _unwanted(row: Message) -> bool:
    """Whether its reader has had enough since it was written: then it is not sent, and its words go."""
    if not isinstance(row, Note) or wanted(row.kind, user=row.recipient_id, email=row.email):
        return False
    _again(row).update(state="kept", body="")
    return True


def _mark_sent(row: Message, at: datetime) -> int:
    spent = {"body": ""} if isinstance(row, Note) else {}  # a note may hold a secret address; a letter stays
    return _again(row).update(state="sent", sent_at=at, **spent)


def _postpone(row: Message, trouble: Exception, *, at: datetime, final: bool) -> None:
    log.warning("message %s was not accepted: %s", row.message_id, trouble)
    _again(row).update(state="refused" if final else "waiting", due=at + wait(row.attempts), trouble=_words(trouble))


def _again(row: Message) -> QuerySet[Any]:
    return type(row)._default_manager.filter(pk=row.pk)


def _all_wait(model: type[Message], at: datetime, trouble: Exception) -> None:
    """The mail server is out of reach: nobody's message is tried until it has had a rest."""
    log.warning("the mail server is out of reach: %s", trouble)
    first = _due(model, at).first()
    if first is not None:
        due = at + wait(first.attempts)
        _due(model, at).filter(state="waiting").update(due=due, attempts=F("attempts") + 1, trouble=_words(trouble))
        _due(model, at).filter(state="sending").update(due=due, trouble=_words(trouble))


def wait(attempts: int) -> timedelta:
    """Half a minute after the first failure, twice as long after each further one."""
    return min(timedelta(seconds=30 * 2 ** min(attempts, 20)), LONGEST_WAIT)


def _is_final(answer: Exception) -> bool:
    """5yz for this recipient or this message. What is wrong with the office's own set-up is tried again."""
    if isinstance(answer, SMTPRecipientsRefused):
        return all(code >= 500 for code, _text in answer.recipients.values())
    return isinstance(answer, SMTPDataError) and answer.smtp_code >= 500


def _words(trouble: Exception) -> str:
    return f"{type(trouble).__name__}: {trouble}"[:500]


def message(row: Message) -> EmailMessage:
    """What leaves the office."""
    subject, body, to = _note(row) if isinstance(row, Note) else _announcement(cast("Letter", row))
    return EmailMessage(
        subject=subject,
        body=body,
        to=[to],
        headers={
            "Message-ID": row.message_id,
            "Date": format_datetime(row.written_at),
            "Auto-Submitted": "auto-generated",
            **_list_headers(row),
        },
    )


def _list_headers(row: Message) -> dict[str, str]:
    """Only optional mail belongs to a list, and is left like one."""
    if not isinstance(row, Note) or CLASSES[row.kind].mandatory:
        return {}
    known = row.recipient_id is not None
    return headers(Stop(kind=row.kind, user=row.recipient_id, email="" if known else row.email))


def _note(note: Note) -> tuple[str, str, str]:
    return note.subject, note.body, note.email


def _announcement(letter: Letter) -> tuple[str, str, str]:
    """Number, link, nothing of what the letter says."""
    with override(letter.language):
        words = {
            "name": letter.recipient.name,
            "number": letter.number,
            "office": settings.OFFICE_NAME,
            "link": settings.SITE_URL + reverse("mail:letter", args=[letter.pk]),
        }
        subject = _("%(office)s: a letter about %(number)s") % words
        body = _(
            "%(name)s,\n\n"
            "a letter about %(number)s waits for you in your account:\n\n"
            "%(link)s\n\n"
            "It is not sent by e-mail, because it may concern an application that is not published yet "
            "(PCT Art. 30).\n\n"
            "%(office)s\n"
        )
    return subject, body % words, letter.recipient.email

"""The one door of everything that the house writes to a person besides its letters: each with its class."""

import secrets
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.records.accounts import queries as accounts
from chancery.records.mail import stopping, wishes
from chancery.records.mail.classes import CLASSES
from chancery.records.mail.models import Item, Letter, Note
from chancery.records.mail.stopping import Stop


def tell(
    user_id: int,
    *,
    kind: str,
    service: str,
    subject: str,
    body: str,
    at: datetime,
    link: str = "",
    about: str = "",
    by_mail: bool = True,
) -> bool:
    """Tell a person with an account something: it stands in their inbox, and goes by e-mail as its class says.

    ``subject`` and ``body`` are in the person's language, which is active, and hold nothing secret: the inbox keeps
    them, and the e-mail is not encrypted. ``link`` is a path of this portal. False where the person does not want
    mail of this class, or has no account any more.
    """
    if link and (not link.startswith("/") or link.startswith("//")):
        raise ValueError(f"{link!r} is no path of this portal")
    person = accounts.person(user_id)
    if person is None or not wishes.welcome(kind, user=user_id):
        return False
    held = by_mail and bool(settings.SMTP) and not CLASSES[kind].mandatory and wishes.rhythm(user_id) != "at once"
    with transaction.atomic():
        Item.objects.create(
            recipient_id=user_id,
            service=service,
            kind=kind,
            about=about,
            subject=subject[:200],
            body=body,
            link=link,
            language=get_language() or settings.LANGUAGE_CODE,
            words=f"{subject} {about} {body}".casefold(),
            at=at,
            held=held,
        )
        if by_mail and not held:
            send_note(person.email, kind=kind, about=about, subject=subject, body=_letter(body, link), at=at)
    return True


def tell_address(email: str, *, kind: str, service: str, subject: str, body: str, at: datetime) -> bool:
    """Put something into the inbox of whoever has this address, if anyone; no e-mail. Nobody learns whether."""
    person = accounts.by_email(email)
    if person is None:
        return False
    return tell(person.id, kind=kind, service=service, subject=subject, body=body, at=at, by_mail=False)


def _letter(body: str, link: str) -> str:
    where = f"{settings.SITE_URL}{link}\n\n" if link else ""
    return f"{body.rstrip()}\n\n{where}{settings.OFFICE_NAME}\n"


def enter_letter(letter: Letter) -> None:
    """A letter stands in the inbox as well. Its announcement is a mail of its own."""
    Item.objects.create(
        recipient_id=letter.recipient_id,
        service="mail",
        kind="office",
        letter=letter,
        about=letter.number,
        subject=letter.subject,
        link=f"/letters/{letter.pk}/",
        language=letter.language,
        words=f"{letter.subject} {letter.number}".casefold(),
        at=letter.written_at,
    )


def send_note(email: str, *, kind: str, about: str, subject: str, body: str, at: datetime) -> bool:
    """Owe somebody a short e-mail; it is sent after the caller's transaction. False where none is sent.

    None is where the office sends no e-mail, and where it is optional mail that the person does not want. It goes out
    unencrypted, so it says that something waits and where, and nothing of what that is.
    """
    if not settings.SMTP or not wishes.welcome(kind, email=email):
        return False
    person = accounts.by_email(email)
    Note.objects.create(
        email=email,
        recipient_id=person.id if person else None,
        kind=kind,
        about=about,
        subject=subject,
        body=body if CLASSES[kind].mandatory else body + _way_out(kind, person.id if person else None, email),
        written_at=at,
        state="waiting",
        message_id=f"<note-{secrets.token_hex(12)}@{urlsplit(settings.SITE_URL).hostname}>",
        due=at,
    )
    return True


def _way_out(kind: str, user: int | None, email: str) -> str:
    """The foot of every optional mail: why it came, and how to stop it."""
    words = {
        "label": CLASSES[kind].label,
        "link": stopping.address(Stop(kind=kind, user=user, email="" if user is not None else email)),
    }
    return _("\n-- \n%(label)s: stop it here, without signing in:\n%(link)s\n") % words

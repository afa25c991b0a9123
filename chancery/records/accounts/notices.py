"""Short e-mails about accounts. They are a convenience: what they say stands on a page as well."""

import logging
from collections.abc import Iterable
from datetime import date, datetime

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from chancery.core.clock import office_zone
from chancery.records.accounts.models import User

log = logging.getLogger("chancery.accounts")


def invite(email: str, code: str, *, to: str, by: str) -> str:
    """Send an invitation where the office sends e-mail. Returns its link, for whoever invites to pass on."""
    link = settings.SITE_URL + reverse("accounts:invitation", args=[code])
    words = {"by": by, "to": to, "link": link, "office": settings.OFFICE_NAME}
    body = _(
        "%(by)s invites you: %(to)s.\n\n"
        "Sign in, or open an account with this address, then answer here within fourteen days:\n\n"
        "%(link)s\n\n"
        "If you expected no invitation, do nothing.\n\n"
        "%(office)s\n"
    )
    send(email, _("%(office)s: an invitation") % words, body % words)
    return link


def new_device(email: str, device: str, *, at: datetime) -> None:
    """Tell a person that their account was entered with a browser that was not seen before."""
    words = {
        "device": device,
        "at": at.astimezone(office_zone()).strftime("%Y-%m-%d %H:%M %Z"),
        "sessions": settings.SITE_URL + reverse("usersessions_list"),
        "password": settings.SITE_URL + reverse("account_change_password"),
        "office": settings.OFFICE_NAME,
    }
    body = _(
        "Somebody signed in to your account with %(device)s, on %(at)s. It was not seen before.\n\n"
        "If it was you, do nothing. If not, end the session and change your password:\n\n"
        "%(sessions)s\n%(password)s\n\n"
        "%(office)s\n"
    )
    send(email, _("%(office)s: a sign-in with a new browser") % words, body % words)


def proposed(people: Iterable[User], act: str, *, expires_at: datetime) -> None:
    """Tell those who may confirm it that a dangerous act waits for one of them. What it is exactly, the page says."""
    for person in people:
        with override(person.language):
            words = {
                "act": act,
                "until": expires_at.astimezone(office_zone()).strftime("%Y-%m-%d %H:%M %Z"),
                "link": settings.SITE_URL + reverse("accounts:confirmations"),
                "office": settings.OFFICE_NAME,
            }
            body = _(
                "A colleague has proposed what takes two persons: %(act)s.\n\n"
                "Look at it, then confirm or decline it until %(until)s:\n\n%(link)s\n\n%(office)s\n"
            )
            send(person.email, _("%(office)s: something waits for a second person") % words, body % words)


def declined(person: User, act: str, *, reason: str) -> None:
    """Tell who proposed it that a colleague has said no."""
    with override(person.language):
        words = {
            "act": act,
            "reason": reason,
            "link": settings.SITE_URL + reverse("accounts:confirmations"),
            "office": settings.OFFICE_NAME,
        }
        body = _("What you proposed was declined: %(act)s.\n\n%(reason)s\n\n%(link)s\n\n%(office)s\n")
        send(person.email, _("%(office)s: your proposal was declined") % words, body % words)


def claimed(people: Iterable[User], *, claimant: str, organisation_id: int, name: str, due_on: date | None) -> None:
    """Tell the administrators of an organisation that somebody asks to be one, and until when they may say no."""
    for person in people:
        with override(person.language):
            words = {
                "claimant": claimant,
                "name": name,
                "until": due_on.isoformat() if due_on else _("the office has looked at it"),
                "link": settings.SITE_URL + reverse("accounts:organisation", args=[organisation_id]),
                "office": settings.OFFICE_NAME,
            }
            body = _(
                "%(claimant)s asks to become an administrator of %(name)s, because you could not be reached.\n\n"
                "If that is right, do nothing. If not, say no on the page of the organisation, until %(until)s:\n\n"
                "%(link)s\n\n%(office)s\n"
            )
            send(person.email, _("%(office)s: somebody asks to administer %(name)s") % words, body % words)


def send(email: str, subject: str, body: str) -> None:
    """Send one message now. A mail server out of reach is noted; the act that asked for it stands."""
    if not settings.SMTP:
        return
    try:
        EmailMessage(subject, body, to=[email], headers={"Auto-Submitted": "auto-generated"}).send()
    except OSError as trouble:  # every exception of smtplib is one
        log.warning("a message about an account was not accepted: %s", type(trouble).__name__)

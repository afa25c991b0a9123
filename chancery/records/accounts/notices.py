"""Short e-mails about accounts. They are a convenience: what they say stands on a page as well."""

import logging
from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils.translation import gettext as _

from chancery.core.clock import office_zone

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


def send(email: str, subject: str, body: str) -> None:
    """Send one message now. A mail server out of reach is noted; the act that asked for it stands."""
    if not settings.SMTP:
        return
    try:
        EmailMessage(subject, body, to=[email], headers={"Auto-Submitted": "auto-generated"}).send()
    except OSError as trouble:  # every exception of smtplib is one
        log.warning("a message about an account was not accepted: %s", type(trouble).__name__)

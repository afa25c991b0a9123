"""Short e-mails about accounts. They are a convenience: what they say stands on a page as well."""

import logging

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils.translation import gettext as _

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


def send(email: str, subject: str, body: str) -> None:
    """Send one message now. A mail server out of reach is noted; the act that asked for it stands."""
    if not settings.SMTP:
        return
    try:
        EmailMessage(subject, body, to=[email], headers={"Auto-Submitted": "auto-generated"}).send()
    except OSError as trouble:  # every exception of smtplib is one
        log.warning("a message about an account was not accepted: %s", type(trouble).__name__)

"""What people are told about accounts, through the house's door for mail, which this room knows by name only."""

from collections.abc import Iterable
from datetime import date, datetime

from django.conf import settings
from django.urls import reverse
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from chancery.core.clock import office_zone
from chancery.records.accounts.models import User


def invite(email: str, code: str, *, to: str, by: str, at: datetime) -> str:
    """Send an invitation where the office sends e-mail. Returns its link, for whoever invites to pass on.

    Whoever has an account with this address finds it in the inbox too, without the code: an inbox keeps no secret,
    and no name of somebody who may be erased.
    """
    link = settings.SITE_URL + reverse("accounts:invitation", args=[code])
    words = {"by": by, "to": to, "link": link, "office": settings.OFFICE_NAME}
    body = _(
        "%(by)s invites you: %(to)s.\n\n"
        "Sign in, or open an account with this address, then answer here within fourteen days:\n\n"
        "%(link)s\n\n"
        "If you expected no invitation, do nothing.\n\n"
        "%(office)s\n"
    )
    subject = _("%(office)s: an invitation") % words
    import_string(settings.SEND_NOTE)(
        email, kind="invitation", about="invitation", subject=subject, body=body % words, at=at
    )
    told = _("The address at which you answer comes by e-mail or from whoever invites you.")
    for person in User.objects.filter(email__iexact=email, is_active=True):
        import_string(settings.TELL)(
            person.pk,
            kind="invitation",
            service="accounts",
            subject=subject,
            body=told,
            link=reverse("accounts:organisations"),
            at=at,
            by_mail=False,
        )
    return link


def new_device(person: User, device: str, *, at: datetime) -> None:
    """Tell a person that their account was entered with a browser that was not seen before."""
    with override(person.language):
        words = {
            "device": device,
            "at": at.astimezone(office_zone()).strftime("%Y-%m-%d %H:%M %Z"),
            "password": settings.SITE_URL + reverse("account_change_password"),
        }
        body = _(
            "Somebody signed in to your account with %(device)s, on %(at)s. It was not seen before.\n\n"
            "If it was you, do nothing. If not, end the session and change your password:\n\n%(password)s"
        )
        _tell(person, _("A sign-in with a new browser"), body % words, link=reverse("usersessions_list"), at=at)


def proposed(people: Iterable[User], act: str, *, expires_at: datetime, at: datetime) -> None:
    """Tell those who may confirm it that a dangerous act waits for one of them. What it is exactly, the page says."""
    for person in people:
        with override(person.language):
            words = {"act": act, "until": expires_at.astimezone(office_zone()).strftime("%Y-%m-%d %H:%M %Z")}
            body = _(
                "A colleague has proposed what takes two persons: %(act)s.\n\n"
                "Look at it, then confirm or decline it until %(until)s."
            )
            link = reverse("accounts:confirmations")
            _tell(person, _("Something waits for a second person"), body % words, link=link, at=at)


def declined(person: User, act: str, *, reason: str, at: datetime) -> None:
    """Tell who proposed it that a colleague has said no."""
    with override(person.language):
        body = _("What you proposed was declined: %(act)s.\n\n%(reason)s") % {"act": act, "reason": reason}
        _tell(person, _("Your proposal was declined"), body, link=reverse("accounts:confirmations"), at=at)


def restored(people: Iterable[User], *, made_at: str, entry: int, at: datetime) -> None:
    """Tell those who answer for the office that it goes on from a backup, so that nobody does it unseen."""
    for person in people:
        with override(person.language):
            body = _(
                "The office was restored from a backup of %(made_at)s. What was entered after it is lost.\n\n"
                "If you did not expect this, speak with your colleagues: it was done by whoever has the machine, "
                "the backup and its keys."
            )
            subject = _("The office was restored from a backup")
            link = reverse("register:entry", args=[entry])
            _tell(person, subject, body % {"made_at": made_at}, link=link, at=at)


def claimed(people: Iterable[User], *, organisation_id: int, name: str, due_on: date | None, at: datetime) -> None:
    """Tell the administrators of an organisation that somebody asks to be one, and until when they may say no."""
    link = reverse("accounts:organisation", args=[organisation_id])
    for person in people:
        with override(person.language):
            words = {
                "name": name,
                "until": due_on.isoformat() if due_on else _("the office has looked at it"),
            }
            body = _(
                "A member asks to become an administrator of %(name)s, because you could not be reached.\n\n"
                "If that is right, do nothing. If not, say no on the page of the organisation, until %(until)s."
            )
            _tell(person, _("Somebody asks to administer %(name)s") % words, body % words, link=link, at=at)


def _tell(person: User, subject: str, body: str, *, link: str, at: datetime) -> None:
    """Security mail goes out at once, and stands in the inbox."""
    import_string(settings.TELL)(
        person.pk, kind="security", service="accounts", subject=subject, body=body, link=link, at=at
    )

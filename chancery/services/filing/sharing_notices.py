"""What people are told of shares: that a draft or an application is theirs to see from now on, and that it is not.

They name nobody: an inbox keeps what it is told, also when somebody has been erased. Their page says who it is.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from chancery.records.accounts import queries as accounts
from chancery.records.mail import actions as mail
from chancery.records.register import queries as rights
from chancery.services.filing.whole import DRAFT


def shared(matter: str, levels: Mapping[int, str], *, until: date | None, at: datetime) -> None:
    """Tell people at which level it is theirs, and until when. It names the number and nothing of what is in it."""
    for person in accounts.people(levels):
        with override(person.language):
            words = {
                "what": _what(matter),
                "level": _may(levels[person.id]),
                "until": until.isoformat() if until else _("it is ended"),
            }
            subject = _("Shared with you: %(what)s") % words
            body = (
                _("%(what)s is shared with you. You may: %(level)s. Until: %(until)s. Its page says by whom.") % words
            )
            _tell(person.id, matter, subject, body, link=_link(matter), at=at)


def ended(matter: str, people: Iterable[int], *, at: datetime) -> None:
    """Tell people that it is not theirs any more."""
    for person in accounts.people(people):
        with override(person.language):
            words = {"what": _what(matter)}
            subject = _("No longer shared with you: %(what)s") % words
            _tell(person.id, matter, subject, _("%(what)s is no longer shared with you.") % words, at=at)


def _tell(user: int, matter: str, subject: str, body: str, *, at: datetime, link: str = "") -> None:
    about = "" if matter.startswith(DRAFT) else matter
    mail.tell(user, kind="invitation", service="filing", about=about, subject=subject, body=body, link=link, at=at)


def _what(matter: str) -> str:
    if matter.startswith(DRAFT):
        return _("draft %(n)s") % {"n": matter.removeprefix(DRAFT)}
    return matter


def _may(level: str) -> str:
    return {
        "viewer": _("look"),
        "editor": _("look and write"),
        "owner": _("everything: also hand in, withdraw and share"),
    }[level]


def _link(matter: str) -> str:
    if matter.startswith(DRAFT):
        return reverse("filing:draft", args=[matter.removeprefix(DRAFT)])
    return reverse("filing:application", args=[rights.in_address(matter)])

"""What people are told of delegations: that somebody may act for somebody from now on, and that it is over.

They name organisations and no person: an inbox keeps what it is told, also when somebody has been erased. The page that
they lead to says who.
"""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from chancery.core.clock import local_day
from chancery.records.accounts.models import Delegation, Membership, User
from chancery.records.accounts.words import levels, scopes


def given(delegation_id: int, *, at: datetime) -> None:
    """Tell who may act from now on, and those for whom."""
    row = _row(delegation_id)
    for person in (row.holder, *_givers(row)):
        with override(person.language):
            if person == row.holder:
                subject = _("You may act for %(giver)s")
                body = _("You may act for %(giver)s from now on. You may: %(level)s. In: %(scope)s. Until: %(until)s.")
            else:
                subject = _("Somebody may act for %(giver)s") if row.organisation else _("Somebody may act for you")
                body = _(
                    "Somebody to whom it was delegated acts from now on. "
                    "They may: %(level)s. In: %(scope)s. Until: %(until)s.\n\n"
                    "The page says who it is. If that is not right, end it there at once."
                )
            _tell(person, row, subject, body, at=at)


def ended(delegation_id: int, *, by: int | None, at: datetime) -> None:
    """Tell those concerned that it is over; who ended it knows. Without ``by`` its last day is past."""
    row = _row(delegation_id)
    for person in (row.holder, *_givers(row)):
        if person.pk == by:
            continue
        with override(person.language):
            if person == row.holder:
                subject = _("You no longer act for %(giver)s")
            else:
                subject = (
                    _("A delegation of %(giver)s is over") if row.organisation else _("A delegation of yours is over")
                )
            why = _("It was ended today.") if by else _("Its last day is past.")
            _tell(person, row, subject, f"{_('Nobody acts by it any more, in: %(scope)s.')} {why}", at=at)


def end_those_over(*, at: datetime) -> int:
    """End the delegations whose last day is past, and tell of it, once. Returns how many."""
    rows = Delegation.objects.filter(ended_on=None, until__lt=local_day(at))
    for row in rows:
        with transaction.atomic():
            Delegation.objects.filter(pk=row.pk).update(ended_on=local_day(at))
            ended(row.pk, by=None, at=at)
    return len(rows)


def _row(delegation_id: int) -> Delegation:
    return Delegation.objects.select_related("organisation", "giver", "holder").get(pk=delegation_id)


def _givers(row: Delegation) -> Iterable[User]:
    """For whom it is: a person, or the administrators of an organisation. Whoever holds it is told as the holder."""
    if row.giver:
        return [row.giver]
    admins = Membership.objects.filter(organisation=row.organisation, role="admin", ended_on=None)
    return [one.user for one in admins.exclude(user_id=row.holder_id).select_related("user")]


def _words(row: Delegation) -> dict[str, str]:
    return {
        "giver": str(row.organisation or _("somebody else")),
        "level": levels()[row.level],
        "scope": scopes().get(row.scope, row.scope),
        "until": row.until.isoformat() if row.until else _("it is ended"),
    }


def _tell(person: User, row: Delegation, subject: str, body: str, *, at: datetime) -> None:
    import_string(settings.TELL)(
        person.pk,
        kind="invitation",
        service="accounts",
        subject=subject % _words(row),
        body=body % _words(row),
        link=reverse("accounts:organisations"),
        at=at,
    )

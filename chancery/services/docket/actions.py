"""What a person may wish of the docket, and the reminders that follow from it."""

import secrets
from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from chancery.core import clock
from chancery.core.refusal import Refused
from chancery.core.saying import said
from chancery.records.accounts import queries as accounts
from chancery.records.accounts.queries import Person, digest
from chancery.records.mail import actions as mail
from chancery.services.docket import queries
from chancery.services.docket.models import Line, Reminded, Wish


def wish_reminders(*, wanted: bool, days_ahead: Iterable[int], by: int, at: datetime) -> None:
    """Be reminded by e-mail so many days before a time limit ends, or not."""
    days = sorted(set(days_ahead), reverse=True)
    if unknown := [day for day in days if day not in queries.LEADS]:
        raise Refused.because(
            _("%(days)s is not one of the days offered. Choose from the list.") % {"days": unknown[0]},
            field="days_ahead",
        )
    if wanted and not days:
        raise Refused.because(_("Choose at least one day, or switch the reminders off."), field="days_ahead")
    with transaction.atomic():
        Wish.objects.update_or_create(user_id=by, defaults={"reminders": wanted, "days_ahead": days})
        mail.switch("reminder", on=wanted, user=by, how="page of the docket", at=at)


def open_feed(*, by: int, at: datetime) -> str:
    """Make a new secret address for the person's calendar; an earlier one stops working. Returns the secret, once."""
    secret = secrets.token_urlsafe(24)
    Wish.objects.update_or_create(
        user_id=by,
        defaults={"feed": digest(secret), "feed_since": at},
        create_defaults={"feed": digest(secret), "feed_since": at, "days_ahead": [30, 7, 1]},
    )
    return secret


def close_feed(*, by: int, at: datetime) -> None:  # noqa: ARG001 - an act is always at a time
    """The address of the calendar stops working."""
    Wish.objects.filter(user_id=by).update(feed="", feed_since=None)


def forget_person(user_id: int, *, at: datetime) -> None:  # noqa: ARG001
    """Delete what this room holds about a person."""
    Wish.objects.filter(user_id=user_id).delete()
    Reminded.objects.filter(user_id=user_id).delete()


def remind(*, at: datetime) -> int:
    """Send everyone who wishes it one e-mail about the time limits that come close. Returns how many were written.

    Safe to repeat: each limit, day and distance is said once.
    """
    wishes = Wish.objects.filter(reminders=True)
    people = {person.id: person for person in accounts.people(wishes.values_list("user_id", flat=True))}
    return sum(_remind(people[row.user_id], row.days_ahead, at=at) for row in wishes if row.user_id in people)


def _remind(person: Person, days_ahead: list[int], *, at: datetime) -> int:
    on = clock.local_day(at)
    with transaction.atomic():
        lines = queries.coming(person.id, on=on, ahead=max(days_ahead, default=0))
        fresh = [line for line in lines if _note(person.id, line, days_ahead, at=at)]
        if not fresh:
            return 0
        with override(person.language):
            subject, body = _letter(person, fresh)
            docket = reverse("docket:docket")
            return int(
                mail.tell(person.id, kind="reminder", service="docket", subject=subject, body=body, link=docket, at=at)
            )


def _note(user_id: int, line: Line, days_ahead: list[int], *, at: datetime) -> bool:
    """Note that a limit is said now. False where it was said at this distance, or no distance is reached."""
    assert line.due is not None
    left = (line.due - clock.local_day(at)).days
    reached = min((days for days in days_ahead if left <= days), default=None)
    if reached is None:
        return False
    _row, fresh = Reminded.objects.get_or_create(
        user_id=user_id,
        number=line.number,
        key=line.key,
        due=line.due,
        days_ahead=reached,
        defaults={"at": at},
    )
    return fresh


def _letter(person: Person, lines: list[Line]) -> tuple[str, str]:
    """Number, act and day: nothing of what an application says (PCT Art. 30)."""
    count = ngettext("%(n)d time limit ends soon", "%(n)d time limits end soon", len(lines)) % {"n": len(lines)}
    listed = "\n".join(f"{line.due}  {line.number}  {said(line.act)}" for line in lines)
    words = {
        "name": person.name,
        "count": count,
        "lines": listed,
        "settings": settings.SITE_URL + reverse("docket:wishes"),
        "office": settings.OFFICE_NAME,
    }
    subject = _("%(office)s: %(count)s") % words
    body = _(
        "%(name)s,\n\n%(lines)s\n\nYou asked for these reminders. Change or end them here:\n%(settings)s\n\n"
        "The reasoning for each day is in your docket."
    )
    return subject, body % words

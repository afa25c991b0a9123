"""The summary: optional mail that a person wants gathered, once a day or once a week. Safe to repeat."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from chancery.core import clock
from chancery.records.accounts import queries as accounts
from chancery.records.accounts.queries import Person
from chancery.records.mail.models import Item, Rhythm
from chancery.records.mail.telling import send_note

MORNING = time(7)  # by the office's clock
LISTED = 50


def boundary(every: str, at: datetime) -> datetime:
    """The last moment at which a summary was to be made: this or the last morning, or Monday morning."""
    if every == "at once":
        return at
    here = at.astimezone(clock.office_zone())
    morning = datetime.combine(here.date(), MORNING, tzinfo=here.tzinfo)
    if every == "weekly":
        morning = datetime.combine(here.date() - timedelta(days=here.weekday()), MORNING, tzinfo=here.tzinfo)
    if morning > here:
        day = morning.date() - timedelta(days=7 if every == "weekly" else 1)
        morning = datetime.combine(day, MORNING, tzinfo=here.tzinfo)
    return morning


def send_summaries(*, at: datetime) -> int:
    """Write the summaries that are due. Returns how many. A second run at the same time writes none."""
    people = Item.objects.filter(held=True).order_by().values_list("recipient_id", flat=True).distinct()
    return sum(_summarise(user_id, at=at) for user_id in list(people))


def _summarise(user_id: int, *, at: datetime) -> int:
    """Summary and marks are one transaction: what is listed is marked, and what is marked has been listed."""
    with transaction.atomic():
        row = Rhythm.objects.select_for_update().filter(user_id=user_id).first()
        if row is not None and row.last_at >= boundary(row.every, at):
            return 0
        held = list(Item.objects.filter(recipient_id=user_id, held=True))
        Item.objects.filter(pk__in=[one.pk for one in held]).update(held=False)
        Rhythm.objects.filter(user_id=user_id).update(last_at=at)
        unseen = [one for one in held if one.read_at is None and one.archived_at is None]
        person = accounts.person(user_id)
        return int(bool(unseen and person and _write(person, unseen, at=at)))


def _write(person: Person, items: Sequence[Item], *, at: datetime) -> bool:
    with override(person.language):
        count = ngettext("%(n)d message", "%(n)d messages", len(items)) % {"n": len(items)}
        words = {
            "office": settings.OFFICE_NAME,
            "count": count,
            "name": person.name,
            "lines": "\n".join(f"{clock.local_day(one.at)}  {one.subject}" for one in items[:LISTED]),
            "link": settings.SITE_URL + reverse("inbox:index"),
        }
        subject = _("%(office)s: %(count)s in your inbox") % words
        body = (
            _("%(name)s,\n\nsince the last summary:\n\n%(lines)s\n\nRead them here:\n%(link)s\n\n%(office)s\n") % words
        )
        return send_note(person.email, kind="digest", about="digest", subject=subject, body=body, at=at)

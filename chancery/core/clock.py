"""The office clock. Views, API, commands and the followers' runner read it; everyone else is told the time.

A demonstration office may be set forward by its operator, in whole days, so that a publication eighteen months away
can be seen today. Every page then says so.
"""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings

from chancery.core import models


def shift_days() -> int:
    """How many days the demonstration clock is ahead of the true time; 0 in a real office."""
    if not settings.DEMO:
        return 0
    row = models.ClockShift.objects.first()
    return row.days if row else 0


def now(*, ahead: int | None = None) -> datetime:
    """The present instant of the office, aware, in UTC. ``ahead``: the clock's shift, where it has just been read."""
    days = shift_days() if ahead is None else ahead
    return datetime.now(UTC) + timedelta(days=days)  # noqa: TID251 - this is the clock


def office_zone() -> ZoneInfo:
    return ZoneInfo(settings.OFFICE_TIME_ZONE)


def local_day(at: datetime) -> date:
    """The office's calendar day at an instant: time limits and filing dates are local (PCT Rule 80.4)."""
    return at.astimezone(office_zone()).date()


def today() -> date:
    return local_day(now())


def set_forward(days: int) -> None:
    """Move the demonstration clock to ``days`` ahead of the true time. It never goes back."""
    row = models.ClockShift.objects.first() or models.ClockShift()
    if days < row.days:
        raise ValueError("The demonstration clock only goes forward: what has been dated stays dated.")
    row.days = days
    row.save()

"""Acts of the office's own calendar: opening the weeks to come, publishing those that are over. Done by the runner."""

import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from chancery.core import clock
from chancery.services.analytics import book, countries, keys, noise
from chancery.services.analytics.book import Book, Busy, Head, Sheet
from chancery.services.analytics.models import Cell, Release
from chancery.services.analytics.promise import MARKS, MOST_LIVES, MOST_MARKS, ROOM_SCALE, release_scale
from chancery.services.analytics.sender import folder
from chancery.services.analytics.weeks import DAYS, Week

log = logging.getLogger("chancery.analytics")
PATIENCE = timedelta(days=28)  # counters that could not be published for so long are destroyed


def turn(*, at: datetime) -> list[Week]:
    """Publish the weeks that are over, and open this one and the next. Safe to repeat. Returns what was published."""
    if not settings.ANALYTICS:
        return []
    now = Week.of(clock.local_day(at))
    published = [week for week in book.weeks_in(folder()) if week < now and _end(week, at=at)]
    if noise.available():
        for week in (now, now.next):
            open_week(week)
    return published


def open_week(week: Week) -> None:
    """Make the week's counters, each beginning with noise. A week that is open, or was published, stays as it is."""
    if book.path_of(folder(), week).exists() or Release.objects.filter(week=str(week)).exists():
        return
    sheets = keys.sheets(
        week_days=[day.isoformat() for day in week.days], countries=countries.read(settings.ANALYTICS_COUNTRIES).codes
    )
    head = Head(week=str(week), sheets=sheets, rooms=_rooms().values)
    book.make(folder(), head, noise={one.name: _beginning(one) for one in sheets})


def _beginning(sheet: Sheet) -> tuple[int, ...]:
    return noise.laplace([0] * len(sheet.keys), scale=sheet.scale, distance=sheet.bound).values


def _rooms() -> noise.Noised:
    """The limits of the memory, one for each life of each day, and what all lives of one day cost together."""
    return noise.laplace([MOST_MARKS] * (DAYS * MOST_LIVES), scale=ROOM_SCALE, distance=MARKS * MOST_LIVES)


def _end(week: Week, *, at: datetime) -> bool:
    """Publish a week, then destroy its counters. False while the counter still writes, or OpenDP is missing."""
    try:
        open_book = Book(folder(), week)
    except Busy:
        return False
    published = Release.objects.filter(week=str(week)).exists()
    if not published and noise.available():
        _publish(open_book, at=at)
        published = True
    if published or clock.local_day(at) - week.last > PATIENCE:
        open_book.destroy()
    else:
        open_book.close()
        log.warning("week %s is not published: OpenDP is missing (docs/operating/analytics.md)", week)
    return published


def _publish(open_book: Book, *, at: datetime) -> None:
    """One transaction. The week is unique in the store: nobody ever sees two draws of noise over the same counters."""
    lives = max(1, *open_book.lives)
    with transaction.atomic():
        release = Release(
            week=str(open_book.week),
            released_at=at,
            lives=lives,
            days=sum(one > 0 for one in open_book.lives),
            epsilon=_rooms().epsilon,
        )
        cells = []
        for sheet in open_book.head.sheets:
            noised = noised_sheet(sheet, open_book.counters(sheet), lives=lives)
            release.epsilon += noised.epsilon
            cells += [
                Cell(release=release, table=sheet.name, key=key, value=value)
                for key, value in zip(sheet.keys, noised.values, strict=True)
            ]
        release.save()
        Cell.objects.bulk_create(cells, batch_size=500)


def noised_sheet(sheet: Sheet, counters: list[int], *, lives: int) -> noise.Noised:
    """A table as it is published: ``lives`` keys may have counted a visitor-day so many times over."""
    return noise.laplace(counters, scale=release_scale(sheet.table, lives), distance=sheet.bound * lives)

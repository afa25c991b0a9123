"""The bulletins of marks, designs and indications: what of the register has been published, by system and week.

The rows are written with the events themselves (`actions.publish_registration`), so that a bulletin says what the
ledger says from the same moment on, and no follower has to come along first.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Max

from chancery.records.register.models import Disclosure, Printing
from chancery.records.register.registration import NUMBERS
from chancery.treaties.registrations import SYSTEMS

WEEK = timedelta(days=7)
_DIGITS = re.compile(r"(?:DM/?|AO|IR)?(0*\d{1,9})([A-Z]{0,2})")


@dataclass(frozen=True)
class Appeared:
    """One appearance: ``what`` is "registration", or the key of an act. ``entry`` is the ledger's, of the event."""

    entry: int
    system: str
    number: str
    registration_number: str
    what: str
    on: date
    issue: str


@dataclass(frozen=True)
class BulletinIssue:
    """A week in which a bulletin appeared; ``on`` is the last day of that week on which something was published."""

    year: int
    week: int
    on: date
    count: int


def printed(system: str, *, year: int, week: int) -> list[Appeared]:
    """What the bulletin of a system published in a week (ISO 8601), in the order of the ledger. Nothing for a week
    that there was not.
    """
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return []
    rows = Printing.objects.filter(system=system, published_on__gte=monday, published_on__lt=monday + WEEK)
    return _appeared(rows)


def printed_of(number: str) -> list[Appeared]:
    """Every appearance of one registration file."""
    return _appeared(Printing.objects.filter(number=number))


def printed_last(system: str = "", *, limit: int = 60) -> list[Appeared]:
    """The newest appearances, of one system or of all."""
    rows = Printing.objects.filter(system=system) if system else Printing.objects.all()
    return _appeared(rows.order_by("-entry")[:limit])


def bulletin_issues(system: str) -> list[BulletinIssue]:
    """The weeks in which the bulletin of a system appeared, newest first."""
    days = Printing.objects.filter(system=system).order_by().values("published_on").annotate(count=Count("entry"))
    weeks: dict[tuple[int, int], tuple[date, int]] = {}
    for row in days:
        year, week, _weekday = row["published_on"].isocalendar()
        latest, count = weeks.get((year, week), (row["published_on"], 0))
        weeks[year, week] = (max(latest, row["published_on"]), count + row["count"])
    return [BulletinIssue(*week, *weeks[week]) for week in sorted(weeks, reverse=True)]


def latest_bulletins() -> dict[str, date]:
    """The day on which the bulletin of each system appeared last; systems that have none yet are left out."""
    rows = Printing.objects.order_by().values("system").annotate(on=Max("published_on"))
    found = {row["system"]: row["on"] for row in rows}
    return {key: found[key] for key in SYSTEMS if key in found}


def by_registration_number(system: str, text: str) -> str | None:
    """The file of a published registration by its number, however it is written ("1 234 567", "DM/231456", "AO 12")."""
    found = _DIGITS.fullmatch(re.sub(r"[\s.\u00a0\u202f_-]", "", text.upper()))
    if found is None or system not in SYSTEMS:
        return None
    return _published_as(NUMBERS[system].format(given=int(found[1])) + found[2])


def _published_as(registration_number: str) -> str | None:
    found = Disclosure.objects.filter(publication_number=registration_number).exclude(number__startswith="PCT/")
    return found.values_list("number", flat=True).first()


def _appeared(rows: Iterable[Printing]) -> list[Appeared]:
    return [
        Appeared(row.entry, row.system, row.number, row.registration_number, row.what, row.published_on, row.issue)
        for row in rows
    ]

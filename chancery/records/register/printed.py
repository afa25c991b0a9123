"""The bulletins of marks, designs and indications: what of the register has been published, by system and week.

The rows are written with the events themselves (`actions.publish_registration`), so that a bulletin says what the
ledger says from the same moment on, and no follower has to come along first.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max

from chancery.core import ledger
from chancery.core.ledger import Entry
from chancery.records.register.models import Disclosure, Printing, Share
from chancery.records.register.registration import NUMBERS
from chancery.treaties.registrations import SYSTEMS

_WEEK = re.compile(r"(\d{4})/(\d{2})$")
_DIGITS = re.compile(r"(?:DM/?|AO|IR)?(0*\d{1,9})([A-Z]{0,2})")


def issue_name(system: str, year: int, week: int) -> str:
    """``MADRID 2026/48``: what an issue of a bulletin is called. The gazette of patents has year and week alone."""
    return f"{system.upper()} {year:04d}/{week:02d}"


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

    @property
    def week(self) -> tuple[int, int]:
        """Year and week of its issue, as its name says them; an issue may appear later than in its week."""
        return _week(self.issue, self.on)


@dataclass(frozen=True)
class BulletinIssue:
    """An issue of a bulletin; ``on`` is the day on which it appeared."""

    name: str
    year: int
    week: int
    on: date
    count: int


def printed(system: str, *, year: int, week: int) -> list[Appeared]:
    """What an issue of the bulletin of a system published, in the order of the ledger; nothing where there was none."""
    return _appeared(Printing.objects.filter(system=system, issue=issue_name(system, year, week)))


def printed_of(number: str) -> list[Appeared]:
    """Every appearance of one registration file."""
    return _appeared(Printing.objects.filter(number=number))


def printed_last(system: str = "", *, limit: int = 60) -> list[Appeared]:
    """The newest appearances, of one system or of all."""
    rows = Printing.objects.filter(system=system) if system else Printing.objects.all()
    return _appeared(rows.order_by("-entry")[:limit])


def published_together(entry: Entry, user_id: int) -> list[Entry]:
    """What one act published in an issue for one person: this entry and the others of it, in files shared with them."""
    mine = Share.objects.filter(user=user_id, until=None).values("number")
    rows = Printing.objects.filter(issue=(entry.body or {}).get("issue", ""), number__in=mine)
    found = (ledger.entry(number) for number in rows.values_list("entry", flat=True))
    return [one for one in found if one is not None and one.at == entry.at and not one.erased]


def bulletin_issues(system: str) -> list[BulletinIssue]:
    """The issues of the bulletin of a system, newest first."""
    rows = Printing.objects.filter(system=system).order_by().values("issue")
    counted = rows.annotate(on=Max("published_on"), count=Count("entry"))
    found = [BulletinIssue(row["issue"], *_week(row["issue"], row["on"]), row["on"], row["count"]) for row in counted]
    return sorted(found, key=lambda one: (one.year, one.week), reverse=True)


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


def _week(issue: str, on: date) -> tuple[int, int]:
    found = _WEEK.search(issue)
    year, week, _weekday = on.isocalendar()
    return (int(found[1]), int(found[2])) if found else (year, week)

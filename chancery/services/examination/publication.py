"""The weekly issue: on which day it appears, what may stand in it, and what may not yet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from chancery.records.register.queries import Right
from chancery.services.examination.decisions import Against
from chancery.treaties import pct
from chancery.treaties.kernel import Finding, NotDeterminable, Step, of_office
from chancery.treaties.pct.publication import THURSDAY, WEEK, issue_day

KIND_CODE = "A2"
"""Publication without the international search report: the register has no search reports, so it is never A1."""

WEEKLY = "PCT AI 406"


@dataclass(frozen=True)
class Issue:
    """An issue that has appeared: its name, its day, and the publication numbers given in it."""

    name: str
    on: date
    publications: tuple[str, ...]


@dataclass(frozen=True)
class IssueDay:
    """The day of an issue, and why it is not a Thursday where it is none."""

    on: date
    steps: tuple[Step, ...] = ()

    @property
    def name(self) -> str:
        return name(self.on)


def name(on: date) -> str:
    """``2028/21``: year and week of the issue (ISO 8601)."""
    year, week, _weekday = on.isocalendar()
    return f"{year}/{week:02d}"


def next_issue(on: date) -> IssueDay:
    """The first issue that appears on that day or later."""
    thursday = on + timedelta(days=THURSDAY - on.weekday())
    for _week in range(3):
        issue = _issue_of(thursday)
        if issue.on >= on:
            return issue
        thursday += WEEK
    raise ValueError(f"No issue within three weeks of {on}: the calendar data is wrong.")


def _issue_of(thursday: date) -> IssueDay:
    return IssueDay(*issue_day(thursday, of_office("IB")))


def against_issue(on: date, *, today: date) -> Against:
    """An issue appears once a week on its own day: publication opens the files at once, so it is never ahead of it."""
    expected = next_issue(today).on
    if on == today == expected:
        return ()
    if on != expected:
        message = _("There is no issue of %(day)s to be published. The next one appears on %(next)s.") % {
            "day": on,
            "next": expected,
        }
    else:
        message = _("The issue of %(day)s is published on that day; today is %(today)s.") % {"day": on, "today": today}
    return (Finding(cites=WEEKLY, message=message, field="on", severity="prevents"),)


def against_publishing(numbers: Sequence[str], found: Mapping[str, Right], *, on: date) -> Against:
    """What stands against publishing these applications on a day; nothing when all of them may be published."""
    if not numbers:
        message = _("Choose at least one application: an empty issue says nothing.")
        return (Finding(cites="", message=message, field="numbers", severity="prevents"),)
    return tuple(refusal for number in numbers for refusal in against_one(number, found.get(number), on=on))


def against_one(number: str, right: Right | None, *, on: date) -> Against:
    """What stands against publishing one application on a day."""
    if right is None:
        return _no(_("%(number)s is not in the register.") % {"number": number}, "")
    if right.publication:
        return _no(
            _("%(number)s was published on %(day)s as %(publication)s.")
            % {"number": number, "day": right.publication.on, "publication": right.publication.number},
            "PCT Art. 21",
        )
    if right.not_an_application:
        return _no(
            _("%(number)s was found not to be an international application.") % {"number": number},
            "PCT Art. 11(2); PCT Rule 20.4",
        )
    if right.filing_date is None:
        return _no(_("%(number)s has no international filing date yet.") % {"number": number}, "PCT Art. 11(1)")
    if right.erased:
        return _no(
            _("Part of the file of %(number)s has been erased: there is nothing whole to publish.")
            % {"number": number},
            "",
        )
    return _against_the_day(number, right, on)


def _against_the_day(number: str, right: Right, on: date) -> Against:
    law = pct.publication(right.record, calendars=of_office)
    if isinstance(law.not_before, NotDeterminable):
        return _no(
            _("%(number)s: the day of publication is %(day)s.") % {"number": number, "day": law.not_before}, law.cites
        )
    if on < law.not_before:
        return _no(
            _("%(number)s may be published from %(day)s, not before.") % {"number": number, "day": law.not_before},
            law.cites,
        )
    return ()


def _no(message: str, cites: str) -> Against:
    return (Finding(cites=cites, message=message, field="numbers", severity="prevents"),)

"""The weekly bulletins of the three systems: on which day an issue appears, and what it is called.

The Madrid Gazette appears on Thursdays, the Hague Bulletin on Fridays. The Lisbon Regulations give no day; here its
bulletin has a weekly issue as well, on Thursdays, so that every system is read in the same way.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.treaties.kernel import Finding, Step, of_office

WEEK = timedelta(days=7)
LONGEST_CLOSURE = 5  # weeks; more would be a fault in the calendar


@dataclass(frozen=True, kw_only=True)
class Bulletin:
    """The bulletin of a system: what it is called, its weekday (Monday is 0), and the provision."""

    system: str
    name: str | Promise
    weekday: int
    cites: str


BULLETINS = {
    one.system: one
    for one in (
        Bulletin(system="madrid", name=gettext_lazy("Gazette of marks"), weekday=3, cites="Madrid Rule 32(1)"),
        Bulletin(system="hague", name=gettext_lazy("Designs bulletin"), weekday=4, cites="Hague Rule 26(1)"),
        Bulletin(system="lisbon", name=gettext_lazy("Bulletin of appellations"), weekday=3, cites="Lisbon Rule 19"),
    )
}


@dataclass(frozen=True)
class IssueDay:
    """The day of an issue, and why it is another one than the ``usual`` day of its week."""

    system: str
    usual: date
    on: date
    steps: tuple[Step, ...] = ()

    @property
    def name(self) -> str:
        """``MADRID 2026/48``: system, year and week of its usual day (ISO 8601). PCT's gazette has those two alone."""
        year, week, _weekday = self.usual.isocalendar()
        return f"{self.system.upper()} {year}/{week:02d}"


def next_issue(system: str, on: date) -> IssueDay:
    """The first issue that appears on that day or later: where the day is closed, on the first open day after it."""
    usual = on + timedelta(days=BULLETINS[system].weekday - on.weekday()) - WEEK
    for _week in range(LONGEST_CLOSURE):
        day, steps, _sure = replace(of_office("IB"), cites=BULLETINS[system].cites).moved(usual)
        if day >= on:
            return IssueDay(system, usual, day, steps)
        usual += WEEK
    raise ValueError(f"No issue within {LONGEST_CLOSURE} weeks of {on}: the calendar data is wrong.")


def against_issue(system: str, on: date, *, today: date) -> tuple[Finding, ...]:
    """An issue appears on its own day: publication opens the files at once, so it is never ahead of it."""
    expected = next_issue(system, today).on
    if on == today == expected:
        return ()
    said = {"day": on, "next": expected, "today": today}
    if on == expected:
        message = _("The issue of %(day)s is published on that day; today is %(today)s.") % said
    else:
        message = _("There is no issue of %(day)s to be published. The next one appears on %(next)s.") % said
    return (Finding(cites=BULLETINS[system].cites, message=message, field="on", severity="prevents"),)

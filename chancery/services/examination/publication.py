"""The weekly issue: on which day it appears, what may stand in it, and what may not yet."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.utils.translation import gettext as _

from chancery.core.ledger import Entry
from chancery.records.register.events import ApplicationPublished, RectificationDecided, RequestChanged
from chancery.records.register.queries import Right
from chancery.services.examination.decisions import Against
from chancery.treaties import pct
from chancery.treaties.kernel import Finding, NotDeterminable, Step, of_office
from chancery.treaties.pct.publication import THURSDAY, WEEK, issue_day

WEEKLY = "PCT AI 406"
PREPARATIONS = timedelta(days=15)
"""How long before an issue its technical preparations are completed (RO Guidelines 337)."""

SPECIAL_FEE = "early_publication"


@dataclass(frozen=True)
class Issue:
    """An issue that has appeared: its name, its day, the publication numbers given in it, what was published again."""

    name: str
    on: date
    publications: tuple[str, ...]
    again: tuple[str, ...] = ()


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


def prepared_from(on: date) -> date:
    """The first day on which the preparations for an issue are completed."""
    return on - PREPARATIONS


def issues_to_prepare(today: date) -> list[IssueDay]:
    """The issues whose preparations can be completed today, the next one first."""
    found, day = [], today
    while prepared_from(day) <= today:
        issue = next_issue(day)
        if prepared_from(issue.on) <= today:
            found.append(issue)
        day = issue.on + timedelta(days=1)
    return found


def against_preparing(on: date, *, today: date) -> Against:
    """Preparations are completed for an issue that comes, at the earliest fifteen days before it."""
    if next_issue(on).on != on or on < today:
        message = _("There is no issue of %(day)s to come.") % {"day": on}
    elif today < prepared_from(on):
        message = _("The preparations for %(day)s are completed from %(from)s on, fifteen days before it.") % {
            "day": on,
            "from": prepared_from(on),
        }
    else:
        return ()
    return (Finding(cites="PCT RO Guidelines 337", message=message, field="on", severity="prevents"),)


# What is published, and as what


def kind_code(right: Right) -> str:
    """``A1`` with the international search report, ``A2`` without it, or with the declaration in its place."""
    return "A1" if right.search and not right.search.declined else "A2"


def kind_code_again(right: Right, entries: Iterable[Entry]) -> str:
    """As what a published application is to be published again; "" where there is no reason.

    ``A3`` for a report that came later, ``A4`` for claims amended under Article 19 that missed the publication, ``A9``
    for a rectified document, ``A8`` for corrected bibliographic data.
    """
    if right.publication is None or right.withdrawn_on:
        return ""
    had = {one.kind_code for one in right.publications}
    if "A1" not in had and "A3" not in had and kind_code(right) == "A1":
        return "A3"
    closed = right.prepared_on or right.publication.on
    if "A4" not in had and any(one.article == "19" and one.received_on > closed for one in right.amendments):
        return "A4"
    return _corrected(entries)


def _corrected(entries: Iterable[Entry]) -> str:
    """What has been corrected since the last publication."""
    since: list[Entry] = []
    for entry in entries:
        since = [] if entry.kind == ApplicationPublished.kind() else [*since, entry]
    rectified = [one.body or {} for one in since if one.kind == RectificationDecided.kind()]
    authorized = [body for body in rectified if body.get("authorized")]
    if any(body.get("documents") or not body.get("application") for body in authorized):
        return "A9"
    return "A8" if authorized or any(one.kind == RequestChanged.kind() for one in since) else ""


def stopped_on(right: Right) -> date | None:
    """The day on which the application ended, where that prevents publication (Rules 29.1, 90bis.1(c)).

    It does when it came by the day on which the technical preparations were completed.
    """
    ended = right.withdrawn_on or (right.decided_on if right.ended else None)
    return ended if ended and ended <= (right.prepared_on or date.max) else None


def against_empty(numbers: Sequence[str]) -> Against:
    if numbers:
        return ()
    message = _("Choose at least one application: an empty issue says nothing.")
    return (Finding(cites="", message=message, field="numbers", severity="prevents"),)


def against_publishing(numbers: Sequence[str], found: Mapping[str, Right], *, on: date) -> Against:
    """What stands against publishing these applications on a day; nothing when all of them may be published."""
    return tuple(refusal for number in numbers for refusal in against_one(number, found.get(number), on=on))


def against_one(number: str, right: Right | None, *, on: date) -> Against:
    """What stands against publishing one application on a day."""
    if right is None:
        return _no(_("%(number)s is not in the register.") % {"number": number}, "")
    if refusals := _against_its_state(number, right):
        return refusals
    if right.filing_date is None:
        return _no(_("%(number)s has no international filing date yet.") % {"number": number}, "PCT Art. 11(1)")
    if right.erased:
        return _no(
            _("Part of the file of %(number)s has been erased: there is nothing whole to publish.")
            % {"number": number},
            "",
        )
    return _against_the_day(number, right, on)


def _against_its_state(number: str, right: Right) -> Against:
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
    if ended := stopped_on(right):
        return _no(
            _("%(number)s ended on %(day)s, before the preparations were completed. It is not published.")
            % {"number": number, "day": ended},
            "PCT Rule 90bis.1(c)" if right.withdrawn_on else "PCT Rule 29.1",
        )
    return ()


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
    return _against_early(number, right, on)


def _against_early(number: str, right: Right, on: date) -> Against:
    """Early publication without the search report costs a special fee (Rule 48.4(a))."""
    if right.early_publication_on is None or right.search:
        return ()
    usual = pct.publication(replace(right.record, early_publication_requested=None), calendars=of_office).not_before
    paid = any(one.line == SPECIAL_FEE for one in right.payments)
    if paid or not isinstance(usual, date) or usual <= on:
        return ()
    return _no(
        _("%(number)s is asked for early, without a search report; the special publication fee has not been paid.")
        % {"number": number},
        "PCT Rule 48.4(a)",
    )


def against_again(number: str, right: Right | None, entries: Iterable[Entry]) -> Against:
    """What stands against publishing an application again."""
    if right is not None and kind_code_again(right, entries):
        return ()
    return _no(_("There is no reason to publish %(number)s again.") % {"number": number}, "PCT Rule 48.2")


def _no(message: str, cites: str) -> Against:
    return (Finding(cites=cites, message=message, field="numbers", severity="prevents"),)

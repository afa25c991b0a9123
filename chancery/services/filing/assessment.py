"""What the law says of a draft today: findings, fees, and the time limits that would run if it were handed in now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext

from chancery.services.filing import books, content, whole
from chancery.services.filing.book import Book
from chancery.services.filing.books.pct import PCT
from chancery.services.filing.models import Draft
from chancery.services.filing.paths import at
from chancery.services.filing.shapes import Box, Text
from chancery.treaties import pct
from chancery.treaties.kernel import FeeSheet, Finding, TimeLimit
from chancery.treaties.kernel.plain import from_plain


@dataclass(frozen=True)
class Dated:
    """A time limit as a line of the page; ``label`` is its short name."""

    label: str | Promise
    limit: TimeLimit

    @property
    def due(self) -> date | None:
        return self.limit.due if isinstance(self.limit.due, date) else None


@dataclass(frozen=True)
class Assessment:
    book: Book
    application: Any
    on: date
    findings: tuple[Finding, ...]
    fees: FeeSheet
    limits: tuple[TimeLimit, ...]
    signatures: tuple[pct.Signature, ...]

    @cached_property
    def by_box(self) -> dict[str, list[Finding]]:
        return content.findings_by_box(self.book, self.findings)

    @cached_property
    def by_field(self) -> dict[str, list[Finding]]:
        found: dict[str, list[Finding]] = {}
        for finding in self.findings:
            found.setdefault(finding.field, []).append(finding)
        return found

    @property
    def preventing(self) -> tuple[Finding, ...]:
        return tuple(one for one in self.findings if one.severity == "prevents")

    @property
    def unread(self) -> tuple[Finding, ...]:
        """What was typed and could not be read; the law has not looked at it yet."""
        return tuple(one for one in self.preventing if not one.cites)

    @property
    def no_date(self) -> tuple[Finding, ...]:
        """What prevents filing by law: of a patent application its filing date (PCT Art. 11(1))."""
        return tuple(one for one in self.preventing if one.cites)

    @property
    def serious(self) -> str:
        """How many findings prevent handing in, in the words of the treaty."""
        return str(self.book.words.serious % {"n": len(self.no_date)})

    @property
    def to_correct(self) -> tuple[Finding, ...]:
        return tuple(one for one in self.findings if one.severity == "raised")

    @property
    def hints(self) -> tuple[Finding, ...]:
        return tuple(one for one in self.findings if one.severity == "hint")

    @property
    def priority_end(self) -> TimeLimit | None:
        """Until when filing keeps the priority that is claimed; None where none is claimed, or no date is known."""
        found = next((one for one in self.limits if one.key == "priority_period"), None)
        return found if found and isinstance(found.due, date) else None

    @property
    def next_limits(self) -> list[Dated]:
        return by_short_name(self.limits, self.book.next_limits)


def assess(row: Draft, *, on: date) -> Assessment:
    """Everything that is said of a draft, as if it were handed in on this day."""
    book, application = books.of(row), whole.application_of(row)
    said = book.assess(application, on)
    findings = (*content.unread_findings(book, row.unread), *said.findings)
    signatures = tuple(from_plain(pct.Signature, one) for one in row.signed)
    return Assessment(book, application, on, findings, said.fees, said.limits, signatures)


def by_short_name(limits: Iterable[TimeLimit], names: Mapping[str, Text] = PCT.next_limits) -> list[Dated]:
    """The few that matter to every applicant, in the order of their days."""
    named = [Dated(names[limit.key], limit) for limit in limits if limit.key in names]
    return sorted(named, key=lambda one: (one.due is None, one.due or date.max))


def still_running(limits: Iterable[TimeLimit], *, on: date) -> list[Dated]:
    """The same for an application that has been filed: what is over, or was done by filing, is not said again."""
    named = by_short_name(limit for limit in limits if limit.key != "priority_period")
    return [one for one in named if one.due is None or one.due >= on]


def next_act(limits: Iterable[TimeLimit], *, on: date, names: Mapping[str, Text] = PCT.next_limits) -> Dated | None:
    """The next thing the applicant has to do in time; None where nothing is left."""
    coming = (one for one in by_short_name(limits, names) if one.due and one.due >= on)
    return next((one for one in coming if one.limit.actor == "applicant"), None)


@dataclass(frozen=True)
class Step:
    """A box in the list of steps: its state is a tone and words."""

    box: Box
    tone: str
    words: str


def steps(assessment: Assessment) -> list[Step]:
    return [_step(box, assessment) for box in assessment.book.boxes]


def _step(box: Box, assessment: Assessment) -> Step:
    found = assessment.by_box.get(box.slug, [])
    serious = [one for one in found if one.severity != "hint"]
    prevents = any(one.severity == "prevents" for one in found)
    begun = is_begun(assessment.book, box, assessment.application.to_dict())
    tone = "bad" if prevents else "warn" if serious else "good" if begun else "idle"
    return Step(box, tone, _in_words(len(serious), prevents=prevents, begun=begun))


def _in_words(serious: int, *, prevents: bool, begun: bool) -> str:
    """What the list of steps says of a box. Where nothing stands yet, nothing is wrong yet either."""
    if serious and begun:
        return ngettext("%(n)d finding", "%(n)d findings", serious) % {"n": serious}
    if serious:
        return gettext("Needed") if prevents else gettext("To fill in")
    return gettext("In order") if begun else gettext("Empty")


def is_begun(book: Book, box: Box, data: Mapping[str, Any]) -> bool:
    """Whether anything stands in a box."""
    group = box.group
    if group:
        items = (at(data, group.name) or [])[group.first : group.last + 1]
        if any(item != book.empty(group.name) for item in items):
            return True
    listed = {group.name} if group else set()
    owned = (name for name in box.owns if name not in listed and not name.endswith(".") and not name[-1].isdigit())
    return any(at(data, name) and at(data, name) != at(book.blank, name) for name in owned)

"""What the desk notes of a right: where it stands, what it waits for, and until when."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from chancery.core.ledger import Entry
from chancery.records.register.queries import Right
from chancery.services.examination import formalities, publication, submissions
from chancery.services.examination.formalities import ARTICLE_11
from chancery.treaties import pct
from chancery.treaties.kernel import Finding, TimeLimit, of_office

PENDING = frozenset({"received", "invited", "accorded"})
"""The receiving Office's part goes on until publication, or until the application ends."""


@dataclass(frozen=True, order=True)
class Duty:
    """The next thing that must happen: until when, what (a key of `words.DUTIES`), under which provision."""

    on: date
    what: str
    cites: str


def row(right: Right, entries: tuple[Entry, ...]) -> dict[str, Any]:
    """The columns of `models.Case`, save the number."""
    note = _Note(right, entries)
    duty = min(note.duties(), default=None)
    first = next(iter(right.application.applicants), None)
    return {
        "treaty": "pct",
        "title": right.application.title,
        "applicant": first.name if first else "",
        "status": right.status,
        "version": right.version,
        "received_on": right.received_on,
        "filing_date": right.filing_date,
        "barred": note.barred,
        "not_invited": note.not_invited,
        "invitation_due": note.invitation_due,
        "answered_on": note.answered_on,
        "fees_open": note.fees_open,
        "publish_from": note.publish_from,
        "publish_expected": note.publish_expected,
        "publication_number": right.publication.number if right.publication else "",
        "prepared_on": right.prepared_on,
        "kind_code": "" if right.publication else publication.kind_code(right),
        **note.later,
        "due_on": duty.on if duty else None,
        "due_for": duty.what if duty else "",
        "due_cites": duty.cites if duty else "",
    }


def appearance(entry: Entry, right: Right) -> dict[str, Any]:
    """The columns of `models.Appearance` for an entry of publication, save its number."""
    body = entry.body or {}
    first = next(iter(right.application.applicants), None)
    return {
        "number": entry.stream,
        "publication_number": body["publication_number"],
        "kind_code": body["kind_code"],
        "published_on": date.fromisoformat(body["published_on"]),
        "issue": body["issue"],
        "title": right.application.title,
        "applicant": first.name if first else "",
        "symbols": ", ".join(right.search.classifications if right.search else ())[:400],
    }


class _Note:
    """The parts of a row, each from the right and what stands against it."""

    def __init__(self, right: Right, entries: tuple[Entry, ...]) -> None:
        self.right = right
        self.entries = entries
        self.pending = right.status in PENDING
        standing = formalities.findings(right) if self.pending else ()
        self.barred = any(formalities.bars_the_filing_date(one) for one in standing)
        self.not_invited = len(formalities.to_be_invited(right, standing))
        self.waiting = () if right.ended else formalities.waiting(right)
        self.invitation_due = min((one.due for one in self.waiting), default=None)
        self.answered_on = _answered_on(right, standing) if self.pending else None
        self.fees_open = self.pending and formalities.unpaid(right)
        self.publish_from, self.publish_expected = _publication_days(right)

    @cached_property
    def limits(self) -> dict[str, TimeLimit]:
        found = pct.time_limits(self.right.record, calendars=of_office)
        return {one.key: one for one in reversed(found)}

    def due(self, key: str) -> date | None:
        found = self.limits.get(key)
        return found.due if found and isinstance(found.due, date) else None

    @cached_property
    def later(self) -> dict[str, Any]:
        """What search, examination and the Bureau have still to do; nothing where the application has ended."""
        right = self.right
        if right.ended:
            return {"again": "", "copies_open": False, "search_due": None, "papers": self.papers} | _NO_REPORTS
        searching = right.copy_received("search") is not None and right.search is None
        copies = (right.copy_received("record"), right.copy_received("search"))
        return {
            "again": publication.kind_code_again(right, self.entries),
            "copies_open": right.filing_date is not None and None in copies,
            "search_due": self.due("isr") if searching else None,
            "papers": self.papers,
            "demanded_on": right.demand.received_on if right.demand and self._is_in_chapter_ii else None,
            "report_from": self.due("iprp1") if self._gets_a_report_of_chapter_i else None,
        }

    @cached_property
    def papers(self) -> int:
        undecided = sum(one.admitted is None for one in self.right.observations)
        return undecided + submissions.count_unseen(self.entries)

    @property
    def _is_in_chapter_ii(self) -> bool:
        demand = self.right.demand
        return demand is not None and demand.stands and not self.right.reports

    @property
    def _gets_a_report_of_chapter_i(self) -> bool:
        return self.right.search is not None and not self._is_in_chapter_ii and not self.right.reports

    def duties(self) -> Iterator[Duty]:
        if self.right.ended or self.right.received_on is None:
            return
        if self._is_to_be_examined:
            yield Duty(formalities.examine_by(self.right.received_on), "examine", "PCT Rule 26.1")
        if self.invitation_due:
            yield Duty(self.invitation_due, "answer", self._answer_cites(self.invitation_due))
        limit = formalities.fee_limit(self.right) if self.fees_open else None
        if limit and isinstance(limit.due, date):
            yield Duty(limit.due, "fees", limit.cites)
        if self.publish_expected:
            yield Duty(self.publish_expected, "publish", "PCT Art. 21(2)(a)")
        yield from self._later_duties()

    def _later_duties(self) -> Iterator[Duty]:
        if self.later["search_due"]:
            yield Duty(self.later["search_due"], "search", "PCT Rule 42.1")
        report_due = self.due("iper") if self.later["demanded_on"] else None
        if report_due:
            yield Duty(report_due, "chapter ii", "PCT Rule 69.2")
        if self.later["report_from"]:
            yield Duty(self.later["report_from"], "chapter i", "PCT Rule 44bis.1")

    @property
    def _is_to_be_examined(self) -> bool:
        to_accord = self.right.filing_date is None and not self.barred
        return self.pending and self.answered_on is None and (to_accord or self.not_invited > 0)

    def _answer_cites(self, due: date) -> str:
        form = next(one.form for one in self.waiting if one.due == due)
        return "PCT Rule 20.7(a)(i)" if form == ARTICLE_11 else "PCT Rule 26.2"


_NO_REPORTS = {"demanded_on": None, "report_from": None}


def _answered_on(right: Right, standing: Sequence[Finding]) -> date | None:
    """The day of the latest answer that the office has still to deal with.

    Before there is a filing date, every answer is a reason to decide; afterwards only one that left something open.
    """
    waiting = {one.form for one in right.open_invitations}
    answered = [one for one in right.invitations if one.answered_on and one.form not in waiting]
    if right.filing_date:
        still = {(one.cites, one.field) for one in standing}
        answered = [one for one in answered if formalities.named_in([one]) & still]
    return max((one.answered_on for one in answered if one.answered_on), default=None)


def _publication_days(right: Right) -> tuple[date | None, date | None]:
    """When it may be, and is expected to be, published; nothing for what is published or prevented from it."""
    if right.filing_date is None or right.publication or publication.stopped_on(right):
        return None, None
    found = pct.publication(right.record, calendars=of_office)
    return (
        found.not_before if isinstance(found.not_before, date) else None,
        found.expected if isinstance(found.expected, date) else None,
    )

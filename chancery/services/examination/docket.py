"""What the desk notes of a right: where it stands, what it waits for, and until when."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from chancery.records.register.queries import Right
from chancery.services.examination import formalities
from chancery.services.examination.formalities import ARTICLE_11
from chancery.treaties import pct
from chancery.treaties.kernel import Finding, of_office

PENDING = frozenset({"received", "invited", "accorded"})


@dataclass(frozen=True, order=True)
class Duty:
    """The next thing that must happen: until when, what (a key of `words.DUTIES`), under which provision."""

    on: date
    what: str
    cites: str


def row(right: Right) -> dict[str, Any]:
    """The columns of `models.Case`, save the number."""
    standing = formalities.findings(right) if right.status in PENDING else ()
    note = _Note(right, standing)
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
        "due_on": duty.on if duty else None,
        "due_for": duty.what if duty else "",
        "due_cites": duty.cites if duty else "",
    }


class _Note:
    """The parts of a row, each from the right and what stands against it."""

    def __init__(self, right: Right, standing: Sequence[Finding]) -> None:
        self.right = right
        pending = right.status in PENDING
        self.barred = any(formalities.bars_the_filing_date(one) for one in standing)
        self.not_invited = len(formalities.to_be_invited(right, standing))
        self.invitation_due = min((one.due for one in right.open_invitations), default=None) if pending else None
        self.answered_on = _answered_on(right, standing) if pending else None
        self.fees_open = pending and formalities.unpaid(right)
        self.publish_from, self.publish_expected = _publication_days(right) if pending else (None, None)

    def duties(self) -> Iterator[Duty]:
        if self.right.status not in PENDING or self.right.received_on is None:
            return
        if self._is_to_be_examined:
            yield Duty(formalities.examine_by(self.right.received_on), "examine", "PCT Rule 26.1")
        if self.invitation_due:
            yield Duty(self.invitation_due, "answer", _answer_cites(self.right, self.invitation_due))
        limit = formalities.fee_limit(self.right) if self.fees_open else None
        if limit and isinstance(limit.due, date):
            yield Duty(limit.due, "fees", limit.cites)
        if self.publish_expected:
            yield Duty(self.publish_expected, "publish", "PCT Art. 21(2)(a)")

    @property
    def _is_to_be_examined(self) -> bool:
        to_accord = self.right.filing_date is None and not self.barred
        return self.answered_on is None and (to_accord or self.not_invited > 0)


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


def _answer_cites(right: Right, due: date) -> str:
    form = next(one.form for one in right.open_invitations if one.due == due)
    return "PCT Rule 20.7(a)(i)" if form == ARTICLE_11 else "PCT Rule 26.2"


def _publication_days(right: Right) -> tuple[date | None, date | None]:
    if right.filing_date is None:
        return None, None
    found = pct.publication(right.record, calendars=of_office)
    return (
        found.not_before if isinstance(found.not_before, date) else None,
        found.expected if isinstance(found.expected, date) else None,
    )

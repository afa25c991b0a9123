"""Which fees come back: Rules 15.4, 16.2, 45bis.2(d), 45bis.3(d), 57.4 and 58.3. What comes back is what was paid."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from chancery.treaties.kernel.step import Step
from chancery.treaties.pct.record import Record

Answer = Literal["due", "not due", "possible", "unknown"]
"""``possible``: nothing has happened yet, and it would be refunded if it did. ``unknown``: a date is missing."""


@dataclass(frozen=True, kw_only=True)
class Course:
    """What refunds turn on, and a record does not hold: when papers were sent, and what became of a request.

    ``demand_void`` is a demand considered not to have been made, ``sis_void`` the same of a request for supplementary
    search. ``national_security`` says that the application is not treated as such for that reason. ``complete``: each
    paper that was sent is known, so that one of which nothing is known was not sent.
    """

    record_copy_sent: date | None = None
    search_copy_sent: date | None = None
    demand_sent: date | None = None
    demand_withdrawn_on: date | None = None
    demand_void: bool = False
    sis_papers_sent: date | None = None
    sis_withdrawn_on: date | None = None
    sis_void: bool = False
    national_security: bool = False
    complete: bool = False


@dataclass(frozen=True, kw_only=True)
class Refund:
    """Whether a fee comes back, from whom, and how much of it: all, or as the Authority's agreement says."""

    code: str
    label: str
    cites: str
    by: str
    answer: Answer
    steps: tuple[Step, ...]
    extent: Literal["all", "as the Authority has set"] = "all"


@dataclass(frozen=True)
class _Sending:
    """A paper that was sent: its name, when it left, and when it was there, where that alone is known."""

    name: str
    sent_on: date | None
    arrived_on: date | None
    cites: str


def refunds(record: Record, *, course: Course | None = None) -> tuple[Refund, ...]:
    """What comes back of the fees of a case as it stands: the filing and search fee always, the fees of Chapter II and
    of a supplementary search where they were asked for.
    """
    known = course or Course()
    found = [_filing(record, known), _search(record, known)]
    if record.demand_received:
        found += _examination(known)
    if record.sis_requested:
        found += _supplementary(record, known)
    return tuple(found)


def _filing(record: Record, course: Course) -> Refund:
    copy = _Sending("record copy", course.record_copy_sent, record.record_copy_received, "PCT Rule 15.4")
    answer, steps = _of_application(record, course, copy)
    return Refund(
        code="international_filing",
        label="International filing fee",
        cites=copy.cites,
        by="the receiving Office",
        answer=answer,
        steps=steps,
    )


def _search(record: Record, course: Course) -> Refund:
    copy = _Sending("search copy", course.search_copy_sent, record.search_copy_received, "PCT Rule 16.2")
    answer, steps = _of_application(record, course, copy)
    earlier = Step(
        "A part may come back where an earlier search could be used, as the Authority has set", "PCT Rule 16.3"
    )
    return Refund(
        code="search",
        label="Search fee",
        cites=copy.cites,
        by="the receiving Office",
        answer=answer,
        steps=steps if answer == "due" else (*steps, earlier),
    )


def _of_application(record: Record, course: Course, copy: _Sending) -> tuple[Answer, tuple[Step, ...]]:
    """The three grounds: no filing date, national security, or withdrawn before the copy was sent."""
    if record.not_an_application_on:
        text = f"Found not to be an international application on {record.not_an_application_on}"
        return "due", (Step(text, copy.cites),)
    if course.national_security:
        return "due", (Step("Not treated as an international application, for national security", copy.cites),)
    return _before(_ended(record), copy, course_complete=course.complete)


def _ended(record: Record) -> date | None:
    """The day on which an application was withdrawn or considered withdrawn, the earlier of the two."""
    return min((day for day in (record.withdrawn_on, record.considered_withdrawn_on) if day), default=None)


def _before(ended: date | None, paper: _Sending, *, course_complete: bool = False) -> tuple[Answer, tuple[Step, ...]]:
    """Whether something ended before a paper was sent. On one and the same day the order is not known."""
    sent, there = paper.sent_on, paper.arrived_on
    gone = sent or there
    if ended is None:
        if gone:
            return "not due", (Step(f"The {paper.name} was sent; nothing comes back after that", paper.cites),)
        return "possible", (Step(f"If withdrawn before the {paper.name} is sent", paper.cites),)
    if sent and sent != ended:
        answer: Answer = "due" if ended < sent else "not due"
        order = "before" if ended < sent else "after"
        return answer, (Step(f"Withdrawn on {ended}, {order} the {paper.name} was sent on {sent}", paper.cites),)
    if not sent and there and there <= ended:
        return "not due", (Step(f"Withdrawn on {ended}; the {paper.name} was there on {there}", paper.cites),)
    if course_complete and not gone:
        return "due", (Step(f"Withdrawn on {ended}; the {paper.name} was not sent", paper.cites),)
    lacking = "they are of the same day" if sent else f"the day on which the {paper.name} was sent is missing"
    return "unknown", (Step(f"Withdrawn on {ended}; whether before the {paper.name} was sent: {lacking}", paper.cites),)


def _examination(course: Course) -> Iterator[Refund]:
    cites = "PCT Rule 57.4"
    answer: Answer
    steps: tuple[Step, ...]
    if course.demand_void:
        answer, steps = "due", (Step("The demand is considered not to have been submitted", cites),)
    else:
        paper = _Sending("demand", course.demand_sent, None, cites)
        answer, steps = _before(course.demand_withdrawn_on, paper, course_complete=course.complete)
    yield Refund(code="handling", label="Handling fee", cites=cites, by="the Authority", answer=answer, steps=steps)
    set_by = Step(
        "How much comes back, and when, the Authority's agreement says; it is not in our data", "PCT Rule 58.3"
    )
    yield Refund(
        code="preliminary_examination",
        label="Preliminary examination fee",
        cites="PCT Rule 58.3",
        by="the Authority",
        answer="unknown",
        steps=(set_by,),
        extent="as the Authority has set",
    )


def _supplementary(record: Record, course: Course) -> Iterator[Refund]:
    ended = min((day for day in (_ended(record), course.sis_withdrawn_on) if day), default=None)
    for code, label, cites in (
        ("sis_handling", "Supplementary search handling fee", "PCT Rule 45bis.2(d)"),
        ("sis_search", "Supplementary search fee", "PCT Rule 45bis.3(d)"),
    ):
        answer: Answer
        steps: tuple[Step, ...]
        if course.sis_void:
            answer, steps = "due", (Step("The request is considered not to have been submitted", cites),)
        else:
            papers = _Sending("papers for the supplementary search", course.sis_papers_sent, None, cites)
            answer, steps = _before(ended, papers, course_complete=course.complete)
        yield Refund(code=code, label=label, cites=cites, by="the International Bureau", answer=answer, steps=steps)

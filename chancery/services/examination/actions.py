"""Acts of the office on an application. Each asks for the role first, then for the law, and ends in one entry."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from chancery.core import clock
from chancery.core.ledger import Entry
from chancery.core.refusal import Conflict, Refused
from chancery.records.accounts import actions as seconds
from chancery.records.accounts import queries as accounts
from chancery.records.register import actions as register
from chancery.records.register import queries as rights
from chancery.records.register.events import (
    CorrectionInvited,
    FilingDateAccorded,
    FoundNotAnApplication,
    PublicationPrepared,
)
from chancery.records.register.queries import Right
from chancery.services.examination import assigning, decisions, formalities, publication, roles
from chancery.services.examination.dossier import Dossier
from chancery.services.examination.models import Assignment
from chancery.services.examination.offices import table
from chancery.services.examination.publication import Issue
from chancery.treaties import pct
from chancery.treaties.kernel import Finding

PUBLISH = "examination.publish"

FURTHEST = timedelta(days=20 * 366)
"""How far ahead the demonstration clock may be set in one step: nobody needs more, and the calendar ends in 9999."""


def take(number: str, *, by: int, at: datetime) -> None:
    """Take a case, so that the colleagues see who works on it. It can be taken over from a colleague."""
    accounts.require(by, "officer")
    _existing(number)
    assigning.take(number, by=by, at=at)


def release(number: str, *, by: int, at: datetime) -> None:  # noqa: ARG001 - every act is said to be at a time
    """Give a case back to everyone."""
    accounts.require(by, "officer")
    assigning.release(number, by=by)


def forget_person(user_id: int, *, at: datetime) -> dict[str, int]:  # noqa: ARG001 - every act is said to be at a time
    """Give all cases of a person back. Rows by model."""
    with transaction.atomic():
        mine = Assignment.objects.filter(officer_id=user_id)
        found = mine.count()
        mine.delete()
        return {"examination.Assignment": found}


def invite(
    number: str, *, findings: Sequence[Finding], remark: str, by: int, at: datetime, after: int
) -> tuple[int, ...]:
    """Invite the applicant to correct; one invitation per form (PCT Art. 11(2)(a), 14(1)(b)).

    ``findings``: those of the rules that still stand, and the officer's own, which have no ``rule`` but cite a
    provision. Returns the numbers of the invitations.
    """
    accounts.require(by, "officer")
    today = clock.local_day(at)
    with transaction.atomic():
        right = _seen(number, after=after)
        _refuse(decisions.against_inviting(right, findings, formalities.findings(right)))
        first = len(right.invitations) + 1
        invitations = formalities.proposed(right, findings, on=today)
        for step, one in enumerate(invitations):
            event = CorrectionInvited(
                invitation=first + step,
                form=one.form,
                findings=tuple(
                    {"cites": found.cites, "message": found.message, "field": found.field} for found in one.findings
                ),
                dated=today.isoformat(),
                due=one.due.isoformat(),
                remark=remark.strip(),
            )
            register.enter(number, event, after=after + step, at=at)
    return tuple(range(first, first + len(invitations)))


def accord(
    number: str, *, by: int, at: datetime, after: int, filing_date: date | None = None, remark: str = ""
) -> date:
    """Accord the international filing date (PCT Art. 11(1)). Returns it.

    Without ``filing_date`` it is the day from which all requirements are met: the day of receipt, or of the correction
    (Rule 20.3(b)(i)).
    """
    accounts.require(by, "officer")
    with transaction.atomic():
        right = _seen(number, after=after)
        received = formalities.receipts(rights.timeline(number))
        _refuse(decisions.against_according(right, received))
        chosen = filing_date or formalities.met_on(received)
        if chosen is None:
            raise ValueError(f"{number}: nothing stands against the filing date, and yet no day meets Article 11(1).")
        _refuse(decisions.against_filing_date(chosen, received))
        cites = formalities.filing_date_cites(chosen, right.received_on)
        event = FilingDateAccorded(filing_date=chosen.isoformat(), cites=cites, remark=remark.strip())
        register.enter(number, event, after=after, at=at)
    return chosen


def find_not_an_application(number: str, *, reason: str, by: int, at: datetime, after: int) -> None:
    """Find that the papers are not an international application (PCT Art. 11(2), Rule 20.4).

    Only after an invitation under Article 11: when its time limit has expired without an answer, or when the answer
    does not cure the defect.
    """
    accounts.require(by, "officer")
    today = clock.local_day(at)
    with transaction.atomic():
        right = _seen(number, after=after)
        received = formalities.receipts(rights.timeline(number))
        _refuse(decisions.against_finding_none(right, received, on=today))
        if not reason.strip():
            raise Refused.because(
                _("The notification says why. State the reason."), cites="PCT Rule 20.4(i)", field="reason"
            )
        event = FoundNotAnApplication(
            decided_on=today.isoformat(), reason=reason.strip(), cites="PCT Art. 11(2)(b); PCT Rule 20.4"
        )
        register.enter(number, event, after=after, at=at)


def act(number: str, key: str, *, data: Mapping[str, Any], by: int, at: datetime, after: int) -> tuple[Entry, ...]:
    """Do an act of an Office from the table of `offices.table`: all of its events, or none.

    ``data`` is what the officer wrote down (the act's form, cleaned). Raises `Refused` with what stands against it.
    """
    accounts.require(by, "officer")
    chosen = table.BY_KEY[key]
    with transaction.atomic():
        right = _seen(number, after=after)
        case = Dossier(right, rights.timeline(number), clock.local_day(at))
        _refuse(chosen.refusals(case))
        events = chosen.does(case, data)
        return tuple(register.enter(number, event, after=after + step, at=at) for step, event in enumerate(events))


def declare(closure: pct.Closure, *, by: int, at: datetime) -> Entry:
    """Publish that an Office could not be reached, or extends time limits; every file moves (Rules 82quater.2, .3)."""
    accounts.require(by, "officer")
    if closure.office not in roles.offices():
        raise Refused.because(
            _("This office does not act as %(office)s.") % {"office": closure.office},
            cites="PCT AI 107",
            field="office",
        )
    return register.declare(closure, at=at)


def prepare(on: date, *, numbers: Sequence[str], by: int, at: datetime) -> tuple[str, ...]:
    """Complete the technical preparations for the issue of a day: what is withdrawn later is published nevertheless.

    Returns the numbers that will be in it; those that were prepared before stay.
    """
    accounts.require(by, "publisher")
    today = clock.local_day(at)
    with transaction.atomic():
        chosen = sorted(set(numbers))
        found = rights.rights(chosen)
        _refuse(publication.against_preparing(on, today=today) or publication.against_empty(chosen))
        _refuse(publication.against_publishing(chosen, found, on=on))
        for number in chosen:
            if found[number].prepared_on is None:
                _prepare(found[number], on, today=today, at=at)
    return tuple(chosen)


def _prepare(right: Right, on: date, *, today: date, at: datetime) -> None:
    prepared = PublicationPrepared(
        completed_on=today.isoformat(), publication_on=on.isoformat(), cites="PCT Rule 90bis.1(c)"
    )
    register.enter(right.number, prepared, after=right.version, at=at)


def publish(on: date, *, numbers: Sequence[str], again: Sequence[str] = (), by: int, at: datetime) -> Issue:
    """Publish applications in the weekly issue of a day: all of them, or, when one may not be, none.

    Publication opens them to everyone at once, so an issue is published on the day that it bears. What has not been
    prepared before is prepared with it. ``again``: numbers published before, of which something later is published.
    It takes two publishers where the two-person rule holds.
    """
    accounts.require(by, "publisher")
    with transaction.atomic():
        chosen, later = sorted(set(numbers)), sorted(set(again))
        found = rights.rights([*chosen, *later])
        _refuse(
            publication.against_issue(on, today=clock.local_day(at)) or publication.against_empty([*chosen, *later])
        )
        _refuse(publication.against_publishing(chosen, found, on=on))
        entries = {number: rights.timeline(number) for number in later}
        _refuse(
            [one for number in later for one in publication.against_again(number, found.get(number), entries[number])]
        )
        seconds.must_be_seconded(PUBLISH, issue_payload(on, chosen, later), by=by, at=at)
        published = tuple(_publish(found[number], on, at=at) for number in chosen)
        for number in later:
            _publish_again(found[number], entries[number], on, at=at)
    return Issue(publication.name(on), on, published, tuple(later))


def issue_payload(on: date, numbers: Sequence[str], again: Sequence[str]) -> dict[str, Any]:
    """What two publishers agree on: the day, and exactly which applications."""
    return {"on": on.isoformat(), "numbers": sorted(set(numbers)), "again": sorted(set(again))}


def _publish(right: Right, on: date, *, at: datetime) -> str:
    after = right.version
    if right.prepared_on is None:
        _prepare(right, on, today=on, at=at)
        after += 1
    code = publication.kind_code(right)
    return register.publish(right.number, kind_code=code, on=on, issue=publication.name(on), after=after, at=at)


def _publish_again(right: Right, entries: Sequence[Entry], on: date, *, at: datetime) -> None:
    code = publication.kind_code_again(right, entries)
    issue = publication.name(on)
    register.republish(right.number, kind_code=code, on=on, issue=issue, after=right.version, at=at)


def set_clock_forward(to: date, *, by: int, at: datetime) -> int:
    """Set the demonstration clock forward to a day. Returns how many days it is ahead now. It never goes back."""
    accounts.require(by, "operator")
    if not settings.DEMO:
        raise Refused.because(_("Only the clock of a demonstration office can be set."))
    step = to - clock.local_day(at)
    if step <= timedelta():
        raise Refused.because(
            _("The clock only goes forward: what has been dated stays dated. Choose a later day."), field="to"
        )
    if step > FURTHEST:
        raise Refused.because(_("Choose a day within %(years)s years.") % {"years": FURTHEST.days // 366}, field="to")
    ahead = clock.shift_days() + step.days
    clock.set_forward(ahead)
    return ahead


def _existing(number: str) -> Right:
    right = rights.right(number)
    if right is None or right.received_on is None:
        raise Refused.because(_("There is no such application in the register."))
    return right


def _seen(number: str, *, after: int) -> Right:
    """The application as the officer saw it: a decision rests on what was on the page."""
    right = _existing(number)
    if right.version != after:
        raise Conflict.because(
            _("Something has happened to this application since you opened the page. Look at it again, then decide.")
        )
    return right


def _refuse(findings: Sequence[Finding]) -> None:
    if findings:
        raise Refused(findings)

"""Handing in: the application itself, and the answer to an invitation. One transaction each; safe to do twice."""

import copy
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from chancery.core import clock
from chancery.core.refusal import Denied, Refused
from chancery.records.register import actions as register
from chancery.records.register import queries as rights
from chancery.records.register.events import CorrectionReceived
from chancery.records.register.queries import Invited, Right
from chancery.services.filing import books, content, sharing, whole
from chancery.services.filing.book import Received
from chancery.services.filing.books.pct import documents_of
from chancery.services.filing.models import Draft
from chancery.treaties import pct
from chancery.treaties.kernel import Finding

REMARK = 4000


def obstacles(row: Draft, application: Any, *, on: date) -> tuple[Finding, ...]:
    """What stands in the way of handing in."""
    book = books.of(row)
    found = book.assess(application, on).findings
    return (
        *content.unread_findings(book, row.unread),
        *(one for one in found if one.severity == "prevents"),
    )


def submit(draft: int, *, by: int, at: datetime, insist: bool = False) -> Received:
    """Hand the application in: number, ledger entry, receipt. A second call returns the first one's result.

    Raises `Refused` with what prevents the filing. ``insist`` hands in despite defects for which the law gives a way
    (`Book.insists`): under PCT Article 11(1) the office must take a purported application, and gives no filing date
    until they are corrected.
    """
    with transaction.atomic():
        row = whole.entitled(draft, by=by, on=clock.local_day(at), level="owner")
        book = books.of(row)
        if not row.is_open:
            return book.received(row.number)
        if row.answers is not None:
            raise Refused.because(_("This is an answer to an invitation. Send it as an answer."))
        application = whole.application_of(row)
        found = obstacles(row, application, on=clock.local_day(at))
        if any(not (insist and book.insists(one)) for one in found):
            raise Refused(found)
        result = book.hand_in(application, files=book.documents(application, row.files), by=by, at=at)
        sharing.carry_over(draft, to=result.number, at=at)
        _lock(row, number=result.number, at=at)
    return result


def begin_answer(number: str, *, invitation: int, by: int, at: datetime) -> int:
    """Open a draft of the answer, beginning with the application as it stands; the same one if it is open already."""
    with transaction.atomic():
        right = _mine(number, by=by, on=clock.local_day(at))
        _open_invitation(right, invitation)
        open_one = Draft.objects.filter(owner_id=by, number=number, answers=invitation, handed_in_at=None).first()
        if open_one:
            return open_one.pk
        application = copy.deepcopy(register.lean(rights.with_contacts(number, right.application)))
        row = Draft(owner_id=by, number=number, answers=invitation, application=application, started_at=at, saved_at=at)
        row.title = right.application.title
        row.save()
        return row.pk


def send_answer(draft: int, *, remark: str, by: int, at: datetime) -> int:
    """Send the answer that a draft holds. Returns the ledger entry; a second call changes nothing and returns 0."""
    with transaction.atomic():
        row = whole.entitled(draft, by=by, on=clock.local_day(at), level="owner")
        if row.answers is None:
            raise Refused.because(_("This is not an answer to an invitation."))
        if not row.is_open:
            return 0
        if row.unread:
            raise Refused(content.unread_findings(books.of(row), row.unread))
        application = row.application
        entry = answer(row.number, invitation=row.answers, application=application, remark=remark, by=by, at=at)
        row.remark = remark
        _lock(row, number=row.number, at=at)
    return entry


def answer(number: str, *, invitation: int, application: Mapping[str, Any], remark: str, by: int, at: datetime) -> int:
    """Answer an invitation with the application as corrected. Returns the ledger entry.

    A late answer is taken as long as the office has not decided; `late` says what that means.
    """
    with transaction.atomic():
        right = _mine(number, by=by, on=clock.local_day(at))
        _open_invitation(right, invitation)
        corrected = pct.Application.from_dict(application)
        _says_something(right, corrected, remark)
        event = CorrectionReceived(
            invitation=invitation,
            received_on=clock.local_day(at).isoformat(),
            application=register.lean(corrected),
            documents=tuple(documents_of(corrected)),
            remark=remark.strip(),
        )
        return register.enter(number, event, after=right.version, at=at).number


def late(invited: Invited, *, on: date) -> Finding | None:
    """What follows where the time limit of an invitation is over; None while it runs."""
    if on <= invited.due:
        return None
    message = _(
        "The time limit ended on {due}. A late answer is taken as long as the Office has not decided; whether it still "
        "counts is for the Office to say."
    ).format(due=invited.due.isoformat())
    cites = "PCT Rule 20.7(b)" if invited.form == "PCT/RO/103" else "PCT Rule 26.2"
    return Finding(cites, message, severity="raised")


def _mine(number: str, *, by: int, on: date) -> Right:
    right = rights.right(number) if rights.level(number, by, on=on) == "owner" else None
    if right is None:
        raise Denied.because(_("There is no such application among yours."))
    return right


def _open_invitation(right: Right, invitation: int) -> Invited:
    invited = next((one for one in right.invitations if one.invitation == invitation), None)
    if invited is None:
        raise Denied.because(_("There is no such invitation."))
    if invited.answered_on:
        raise Refused.because(_("This invitation was answered on {day}.").format(day=invited.answered_on.isoformat()))
    if right.not_an_application:
        raise Refused.because(
            _("The Office has decided that there is no international application; it can no longer be corrected."),
            cites="PCT Rule 20.4",
        )
    return invited


def _says_something(right: Right, corrected: pct.Application, remark: str) -> None:
    if len(remark) > REMARK:
        raise Refused.because(
            _("The remark has {count} characters; at most {limit} are taken. Shorten it.").format(
                count=len(remark), limit=REMARK
            ),
            field="remark",
        )
    if not remark.strip() and register.lean(corrected) == register.lean(right.application):
        raise Refused.because(
            _("Nothing has been corrected yet, and there is no remark. Correct a box, or write a remark."),
            field="remark",
        )


def _lock(row: Draft, *, number: str, at: datetime) -> None:
    row.number = number
    row.handed_in_at = at
    row.save()

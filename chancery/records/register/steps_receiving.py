"""What the events of the receiving Office's part do to a right: receipt, defects, dates, fees, priority."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from chancery.records.register import events
from chancery.records.register.right import Invited, Notification, Payment, PriorityDecision, Right
from chancery.treaties import pct

DEMAND_VOID = "PCT/IPEA/407"
TO_PAY, LATE_FEE = "PCT/RO/133", "late_payment"
FIXED_BY_THE_OFFICE = frozenset({"PCT/RO/156", "PCT/RO/158", "PCT/IPEA/404", "PCT/IPEA/408"})
"""Invitations whose time limit the Office sets, not the Treaty."""


def _filed(right: Right, event: events.ApplicationFiled, at: datetime) -> Right:
    return replace(
        right,
        received_at=at,
        received_on=_day(event.received_on),
        application=pct.Application.from_dict(event.application),
        charged=pct.Application.from_dict(event.application),
        documents=event.documents,
    )


def _invited(right: Right, event: events.CorrectionInvited, _at: datetime) -> Right:
    invited = Invited(
        invitation=event.invitation,
        form=event.form,
        findings=event.findings,
        dated=_day(event.dated),
        due=_day(event.due),
        remark=event.remark,
        office=event.office,
        fixed=event.form in FIXED_BY_THE_OFFICE,
    )
    return replace(right, invitations=(*right.invitations, invited))


def _corrected(right: Right, event: events.CorrectionReceived, _at: datetime) -> Right:
    return replace(
        right,
        application=pct.Application.from_dict(event.application),
        charged=pct.Application.from_dict(event.application),
        documents=event.documents,
        invitations=_invitations(
            right, event.invitation, lambda one: replace(one, answered_on=_day(event.received_on))
        ),
    )


def _extended(right: Right, event: events.TimeLimitExtended, _at: datetime) -> Right:
    changed = _invitations(right, event.invitation, lambda one: replace(one, due=_day(event.due), fixed=True))
    return replace(right, invitations=changed)


def _dated(right: Right, event: events.FilingDateAccorded | events.FilingDateCorrected, _at: datetime) -> Right:
    return replace(right, filing_date=_day(event.filing_date), filing_date_cites=event.cites)


def _refused(right: Right, event: events.FoundNotAnApplication, _at: datetime) -> Right:
    return replace(right, not_an_application=event.reason, decided_on=_day(event.decided_on))


def _considered_withdrawn(right: Right, event: events.ConsideredWithdrawn, _at: datetime) -> Right:
    return replace(right, considered_withdrawn=event.reason, decided_on=_day(event.decided_on))


def _paid(right: Right, event: events.PaymentRecorded, _at: datetime) -> Right:
    payment = Payment(
        line=event.line,
        amount=event.amount,
        currency=event.currency,
        received_on=_day(event.received_on),
        reference=event.reference,
    )
    paid = replace(right, payments=(*right.payments, payment))
    return replace(paid, invitations=tuple(_paid_up(one, paid.payments) for one in right.invitations))


def _paid_up(one: Invited, payments: tuple[Payment, ...]) -> Invited:
    """An invitation to pay is answered when something has come for each fee that it names."""
    if one.form != TO_PAY or one.answered_on:
        return one
    named = {found["field"].removeprefix("fees.") for found in one.findings} - {LATE_FEE}
    since = [payment for payment in payments if payment.received_on >= one.dated and payment.line in named]
    paid = named <= {payment.line for payment in since}
    return replace(one, answered_on=max(payment.received_on for payment in since)) if paid and since else one


def _priority_decided(right: Right, event: events.PriorityDecided, _at: datetime) -> Right:
    decided = PriorityDecision(
        claim=event.claim,
        outcome=event.outcome,
        criterion=event.criterion,
        decided_on=_day(event.decided_on),
        reason=event.reason,
        cites=event.cites,
    )
    changed = replace(right, priority_decisions=(*right.priority_decisions, decided))
    return _with_claim_decided(changed, event, decided.decided_on)


def _with_claim_decided(right: Right, event: events.PriorityDecided, on: date) -> Right:
    """A void claim no longer gives the priority date (Rule 26bis.2(b)); one not restored still does (26bis.2(c))."""
    ceased = {"ceased_on": on} if event.outcome == "void" else {}
    claims = tuple(
        replace(claim, decided=event.outcome, **ceased) if place == event.claim else claim  # type: ignore[arg-type]
        for place, claim in enumerate(right.application.priority_claims)
    )
    return replace(right, application=replace(right.application, priority_claims=claims))


def _transferred(right: Right, event: events.ApplicationTransferred, _at: datetime) -> Right:
    application = replace(right.application, receiving_office=event.to_office)
    charged = replace(right.charged, receiving_office=event.to_office)
    there = _day(event.received_there_on)
    return replace(right, application=application, charged=charged, transferred_on=there)


def _copy(right: Right, event: events.CopyReceived, _at: datetime) -> Right:
    return replace(right, copies=(*right.copies, (event.copy, event.office, _day(event.received_on))))


def _notified(right: Right, event: events.NotificationSent, _at: datetime) -> Right:
    sent = Notification(
        form=event.form, office=event.office, dated=_day(event.dated), facts=event.facts, cites=event.cites
    )
    told = replace(right, notifications=(*right.notifications, sent))
    if event.form == DEMAND_VOID and right.demand:
        return replace(told, demand=replace(right.demand, void_on=sent.dated))
    return told


def _refunded(right: Right, event: events.FeeRefunded, _at: datetime) -> Right:
    refund = Payment(
        line=event.line,
        amount=event.amount,
        currency=event.currency,
        received_on=_day(event.refunded_on),
        reference=event.reference,
    )
    return replace(right, refunds=(*right.refunds, refund))


def _invitations(right: Right, invitation: int, change: Callable[[Invited], Invited]) -> tuple[Invited, ...]:
    return tuple(change(one) if one.invitation == invitation else one for one in right.invitations)


def _day(text: str) -> date:
    return date.fromisoformat(text)


STEPS = (
    (events.ApplicationFiled, _filed),
    (events.CorrectionInvited, _invited),
    (events.CorrectionReceived, _corrected),
    (events.TimeLimitExtended, _extended),
    (events.FilingDateAccorded, _dated),
    (events.FilingDateCorrected, _dated),
    (events.FoundNotAnApplication, _refused),
    (events.ConsideredWithdrawn, _considered_withdrawn),
    (events.PaymentRecorded, _paid),
    (events.FeeRefunded, _refunded),
    (events.PriorityDecided, _priority_decided),
    (events.ApplicationTransferred, _transferred),
    (events.CopyReceived, _copy),
    (events.NotificationSent, _notified),
)

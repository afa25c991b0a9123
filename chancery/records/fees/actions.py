"""Acts on fees: money that has arrived is recorded by an officer."""

import re
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from django.db import transaction
from django.utils.translation import gettext as _

from chancery.core import clock
from chancery.core.ledger import Entry
from chancery.core.refusal import Refused
from chancery.records.accounts import queries as accounts
from chancery.records.fees import registration_fees
from chancery.records.fees.queries import LineView, invoice
from chancery.records.register import actions as register
from chancery.records.register import queries
from chancery.records.register.events import PaymentRecorded, RequestPresented, RequestRecorded
from chancery.treaties.kernel import Finding

CURRENCY = re.compile(r"[A-Z]{3}")
LARGEST = Decimal(1_000_000)
REFERENCE_LENGTH = 140  # as long as remittance information of a bank transfer


def record_payment(
    number: str,
    *,
    line: str,
    amount: str,
    currency: str,
    received_on: date,
    reference: str,
    by: int,
    at: datetime,
    after: int,
) -> Entry:
    """Record money that arrived for one fee. ``after`` is the version of the right that the officer has seen.

    A payment may be smaller or larger than the fee: what arrived is what is recorded. Raises `Denied`, `Refused`
    with a finding for each field at fault, `Conflict`.
    """
    accounts.require(by, "officer")
    fee = _line(number, line)
    findings = [
        *_about_currency(currency, fee),
        *_about_amount(amount),
        *_about_day(received_on, at),
        *_about_reference(reference),
    ]
    if findings:
        raise Refused(findings)
    payment = PaymentRecorded(
        line=line,
        amount=str(Decimal(amount.strip())),
        currency=currency,
        received_on=received_on.isoformat(),
        reference=reference.strip(),
    )
    with transaction.atomic():
        entry = register.enter(number, payment, after=after, at=at)
        _settle(number, fee, payment, at=at)
        return entry


def _settle(number: str, fee: LineView, payment: PaymentRecorded, *, at: datetime) -> None:
    """Some payments are acts by themselves: of a deferred publication, of a second part. Entered once all is there."""
    file = queries.registration(number)
    act = registration_fees.settles(file, fee.code) if file else None
    if file is None or act is None or fee.open is None or Decimal(payment.amount) < fee.open.amount:
        return
    request = len(file.requests) + 1
    asked = RequestPresented(request=request, received_on=payment.received_on, **act)
    done = RequestRecorded(request=request, recorded_on=payment.received_on, cites=fee.cites)
    for step, event in enumerate((asked, done)):
        register.enter(number, event, after=file.version + step, at=at)


def _line(number: str, code: str) -> LineView:
    owed = invoice(number)
    if owed is None:
        raise Refused.because(_("There is no invoice for this number yet. Look again in a moment."))
    for line in owed.lines:
        if line.code == code:
            return line
    codes = ", ".join(line.code for line in owed.lines)
    raise Refused.because(
        _("There is no fee %(code)r on this invoice. Its fees are: %(codes)s.") % {"code": code, "codes": codes},
        field="line",
    )


def _about_currency(currency: str, fee: LineView) -> list[Finding]:
    known = fee.due.currency if fee.due else ""
    if known and currency != known:
        message = _("This fee is in %(known)s. Record what arrived in %(known)s; amounts are never converted.")
        return [_fault(message % {"known": known}, "currency")]
    if not CURRENCY.fullmatch(currency):
        return [_fault(_("Write the currency as three capital letters, such as CHF."), "currency")]
    return []


def _about_amount(text: str) -> list[Finding]:
    try:
        amount = Decimal(text.strip())
    except InvalidOperation:
        return [_fault(_("Write the amount in figures with a point, such as 1330 or 1330.50."), "amount")]
    if not amount.is_finite() or not 0 < amount <= LARGEST:
        return [_fault(_("The amount must be more than zero and at most 1,000,000."), "amount")]
    if amount != amount.quantize(Decimal("0.01")):
        return [_fault(_("The amount has at most two places after the point."), "amount")]
    return []


def _about_day(received_on: date, at: datetime) -> list[Finding]:
    if received_on > clock.local_day(at):
        return [_fault(_("Money cannot have arrived on a day that is still to come."), "received_on")]
    return []


def _about_reference(reference: str) -> list[Finding]:
    if len(reference.strip()) > REFERENCE_LENGTH:
        return [_fault(_("The reference has at most 140 characters."), "reference")]
    return []


def _fault(message: str, field: str) -> Finding:
    return Finding(cites="", message=message, field=field, severity="prevents")

"""What other rooms may ask about fees."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from chancery.records.fees import models
from chancery.records.fees.registration_fees import covers, request_of
from chancery.records.register import queries as register
from chancery.treaties.kernel import Money, Step
from chancery.treaties.kernel.confidence import Confidence


@dataclass(frozen=True, kw_only=True)
class PaymentView:
    """A payment as the ledger has it; ``entry`` is the ledger's number."""

    entry: int
    line: str
    amount: Money
    received_on: date
    reference: str


@dataclass(frozen=True, kw_only=True)
class LineView:
    """One fee: what is due, what has been paid, what is open.

    ``due`` and ``open`` are None where the amount is not determinable; ``missing`` then says why. ``later``: it is not
    among the fees due on filing. ``about`` is the request of the holder for which it is due, in the reader's words.
    """

    code: str
    label: str
    due: Money | None
    missing: str
    cites: str
    steps: tuple[Step, ...]
    confidence: Confidence
    payments: tuple[PaymentView, ...] = ()
    later: bool = False
    about: str = ""

    @property
    def paid(self) -> Money | None:
        """The sum of what arrived for this fee; None where nothing has."""
        return _sum(payment.amount for payment in self.payments)

    @property
    def open(self) -> Money | None:
        """What is still to be paid, never below zero; None where it is not determinable."""
        if self.due is None:
            return None
        rest = self.due - self.paid if self.paid else self.due
        return Money.of(max(rest.amount, Decimal(0)), rest.currency)

    @property
    def settled(self) -> bool:
        return self.open is not None and not self.open.amount


@dataclass(frozen=True, kw_only=True)
class RefundView:
    """A fee that goes back: what was paid of it, what has been sent back. ``by`` says who owes it.

    ``answer`` is "due" or "unknown". Where not ``whole``, ``amount`` says how much, or the Authority's agreement does.
    """

    code: str
    label: str
    by: str
    answer: str
    whole: bool
    cites: str
    steps: tuple[Step, ...]
    paid: Money | None
    sent: Money | None
    amount: Money | None = None

    @property
    def rest(self) -> Money | None:
        """What is still to be sent back; None where that cannot be told, or nothing was paid."""
        back = self.amount or (self.paid if self.whole else None)
        if back is None or self.answer != "due":
            return None
        return back - self.sent if self.sent else back


@dataclass(frozen=True, kw_only=True)
class Total:
    """One currency of an invoice."""

    currency: str
    due: Money
    paid: Money
    open: Money


@dataclass(frozen=True, kw_only=True)
class InvoiceView:
    """What an application owes. ``due_on`` is None where ``due_missing`` says what it depends on."""

    number: str
    received_on: date
    due_on: date | None
    due_missing: str
    due_cites: str
    due_steps: tuple[Step, ...]
    refundable_since: date | None
    lines: tuple[LineView, ...]
    refunds: tuple[RefundView, ...] = ()

    @property
    def totals(self) -> tuple[Total, ...]:
        """One per currency: amounts are never converted. Lines that are not determinable are not in them."""
        known = [line for line in self.lines if line.due]
        currencies = dict.fromkeys(line.due.currency for line in known if line.due)
        return tuple(_total(currency, known) for currency in currencies)

    @property
    def complete(self) -> bool:
        """Whether every line has an amount: only then are the totals what is to be paid."""
        return all(line.due for line in self.lines)

    @property
    def settled(self) -> bool:
        """Whether the fees due on filing are paid, to which ``due_on`` belongs."""
        return bool(self.lines) and all(line.settled for line in self.lines if not line.later)

    @property
    def nothing_open(self) -> bool:
        """Whether everything is paid, the later fees too."""
        return self.settled and all(line.settled for line in self.lines)


OF_AN_INVOICE = ("lines", "payments", "refunds", "repayments")


def invoice(number: str) -> InvoiceView | None:
    """The invoice of an application, whoever asks; None while the follower has not written it."""
    return invoices([number]).get(number)


def invoices(numbers: Iterable[str]) -> dict[str, InvoiceView]:
    """Several invoices with a few questions to the database; for lists."""
    rows = models.Invoice.objects.filter(number__in=list(numbers)).prefetch_related(*OF_AN_INVOICE)
    return {row.number: _view(row) for row in rows}


def _view(row: models.Invoice) -> InvoiceView:
    payments = [_payment(one) for one in row.payments.all()]
    repaid = [_payment(one) for one in row.repayments.all()]
    about = _requests(row)
    return InvoiceView(
        number=row.number,
        received_on=row.received_on,
        due_on=row.due_on,
        due_missing=row.due_missing,
        due_cites=row.due_cites,
        due_steps=tuple(Step(**step) for step in row.due_steps),
        refundable_since=row.refundable_since,
        lines=tuple(_line(line, payments, about.get(request_of(line.code), "")) for line in row.lines.all()),
        refunds=tuple(_refund(one, payments, repaid) for one in row.refunds.all()),
    )


def _requests(row: models.Invoice) -> dict[int, str]:
    """What was asked for of a registration file, by the number of the request; nothing where no fee is of one."""
    if not any(request_of(line.code) for line in row.lines.all()):
        return {}
    file = register.registration(row.number)
    return {one.request: f"{register.called(one.act)}, {one.received_on}" for one in file.requests} if file else {}


def _refund(row: models.Refund, payments: Iterable[PaymentView], repaid: Iterable[PaymentView]) -> RefundView:
    return RefundView(
        code=row.code,
        label=row.label,
        by=row.by,
        answer=row.answer,
        whole=row.whole,
        cites=row.cites,
        steps=tuple(Step(**step) for step in row.steps),
        paid=_sum(one.amount for one in payments if _counts(row, one.line)),
        amount=Money.of(row.amount, row.currency) if row.amount else None,
        sent=_sum(one.amount for one in repaid if one.line == row.code),
    )


def _counts(row: models.Refund, line: str) -> bool:
    """Whether a payment for a line is of what goes back: of that fee, or of one among those that it sums up."""
    return line == row.code or (bool(row.amount) and covers(row.code, line))


def _payment(row: models.Payment | models.Repayment) -> PaymentView:
    return PaymentView(
        entry=row.entry,
        line=row.line,
        amount=Money.of(row.amount, row.currency),
        received_on=row.received_on,
        reference=row.reference,
    )


def _line(row: models.InvoiceLine, payments: Iterable[PaymentView], about: str) -> LineView:
    return LineView(
        code=row.code,
        label=row.label,
        due=None if row.amount is None else Money.of(row.amount, row.currency),
        missing=row.missing,
        cites=row.cites,
        steps=tuple(Step(**step) for step in row.steps),
        confidence=row.confidence,  # type: ignore[arg-type]  # written from a FeeLine
        payments=tuple(payment for payment in payments if payment.line == row.code),
        later=row.position >= models.FIRST_LATER,
        about=about,
    )


def _sum(amounts: Iterable[Money]) -> Money | None:
    total: Money | None = None
    for amount in amounts:
        total = amount if total is None else total + amount
    return total


def _total(currency: str, lines: Iterable[LineView]) -> Total:
    zero = Money.of(0, currency)
    here = [line for line in lines if line.due and line.due.currency == currency]
    return Total(
        currency=currency,
        due=_sum(line.due for line in here if line.due) or zero,
        paid=_sum(line.paid for line in here if line.paid) or zero,
        open=_sum(line.open for line in here if line.open) or zero,
    )

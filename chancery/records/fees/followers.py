"""Keeps the invoices up to date with the ledger."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, ClassVar

from chancery.core.follow import Rebuildable
from chancery.core.ledger import Entry
from chancery.records.fees import models
from chancery.records.fees.reckoning import Owed, owed, owed_later
from chancery.records.register import events
from chancery.records.register import queries as rights
from chancery.records.register.events import ApplicationFiled, FoundNotAnApplication, PaymentRecorded
from chancery.treaties import pct
from chancery.treaties.kernel import FeeLine, Money
from chancery.treaties.kernel.plain import to_plain

LATER = frozenset(
    kind.kind()
    for kind in (
        events.CorrectionInvited,
        events.RequestChanged,
        events.SearchReportEstablished,
        events.EarlyPublicationRequested,
        events.SupplementarySearchRequested,
        events.ChapterIIDemanded,
    )
)
"""After these something more may be due, or something less."""


class Invoices(Rebuildable):
    """One invoice for each application filed; payments, refusals and later fees fold into it."""

    name: ClassVar[str] = "fees.invoices"
    kinds: ClassVar[frozenset[str] | None] = frozenset(
        {ApplicationFiled.kind(), PaymentRecorded.kind(), FoundNotAnApplication.kind(), *LATER}
    )

    def apply(self, entries: Sequence[Entry]) -> None:
        for entry in entries:
            if entry.body is not None and entry.kind in _STEPS:
                _STEPS[entry.kind](entry, entry.body)
        for number in dict.fromkeys(entry.stream for entry in entries):
            _write_later_lines(number)

    def forget(self) -> None:
        models.Invoice.objects.all().delete()


def _filed(entry: Entry, body: dict[str, Any]) -> None:
    filed = ApplicationFiled.from_body(body)
    received_on = date.fromisoformat(filed.received_on)
    reckoned = owed(pct.Application.from_dict(filed.application), received_on=received_on)
    invoice, _ = models.Invoice.objects.update_or_create(
        number=entry.stream, defaults={"received_on": received_on, **_due(reckoned)}
    )
    invoice.lines.all().delete()
    models.InvoiceLine.objects.bulk_create(
        models.InvoiceLine(invoice=invoice, position=position, **_line(line))
        for position, line in enumerate(reckoned.sheet.lines, start=1)
    )


def _write_later_lines(number: str) -> None:
    """The later fees follow from the right as it stands: they are written anew."""
    invoice, right = models.Invoice.objects.filter(number=number).first(), rights.right(number)
    if invoice is None or right is None or right.received_on is None:
        return
    invoice.lines.filter(position__gte=models.FIRST_LATER).delete()
    models.InvoiceLine.objects.bulk_create(
        models.InvoiceLine(invoice=invoice, position=position, **_line(line))
        for position, line in enumerate(owed_later(right), start=models.FIRST_LATER)
    )


def _due(reckoned: Owed) -> dict[str, Any]:
    limit = reckoned.limit
    if limit is None:
        return {"due_on": None, "due_missing": "", "due_cites": "", "due_steps": []}
    known = isinstance(limit.due, date)
    return {
        "due_on": limit.due if known else None,
        "due_missing": "" if known else str(limit.due),
        "due_cites": limit.cites,
        "due_steps": to_plain(limit.steps),
    }


def _line(line: FeeLine) -> dict[str, Any]:
    known = isinstance(line.amount, Money)
    return {
        "code": line.code,
        "label": line.label,
        "amount": str(line.amount.amount) if isinstance(line.amount, Money) else None,
        "currency": line.amount.currency if isinstance(line.amount, Money) else "",
        "missing": "" if known else str(line.amount),
        "cites": line.cites,
        "steps": to_plain(line.steps),
        "confidence": line.confidence,
    }


def _paid(entry: Entry, body: dict[str, Any]) -> None:
    payment = PaymentRecorded.from_body(body)
    models.Payment.objects.update_or_create(
        entry=entry.number,
        defaults={
            "invoice_id": entry.stream,
            "line": payment.line,
            "amount": payment.amount,
            "currency": payment.currency,
            "received_on": date.fromisoformat(payment.received_on),
            "reference": payment.reference,
        },
    )


def _refused(entry: Entry, body: dict[str, Any]) -> None:
    models.Invoice.objects.filter(number=entry.stream).update(
        refundable_since=date.fromisoformat(FoundNotAnApplication.from_body(body).decided_on)
    )


_STEPS: dict[str, Callable[[Entry, dict[str, Any]], None]] = {
    ApplicationFiled.kind(): _filed,
    PaymentRecorded.kind(): _paid,
    FoundNotAnApplication.kind(): _refused,
}

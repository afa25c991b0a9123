"""Keeps the invoices up to date with the ledger."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, ClassVar

from chancery.core.follow import Rebuildable
from chancery.core.ledger import Entry
from chancery.records.fees import models
from chancery.records.fees import registration_fees as later
from chancery.records.fees.reckoning import Owed, goes_back, owed, owed_later
from chancery.records.register import queries as rights
from chancery.records.register.events import FeeRefunded, OfficeUnavailable, PaymentRecorded, RecordImported
from chancery.records.register.queries import Registration, Right
from chancery.treaties import pct
from chancery.treaties.kernel import FeeLine, Money, TimeLimit
from chancery.treaties.kernel.plain import to_plain

MONEY: dict[str, type[models.Payment] | type[models.Repayment]] = {
    PaymentRecorded.kind(): models.Payment,
    FeeRefunded.kind(): models.Repayment,
}


class Invoices(Rebuildable):
    """One invoice for each application and registration file, written anew from how it stands after each entry."""

    name: ClassVar[str] = "fees.invoices"

    def wants(self, entry: Entry) -> bool:
        return entry.kind != RecordImported.kind()

    def apply(self, entries: Sequence[Entry]) -> None:
        numbers = dict.fromkeys(entry.stream for entry in entries)
        if any(entry.kind == OfficeUnavailable.kind() for entry in entries):  # it bears on every file
            numbers |= dict.fromkeys(models.Invoice.objects.values_list("number", flat=True))
        for right in rights.rights(numbers).values():
            _write(right)
        timelines = rights.timelines(number for number in numbers if rights.system_of(number))
        for number, file in rights.registrations(timelines).items():
            _write_file(file, timelines[number])
        for entry in entries:
            if entry.kind in MONEY and entry.body is not None:
                _move(entry, entry.body)

    def forget(self) -> None:
        models.Invoice.objects.all().delete()


def _write(right: Right) -> None:
    """The whole invoice but the money that moved. An application whose beginning was erased keeps what it had."""
    if right.received_on is None:
        return
    reckoned = owed(right)
    invoice, _ = models.Invoice.objects.update_or_create(
        number=right.number,
        defaults={
            "received_on": right.received_on,
            "refundable_since": right.decided_on if right.not_an_application else None,
            **_due(reckoned),
        },
    )
    invoice.lines.all().delete()
    models.InvoiceLine.objects.bulk_create(
        [*_lines(invoice, reckoned.sheet.lines, 1), *_lines(invoice, owed_later(right), models.FIRST_LATER)]
    )
    invoice.refunds.all().delete()
    models.Refund.objects.bulk_create(models.Refund(invoice=invoice, **_refund(one)) for one in goes_back(right))


def _write_file(file: Registration, entries: Sequence[Entry]) -> None:
    """The same for a registration file."""
    if file.received_on is None:
        return
    invoice, _ = models.Invoice.objects.update_or_create(
        number=file.number, defaults={"received_on": file.received_on, **_until(later.limit(file))}
    )
    invoice.lines.all().delete()
    first, rest = later.owed(file, entries), later.owed_later(file, entries)
    models.InvoiceLine.objects.bulk_create([*_lines(invoice, first, 1), *_lines(invoice, rest, models.FIRST_LATER)])
    invoice.refunds.all().delete()
    models.Refund.objects.bulk_create(models.Refund(invoice=invoice, **_back(one)) for one in later.goes_back(file))


def _back(one: later.Back) -> dict[str, Any]:
    return {
        "code": one.code,
        "label": one.label,
        "by": "IB",
        "answer": "due" if one.amount else "unknown",
        "whole": False,
        "cites": one.cites,
        "steps": to_plain(one.steps),
        "amount": str(one.amount.amount) if one.amount else "",
        "currency": one.amount.currency if one.amount else "",
    }


def _lines(invoice: models.Invoice, lines: Iterable[FeeLine], first: int) -> list[models.InvoiceLine]:
    return [
        models.InvoiceLine(invoice=invoice, position=position, **_line(line))
        for position, line in enumerate(lines, start=first)
    ]


def _due(reckoned: Owed) -> dict[str, Any]:
    return _until(reckoned.limit)


def _until(limit: TimeLimit | None) -> dict[str, Any]:
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


def _refund(one: pct.Refund) -> dict[str, Any]:
    return {
        "code": one.code,
        "label": one.label,
        "by": one.by,
        "answer": one.answer,
        "whole": one.extent == "all",
        "cites": one.cites,
        "steps": to_plain(one.steps),
    }


def _move(entry: Entry, body: dict[str, Any]) -> None:
    """Money that came or went. Of an application whose beginning was erased there is no invoice to note it on."""
    if models.Invoice.objects.filter(number=entry.stream).exists():
        MONEY[entry.kind].objects.update_or_create(
            entry=entry.number,
            defaults={
                "invoice_id": entry.stream,
                "line": body["line"],
                "amount": body["amount"],
                "currency": body["currency"],
                "received_on": date.fromisoformat(body.get("received_on") or body["refunded_on"]),
                "reference": body.get("reference", ""),
            },
        )

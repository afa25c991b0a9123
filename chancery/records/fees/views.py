"""The counter for fees: a statement that prints well, and the officer's slip for a payment."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from chancery.core.access import role, signed_in
from chancery.core.clock import local_day, now, today
from chancery.core.refusal import Refused
from chancery.records.fees import actions
from chancery.records.fees.forms import PaymentForm
from chancery.records.fees.queries import InvoiceView, invoice
from chancery.records.register import queries as register
from chancery.records.register.queries import Registration, Right

Concerned = Right | Registration


@signed_in
@require_GET
def statement(request: HttpRequest, number: str) -> HttpResponse:
    """The statement of one application, for those who act on it and for the office's staff."""
    right = _concerned(request, number)
    owed = invoice(right.number)
    form = None
    if owed and request.user.holds("officer"):  # type: ignore[union-attr]
        form = PaymentForm(invoice=owed, initial=_proposal(owed, right.version))
    return _page(request, right, owed, form)


@role("officer")
@require_POST
def payments(request: HttpRequest, number: str) -> HttpResponse:
    """Record a payment. What was typed comes back with its findings when it is refused."""
    right = _concerned(request, number)
    owed = invoice(right.number)
    if owed is None:
        return redirect("fees:statement", number)
    form = PaymentForm(request.POST, invoice=owed)
    if form.is_valid():
        try:
            actions.record_payment(right.number, by=request.user.pk, at=now(), **form.cleaned_data)  # type: ignore[arg-type]
        except Refused as refused:
            form.show(refused.findings)
        else:
            messages.success(request, _("The payment is in the ledger; the statement follows in a moment."))
            return redirect("fees:statement", number)
    return _page(request, right, owed, form, status=422)


def _concerned(request: HttpRequest, number: str) -> Concerned:
    """Payments stay closed even after publication (PCT Rule 94), so being public is not enough here."""
    plain = register.from_address(number)
    right = register.registration(plain) if register.system_of(plain) else register.right(plain)
    user = request.user
    if right and (user.holds("officer", "publisher") or register.level(right.number, user.pk, on=today())):  # type: ignore[union-attr,arg-type]
        return right
    raise Http404


def _proposal(owed: InvoiceView, version: int) -> dict[str, object]:
    """The first fee still open, so that the usual case needs no typing."""
    for line in owed.lines:
        if line.open and not line.settled:
            amount, currency = line.open.amount, line.open.currency
            return {"line": line.code, "amount": amount, "currency": currency, "after": version} | _day()
    return {"after": version} | _day()


def _day() -> dict[str, object]:
    return {"received_on": local_day(now())}


def _page(
    request: HttpRequest,
    right: Concerned,
    owed: InvoiceView | None,
    form: PaymentForm | None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "right": right,
        "address": register.in_address(right.number),
        "invoice": owed,
        "payments": [(line, payment) for line in owed.lines for payment in line.payments] if owed else [],
        "form": form,
        "at": now(),
        "today": local_day(now()),
    }
    return render(request, "fees/statement.html", context, status=status)

"""The receiving Office on fees: what is due and until when (PCT/RO/102), and money that goes back (PCT/RO/119)."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.core.event import Event
from chancery.core.saying import said
from chancery.records.fees import queries as fees
from chancery.records.fees.queries import RefundView
from chancery.records.register.events import FeeRefunded
from chancery.services.examination import formalities
from chancery.services.examination.decisions import Against, against_any_act, no
from chancery.services.examination.dossier import Dossier
from chancery.services.examination.forms import CALENDAR, CaseForm
from chancery.services.examination.offices.act import Data, OfficeAct, notification, refuse
from chancery.services.examination.offices.invitations import RemarkForm

NOTICE, REFUND = "PCT/RO/102", "PCT/RO/119"


def _against_notice(case: Dossier) -> Against:
    if refusals := against_any_act(case.right):
        return refusals
    if not formalities.unpaid(case.right):
        return no(_("The fees due on filing are paid."), "PCT Rule 15.3")
    limit = formalities.fee_limit(case.right)
    if limit and limit.due < case.on:  # type: ignore[operator]  # a day, as the application was received
        return no(_("The time limit is over: invite to pay."), "PCT Rule 16bis.1(a)")
    return ()


def _notify(case: Dossier, data: Data) -> Sequence[Event]:
    owed = formalities.open_fees(case.right)
    limit = formalities.fee_limit(case.right)
    told = "; ".join(f"{said(one.line.label)}: {one.rest or said(str(one.line.amount))}" for one in owed)
    facts = {"fees": told, "due": limit.due if limit else "", "remark": data["remark"].strip()}
    return [notification(case.right, NOTICE, role="RO", on=case.on, cites="PCT Rule 15.3", facts=facts)]


# Refunds


def refundable(case: Dossier) -> list[RefundView]:
    """What is to go back and has not yet. An amount that the Authority sets is for it to say."""
    invoice = fees.invoice(case.right.number)
    return [one for one in invoice.refunds if one.rest and one.rest.amount] if invoice else []


class RefundForm(CaseForm):
    """Which fee goes back, how much of it, when."""

    line = forms.ChoiceField(label=gettext_lazy("Fee"), widget=forms.RadioSelect)
    amount = forms.DecimalField(
        label=gettext_lazy("Amount"), min_value=Decimal("0.01"), max_digits=12, decimal_places=2, localize=False
    )
    on = forms.DateField(label=gettext_lazy("Sent back on"), widget=forms.DateInput(attrs=CALENDAR))
    reference = forms.CharField(label=gettext_lazy("Reference"), required=False, max_length=140)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("line", ((one.code, f"{said(one.label)}: {one.rest}") for one in refundable(self.case)))


def against_refund(case: Dossier) -> Against:
    if refundable(case):
        return ()
    return no(_("Nothing that was paid is to be sent back."), "PCT Rule 15.4; PCT Rule 16.2")


def _refund(case: Dossier, data: Data) -> Sequence[Event]:
    owed = next(one for one in refundable(case) if one.code == data["line"])
    if owed.rest is None or data["amount"] > owed.rest.amount:
        raise refuse(_("At most %(most)s go back.") % {"most": owed.rest}, owed.cites, "amount")
    if data["on"] > case.on:
        raise refuse(_("That day is still to come."), "", "on")
    sent = FeeRefunded(
        line=owed.code,
        amount=str(data["amount"]),
        currency=owed.rest.currency,
        refunded_on=data["on"].isoformat(),
        cites=owed.cites,
        reference=data["reference"].strip(),
    )
    facts = {"fees": f"{said(owed.label)}: {data['amount']} {owed.rest.currency}", "decided_on": data["on"]}
    return [sent, notification(case.right, REFUND, role="RO", on=case.on, cites=owed.cites, facts=facts)]


ACTS = (
    OfficeAct(
        key="fee-notice",
        role="RO",
        label=gettext_lazy("Notice of the fees due"),
        button=gettext_lazy("Send the notice"),
        cites="PCT Rule 15.3",
        form=RemarkForm,
        against=_against_notice,
        does=_notify,
        follows=((gettext_lazy("It asks no late payment fee: the time limit still runs."), "PCT Rule 16bis.1(d)"),),
    ),
    OfficeAct(
        key="refund",
        role="RO",
        label=gettext_lazy("Refund a fee"),
        button=gettext_lazy("Enter the refund"),
        cites="PCT Rule 15.4; PCT Rule 16.2",
        form=RefundForm,
        against=against_refund,
        does=_refund,
        after_the_end=True,
        follows=((gettext_lazy("The applicant is told; the statement of fees shows it."), "PCT Rule 15.4"),),
    ),
)

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chancery.core.saying import said
from chancery.records.fees.queries import InvoiceView, LineView
from chancery.treaties.kernel import Finding


def in_words(line: LineView) -> str:
    """A fee in a list of choices, with the request for which it is due."""
    return f"{said(line.label)} ({line.about})" if line.about else said(line.label)


class PaymentForm(forms.Form):
    """What an officer writes down when money has arrived."""

    line = forms.ChoiceField(label=_("Fee"))
    amount = forms.CharField(label=_("Amount"), max_length=20, widget=forms.TextInput(attrs={"inputmode": "decimal"}))
    currency = forms.CharField(label=_("Currency"), max_length=3)
    received_on = forms.DateField(label=_("Received on"), widget=forms.DateInput(attrs={"type": "date"}))
    reference = forms.CharField(
        label=_("Reference"), max_length=140, required=False, help_text=_("As it stands on the bank statement.")
    )
    after = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, invoice: InvoiceView, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["line"].choices = [(line.code, in_words(line)) for line in invoice.lines]  # type: ignore[attr-defined]

    def show(self, findings: tuple[Finding, ...]) -> None:
        """Each message beside its field; a message about no field stands above the form."""
        for finding in findings:
            self.add_error(finding.field if finding.field in self.fields else None, finding.message)

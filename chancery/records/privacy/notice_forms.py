"""Forms of the office's own registers: processors and breaches."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

RISKS = [
    ("", _("not assessed yet")),
    ("none", _("unlikely")),
    ("risk", _("there is one")),
    ("high", _("there is a high one")),
]
WHEN = {"type": "datetime-local", "step": "60"}


class Processing(forms.Form):
    name = forms.CharField(label=_("Who"), max_length=200)
    does = forms.CharField(label=_("What they do for the office"), max_length=400)
    country = forms.RegexField(
        label=_("Country"), regex=r"^[A-Z]{2}$", max_length=2, help_text=_("Two letters, such as CH.")
    )
    safeguard = forms.CharField(
        label=_("What protects the data there"),
        max_length=400,
        required=False,
        help_text=_("Where the country's law does not: the contract, the clauses (GDPR Art. 44–49)."),
    )
    page = forms.URLField(label=_("Their own privacy notice"), max_length=400, required=False, assume_scheme="https")
    holds = forms.MultipleChoiceField(label=_("What they get"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *arguments: Any, holdings: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*arguments, **more)
        self.fields["holds"].choices = holdings  # type: ignore[attr-defined]


def _moment(label: Any, help_text: Any = "", *, required: bool = False) -> forms.DateTimeField:
    """A time of the office."""
    widget = forms.DateTimeInput(attrs=WHEN, format="%Y-%m-%dT%H:%M")
    return forms.DateTimeField(label=label, help_text=help_text, required=required, widget=widget)


def _words(label: Any, help_text: Any = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, help_text=help_text, required=False, max_length=4000, widget=widget)


class Breaking(forms.Form):
    title = forms.CharField(label=_("What happened, in a few words"), max_length=200)
    known_at = _moment(
        _("When the office came to know of it"),
        _("The 72 hours run from here. In the office's time."),
        required=True,
    )
    happened = forms.CharField(label=_("When it happened, as far as known"), max_length=200, required=False)
    holds = forms.MultipleChoiceField(label=_("Whose data, which"), widget=forms.CheckboxSelectMultiple)
    people = forms.IntegerField(label=_("How many people, about"), required=False, min_value=0, max_value=2_000_000_000)
    risk = forms.ChoiceField(label=_("Risk for them"), choices=RISKS, required=False)
    consequences = _words(_("What it may lead to; or why a risk is unlikely"))
    measures = _words(_("What was done, and is to be done"))
    authority_told_at = _moment(_("When the authority was told"))
    late_because = _words(_("Why after 72 hours"), "GDPR Art. 33(1)")
    persons_told_at = _moment(_("When the persons were told"))
    untold_because = _words(_("Why they need not be told"), "GDPR Art. 34(3)")

    def __init__(self, *arguments: Any, holdings: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*arguments, **more)
        self.fields["holds"].choices = holdings  # type: ignore[attr-defined]

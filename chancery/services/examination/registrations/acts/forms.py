"""What an officer writes down of a registration file."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chancery.services.examination.forms import CALENDAR, ActForm
from chancery.services.examination.registrations.dossier import FileDossier

REMARK = _("Remark")
PUBLIC_LATER = _("It stands in the register, and anyone can read it once the registration is published.")


class FileForm(ActForm):
    """An act on one registration file: what can be chosen depends on it."""

    def __init__(self, *args: Any, case: FileDossier, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.case = case

    def offer(self, field: str, choices: Iterable[tuple[Any, Any]]) -> None:
        """What can be chosen in a field."""
        self.fields[field].choices = list(choices)  # type: ignore[attr-defined]


def day(label: Any, *, required: bool = True, help_text: Any = "") -> forms.DateField:
    """A day, with the browser's calendar."""
    return forms.DateField(
        label=label, required=required, help_text=help_text, widget=forms.DateInput(attrs=dict(CALENDAR))
    )


def remark(label: Any = REMARK) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=PUBLIC_LATER,
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def ticks(label: Any, *, required: bool = False, help_text: Any = "") -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, required=required, help_text=help_text, widget=forms.CheckboxSelectMultiple
    )


def one_of(label: Any, *, help_text: Any = "", coerce: Any = str) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(label=label, coerce=coerce, help_text=help_text, widget=forms.RadioSelect)


class NothingForm(FileForm):
    """Nothing to write."""


class ReasonForm(FileForm):
    """Why, and on which provision it rests."""

    reason = forms.CharField(label=_("Reason"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))

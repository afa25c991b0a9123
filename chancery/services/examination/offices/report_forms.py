"""The forms of search and examination: documents cited, opinions by claims, a PDF where there is one."""

from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy

from chancery.services.examination.forms import CALENDAR, CaseForm
from chancery.services.examination.offices.citation_rows import CitationsForm

CLAIMS = RegexValidator(r"^[0-9]+(\s*[-–,]\s*[0-9]+)*$", gettext_lazy("Write claims as numbers, such as 1-5, 8."))

OPINIONS = (
    ("novelty", gettext_lazy("Novelty"), "PCT Art. 33(2)"),
    ("inventive", gettext_lazy("Inventive step"), "PCT Art. 33(3)"),
    ("industrial", gettext_lazy("Industrial applicability"), "PCT Art. 33(4)"),
)


def _claims_field(label: Any) -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=200, validators=[CLAIMS])


class FiledForm(CaseForm):
    """A form with an optional PDF, kept before the act is entered."""

    file = forms.FileField(
        label=gettext_lazy("The document as PDF"),
        required=False,
        widget=forms.ClearableFileInput(attrs={"accept": "application/pdf"}),
    )


class OpinionForm(CaseForm):
    """An opinion: for each question the claims for which the answer is yes, and those for which it is no."""

    novelty_yes = _claims_field(gettext_lazy("Novelty: claims with"))
    novelty_no = _claims_field(gettext_lazy("Novelty: claims without"))
    inventive_yes = _claims_field(gettext_lazy("Inventive step: claims with"))
    inventive_no = _claims_field(gettext_lazy("Inventive step: claims without"))
    industrial_yes = _claims_field(gettext_lazy("Industrial applicability: claims with"))
    industrial_no = _claims_field(gettext_lazy("Industrial applicability: claims without"))

    @property
    def opinions(self) -> list[tuple[Any, str, forms.BoundField, forms.BoundField]]:
        """Question, provision, and the two fields, for the table of the page."""
        return [(label, cites, self[f"{key}_yes"], self[f"{key}_no"]) for key, label, cites in OPINIONS]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        data["opinion"] = opinion_in_words(data)
        return data


def opinion_in_words(data: dict[str, Any]) -> str:
    """``Novelty: yes 1-5, no 6; inventive step: …``, in English as the register keeps it."""
    names = {"novelty": "Novelty", "inventive": "inventive step", "industrial": "industrial applicability"}
    told = []
    for key, name in names.items():
        parts = [f"{word} {data[f'{key}_{word}']}" for word in ("yes", "no") if data.get(f"{key}_{word}")]
        if parts:
            told.append(f"{name}: {', '.join(parts)}")
    return "; ".join(told)


class ReportForm(CitationsForm, OpinionForm, FiledForm):
    """The international search report, with the written opinion; or the declaration that there is none."""

    established_on = forms.DateField(label=gettext_lazy("Established on"), widget=forms.DateInput(attrs=CALENDAR))
    classifications = forms.CharField(
        label=gettext_lazy("Classification (IPC)"),
        required=False,
        max_length=400,
        help_text=gettext_lazy("Symbols with commas, such as E05C 19/16, E05D 11/10."),
    )
    declined = forms.CharField(
        label=gettext_lazy("Declaration that no report is established: why"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "Only where the subject matter need not be searched, or no meaningful search is possible."
        ),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        data["classifications"] = tuple(
            one.strip() for one in data.get("classifications", "").split(",") if one.strip()
        )
        return data

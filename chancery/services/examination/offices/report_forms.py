"""The forms of search and examination: citations row by row, opinions by claims, a PDF where there is one."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.services.examination.forms import CALENDAR, CaseForm

CATEGORIES = {
    "X": gettext_lazy("alone takes away novelty or inventive step"),
    "Y": gettext_lazy("does so together with others"),
    "A": gettext_lazy("background"),
    "O": gettext_lazy("spoken, used or shown"),
    "P": gettext_lazy("published between priority and filing date"),
    "E": gettext_lazy("earlier right, published later"),
    "T": gettext_lazy("later, explains the invention"),
    "L": gettext_lazy("casts doubt on a priority claim, or other reason"),
    "&": gettext_lazy("member of the same patent family"),
    "D": gettext_lazy("cited in the application"),
}
"""What a letter beside a citation says (PCT Administrative Instructions 505, 507)."""

COLUMNS = ("document", "category", "passages", "claims")
LEAST_ROWS, MOST_ROWS, MORE = 3, 60, 5
CLAIMS = RegexValidator(r"^[0-9]+(\s*[-–,]\s*[0-9]+)*$", gettext_lazy("Write claims as numbers, such as 1-5, 8."))
CATEGORY = RegexValidator(
    r"^[XYAOPETLD&](\s*,\s*[XYAOPETLD&])*$", gettext_lazy("One or more of X Y A O P E T L & D, with commas.")
)

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


class ReportForm(OpinionForm, FiledForm):
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
    rows = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0, max_value=MOST_ROWS)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for row in range(self.count):
            for column in COLUMNS:
                self.fields[_name(row, column)] = _cell(row, column)

    @property
    def categories(self) -> dict[str, Any]:
        """The letters and what they say, for the side of the page."""
        return CATEGORIES

    @property
    def count(self) -> int:
        """How many rows the form shows: as many as it was sent with, and some more where that was asked for."""
        sent = str(self.data.get("rows") or LEAST_ROWS)
        rows = int(sent) if sent.isdigit() else LEAST_ROWS
        return min(rows + (MORE if "more" in self.data else 0), MOST_ROWS)

    @property
    def table(self) -> Iterator[list[forms.BoundField]]:
        """The rows of the citations."""
        return ([self[_name(row, column)] for column in COLUMNS] for row in range(self.count))

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        data["citations"] = tuple(row for row in self._rows(data) if row["document"])
        data["classifications"] = tuple(
            one.strip() for one in data.get("classifications", "").split(",") if one.strip()
        )
        return data

    def _rows(self, data: dict[str, Any]) -> Iterator[dict[str, str]]:
        for row in range(self.count):
            cells = {column: " ".join(data.get(_name(row, column), "").split()) for column in COLUMNS}
            if any(cells.values()) and not cells["document"]:
                self.add_error(_name(row, "document"), _("Name the document."))
            if cells["document"] and not cells["category"] and _name(row, "category") not in self.errors:
                self.add_error(_name(row, "category"), _("Say of which category it is."))
            yield cells


def _name(row: int, column: str) -> str:
    return f"c{row}_{column}"


_LABELS = {
    "document": gettext_lazy("Document"),
    "category": gettext_lazy("Category"),
    "passages": gettext_lazy("Passages"),
    "claims": gettext_lazy("Claims"),
}


def _cell(row: int, column: str) -> forms.CharField:
    """One cell; the head of the table names it for those who see, its label for those who listen."""
    validators = {"category": [CATEGORY], "claims": [CLAIMS]}.get(column, [])
    label = f"{_LABELS[column]} {row + 1}"
    return forms.CharField(
        label=label,
        required=False,
        max_length=500,
        validators=validators,
        widget=forms.TextInput(attrs={"class": "form-control form-control-sm", "aria-label": label}),
    )

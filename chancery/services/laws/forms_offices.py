"""The facts of the calculators about Offices: where one may file, and what it costs to go on."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.services.laws import queries
from chancery.services.laws.forms import APPLICANTS, authority_field, codes_field, day_field, read_codes
from chancery.treaties import pct
from chancery.treaties.pct.offices import names

ENTITIES = [
    ("", gettext_lazy("Full fees")),
    ("small", gettext_lazy("Small entity")),
    ("micro", gettext_lazy("Micro entity")),
]


def _count(label: Any, help_text: Any = "", most: int = 100_000) -> forms.IntegerField:
    return forms.IntegerField(label=label, help_text=help_text, required=False, min_value=0, max_value=most)


def _state(label: Any) -> forms.ChoiceField:
    """Any State of the world: it is the answer that says whether it is a Contracting State."""
    return forms.ChoiceField(label=label, required=False, choices=lambda: [("", ""), *_every_state()])


class WhereFacts(forms.Form):
    """Who applies, and when: with which Offices may they file?"""

    on = day_field(gettext_lazy("Filed on"), required=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in APPLICANTS:
            self.fields[f"nationality_{number}"] = _state(_("State of nationality"))
            self.fields[f"residence_{number}"] = _state(_("State of residence"))

    @property
    def applicants(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The rows that are filled in, and one more."""
        rows = [(self[f"nationality_{number}"], self[f"residence_{number}"]) for number in APPLICANTS]
        used = sum(bool(one.data or other.data) for one, other in rows)
        return rows[: used + 1]

    def parties(self) -> tuple[pct.Party, ...]:
        facts = self.cleaned_data
        pairs = [(facts[f"nationality_{number}"], facts[f"residence_{number}"]) for number in APPLICANTS]
        return tuple(pct.Party(nationality=nation, residence=home) for nation, home in pairs if nation or home)


class AbroadFacts(forms.Form):
    """One case, and the Offices in which it may go on."""

    priority_date = day_field(gettext_lazy("Priority date"), gettext_lazy("The filing date, where none is claimed."))
    filing_date = day_field(gettext_lazy("International filing date"))
    demand_received = day_field(gettext_lazy("Demand received on"), gettext_lazy("Only if there is one."))
    searching_authority = authority_field(gettext_lazy("Searching Authority"))
    language = forms.CharField(
        label=gettext_lazy("Language of the application"),
        help_text=gettext_lazy("As a code: en, fr, zh …"),
        required=False,
        max_length=8,
    )
    offices = forms.MultipleChoiceField(
        label=gettext_lazy("Offices whose schedule of fees is known"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=lambda: [(code, f"{code}  {name}") for code, name in queries.offices_with_schedule().items()],
    )
    others = codes_field(gettext_lazy("Other Offices, by their codes"))
    claims = _count(gettext_lazy("Claims"))
    independent_claims = _count(gettext_lazy("Independent claims among them"))
    sheets = _count(gettext_lazy("Sheets"))
    priorities = _count(gettext_lazy("Priority claims"), most=100)
    words = _count(gettext_lazy("Words to be translated"), most=10_000_000)
    entity = forms.ChoiceField(label=gettext_lazy("Who pays"), required=False, choices=ENTITIES)
    years = _count(gettext_lazy("Renewals up to year"), gettext_lazy("At most 20."), most=20)

    def clean_others(self) -> tuple[str, ...]:
        return read_codes(self.cleaned_data["others"])

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if not self.errors and not (data.get("priority_date") or data.get("filing_date")):
            self.add_error("priority_date", _("Give the priority date or the international filing date."))
        if not self.errors and not self.chosen():
            self.add_error("offices", _("Choose at least one Office."))
        return data

    def chosen(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.cleaned_data["offices"], *self.cleaned_data["others"])))

    def record(self) -> pct.Record:
        facts = self.cleaned_data
        earliest: date = facts["priority_date"] or facts["filing_date"]
        return pct.Record(
            priority_date=earliest,
            filing_date=facts["filing_date"],
            received_on=facts["filing_date"],
            demand_received=facts["demand_received"],
            searching_authority=facts["searching_authority"],
            language=facts["language"].lower(),
        )

    def extent(self) -> pct.Extent:
        facts = self.cleaned_data
        return pct.Extent(
            claims=facts["claims"],
            independent_claims=facts["independent_claims"],
            sheets=facts["sheets"],
            priorities=facts["priorities"],
        )


def _every_state() -> list[tuple[str, str]]:
    return sorted(((code, f"{name} ({code})") for code, name in names().items()), key=lambda one: one[1])

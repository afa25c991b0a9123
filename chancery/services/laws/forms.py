"""The calculators' facts. The address is the state: every form is sent by GET, and an empty one asks nothing."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.services.laws import queries
from chancery.treaties import pct

EARLIEST, LATEST = date(1970, 1, 1), date(2199, 12, 31)
APPLICANTS = (1, 2, 3)
MOST_SHEETS = 100_000


def _plausible(day: date) -> None:
    if not EARLIEST <= day <= LATEST:
        raise ValidationError(_("Give a day between 1970 and 2199."))


def day_field(label: Any, help_text: Any = "", *, required: bool = False) -> forms.DateField:
    """A date as the office writes it, typed or chosen."""
    return forms.DateField(
        label=label,
        help_text=help_text,
        required=required,
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(attrs={"type": "date", "class": "num"}, format="%Y-%m-%d"),
        validators=[_plausible],
        error_messages={"invalid": gettext_lazy("A date is written YYYY-MM-DD, as 2026-11-22.")},
    )


def office_field(label: Any, *, required: bool = False) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, required=required, choices=lambda: _choices(queries.offices(), required))


def authority_field(label: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, required=False, choices=lambda: _choices(queries.authorities(), False))


def designated_field(label: Any) -> forms.ChoiceField:
    """An Office with which the national or regional phase is entered."""
    names = {code: name for code, name in queries.offices().items() if code in queries.designatable()}
    return forms.ChoiceField(label=label, required=False, choices=_choices(names, required=False))


def _choices(names: Mapping[str, str], required: bool) -> list[tuple[str, str]]:
    blank = [] if required else [("", "")]
    return [*blank, *((code, f"{code}  {name}") for code, name in names.items())]


def codes_field(label: Any) -> forms.CharField:
    """Designated Offices, typed one after the other; `read_codes` reads them."""
    return forms.CharField(
        label=label,
        help_text=gettext_lazy("Such as FR NG ZA."),
        required=False,
        max_length=400,
        widget=forms.TextInput(attrs={"class": "num"}),
    )


def read_codes(typed: str) -> tuple[str, ...]:
    """The Offices typed, each once. Raises ``ValidationError`` naming those that are none."""
    codes = tuple(dict.fromkeys(typed.upper().replace(",", " ").split()))
    if unknown := [code for code in codes if code not in queries.designatable()]:
        raise ValidationError(
            _("%(codes)s: there is no such Office in the PCT. Write the two letters of WIPO Standard ST.3."),
            params={"codes": ", ".join(unknown[:5])},
        )
    return codes


FORMATS = [
    ("", ""),
    ("paper", gettext_lazy("On paper")),
    ("pdf", gettext_lazy("Electronic, request not character coded")),
    ("request coded", gettext_lazy("Electronic, request character coded")),
    ("all coded", gettext_lazy("Electronic, request, description, claims and abstract character coded")),
]
KINDS = [("", ""), ("natural", gettext_lazy("Natural person")), ("legal", gettext_lazy("Legal entity"))]
CLAIMED = [("", gettext_lazy("Not said")), ("yes", gettext_lazy("Yes")), ("no", gettext_lazy("No"))]


class FeeFacts(forms.Form):
    """What the fees of an application depend on."""

    receiving_office = office_field(gettext_lazy("Receiving Office"), required=True)
    searching_authority = authority_field(gettext_lazy("Searching Authority"))
    received_on = day_field(gettext_lazy("Received on"), gettext_lazy("The amounts of this day are due."))
    sheets = forms.IntegerField(
        label=gettext_lazy("Sheets"),
        help_text=gettext_lazy("All of them, with the request and the abstract, without a sequence listing in XML."),
        required=False,
        min_value=1,
        max_value=MOST_SHEETS,
    )
    format = forms.ChoiceField(label=gettext_lazy("Form of filing"), required=False, choices=FORMATS)
    reduction = forms.ChoiceField(
        label=gettext_lazy("Is the 90-percent reduction claimed?"), required=False, choices=CLAIMED
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in APPLICANTS:
            self.fields[f"kind_{number}"] = forms.ChoiceField(label=_("Applicant"), required=False, choices=KINDS)
            self.fields[f"nationality_{number}"] = office_field(_("State of nationality"))
            self.fields[f"residence_{number}"] = office_field(_("State of residence"))

    @property
    def applicants(self) -> list[tuple[forms.BoundField, forms.BoundField, forms.BoundField]]:
        rows = [
            (self[f"kind_{number}"], self[f"nationality_{number}"], self[f"residence_{number}"])
            for number in APPLICANTS
        ]
        used = sum(any(field.data for field in row) for row in rows)
        return rows[: used + 1]

    @property
    def matter(self) -> list[forms.BoundField]:
        return [self[name] for name in list(self.fields) if not name[-1].isdigit()]

    def application(self) -> pct.Application:
        """An application with just the facts that the fees ask for."""
        facts = self.cleaned_data
        parties = tuple(
            pct.Party(
                name=_("Applicant %(number)d") % {"number": number},
                kind=facts[f"kind_{number}"],
                nationality=facts[f"nationality_{number}"],
                residence=facts[f"residence_{number}"],
            )
            for number in APPLICANTS
            if facts[f"kind_{number}"] or facts[f"nationality_{number}"] or facts[f"residence_{number}"]
        )
        return pct.Application(
            receiving_office=facts["receiving_office"],
            searching_authority=facts["searching_authority"],
            format=facts["format"],
            fee_reduction_claimed={"yes": True, "no": False}.get(facts["reduction"]),
            parties=parties,
            **_sheets(facts["sheets"]),
        )


def _sheets(count: int | None) -> dict[str, Any]:
    """The total as given: it stands for the request and everything else together."""
    if count is None:
        return {}
    return {"request_sheets": count - 1, "parts": (pct.Part(kind="abstract", sheets=1),)}


class ClosedDay(forms.Form):
    office = office_field(gettext_lazy("Office"), required=True)
    day = day_field(gettext_lazy("Day"), required=True)

"""How the tables of contracting parties are narrowed. The address is the state."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.services.laws.forms import day_field
from chancery.services.laws.registrations.members import Wanted, declarations_of
from chancery.services.laws.registrations.parties import NAMES

KINDS = [
    ("", gettext_lazy("All")),
    ("state", gettext_lazy("States and territories")),
    ("organization", gettext_lazy("Organizations and common Offices")),
]


class WorldFilter(forms.Form):
    """Which parties, on which day, in which order."""

    words = forms.CharField(label=gettext_lazy("Name or code"), required=False, max_length=60)
    kind = forms.ChoiceField(label=gettext_lazy("Kind of party"), required=False, choices=KINDS)
    systems = forms.MultipleChoiceField(
        label=gettext_lazy("Bound by all of"),
        required=False,
        choices=list(NAMES.items()),
        widget=forms.CheckboxSelectMultiple,
    )
    on = day_field(gettext_lazy("Bound on"))
    since = day_field(gettext_lazy("Bound from then or later"))
    sort = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)

    def wanted(self, today: date) -> Wanted:
        facts = self.cleaned_data
        return Wanted(
            on=facts["on"] or today,
            bound=facts["on"] is not None,
            since=facts["since"],
            words=facts["words"],
            declared=facts.get("declared", ""),
            kind=facts["kind"],
            systems=tuple(facts.get("systems", ())),
        )


class MemberFilter(WorldFilter):
    """The same for one system, where one declaration can be asked for."""

    systems = None  # type: ignore[assignment]  # Django's way to leave out what is inherited
    field_order = ("words", "declared", "kind", "on", "since")

    def __init__(self, *args: Any, system: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [(each, each) for each in declarations_of(system)]
        self.fields["declared"] = forms.ChoiceField(
            label=_("Has declared under"), required=False, choices=[("", _("Anything, or nothing")), *known]
        )
        self.order_fields(self.field_order)

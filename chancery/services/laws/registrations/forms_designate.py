"""The facts of the question whether a party can be designated. The address is the state."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.services.laws.forms import day_field
from chancery.services.laws.registrations.designating import Case
from chancery.services.laws.registrations.forms_fees import count_field, holder_field
from chancery.services.laws.registrations.parties import codes
from chancery.services.laws.registrations.questions import MOST_CLASSES, MOST_DESIGNS


class DesignateFacts(forms.Form):
    """Who asks, for which party, and on which day."""

    def __init__(self, *args: Any, system: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = _("Party of origin") if system == "lisbon" else _("Party of the applicant or holder")
        self.fields["holder"] = holder_field(system, own)
        self.fields["party"] = forms.ChoiceField(
            label=_("Party where protection is wanted"),
            choices=[("", ""), *((code, f"{code}  {name}") for code, name in codes().items())],
        )
        self.fields["on"] = day_field(_("On"), required=True)
        if system == "madrid":
            self.fields["count"] = count_field(_("Classes of goods and services"), MOST_CLASSES)
        elif system == "hague":
            self.fields["count"] = count_field(_("Designs"), MOST_DESIGNS)
        else:
            self.fields["indication"] = forms.BooleanField(
                label=gettext_lazy("A geographical indication that is no appellation of origin"), required=False
            )

    def case(self) -> Case:
        facts = self.cleaned_data
        return Case(
            holder=facts["holder"],
            party=facts["party"],
            on=facts["on"],
            count=facts.get("count") or 1,
            indication=facts.get("indication", False),
        )

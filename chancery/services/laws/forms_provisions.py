"""How the table of provisions is narrowed. The address is the state."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from chancery.services.laws.narrowing import Wanted
from chancery.services.laws.provisions import table
from chancery.services.laws.words import CONFIDENCE, KINDS, USES


class ProvisionFilter(forms.Form):
    """Words, a kind that the treaty has, what rests on it, how sure its text is."""

    words = forms.CharField(label=gettext_lazy("Number or words"), required=False, max_length=60)
    kind = forms.ChoiceField(label=gettext_lazy("Kind of provision"), required=False)
    use = forms.ChoiceField(
        label=gettext_lazy("Used for"),
        required=False,
        choices=[("", gettext_lazy("Anything, or nothing")), *USES.items()],
    )
    sure = forms.ChoiceField(
        label=gettext_lazy("How sure"),
        required=False,
        choices=[("", gettext_lazy("All")), *((key, word) for key, (_tone, word) in CONFIDENCE.items())],
    )

    def __init__(self, *args: Any, treaty: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        there = {one.citation.kind for one in table(treaty)}
        kinds = [(kind, label) for kind, label in KINDS.items() if kind in there]
        self.fields["kind"] = forms.ChoiceField(
            label=self.fields["kind"].label, required=False, choices=[("", gettext_lazy("All")), *kinds]
        )

    def wanted(self) -> Wanted:
        return Wanted(**self.cleaned_data)

from django import forms
from django.utils.translation import gettext_lazy as _

from chancery.records.privacy.queries import RIGHTS


class Ask(forms.Form):
    right = forms.ChoiceField(label=_("I ask the office to"), choices=list(RIGHTS.items()))
    text = forms.CharField(label=_("Which data, and why"), max_length=4000, widget=forms.Textarea(attrs={"rows": 4}))


class Erase(forms.Form):
    sure = forms.BooleanField(
        label=_("Close my account and erase it. I know that this cannot be undone."),
        error_messages={"required": _("Tick this to go on.")},
    )

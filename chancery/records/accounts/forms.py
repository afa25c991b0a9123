from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class SignUp(forms.Form):
    """What allauth's sign-up form asks beyond address and password."""

    name = forms.CharField(
        label=_("Name"),
        max_length=200,
        help_text=_("Your own name. An account belongs to one person; a firm's members each have theirs."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    field_order = ("name", "email", "password1")

    def signup(self, request: Any, user: Any) -> None:
        user.name = self.cleaned_data["name"]
        user.language = getattr(request, "LANGUAGE_CODE", "en")
        user.save(update_fields=["name", "language"])

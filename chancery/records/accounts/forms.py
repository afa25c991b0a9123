from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from chancery.treaties.kernel import Finding


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


class Told(forms.Form):
    """A form that shows what an action refused, each message beside its field."""

    def show(self, findings: tuple[Finding, ...]) -> None:
        for finding in findings:
            self.add_error(finding.field if finding.field in self.fields else None, finding.message)


class Profile(Told):
    name = forms.CharField(label=_("Name"), max_length=200, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    language = forms.ChoiceField(
        label=_("Language"),
        choices=settings.LANGUAGES,
        help_text=_("In which the office writes to you. The language of the pages is chosen at the top."),
    )


class NewToken(Told):
    label = forms.CharField(
        label=_("What is it for?"),
        max_length=80,
        error_messages={"required": _("Give the token a name, so that you know later what it is for.")},
    )

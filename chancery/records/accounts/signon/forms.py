from dataclasses import asdict
from typing import Any

from allauth.idp.oidc.models import Client
from django import forms
from django.utils.translation import gettext_lazy as _

from chancery.records.accounts.forms import Told
from chancery.records.accounts.signon import scopes, words
from chancery.records.accounts.signon.clients import Terms
from chancery.records.accounts.signon.models import Service


class Lines(forms.CharField):
    """One address a line."""

    widget = forms.Textarea(attrs={"rows": 3, "dir": "ltr", "spellcheck": "false"})

    def prepare_value(self, value: Any) -> Any:
        return value if isinstance(value, str) or value is None else "\n".join(value)

    def clean(self, value: Any) -> list[str]:
        return [line.strip() for line in super().clean(value).splitlines() if line.strip()]


class Address(forms.CharField):
    widget = forms.URLInput(attrs={"dir": "ltr"})


class ServiceForm(Told):
    """What an operator says of a service that uses the sign-in, and may change."""

    name = forms.CharField(label=_("Name of the service"), max_length=100, help_text=_("As people know it."))
    run_by = forms.CharField(label=_("Run by"), max_length=200, help_text=_("The firm or office that gets the data."))
    purpose = forms.CharField(
        label=_("What for"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One or two sentences. Everybody reads them before they agree."),
    )
    policy_address = Address(label=_("Its privacy policy"), max_length=500)
    scopes = forms.MultipleChoiceField(
        label=_("It may ask for"), required=False, choices=scopes.choices, widget=forms.CheckboxSelectMultiple
    )
    redirect_addresses = Lines(
        label=_("Where people come back to"), help_text=_("One address a line, compared sign by sign.")
    )
    after_logout = Lines(label=_("Where people go after signing out"), required=False)
    logout_address = Address(
        label=_("Tell it of a sign-out at"),
        max_length=500,
        required=False,
        help_text=_("OpenID Connect Back-Channel Logout."),
    )
    home_address = Address(label=_("Its first page"), max_length=500, required=False)
    level = forms.ChoiceField(label=_("People must have signed in with"), choices=lambda: [*words.levels().items()])

    def terms(self, **more: Any) -> Terms:
        return Terms(**{**self.cleaned_data, **more})

    @staticmethod
    def said_by(service: Service) -> dict[str, Any]:
        """The terms as they stand."""
        client = service.client
        terms = Terms(
            name=client.name,
            run_by=service.run_by,
            purpose=service.purpose,
            policy_address=service.policy_address,
            redirect_addresses=client.get_redirect_uris(),
            scopes=client.get_scopes(),
            native=client.type == Client.Type.PUBLIC,
            home_address=service.home_address,
            logout_address=service.logout_address,
            after_logout=client.get_post_logout_redirect_uris(),
            level=service.level,
        )
        return asdict(terms)


class NewService(ServiceForm):
    """A new service: where it runs is said once."""

    native = forms.BooleanField(
        label=_("It runs on people's devices and can keep no secret"),
        required=False,
        help_text=_("This stays as it is once the service is registered."),
    )

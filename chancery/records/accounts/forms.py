from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from chancery.records.accounts import words
from chancery.records.accounts.countries import choices as countries
from chancery.treaties.kernel import Finding

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


def name_field(label: "_StrPromise", means: str, **more: Any) -> forms.CharField:
    """A part of a person's name; ``means`` is what HTML calls it, so that a browser can fill it in."""
    return forms.CharField(label=label, max_length=100, widget=forms.TextInput(attrs={"autocomplete": means}), **more)


class SignUp(forms.Form):
    """What allauth's sign-up form asks beyond address and password."""

    first_name = name_field(_("First name"), "given-name", required=False)
    last_name = name_field(
        _("Last name"),
        "family-name",
        help_text=_("Your own. An account belongs to one person; a firm's members each have theirs."),
    )
    field_order = ("first_name", "last_name", "email", "password1")

    def signup(self, request: Any, user: Any) -> None:
        user.first_name, user.last_name = self.cleaned_data["first_name"], self.cleaned_data["last_name"]
        user.name = f"{user.first_name} {user.last_name}".strip()
        user.language = getattr(request, "LANGUAGE_CODE", "en")
        user.save(update_fields=["name", "first_name", "last_name", "language"])


class Told(forms.Form):
    """A form that shows what an action refused, each message beside its field."""

    def show(self, findings: tuple[Finding, ...]) -> None:
        for finding in findings:
            self.add_error(finding.field if finding.field in self.fields else None, finding.message)


class Profile(Told):
    first_name = name_field(_("First name"), "given-name", required=False)
    last_name = name_field(_("Last name"), "family-name", required=False)
    address = forms.CharField(
        label=_("Postal address"),
        max_length=1000,
        required=False,
        help_text=_("You can take it over into what you file."),
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "street-address"}),
    )
    country = forms.ChoiceField(label=_("State"), required=False, choices=countries)
    phone = forms.CharField(
        label=_("Telephone"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "type": "tel"}),
    )
    language = forms.ChoiceField(
        label=_("Language"),
        choices=settings.LANGUAGES,
        help_text=_("In which the office writes to you. The language of the pages is chosen at the top."),
    )
    reads = forms.MultipleChoiceField(
        label=_("You also read"), required=False, choices=settings.LANGUAGES, widget=forms.CheckboxSelectMultiple
    )


class NewToken(Told):
    label = forms.CharField(
        label=_("What is it for?"),
        max_length=80,
        error_messages={"required": _("Give the token a name, so that you know later what it is for.")},
    )


class Organisation(Told):
    name = forms.CharField(
        label=_("Name"), max_length=200, widget=forms.TextInput(attrs={"autocomplete": "organization"})
    )
    address = forms.CharField(
        label=_("Postal address"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "street-address"}),
    )
    country = forms.ChoiceField(label=_("State"), required=False, choices=countries)


class Invite(Told):
    email = forms.EmailField(label=_("E-mail address"), help_text=_("Only an account with this address can answer."))
    role = forms.ChoiceField(label=_("As"), choices=lambda: [*words.member_roles().items()])


class InviteStaff(Told):
    email = forms.EmailField(label=_("E-mail address"), help_text=_("Only an account with this address can answer."))
    role = forms.ChoiceField(
        label=_("As"), choices=lambda: [(key, name) for key, (name, _) in words.office_roles().items()]
    )


class Offer(Told):
    """To act for an organisation, or for the person who asks."""

    email = forms.EmailField(label=_("E-mail address"), help_text=_("Only an account with this address can answer."))
    level = forms.ChoiceField(label=_("May"), choices=lambda: [*words.levels().items()], initial="editor")
    scope = forms.ChoiceField(label=_("In"), choices=lambda: [*words.scopes().items()])
    number = forms.CharField(
        label=_("Only this application"),
        max_length=40,
        required=False,
        help_text=_("Its number, such as PCT/IB2026/000001."),
        widget=forms.TextInput(attrs={"class": "num"}),
    )
    until = forms.DateField(
        label=_("Until and including"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def terms(self) -> dict[str, Any]:
        """What `actions.offer` is asked for: the number of one right takes the place of the scope."""
        given = dict(self.cleaned_data)
        number = given.pop("number").strip()
        return {**given, "scope": number} if number else given


class Group(Told):
    """A group of an organisation. ``numbers`` one a line, where it is not for all."""

    name = forms.CharField(label=_("Name of the group"), max_length=80)
    level = forms.ChoiceField(label=_("May"), choices=lambda: [*words.levels().items()], initial="editor")
    scope = forms.ChoiceField(
        label=_("In"), choices=lambda: [*words.scopes().items(), ("", _("only these applications"))], required=False
    )
    numbers = forms.CharField(
        label=_("Only these applications"),
        required=False,
        max_length=8000,
        help_text=_("Their numbers, one a line, such as PCT/IB2026/000001."),
        widget=forms.Textarea(attrs={"rows": 3, "class": "num"}),
    )

    def terms(self) -> dict[str, Any]:
        """What `actions.make_group` is asked for: numbers take the place of the scope."""
        given = dict(self.cleaned_data)
        numbers, scope = given.pop("numbers").split(), given.pop("scope")
        return {**given, "scopes": numbers or ([scope] if scope else [])}

    @staticmethod
    def of(scopes: tuple[str, ...], **facts: Any) -> dict[str, Any]:
        """The first values of the form for a group that there is."""
        whole = next((one for one in scopes if one in words.scopes()), "")
        return {**facts, "scope": whole, "numbers": "" if whole else "\n".join(scopes)}


class MembersLevel(Told):
    level = forms.ChoiceField(
        label=_("A plain member may"),
        required=False,
        choices=lambda: [*words.levels().items(), ("", _("nothing, except by their groups"))],
    )


class Claim(Told):
    reason = forms.CharField(
        label=_("Why can the administrators not be asked?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The office reads this. So do the administrators, who may say no."),
    )

"""What somebody writes to the office, and what the office writes back."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chancery.services.contact.actions import LONGEST
from chancery.services.contact.topics import TOPICS
from chancery.treaties.kernel import Finding


def changed(data: Any, **fields: str) -> Any:
    """What was sent, with some fields replaced; the request's own copy stays as it is."""
    copy = data.copy()
    for name, value in fields.items():
        copy[name] = value
    return copy


class Told(forms.Form):
    """A form that shows what an action refused, each message beside its field."""

    def show(self, findings: Iterable[Finding]) -> None:
        for finding in findings:
            self.add_error(finding.field if finding.field in self.fields else None, finding.message)


class AskForm(Told):
    """A question. ``website`` is not for people: it is out of sight, and programs that fill every field fill it."""

    topic = forms.ChoiceField(
        label=_("What is it about?"),
        choices=[("", _("Choose one")), *((topic.key, topic.label) for topic in TOPICS)],
        error_messages={"required": _("Choose what your question is about.")},
    )
    about = forms.CharField(
        label=_("Number of the application"),
        required=False,
        max_length=40,
        help_text=_("If it is about one, such as PCT/IB2026/000001."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    text = forms.CharField(
        label=_("Your question"),
        max_length=LONGEST,
        error_messages={"required": _("Write your question.")},
        widget=forms.Textarea(attrs={"rows": 8, "dir": "auto"}),
    )
    name = forms.CharField(
        label=_("Your name"),
        max_length=200,
        error_messages={"required": _("Give your name, so that the office knows whom it answers.")},
        widget=forms.TextInput(attrs={"autocomplete": "name", "dir": "auto"}),
    )
    email = forms.EmailField(
        label=_("Your e-mail address"),
        help_text=_("For e-mail about this question, and for nothing else."),
        error_messages={"required": _("Give an e-mail address, so that the office can tell you when it has answered.")},
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    website = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    def __init__(self, *args: Any, signed_in: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if signed_in:
            del self.fields["name"], self.fields["email"]

    def clean_website(self) -> str:
        """Whoever filled it is told, and finds it empty again: it may have been a helpful browser."""
        if self.cleaned_data["website"]:
            self.data = changed(self.data, website="")
            raise forms.ValidationError(
                _("A field that people do not see was filled in. It is empty now: send your question again.")
            )
        return ""


class WordsForm(Told):
    """A further word of the person."""

    text = forms.CharField(
        label=_("Write again"),
        max_length=LONGEST,
        error_messages={"required": _("Write something first.")},
        widget=forms.Textarea(attrs={"rows": 5, "dir": "auto"}),
    )


class AnswerForm(Told):
    """The office's answer, with the version that the officer had read."""

    after = forms.IntegerField(widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("Answer"),
        max_length=LONGEST,
        error_messages={"required": _("Write the answer first.")},
        widget=forms.Textarea(attrs={"rows": 8, "dir": "auto"}),
    )

    def look_again(self, version: int) -> None:
        """The officer is shown what was said since, so what is sent next takes account of it."""
        self.data = changed(self.data, after=str(version))


class NoteForm(Told):
    text = forms.CharField(
        label=_("Internal note"),
        max_length=LONGEST,
        error_messages={"required": _("Write the note first.")},
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )

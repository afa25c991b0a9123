"""What a person asks of the docket."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from chancery.records.register.queries import Right
from chancery.services.docket.queries import LEADS
from chancery.services.docket.supposing import Supposition

EARLIEST, LATEST = date(1970, 1, 1), date(2199, 12, 31)


class Wishes(forms.Form):
    """Reminders: whether, and how many days ahead."""

    reminders = forms.BooleanField(label=_("Remind me by e-mail"), required=False)
    days_ahead = forms.TypedMultipleChoiceField(
        label=_("Days before the end"),
        required=False,
        coerce=int,
        choices=[(days, str(days)) for days in LEADS],
        widget=forms.CheckboxSelectMultiple,
    )


def _day(label: Any, help_text: Any = "", *, required: bool = False) -> forms.DateField:
    return forms.DateField(
        label=label,
        help_text=help_text,
        required=required,
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(attrs={"type": "date", "class": "num"}, format="%Y-%m-%d"),
        validators=[_plausible],
        error_messages={"invalid": _("A date is written YYYY-MM-DD, as 2026-11-22.")},
    )


def _plausible(day: date) -> None:
    """A time limit must end before the calendar does."""
    if not EARLIEST <= day <= LATEST:
        raise ValidationError(_("Give a day between 1970 and 2199."))


class WhatIf(forms.Form):
    """What is supposed to happen, and when. The address is the state: it is sent by GET."""

    on = _day(_("On the day"), _("When the Office receives it."), required=True)
    withdrawn = forms.TypedChoiceField(
        label=_("This priority claim is withdrawn"), required=False, coerce=int, empty_value=None
    )
    added = _day(_("A priority claim is added, from an application filed on"))
    filing_date = _day(_("The international filing date becomes"))
    reported = forms.BooleanField(label=_("The search report is sent"), required=False)
    demanded = forms.BooleanField(label=_("Preliminary examination is demanded"), required=False)
    published = forms.BooleanField(label=_("The application is published"), required=False)

    def __init__(self, right: Right, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        claims = right.application.priority_claims
        standing = [(place, claim) for place, claim in enumerate(claims) if claim.ceased_on is None]
        choices = [(place, f"{claim.office} {claim.number} {claim.filed_on or ''}") for place, claim in standing]
        self.fields["withdrawn"].choices = [("", ""), *choices]  # type: ignore[attr-defined]

    def supposition(self) -> Supposition | None:
        """What is supposed; None while it cannot be read, or nothing is."""
        if not self.is_bound or not self.is_valid():
            return None
        typed = self.cleaned_data
        what = Supposition(
            on=typed["on"],
            withdrawn=typed["withdrawn"],
            added=typed["added"],
            filing_date=typed["filing_date"],
            demanded=typed["demanded"],
            published=typed["published"],
            reported=typed["reported"],
        )
        return None if what.empty else what


def begun(query: dict[str, str], today: date) -> dict[str, str]:
    """The fields of an address; the day is today's where none is given."""
    return {"on": today.isoformat(), **query}

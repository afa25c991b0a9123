"""What an officer, a publisher and an operator write down."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chancery.core.saying import said
from chancery.services.examination.dossier import Dossier
from chancery.services.examination.simulation import LONGEST, Change
from chancery.treaties import pct
from chancery.treaties.kernel import Finding

CALENDAR = {"type": "date"}
PUBLIC_LATER = _("It stands in the register, and anyone can read it once the application is published.")


class RefusableForm(forms.Form):
    """A form of which what was written down can be refused."""

    def show(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Put each refusal beside its field; give back those that belong to none."""
        loose = []
        for finding in findings:
            if finding.field in self.fields:
                self.add_error(finding.field, said(finding))
            else:
                loose.append(finding)
        return tuple(loose)


class ActForm(RefusableForm):
    """An act on an application, with the version that was on the page when the officer decided."""

    after = forms.IntegerField(widget=forms.HiddenInput)

    def look_again(self, version: int) -> None:
        """The officer is shown the newer state now, so what is sent next is decided on that."""
        data = self.data.copy()  # type: ignore[attr-defined]  # a QueryDict, as forms get it
        data["after"] = str(version)
        self.data = data


class CaseForm(ActForm):
    """An act on one case: what can be chosen depends on it."""

    def __init__(self, *args: Any, case: Dossier, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.case = case

    def offer(self, field: str, choices: Iterable[tuple[Any, Any]]) -> None:
        """What can be chosen in a field."""
        self.fields[field].choices = list(choices)  # type: ignore[attr-defined]


class InvitationForm(ActForm):
    """Which findings to invite about, one of the officer's own, and a remark."""

    findings = forms.MultipleChoiceField(
        error_messages={"invalid_choice": _("A finding that you ticked no longer stands. Choose again.")},
        label=_("Findings"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    message = forms.CharField(
        label=_("What else is to be corrected"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    cites = forms.CharField(
        label=_("It rests on"), required=False, max_length=80, help_text=_("Such as PCT Rule 4.5(a).")
    )
    remark = forms.CharField(
        label=_("Remark to the applicant"),
        help_text=PUBLIC_LATER,
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, offered: Mapping[str, Finding], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = offered
        self.fields["findings"].choices = [(key, str(one)) for key, one in offered.items()]  # type: ignore[attr-defined]

    @property
    def chosen(self) -> tuple[Finding, ...]:
        """The findings that were ticked, and the officer's own. Ask after `is_valid`."""
        ticked = tuple(self.offered[key] for key in self.cleaned_data.get("findings", ()))
        message, cites = self.cleaned_data.get("message", ""), self.cleaned_data.get("cites", "")
        own = (Finding(cites=cites, message=message, field=""),) if message or cites else ()
        return ticked + own


class FilingDateForm(ActForm):
    """The filing date, and a remark that goes into the register."""

    filing_date = forms.TypedChoiceField(
        label=_("International filing date"), coerce=date.fromisoformat, widget=forms.RadioSelect
    )
    remark = forms.CharField(
        label=_("Remark"),
        help_text=PUBLIC_LATER,
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, days: Iterable[tuple[date, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["filing_date"].choices = [(day.isoformat(), words) for day, words in days]  # type: ignore[attr-defined]


class NegativeForm(ActForm):
    """Why the papers are not an international application."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_(
            "It stands in the notification to the applicant, who may ask the Offices to review it (PCT Art. 25)."
        ),
    )


class IssueForm(forms.Form):
    """The weekly issue: its day, the applications to publish in it, and those to publish again."""

    on = forms.DateField(widget=forms.HiddenInput)
    numbers = forms.MultipleChoiceField(label=_("Applications"), required=False, widget=forms.CheckboxSelectMultiple)
    again = forms.MultipleChoiceField(label=_("To publish again"), required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, ready: Iterable[str], again: Iterable[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["numbers"].choices = [(number, number) for number in ready]  # type: ignore[attr-defined]
        self.fields["again"].choices = [(number, number) for number in again]  # type: ignore[attr-defined]


class PreparationForm(forms.Form):
    """The applications whose technical preparations are completed for an issue."""

    on = forms.DateField(widget=forms.HiddenInput)
    numbers = forms.MultipleChoiceField(label=_("Applications"), required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, ready: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["numbers"].choices = [(number, number) for number in ready]  # type: ignore[attr-defined]


class ClockForm(forms.Form):
    """Where the demonstration clock is to stand: a number of days ahead, or a day."""

    days = forms.IntegerField(
        label=_("Days forward"),
        required=False,
        min_value=1,
        max_value=7320,
        widget=forms.NumberInput(attrs={"class": "num"}),
    )
    to = forms.DateField(label=_("Or to the day"), required=False, widget=forms.DateInput(attrs=CALENDAR))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not self.errors and (data.get("days") is None) == (data.get("to") is None):
            raise forms.ValidationError(_("Give either a number of days or a day."))
        return data


class ClosureForm(RefusableForm):
    """What an Office declares of itself: it could not be reached, or extends time limits."""

    office = forms.ChoiceField(label=_("Office"))
    what = forms.ChoiceField(
        label=_("What"),
        widget=forms.RadioSelect,
        choices=[
            ("outage", _("Its electronic means of communication were not available")),
            ("disruption", _("A general disruption: time limits are extended")),
        ],
    )
    first = forms.DateField(label=_("From"), widget=forms.DateInput(attrs=CALENDAR))
    last = forms.DateField(label=_("Until"), widget=forms.DateInput(attrs=CALENDAR))
    reason = forms.CharField(
        label=_("Reason"), max_length=300, help_text=_("It is published, so that everybody knows which dates move.")
    )

    def __init__(self, *args: Any, offices: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["office"].choices = [(code, code) for code in offices]  # type: ignore[attr-defined]


class SimulationForm(forms.Form):
    """What is tried out: an Office closed on some days, or a time limit counted in another way."""

    office = forms.RegexField(
        r"^[A-Z]{2}$",
        label=_("Office"),
        required=False,
        error_messages={"invalid": _("Write two capital letters, such as IB.")},
        widget=forms.TextInput(attrs={"class": "num", "maxlength": "2"}),
    )
    first = forms.DateField(label=_("Closed from"), required=False, widget=forms.DateInput(attrs=CALENDAR))
    last = forms.DateField(label=_("Closed until"), required=False, widget=forms.DateInput(attrs=CALENDAR))
    key = forms.ChoiceField(label=_("Time limit"), required=False)
    months = forms.IntegerField(
        label=_("Months"), required=False, min_value=0, max_value=120, widget=forms.NumberInput(attrs={"class": "num"})
    )
    start = forms.ChoiceField(
        label=_("Counted from"),
        required=False,
        choices=[("priority", _("the priority date")), ("filing", _("the filing date")), ("receipt", _("the receipt"))],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        limits = sorted(((one.key, said(one.act)) for one in pct.LIMITS), key=lambda one: one[1])
        self.fields["key"].choices = [("", _("(none)")), *limits]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        closing = bool(data.get("office") or data.get("first"))
        counting = bool(data.get("key"))
        if not self.errors and not (closing or counting):
            raise forms.ValidationError(_("Say what is to be tried: an Office and a day, or a time limit."))
        if closing:
            self._check_days(data)
        if counting and data.get("months") is None and "months" not in self.errors:
            self.add_error("months", _("Say how many months."))
        return data

    def _check_days(self, data: dict[str, Any]) -> None:
        first, last = data.get("first"), data.get("last") or data.get("first")
        if not data.get("office") and "office" not in self.errors:
            self.add_error("office", _("Say which Office is closed."))
        if first is None and "first" not in self.errors:
            self.add_error("first", _("Say from which day it is closed."))
        if first and last and not 0 <= (last - first).days < LONGEST:
            self.add_error("last", _("Choose the same day or a later one, at most %(days)s days.") % {"days": LONGEST})

    @property
    def change(self) -> Change:
        """What is tried. Ask after `is_valid`."""
        data = self.cleaned_data
        return Change(
            office=data["office"],
            first=data["first"],
            last=data["last"],
            key=data["key"],
            months=data["months"],
            start=data["start"] or "priority",
        )

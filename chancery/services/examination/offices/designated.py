"""A designated Office reports what became of an application before it (PCT Rule 95.1)."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.core.event import Event
from chancery.records.register.events import NationalPhaseReported
from chancery.services.examination import roles
from chancery.services.examination.decisions import Against, no
from chancery.services.examination.dossier import Dossier
from chancery.services.examination.forms import CALENDAR, CaseForm
from chancery.services.examination.offices.act import Data, OfficeAct, refuse

REPORTED = "PCT Rule 95.1"
WHAT = {
    "entered": gettext_lazy("National phase entered"),
    "not entered": gettext_lazy("National phase not entered in time"),
    "published": gettext_lazy("Published nationally"),
    "refused": gettext_lazy("Refused"),
    "granted": gettext_lazy("Granted"),
    "withdrawn": gettext_lazy("Withdrawn"),
}
AFTER_ENTRY = frozenset({"published", "refused", "granted", "withdrawn"})


class NationalForm(CaseForm):
    """Which Office, what happened, when, under which number."""

    office = forms.RegexField(
        r"^[A-Z]{2}$",
        label=gettext_lazy("Office"),
        max_length=2,
        help_text=gettext_lazy("Two letters of ST.3, such as JP or EP."),
        error_messages={"invalid": gettext_lazy("Write two capital letters, such as JP.")},
        widget=forms.TextInput(attrs={"class": "num", "autocapitalize": "characters"}),
    )
    what = forms.ChoiceField(label=gettext_lazy("What"), choices=list(WHAT.items()), widget=forms.RadioSelect)
    on = forms.DateField(label=gettext_lazy("On"), widget=forms.DateInput(attrs=CALENDAR))
    number = forms.CharField(label=gettext_lazy("National number"), required=False, max_length=60)
    remark = forms.CharField(label=gettext_lazy("Remark"), required=False, max_length=1000)


def _against(case: Dossier) -> Against:
    if case.right.filing_date is None:
        return no(_("There is no international filing date."), "PCT Art. 11(3)")
    return ()


def _report(case: Dossier, data: Data) -> Sequence[Event]:
    office, what = data["office"], data["what"]
    if not roles.plays("DO", office):
        named = ", ".join(sorted(one for one in settings.OFFICE_ROLES if one.startswith("DO/")))
        raise refuse(_("This office reports for %(offices)s only.") % {"offices": named}, REPORTED, "office")
    if data["on"] > case.on or data["on"] < case.right.filing_date:
        raise refuse(_("Not before the filing date, and not after today."), REPORTED, "on")
    if office in case.right.designations_withdrawn:
        raise refuse(
            _("The designation of %(office)s was withdrawn.") % {"office": office}, "PCT Rule 90bis.2", "office"
        )
    _refuse_out_of_order(case, office, what)
    event = NationalPhaseReported(
        office=office,
        what=what,
        on=data["on"].isoformat(),
        number=data["number"].strip(),
        remark=data["remark"].strip(),
    )
    return [event]


def _refuse_out_of_order(case: Dossier, office: str, what: str) -> None:
    """What was never entered is neither refused nor granted, and nothing happens twice."""
    happened: set[Any] = {one.what for one in case.right.national if one.office == office}
    if what in happened:
        raise refuse(_("%(office)s has reported this already.") % {"office": office}, REPORTED, "what")
    if what in AFTER_ENTRY and "entered" not in happened:
        raise refuse(_("First report that the national phase was entered there."), REPORTED, "what")
    if what == "not entered" and "entered" in happened:
        raise refuse(_("The national phase was entered there."), REPORTED, "what")


ACTS = (
    OfficeAct(
        key="national-phase",
        role="DO",
        label=gettext_lazy("Report on the national phase"),
        button=gettext_lazy("Enter the report"),
        cites=REPORTED,
        form=NationalForm,
        against=_against,
        does=_report,
        follows=((gettext_lazy("Offices report within two months; the Bureau publishes it."), REPORTED),),
    ),
)

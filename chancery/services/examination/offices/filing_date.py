"""The receiving Office corrects the filing date when a part came later, and passes on what is not for it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.core.event import Event
from chancery.records.register.events import ApplicationTransferred, FilingDateAccorded, FilingDateCorrected
from chancery.services.examination.decisions import Against, against_any_act, no
from chancery.services.examination.dossier import Dossier
from chancery.services.examination.forms import CALENDAR, PUBLIC_LATER, CaseForm
from chancery.services.examination.offices.act import Data, OfficeAct, notification, refuse

LATER = "PCT Rule 20.5(c)"
BACK = "PCT Rule 20.5(e)"
MISTAKEN = "PCT Rule 20.5bis(c)"
DISREGARDED_UNTIL = "disregard_part"


def possible_dates(case: Dossier) -> dict[date, str]:
    """The days to which the filing date can move, each with its provision.

    Forward: when a missing or a correct part came that is not incorporated. Back: to the first date, where the part is
    disregarded.
    """
    right = case.right
    if right.filing_date is None:
        return {}
    days = {
        part.received_on: MISTAKEN if part.late == "correct" else LATER
        for part in right.application.parts
        if part.received_on and part.late in ("missing", "correct") and not part.incorporated
    }
    moved = {day: cites for day, cites in days.items() if day > right.filing_date}
    first = _first_date(case)
    return moved | ({first: BACK} if first and first < right.filing_date else {})


def _first_date(case: Dossier) -> date | None:
    """The date that was accorded first."""
    for entry in case.entries:
        if entry.kind == FilingDateAccorded.kind() and entry.body:
            return date.fromisoformat(entry.body["filing_date"])
    return None


class CorrectedDateForm(CaseForm):
    """The day, and a remark."""

    filing_date = forms.TypedChoiceField(
        label=gettext_lazy("International filing date"), coerce=date.fromisoformat, widget=forms.RadioSelect
    )
    remark = forms.CharField(
        label=gettext_lazy("Remark"),
        help_text=PUBLIC_LATER,
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer(
            "filing_date", ((day.isoformat(), _moved(day, cites)) for day, cites in possible_dates(self.case).items())
        )


def _moved(day: date, cites: str) -> str:
    if cites == BACK:
        return _("%(day)s, the first date: the later part is disregarded") % {"day": day}
    return _("%(day)s, on which a later part arrived") % {"day": day}


def _against_correcting(case: Dossier) -> Against:
    if refusals := against_any_act(case.right):
        return refusals
    if case.right.filing_date is None:
        return no(_("There is no filing date yet. Accord it first."), "PCT Rule 20.5(b)")
    if not possible_dates(case):
        return no(_("No part came after the filing date that would move it."), LATER)
    return ()


def _correct(case: Dossier, data: Data) -> Sequence[Event]:
    day: date = data["filing_date"]
    cites = possible_dates(case)[day]
    until = case.due(DISREGARDED_UNTIL)
    if cites == BACK and until and until < case.on:
        raise refuse(_("The part could be disregarded until %(day)s.") % {"day": until}, BACK, "filing_date")
    form = "PCT/RO/129" if cites == BACK else "PCT/RO/126"
    facts = {"filing_date": day, "former_date": case.right.filing_date, "remark": data["remark"].strip()}
    return [
        FilingDateCorrected(filing_date=day.isoformat(), cites=cites, remark=data["remark"].strip()),
        notification(case.right, form, role="RO", on=case.on, cites=cites, facts=facts),
    ]


# Rule 19.4

GROUNDS = {
    "PCT Rule 19.4(a)(i)": gettext_lazy("No applicant is a national or resident of a State of this Office"),
    "PCT Rule 19.4(a)(ii)": gettext_lazy("It is in a language that this Office does not accept"),
    "PCT Rule 19.4(a)(iii)": gettext_lazy("This Office and the Bureau agree, with the applicant, for another reason"),
}


class TransferForm(CaseForm):
    """Why, and when it arrived."""

    ground = forms.ChoiceField(label=gettext_lazy("Ground"), choices=list(GROUNDS.items()), widget=forms.RadioSelect)
    received_there_on = forms.DateField(
        label=gettext_lazy("Received by the International Bureau on"), widget=forms.DateInput(attrs=CALENDAR)
    )


def _against_transferring(case: Dossier) -> Against:
    right = case.right
    if refusals := against_any_act(right):
        return refusals
    if right.application.receiving_office == "IB":
        return no(_("The International Bureau is its receiving Office already."), "PCT Rule 19.4")
    if right.filing_date:
        return no(_("A filing date has been accorded here, so this Office is the competent one."), "PCT Rule 19.4(a)")
    return ()


def _transfer(case: Dossier, data: Data) -> Sequence[Event]:
    right, there = case.right, data["received_there_on"]
    if there > case.on or (right.received_on and there < right.received_on):
        raise refuse(
            _("Not before it was received here, and not after today."), "PCT Rule 19.4(b)", "received_there_on"
        )
    office = right.application.receiving_office
    facts = {"from_office": office, "received_on": right.received_on, "received_there_on": there}
    return [
        ApplicationTransferred(
            from_office=office, to_office="IB", received_there_on=there.isoformat(), cites=data["ground"]
        ),
        notification(right, "PCT/RO/151", role="RO", on=case.on, cites=data["ground"], facts=facts),
    ]


ACTS = (
    OfficeAct(
        key="correct-filing-date",
        role="RO",
        label=gettext_lazy("Correct the filing date"),
        button=gettext_lazy("Correct the filing date"),
        cites=LATER,
        form=CorrectedDateForm,
        against=_against_correcting,
        does=_correct,
        follows=(
            (gettext_lazy("Time limits that run from the filing date are counted again."), "PCT Rule 20.5(c)"),
            (
                gettext_lazy(
                    "The applicant may have the later part disregarded within one month, to keep the first date."
                ),
                BACK,
            ),
        ),
    ),
    OfficeAct(
        key="transfer",
        role="RO",
        label=gettext_lazy("Pass on to the International Bureau"),
        button=gettext_lazy("Pass it on"),
        cites="PCT Rule 19.4",
        form=TransferForm,
        against=_against_transferring,
        does=_transfer,
        follows=(
            (
                gettext_lazy("The day of receipt stays; the fees are due one month after it arrived there."),
                "PCT Rule 19.4(b); PCT Rule 19.4(c)",
            ),
        ),
    ),
)

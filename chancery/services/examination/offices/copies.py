"""The record copy reaches the International Bureau, and the search copy the Searching Authority."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.core.event import Event
from chancery.records.register.events import CopyReceived
from chancery.services.examination import formalities, roles
from chancery.services.examination.decisions import Against, no
from chancery.services.examination.dossier import Dossier
from chancery.services.examination.forms import CALENDAR, CaseForm
from chancery.services.examination.offices.act import Data, OfficeAct, notification, refuse


class ReceivedForm(CaseForm):
    """On which day something arrived."""

    received_on = forms.DateField(label=gettext_lazy("Received on"), widget=forms.DateInput(attrs=CALENDAR))


def _against(case: Dossier, which: str, cites: str) -> Against:
    since = case.right.copy_received(which)
    if since:
        return no(_("It was received on %(day)s.") % {"day": since}, cites)
    if case.right.filing_date is None:
        return no(_("Copies are sent once there is an international filing date."), cites)
    return ()


def _against_search_copy(case: Dossier) -> Against:
    if refusals := _against(case, "search", "PCT Rule 23.1"):
        return refusals
    if not case.right.application.searching_authority:
        return no(_("The request names no Searching Authority."), "PCT Rule 35")
    if any(one.line.code == "search" for one in formalities.open_fees(case.right)):
        return no(_("The search copy is sent when the search fee is paid."), "PCT Rule 23.1(a)")
    return ()


def _received(case: Dossier, data: Data, which: str) -> Sequence[Event]:
    right, on = case.right, data["received_on"]
    if on > case.on or (right.received_on and on < right.received_on):
        raise refuse(_("Not before it was filed, and not after today."), "", "received_on")
    form, role, cites = _TOLD[which]
    copy = CopyReceived(copy=which, office=roles.code_of(role, right), received_on=on.isoformat())
    facts = {"received_on": on, "filing_date": right.filing_date, "authority": roles.code_of(role, right)}
    return [copy, notification(right, form, role=role, on=case.on, cites=cites, facts=facts)]


_TOLD = {
    "record": ("PCT/IB/301", "IB", "PCT Rule 24.2(a)"),
    "search": ("PCT/ISA/202", "ISA", "PCT Rule 25.1"),
}

ACTS = (
    OfficeAct(
        key="record-copy",
        role="IB",
        label=gettext_lazy("Record copy received"),
        button=gettext_lazy("Enter the receipt"),
        cites="PCT Rule 22.1",
        form=ReceivedForm,
        against=lambda case: _against(case, "record", "PCT Rule 22.1"),
        does=lambda case, data: _received(case, data, "record"),
        follows=((gettext_lazy("The applicant and the Offices are told."), "PCT Rule 24.2(a)"),),
    ),
    OfficeAct(
        key="search-copy",
        role="ISA",
        label=gettext_lazy("Search copy received"),
        button=gettext_lazy("Enter the receipt"),
        cites="PCT Rule 23.1",
        form=ReceivedForm,
        against=_against_search_copy,
        does=lambda case, data: _received(case, data, "search"),
        follows=(
            (
                gettext_lazy("Three months from that day run for the search report, or nine from the priority date."),
                "PCT Rule 42.1",
            ),
        ),
    ),
)

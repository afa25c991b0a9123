"""The record copy reaches the International Bureau, and the search copy the Searching Authority."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.core.event import Event
from chancery.records.register.events import ConsideredWithdrawn, CopyReceived
from chancery.services.examination import formalities, roles
from chancery.services.examination.decisions import Against, no
from chancery.services.examination.dossier import Dossier
from chancery.services.examination.forms import CALENDAR, PUBLIC_LATER, CaseForm
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

# The record copy that does not come (Art. 12(3))

NOTICE = "PCT Rule 22.1(g)"
LOST = "PCT Art. 12(3); PCT Rule 22.3"


class NothingForm(CaseForm):
    """Nothing to write: the notice says what the file says."""


class LostForm(CaseForm):
    """Why the application ends."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"), max_length=4000, help_text=PUBLIC_LATER, widget=forms.Textarea(attrs={"rows": 3})
    )


def _noticed(case: Dossier) -> bool:
    return any(one.form == NOTICE for one in case.right.notifications)


def _against_notice(case: Dossier) -> Against:
    if refusals := _against(case, "record", NOTICE):
        return refusals
    if _noticed(case):
        return no(_("The applicant has been told that it has not come."), NOTICE)
    since = case.due("record_copy_notice")
    if since is None or case.on < since:
        return no(_("From %(day)s on, not before.") % {"day": since or "–"}, NOTICE)
    return ()


def _notify(case: Dossier, _data: Data) -> Sequence[Event]:
    due = case.due("record_copy")
    return [notification(case.right, NOTICE, role="IB", on=case.on, cites=NOTICE, facts={"record_copy_due": due})]


def _against_lost(case: Dossier) -> Against:
    if refusals := _against(case, "record", LOST):
        return refusals
    if not _noticed(case):
        return no(_("The applicant has not been told that it has not come."), NOTICE)
    until = case.due("record_copy_last")
    if until and case.on <= until:
        return no(_("The record copy is in time until %(day)s.") % {"day": until}, "PCT Rule 22.3")
    return ()


def _declare_lost(case: Dossier, data: Data) -> Sequence[Event]:
    reason = data["reason"].strip()
    facts = {"reason": reason, "decided_on": case.on, "outcome": "considered withdrawn"}
    return [
        ConsideredWithdrawn(decided_on=case.on.isoformat(), reason=reason, cites=LOST),
        notification(case.right, "PCT/IB/345", role="IB", on=case.on, cites=LOST, facts=facts),
    ]


ACTS = (
    OfficeAct(
        key="record-copy-missing",
        role="IB",
        label=gettext_lazy("Record copy has not come"),
        button=gettext_lazy("Tell the applicant and the Office"),
        cites=NOTICE,
        form=NothingForm,
        against=_against_notice,
        does=_notify,
        follows=(
            (gettext_lazy("From this notice three months run in which the record copy must come."), "PCT Rule 22.3"),
            (
                gettext_lazy("The applicant may have a copy certified by the receiving Office, and send that."),
                "PCT Rule 22.1(e)",
            ),
        ),
    ),
    OfficeAct(
        key="record-copy-lost",
        role="IB",
        label=gettext_lazy("Considered withdrawn: no record copy"),
        button=gettext_lazy("Enter the finding"),
        cites=LOST,
        form=LostForm,
        against=_against_lost,
        does=_declare_lost,
        grave=True,
        follows=(
            (gettext_lazy("The application ends. Designated Offices may be asked to review it."), "PCT Art. 25(1)(a)"),
        ),
    ),
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

"""The Preliminary Examining Authority: receipt of the demand, opinion, report (PCT Chapter II)."""

from collections.abc import Sequence
from datetime import date

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.core.event import Event
from chancery.records.register.events import ReportOnPatentabilityEstablished
from chancery.services.examination import roles
from chancery.services.examination.decisions import Against, no
from chancery.services.examination.dossier import Dossier
from chancery.services.examination.formalities import OPINION
from chancery.services.examination.forms import CALENDAR, CaseForm
from chancery.services.examination.offices.act import Data, OfficeAct, notification, refuse
from chancery.services.examination.offices.invitations import invitation
from chancery.services.examination.offices.report_forms import FiledForm, OpinionForm
from chancery.treaties.kernel import months

RECEIPT = "PCT/IPEA/402"
LEAST, USUAL, MOST = months(1), months(2), months(3)
REPLY = "PCT Rule 66.2(d)"


def against_chapter_ii(case: Dossier) -> Against:
    """What stands against any act of the Examining Authority: no demand that has effect, or the report is there."""
    demand = case.right.demand
    if demand is None:
        return no(_("No preliminary examination has been demanded."), "PCT Art. 31(1)")
    if demand.withdrawn_on:
        return no(_("The demand was withdrawn on %(day)s.") % {"day": demand.withdrawn_on}, "PCT Rule 90bis.4")
    if demand.void_on:
        message = _("The demand is considered not to have been submitted, as notified on %(day)s.")
        return no(message % {"day": demand.void_on}, "PCT Rule 54bis.1(b); PCT Rule 60.1(c)")
    if any(one.chapter == "II" for one in case.right.reports):
        return no(_("The report has been established."), "PCT Art. 35")
    return ()


def _against_receipt(case: Dossier) -> Against:
    if refusals := against_chapter_ii(case):
        return refusals
    if any(one.form == RECEIPT for one in case.right.notifications):
        return no(_("The receipt has been notified already."), "PCT Rule 61.1(b)")
    return ()


def is_late(case: Dossier) -> bool:
    """Whether the demand came after its time limit: then it is considered not to have been made (Rule 54bis.1(b))."""
    due, demand = case.due("demand"), case.right.demand
    return bool(demand and due and due < demand.received_on)


def _acknowledge(case: Dossier, _data: Data) -> Sequence[Event]:
    demand = case.right.demand
    if demand is None:
        raise ValueError("a receipt without a demand")
    facts = {
        "received_on": demand.received_on,
        "authority": roles.sign("IPEA", case.right),
        "elected": ", ".join(demand.elected),
        "basis": demand.basis,
    }
    form, cites = ("PCT/IPEA/407", "PCT Rule 54bis.1(b)") if is_late(case) else (RECEIPT, "PCT Rule 61.1(b)")
    return [notification(case.right, form, role="IPEA", on=case.on, cites=cites, facts=facts)]


class ReceiptForm(CaseForm):
    """Nothing to write: the receipt says what the demand says."""


class WrittenOpinionForm(OpinionForm):
    """The written opinion, and until when it can be answered."""

    message = forms.CharField(
        label=gettext_lazy("The opinion in a few sentences"), max_length=4000, widget=forms.Textarea(attrs={"rows": 5})
    )
    due = forms.DateField(
        label=gettext_lazy("Reply by"),
        widget=forms.DateInput(attrs=CALENDAR),
        help_text=gettext_lazy("Usually two months; one at the least, three at the most."),
    )


def _opine(case: Dossier, data: Data) -> Sequence[Event]:
    _refuse_reply_time(case, data["due"])
    findings = [{"cites": "PCT Rule 66.2(a)", "message": data["message"].strip(), "field": ""}]
    if data["opinion"]:
        findings.append({"cites": "PCT Art. 33", "message": data["opinion"], "field": ""})
    return [invitation(case, OPINION, findings, due=data["due"], role="IPEA")]


def _refuse_reply_time(case: Dossier, due: date) -> None:
    if not LEAST.after(case.on) <= due <= MOST.after(case.on):
        days = {"from": LEAST.after(case.on), "until": MOST.after(case.on), "usual": USUAL.after(case.on)}
        raise refuse(_("Choose a day from %(from)s to %(until)s; usually %(usual)s.") % days, REPLY, "due")


class ReportIIForm(OpinionForm, FiledForm):
    """The international preliminary report on patentability (Chapter II)."""

    established_on = forms.DateField(label=gettext_lazy("Established on"), widget=forms.DateInput(attrs=CALENDAR))
    statement = forms.CharField(
        label=gettext_lazy("Statement"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 4})
    )


def _against_report(case: Dossier) -> Against:
    if refusals := against_chapter_ii(case):
        return refusals
    if case.right.search is None:
        return no(_("Examination starts when the search report and the opinion are there."), "PCT Rule 69.1(a)")
    waiting = [one.due for one in case.right.open_invitations if one.form == OPINION and one.due >= case.on]
    if waiting:
        return no(_("The applicant may still reply until %(day)s.") % {"day": max(waiting)}, REPLY)
    return ()


def _establish(case: Dossier, data: Data) -> Sequence[Event]:
    if data["established_on"] > case.on:
        raise refuse(_("That day is still to come."), "", "established_on")
    if not data["opinion"]:
        raise refuse(_("The report says for each claim whether the criteria are met."), "PCT Art. 35(2)", "novelty_yes")
    right = case.right
    statement = ". ".join(filter(None, (data["opinion"], data["statement"].strip())))
    report = ReportOnPatentabilityEstablished(
        chapter="II",
        authority=roles.code_of("IPEA", right),
        established_on=data["established_on"].isoformat(),
        statement=statement,
        documents=tuple(data.get("documents", ())),
    )
    facts = {
        "authority": roles.sign("IPEA", right),
        "established_on": data["established_on"],
        "opinion": data["opinion"],
    }
    return [report, notification(right, "PCT/IPEA/416", role="IPEA", on=case.on, cites="PCT Rule 71.1", facts=facts)]


ACTS = (
    OfficeAct(
        key="demand-receipt",
        role="IPEA",
        label=gettext_lazy("Notify the receipt of the demand"),
        button=gettext_lazy("Send the notification"),
        cites="PCT Rule 61.1(b)",
        form=ReceiptForm,
        against=_against_receipt,
        does=_acknowledge,
        follows=(
            (
                gettext_lazy("A demand that came too late is notified as considered not to have been made."),
                "PCT Rule 54bis.1(b)",
            ),
        ),
    ),
    OfficeAct(
        key="written-opinion",
        role="IPEA",
        label=gettext_lazy("Written opinion"),
        button=gettext_lazy("Send the opinion"),
        cites="PCT Rule 66.2",
        form=WrittenOpinionForm,
        against=_against_report,
        does=_opine,
        page="opinion",
        follows=((gettext_lazy("The applicant may reply with amendments or arguments."), "PCT Art. 34(2)(b)"),),
    ),
    OfficeAct(
        key="report-ii",
        role="IPEA",
        label=gettext_lazy("Preliminary report (Chapter II)"),
        button=gettext_lazy("Enter and transmit"),
        cites="PCT Art. 35",
        form=ReportIIForm,
        against=_against_report,
        does=_establish,
        page="opinion",
        follows=(
            (
                gettext_lazy("It goes to the applicant, and to the elected Offices; it is closed to others."),
                "PCT Art. 36; PCT Art. 38",
            ),
        ),
    ),
)

"""The Searching Authority: unity, the search report with its opinion, or the declaration (PCT Art. 17, 18)."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.core.event import Event
from chancery.records.register.events import SearchReportEstablished
from chancery.records.register.queries import Right
from chancery.services.examination import roles
from chancery.services.examination.decisions import Against, no
from chancery.services.examination.dossier import Dossier
from chancery.services.examination.formalities import UNITY
from chancery.services.examination.forms import CaseForm
from chancery.services.examination.offices.act import Data, OfficeAct, notification, refuse
from chancery.services.examination.offices.invitations import due_by_law, invitation
from chancery.services.examination.offices.report_forms import ReportForm
from chancery.treaties import pct

DECLARED = "PCT Art. 17(2)(a)"
SIS_RULE = "PCT Rule 45bis.7"


def _against_search(case: Dossier) -> Against:
    if case.right.search:
        day = case.right.search.transmitted_on
        return no(_("The result of the search was transmitted on %(day)s.") % {"day": day}, "PCT Art. 18")
    if case.right.copy_received("search") is None:
        return no(_("The search copy has not been received yet."), "PCT Rule 23.1; PCT Rule 42.1")
    return ()


class UnityForm(CaseForm):
    """The inventions found, and how many fees are asked for."""

    inventions = forms.CharField(
        label=gettext_lazy("The inventions found, by claims"), max_length=4000, widget=forms.Textarea(attrs={"rows": 4})
    )
    fees = forms.IntegerField(label=gettext_lazy("Additional fees"), min_value=1, max_value=50)


def _against_unity(case: Dossier) -> Against:
    if any(one.form == UNITY for one in case.right.invitations):
        return no(_("The applicant has been invited about unity already."), "PCT Art. 17(3)(a)")
    return _against_search(case)


def _invite_for_unity(case: Dossier, data: Data) -> Sequence[Event]:
    right = case.right
    fee = pct.act_fee("additional_search", right.application, right.record, on=case.on)
    finding = {"cites": "PCT Art. 17(3)(a)", "message": data["inventions"].strip(), "field": ""}
    asked = {
        "cites": fee.cites,
        "message": f"Additional search fees: {data['fees']}, each {fee.amount}",
        "field": f"fees.{fee.code}",
        "times": str(data["fees"]),
    }
    return [invitation(case, UNITY, [finding, asked], due=due_by_law(case, UNITY), role="ISA")]


def _report(case: Dossier, data: Data) -> Sequence[Event]:
    _refuse_half_a_report(case, data)
    right, declined = case.right, data["declined"].strip()
    report = _established(case, data, authority=roles.code_of("ISA", right), supplementary=False)
    form = "PCT/ISA/203" if declined else "PCT/ISA/220"
    cites = DECLARED if declined else "PCT Rule 44.1"
    facts = {
        "authority": roles.sign("ISA", right),
        "transmitted_on": case.on,
        "citations": len(data["citations"]),
        "opinion": data["opinion"],
        "reason": declined,
    }
    return [report, notification(right, form, role="ISA", on=case.on, cites=cites, facts=facts)]


def _refuse_half_a_report(case: Dossier, data: Data) -> None:
    """A report has citations and an opinion; a declaration has its reason and nothing of a report."""
    if data["established_on"] > case.on:
        raise refuse(_("That day is still to come."), "", "established_on")
    if data["declined"].strip():
        if data["citations"]:
            raise refuse(_("A declaration that there is no report cites nothing."), DECLARED, "declined")
        return
    if not data["citations"]:
        raise refuse(_("Enter the documents cited, or declare why there is no report."), "PCT Rule 43.5", "c0_document")
    if not data["opinion"]:
        raise refuse(_("The report comes with a written opinion: say it by claims."), "PCT Rule 43bis.1", "novelty_yes")


def _established(case: Dossier, data: Data, *, authority: str, supplementary: bool) -> SearchReportEstablished:
    return SearchReportEstablished(
        authority=authority,
        established_on=data["established_on"].isoformat(),
        transmitted_on=case.on.isoformat(),
        supplementary=supplementary,
        declined=data["declined"].strip(),
        citations=data["citations"],
        classifications=data["classifications"],
        documents=tuple(data.get("documents", ())),
        opinion=data["opinion"],
    )


# Supplementary search


def _waiting_for_supplementary(right: Right) -> str:
    """The Authority whose supplementary report is still to come; "" where none is."""
    done = {one.authority for one in right.searches if one.supplementary}
    asked = [one.authority for one in right.supplementary if one.withdrawn_on is None and one.authority not in done]
    return asked[0] if asked else ""


def _against_supplementary(case: Dossier) -> Against:
    if not case.right.supplementary:
        return no(_("No supplementary search has been requested."), "PCT Rule 45bis.1")
    if not _waiting_for_supplementary(case.right):
        return no(_("The supplementary search is done, or its request withdrawn."), SIS_RULE)
    return ()


def _report_supplementary(case: Dossier, data: Data) -> Sequence[Event]:
    if data["established_on"] > case.on:
        raise refuse(_("That day is still to come."), "", "established_on")
    if not data["citations"] and not data["declined"].strip():
        raise refuse(_("Enter the documents cited, or declare why there is no report."), SIS_RULE, "c0_document")
    authority = _waiting_for_supplementary(case.right)
    report = _established(case, data, authority=authority, supplementary=True)
    facts = {"authority": f"SISA/{authority}", "transmitted_on": case.on, "citations": len(data["citations"])}
    told = notification(case.right, "PCT/SISA/501", role="ISA", on=case.on, cites=SIS_RULE, facts=facts)
    return [report, told]


ACTS = (
    OfficeAct(
        key="unity",
        role="ISA",
        label=gettext_lazy("Invite to pay additional search fees"),
        button=gettext_lazy("Send the invitation"),
        cites="PCT Art. 17(3)(a)",
        form=UnityForm,
        against=_against_unity,
        does=_invite_for_unity,
        follows=(
            (gettext_lazy("Without payment only the first invention in the claims is searched."), "PCT Art. 17(3)(a)"),
        ),
    ),
    OfficeAct(
        key="search-report",
        role="ISA",
        label=gettext_lazy("Search report or declaration"),
        button=gettext_lazy("Enter and transmit"),
        cites="PCT Art. 18",
        form=ReportForm,
        against=_against_search,
        does=_report,
        page="search_report",
        follows=(
            (
                gettext_lazy(
                    "It is transmitted today. Article 19 is open two months, or until sixteen from the priority date."
                ),
                "PCT Rule 46.1",
            ),
            (
                gettext_lazy("A demand can be made within three months, or until twenty-two from the priority date."),
                "PCT Rule 54bis.1",
            ),
            (
                gettext_lazy("After a declaration there are no amendments under Article 19."),
                "PCT Art. 17(2)(a); PCT Art. 19",
            ),
        ),
    ),
    OfficeAct(
        key="supplementary-report",
        role="ISA",
        label=gettext_lazy("Supplementary search report"),
        button=gettext_lazy("Enter and transmit"),
        cites=SIS_RULE,
        form=ReportForm,
        against=_against_supplementary,
        does=_report_supplementary,
        page="search_report",
        follows=((gettext_lazy("The applicant and the Bureau get a copy."), "PCT Rule 45bis.8"),),
    ),
)

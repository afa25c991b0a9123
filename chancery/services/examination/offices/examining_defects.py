"""The Examining Authority objects: to the demand (PCT Rule 60.1), to the unity of the claims (Art. 34(3)(a))."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.core.event import Event
from chancery.core.saying import said
from chancery.services.examination.decisions import Against, no
from chancery.services.examination.dossier import Dossier
from chancery.services.examination.formalities import DEMAND, UNITY_AGAIN
from chancery.services.examination.forms import CALENDAR, CaseForm
from chancery.services.examination.offices.act import Data, OfficeAct, notification, refuse
from chancery.services.examination.offices.examining import against_chapter_ii
from chancery.services.examination.offices.invitations import due_by_law, invitation
from chancery.treaties import pct
from chancery.treaties.kernel import months

LEAST = months(1)
RULE = "PCT Rule 60.1(a)"
VOID = "PCT Rule 60.1(c)"
UNITY_RULE = "PCT Art. 34(3)(a)"


class DefectsForm(CaseForm):
    """What is wrong with the demand, and until when it is to be put right."""

    message = forms.CharField(
        label=gettext_lazy("What is to be corrected"), max_length=4000, widget=forms.Textarea(attrs={"rows": 4})
    )
    due = forms.DateField(
        label=gettext_lazy("Correct by"),
        widget=forms.DateInput(attrs=CALENDAR),
        help_text=gettext_lazy("One month at the least. The Authority may extend it before it decides."),
    )


def _against_defects(case: Dossier) -> Against:
    if refusals := against_chapter_ii(case):
        return refusals
    if any(one.form == DEMAND for one in case.right.open_invitations):
        return no(_("The applicant has been invited to correct the demand already."), RULE)
    return ()


def _object(case: Dossier, data: Data) -> Sequence[Event]:
    least = LEAST.after(case.on)
    if data["due"] < least:
        raise refuse(_("Give at least one month: until %(day)s.") % {"day": least}, RULE, "due")
    finding = {"cites": RULE, "message": data["message"].strip(), "field": ""}
    return [invitation(case, DEMAND, [finding], due=data["due"], role="IPEA")]


class VoidForm(CaseForm):
    """Why the demand counts for nothing."""

    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=4000, widget=forms.Textarea(attrs={"rows": 3}))


def _against_voiding(case: Dossier) -> Against:
    if refusals := against_chapter_ii(case):
        return refusals
    invited = [one for one in case.right.invitations if one.form == DEMAND]
    if not invited:
        return no(_("The applicant has not been invited to correct the demand."), RULE)
    last = invited[-1]
    if last.answered_on and last.answered_on <= last.due:
        return no(_("The applicant has answered in time."), RULE)
    if last.due >= case.on:
        return no(_("The applicant may still answer until %(day)s.") % {"day": last.due}, RULE)
    return ()


def _void(case: Dossier, data: Data) -> Sequence[Event]:
    facts = {"reason": data["reason"].strip(), "decided_on": case.on}
    return [notification(case.right, "PCT/IPEA/407", role="IPEA", on=case.on, cites=VOID, facts=facts)]


class UnityAgainForm(CaseForm):
    """The inventions found, and for how many more a fee is asked."""

    inventions = forms.CharField(
        label=gettext_lazy("The inventions found, by claims"), max_length=4000, widget=forms.Textarea(attrs={"rows": 4})
    )
    restriction = forms.CharField(
        label=gettext_lazy("A restriction that would do"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("At least one must be named (Rule 68.2)."),
    )
    fees = forms.IntegerField(label=gettext_lazy("Additional fees"), min_value=1, max_value=50)


def _against_unity(case: Dossier) -> Against:
    if refusals := against_chapter_ii(case):
        return refusals
    if any(one.form == UNITY_AGAIN for one in case.right.invitations):
        return no(_("The applicant has been invited about unity already."), UNITY_RULE)
    return ()


def _invite_for_unity(case: Dossier, data: Data) -> Sequence[Event]:
    right = case.right
    fee = pct.act_fee("additional_examination", right.application, right.record, on=case.on)
    asked = _("Additional fees: %(count)s, each %(amount)s")
    findings = [
        {"cites": UNITY_RULE, "message": data["inventions"].strip(), "field": ""},
        {"cites": "PCT Rule 68.2", "message": data["restriction"].strip(), "field": ""},
        {
            "cites": fee.cites,
            "message": asked % {"count": data["fees"], "amount": said(str(fee.amount))},
            "field": f"fees.{fee.code}",
            "times": str(data["fees"]),
        },
    ]
    return [invitation(case, UNITY_AGAIN, findings, due=due_by_law(case, UNITY_AGAIN), role="IPEA")]


ACTS = (
    OfficeAct(
        key="demand-defects",
        role="IPEA",
        label=gettext_lazy("Invite to correct the demand"),
        button=gettext_lazy("Send the invitation"),
        cites=RULE,
        form=DefectsForm,
        against=_against_defects,
        does=_object,
        follows=(
            (gettext_lazy("Corrected in time, the demand counts from its first receipt."), "PCT Rule 60.1(b)"),
            (gettext_lazy("Otherwise it is considered not to have been submitted."), VOID),
        ),
    ),
    OfficeAct(
        key="demand-void",
        role="IPEA",
        label=gettext_lazy("Demand not corrected"),
        button=gettext_lazy("Send the notification"),
        cites=VOID,
        form=VoidForm,
        against=_against_voiding,
        does=_void,
        grave=True,
        follows=(
            (gettext_lazy("Chapter II ends; the national phase is that of Chapter I. The fees come back."), VOID),
        ),
    ),
    OfficeAct(
        key="examination-unity",
        role="IPEA",
        label=gettext_lazy("Invite to restrict the claims or pay"),
        button=gettext_lazy("Send the invitation"),
        cites="PCT Rule 68.2",
        form=UnityAgainForm,
        against=_against_unity,
        does=_invite_for_unity,
        follows=(
            (
                gettext_lazy("There is one month to restrict or to pay, under protest if the applicant disagrees."),
                "PCT Rule 68.2",
            ),
            (gettext_lazy("Without an answer the main invention is examined."), "PCT Art. 34(3)(c)"),
        ),
    ),
)

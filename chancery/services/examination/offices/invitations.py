"""The receiving Office invites to pay, to furnish parts, to answer; and gives more time where the law lets it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.core.event import Event
from chancery.core.saying import said
from chancery.records.register.events import CorrectionInvited, TimeLimitExtended
from chancery.records.register.queries import Invited, Right
from chancery.services.examination import formalities, roles
from chancery.services.examination.decisions import Against, against_any_act, no
from chancery.services.examination.dossier import Dossier
from chancery.services.examination.formalities import ARTICLE_14, PARTS, PAY, OpenFee
from chancery.services.examination.forms import CALENDAR, PUBLIC_LATER, CaseForm
from chancery.services.examination.offices.act import Data, OfficeAct, notification, refuse
from chancery.services.examination.roles import Words
from chancery.treaties import pct
from chancery.treaties.kernel import Money, months

EXCUSED_WITHIN = months(6)


def invitation(
    case: Dossier, form: str, findings: Sequence[Mapping[str, str]], *, due: date, remark: str = "", role: str = "RO"
) -> CorrectionInvited:
    """The next invitation of a case. The receiving Office is not named in it, the other Offices are."""
    return CorrectionInvited(
        invitation=len(case.right.invitations) + 1,
        form=form,
        findings=tuple(dict(one) for one in findings),
        dated=case.on.isoformat(),
        due=due.isoformat(),
        remark=remark.strip(),
        office="" if role == "RO" else roles.sign(role, case.right),
    )


def due_by_law(case: Dossier, form: str) -> date:
    """Until when an invitation of today can be answered. Raises `Refused` where the treaty states no day."""
    limit = formalities.answer_limit(case.right, form, on=case.on)
    if limit is None or not isinstance(limit.due, date):
        raise refuse(_("The treaty states no time limit for an answer to %(form)s in this case.") % {"form": form})
    return limit.due


class RemarkForm(CaseForm):
    """A remark that goes with the act."""

    remark = forms.CharField(
        label=gettext_lazy("Remark to the applicant"),
        help_text=PUBLIC_LATER,
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


# Fees: PCT/RO/133


def _against_paying(case: Dossier) -> Against:
    right = case.right
    if refusals := against_any_act(right):
        return refusals
    if not formalities.unpaid(right):
        return no(_("The fees due on filing are paid."), "PCT Rule 16bis.1(a)")
    if any(one.form == PAY for one in right.invitations):
        return no(_("The applicant has been invited to pay already."), "PCT Rule 16bis.1(a)")
    limit = formalities.fee_limit(right)
    if limit and isinstance(limit.due, date) and limit.due >= case.on:
        return no(_("The fees can be paid until %(day)s.") % {"day": limit.due}, limit.cites)
    return ()


def _invite_to_pay(case: Dossier, data: Data) -> Sequence[Event]:
    owed = formalities.open_fees(case.right)
    late = pct.act_fee(
        "late_payment",
        case.right.application,
        case.right.record,
        on=case.on,
        unpaid=formalities.rest_in_one_currency(owed),
    )
    findings = [_to_pay(one) for one in (*owed, OpenFee(late, late.amount if isinstance(late.amount, Money) else None))]
    return [invitation(case, PAY, findings, due=due_by_law(case, PAY), remark=data["remark"])]


def _to_pay(fee: OpenFee) -> dict[str, str]:
    what = str(fee.rest) if fee.rest else said(str(fee.line.amount))
    return {"cites": fee.line.cites, "message": f"{said(fee.line.label)}: {what}", "field": f"fees.{fee.line.code}"}


# Other invitations of the receiving Office


@dataclass(frozen=True)
class Occasion:
    """On which occasion a form invites: what it is about, on which provision it rests."""

    form: str
    label: Words
    cites: str


OCCASIONS = {
    "missing": Occasion(PARTS, gettext_lazy("A part appears to be missing"), "PCT Rule 20.5(a)"),
    "erroneous": Occasion(PARTS, gettext_lazy("A part appears to be filed by mistake"), "PCT Rule 20.5bis(a)"),
    "article 14(4)": Occasion(
        "PCT/RO/115", gettext_lazy("The filing date should not have been accorded"), "PCT Rule 29.4"
    ),
    "restoration": Occasion(
        "PCT/RO/158",
        gettext_lazy("The priority is not going to be restored; reasons or evidence"),
        "PCT Rule 26bis.3(g)",
    ),
    "declarations": Occasion("PCT/RO/156", gettext_lazy("A declaration is to be corrected"), "PCT Rule 26ter.2(a)"),
}


class OccasionForm(RemarkForm):
    """About what, in the officer's words."""

    occasion = forms.ChoiceField(label=gettext_lazy("About"), widget=forms.RadioSelect)
    message = forms.CharField(
        label=gettext_lazy("What the applicant is asked for"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )
    due = forms.DateField(
        label=gettext_lazy("Answer by"),
        required=False,
        widget=forms.DateInput(attrs=CALENDAR),
        help_text=gettext_lazy("Only where the Office fixes the time: for restoration and declarations."),
    )
    field_order = ("after", "occasion", "message", "due", "remark")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("occasion", ((key, f"{one.label} ({one.form})") for key, one in OCCASIONS.items()))


def _invite_otherwise(case: Dossier, data: Data) -> Sequence[Event]:
    occasion = OCCASIONS[data["occasion"]]
    by_law = occasion.form in formalities.ANSWERS
    if by_law and data["due"]:
        raise refuse(_("The treaty fixes this time limit; leave the day empty."), occasion.cites, "due")
    if not by_law and (data["due"] is None or data["due"] <= case.on):
        raise refuse(_("Fix a day that gives reasonable time for an answer."), occasion.cites, "due")
    if occasion.form == "PCT/RO/115":
        _refuse_after_four_months(case)
    finding = {"cites": occasion.cites, "message": data["message"], "field": ""}
    due = due_by_law(case, occasion.form) if by_law else data["due"]
    return [invitation(case, occasion.form, [finding], due=due, remark=data["remark"])]


def _refuse_after_four_months(case: Dossier) -> None:
    """Article 14(4): within four months of the filing date (Rule 30.1), and only where there is one."""
    if case.right.filing_date is None:
        raise refuse(_("There is no filing date yet that could have been accorded wrongly."), "PCT Art. 14(4)")
    until = case.due("art14_4")
    if until and until < case.on:
        raise refuse(_("This could be found until %(day)s.") % {"day": until}, "PCT Rule 30.1", "occasion")


# More time


class ExtensionForm(CaseForm):
    """Which invitation, until when, why."""

    invitation = forms.TypedChoiceField(label=gettext_lazy("Invitation"), coerce=int, widget=forms.RadioSelect)
    due = forms.DateField(label=gettext_lazy("New time limit"), widget=forms.DateInput(attrs=CALENDAR))
    reason = forms.CharField(
        label=gettext_lazy("Reason"), max_length=2000, help_text=PUBLIC_LATER, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("invitation", ((one.invitation, _named(one)) for one in self.extensible(self.case)))

    @staticmethod
    def extensible(case: Dossier) -> list[Invited]:
        """Open invitations to correct defects of form: only their time limit can be extended (Rule 26.2)."""
        return [one for one in case.right.open_invitations if one.form == ARTICLE_14]


class ExcuseForm(ExtensionForm):
    """Which delay is excused: the act counts as done in time when it was done by the day given."""

    @staticmethod
    def extensible(case: Dossier) -> list[Invited]:
        """Invitations whose time limit has passed, at most six months ago (Rule 82quater.1(b))."""
        return [
            one for one in case.right.invitations if _missed(one, case.on) and case.on <= EXCUSED_WITHIN.after(one.due)
        ]


def _missed(one: Invited, on: date) -> bool:
    return one.due < (one.answered_on or on)


def _named(one: Invited) -> str:
    return _("%(form)s of %(dated)s, answer by %(due)s") % {"form": one.form, "dated": one.dated, "due": one.due}


def _against_extending(case: Dossier) -> Against:
    if refusals := against_any_act(case.right):
        return refusals
    if ExtensionForm.extensible(case):
        return ()
    return no(_("No invitation to correct defects of form is waiting for its answer."), "PCT Rule 26.2")


def _extend(case: Dossier, data: Data) -> Sequence[Event]:
    invited = _chosen(case, data)
    if data["due"] <= max(invited.due, case.on - timedelta(days=1)):
        raise refuse(_("Choose a day that is later, and not over."), "PCT Rule 26.2", "due")
    return _more_time(case, invited, data, "PCT Rule 26.2")


def _against_excusing(case: Dossier) -> Against:
    if ExcuseForm.extensible(case):
        return ()
    return no(_("No time limit of an invitation was missed in the last six months."), "PCT Rule 82quater.1")


def _excuse(case: Dossier, data: Data) -> Sequence[Event]:
    invited = _chosen(case, data)
    if not invited.due < data["due"] <= case.on:
        raise refuse(
            _("Give the day on which the act was done: after the time limit, and not later than today."),
            "PCT Rule 82quater.1(a)",
            "due",
        )
    return _more_time(case, invited, data, "PCT Rule 82quater.1")


def _chosen(case: Dossier, data: Data) -> Invited:
    return next(one for one in case.right.invitations if one.invitation == data["invitation"])


def _more_time(case: Dossier, invited: Invited, data: Data, cites: str) -> Sequence[Event]:
    extended = TimeLimitExtended(
        invitation=invited.invitation, due=data["due"].isoformat(), reason=data["reason"].strip(), cites=cites
    )
    facts = {"about": invited.form, "due": data["due"], "reason": data["reason"].strip()}
    return [extended, notification(case.right, "PCT/RO/132", role="RO", on=case.on, cites=cites, facts=facts)]


def _against_asking(case: Dossier) -> Against:
    right: Right = case.right
    return against_any_act(right)


ACTS = (
    OfficeAct(
        key="invite-to-pay",
        role="RO",
        label=gettext_lazy("Invite to pay"),
        button=gettext_lazy("Send the invitation to pay"),
        cites="PCT Rule 16bis.1",
        form=RemarkForm,
        against=_against_paying,
        does=_invite_to_pay,
        follows=(
            (gettext_lazy("The applicant is asked for what is open, with the late payment fee."), "PCT Rule 16bis.2"),
            (
                gettext_lazy("There is one month to pay; what comes before the Office decides is in time."),
                "PCT Rule 16bis.1(e)",
            ),
        ),
    ),
    OfficeAct(
        key="invite-otherwise",
        role="RO",
        label=gettext_lazy("Other invitation"),
        button=gettext_lazy("Send the invitation"),
        cites="PCT Rule 20.5(a); PCT Rule 26ter.2(a)",
        form=OccasionForm,
        against=_against_asking,
        does=_invite_otherwise,
        follows=(
            (
                gettext_lazy("A part that comes later moves the filing date, unless it is incorporated."),
                "PCT Rule 20.5(c)",
            ),
        ),
    ),
    OfficeAct(
        key="extend",
        role="RO",
        label=gettext_lazy("Extend a time limit"),
        button=gettext_lazy("Extend it"),
        cites="PCT Rule 26.2",
        form=ExtensionForm,
        against=_against_extending,
        does=_extend,
        follows=(
            (
                gettext_lazy("It can be extended at any time before the Office decides, more than once."),
                "PCT Rule 26.2",
            ),
        ),
    ),
    OfficeAct(
        key="excuse",
        role="RO",
        label=gettext_lazy("Excuse a delay"),
        button=gettext_lazy("Excuse the delay"),
        cites="PCT Rule 82quater.1",
        form=ExcuseForm,
        against=_against_excusing,
        does=_excuse,
        follows=(
            (
                gettext_lazy("For war, strike, calamity, epidemic, or a breakdown of communications, with evidence."),
                "PCT Rule 82quater.1(a)",
            ),
            (gettext_lazy("The period of priority is not excused in this way."), "PCT Rule 2.4; PCT Rule 26bis.3"),
        ),
    ),
)

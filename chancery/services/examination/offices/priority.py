"""The receiving Office decides on priority claims: void, restored, not restored (PCT Rules 26bis.2, 26bis.3)."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.core.event import Event
from chancery.records.register.events import PriorityDecided
from chancery.records.register.queries import Right
from chancery.services.examination import formalities
from chancery.services.examination.decisions import Against, no
from chancery.services.examination.dossier import Dossier
from chancery.services.examination.formalities import PRIORITY
from chancery.services.examination.forms import PUBLIC_LATER, CaseForm
from chancery.services.examination.offices.act import Data, OfficeAct, notification, refuse
from chancery.treaties.kernel import Finding, months, of_office
from chancery.treaties.pct import PriorityClaim

OUTCOMES = {
    "restored": gettext_lazy("The right of priority is restored"),
    "not restored": gettext_lazy("The right of priority is not restored"),
    "void": gettext_lazy("The claim is considered void"),
}
CRITERIA = {
    "": gettext_lazy("None (for a void claim)"),
    "due care": gettext_lazy("Due care"),
    "unintentional": gettext_lazy("Unintentional"),
}
VOID = "PCT Rule 26bis.2(b)"
RESTORED = "PCT Rule 26bis.3"
REFUSAL_ANNOUNCED = "PCT/RO/158"
PERIOD, GRACE = months(12), months(2)


class PriorityForm(CaseForm):
    """Which claim, what becomes of it, by which criterion, why."""

    claim = forms.TypedChoiceField(label=gettext_lazy("Priority claim"), coerce=int, widget=forms.RadioSelect)
    outcome = forms.ChoiceField(
        label=gettext_lazy("Decision"), choices=list(OUTCOMES.items()), widget=forms.RadioSelect
    )
    criterion = forms.ChoiceField(label=gettext_lazy("Criterion"), choices=list(CRITERIA.items()), required=False)
    reason = forms.CharField(
        label=gettext_lazy("Reasons"), max_length=4000, help_text=PUBLIC_LATER, widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        claims = enumerate(self.case.right.application.priority_claims)
        self.offer("claim", ((place, named(claim)) for place, claim in claims if claim.ceased_on is None))


def named(claim: PriorityClaim) -> str:
    """``EP 25123456.7, 2025-11-20``."""
    return f"{claim.office} {claim.number}".strip() + f", {claim.filed_on or '–'}"


def _against(case: Dossier) -> Against:
    if not any(claim.ceased_on is None for claim in case.right.application.priority_claims):
        return no(_("No priority is claimed."), "PCT Rule 26bis")
    if case.right.publication:
        return no(_("The application is published; the claim stands as it was published."), "PCT Rule 26bis.2(d)")
    return ()


def _decide(case: Dossier, data: Data) -> Sequence[Event]:
    right, place, outcome = case.right, data["claim"], data["outcome"]
    claim = right.application.priority_claims[place]
    cites = VOID if outcome == "void" else RESTORED
    if outcome == "void":
        _refuse_voiding(case, place)
    else:
        _refuse_restoring(case, place, data)
    reason, criterion = data["reason"].strip(), "" if outcome == "void" else data["criterion"]
    decided = PriorityDecided(
        claim=place,
        outcome=outcome,
        criterion=criterion,
        decided_on=case.on.isoformat(),
        reason=reason,
        cites=cites,
    )
    form = "PCT/RO/111" if outcome == "void" else "PCT/RO/159"
    facts = {"priority_claim": named(claim), "outcome": outcome, "criterion": criterion, "reason": reason}
    return [decided, notification(right, form, role="RO", on=case.on, cites=cites, facts=facts)]


def _refuse_voiding(case: Dossier, place: int) -> None:
    """Void is a claim with a defect that stays after the invitation; some defects never make it void (26bis.2(c))."""
    standing = defects(case.right, place)
    if not standing:
        raise refuse(
            _("Nothing that stands makes this claim void. A missing number or a filing two months late does not."),
            "PCT Rule 26bis.2(c)",
            "outcome",
        )
    invited = [one for one in case.right.invitations if one.form == PRIORITY]
    if not invited:
        raise refuse(_("First invite the applicant to correct the claim."), "PCT Rule 26bis.2(a)", "outcome")
    waiting = max(one.due for one in invited)
    if waiting >= case.on:
        raise refuse(_("The applicant may still answer until %(day)s.") % {"day": waiting}, VOID, "outcome")


def defects(right: Right, place: int) -> tuple[Finding, ...]:
    """What stands against a priority claim and can make it void."""
    return tuple(
        one
        for one in formalities.findings(right)
        if one.field.startswith(f"priority_claims.{place}.")
        and one.invites == PRIORITY
        and one.severity != "hint"
        and not one.field.endswith("restoration_requested")
    )


def _refuse_restoring(case: Dossier, place: int, data: Data) -> None:
    right = case.right
    claim = right.application.priority_claims[place]
    if not claim.restoration_requested:
        raise refuse(_("Restoration has not been requested for this claim."), "PCT Rule 26bis.3(b)", "claim")
    if not data["criterion"]:
        raise refuse(_("Say which criterion was applied."), "PCT Rule 26bis.3(a)", "criterion")
    filed, end = right.filing_date or right.received_on, _end_of_period(claim, right)
    if filed is None or end is None or filed <= end:
        raise refuse(_("It was filed within the priority period: there is nothing to restore."), RESTORED, "claim")
    if data["outcome"] == "restored" and filed > GRACE.after(end):
        day = GRACE.after(end)
        raise refuse(_("Only a filing until %(day)s could be saved.") % {"day": day}, "PCT Rule 26bis.3(a)", "outcome")
    if any(one.claim == place and one.outcome != "void" for one in right.priority_decisions):
        raise refuse(_("This has been decided already."), RESTORED, "claim")
    if data["outcome"] == "not restored":
        _refuse_surprise(case)


def _refuse_surprise(case: Dossier) -> None:
    """Nobody is refused who was not told before, and given time to answer."""
    announced = [one for one in case.right.invitations if one.form == REFUSAL_ANNOUNCED]
    waiting = [one.due for one in announced if one.answered_on is None and one.due >= case.on]
    if not announced:
        message = _("First tell the applicant that you intend to refuse (form %(form)s).") % {"form": REFUSAL_ANNOUNCED}
        raise refuse(message, "PCT Rule 26bis.3(g)", "outcome")
    if waiting:
        message = _("The applicant may still answer until %(day)s.") % {"day": max(waiting)}
        raise refuse(message, "PCT Rule 26bis.3(g)", "outcome")


def _end_of_period(claim: PriorityClaim, right: Right) -> date | None:
    if claim.filed_on is None:
        return None
    calendar = of_office(right.application.receiving_office)
    return calendar.roll(PERIOD.after(claim.filed_on), interruptions=False)[0]


ACTS = (
    OfficeAct(
        key="priority",
        role="RO",
        label=gettext_lazy("Decide on a priority claim"),
        button=gettext_lazy("Enter the decision"),
        cites="PCT Rule 26bis",
        form=PriorityForm,
        against=_against,
        does=_decide,
        follows=(
            (
                gettext_lazy(
                    "A void claim no longer gives the priority date: time limits still open are counted again."
                ),
                VOID,
            ),
            (
                gettext_lazy("A claim that is not restored stays, and the time limits with it."),
                "PCT Rule 26bis.2(c)(iii)",
            ),
            (
                gettext_lazy("Restoration by due care has effect in every designated State without a reservation."),
                "PCT Rule 49ter.1",
            ),
        ),
    ),
)

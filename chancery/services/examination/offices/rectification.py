"""The competent authority decides on a request to rectify an obvious mistake (PCT Rule 91)."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.core.event import Event
from chancery.records.register import actions as register
from chancery.records.register import queries
from chancery.records.register.events import PaperReceived, RectificationDecided
from chancery.records.register.queries import Right
from chancery.services.examination import submissions
from chancery.services.examination.decisions import Against, no
from chancery.services.examination.dossier import Dossier
from chancery.services.examination.forms import PUBLIC_LATER, CaseForm
from chancery.services.examination.offices.act import Data, OfficeAct, notification, refuse
from chancery.services.examination.roles import against_role
from chancery.treaties import pct

RULE = "PCT Rule 91.3"
REQUEST = "rectify_mistake"


AUTHORITIES = {
    "RO": gettext_lazy("Receiving Office: a mistake in the request"),
    "ISA": gettext_lazy("Searching Authority: in the description, the claims, the drawings"),
    "IPEA": gettext_lazy("Examining Authority: the same, once examination is demanded"),
    "IB": gettext_lazy("International Bureau: in a paper sent to it"),
}
"""Who is competent (PCT Rule 91.1(b))."""


def undecided(case: Dossier) -> dict[int, str]:
    """Requests for rectification on which nobody has decided, by the number of the paper, in words."""
    decided = {
        entry.body["paper"] for entry in case.entries if entry.kind == RectificationDecided.kind() and entry.body
    }
    waiting = (one for one in case.right.papers if one.act == REQUEST and one.paper not in decided)
    return {one.paper: _asked(one.received_on, one.facts) for one in waiting}


def _asked(received_on: date, facts: Mapping[str, str]) -> str:
    """``2027-03-01: page 3 → "hinge" → "hinges"``."""
    parts = (facts.get(key, "") for key in ("where", "mistake", "correction"))
    return f"{received_on}: " + " → ".join(part for part in parts if part)


class RectificationForm(CaseForm):
    """Which request, and the decision with its reasons."""

    paper = forms.TypedChoiceField(label=gettext_lazy("Request"), coerce=int, widget=forms.RadioSelect)
    authority = forms.ChoiceField(
        label=gettext_lazy("Decided by"), choices=list(AUTHORITIES.items()), widget=forms.RadioSelect
    )
    outcome = forms.ChoiceField(
        label=gettext_lazy("Decision"),
        choices=[("authorized", gettext_lazy("Authorized")), ("refused", gettext_lazy("Not authorized"))],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=gettext_lazy("Reasons"), max_length=4000, help_text=PUBLIC_LATER, widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("paper", undecided(self.case).items())


def _against(case: Dossier) -> Against:
    if undecided(case):
        return ()
    return no(_("No rectification has been asked for that is not decided."), RULE)


def _decide(case: Dossier, data: Data) -> Sequence[Event]:
    reason, authority = data["reason"].strip(), data["authority"]
    if refusals := against_role(authority, case.right):
        raise refuse(refusals[0].message, refusals[0].cites, "authority")
    authorized = data["outcome"] == "authorized"
    decided = RectificationDecided(
        paper=data["paper"],
        authorized=authorized,
        decided_on=case.on.isoformat(),
        reason=reason,
        **(_effect(case, data["paper"]) if authorized else {}),
    )
    facts = {
        submissions.ACKNOWLEDGED_IN: _entry_of(case, data["paper"]),
        "outcome": data["outcome"],
        "reason": reason,
    }
    return [decided, notification(case.right, "PCT/RO/109", role=authority, on=case.on, cites=RULE, facts=facts)]


def _effect(case: Dossier, number: int) -> dict[str, Any]:
    """What an authorized rectification changes: the datum of the request, the sheets that are replaced."""
    right = case.right
    paper = next(one for one in right.papers if one.paper == number)
    effect: dict[str, Any] = {}
    if paper.documents:
        effect["documents"] = (*right.documents, *paper.documents)
    if path := paper.facts.get("datum", ""):
        effect["application"] = register.lean(_rectified(right, path, paper.facts))
    return effect


def _rectified(right: Right, path: str, facts: Mapping[str, str]) -> pct.Application:
    """The request with what was meant; refused where the mistake no longer stands at its place."""
    application = queries.with_contacts(right.number, right.application)
    if path not in pct.rectifiable(application) or pct.datum(application, path) != facts["mistake"]:
        raise refuse(_("The request has changed since: the mistake no longer stands there."), RULE, "paper")
    try:
        return pct.rectified(application, path, facts["correction"])
    except pct.BadData as bad:
        raise refuse(_("It cannot be put there: %(reason)s.") % {"reason": bad.reason}, RULE, "paper") from None


def _entry_of(case: Dossier, paper: int) -> int | None:
    """The ledger entry of a paper: the decision acknowledges it."""
    for entry in case.entries:
        if entry.kind == PaperReceived.kind() and entry.body and entry.body["paper"] == paper:
            return entry.number
    return None


ACTS = (
    OfficeAct(
        key="rectification",
        role="RO",
        label=gettext_lazy("Decide on a rectification"),
        button=gettext_lazy("Enter the decision"),
        cites=RULE,
        form=RectificationForm,
        against=_against,
        does=_decide,
        follows=(
            (
                gettext_lazy("Authorized, a datum of the request is put right, in the file and its time limits."),
                "PCT Rule 91.3(c)",
            ),
            (
                gettext_lazy("Replacement sheets join the file; after publication it is published again (A8, A9)."),
                "PCT Rule 91.3(d); PCT Rule 48.2(i)",
            ),
            (
                gettext_lazy("Refused, the request is published with the application where the applicant asks for it."),
                "PCT Rule 91.3(d)",
            ),
        ),
    ),
)

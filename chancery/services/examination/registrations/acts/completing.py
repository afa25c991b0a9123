"""The International Bureau invites an Office to complete a refusal of which something is missing (Madrid Rule 18(1)).

The Office answers with a statement of its own, `complete_refusal`. Where what is missing is what it says of review,
there is no refusal until then (Rule 18(1)(d)); anything else is added to one that stands (Rule 18(1)(c)).
"""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.core.event import Event
from chancery.records.register.events import IrregularityNotified
from chancery.services.examination.registrations import findings
from chancery.services.examination.registrations.acts.act import Data, FileAct, refuse
from chancery.services.examination.registrations.acts.forms import FileForm, one_of, remark
from chancery.services.examination.registrations.dossier import Against, FileDossier, no
from chancery.services.examination.registrations.findings import Notice, cites_of
from chancery.treaties.kernel import Finding, TimeLimit

CITES = "Madrid Rule 18(1)"
MISSING = {
    "18(1)(c)": gettext_lazy("Something else that a refusal must say: it stands, and is completed"),
    "18(1)(d)": gettext_lazy("What is said of review or appeal: until it is completed there is no refusal"),
}
"""What is missing, by the Rule of the invitation."""


class InviteForm(FileForm):
    """Whose refusal, and what of it is missing."""

    party = one_of(gettext_lazy("Office"))
    rule = one_of(gettext_lazy("What is missing"))
    message = forms.CharField(
        label=gettext_lazy("What the Office is to complete"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    remark = remark()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        waiting = offices(self.case)
        self.offer("party", ((code, code) for code in waiting))
        self.offer("rule", MISSING.items())
        if len(waiting) == 1:
            self.initial.setdefault("party", waiting[0])

    @property
    def proposed(self) -> list[tuple[str, TimeLimit | None]]:
        """Until when the Office would have to answer an invitation of today, under each Rule."""
        waiting = offices(self.case)
        return [
            (cites_of("madrid", rule), findings.limit_of(self.case.file, event, at=self.case.at))
            for rule in MISSING
            for event in [_event(self.case, rule, waiting[0], (), "")]
        ]


def offices(case: FileDossier) -> tuple[str, ...]:
    """The Offices whose last refusal waits for its decision, and that have not been invited about it."""
    return tuple(
        one.party
        for one in case.file.facts.record.designated
        if one.refusals and one.decided_on is None and one.refusals[-1].defective_since is None
    )


def _against(case: FileDossier) -> Against:
    if case.file.registered_on is None:
        return no(_("There is no international registration yet."), CITES)
    if not offices(case):
        return no(_("There is no refusal that waits for its decision and that no invitation has been about."), CITES)
    return ()


def _invite(case: FileDossier, data: Data) -> Sequence[Event]:
    if data["party"] not in offices(case):
        raise refuse(_("This Office has no refusal that could be completed."), CITES, "party")
    missing = Finding(cites=cites_of("madrid", data["rule"]), message=data["message"].strip(), field="")
    event = _event(case, data["rule"], data["party"], findings.told([missing]), data["remark"].strip())
    return [findings.until(case.file, event, at=case.at)]


def _event(
    case: FileDossier, rule: str, party: str, told: tuple[dict[str, str], ...], said: str
) -> IrregularityNotified:
    known: Notice = findings.notice("madrid", rule)
    return IrregularityNotified(
        notice=len(case.file.notices) + 1,
        rule=rule,
        findings=told,
        dated=case.on.isoformat(),
        due="",
        remedied_by=known.remedied_by,
        party=party,
        remark=said,
    )


INVITE = FileAct(
    key="invite_completion",
    system="madrid",
    role="IB",
    label=gettext_lazy("Invite an Office to complete its refusal"),
    button=gettext_lazy("Send the invitation"),
    cites=CITES,
    form=InviteForm,
    against=_against,
    does=_invite,
    follows=(
        (gettext_lazy("The Office is given a time; what it completes in time keeps the date of the refusal."), ""),
        (gettext_lazy("The holder is told of the invitation."), ""),
    ),
)
ACTS = (INVITE,)

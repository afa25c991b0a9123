"""The receiving Office declares an application considered withdrawn: only where the law gives it (Art. 14, Rule 12)."""

from collections.abc import Callable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.core.event import Event
from chancery.records.register.events import ConsideredWithdrawn
from chancery.records.register.queries import Invited
from chancery.services.examination import formalities
from chancery.services.examination.decisions import Against, against_any_act, no
from chancery.services.examination.dossier import Dossier
from chancery.services.examination.formalities import ARTICLE_14, PAY
from chancery.services.examination.forms import PUBLIC_LATER, CaseForm
from chancery.services.examination.offices.act import Data, OfficeAct, notification, refuse
from chancery.services.examination.offices.translations import PURPOSES, against_withdrawal
from chancery.treaties.kernel import Finding

FOR_SEARCH, FOR_PUBLICATION = PURPOSES["search"], PURPOSES["publication"]
DEFECTS = "PCT Art. 14(1)(b)"
FEES = "PCT Art. 14(3)(a)"
NO_DATE = "PCT Art. 14(4)"
GROUNDS = {
    DEFECTS: gettext_lazy("Defects of form were not corrected in time"),
    FEES: gettext_lazy("Fees were not paid in time"),
    NO_DATE: gettext_lazy("The filing date should not have been accorded"),
    FOR_SEARCH.void: gettext_lazy("The translation for the search was not furnished in time"),
    FOR_PUBLICATION.void: gettext_lazy("The translation for publication was not furnished in time"),
}
FORMS = {
    DEFECTS: ARTICLE_14,
    FEES: PAY,
    NO_DATE: "PCT/RO/115",
    FOR_SEARCH.void: FOR_SEARCH.form,
    FOR_PUBLICATION.void: FOR_PUBLICATION.form,
}
PHYSICAL = "PCT Rule 11."


def against_ground(case: Dossier, ground: str) -> Against:
    """What stands against one ground: no invitation, a time limit that runs, a defect that is mended or harmless."""
    invited = [one for one in case.right.invitations if one.form == FORMS[ground]]
    if not invited:
        message = _("The applicant has not been invited about this (form %(form)s).") % {"form": FORMS[ground]}
        return no(message, ground)
    waiting = [one.due for one in invited if one.answered_on is None and one.due >= case.on]
    if waiting:
        return no(_("The applicant may still answer until %(day)s.") % {"day": max(waiting)}, ground)
    return _OWN_LAW[ground](case, invited)


def _about_defects(case: Dossier, invited: list[Invited]) -> Against:
    standing = unmended(case, invited)
    if not standing:
        return no(
            _("Everything the applicant was invited to correct is mended, also if it came late."), "PCT Rule 26.2"
        )
    if all(one.cites.startswith(PHYSICAL) for one in standing):
        return no(
            _("Only physical requirements are not met. Good enough to be published, the application stands."),
            "PCT Rule 26.5",
        )
    return ()


def unmended(case: Dossier, invited: Sequence[Invited]) -> tuple[Finding, ...]:
    """What the invitations named and still stands; the officer's own findings stand until they are answered."""
    named = formalities.named_in(invited)
    found = [one for one in formalities.findings(case.right) if (one.cites, one.field) in named]
    by_rules = {(one.cites, one.field) for one in found}
    own = [
        Finding(cites=one["cites"], message=one["message"], field=one["field"])
        for sent in invited
        if sent.answered_on is None
        for one in sent.findings
        if not one["field"] and (one["cites"], one["field"]) not in by_rules
    ]
    return (*found, *own)


def _about_fees(case: Dossier, _invited: list[Invited]) -> Against:
    if formalities.unpaid(case.right):
        return ()
    return no(_("The fees are paid. A payment before the declaration is in time."), "PCT Rule 16bis.1(e)")


def _about_the_date(case: Dossier, _invited: list[Invited]) -> Against:
    until = case.due("art14_4")
    if until and until < case.on:
        return no(_("This could be found until %(day)s.") % {"day": until}, "PCT Rule 30.1")
    return ()


_OWN_LAW: dict[str, Callable[[Dossier, list[Invited]], Against]] = {
    DEFECTS: _about_defects,
    FEES: _about_fees,
    NO_DATE: _about_the_date,
    FOR_SEARCH.void: lambda case, _invited: against_withdrawal(case, FOR_SEARCH),
    FOR_PUBLICATION.void: lambda case, _invited: against_withdrawal(case, FOR_PUBLICATION),
}


def grounds(case: Dossier) -> list[str]:
    """The grounds that the law gives today."""
    return [ground for ground in GROUNDS if not against_ground(case, ground)]


class WithdrawalForm(CaseForm):
    """On which ground, and why."""

    ground = forms.ChoiceField(label=gettext_lazy("Ground"), widget=forms.RadioSelect)
    reason = forms.CharField(
        label=gettext_lazy("Reason"), max_length=4000, help_text=PUBLIC_LATER, widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("ground", ((key, f"{GROUNDS[key]} ({key})") for key in grounds(self.case)))


def _against(case: Dossier) -> Against:
    if refusals := against_any_act(case.right):
        return refusals
    if grounds(case):
        return ()
    invited = [ground for ground in GROUNDS if any(one.form == FORMS[ground] for one in case.right.invitations)]
    if not invited:
        return no(_("The applicant has not been invited to correct or to pay."), "PCT Art. 14")
    return tuple(one for ground in invited for one in against_ground(case, ground))


def _declare(case: Dossier, data: Data) -> Sequence[Event]:
    ground, reason = data["ground"], data["reason"].strip()
    if refusals := against_ground(case, ground):
        raise refuse(refusals[0].message, refusals[0].cites, "ground")
    facts = {"reason": reason, "decided_on": case.on}
    return [
        ConsideredWithdrawn(decided_on=case.on.isoformat(), reason=reason, cites=ground),
        notification(case.right, "PCT/RO/117", role="RO", on=case.on, cites=ground, facts=facts),
    ]


ACTS = (
    OfficeAct(
        key="considered-withdrawn",
        role="RO",
        label=gettext_lazy("Declare considered withdrawn"),
        button=gettext_lazy("Enter the declaration"),
        cites="PCT Art. 14",
        form=WithdrawalForm,
        against=_against,
        does=_declare,
        grave=True,
        follows=(
            (
                gettext_lazy(
                    "The application ends, and is not published, unless the preparations for that are completed."
                ),
                "PCT Rule 29.1",
            ),
            (gettext_lazy("The applicant is notified, and may ask designated Offices to review it."), "PCT Art. 25"),
        ),
    ),
)

"""The receiving Office invites to furnish a translation, for the search or for publication (PCT Rules 12.3, 12.4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.core.event import Event
from chancery.core.saying import said
from chancery.records.register.queries import Paper, Right
from chancery.services.examination.decisions import Against, against_any_act, no
from chancery.services.examination.dossier import Dossier
from chancery.services.examination.formalities import PUBLICATION_TRANSLATION, SEARCH_TRANSLATION
from chancery.services.examination.offices.act import Data, OfficeAct, refuse
from chancery.services.examination.offices.invitations import RemarkForm, due_by_law, invitation
from chancery.services.examination.roles import Words
from chancery.treaties import pct
from chancery.treaties.pct.offices import PUBLICATION_LANGUAGES

LATE_FEE = "late_translation"


@dataclass(frozen=True)
class Purpose:
    """What a translation is for. ``key`` is that of the applicant's act, ``limit`` that of the time limit."""

    key: str
    form: str
    limit: str
    label: Words
    cites: str
    void: str  # the provision by which the application is considered withdrawn without it


PURPOSES = {
    one.key: one
    for one in (
        Purpose(
            "search",
            SEARCH_TRANSLATION,
            "transl_search",
            gettext_lazy("For the search: the Authority does not accept the language"),
            "PCT Rule 12.3(c)(ii)",
            "PCT Rule 12.3(d)",
        ),
        Purpose(
            "publication",
            PUBLICATION_TRANSLATION,
            "transl_publication",
            gettext_lazy("For publication: it is in no language of publication"),
            "PCT Rule 12.4(c)",
            "PCT Rule 12.4(d)",
        ),
    )
}


def furnished(right: Right, purpose: Purpose) -> Paper | None:
    """The translation that has come for this purpose."""
    return next((one for one in right.papers if one.act == "furnish_translation" and _is_for(one, purpose)), None)


def _is_for(paper: Paper, purpose: Purpose) -> bool:
    return paper.facts.get("purpose") == purpose.key


def against_purpose(case: Dossier, purpose: Purpose) -> Against:
    """What stands against inviting for one purpose."""
    right = case.right
    if any(one.form == purpose.form for one in right.invitations):
        return no(_("The applicant has been invited to furnish it already."), purpose.cites)
    if furnished(right, purpose):
        return no(_("The translation has been furnished."), purpose.cites)
    return _against_publication(case, purpose) if purpose.key == "publication" else ()


def _against_publication(case: Dossier, purpose: Purpose) -> Against:
    if case.right.application.language in PUBLICATION_LANGUAGES:
        return no(_("The language of filing is one of publication."), purpose.cites)
    due = case.due(purpose.limit)
    if due and case.on <= due:
        return no(_("It can be furnished until %(day)s without an invitation.") % {"day": due}, "PCT Rule 12.4(a)")
    return ()


class TranslationForm(RemarkForm):
    """For which purpose."""

    purpose = forms.ChoiceField(label=gettext_lazy("Translation"), widget=forms.RadioSelect)
    field_order = ("after", "purpose", "remark")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        open_ones = [one for one in PURPOSES.values() if not against_purpose(self.case, one)]
        self.offer("purpose", ((one.key, one.label) for one in open_ones))


def _against(case: Dossier) -> Against:
    if refusals := against_any_act(case.right):
        return refusals
    found = [against_purpose(case, one) for one in PURPOSES.values()]
    return () if not all(found) else tuple(finding for each in found for finding in each)


def _invite(case: Dossier, data: Data) -> Sequence[Event]:
    purpose = PURPOSES[data["purpose"]]
    if refusals := against_purpose(case, purpose):
        raise refuse(refusals[0].message, refusals[0].cites, "purpose")
    asked = {"cites": purpose.cites, "message": _wanted(purpose), "field": ""}
    right = case.right
    fee = pct.act_fee(LATE_FEE, right.application, right.record, on=case.on)
    late = {"cites": fee.cites, "message": f"{said(fee.label)}: {said(str(fee.amount))}", "field": f"fees.{LATE_FEE}"}
    due = due_by_law(case, purpose.form)
    return [invitation(case, purpose.form, [asked, late], due=due, remark=data["remark"])]


def _wanted(purpose: Purpose) -> str:
    if purpose.key == "search":
        return _("A translation into a language that the Searching Authority accepts, and that is one of publication.")
    return _("A translation into a language of publication that this Office accepts.")


# Without it: considered withdrawn


def against_withdrawal(case: Dossier, purpose: Purpose) -> Against:
    """What stands against declaring the application withdrawn: the translation came in time, and its fee is paid."""
    came, limit = furnished(case.right, purpose), case.limit(purpose.limit)
    last = limit.late_until if limit else None
    if came is None or (isinstance(last, date) and came.received_on >= last):
        return ()
    if not any(one.line == LATE_FEE for one in case.right.payments):
        return ()
    return no(_("The translation and its late fee have come before this declaration."), purpose.void)


ACTS = (
    OfficeAct(
        key="invite-translation",
        role="RO",
        label=gettext_lazy("Invite to furnish a translation"),
        button=gettext_lazy("Send the invitation"),
        cites="PCT Rule 12.3(c); PCT Rule 12.4(c)",
        form=TranslationForm,
        against=_against,
        does=_invite,
        follows=(
            (
                gettext_lazy("For the search: one month from today, or two from receipt, whichever ends later."),
                "PCT Rule 12.3(c)(ii)",
            ),
            (
                gettext_lazy("For publication: sixteen months from the priority date, with a late furnishing fee."),
                "PCT Rule 12.4(c)",
            ),
            (
                gettext_lazy("Without the translation the application is considered withdrawn."),
                "PCT Rule 12.3(d); PCT Rule 12.4(d)",
            ),
        ),
    ),
)

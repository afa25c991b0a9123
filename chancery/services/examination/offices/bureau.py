"""The International Bureau: what came in is seen, observations are looked at, Chapter I is reported."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.core.event import Event
from chancery.records.register.events import ObservationAdmitted, ReportOnPatentabilityEstablished
from chancery.records.register.queries import Right
from chancery.services.examination import submissions
from chancery.services.examination.decisions import Against, no
from chancery.services.examination.dossier import Dossier
from chancery.services.examination.forms import PUBLIC_LATER, CaseForm
from chancery.services.examination.offices.act import Data, OfficeAct, notification, refuse

CHAPTER_I = "PCT Rule 44bis.1"
COMMUNICATED = "PCT/IB/308"


# What the applicant sent


class SeenForm(CaseForm):
    """Which submission is acknowledged, with a remark."""

    entry = forms.TypedChoiceField(label=gettext_lazy("Received"), coerce=int, widget=forms.RadioSelect)
    remark = forms.CharField(
        label=gettext_lazy("Remark to the applicant"),
        help_text=PUBLIC_LATER,
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        waiting = submissions.unseen(self.case.entries)
        self.offer("entry", ((one.entry, f"{one.received_on}: {one.words} ({one.form})") for one in waiting))


def _against_seeing(case: Dossier) -> Against:
    if submissions.count_unseen(case.entries):
        return ()
    return no(_("Everything that came in has been acknowledged."), "")


def _acknowledge(case: Dossier, data: Data) -> Sequence[Event]:
    one = next(one for one in submissions.unseen(case.entries) if one.entry == data["entry"])
    facts = {
        submissions.ACKNOWLEDGED_IN: one.entry,
        "act": one.act,
        "received_on": one.received_on,
        "remark": data["remark"].strip(),
    }
    return [notification(case.right, one.form, role="IB", on=case.on, cites=one.cites, facts=facts)]


# Third-party observations


class ObservationForm(CaseForm):
    """Whether an observation is one."""

    observation = forms.TypedChoiceField(label=gettext_lazy("Observation"), coerce=int, widget=forms.RadioSelect)
    admitted = forms.TypedChoiceField(
        label=gettext_lazy("Decision"),
        choices=[("yes", gettext_lazy("It is admitted")), ("no", gettext_lazy("It is not admitted"))],
        coerce=lambda text: text == "yes",
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "Needed where it is not admitted: it cites nothing, abuses, or is not on novelty or inventive step."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        waiting = (one for one in self.case.right.observations if one.admitted is None)
        self.offer("observation", ((one.observation, _observed(one)) for one in waiting))


def _observed(one: Any) -> str:
    cited = "; ".join(row.get("document", "") or str(row) for row in one.citations)
    return f"{one.received_on}: {cited}. {one.text[:300]}"


def _against_observations(case: Dossier) -> Against:
    if any(one.admitted is None for one in case.right.observations):
        return ()
    return no(_("No third-party observation is waiting."), "PCT AI 802")


def _decide_observation(case: Dossier, data: Data) -> Sequence[Event]:
    reason = data["reason"].strip()
    if not data["admitted"] and not reason:
        raise refuse(_("Say why it is not admitted."), "PCT AI 802", "reason")
    decided = ObservationAdmitted(
        observation=data["observation"], admitted=data["admitted"], decided_on=case.on.isoformat(), reason=reason
    )
    if not data["admitted"]:
        return [decided]
    one = next(one for one in case.right.observations if one.observation == data["observation"])
    facts = {"observed_on": one.received_on, "citations": len(one.citations)}
    return [decided, notification(case.right, "PCT/IB/345", role="IB", on=case.on, cites="PCT AI 803", facts=facts)]


# Chapter I


class ReportIForm(CaseForm):
    """Nothing to write: the report has the content of the written opinion."""


def _against_report_i(case: Dossier) -> Against:
    right = case.right
    if any(one.chapter == "I" for one in right.reports):
        return no(_("The report has been established."), CHAPTER_I)
    if any(one.chapter == "II" for one in right.reports) or (right.demand and right.demand.stands):
        return no(_("There is a report of Chapter II, or one is to come; then there is none of Chapter I."), CHAPTER_I)
    if right.search is None:
        return no(_("There is no written opinion of the Searching Authority yet."), CHAPTER_I)
    return _before(case.due("iprp1"), case.on, "PCT Rule 44bis.2(a)")


def _before(day: date | None, on: date, cites: str) -> Against:
    if day is None or on < day:
        return no(_("From %(day)s on, not before.") % {"day": day or "–"}, cites)
    return ()


def _report_i(case: Dossier, _data: Data) -> Sequence[Event]:
    right = case.right
    if right.search is None:
        raise ValueError("a report of Chapter I without a written opinion")
    report = ReportOnPatentabilityEstablished(
        chapter="I", authority="IB", established_on=case.on.isoformat(), statement=right.search.opinion
    )
    facts = {"established_on": case.on, "opinion": right.search.opinion}
    return [report, notification(right, "PCT/IB/326", role="IB", on=case.on, cites="PCT Rule 44bis.1(c)", facts=facts)]


# The communication under Article 20


def _against_communicating(case: Dossier) -> Against:
    right: Right = case.right
    if any(one.form == COMMUNICATED for one in right.notifications):
        return no(_("The applicant has been notified of the communication."), "PCT Rule 47.1(c)")
    if right.publication is None:
        return no(_("The application is communicated once it is published."), "PCT Rule 47.1(a)")
    return _before(case.due("art20_notice"), case.on, "PCT Rule 47.1(c)")


def _communicate(case: Dossier, _data: Data) -> Sequence[Event]:
    right = case.right
    number = right.publication.number if right.publication else ""
    facts = {"publication_number": number, "dated": case.on}
    return [notification(right, COMMUNICATED, role="IB", on=case.on, cites="PCT Rule 47.1(c)", facts=facts)]


ACTS = (
    OfficeAct(
        key="seen",
        role="IB",
        label=gettext_lazy("Acknowledge what came in"),
        button=gettext_lazy("Send the notification"),
        cites="PCT Rule 92bis.1",
        form=SeenForm,
        against=_against_seeing,
        does=_acknowledge,
        follows=((gettext_lazy("The applicant gets the form that belongs to it; it leaves the queue."), ""),),
    ),
    OfficeAct(
        key="observation",
        role="IB",
        label=gettext_lazy("Third-party observation"),
        button=gettext_lazy("Enter the decision"),
        cites="PCT AI 802",
        form=ObservationForm,
        against=_against_observations,
        does=_decide_observation,
        follows=(
            (gettext_lazy("The applicant is told of an observation that is admitted, and may answer."), "PCT AI 804"),
        ),
    ),
    OfficeAct(
        key="report-i",
        role="IB",
        label=gettext_lazy("Preliminary report (Chapter I)"),
        button=gettext_lazy("Enter and transmit"),
        cites=CHAPTER_I,
        form=ReportIForm,
        against=_against_report_i,
        does=_report_i,
        follows=(
            (
                gettext_lazy("It has the content of the written opinion, and goes to the designated Offices."),
                "PCT Rule 44bis.2",
            ),
        ),
    ),
    OfficeAct(
        key="communication",
        role="IB",
        label=gettext_lazy("Notify the communication"),
        button=gettext_lazy("Send the notification"),
        cites="PCT Rule 47.1(c)",
        form=ReportIForm,
        against=_against_communicating,
        does=_communicate,
        follows=(
            (
                gettext_lazy("Designated Offices accept it as proof that the communication has taken place."),
                "PCT Rule 47.1(c)",
            ),
        ),
    ),
)

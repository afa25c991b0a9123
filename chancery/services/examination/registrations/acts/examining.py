"""The International Bureau examines: it tells of irregularities, proposes classes, and ends what is not remedied."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.core.event import Event
from chancery.core.saying import said
from chancery.records.register.events import ApplicationEnded, IrregularityNotified
from chancery.services.examination.registrations import findings
from chancery.services.examination.registrations.acts.act import Data, FileAct, refuse
from chancery.services.examination.registrations.acts.forms import FileForm, day, one_of, remark, ticks
from chancery.services.examination.registrations.dossier import Against, FileDossier, no
from chancery.services.examination.registrations.findings import NOTICES, cites_of, label
from chancery.services.examination.registrations.words import REMEDIED_BY
from chancery.treaties.kernel import Finding, TimeLimit

TELLS = {"madrid": "Madrid Rule 11", "hague": "Hague Rule 14(1)", "lisbon": "Lisbon Rule 6(1)"}
ENDS = {"madrid": "Madrid Rule 11(5)", "hague": "Hague Rule 14(3)", "lisbon": "Lisbon Rule 6(1)"}


class NoticeForm(FileForm):
    """What is told: findings of the rules, and one of the officer's own. Each Rule makes a notice of its own."""

    findings = ticks(gettext_lazy("Findings"))
    message = forms.CharField(
        label=gettext_lazy("What else is told, or proposed"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    rule = one_of(gettext_lazy("Told under"))
    party = forms.ChoiceField(label=gettext_lazy("Party"), required=False)
    request = forms.TypedChoiceField(
        label=gettext_lazy("About the request"), required=False, coerce=int, empty_value="0"
    )
    due = day(
        gettext_lazy("Until"),
        required=False,
        help_text=gettext_lazy("Only where the law leaves the day to the notice; otherwise it is reckoned."),
    )
    remark = remark(gettext_lazy("Remark to whom it is sent"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        system = self.case.system
        self.offered = {str(place): one for place, one in enumerate(self.case.docket.to_notice)}
        self.offer("findings", ((key, findings.in_words(one)) for key, one in self.offered.items()))
        self.initial.setdefault("findings", list(self.offered))
        self.offer("rule", ((one.rule, label(system, one, REMEDIED_BY)) for one in _usable(self.case)))
        self.fields["rule"].required = False
        self.offer("party", [("", "–"), *((code, code) for code in _parties(self.case))])
        self.offer("request", [("", "–"), *_requests(self.case)])
        for name, there in (("findings", self.offered), ("request", self.case.file.open_requests)):
            if not there:
                del self.fields[name]

    @property
    def proposed(self) -> list[tuple[str, TimeLimit | None]]:
        """Each Rule under which the findings would be told, with the time limit that the notice starts today."""
        grouped = findings.by_rule(self.case.system, self.offered.values())
        return [
            (cites_of(self.case.system, rule), _limit(self.case, rule, several)) for rule, several in grouped.items()
        ]


def _usable(case: FileDossier) -> list[findings.Notice]:
    about = {"application", "party"} if case.pending else {"request", "party"}
    return [one for one in NOTICES[case.system] if one.about in about]


def _parties(case: FileDossier) -> tuple[str, ...]:
    return case.parties or case.file.system.designated(case.file.application, on=case.on)


def _requests(case: FileDossier) -> Iterator[tuple[str, str]]:
    for one in case.file.open_requests:
        yield str(one.request), f"{one.received_on}: {said(case.file.system.act(one.act).title)}"


def _against(case: FileDossier) -> Against:
    if case.pending and not case.docket.with_bureau:
        return no(_("The International Bureau does not have the application yet."), TELLS[case.system])
    if not case.pending and not case.file.open_requests and not case.parties:
        return no(_("There is nothing that a notice could be about."), TELLS[case.system])
    return ()


def _tell(case: FileDossier, data: Data) -> Sequence[Event]:
    grouped = _chosen(case, data)
    if not grouped:
        raise refuse(_("Choose a finding, or write what is told."), TELLS[case.system], "message")
    first = len(case.file.notices) + 1
    return [
        _notice(case, first + step, rule, several, data) for step, (rule, several) in enumerate(sorted(grouped.items()))
    ]


def _chosen(case: FileDossier, data: Data) -> dict[str, list[Finding]]:
    """The findings that were ticked and the officer's own, under the Rules by which they are told."""
    standing = {str(place): one for place, one in enumerate(case.docket.to_notice)}
    grouped = findings.by_rule(case.system, [standing[key] for key in data.get("findings", ())])
    message = data["message"].strip()
    if message and not data["rule"]:
        raise refuse(_("Say under which Rule this is told."), TELLS[case.system], "rule")
    if message:
        own = Finding(cites=cites_of(case.system, data["rule"]), message=message, field="")
        grouped.setdefault(data["rule"], []).append(own)
    return grouped


def _notice(case: FileDossier, number: int, rule: str, several: Sequence[Finding], data: Data) -> IrregularityNotified:
    known = findings.notice(case.system, rule)
    request = int(data.get("request") or 0)
    if known.about == "request" and not request:
        raise refuse(_("Say about which request this is."), cites_of(case.system, rule), "request")
    if known.about == "party" and not data["party"]:
        raise refuse(_("Say about which party this is."), cites_of(case.system, rule), "party")
    event = IrregularityNotified(
        notice=number,
        rule=rule,
        findings=findings.told(several),
        dated=case.on.isoformat(),
        due="",
        remedied_by=known.remedied_by,
        party=data["party"] if known.about == "party" else "",
        request=request if known.about == "request" else 0,
        remark=data["remark"].strip(),
    )
    return _due(case, event, data["due"] if known.states_due else None)


def _due(case: FileDossier, event: IrregularityNotified, stated: date | None) -> IrregularityNotified:
    """The notice with the day until which it is to be answered: stated where the law leaves it so, else reckoned."""
    if findings.notice(case.system, event.rule).states_due:
        if stated is None or stated <= case.on:
            cites = cites_of(case.system, event.rule)
            raise refuse(_("This notice states the day itself. Give one that is still to come."), cites, "due")
        return findings.dated(event, stated)
    return findings.until(case.file, event, at=case.at)


def _limit(case: FileDossier, rule: str, several: Sequence[Finding]) -> TimeLimit | None:
    known = findings.notice(case.system, rule)
    event = IrregularityNotified(
        notice=len(case.file.notices) + 1,
        rule=rule,
        findings=findings.told(several),
        dated=case.on.isoformat(),
        due="",
        remedied_by=known.remedied_by,
    )
    return findings.limit_of(case.file, event, at=case.at)


# The end of an application


class EndForm(FileForm):
    """How it ends, and why."""

    how = one_of(gettext_lazy("Outcome"))
    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        abandoned = (
            ("abandoned", gettext_lazy("Considered abandoned")) if _overdue(self.case) else None,
            ("refused", gettext_lazy("No registration is made")),
        )
        self.offer("how", filter(None, abandoned))


def _overdue(case: FileDossier) -> list[Any]:
    return [one for one in case.file.open_notices if one.due and one.due < case.on and not one.request]


def _against_ending(case: FileDossier) -> Against:
    if not case.pending:
        return no(_("The registration has been made."), ENDS[case.system])
    if not case.docket.with_bureau:
        return no(_("The International Bureau does not have the application yet."), ENDS[case.system])
    if not case.file.notices:
        return no(_("The applicant has been told of nothing yet, and could remedy nothing."), ENDS[case.system])
    running = [one.due for one in case.file.open_notices if one.due and one.due >= case.on]
    if running:
        message = _("A notice can still be answered until %(day)s.") % {"day": max(running)}
        return no(message, ENDS[case.system])
    return ()


def _end(case: FileDossier, data: Data) -> Sequence[Event]:
    return [
        ApplicationEnded(
            how=data["how"], decided_on=case.on.isoformat(), reason=data["reason"].strip(), cites=ENDS[case.system]
        )
    ]


def _acts(system: str) -> tuple[FileAct, ...]:
    return (
        FileAct(
            key="notice",
            system=system,
            role="IB",
            label=gettext_lazy("Tell of an irregularity, or propose"),
            button=gettext_lazy("Send the notices"),
            cites=TELLS[system],
            form=NoticeForm,
            against=_against,
            does=_tell,
            follows=((gettext_lazy("One notice for each Rule, with the day until which it can be answered."), ""),),
        ),
        FileAct(
            key="end",
            system=system,
            role="IB",
            label=gettext_lazy("Consider abandoned, or refuse"),
            button=gettext_lazy("End the application"),
            cites=ENDS[system],
            form=EndForm,
            against=_against_ending,
            does=_end,
            follows=(
                (gettext_lazy("The applicant is told, with the reason."), ENDS[system]),
                (gettext_lazy("What goes back of the fees stands on the statement of fees."), ENDS[system]),
            ),
            grave=True,
        ),
    )


ACTS = tuple(one for system in NOTICES for one in _acts(system))

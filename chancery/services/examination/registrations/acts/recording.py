"""The International Bureau records what holders ask for, or declines it, corrects, and ends what was not paid."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.core.event import Event
from chancery.core.refusal import Refused
from chancery.core.saying import said
from chancery.records.accounts import queries as accounts
from chancery.records.fees import queries as fees
from chancery.records.register import actions as register
from chancery.records.register import queries as files
from chancery.records.register.events import (
    RegistrationLapsed,
    RequestDeclined,
    RequestPresented,
    RequestRecorded,
)
from chancery.records.register.queries import Requested
from chancery.services.examination.registrations.acts.act import Data, FileAct, refuse
from chancery.services.examination.registrations.acts.forms import FileForm, one_of, remark, ticks
from chancery.services.examination.registrations.docket import day_of
from chancery.services.examination.registrations.dossier import Against, FileDossier, no
from chancery.treaties.kernel.plain import BadData
from chancery.treaties.registrations import corrections

RECORDS = {"madrid": "Madrid Rule 27(1)", "hague": "Hague Rule 21(6)", "lisbon": "Lisbon Rule 15(2)"}
DECLINES = {"madrid": "Madrid Rule 26(2)", "hague": "Hague Rule 21(5)", "lisbon": "Lisbon Rule 15(1)"}
CORRECTS = {"madrid": "Madrid Rule 28", "hague": "Hague Rule 22(1)", "lisbon": "Lisbon Rule 18"}
SPLITS = frozenset({("madrid", "change_ownership"), ("madrid", "divide"), ("hague", "change_ownership")})
"""Requests that, for a part, make a registration of its own: the same number with a letter (Madrid Rule 27(2))."""


class RequestForm(FileForm):
    """Which request."""

    request = one_of(gettext_lazy("Request"), coerce=int)
    remark = remark(gettext_lazy("Remark to the holder"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        waiting = self.case.file.open_requests
        self.offer("request", ((one.request, in_words(self.case, one)) for one in waiting))
        if len(waiting) == 1:
            self.initial.setdefault("request", waiting[0].request)


class DeclineForm(RequestForm):
    """Which request is not recorded, and why."""

    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))
    field_order = ("request", "reason")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["remark"]


def in_words(case: FileDossier, one: Requested) -> str:
    """A request in a list of choices: day, what, where."""
    where = " ".join(one.parties)
    title = said(case.file.system.act(one.act).title)
    return f"{one.received_on}: {title}{f' ({where})' if where else ''}"


def against_recording(case: FileDossier, one: Requested) -> Against:
    """What stands against recording a request: its law on the day it came, an open notice about it, its fees."""
    found = case.request_possible(one)
    if found.findings:
        return found.findings
    cites = case.file.system.act(one.act).cites
    if any(each.request == one.request for each in case.file.open_notices):
        return no(_("A notice about this request waits for its answer."), cites, "request")
    owed = unpaid(case, one)
    if owed:
        return no(_("Its fees are not paid: %(owed)s.") % {"owed": ", ".join(owed)}, cites, "request")
    return ()


def unpaid(case: FileDossier, one: Requested) -> list[str]:
    """The fees of a request that are still to be paid, in words."""
    invoice = fees.invoice(case.file.number)
    lines = [line for line in invoice.lines if line.code.startswith(f"{one.request}.")] if invoice else []
    return [f"{said(line.label)} {line.open}" for line in lines if line.open is not None and line.open.amount > 0]


def _against_requests(case: FileDossier) -> Against:
    if case.file.open_requests:
        return ()
    return no(_("Nothing is asked for that is not dealt with."), RECORDS[case.system])


def _asked(case: FileDossier, data: Data) -> Requested:
    return next(one for one in case.file.open_requests if one.request == data["request"])


def _record(case: FileDossier, data: Data) -> Sequence[Event]:
    one = _asked(case, data)
    findings = against_recording(case, one)
    if findings:
        raise Refused(findings)
    return [
        RequestRecorded(
            request=one.request,
            recorded_on=case.complete_on(one).isoformat(),
            cites=case.file.system.act(one.act).cites,
            remark=data["remark"].strip(),
        )
    ]


def _split(case: FileDossier, data: Data, _by: int, at: datetime) -> None:
    """A change in ownership or a division that is for a part makes a registration of its own."""
    one = _asked(case, data)
    if (case.system, one.act) in SPLITS and (one.parties or one.things):
        after = files.registration(case.file.number)
        if after is not None:
            owner = _new_owner(case, one)
            register.split_registration(after, request=one.request, cites=RECORDS[case.system], at=at, owner=owner)


def _new_owner(case: FileDossier, one: Requested) -> int | None:
    """The account of who takes a part over, by the e-mail address that the request gives."""
    address = files.new_owner(case.file.number, one.facts.get("new_name", ""))
    found = accounts.by_email(address) if address else None
    return found.id if found else None


def _decline(case: FileDossier, data: Data) -> Sequence[Event]:
    one = _asked(case, data)
    return [
        RequestDeclined(
            request=one.request,
            decided_on=case.on.isoformat(),
            reason=data["reason"].strip(),
            cites=DECLINES[case.system],
        )
    ]


# Correction


class CorrectForm(FileForm):
    """What is corrected of those who own it, or of any other particular, and why."""

    what = forms.CharField(
        label=gettext_lazy("What was wrong"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )
    name = forms.CharField(label=gettext_lazy("Name of the holder"), max_length=500)
    address = forms.CharField(
        label=gettext_lazy("Address"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )
    particular = forms.ChoiceField(label=gettext_lazy("Another particular"), required=False)
    value = forms.CharField(
        label=gettext_lazy("What should stand there"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        every = corrections.particulars(self.case.file.system.key, self.case.file.application.to_dict())
        self.offer("particular", [("", _("None")), *((one.path, _particular(one)) for one in every)])
        first = _owner(self.case)
        self.initial.setdefault("name", first.get("name", ""))
        self.initial.setdefault("address", first.get("address", ""))


def _particular(one: corrections.Particular) -> str:
    """A particular in a list of choices: what it is, and what stands there."""
    place = f" {one.place}" if one.place else ""
    return f"{said(one.label)}{place}: {one.value[:80] or '-'}"


def _people(case: FileDossier) -> str:
    return "beneficiaries" if case.system == "lisbon" else "applicants"


def _owner(case: FileDossier) -> dict[str, Any]:
    return next(iter(case.file.application.to_dict().get(_people(case), ())), {})


def _against_correcting(case: FileDossier) -> Against:
    if case.file.registered_on is None:
        return no(_("There is no international registration yet."), CORRECTS[case.system])
    return ()


def _correct(case: FileDossier, data: Data) -> Sequence[Event]:
    plain = files.reached(case.file.number, case.file.application.to_dict())
    several = list(plain.get(_people(case), ()))
    new = {**(several[0] if several else {}), "name": data["name"].strip(), "address": data["address"].strip()}
    application = _put_right(case, {**plain, _people(case): [new, *several[1:]]}, data)
    if application == case.file.system.application(plain):
        raise refuse(_("Nothing is changed."), CORRECTS[case.system], "name")
    number = len(case.file.requests) + 1
    asked = RequestPresented(
        request=number,
        act="correct",
        received_on=case.on.isoformat(),
        facts={"by": "International Bureau"},
        application=application.to_dict(),
        remark=data["what"].strip(),
    )
    recorded = RequestRecorded(request=number, recorded_on=case.on.isoformat(), cites=CORRECTS[case.system])
    return [asked, recorded]


def _put_right(case: FileDossier, plain: dict[str, Any], data: Data) -> Any:
    """The application with the particular that is chosen, as its system reads it."""
    path = data.get("particular", "")
    changed = corrections.corrected(case.file.system.key, plain, path, data.get("value", "").strip()) if path else plain
    try:
        return case.file.system.application(changed)
    except BadData as bad:
        raise refuse(str(bad), CORRECTS[case.system], "value") from None


# What was not paid

PARTS = {
    "second_part_unpaid": {"madrid": "Madrid Rule 34(3)(d)", "hague": "Hague Rule 12(3)(d)"},
    "publication_unpaid": {"hague": "Hague Rule 16(5)"},
    "fee_unpaid": {"lisbon": "Lisbon Art. 7(5)"},
    "lapsed": {"madrid": "Madrid Rule 30(1)", "hague": "Hague Rule 24(2)"},
}
WHAT = {
    "lapsed": gettext_lazy("The renewal was not paid, and the months of grace are over"),
    "second_part_unpaid": gettext_lazy("The second part of a fee was not paid"),
    "publication_unpaid": gettext_lazy("The fee of the deferred publication was not paid"),
    "fee_unpaid": gettext_lazy("The individual fee of a party was not paid"),
}


class LapseForm(FileForm):
    """What was not paid, and in which parties it ends."""

    what = one_of(gettext_lazy("What was not paid"))
    parties = ticks(gettext_lazy("Parties"), help_text=gettext_lazy("Only where it ends in some of them."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("what", ((key, WHAT[key]) for key in unpaid_parts(self.case)))
        self.offer("parties", ((code, code) for code in self.case.parties))


PAYMENTS = {"renewal": "lapsed", "second_part": "second_part_unpaid", "publication_fee": "publication_unpaid"}
"""Time limits for a payment, and what ends by missing them."""


def unpaid_parts(case: FileDossier) -> dict[str, date]:
    """What has not been paid in time, and the day from which it has ended by that."""
    over = {"fee_unpaid": case.on} if case.system == "lisbon" else {}
    for limit in case.limits:
        due = day_of(limit.due)
        last = day_of(limit.late_until) or due
        if limit.key in PAYMENTS and limit.done_on is None and due and last and last < case.on:
            over[PAYMENTS[limit.key]] = due
    return over


def _against_lapsing(case: FileDossier) -> Against:
    cites = PARTS["lapsed"].get(case.system, "Lisbon Art. 7(5)")
    if case.file.registered_on is None:
        return no(_("There is no international registration yet."), cites)
    if case.docket.over:
        return no(_("Nothing of the registration stands in any party."), cites)
    if not unpaid_parts(case):
        return no(_("No time limit for a payment has passed, months of grace included."), cites)
    return ()


def _lapse(case: FileDossier, data: Data) -> Sequence[Event]:
    what, parties = data["what"], tuple(data["parties"])
    if what in ("second_part_unpaid", "fee_unpaid") and not parties:
        raise refuse(_("Say in which party it ends."), PARTS[what][case.system], "parties")
    return [
        RegistrationLapsed(
            what=what,
            on=unpaid_parts(case)[what].isoformat(),
            cites=PARTS[what][case.system],
            parties=() if what in ("lapsed", "publication_unpaid") else parties,
        )
    ]


def _acts(system: str) -> tuple[FileAct, ...]:
    return (
        FileAct(
            key="record",
            system=system,
            role="IB",
            label=gettext_lazy("Record a request"),
            button=gettext_lazy("Record"),
            cites=RECORDS[system],
            form=RequestForm,
            against=_against_requests,
            does=_record,
            enters=_split,
            follows=(
                (gettext_lazy("It counts from the day on which the request was complete."), RECORDS[system]),
                (gettext_lazy("A change for a part makes a registration of its own, with a letter."), RECORDS[system]),
                (gettext_lazy("It appears in the next issue of the bulletin."), ""),
            ),
        ),
        FileAct(
            key="decline",
            system=system,
            role="IB",
            label=gettext_lazy("Decline a request"),
            button=gettext_lazy("Decline"),
            cites=DECLINES[system],
            form=DeclineForm,
            against=_against_requests,
            does=_decline,
            follows=((gettext_lazy("The holder is told why. Half of the fees goes back."), DECLINES[system]),),
            grave=True,
        ),
        FileAct(
            key="correct",
            system=system,
            role="IB",
            label=gettext_lazy("Correct the register"),
            button=gettext_lazy("Enter the correction"),
            cites=CORRECTS[system],
            form=CorrectForm,
            against=_against_correcting,
            does=_correct,
            follows=((gettext_lazy("Holder and Offices are told; it appears in the bulletin."), CORRECTS[system]),),
        ),
        FileAct(
            key="lapse",
            system=system,
            role="IB",
            label=gettext_lazy("End for want of a payment"),
            button=gettext_lazy("Enter the end"),
            cites=PARTS["lapsed"].get(system, "Lisbon Art. 7(5)"),
            form=LapseForm,
            against=_against_lapsing,
            does=_lapse,
            follows=((gettext_lazy("The registration ends on the day on which the payment was due."), ""),),
            grave=True,
        ),
    )


ACTS = tuple(one for system in RECORDS for one in _acts(system))

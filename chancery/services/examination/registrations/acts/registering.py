"""The International Bureau registers, and notifies the Offices of the designated parties."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.core.event import Event
from chancery.records.register import actions as register
from chancery.records.register.events import PartiesNotified
from chancery.services.examination.registrations.acts.act import Data, FileAct, refuse
from chancery.services.examination.registrations.acts.forms import FileForm, NothingForm, day, ticks
from chancery.services.examination.registrations.docket import NOTIFY, REGISTER
from chancery.services.examination.registrations.dossier import Against, FileDossier, no


def _against_registering(case: FileDossier) -> Against:
    cites = REGISTER[case.system]
    if not case.pending:
        return no(_("The registration has been made."), cites)
    if not case.docket.with_bureau:
        return no(_("The International Bureau does not have the application yet."), cites)
    if case.docket.to_notice:
        return no(_("Findings stand of which no notice has told. Tell them first."), cites)
    if not case.docket.ready:
        return no(_("A notice waits for its answer."), cites)
    if not isinstance(case.registration.day, date):
        return no(_("The date of the registration cannot be told: %(why)s.") % {"why": case.registration.day}, cites)
    return ()


def _register(case: FileDossier, _data: Data, _by: int, at: datetime) -> None:
    day_of_it = case.registration.day
    if not isinstance(day_of_it, date):
        raise refuse(_("The date of the registration cannot be told."), REGISTER[case.system])
    register.make_registration(
        case.file.number,
        registered_on=day_of_it,
        parties=case.file.system.designated(case.file.application, on=day_of_it),
        cites=REGISTER[case.system],
        after=case.file.version,
        at=at,
    )


class NotifyForm(FileForm):
    """Which Offices are told; where the law counts from the receipt, on which day they received it."""

    parties = ticks(gettext_lazy("Parties"), required=True)
    received_on = day(gettext_lazy("Received by the authorities on"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("parties", ((code, _named(self.case, code)) for code in self.case.to_notify))
        self.initial.setdefault("parties", list(self.case.to_notify))
        self.initial.setdefault("received_on", self.case.on)
        if self.case.system != "lisbon":
            del self.fields["received_on"]


def _named(case: FileDossier, code: str) -> str:
    found = case.file.system.member(code)
    return f"{code}, {found.name}" if found else code


def _against_notifying(case: FileDossier) -> Against:
    cites = NOTIFY[case.system]
    if case.file.registered_on is None:
        return no(_("There is no international registration yet."), cites)
    if not case.to_notify and case.system == "hague" and not case.file.publication:
        return no(_("It is the publication that is sent to the Offices. It has not appeared yet."), cites)
    if not case.to_notify:
        return no(_("Every Office has been notified."), cites)
    return ()


def _notify(case: FileDossier, data: Data) -> Sequence[Event]:
    on = data.get("received_on") or case.on
    if on > case.on or (case.file.entered_on and on < case.file.entered_on):
        raise refuse(
            _("Not before the registration was made, and not after today."), NOTIFY[case.system], "received_on"
        )
    return [PartiesNotified(parties=tuple(data["parties"]), on=on.isoformat())]


def _acts(system: str) -> tuple[FileAct, ...]:
    return (
        FileAct(
            key="register",
            system=system,
            role="IB",
            label=gettext_lazy("Register"),
            button=gettext_lazy("Enter the registration"),
            cites=REGISTER[system],
            form=NothingForm,
            against=_against_registering,
            enters=_register,
            follows=(
                (gettext_lazy("It gets the next number, and bears the date that is reckoned here."), REGISTER[system]),
                (gettext_lazy("The Offices of the parties are notified, and it is published."), NOTIFY[system]),
            ),
        ),
        FileAct(
            key="notify",
            system=system,
            role="IB",
            label=gettext_lazy("Notify the parties"),
            button=gettext_lazy("Enter the notification"),
            cites=NOTIFY[system],
            form=NotifyForm,
            against=_against_notifying,
            does=_notify,
            follows=((gettext_lazy("From this day the time for a refusal is counted."), NOTIFY[system]),),
        ),
    )


ACTS = tuple(one for system in REGISTER for one in _acts(system))

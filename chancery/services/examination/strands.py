"""Where a case stands, strand by strand: one line each, in the words of the desk."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chancery.records.register.queries import Right
from chancery.services.examination import formalities, saving
from chancery.services.examination.dossier import Dossier
from chancery.services.examination.formalities import PAY, TO_CORRECT
from chancery.services.examination.saving import Late

DONE, OPEN, BAD, IDLE = "good", "warn", "bad", "idle"


@dataclass(frozen=True)
class Strand:
    """One strand: its name, the tone of its state, the state in words; a day that matters, and the provision."""

    name: str
    tone: str
    state: str
    detail: str = ""
    day: date | None = None
    cites: str = ""


def strands(case: Dossier) -> list[Strand]:
    """The strands of a case, in the order in which they begin."""
    return [tell(case) for tell in _TELLERS]


def _formalities(case: Dossier) -> Strand:
    name, right = _("Formalities"), case.right
    if right.ended:
        return Strand(name, BAD, _("Ended"), right.not_an_application or right.considered_withdrawn)
    waiting = [one for one in right.open_invitations if one.form in TO_CORRECT]
    missed = [one for one in saving.late(right, on=case.on) if one.invited.form in TO_CORRECT]
    if missed:
        return _late(name, missed[-1])
    if waiting:
        return Strand(name, OPEN, _("Invited to correct"), day=min(one.due for one in waiting), cites="PCT Rule 26.2")
    if right.filing_date is None:
        return Strand(name, OPEN, _("No filing date yet"), cites="PCT Art. 11(1)")
    standing = [one for one in formalities.findings(right) if one.severity != "hint"]
    if standing:
        count = len(standing)
        said = ngettext("%(count)d finding stands", "%(count)d findings stand", count) % {"count": count}
        return Strand(name, OPEN, said, cites="PCT Art. 14(1)")
    return Strand(name, DONE, _("In order"), day=right.filing_date, cites="PCT Art. 11(1)")


def _late(name: str, one: Late) -> Strand:
    """A missed time limit, and the rule that saves the answer, if one does."""
    days = {"days": one.days}
    if one.answered:
        state = ngettext("Answered %(days)d day late", "Answered %(days)d days late", one.days) % days
    else:
        state = ngettext("No answer, %(days)d day over", "No answer, %(days)d days over", one.days) % days
    if one.rescue is None:
        return Strand(name, BAD, state, _("No rule saves a later answer."), one.invited.due)
    return Strand(name, OPEN, state, str(one.rescue.words), one.invited.due, one.rescue.cites)


def _fees(case: Dossier) -> Strand:
    name, right = _("Fees"), case.right
    if not formalities.unpaid(right):
        return Strand(name, DONE, _("Paid"))
    if right.ended:
        return Strand(name, IDLE, _("Not paid"))
    invited = [one for one in right.invitations if one.form == PAY]
    if invited and invited[-1].due < case.on:
        rescue = saving.RESCUES[PAY]
        return Strand(name, OPEN, _("Not paid in time"), str(rescue.words), invited[-1].due, rescue.cites)
    if invited:
        return Strand(
            name, OPEN, _("Invited to pay, with the late payment fee"), "", invited[-1].due, "PCT Rule 16bis.1"
        )
    limit = formalities.fee_limit(right)
    due = limit.due if limit and isinstance(limit.due, date) else None
    if due and due < case.on:
        rescue = saving.INVITED_TOO_EARLY
        return Strand(name, OPEN, _("Over time"), str(rescue.words), due, rescue.cites)
    return Strand(name, OPEN, _("To be paid"), "", due, limit.cites if limit else "")


def _priority(case: Dossier) -> Strand:
    name, right = _("Priority"), case.right
    claims = [one for one in right.application.priority_claims if one.ceased_on is None]
    if not claims:
        return Strand(name, IDLE, _("None claimed"), day=right.filing_date)
    earliest = min((one.filed_on for one in claims if one.filed_on), default=None)
    decided = {one.claim: one.outcome for one in right.priority_decisions}
    asked = [place for place, one in enumerate(right.application.priority_claims) if one.restoration_requested]
    if any(place not in decided for place in asked):
        return Strand(name, OPEN, _("Restoration requested"), "", earliest, "PCT Rule 26bis.3")
    said = {"restored": _("Restored"), "not restored": _("Not restored")}
    outcome = next((said[decided[place]] for place in asked if decided[place] in said), "")
    return Strand(name, DONE, outcome or _("Claimed"), "", earliest, "PCT Art. 8")


def _copies(case: Dossier) -> Strand:
    name, right = _("Record copy"), case.right
    record, search = right.copy_received("record"), right.copy_received("search")
    if right.filing_date is None or (right.ended and not record):
        return Strand(name, IDLE, _("Not sent"))
    if record is None:
        return Strand(name, OPEN, _("Not with the Bureau yet"), "", case.due("record_copy"), "PCT Rule 22.1")
    if search is None:
        return Strand(name, OPEN, _("With the Bureau"), _("The search copy is still to go."), record, "PCT Rule 23.1")
    return Strand(name, DONE, _("With the Bureau and the Authority"), "", record, "PCT Rule 22.1")


def _search(case: Dossier) -> Strand:
    name, right = _("Search"), case.right
    report = right.search
    if report and report.declined:
        return Strand(name, DONE, _("Declared that there is no report"), "", report.transmitted_on, "PCT Art. 17(2)(a)")
    if report:
        count = len(report.citations)
        cited = ngettext("%(n)d document cited", "%(n)d documents cited", count) % {"n": count}
        return Strand(name, DONE, _("Report transmitted"), cited, report.transmitted_on, "PCT Art. 18")
    if right.ended or right.copy_received("search") is None:
        return Strand(name, IDLE, _("Not begun"))
    return Strand(name, OPEN, _("In search"), "", case.due("isr"), "PCT Rule 42.1")


def _publication(case: Dossier) -> Strand:
    name, right = _("Publication"), case.right
    if right.publications:
        last = right.publications[-1]
        return Strand(name, DONE, _("Published"), f"{last.number} {last.kind_code}", last.on, "PCT Art. 21")
    if right.ended and not _comes_too_late(right):
        return Strand(name, IDLE, _("Will not be published"))
    if right.prepared_on:
        return Strand(name, OPEN, _("Preparations completed"), "", right.prepared_on, "PCT Rule 90bis.1(c)")
    if right.filing_date is None:
        return Strand(name, IDLE, _("Not yet"))
    state = _("Early, at request") if right.early_publication_on else _("Planned")
    return Strand(name, IDLE, state, "", case.due("publication_not_before"), "PCT Art. 21(2)")


def _comes_too_late(right: Right) -> bool:
    return bool(right.prepared_on and right.withdrawn_on and right.withdrawn_on > right.prepared_on)


def _chapter_ii(case: Dossier) -> Strand:
    name, right = _("Chapter II"), case.right
    report = next((one for one in right.reports if one.chapter == "II"), None)
    if report:
        return Strand(name, DONE, _("Report established"), "", report.established_on, "PCT Art. 35")
    if right.demand and right.demand.withdrawn_on:
        return Strand(name, IDLE, _("Demand withdrawn"), "", right.demand.withdrawn_on, "PCT Rule 90bis.4")
    if right.demand and right.demand.void_on:
        said = _("Demand considered not to have been submitted")
        return Strand(name, IDLE, said, "", right.demand.void_on, "PCT Rule 54bis.1(b); PCT Rule 60.1(c)")
    if right.demand:
        return Strand(name, OPEN, _("Demanded"), right.demand.authority, case.due("iper"), "PCT Rule 69.2")
    if right.ended or right.search is None:
        return Strand(name, IDLE, _("Not demanded"))
    return Strand(name, IDLE, _("Can be demanded"), "", case.due("demand"), "PCT Rule 54bis.1")


def _national(case: Dossier) -> Strand:
    name, right = _("National phase"), case.right
    entered = sorted({one.office for one in right.national if one.what == "entered"})
    if entered:
        return Strand(name, DONE, _("Entered"), ", ".join(entered), None, "PCT Rule 95.1")
    if right.ended or right.filing_date is None:
        return Strand(name, IDLE, _("None"))
    return Strand(name, IDLE, _("Not entered yet"), "", case.due("national_phase"), "PCT Art. 22(1)")


_TELLERS: tuple[Callable[[Dossier], Strand], ...] = (
    _formalities,
    _fees,
    _priority,
    _copies,
    _search,
    _publication,
    _chapter_ii,
    _national,
)

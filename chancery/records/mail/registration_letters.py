"""The letters about a registration file: one function for each event that concerns applicant or holder."""

from collections.abc import Callable, Mapping
from typing import Any

from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.core.event import Event
from chancery.core.ledger import Entry
from chancery.core.saying import said
from chancery.records.mail.draft import Draft, Facts, entry_facts, files
from chancery.records.mail.receipt import path, proof
from chancery.records.register import events
from chancery.records.register import queries as register
from chancery.records.register.queries import describe, in_address
from chancery.treaties.kernel import Finding


def page_of(number: str) -> str:
    """The address of the file's page for those whose it is."""
    return settings.SITE_URL + _address("filing:registration", number)


def _address(name: str, number: str) -> str:
    try:
        return reverse(name, args=[in_address(number)])
    except NoReverseMatch:
        return "/"


def presented(entry: Entry) -> Draft:
    body = entry.body or {}
    system = register.system_of(entry.stream)
    named = system.title(system.application(body["application"])) if system else ""
    return Draft(
        subject=_("Receipt of an application for international registration"),
        paragraphs=(
            _("The office has received the application below and has given it this number."),
            _("Before the registration is published nobody but you and the office sees it."),
            _("You will be told when it is registered, or when something has to be remedied."),
        ),
        facts=(
            (_("Number"), entry.stream),
            (_("Title"), named or "–"),
            (_("Received on"), body["received_on"]),
            (_("Office"), body["office"]),
            *files(body.get("documents", ())),
            (_("Page of the file"), page_of(entry.stream)),
            *entry_facts(entry),
            *path(entry),
        ),
        proof=proof(entry),
    )


def forwarded(entry: Entry) -> Draft:
    body = entry.body or {}
    return Draft(
        subject=_("Your application has been sent to the International Bureau"),
        paragraphs=(
            _("The Office has sent your application on. The International Bureau examines it."),
            *_remark(body),
        ),
        facts=(
            (_("Number"), entry.stream),
            (_("Sent by"), body["from_office"]),
            (_("With the International Bureau since"), body["received_on"]),
            *_foot(entry),
        ),
    )


def noticed(entry: Entry) -> Draft:
    """What is missing, who remedies it, and until when; the applicant has it also where the Office must act."""
    told = events.IrregularityNotified.from_body(entry.body or {})
    cites = f"{_system(entry).title()} Rule {told.rule}"
    until = _("An answer counts that arrives by %(due)s.") % {"due": told.due} if told.due else ""
    who = _("To be remedied by: %(who)s.") % {"who": said(told.remedied_by)}
    return Draft(
        subject=_("Notice of the International Bureau under Rule %(rule)s") % {"rule": told.rule},
        paragraphs=tuple(
            filter(None, (_("The International Bureau tells what stands below."), who, until, told.remark))
        ),
        facts=(
            (_("Number"), entry.stream),
            (_("Notice"), str(told.notice)),
            (_("Dated"), told.dated),
            *(((_("To be answered by"), told.due),) if told.due else ()),
            *(((_("Party"), told.party),) if told.party else ()),
            (_("Basis"), cites),
            *_foot(entry),
        ),
        findings=tuple(Finding(cites=one.get("cites", ""), message=said(one.get("message"))) for one in told.findings),
    )


def remedied(entry: Entry) -> Draft:
    body = entry.body or {}
    return Draft(
        subject=_("Acknowledgement of an answer"),
        paragraphs=(_("The answer to notice %(notice)s has been received. It is examined next.") % body,),
        facts=(
            (_("Number"), entry.stream),
            (_("Received on"), body["received_on"]),
            *files(body.get("documents", ())),
            *_foot(entry),
        ),
    )


def ended(entry: Entry) -> Draft:
    body = entry.body or {}
    return Draft(
        subject=_("There will be no international registration"),
        paragraphs=(
            describe(entry, shown=True).words + ".",
            _("Reasons: %(reason)s") % {"reason": body["reason"]},
            _("What goes back of the fees stands on the statement of fees."),
        ),
        facts=(
            (_("Number"), entry.stream),
            (_("Decided on"), body["decided_on"]),
            (_("Basis"), body["cites"]),
            *_foot(entry),
        ),
    )


def registered(entry: Entry) -> Draft:
    """The certificate's contents; the certified extract itself is made at the register."""
    made = events.RegistrationMade.from_body(entry.body or {})
    file = register.registration(entry.stream)
    term = file.until(on=file.registered_on) if file and file.registered_on else None
    return Draft(
        subject=_("Certificate of international registration %(number)s") % {"number": made.registration_number},
        paragraphs=(
            _("The International Bureau has entered the registration in the International Register."),
            _("It has effect in the designated parties as the treaty says, unless an Office refuses in time."),
        ),
        facts=(
            (_("Number of the registration"), made.registration_number),
            (_("Date of the registration"), made.registered_on),
            *(((_("End of the term"), term.isoformat()),) if term else ()),
            (_("Designated parties"), " ".join(made.parties)),
            (_("File"), entry.stream),
            (_("Basis"), made.cites),
            *_foot(entry),
        ),
    )


def notified(entry: Entry) -> Draft:
    body = entry.body or {}
    return Draft(
        subject=_("The Offices of the parties have been notified"),
        paragraphs=(_("From this day the time is counted in which an Office can refuse."),),
        facts=(
            (_("Number"), entry.stream),
            (_("Parties"), " ".join(body["parties"])),
            (_("On"), body["on"]),
            *_foot(entry),
        ),
    )


def published(entry: Entry, *along: Entry) -> Draft:
    """All that one act published for this person in an issue: one letter, in which each is a line."""
    body, several = entry.body or {}, (entry, *along)
    return Draft(
        subject=_("Publication in the bulletin"),
        paragraphs=(_("What stands below has been published. From now on anyone can read and find it."),),
        facts=(
            (_("Published on"), body["published_on"]),
            (_("Issue"), body["issue"]),
            *(row for one in several for row in _appeared(one)),
            *((_("Page of the file"), page_of(number)) for number in dict.fromkeys(one.stream for one in several)),
            *(row for one in several for row in entry_facts(one)),
        ),
    )


def _appeared(entry: Entry) -> Facts:
    body = entry.body or {}
    return (
        (_("Number of the registration"), body["registration_number"]),
        (_("What"), register.called(body["what"])),
    )


def stated(entry: Entry) -> Draft:
    """What an Office stated; a refusal with its grounds, and until when and before whom it can be answered."""
    one = events.OfficeStated.from_body(entry.body or {})
    what = _what(one.act, _system(entry))
    answer = _("You can answer, or ask for a review, until %(until)s.") % {"until": one.answer_until}
    return Draft(
        subject=_("The Office %(office)s: %(what)s") % {"office": one.office, "what": what},
        paragraphs=tuple(filter(None, (what + ".", answer if one.answer_until else "", one.remark))),
        facts=(
            (_("Number"), entry.stream),
            (_("Office"), one.office),
            (_("Dated"), one.on),
            *(((_("To be answered by"), one.answer_until),) if one.answer_until else ()),
            *((str(LABELS[name]), text) for name, text in one.facts.items() if name in LABELS and text != "yes"),
            (_("Basis"), _cites(one.act, _system(entry))),
            *files(one.documents),
            *_foot(entry),
        ),
        findings=tuple(_ground(each) for each in one.grounds),
    )


LABELS = {
    "review_before": gettext_lazy("Review or appeal before"),
    "review_how": gettext_lazy("How it is asked for"),
    "opponent": gettext_lazy("Opponent"),
    "authority": gettext_lazy("Authority that decided"),
    "reference": gettext_lazy("Number of the file there"),
    "why": gettext_lazy("Reasons"),
    "user": gettext_lazy("To whom time is given"),
    "extent": gettext_lazy("To what extent"),
}


def _ground(each: Mapping[str, str]) -> Finding:
    right = each.get("earlier_right", "")
    earlier = _("Earlier right: %(right)s") % {"right": right} if right else ""
    text = ". ".join(filter(None, (each.get("text", "").rstrip("."), earlier)))
    return Finding(cites=each.get("provision", ""), message=text)


def requested(entry: Entry) -> Draft:
    body = entry.body or {}
    return Draft(
        subject=_("Receipt: %(what)s") % {"what": _what(body["act"], _system(entry))},
        paragraphs=(_("The office has received what stands below. What follows from it, you will be told."),),
        facts=(
            (_("Number"), entry.stream),
            (_("Received"), _what(body["act"], _system(entry))),
            (_("Received on"), body["received_on"]),
            *(((_("Parties"), " ".join(body["parties"])),) if body.get("parties") else ()),
            (_("Basis"), _cites(body["act"], _system(entry))),
            *files(body.get("documents", ())),
            *_foot(entry),
        ),
    )


def recorded(entry: Entry) -> Draft:
    body = entry.body or {}
    return Draft(
        subject=_("Recorded in the International Register"),
        paragraphs=(_("What you asked for is entered. It counts from the day below."), *_remark(body)),
        facts=(
            (_("Number"), entry.stream),
            (_("Request"), _asked(entry, body["request"])),
            (_("With effect from"), body["recorded_on"]),
            (_("Basis"), body["cites"]),
            *_foot(entry),
        ),
    )


def declined(entry: Entry) -> Draft:
    body = entry.body or {}
    return Draft(
        subject=_("Not recorded in the International Register"),
        paragraphs=(
            _("What you asked for is not entered."),
            _("Reasons: %(reason)s") % {"reason": body["reason"]},
        ),
        facts=(
            (_("Number"), entry.stream),
            (_("Request"), _asked(entry, body["request"])),
            (_("Decided on"), body["decided_on"]),
            (_("Basis"), body["cites"]),
            *_foot(entry),
        ),
    )


def lapsed(entry: Entry) -> Draft:
    body = entry.body or {}
    where = " ".join(body.get("parties", ()))
    return Draft(
        subject=_("The registration has ended for want of a payment"),
        paragraphs=(
            _("It has ended in the parties below.") if where else _("It has ended in all parties."),
            _("If you think that the payment was made in time, answer at once."),
        ),
        facts=(
            (_("Number"), entry.stream),
            *(((_("Parties"), where),) if where else ()),
            (_("Ended on"), body["on"]),
            (_("Basis"), body["cites"]),
            *_foot(entry),
        ),
    )


def _foot(entry: Entry) -> Facts:
    return ((_("Page of the file"), page_of(entry.stream)), *entry_facts(entry))


def _system(entry: Entry) -> str:
    system = register.system_of(entry.stream)
    return system.key if system else ""


def _asked(entry: Entry, request: int) -> str:
    file = register.registration(entry.stream)
    one = next((one for one in file.requests if one.request == request), None) if file else None
    return _what(one.act, _system(entry)) if one else str(request)


def _what(key: str, system: str) -> str:
    """What an act is called."""
    found = _act(key, system)
    return said(found.title) if found else key


def _cites(key: str, system: str) -> str:
    found = _act(key, system)
    return found.cites if found else ""


def _act(key: str, system: str) -> Any:
    found = register.system_of(f"{system.upper()}/")
    return next((one for one in found.acts if one.key == key), None) if found else None


def _remark(body: Mapping[str, Any]) -> tuple[str, ...]:
    return (body["remark"],) if body.get("remark", "").strip() else ()


LETTERS: dict[type[Event], tuple[str, Callable[..., Draft]]] = {
    events.ApplicationPresented: ("receipt", presented),
    events.ApplicationForwarded: ("forwarded", forwarded),
    events.IrregularityNotified: ("notice", noticed),
    events.IrregularityRemedied: ("acknowledgement", remedied),
    events.ApplicationEnded: ("not registered", ended),
    events.RegistrationMade: ("registration", registered),
    events.PartiesNotified: ("parties notified", notified),
    events.RegistrationPublished: ("publication", published),
    events.OfficeStated: ("statement", stated),
    events.RequestPresented: ("receipt of an act", requested),
    events.RequestRecorded: ("recorded", recorded),
    events.RequestDeclined: ("declined", declined),
    events.RegistrationLapsed: ("ended", lapsed),
}
"""Which event of a registration file makes which letter."""

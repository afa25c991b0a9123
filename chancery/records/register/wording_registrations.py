"""What happened to a registration file, in words, with the rule it rests on."""

from collections.abc import Callable
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from chancery.core.saying import said
from chancery.records.register.wording_acts import Sentence
from chancery.treaties.registrations import SYSTEMS, Act

OF_THE_REGISTER = {
    "madrid": ("Madrid Art. 2(2)", "Madrid Art. 3(4)"),
    "hague": ("Hague Art. 4(1)", "Hague Art. 10(1)"),
    "lisbon": ("Lisbon Art. 5(1)", "Lisbon Art. 6(1)"),
}


PRINTED: dict[str, str | Promise] = {
    "registration": gettext_lazy("Registration"),
    "designate": gettext_lazy("Subsequent designation"),
    "convert": gettext_lazy("Conversion"),
    "continue_effect": gettext_lazy("Continuation of effect"),
    "renew": gettext_lazy("Renewal"),
    "lapsed": gettext_lazy("Not renewed"),
    "second_part_unpaid": gettext_lazy("Second part of a fee not paid"),
    "fee_unpaid": gettext_lazy("Fee not paid"),
    "limit_goods": gettext_lazy("Limitation"),
    "limit_designs": gettext_lazy("Limitation"),
    "renounce": gettext_lazy("Renunciation"),
    "withdraw_renunciation": gettext_lazy("Withdrawal of a renunciation"),
    "cancel": gettext_lazy("Cancellation"),
    "change_ownership": gettext_lazy("Change in ownership"),
    "change_name": gettext_lazy("Change of name or address"),
    "appoint_representative": gettext_lazy("Representative"),
    "change_representative": gettext_lazy("Representative"),
    "modify": gettext_lazy("Modification"),
    "correct": gettext_lazy("Correction"),
    "record_licence": gettext_lazy("Licence"),
    "amend_licence": gettext_lazy("Change of a licence"),
    "cancel_licence": gettext_lazy("End of a licence"),
    "restrict": gettext_lazy("Restriction of the right of disposal"),
    "lift_restriction": gettext_lazy("End of a restriction of the right of disposal"),
    "divide": gettext_lazy("Division"),
    "merge": gettext_lazy("Merger"),
    "merge_divided": gettext_lazy("Merger"),
    "merge_transferred": gettext_lazy("Merger"),
    "note_replacement": gettext_lazy("Replacement"),
    "notify_ceasing": gettext_lazy("Ceasing of effect of the basic mark"),
    "refuse": gettext_lazy("Refusal"),
    "withdraw_refusal": gettext_lazy("Withdrawal of a refusal"),
    "confirm_refusal": gettext_lazy("Confirmation of a refusal"),
    "grant": gettext_lazy("Grant of protection"),
    "grant_after_refusal": gettext_lazy("Grant of protection after a refusal"),
    "decide_further": gettext_lazy("Further decision"),
    "invalidate": gettext_lazy("Invalidation"),
}
"""What a bulletin calls what was registered or recorded; an act that is not here is called by its title."""


LEGENDS = {
    "perspective": gettext_lazy("Perspective view"),
    "front": gettext_lazy("Front view"),
    "back": gettext_lazy("Back view"),
    "top": gettext_lazy("View from above"),
    "bottom": gettext_lazy("View from below"),
    "left": gettext_lazy("View from the left"),
    "right": gettext_lazy("View from the right"),
    "reference": gettext_lazy("Reference view"),
    "unfolded": gettext_lazy("Unfolded view"),
    "exploded": gettext_lazy("Exploded view"),
    "section": gettext_lazy("Cross-section"),
}
"""What a view of a design shows (Hague Administrative Instruction 405)."""


def act(key: str, system: str = "") -> Act | None:
    """An act by its key, of that system, or of whichever has one."""
    asked = (SYSTEMS[system],) if system in SYSTEMS else tuple(SYSTEMS.values())
    return next((one for each in asked for one in each.acts if one.key == key), None)


def printed(what: str) -> str:
    """What was published, as a bulletin calls it: a noun."""
    found = act(what)
    return str(PRINTED[what]) if what in PRINTED else said(found.title) if found else what


def _presented(body: dict[str, Any]) -> Sentence:
    files = len(body["documents"])
    counted = ngettext("%(files)d file", "%(files)d files", files) % {"files": files} if files else ""
    return _("Received as %(number)s") % body, counted, OF_THE_REGISTER[body["system"]][0]


def _forwarded(body: dict[str, Any]) -> Sentence:
    words = _("Sent on by %(from_office)s, and received by the International Bureau") % body
    return words, body.get("remark", ""), ""


def _noticed(body: dict[str, Any]) -> Sentence:
    until = _("Until %(due)s") % body if body.get("due") else ""
    return _("Notice of the International Bureau under Rule %(rule)s") % body, until, ""


def _remedied(body: dict[str, Any]) -> Sentence:
    return _("The notice has been answered"), body.get("remark", ""), ""


def _ended(body: dict[str, Any]) -> Sentence:
    outcomes = {
        "abandoned": _("Considered abandoned"),
        "refused": _("Not registered"),
        "withdrawn": _("Withdrawn by the applicant"),
    }
    return outcomes.get(body["how"], body["how"]), body["reason"], ""


def _registered(body: dict[str, Any]) -> Sentence:
    words = _("Registered under number %(registration_number)s, with the date %(registered_on)s") % body
    count = len(body["parties"])
    return words, ngettext("%(count)d party", "%(count)d parties", count) % {"count": count}, ""


def _notified(body: dict[str, Any]) -> Sentence:
    return _("Notified to the Offices of the parties"), " ".join(body["parties"]), ""


def _published(body: dict[str, Any]) -> Sentence:
    what = body.get("what", "registration")
    detail = "" if what == "registration" else printed(what)
    return _("Published in issue %(issue)s of the bulletin") % body, detail, ""


def _stated(body: dict[str, Any]) -> Sentence:
    found = act(body["act"], body["system"])
    words = _("The Office %(office)s: %(title)s") % {"office": body["office"], "title": printed(body["act"])}
    return words, body.get("remark", ""), found.cites if found else ""


def _requested(body: dict[str, Any]) -> Sentence:
    found = act(body["act"], body["system"])
    title = said(found.title) if found else body["act"]
    return _("Asked for: %(title)s") % {"title": title}, body.get("remark", ""), found.cites if found else ""


def _recorded(body: dict[str, Any]) -> Sentence:
    words = _("Recorded in the International Register, with effect from %(recorded_on)s") % body
    if not body.get("act"):
        return words, body.get("remark", ""), ""
    title = _("Recorded: %(title)s") % {"title": printed(body["act"])}
    return title, " · ".join(filter(None, (words, " ".join(body["parties"]), body.get("remark", "")))), ""


def _declined(body: dict[str, Any]) -> Sentence:
    return _("Not recorded"), body["reason"], ""


def _lapsed(body: dict[str, Any]) -> Sentence:
    return _("Ended for want of a payment"), " ".join(body.get("parties", ())), ""


SENTENCES: dict[str, Callable[[dict[str, Any]], Sentence]] = {
    "ApplicationPresented": _presented,
    "ApplicationForwarded": _forwarded,
    "IrregularityNotified": _noticed,
    "IrregularityRemedied": _remedied,
    "ApplicationEnded": _ended,
    "RegistrationMade": _registered,
    "PartiesNotified": _notified,
    "RegistrationPublished": _published,
    "OfficeStated": _stated,
    "RequestPresented": _requested,
    "RequestRecorded": _recorded,
    "RequestDeclined": _declined,
    "RegistrationLapsed": _lapsed,
}

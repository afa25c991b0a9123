"""What happened, in words a person understands, with the rule it rests on. One telling for every room and page."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chancery.core.ledger import Entry
from chancery.records.register import wording_acts, wording_registrations
from chancery.records.register.registration import system_of
from chancery.records.register.wording_acts import Sentence

FORMS = "PCT/"
"""How the number of a form begins."""


@dataclass(frozen=True)
class Said:
    """One line of a timeline. ``detail`` is empty where the entry is erased or not open to the reader."""

    number: int
    at: datetime
    words: str
    detail: str
    cites: str


def describe(entry: Entry, *, shown: bool) -> Said:
    """Put an entry into words. ``shown``: the reader may know what it says, not only that it is there."""
    system = system_of(entry.stream)
    if entry.body is None:
        return Said(entry.number, entry.at, _("Erased"), _("The proof of the rest stays valid."), "")
    if not shown:
        cites = "" if system else "PCT Art. 30"
        return Said(entry.number, entry.at, _("An entry that is not open to the public"), "", cites)
    body = entry.body | {"system": system.key} if system else entry.body
    words, detail, cites = _SENTENCES[entry.kind.split(".")[-1]](body)
    return Said(entry.number, entry.at, words, detail, entry.body.get("cites") or cites)


def _filed(body: dict[str, Any]) -> Sentence:
    files = len(body["documents"])
    counted = ngettext("%(files)d file", "%(files)d files", files) % {"files": files}
    return _("Received as %(number)s") % body, counted, "PCT Rule 20.1"


def _invited(body: dict[str, Any]) -> Sentence:
    cites = "PCT Art. 11(2)(a)" if body["form"] == "PCT/RO/103" else "PCT Rule 26.1"
    if not body["form"].startswith(FORMS):
        return _("Invitation sent"), _("Until %(due)s") % body, body["form"]
    return _("Invitation sent (form %(form)s)") % body, _("Until %(due)s") % body, cites


def _corrected(body: dict[str, Any]) -> Sentence:
    return _("The applicant has answered"), body.get("remark", ""), "PCT Rule 26.2"


def _extended(body: dict[str, Any]) -> Sentence:
    return _("Time limit extended until %(due)s") % body, body["reason"], "PCT Rule 26.2"


def _accorded(body: dict[str, Any]) -> Sentence:
    words = _("International filing date accorded: %(filing_date)s") % body
    return words, body.get("remark", ""), "PCT Art. 11(1)"


def _date_corrected(body: dict[str, Any]) -> Sentence:
    words = _("International filing date corrected: %(filing_date)s") % body
    return words, body.get("remark", ""), "PCT Rule 20.5"


def _refused(body: dict[str, Any]) -> Sentence:
    return _("Found not to be an international application"), body["reason"], "PCT Art. 11(2)"


def _considered_withdrawn(body: dict[str, Any]) -> Sentence:
    return _("Considered withdrawn"), body["reason"], "PCT Art. 14"


def _paid(body: dict[str, Any]) -> Sentence:
    words = _("Payment recorded: %(amount)s %(currency)s") % body
    return (words, "", "") if "system" in body else (words, body["line"], "PCT Rule 16bis")


def _refunded(body: dict[str, Any]) -> Sentence:
    words = _("Refunded: %(amount)s %(currency)s") % body
    return (words, "", "") if "system" in body else (words, body["line"], "PCT Rule 15.4")


def _unavailable(body: dict[str, Any]) -> Sentence:
    if body["what"] == "outage":
        words = _("%(office)s could not be reached electronically from %(first)s to %(last)s") % body
    else:
        words = _("%(office)s extended time limits that end from %(first)s to %(last)s") % body
    return words, body["reason"], "PCT Rule 82quater.3"


def _priority_decided(body: dict[str, Any]) -> Sentence:
    outcomes = {
        "void": _("Priority claim considered void"),
        "restored": _("Right of priority restored"),
        "not restored": _("Right of priority not restored"),
    }
    return outcomes.get(body["outcome"], body["outcome"]), body["reason"], "PCT Rule 26bis.3"


def _transferred(body: dict[str, Any]) -> Sentence:
    words = _("Passed on from %(from_office)s to %(to_office)s as receiving Office") % body
    return words, _("It arrived there on %(received_there_on)s") % body, "PCT Rule 19.4"


def _copy(body: dict[str, Any]) -> Sentence:
    if body["copy"] == "record":
        return _("Record copy received by the International Bureau"), body["received_on"], "PCT Rule 22.1"
    return _("Search copy received by %(office)s") % body, body["received_on"], "PCT Rule 23.1"


def _notified(body: dict[str, Any]) -> Sentence:
    if not body["form"].startswith(FORMS):  # a form whose number is not known is named by its Rule
        return _("Notification sent"), "", body["form"]
    return _("Notification sent (form %(form)s)") % body, "", ""


def _imported(body: dict[str, Any]) -> Sentence:
    return _("Taken over from another register"), body["source"], ""


_SENTENCES: dict[str, Callable[[dict[str, Any]], Sentence]] = {
    "ApplicationFiled": _filed,
    "CorrectionInvited": _invited,
    "CorrectionReceived": _corrected,
    "TimeLimitExtended": _extended,
    "FilingDateAccorded": _accorded,
    "FilingDateCorrected": _date_corrected,
    "FoundNotAnApplication": _refused,
    "ConsideredWithdrawn": _considered_withdrawn,
    "PaymentRecorded": _paid,
    "FeeRefunded": _refunded,
    "OfficeUnavailable": _unavailable,
    "PriorityDecided": _priority_decided,
    "ApplicationTransferred": _transferred,
    "CopyReceived": _copy,
    "NotificationSent": _notified,
    "RecordImported": _imported,
    **wording_acts.SENTENCES,
    **wording_registrations.SENTENCES,
}

"""What happened, in words a person understands, with the rule it rests on."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chancery.core.ledger import Entry

CITES = {
    "ApplicationFiled": "PCT Rule 20.1",
    "CorrectionInvited": "PCT Rule 26.1",
    "CorrectionReceived": "PCT Rule 26.2",
    "FilingDateAccorded": "PCT Art. 11(1)",
    "FoundNotAnApplication": "PCT Art. 11(2)",
    "PaymentRecorded": "PCT Rule 16bis",
    "ApplicationPublished": "PCT Art. 21",
    "RecordImported": "",
}


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
    name = entry.kind.split(".")[-1]
    if entry.body is None:
        return Said(entry.number, entry.at, _("Erased"), _("The proof of the rest stays valid."), "")
    if not shown:
        return Said(entry.number, entry.at, _("An entry that is not open to the public"), "", "PCT Art. 30")
    words, detail = _SENTENCES[name](entry.body)
    cites = entry.body.get("cites") or CITES.get(name, "")
    return Said(entry.number, entry.at, words, detail, cites)


def _filed(body: dict[str, Any]) -> tuple[str, str]:
    files = len(body["documents"])
    counted = ngettext("%(files)d file", "%(files)d files", files) % {"files": files}
    return _("Received as %(number)s") % body, counted


def _invited(body: dict[str, Any]) -> tuple[str, str]:
    return _("Invited to correct (form %(form)s)") % body, _("Until %(due)s") % body


def _corrected(body: dict[str, Any]) -> tuple[str, str]:
    return _("The applicant has answered"), body.get("remark", "")


def _accorded(body: dict[str, Any]) -> tuple[str, str]:
    return _("International filing date accorded: %(filing_date)s") % body, body.get("remark", "")


def _refused(body: dict[str, Any]) -> tuple[str, str]:
    return _("Found not to be an international application"), body["reason"]


def _paid(body: dict[str, Any]) -> tuple[str, str]:
    return _("Payment recorded: %(amount)s %(currency)s") % body, body["line"]


def _published(body: dict[str, Any]) -> tuple[str, str]:
    words = _("Published as %(publication_number)s %(kind_code)s") % body
    return words, _("Issue %(issue)s, %(published_on)s") % body


def _imported(body: dict[str, Any]) -> tuple[str, str]:
    return _("Taken over from another register"), body["source"]


_SENTENCES: dict[str, Callable[[dict[str, Any]], tuple[str, str]]] = {
    "ApplicationFiled": _filed,
    "CorrectionInvited": _invited,
    "CorrectionReceived": _corrected,
    "FilingDateAccorded": _accorded,
    "FoundNotAnApplication": _refused,
    "PaymentRecorded": _paid,
    "ApplicationPublished": _published,
    "RecordImported": _imported,
}

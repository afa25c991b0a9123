"""What happened to an application, told to the person who filed it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chancery.core.ledger import Entry


@dataclass(frozen=True)
class Told:
    """One line of the timeline; ``entry`` is its number in the ledger."""

    entry: int
    at: datetime
    words: str
    detail: str = ""
    cites: str = ""


def tell(entries: Iterable[Entry]) -> list[Told]:
    """The story in the order of the ledger. An entry of a kind that is not known here is named by its kind."""
    return [_tell(entry) for entry in entries]


def _tell(entry: Entry) -> Told:
    if entry.body is None:
        return Told(entry.number, entry.at, _("An entry was erased."), _("The proof of the rest stays valid."))
    sentence = _SENTENCES.get(entry.kind)
    if sentence is None:
        return Told(entry.number, entry.at, entry.kind)
    words, detail, cites = sentence(entry.body)
    return Told(entry.number, entry.at, words, detail, cites)


Sentence = tuple[str, str, str]


def _filed(body: dict[str, Any]) -> Sentence:
    count = len(body["documents"])
    files = ngettext("%(n)d file was received.", "%(n)d files were received.", count) % {"n": count}
    return _("You filed the application; it got the number %(number)s.") % body, files, "PCT Rule 20.1"


def _invited(body: dict[str, Any]) -> Sentence:
    count = len(body["findings"])
    words = ngettext(
        "The Office asked you to correct %(n)d thing.", "The Office asked you to correct %(n)d things.", count
    )
    cites = "PCT Art. 11(2)(a)" if body["form"] == "PCT/RO/103" else "PCT Rule 26.1"
    return words % {"n": count}, _("Form %(form)s; answer by %(due)s.") % body, cites


def _corrected(body: dict[str, Any]) -> Sentence:
    return _("You answered the invitation."), body.get("remark", ""), "PCT Rule 26.2"


def _accorded(body: dict[str, Any]) -> Sentence:
    words = _("The Office accorded the international filing date: %(filing_date)s.") % body
    return words, body.get("remark", ""), body.get("cites", "")


def _refused(body: dict[str, Any]) -> Sentence:
    return _("The Office found that there is no international application."), body["reason"], body.get("cites", "")


def _paid(body: dict[str, Any]) -> Sentence:
    words = _("The Office recorded your payment of %(currency)s %(amount)s.") % body
    return words, body.get("reference", ""), ""


def _published(body: dict[str, Any]) -> Sentence:
    words = _("Your application was published as %(publication_number)s %(kind_code)s.") % body
    return words, _("Issue %(issue)s. Everyone can read it now.") % body, "PCT Art. 21"


_SENTENCES: dict[str, Callable[[dict[str, Any]], Sentence]] = {
    "register.ApplicationFiled": _filed,
    "register.CorrectionInvited": _invited,
    "register.CorrectionReceived": _corrected,
    "register.FilingDateAccorded": _accorded,
    "register.FoundNotAnApplication": _refused,
    "register.PaymentRecorded": _paid,
    "register.ApplicationPublished": _published,
}

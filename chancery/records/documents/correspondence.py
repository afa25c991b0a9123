"""Letters of the office: what a room wants to say becomes the data of ``typst/plain_letter.typ``."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import segno
from babel.dates import format_date
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from chancery.records.documents import press
from chancery.treaties.kernel import Finding

TEMPLATE = Path(__file__).parent / "typst" / "plain_letter.typ"

_LOCALES = {"en": "en_GB", "zh-hans": "zh_Hans"}


@dataclass(frozen=True, kw_only=True)
class LedgerProof:
    """What lets anybody check that the letter speaks of an entry of the ledger. Hashes in hexadecimal.

    ``address``: the page on which the proof can be checked; it is also set as a QR code.
    """

    entry: int
    commitment: str
    tree_size: int
    root: str
    address: str


def typeset_letter(
    *,
    language: str,
    office: str,
    title: str,
    reference: str,
    date: date,
    to: Sequence[str],
    paragraphs: Sequence[str],
    facts: Sequence[tuple[str, str]] = (),
    findings: Sequence[Finding] = (),
    proof: LedgerProof | None = None,
) -> bytes:
    """A letter as PDF/A-2b. ``language`` is one of the portal's; all texts but the labels come in that language.

    ``facts`` are pairs of label and value; ``to`` the lines of the addressee. The same arguments give the same bytes.
    """
    with override(language):
        data = {
            "language": language.partition("-")[0],
            "office": office,
            "address": [settings.OFFICE_CONTACT],
            "title": title,
            "reference": reference,
            "date": long_date(date, language),
            "to": list(to),
            "words": {"reference": _("Reference"), "date": _("Date"), "page": _("Page {page} of {pages}")},
            "seal": settings.OFFICE_COLOUR_SEAL,
            "paragraphs": list(paragraphs),
            "facts": [[label, str(value)] for label, value in facts],
            "findings": [[finding.message, finding.cites] for finding in findings],
            "proof": _proof(proof) if proof else None,
        }
    midnight = datetime.combine(date, time(), tzinfo=ZoneInfo(settings.OFFICE_TIME_ZONE))
    return press.typeset(TEMPLATE, data, at=midnight)


def long_date(day: date, language: str) -> str:
    """A date as it is written in full: "22 November 2026"."""
    return format_date(day, "long", locale=_LOCALES.get(language, language.replace("-", "_")))


def _proof(proof: LedgerProof) -> dict[str, Any]:
    return {
        "heading": _("Proof"),
        "text": _(
            "This is recorded in the public ledger of the office, to which entries can only be added. "
            "Anybody can check it, without trusting the office, at the address below."
        ),
        "rows": [
            [_("Entry"), str(proof.entry)],
            [_("Commitment"), proof.commitment],
            [_("Root of the ledger"), proof.root],
            [_("Entries at that time"), str(proof.tree_size)],
            [_("Address"), proof.address],
        ],
        "qr": segno.make(proof.address, error="m").svg_inline(border=0),
        "alt": _("The address above as a QR code"),
    }

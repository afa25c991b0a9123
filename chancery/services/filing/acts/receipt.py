"""The receipt of an act: what was entered, byte for byte, and how anyone can check it."""

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.core import clock, ledger
from chancery.core.ledger import Entry
from chancery.records.accounts import queries as accounts
from chancery.records.documents import actions as documents
from chancery.records.register import events
from chancery.records.register import queries as rights

KINDS = frozenset(kind.kind() for kind in events.SUBMISSIONS) | {events.NationalPhaseReported.kind()}


def is_of_the_applicant(entry: Entry) -> bool:
    return entry.kind in KINDS and entry.body is not None


def particulars(entry: Entry) -> dict[str, Any]:
    """Files and signatures of an act, as they were entered."""
    body = entry.body or {}
    return {"files": body.get("documents", ()), "signatures": body.get("signatures", ())}


def typeset(entry: Entry, *, reader: int) -> bytes:
    """The receipt as PDF, in the language of the moment."""
    told = rights.describe(entry, shown=True)
    person = accounts.person(reader)
    here = entry.at.astimezone(clock.office_zone())
    said = particulars(entry)
    return documents.typeset_letter(
        language=get_language() or "en",
        office=settings.OFFICE_NAME,
        title=_("Receipt"),
        reference=entry.stream,
        date=clock.local_day(entry.at),
        to=[person.name, person.email] if person else [],
        paragraphs=[f"{told.words}. {told.detail}".strip()],
        facts=[
            (_("Number"), entry.stream),
            (_("Received"), f"{here:%Y-%m-%d %H:%M:%S} {here.tzname()}"),
            (_("Rule"), told.cites or "–"),
            *((_("Signed by"), one["name"]) for one in said["signatures"]),
            *(row for one in said["files"] for row in ((one["name"], one["kind"]), ("SHA-256", one["sha256"]))),
        ],
        proof=_proof(entry),
    )


def _proof(entry: Entry) -> documents.LedgerProof:
    proof = ledger.inclusion(entry.number)
    return documents.LedgerProof(
        entry=entry.number,
        commitment=entry.commitment.hex(),
        tree_size=proof.size,
        root=proof.root.hex(),
        address=settings.SITE_URL + reverse("register:entry", args=[entry.number]),
    )

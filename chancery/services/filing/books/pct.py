"""The book of the Patent Cooperation Treaty: the request (Form PCT/RO/101)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy

from chancery.core.refusal import Refused
from chancery.records.documents import queries as documents
from chancery.records.register import actions as register
from chancery.records.register import queries as rights
from chancery.services.filing import request, sequences
from chancery.services.filing.book import Book, Received, Said, Words
from chancery.services.filing.boxes import BOXES, PARTS
from chancery.services.filing.fields import SIGNATURE
from chancery.services.filing.files import Parts
from chancery.treaties import pct
from chancery.treaties.kernel import Finding

PURPORTED = "PCT Art. 11"
"""Where these requirements are not met, the Office takes in a purported application all the same (Art. 11(2))."""

NEXT: Mapping[str, str | Promise] = {
    "priority_period": gettext_lazy("Priority ends"),
    "fees_RO": gettext_lazy("Fees"),
    "prio_document": gettext_lazy("Priority document"),
    "publication_not_before": gettext_lazy("Publication, from"),
    "national_phase": gettext_lazy("National phase"),
}

WORDS = Words(
    serious=ngettext_lazy(
        "Draft, %(n)d finding prevents a filing date", "Draft, %(n)d findings prevent a filing date", "n"
    ),
    prevents=gettext_lazy("Prevents a filing date"),
    without=gettext_lazy("Without these there is no international filing date."),
    without_cites="PCT Art. 11(1)",
    raised=gettext_lazy("You may file all the same. The Office will send an invitation, with a time limit."),
    signing=gettext_lazy(
        "You can sign here, or at the very end together with filing. If you change the application after signing, the "
        "signature lapses. Where there are several applicants, one signature is enough for the receiving Office."
    ),
    signing_cites="PCT Rule 26.2bis",
    received=gettext_lazy(
        "The date of receipt is the day at the receiving Office, whose clock stands at the top of the page."
    ),
    received_cites="PCT Rule 80.4",
    secret_cites="PCT Art. 30",  # noqa: S106 - a citation
    public_cites="PCT Art. 21",
)


def _begin() -> pct.Application:
    """The request is filled in as data: the format for which the larger fee reduction is given."""
    return pct.Application(receiving_office=settings.OFFICE_CODE, parties=(pct.Party(),), format="request coded")


def measured(application: pct.Application) -> pct.Application:
    """The same application, its parts with what was measured in their files."""
    return replace(application, parts=tuple(_with_measures(part) for part in application.parts))


def _with_measures(part: pct.Part) -> pct.Part:
    found = documents.measured(part.sha256) if part.sha256 else None
    if found is None:
        return part
    return replace(part, measured=tuple(pct.SheetMeasure(**sheet) for sheet in found.sheets()))


def _whole(application: pct.Application, _files: Mapping[str, Any], _signed: list[dict[str, Any]]) -> pct.Application:
    return request.laid_out(measured(application))


def documents_of(application: pct.Application) -> list[dict[str, Any]]:
    """The files as the register enters them: what was received, byte for byte."""
    return [
        {
            "kind": part.kind,
            "sha256": part.sha256,
            "name": part.name,
            "sheets": part.sheets,
            "size": documents.size(part.sha256),
        }
        for part in application.parts
    ]


def assess(application: pct.Application, on: date) -> Said:
    """As if it were handed in on this day."""
    findings = (*pct.check(application, on=on), *sequences.findings(application, on=on))
    received = replace(application, received_on=application.received_on or on)
    record = pct.Record.of(received, filing_date=received.received_on)
    return Said(findings, pct.fees(received, on=on), pct.time_limits(record))


def insists(finding: Finding) -> bool:
    """Whether the law lets an applicant hand in despite this finding: with a number, but no filing date yet."""
    return finding.cites.startswith(PURPORTED)


def _hand_in(application: pct.Application, *, files: list[dict[str, Any]], by: int, at: datetime) -> Received:
    filed = register.file_application(application, documents=files, by=by, at=at)
    return Received(filed.number, filed.entry, filed.at, filed.received_on)


def received(number: str) -> Received:
    """What was given back when this application was handed in."""
    right = rights.right(number)
    if right is None or right.received_at is None or right.received_on is None:
        raise Refused.because(_("There is no such application in the register."))
    return Received(number, right.entries[0], right.received_at, right.received_on)


PCT = Book(
    treaty="pct",
    name=gettext_lazy("Patent"),
    application=pct.Application,
    boxes=BOXES,
    new={
        "parties": pct.Party(),
        "agents": pct.Agent(),
        "priority_claims": pct.PriorityClaim(),
        "declarations": pct.Declaration(),
        "earlier_searches": pct.EarlierSearch(),
        "parents": pct.Parent(),
        "deposits": pct.Deposit(),
    },
    begin=_begin,
    title=lambda data: str(data["title"]),
    whole=_whole,
    assess=assess,
    limits=lambda application, _on: pct.time_limits(pct.Record.of(application)),
    documents=lambda application, _files: documents_of(application),
    hand_in=_hand_in,
    received=received,
    uploads=Parts(),
    not_sent=("parts", "signatures", "received_on", "receiving_office", "format", "request_sheets"),
    insists=insists,
    labels={f"parts.{kind}": label for kind, label in PARTS.items()},
    next_limits=NEXT,
    page="filing:application",
    filed="filing:filed",
    words=WORDS,
    hidden=tuple((f"signatures.#.{field.name}", field) for field in SIGNATURE),
)

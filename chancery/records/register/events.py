"""What can happen to a right. Dates are ISO text: the local day of the office that acted."""

from typing import Any

from chancery.core.event import Event


class ApplicationFiled(Event, frozen=True, kw_only=True):
    """A purported international application has been received and marked with a number (PCT Rule 20.1)."""

    number: str
    receiving_office: str
    received_on: str
    application: dict[str, Any]  # pct.Application.to_dict(), without the sheets' measures
    documents: tuple[dict[str, Any], ...]  # kind, sha256, name, sheets, size of each file as received


class CorrectionInvited(Event, frozen=True, kw_only=True):
    """The office has invited the applicant to correct defects (PCT Art. 11(2)(a), 14(1)(b); Rules 20.3, 26.1)."""

    invitation: int
    form: str
    findings: tuple[dict[str, str], ...]  # cites, message, field
    dated: str
    due: str
    remark: str = ""


class CorrectionReceived(Event, frozen=True, kw_only=True):
    """The applicant has answered an invitation. ``application`` is the application as corrected."""

    invitation: int
    received_on: str
    application: dict[str, Any]
    documents: tuple[dict[str, Any], ...]
    remark: str = ""


class FilingDateAccorded(Event, frozen=True, kw_only=True):
    """The receiving Office has accorded the international filing date (PCT Art. 11(1), Rule 20.2)."""

    filing_date: str
    cites: str
    remark: str = ""


class FoundNotAnApplication(Event, frozen=True, kw_only=True):
    """The office has found that there is no international application (PCT Art. 11(2), Rule 20.4)."""

    decided_on: str
    reason: str
    cites: str


class PaymentRecorded(Event, frozen=True, kw_only=True):
    """Money has arrived. ``amount`` is decimal text; ``line`` the code of the fee it pays."""

    line: str
    amount: str
    currency: str
    received_on: str
    reference: str = ""


class ApplicationPublished(Event, frozen=True, kw_only=True):
    """International publication (PCT Art. 21, Rule 48), in a weekly issue."""

    publication_number: str
    kind_code: str
    published_on: str
    issue: str


class RecordImported(Event, frozen=True, kw_only=True):
    """A record of another office's register, taken over as facts, with its source."""

    collection: str
    key: str
    facts: dict[str, Any]
    source: str


DISCLOSED = frozenset(
    kind.kind()
    for kind in (
        ApplicationFiled,
        CorrectionInvited,
        CorrectionReceived,
        FilingDateAccorded,
        ApplicationPublished,
    )
)
"""Entries of a published application that anyone may read (PCT Art. 21, 30; Rule 94.1). Payments stay closed."""

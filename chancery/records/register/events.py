"""What can happen to a right. Dates are ISO text: the local day of the office that acted.

Here stands what happens to international applications for patents; of registrations, `events_registrations` tells.
"""

from typing import Any

from chancery.core.event import Event
from chancery.records.register.events_registrations import (
    DISCLOSED_OF_REGISTRATIONS,
    OF_REGISTRATIONS,
    ApplicationEnded,
    ApplicationForwarded,
    ApplicationPresented,
    IrregularityNotified,
    IrregularityRemedied,
    OfficeStated,
    PartiesNotified,
    RegistrationLapsed,
    RegistrationMade,
    RegistrationPublished,
    RequestDeclined,
    RequestPresented,
    RequestRecorded,
)

__all__ = [
    "DISCLOSED_OF_REGISTRATIONS",
    "OF_REGISTRATIONS",
    "ApplicationEnded",
    "ApplicationForwarded",
    "ApplicationPresented",
    "IrregularityNotified",
    "IrregularityRemedied",
    "OfficeStated",
    "PartiesNotified",
    "RegistrationLapsed",
    "RegistrationMade",
    "RegistrationPublished",
    "RequestDeclined",
    "RequestPresented",
    "RequestRecorded",
]


class ApplicationFiled(Event, frozen=True, kw_only=True):
    """A purported international application has been received and marked with a number (PCT Rule 20.1)."""

    number: str
    receiving_office: str
    received_on: str
    application: dict[str, Any]  # pct.Application.to_dict(), without the sheets' measures
    documents: tuple[dict[str, Any], ...]  # kind, sha256, name, sheets, size of each file as received


class CorrectionInvited(Event, frozen=True, kw_only=True):
    """An Office has invited the applicant to do something by a day (PCT Art. 11(2)(a), 14(1)(b); Rules 20.3, 26.1).

    Not only to correct: to pay (PCT/RO/133), to restrict or pay (PCT/ISA/206), to answer an opinion (PCT/IPEA/408).
    """

    invitation: int
    form: str
    findings: tuple[dict[str, str], ...]  # cites, message, field
    dated: str
    due: str
    remark: str = ""
    office: str = ""  # "ISA/EP", "IB"; empty is the receiving Office


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


class TimeLimitExtended(Event, frozen=True, kw_only=True):
    """An Office has extended the time limit of its invitation (PCT Rule 26.2), or excused a delay (Rule 82quater)."""

    invitation: int
    due: str
    reason: str
    cites: str


class ConsideredWithdrawn(Event, frozen=True, kw_only=True):
    """An Office has declared the application considered withdrawn (PCT Art. 12(3), 14(1)(b), 14(3), 14(4))."""

    decided_on: str
    reason: str
    cites: str


class FilingDateCorrected(Event, frozen=True, kw_only=True):
    """A part arrived later, and moved the filing date or was disregarded (PCT Rules 20.5(c), (e), 20.5bis)."""

    filing_date: str
    cites: str
    remark: str = ""


class PriorityDecided(Event, frozen=True, kw_only=True):
    """The receiving Office has decided on a priority claim: void, restored or not restored (PCT Rules 26bis.2, .3)."""

    claim: int  # its place in the request, from 0
    outcome: str  # "void", "restored", "not restored"
    criterion: str  # "due care", "unintentional"; empty where void
    decided_on: str
    reason: str
    cites: str


class RectificationDecided(Event, frozen=True, kw_only=True):
    """The competent authority has authorized or refused a rectification of an obvious mistake (PCT Rule 91.3)."""

    paper: int  # the request's number among the papers
    authorized: bool
    decided_on: str
    reason: str
    application: dict[str, Any] | None = None  # as rectified, where the request itself was
    documents: tuple[dict[str, Any], ...] = ()  # the sheets that take the place of others; empty where none do


class ApplicationTransferred(Event, frozen=True, kw_only=True):
    """Passed on to the International Bureau as receiving Office; the date of receipt stays (PCT Rule 19.4)."""

    from_office: str
    to_office: str
    received_there_on: str
    cites: str


class CopyReceived(Event, frozen=True, kw_only=True):
    """The record copy reached the International Bureau, or the search copy its Authority (PCT Rules 22.1, 23.1)."""

    copy: str  # "record", "search"
    office: str
    received_on: str


class NotificationSent(Event, frozen=True, kw_only=True):
    """An Office has told the applicant something that asks for no answer, by a form of the Treaty."""

    form: str
    office: str
    dated: str
    facts: dict[str, str]
    cites: str


class Submission(Event, frozen=True, kw_only=True):
    """What an applicant sends after filing: ``act`` is a key of `pct.ACTS`; what it holds the kinds below say."""

    act: str
    received_on: str
    documents: tuple[dict[str, Any], ...] = ()
    signatures: tuple[dict[str, Any], ...] = ()
    remark: str = ""


class RequestChanged(Submission, frozen=True, kw_only=True):
    """Parties, priority claims, declarations or parts have changed (PCT Rules 20.5, 26bis, 26ter, 90bis.3, 92bis)."""

    application: dict[str, Any]  # the application as it stands afterwards


class Withdrawn(Submission, frozen=True, kw_only=True):
    """The application, designations, the demand, elections or a request is withdrawn (PCT Rules 90bis.1, .2, .4)."""

    offices: tuple[str, ...] = ()  # designations or elections; empty is all of them
    only_if_unpublished: bool = False  # to have effect only if it prevents publication


class ClaimsAmended(Submission, frozen=True, kw_only=True):
    """Amended claims: ``article`` is "19" before the International Bureau, "34" in examination."""

    article: str
    statement: str = ""


class ChapterIIDemanded(Submission, frozen=True, kw_only=True):
    """A demand for international preliminary examination (PCT Art. 31)."""

    authority: str
    elected: tuple[str, ...]
    basis: str = ""  # as filed, as amended under Article 19, as amended under Article 34


class SupplementarySearchRequested(Submission, frozen=True, kw_only=True):
    """A request for supplementary international search (PCT Rule 45bis.1)."""

    authority: str


class EarlyPublicationRequested(Submission, frozen=True, kw_only=True):
    """The applicant asks for publication before 18 months (PCT Art. 21(2)(b))."""


class PaperReceived(Submission, frozen=True, kw_only=True):
    """Any other paper: a letter, a priority document, a translation, a reply, a request for copies; see ``act``."""

    paper: int
    facts: dict[str, str] = {}


class LicensingIndicated(Submission, frozen=True, kw_only=True):
    """The applicant is ready to license, or no longer (PCT Administrative Instructions; shown to everyone)."""

    available: bool
    terms: str = ""


SUBMISSIONS: tuple[type[Submission], ...] = (
    RequestChanged,
    Withdrawn,
    ClaimsAmended,
    ChapterIIDemanded,
    SupplementarySearchRequested,
    EarlyPublicationRequested,
    PaperReceived,
    LicensingIndicated,
)
"""Everything that an applicant may send after filing."""


class ObservationSubmitted(Event, frozen=True, kw_only=True):
    """A third party has cited something against novelty or inventive step; the name may be missing (AI 801-805)."""

    observation: int
    received_on: str
    citations: tuple[dict[str, str], ...]
    text: str = ""
    name: str = ""
    documents: tuple[dict[str, Any], ...] = ()


class ObservationAdmitted(Event, frozen=True, kw_only=True):
    """The International Bureau has found that an observation is one, or that it is not (AI 802, 803)."""

    observation: int
    admitted: bool
    decided_on: str
    reason: str = ""


class SearchReportEstablished(Event, frozen=True, kw_only=True):
    """An international search report with its written opinion, or the declaration that there is none.

    PCT Art. 17(2)(a), 18; Rules 42, 43, 43bis; a supplementary report: Rule 45bis.7.
    """

    authority: str
    established_on: str
    transmitted_on: str
    supplementary: bool = False
    declined: str = ""  # why there is no report (Art. 17(2)(a))
    citations: tuple[dict[str, str], ...] = ()  # document, category, passages, claims; published (a day) where told
    classifications: tuple[str, ...] = ()
    documents: tuple[dict[str, Any], ...] = ()
    opinion: str = ""  # the opinion in a sentence on novelty, inventive step, industrial applicability


class ReportOnPatentabilityEstablished(Event, frozen=True, kw_only=True):
    """The international preliminary report on patentability (PCT Art. 35; Rules 44bis, 70)."""

    chapter: str  # "I", "II"
    authority: str
    established_on: str
    statement: str
    documents: tuple[dict[str, Any], ...] = ()


class PublicationPrepared(Event, frozen=True, kw_only=True):
    """The technical preparations for publication are completed: a later withdrawal does not prevent it."""

    completed_on: str
    publication_on: str
    cites: str


class NationalPhaseReported(Event, frozen=True, kw_only=True):
    """A designated Office reports entry, refusal, grant or withdrawal (PCT Rule 95.1), or the applicant entry there."""

    office: str
    what: str  # "entered", "not entered", "published", "refused", "granted", "withdrawn"
    on: str
    number: str = ""
    remark: str = ""


class FeeRefunded(Event, frozen=True, kw_only=True):
    """Money has gone back (PCT Rules 15.4, 16.2, 57.4). ``line`` is the code of the fee that had been paid."""

    line: str
    amount: str
    currency: str
    refunded_on: str
    cites: str
    reference: str = ""


class OfficeUnavailable(Event, frozen=True, kw_only=True):
    """An Office has declared that it could not be reached, or extended time limits (PCT Rules 82quater.2, .3).

    It is entered in a stream of the Office, not of an application, and bears on every file with an act due there.
    """

    office: str
    what: str  # "disruption", "outage"
    first: str
    last: str
    announced: str
    reason: str
    cites: str


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
        TimeLimitExtended,
        FilingDateAccorded,
        FilingDateCorrected,
        PriorityDecided,
        RectificationDecided,
        ApplicationTransferred,
        CopyReceived,
        NotificationSent,
        RequestChanged,
        Withdrawn,
        ConsideredWithdrawn,
        ClaimsAmended,
        LicensingIndicated,
        SearchReportEstablished,
        PublicationPrepared,
        ApplicationPublished,
        ReportOnPatentabilityEstablished,
        NationalPhaseReported,
    )
).union(DISCLOSED_OF_REGISTRATIONS)
"""Entries of a published application that anyone may read (PCT Art. 21, 30; Rule 94.1).

Closed stay payments, papers, the demand (Art. 38) and who observed. An admitted observation is shown by its citations.
"""

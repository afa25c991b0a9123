"""Where a case stands: one status in each strand, from the facts of its record.

The list follows the procedure of the Treaty. A status is a function of the record that tells whether it is reached; its
docstring is what the status is called.
"""

import inspect
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from chancery.treaties.pct.events import case_events
from chancery.treaties.pct.record import Record

Strand = Literal[
    "filing",
    "formalities",
    "fees",
    "priority",
    "record copy",
    "search",
    "supplementary search",
    "publication",
    "examination",
    "national phase",
]
"""What goes on side by side. ``examination`` is that of Chapter II."""


@dataclass(frozen=True)
class Status:
    """``terminal``: nothing more can happen in the international phase. ``event`` is the kind of event that leads to
    the status (events.py), where it has a code.
    """

    key: str
    label: str
    strand: Strand
    cites: str
    terminal: bool = False
    event: str = ""
    holds: Callable[[Record], object] = field(repr=False, compare=False, default=lambda _: False)

    @property
    def st27(self) -> str:
        """The detailed event of WIPO ST.27; empty where the Standard has none for it."""
        code = case_events()[self.event].st27 if self.event else ""
        return "" if code.endswith("00") else code


def status(
    cites: str, strand: Strand, *, event: str = "", terminal: bool = False
) -> Callable[[Callable[[Record], object]], Status]:
    """Make a status of a function that tells whether it is reached; its docstring is the label, its name the key."""

    def make(function: Callable[[Record], object]) -> Status:
        label = inspect.cleandoc(function.__doc__ or "").partition("\n\n")[0].removesuffix(".")
        return Status(function.__name__, label, strand, cites, terminal, event, function)

    return make


def _open(record: Record, form: str) -> bool:
    """Whether an invitation by this form waits for its answer."""
    return any(one.kind == form and one.answered_on is None for one in record.invitations)


def _decided(record: Record, what: str) -> bool:
    return any(claim.decided == what for claim in record.priority_claims)


@status("PCT Rule 90bis.1", "filing", event="withdrawn", terminal=True)
def withdrawn(record: Record) -> object:
    """Withdrawn."""
    return record.withdrawn_on


@status("PCT Art. 14", "filing", event="considered_withdrawn", terminal=True)
def considered_withdrawn(record: Record) -> object:
    """Considered withdrawn."""
    return record.considered_withdrawn_on


@status("PCT Rule 20.4", "filing", event="not_an_application", terminal=True)
def not_an_application(record: Record) -> object:
    """Not treated as an international application."""
    return record.not_an_application_on


@status("PCT Art. 11(1)", "filing", event="filing_date_accorded")
def accorded(record: Record) -> object:
    """International filing date accorded."""
    return record.filing_date


@status("PCT Art. 11(2)", "filing", event="correction_invited")
def awaiting_correction(record: Record) -> object:
    """Invited to correct under Article 11."""
    return any(one.kind == "PCT/RO/103" for one in record.invitations)


@status("PCT Rule 20.1", "filing", event="filed")
def received(record: Record) -> object:
    """Received, not yet accorded a filing date."""
    return record.received_on


@status("PCT Rule 26.2", "formalities", event="correction_invited")
def defects(record: Record) -> object:
    """Invited to correct defects of form."""
    return _open(record, "PCT/RO/106")


@status("PCT Rule 26.2", "formalities", event="correction_received")
def corrected(record: Record) -> object:
    """Defects of form answered."""
    return any(one.kind == "PCT/RO/106" and one.answered_on for one in record.invitations)


@status("PCT Rule 15.3", "fees", event="fee_paid")
def fees_paid(record: Record) -> object:
    """Fees paid."""
    return record.fees_paid_on


@status("PCT Rule 16bis.1(a)", "fees", event="fees_invited")
def fees_invited(record: Record) -> object:
    """Invited to pay fees."""
    return _open(record, "PCT/RO/133")


@status("PCT Rule 26bis.1(a)", "priority", event="correction_invited")
def priority_invited(record: Record) -> object:
    """Invited to correct a priority claim."""
    return _open(record, "PCT/RO/110")


@status("PCT Rule 26bis.3(a)", "priority", event="priority_restored")
def priority_restored(record: Record) -> object:
    """Right of priority restored."""
    return _decided(record, "restored")


@status("PCT Rule 26bis.3(a)", "priority", event="priority_not_restored")
def priority_not_restored(record: Record) -> object:
    """Right of priority not restored."""
    return _decided(record, "not restored")


@status("PCT Rule 26bis.2(b)", "priority", event="priority_void")
def priority_void(record: Record) -> object:
    """Priority claim considered void."""
    return _decided(record, "void")


@status("PCT Rule 90bis.3(a)", "priority", event="priority_withdrawn")
def priority_withdrawn(record: Record) -> object:
    """Priority claims withdrawn."""
    return record.priority_claims and all(claim.ceased_on for claim in record.priority_claims)


@status("PCT Rule 22.1(a)", "record copy", event="record_copy_received")
def record_copy_received(record: Record) -> object:
    """Record copy with the International Bureau."""
    return record.record_copy_received


@status("PCT Art. 17(2)(a)", "search", event="search_declined")
def search_declined(record: Record) -> object:
    """Declaration that there is no search report."""
    return record.isr_transmitted and record.no_search_declared


@status("PCT Art. 18", "search", event="searched")
def searched(record: Record) -> object:
    """International search report transmitted."""
    return record.isr_transmitted


@status("PCT Art. 17(3)(a)", "search", event="unity_questioned")
def unity_questioned(record: Record) -> object:
    """Additional search fees asked for."""
    return _open(record, "PCT/ISA/206")


@status("PCT Rule 23.1", "search", event="search_copy_received")
def search_requested(record: Record) -> object:
    """Search copy with the searching Authority."""
    return record.search_copy_received


@status("PCT Rule 45bis.7(a)", "supplementary search", event="supplementary_searched")
def supplementary_searched(record: Record) -> object:
    """Supplementary search report sent."""
    return record.sis_report_sent


@status("PCT Rule 45bis.1(a)", "supplementary search", event="supplementary_search_requested")
def supplementary_requested(record: Record) -> object:
    """Supplementary search requested."""
    return record.sis_requested


@status("PCT Art. 21", "publication", event="published")
def published(record: Record) -> object:
    """Published."""
    return record.published_on


@status("PCT Rule 90bis.1(c)", "publication")
def not_published(record: Record) -> object:
    """Not to be published.

    An end that comes after the technical preparations does not prevent publication.
    """
    ended = record.withdrawn_on or record.considered_withdrawn_on or record.not_an_application_on
    return ended and not (record.prepared_on and record.prepared_on < ended)


@status("PCT RO Guidelines 337", "publication", event="prepared")
def prepared(record: Record) -> object:
    """Technical preparations for publication completed."""
    return record.prepared_on


@status("PCT Art. 21(2)(b)", "publication", event="early_publication_requested")
def early_publication(record: Record) -> object:
    """Early publication requested."""
    return record.early_publication_requested and not record.early_publication_withdrawn


@status("PCT Art. 35(1)", "examination", event="examined")
def examined(record: Record) -> object:
    """Report on patentability established (Chapter II)."""
    return record.iper_established


@status("PCT Rule 66.2(c)", "examination", event="notified")
def opinion(record: Record) -> object:
    """Written opinion of the examining Authority waits for a reply."""
    return _open(record, "PCT/IPEA/408")


@status("PCT Rule 69.2(ii)", "examination", event="examination_started")
def examination_started(record: Record) -> object:
    """International preliminary examination begun."""
    return record.examination_started


@status("PCT Art. 31", "examination", event="demanded")
def demanded(record: Record) -> object:
    """International preliminary examination demanded."""
    return record.demand_received


@status("PCT Art. 22(1)", "national phase", event="national_phase_entered")
def national_phase(record: Record) -> object:
    """National or regional phase entered."""
    return any(entry.entered_on for entry in record.national_entries)


STATUSES: tuple[Status, ...] = (
    withdrawn,
    considered_withdrawn,
    not_an_application,
    accorded,
    awaiting_correction,
    received,
    defects,
    corrected,
    fees_paid,
    fees_invited,
    priority_invited,
    priority_restored,
    priority_not_restored,
    priority_void,
    priority_withdrawn,
    record_copy_received,
    search_declined,
    searched,
    unity_questioned,
    search_requested,
    supplementary_searched,
    supplementary_requested,
    published,
    not_published,
    prepared,
    early_publication,
    examined,
    opinion,
    examination_started,
    demanded,
    national_phase,
)
"""In each strand the furthest first: the first that holds is the one."""


def statuses(record: Record) -> tuple[Status, ...]:
    """The status in each strand that has begun."""
    reached: dict[Strand, Status] = {}
    for one in STATUSES:
        if one.strand not in reached and one.holds(record):
            reached[one.strand] = one
    return tuple(reached.values())

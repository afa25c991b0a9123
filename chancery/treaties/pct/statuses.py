"""Where a case stands: one status in each strand, from the facts of its record.

The list follows the procedure of the Treaty; the codes are our mapping to WIPO Standard ST.27.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from chancery.treaties.pct.record import Record

Strand = Literal["filing", "search", "publication", "examination"]


@dataclass(frozen=True)
class Status:
    """``terminal``: nothing more can happen in the international phase. ``st27``: the key event in WIPO ST.27."""

    key: str
    label: str
    strand: Strand
    cites: str
    terminal: bool = False
    st27: str = ""


RECEIVED = Status("received", "Received, not yet accorded a filing date", "filing", "PCT Rule 20.1")
AWAITING_CORRECTION = Status("awaiting_correction", "Invited to correct under Article 11", "filing", "PCT Art. 11(2)")
ACCORDED = Status("accorded", "International filing date accorded", "filing", "PCT Art. 11(1)", st27="A13")
NOT_AN_APPLICATION = Status(
    "not_an_application", "Not treated as an international application", "filing", "PCT Rule 20.4", terminal=True
)
WITHDRAWN = Status("withdrawn", "Withdrawn", "filing", "PCT Rule 90bis.1", terminal=True, st27="B11")
CONSIDERED_WITHDRAWN = Status(
    "considered_withdrawn", "Considered withdrawn", "filing", "PCT Art. 14", terminal=True, st27="B12"
)
SEARCH_COPY = Status(
    "search_requested", "Search copy with the searching Authority", "search", "PCT Rule 23.1", st27="D13"
)
SEARCHED = Status("searched", "International search report transmitted", "search", "PCT Art. 18", st27="D14")
PUBLISHED = Status("published", "Published", "publication", "PCT Art. 21", st27="Q12")
EARLY_ASKED = Status("early_publication", "Early publication requested", "publication", "PCT Art. 21(2)(b)")
DEMANDED = Status("demanded", "International preliminary examination demanded", "examination", "PCT Art. 31")

STATUSES: tuple[Status, ...] = (
    RECEIVED,
    AWAITING_CORRECTION,
    ACCORDED,
    NOT_AN_APPLICATION,
    WITHDRAWN,
    CONSIDERED_WITHDRAWN,
    SEARCH_COPY,
    SEARCHED,
    EARLY_ASKED,
    PUBLISHED,
    DEMANDED,
)

_FILING: tuple[tuple[Callable[[Record], object], Status], ...] = (
    (lambda record: record.withdrawn_on, WITHDRAWN),
    (lambda record: record.considered_withdrawn_on, CONSIDERED_WITHDRAWN),
    (lambda record: record.not_an_application_on, NOT_AN_APPLICATION),
    (lambda record: record.filing_date, ACCORDED),
    (lambda record: any(one.kind == "PCT/RO/103" for one in record.invitations), AWAITING_CORRECTION),
    (lambda record: record.received_on, RECEIVED),
)
_SEARCH: tuple[tuple[Callable[[Record], object], Status], ...] = (
    (lambda record: record.isr_transmitted, SEARCHED),
    (lambda record: record.search_copy_received, SEARCH_COPY),
)
_PUBLICATION: tuple[tuple[Callable[[Record], object], Status], ...] = (
    (lambda record: record.published_on, PUBLISHED),
    (lambda record: record.early_publication_requested and not record.early_publication_withdrawn, EARLY_ASKED),
)
_EXAMINATION: tuple[tuple[Callable[[Record], object], Status], ...] = (
    (lambda record: record.demand_received, DEMANDED),
)


def statuses(record: Record) -> tuple[Status, ...]:
    """The status in each strand that has begun: of each strand the furthest."""
    strands = (_FILING, _SEARCH, _PUBLICATION, _EXAMINATION)
    reached = (next((status for holds, status in strand if holds(record)), None) for strand in strands)
    return tuple(status for status in reached if status)

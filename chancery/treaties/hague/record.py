"""The dates of one international registration of designs, as far as time limits and publication ask for them."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from chancery.treaties.kernel.plain import Plain

Defect = Literal["14(1)", "12(3)", "21(5)", "16(2)"]
"""The Rule under which the International Bureau told of an irregularity, or asked for something."""

Timing = Literal["standard", "immediate", "chosen", "deferred"]
"""When the applicant wants publication (Rule 17(1))."""


@dataclass(frozen=True, kw_only=True)
class Irregularity:
    """A notice of the International Bureau. ``expires_on`` is the time limit that it states, where it states one."""

    rule: Defect
    notified_on: date | None = None
    expires_on: date | None = None
    remedied_on: date | None = None
    party: str = ""


@dataclass(frozen=True, kw_only=True)
class Designated:
    """One designated party. ``sent_on`` is the day on which the International Bureau sent it the publication."""

    party: str
    sent_on: date | None = None
    refused_on: date | None = None
    granted_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Record(Plain):
    """One application and the registration that came of it.

    ``complete_on`` is the day on which the last of the things of Rule 14(2) was remedied, ``contents_on`` that on which
    the last of the contents of Article 5(2) was. ``chosen_on`` is the day of publication that the applicant chose.
    """

    filed_through: str = ""
    priority_date: date | None = None
    office_received_on: date | None = None
    ib_received_on: date | None = None
    complete_on: date | None = None
    contents_on: date | None = None
    registered_on: date | None = None
    publication: Timing = "standard"
    chosen_on: date | None = None
    publication_asked_on: date | None = None
    published_on: date | None = None
    publication_paid_on: date | None = None
    designated: tuple[Designated, ...] = ()
    irregularities: tuple[Irregularity, ...] = ()
    renewed_until: date | None = None

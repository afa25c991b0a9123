"""The dates of one appellation of origin or geographical indication on its way through the Lisbon system."""

from dataclasses import dataclass
from datetime import date

from chancery.treaties.kernel.plain import Plain


@dataclass(frozen=True, kw_only=True)
class Notified:
    """One party that was told of the registration. ``received_on`` is the day on which its authority received it."""

    party: str
    received_on: date | None = None
    refused_on: date | None = None
    refusal_withdrawn_on: date | None = None
    granted_on: date | None = None
    joined_later: bool = False
    phase_out_from: date | None = None


@dataclass(frozen=True, kw_only=True)
class FeeNotice:
    """The International Bureau has told on a day that the individual fee of a party is not paid."""

    party: str
    told_on: date | None = None
    paid_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Record(Plain):
    """One application and its registration. ``complete_on``: the last of the mandatory contents was there."""

    origin: str = ""
    received_on: date | None = None
    complete_on: date | None = None
    registered_on: date | None = None
    irregularity_notified_on: date | None = None
    remedied_on: date | None = None
    notified: tuple[Notified, ...] = ()
    fee_notices: tuple[FeeNotice, ...] = ()

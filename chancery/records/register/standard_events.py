"""What happened to a right, and where it stands, in the codes of WIPO Standard ST.27; of Chapter II nothing is told.

https://www.wipo.int/export/sites/www/standards/en/pdf/03-27-01.pdf
"""

from dataclasses import replace
from datetime import date

from chancery.records.register.right import Right
from chancery.treaties import pct

CLOSED = {
    "demand_received": None,
    "examination_started": None,
    "iper_established": None,
    "priority_document_received": None,
    "fees_paid_on": None,
}
"""Dates of the record that publication does not open (PCT Art. 38; Rule 94.1)."""


def happened(right: Right, *, on: date) -> tuple[pct.Happened, ...]:
    """The events that anyone may know once the right is published, in the order of days."""
    return pct.history(_open(right), on=on)


def state(right: Right, *, on: date) -> pct.StateAt:
    """The state and stage of the right on a day."""
    return pct.state_at(_open(right), on)


def _open(right: Right) -> pct.Record:
    """The record without what stays closed."""
    record = right.record
    invitations = tuple(one for one in record.invitations if not one.kind.startswith("PCT/IPEA/"))
    return replace(record, **CLOSED, invitations=invitations)  # type: ignore[arg-type]  # dates of a record

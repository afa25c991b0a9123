"""What an application owes and until when: the treaty's answer, for one application as it was received."""

from dataclasses import dataclass
from datetime import date

from chancery.treaties import pct
from chancery.treaties.kernel import FeeSheet, TimeLimit, of_office

FEE_RULE = "Rule 15.3"
"""The transmittal, international filing and search fees fall due together (PCT Rules 14.1(c), 15.3, 16.1(f))."""


@dataclass(frozen=True)
class Owed:
    """The sheet of fees and the time limit for paying them; no limit where the treaty states none."""

    sheet: FeeSheet
    limit: TimeLimit | None


def owed(application: pct.Application, *, received_on: date) -> Owed:
    """Amounts are those in force on the day of receipt, whenever they are paid (PCT Rules 14.1(c), 15.3, 16.1(f))."""
    limits = pct.time_limits(pct.Record.of(application), calendars=of_office)
    sheet = pct.fees(application, on=received_on)
    return Owed(sheet, next((limit for limit in limits if FEE_RULE in limit.cites), None))

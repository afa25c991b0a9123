"""What an application owes and until when: the treaty's answer, for one application as it was received."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from chancery.records.register.queries import Invited, Payment, Right
from chancery.treaties import pct
from chancery.treaties.kernel import FeeLine, FeeSheet, Money, TimeLimit, of_office

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


# Fees that become due later


def owed_later(right: Right) -> tuple[FeeLine, ...]:
    """The fees of what was asked for after filing, or of being late, in the amount of the day of the act."""
    return (*_of_lateness(right), *_of_requests(right))


def _of_lateness(right: Right) -> Iterator[FeeLine]:
    if any(claim.restoration_requested for claim in right.application.priority_claims) and right.received_on:
        yield _fee(right, "restoration", right.received_on)
    for invited in right.invitations:
        if invited.form == "PCT/RO/133":
            yield _fee(right, "late_payment", invited.dated, unpaid=_unpaid(right, invited))
        if invited.form == "PCT/ISA/206":
            yield _fee(right, "additional_search", invited.dated)


def _of_requests(right: Right) -> Iterator[FeeLine]:
    if right.early_publication_on:
        yield _fee(right, "early_publication", right.early_publication_on)
    for request in right.supplementary[-1:]:
        yield _fee(right, "sis_handling", request.received_on)
        yield _fee(right, "sis_search", request.received_on, office=request.authority)
    if right.demand:
        for code in ("handling", "preliminary_examination"):
            yield _fee(right, code, right.demand.received_on)


def _fee(right: Right, code: str, on: date, **more: Any) -> FeeLine:
    return pct.act_fee(code, right.application, right.record, on=on, **more)


def _unpaid(right: Right, invited: Invited) -> Money | None:
    """What of the filing fees was open when the applicant was invited; None where that is in several currencies."""
    if right.received_on is None:
        return None
    before = [one for one in right.payments if one.received_on < invited.dated]
    open_ = [_rest(line, before) for line in pct.fees(right.application, on=right.received_on).lines]
    rests = [one for one in open_ if one is None or one.amount > 0]
    known = [one for one in rests if one]
    if len(known) < len(rests) or len({one.currency for one in known}) != 1:
        return None
    return Money.of(sum((one.amount for one in known), Decimal(0)), known[0].currency)


def _rest(line: FeeLine, payments: Sequence[Payment]) -> Money | None:
    """What is open of a fee; None where its amount is not determinable and nothing came."""
    paid = [Decimal(one.amount) for one in payments if one.line == line.code]
    if not isinstance(line.amount, Money):
        return Money.of(0, "CHF") if paid else None
    return Money.of(line.amount.amount - sum(paid, Decimal(0)), line.amount.currency)

"""What an application owes and until when, and what goes back: the treaty's answer for a right as it stands."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from chancery.records.register.queries import Invited, Payment, Right
from chancery.treaties import pct
from chancery.treaties.kernel import FeeLine, FeeSheet, Money, Step, TimeLimit, of_office

FEE_RULE = "Rule 15.3"
"""The transmittal, international filing and search fees fall due together (PCT Rules 14.1(c), 15.3, 16.1(f))."""

OF_INVITATIONS = {
    "PCT/RO/133": "late_payment",
    "PCT/RO/150": "late_translation",
    "PCT Rule 12.4(c)": "late_translation",
    "PCT/ISA/206": "additional_search",
    "PCT/ISA/225": "late_sequence_listing",
    "PCT/IPEA/405": "additional_examination",
    "PCT/IPEA/440": "late_examination",
}
"""The fee that an invitation asks for."""

OF_ACTS = {
    "publish_early": ("early_publication",),
    "publish_refused_rectification": ("publish_91_3d",),
    "ask_for_copies": ("copies",),
}
"""Fees of an act, in the amount of its day. Those of a demand, of a further search and of restoration turn on more."""


@dataclass(frozen=True)
class Owed:
    """The sheet of fees and the time limit for paying them; no limit where the treaty states none."""

    sheet: FeeSheet
    limit: TimeLimit | None


def owed(right: Right) -> Owed:
    """The fees due on filing.

    Amounts are those in force on the day of receipt, whenever they are paid (PCT Rules 14.1(c), 15.3, 16.1(f)), for the
    application as it was received, with what was corrected or rectified of it since.
    """
    if right.charged_on is None:
        raise ValueError(f"{right.number}: nothing has been received that could owe a fee.")
    limits = pct.time_limits(right.record, calendars=of_office)
    sheet = pct.fees(replace(right.charged, received_on=right.charged_on), on=right.charged_on)
    return Owed(sheet, next((limit for limit in limits if FEE_RULE in limit.cites), None))


# Fees that become due later


def owed_later(right: Right) -> tuple[FeeLine, ...]:
    """The fees of what was asked for after filing, or of being late, in the amount of the day of the act.

    A fee that is owed more than once has a number after its code from the second time on: ``copies.2``.
    """
    return tuple(_numbered((*_of_lateness(right), *_of_requests(right), *_of_examination(right))))


def _numbered(lines: Iterable[FeeLine]) -> Iterator[FeeLine]:
    seen: Counter[str] = Counter()
    for line in lines:
        seen[line.code] += 1
        yield line if seen[line.code] == 1 else replace(line, code=f"{line.code}.{seen[line.code]}")


def _of_lateness(right: Right) -> Iterator[FeeLine]:
    if right.received_on and any(claim.restoration_requested for claim in right.application.priority_claims):
        asked = [on for act, on in right.done if act == "request_restoration"]
        yield from (_fee(right, "restoration", on) for on in asked or [right.received_on])
    for invited in right.invitations:
        code = OF_INVITATIONS.get(invited.form)
        if code == "late_payment":
            yield _fee(right, code, invited.dated, unpaid=_unpaid(right, invited))
        elif code:
            yield times(_fee(right, code, invited.dated), asked_for(invited, code))


def _of_requests(right: Right) -> Iterator[FeeLine]:
    for act, on in right.done:
        yield from (_fee(right, code, on) for code in OF_ACTS.get(act, ()))
    for paper in right.papers:
        if paper.act == "request_priority_document" and paper.facts.get("way") == "receiving office":
            yield _fee(right, "priority_document", paper.received_on)
        if paper.act == "pay_additional_search_fees" and paper.facts.get("protest"):
            yield _fee(right, "protest", paper.received_on)
    for request in right.supplementary:
        yield _fee(right, "sis_handling", request.received_on)
        yield _fee(right, "sis_search", request.received_on, office=request.authority)


def _of_examination(right: Right) -> Iterator[FeeLine]:
    """A demand that was withdrawn, or counts for nothing, has asked for its fees all the same; they may come back."""
    if right.demand:
        for code in ("handling", "preliminary_examination"):
            yield _fee(right, code, right.demand.received_on, office=right.demand.authority)


def _fee(right: Right, code: str, on: date, **more: Any) -> FeeLine:
    return pct.act_fee(code, right.charged, right.record, on=on, **more)


def asked_for(invited: Invited, code: str) -> int:
    """How many of a fee the invitation asks for: one where it names no number."""
    named = (one.get("times", "") for one in invited.findings if one.get("field") == f"fees.{code}")
    return next((int(times) for times in named if times.isdigit()), 1)


def times(line: FeeLine, count: int) -> FeeLine:
    """A fee that is owed several times over at once: for each further invention."""
    if count == 1 or not isinstance(line.amount, Money):
        return line
    amount = line.amount * count
    return replace(line, amount=amount, steps=(*line.steps, Step(f"For {count}", line.cites, str(amount))))


def _unpaid(right: Right, invited: Invited) -> Money | None:
    """What of the filing fees was open when the applicant was invited; None where that is in several currencies."""
    if right.charged_on is None:
        return None
    before = [one for one in right.payments if one.received_on < invited.dated]
    open_ = [_rest(line, before) for line in owed(right).sheet.lines]
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


# What goes back


def goes_back(right: Right) -> tuple[pct.Refund, ...]:
    """Which fees of the right are refunded, where it has come so far that this can be told (Rules 15.4, 16.2, 57.4).

    The file of this office tells of every copy that was sent, so that one of which it does not tell was not.
    """
    demand, asked = right.demand, next(iter(right.supplementary), None)
    course = pct.Course(
        demand_withdrawn_on=demand.withdrawn_on if demand else None,
        demand_void=bool(demand and demand.void_on),
        demand_sent=_acknowledged(right),
        sis_withdrawn_on=asked.withdrawn_on if asked else None,
        complete=True,
    )
    record = replace(right.record, demand_received=demand.received_on if demand else None)
    return tuple(one for one in pct.refunds(record, course=course) if one.answer not in {"not due", "possible"})


def _acknowledged(right: Right) -> date | None:
    """The day on which the Authority had the demand: it is its own receipt of it."""
    return next((one.dated for one in right.notifications if one.form == "PCT/IPEA/402"), None)

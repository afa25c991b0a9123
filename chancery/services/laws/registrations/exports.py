"""Quotations and parties as tables that other programs read."""

from collections.abc import Iterable

from chancery.services.laws.exports import Row, written
from chancery.services.laws.registrations.members import Line
from chancery.services.laws.registrations.parties import NAMES, Member
from chancery.treaties.kernel import FeeLine, Money

FEE_COLUMNS = ("code", "fee", "amount", "currency", "not_determinable", "citation", "day", "confidence", "reasoning")
MEMBER_COLUMNS = (
    *("code", "name", "organization", "act", "since", "since_confidence", "through", "declarations"),
    *("declarations_known", "note", "source"),
)


def fees_as_csv(lines: Iterable[FeeLine]) -> str:
    """One line a fee. An amount that no table gives is empty, and the next column says what is missing."""
    return written(FEE_COLUMNS, map(_fee, lines))


def _fee(one: FeeLine) -> Row:
    known = one.amount if isinstance(one.amount, Money) else None
    amount = (f"{known.amount:f}", known.currency, "") if known else ("", "", one.amount)
    steps = "; ".join(map(str, one.steps))
    return (one.code, one.label, *amount, one.cites, one.day or "", one.confidence, steps)


def members_as_csv(members: Iterable[Member]) -> str:
    """One line a party and Act."""
    return written(MEMBER_COLUMNS, (row for one in members for row in _member(one)))


def _member(one: Member) -> Iterable[Row]:
    for bond in one.bonds:
        yield (
            *(one.code, one.name, _yes(one.organization), bond.act, bond.since or "", bond.confidence, one.through),
            *("; ".join(each.key for each in one.declared), _yes(one.declarations_known), one.note, one.source),
        )


def lines_as_csv(lines: Iterable[Line]) -> str:
    """One line a party: the first day of each system, empty where it is no party."""
    rows = ((one.code, one.name, _yes(one.organization), *(cell and cell.since for cell in one.cells)) for one in lines)
    return written(("code", "name", "organization", *NAMES), rows)


def _yes(true: bool) -> str:
    return "yes" if true else "no"

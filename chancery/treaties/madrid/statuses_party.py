"""Where a mark stands in each designated party: one status, the Bureau's code for it, and the goods in each state."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from chancery.treaties.madrid.happenings import EFFECTS, LIVE, State
from chancery.treaties.madrid.protection import Protection, Turn
from chancery.treaties.madrid.statuses import Status, status

BY_EXTENT = ("RFN", "INN")
"""Codes that say with one letter more whether everything is concerned (T) or a part (P)."""


@dataclass(frozen=True)
class Standing:
    """The goods and services of one party, as bits in each state, and the last turn that they took."""

    party: str
    states: tuple[int, ...]
    last: Turn
    announced: bool

    @property
    def live(self) -> int:
        return sum(self.states[state] for state in LIVE)

    def any(self, *states: State) -> bool:
        return any(self.states[state] for state in states)

    def ended(self, state: State) -> bool:
        """Whether nothing is left, and the last of it went into this state."""
        return not self.live and self.last.state is state


@dataclass(frozen=True)
class PartyStatus:
    """``code`` is that of the Bureau's data for the last happening; ``since`` its day; ``goods`` bits by state."""

    party: str
    status: Status[Standing]
    code: str
    since: date
    goods: Mapping[State, int]


@status("Madrid Rule 30(1)", terminal=True)
def not_renewed(standing: Standing) -> object:
    """Not renewed there."""
    return standing.ended(State.LAPSED)


@status("Madrid Rule 25(1)(a)(v)", terminal=True)
def all_cancelled(standing: Standing) -> object:
    """Cancelled."""
    return standing.ended(State.CANCELLED)


@status("Madrid Art. 6(4)", terminal=True)
def fell(standing: Standing) -> object:
    """Cancelled with the basic mark."""
    return standing.ended(State.CEASED)


@status("Madrid Rule 25(1)(a)(iii)")
def renounced(standing: Standing) -> object:
    """Renounced."""
    return standing.ended(State.RENOUNCED)


@status("Madrid Rule 25(1)(a)(i)")
def transferred(standing: Standing) -> object:
    """Transferred to another registration."""
    return standing.ended(State.TRANSFERRED)


@status("Madrid Rule 25(1)(a)(ii)")
def limited_to_nothing(standing: Standing) -> object:
    """Limited so that nothing is left."""
    return standing.ended(State.LIMITED)


@status("Madrid Rule 34(3)(d)")
def not_paid(standing: Standing) -> object:
    """Cancelled, because the second part of the fee was not paid."""
    return standing.ended(State.UNPAID)


@status("Madrid Rule 19(1)")
def invalidated(standing: Standing) -> object:
    """Invalidated."""
    return standing.ended(State.INVALIDATED)


@status("Madrid Rule 18ter(3)")
def refused(standing: Standing) -> object:
    """Refused."""
    return standing.ended(State.REFUSED)


@status("Madrid Rule 17(1)")
def provisionally_refused(standing: Standing) -> object:
    """Provisionally refused."""
    return standing.live == standing.states[State.PROVISIONALLY_REFUSED]


@status("Madrid Rule 17(1)")
def provisionally_refused_in_part(standing: Standing) -> object:
    """Provisionally refused in part."""
    return standing.any(State.PROVISIONALLY_REFUSED)


@status("Madrid Rule 16(1)")
def opposition_possible(standing: Standing) -> object:
    """The Office may refuse on an opposition after eighteen months."""
    return standing.any(State.PENDING) and standing.announced


@status("Madrid Art. 5(2)")
def pending(standing: Standing) -> object:
    """The Office may still refuse."""
    return standing.any(State.PENDING)


@status("Madrid Rule 14(1)")
def asked(standing: Standing) -> object:
    """Designated, and not notified yet."""
    return standing.any(State.ASKED)


@status("Madrid Rule 18ter(2)(ii)")
def protected_in_part(standing: Standing) -> object:
    """Protected in part."""
    return standing.any(State.REFUSED, State.INVALIDATED)


@status("Madrid Art. 4(1)(a)")
def protected(standing: Standing) -> object:
    """Protected."""
    return standing.any(State.PROTECTED)


PARTY_STATUSES: tuple[Status[Any], ...] = (
    not_renewed,
    all_cancelled,
    fell,
    renounced,
    transferred,
    limited_to_nothing,
    not_paid,
    invalidated,
    refused,
    provisionally_refused,
    provisionally_refused_in_part,
    opposition_possible,
    pending,
    asked,
    protected_in_part,
    protected,
)
"""What ended first, then what is open, then what is settled: the first that holds is the one."""


def party_statuses(folded: Protection) -> tuple[PartyStatus, ...]:
    """The status in every party, in the order in which they were designated."""
    last = {turn.party: turn for turn in folded.turns if turn.goods}
    return tuple(_status(folded, party, last[party]) for party in folded.parties if party in last)


def _status(folded: Protection, party: str, last: Turn) -> PartyStatus:
    states = tuple(folded.parties[party])
    standing = Standing(party, states, last, party in folded.announced)
    reached = next(one for one in PARTY_STATUSES if one.holds(standing))
    goods = {State(place): bits for place, bits in enumerate(states) if bits}
    code = EFFECTS["opposition_announced"].code if reached is opposition_possible else _code(standing)
    return PartyStatus(party, reached, code, last.on, goods)


def _code(standing: Standing) -> str:
    code = EFFECTS[standing.last.kind].code
    if code not in BY_EXTENT:
        return code
    whole = standing.live == (standing.states[State.PROVISIONALLY_REFUSED] if code == "RFN" else 0)
    return f"{code}{'T' if whole else 'P'}"

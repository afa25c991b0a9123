"""What can happen to an international registration, and what each does to the protection of goods and services.

A happening moves goods and services of a party from some states to another. The whole law of effect is this table;
`protection` folds it. Codes are those that the International Bureau writes in its data; titles are ours.
"""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Literal


class State(IntEnum):
    """Where a good or service stands in a party."""

    ASKED = 0
    PENDING = 1
    PROVISIONALLY_REFUSED = 2
    PROTECTED = 3
    REFUSED = 4
    INVALIDATED = 5
    LIMITED = 6
    RENOUNCED = 7
    CANCELLED = 8
    CEASED = 9
    TRANSFERRED = 10
    LAPSED = 11
    UNPAID = 12

    @property
    def says(self) -> str:
        return SAYS[self]


SAYS = (
    "Registered, and not notified yet",
    "The Office may still refuse",
    "Provisionally refused",
    "Protected",
    "Refused",
    "Invalidated",
    "Taken out by a limitation",
    "Renounced",
    "Cancelled",
    "Cancelled with the basic mark",
    "Transferred to another registration",
    "Not renewed",
    "Cancelled, because the second part of the fee was not paid",
)
"""What each state is called, in the order of their numbers."""

LIVE = (State.ASKED, State.PENDING, State.PROVISIONALLY_REFUSED, State.PROTECTED)
"""The states from which a later act of the holder or the end of the registration takes something away."""

Kind = Literal[
    "registered",
    "designated",
    "notified",
    "opposition_announced",
    "refused",
    "refusal_incomplete",
    "refusal_completed",
    "time_passed",
    "granted",
    "all_granted",
    "partly_granted",
    "refusal_confirmed",
    "decided_further",
    "invalidated",
    "limited",
    "renounced",
    "cancelled",
    "ceased",
    "transferred",
    "limitation_without_effect",
    "transfer_without_effect",
    "owner_changed",
    "corrected",
    "renewed",
    "not_kept",
    "lapsed",
    "second_part_unpaid",
]
Scope = Literal["named", "others", "both"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One thing that happened on a day. ``parties`` and ``goods`` say where and to what; to all where there are none.

    ``goods`` are places in the list of goods and services of the registration. ``recorded_on`` is, where an Office
    declares that a change has no effect, the day of that change; ``holder`` the party of a new owner. ``kept`` are
    the parties for which a renewal is recorded though everything is refused there.
    """

    on: date
    kind: Kind
    parties: tuple[str, ...] = ()
    goods: tuple[int, ...] = ()
    recorded_on: date | None = None
    holder: str = ""
    kept: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Effect:
    """What a kind of happening does: goods and services that are named go from some states to another.

    ``rest``: where those that are not named go, from which states. ``undoes`` is the kind of change that is without
    effect by it. ``code`` is that of the Bureau's data.
    """

    title: str
    cites: str
    takes: tuple[State, ...] = ()
    to: State | None = None
    rest: State | None = None
    rest_takes: tuple[State, ...] = ()
    undoes: Kind | None = None
    code: str = ""


OPEN = (State.PENDING, State.PROVISIONALLY_REFUSED)
DECIDED = (*OPEN, State.PROTECTED, State.REFUSED)

EFFECTS: dict[Kind, Effect] = {
    "registered": Effect(title="Registration", cites="Madrid Art. 4(1)(a)", code="ENN"),
    "designated": Effect(title="Subsequent designation", cites="Madrid Art. 3ter(2)", code="EXN"),
    "notified": Effect(
        title="Notification to the Office", cites="Madrid Rule 14(1)", takes=(State.ASKED,), to=State.PENDING
    ),
    "opposition_announced": Effect(
        title="The Office may refuse on an opposition after eighteen months", cites="Madrid Rule 16(1)", code="OPN"
    ),
    "refused": Effect(
        title="Provisional refusal",
        cites="Madrid Rule 17(1)",
        takes=(State.ASKED, State.PENDING),
        to=State.PROVISIONALLY_REFUSED,
        code="RFN",
    ),
    "refusal_incomplete": Effect(
        title="The refusal says too little of its review, and is not recorded",
        cites="Madrid Rule 18(1)(d)",
        takes=(State.PROVISIONALLY_REFUSED,),
        to=State.PENDING,
    ),
    "refusal_completed": Effect(
        title="The refusal is completed, and keeps its date",
        cites="Madrid Rule 18(1)(d)",
        takes=(State.PENDING,),
        to=State.PROVISIONALLY_REFUSED,
        code="RFN",
    ),
    "time_passed": Effect(
        title="The time for refusal has passed",
        cites="Madrid Art. 4(1)(a)",
        takes=(State.PENDING,),
        to=State.PROTECTED,
    ),
    "granted": Effect(
        title="Grant of protection",
        cites="Madrid Rule 18ter(1)",
        takes=(State.PENDING,),
        to=State.PROTECTED,
        code="GP18N",
    ),
    "all_granted": Effect(
        title="Protection of all goods and services after a refusal",
        cites="Madrid Rule 18ter(2)(i)",
        takes=OPEN,
        to=State.PROTECTED,
        code="R18NV",
    ),
    "partly_granted": Effect(
        title="Protection of some goods and services after a refusal",
        cites="Madrid Rule 18ter(2)(ii)",
        takes=OPEN,
        to=State.PROTECTED,
        rest=State.REFUSED,
        rest_takes=OPEN,
        code="R18NP",
    ),
    "refusal_confirmed": Effect(
        title="The refusal is confirmed", cites="Madrid Rule 18ter(3)", takes=OPEN, to=State.REFUSED, code="R18NT"
    ),
    "decided_further": Effect(
        title="Further decision",
        cites="Madrid Rule 18ter(4)",
        takes=DECIDED,
        to=State.PROTECTED,
        rest=State.REFUSED,
        rest_takes=DECIDED,
        code="FDNV",
    ),
    "invalidated": Effect(
        title="Invalidation", cites="Madrid Rule 19(1)", takes=(State.PROTECTED,), to=State.INVALIDATED, code="INN"
    ),
    "limited": Effect(title="Limitation", cites="Madrid Rule 25(1)(a)(ii)", takes=LIVE, to=State.LIMITED, code="LIN"),
    "renounced": Effect(title="Renunciation", cites="Madrid Rule 25(1)(a)(iii)", takes=LIVE, to=State.RENOUNCED),
    "cancelled": Effect(title="Cancellation", cites="Madrid Rule 25(1)(a)(v)", takes=LIVE, to=State.CANCELLED),
    "ceased": Effect(
        title="The basic mark ceases to have effect", cites="Madrid Art. 6(4)", takes=LIVE, to=State.CEASED
    ),
    "transferred": Effect(
        title="Partial change in ownership or division", cites="Madrid Rule 27", takes=LIVE, to=State.TRANSFERRED
    ),
    "limitation_without_effect": Effect(
        title="The limitation has no effect in the party", cites="Madrid Rule 27(5)", undoes="limited"
    ),
    "transfer_without_effect": Effect(
        title="The change in ownership has no effect in the party", cites="Madrid Rule 27(4)(a)", undoes="transferred"
    ),
    "owner_changed": Effect(title="Change in ownership", cites="Madrid Rule 27(1)"),
    "corrected": Effect(title="Correction", cites="Madrid Rule 28(1)"),
    "renewed": Effect(title="Renewal", cites="Madrid Art. 7(1)", code="REN"),
    "not_kept": Effect(
        title="Not renewed where everything is refused",
        cites="Madrid Rule 30(2)(b)",
        takes=(State.REFUSED,),
        to=State.LAPSED,
    ),
    "second_part_unpaid": Effect(
        title="The second part of the fee was not paid",
        cites="Madrid Rule 34(3)(d)",
        takes=LIVE,
        to=State.UNPAID,
    ),
    "lapsed": Effect(title="Not renewed", cites="Madrid Rule 30(1)", takes=LIVE, to=State.LAPSED),
}
"""The law of effect, as a table."""

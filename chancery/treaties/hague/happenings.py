"""What can happen to an international registration, and what each does to the protection of its designs.

A happening moves designs of a party from some states to another. The whole law of effect is this table; `protection`
folds it.
"""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Literal

from chancery.treaties.kernel.standing import Effect


class State(IntEnum):
    """Where a design stands in a party."""

    REGISTERED = 0
    PENDING = 1
    REFUSED = 2
    PROTECTED = 3
    INVALIDATED = 4
    LIMITED = 5
    RENOUNCED = 6
    CANCELLED = 7
    TRANSFERRED = 8
    LAPSED = 9
    EXPIRED = 10

    @property
    def says(self) -> str:
        return SAYS[self]


SAYS = (
    "Registered, and not sent to the Office yet",
    "The Office may still refuse",
    "Refused",
    "Protected",
    "Invalidated",
    "Taken out by a limitation",
    "Renounced",
    "Cancelled",
    "Transferred to another registration",
    "Not renewed",
    "At the end of the longest protection",
)
"""What each state is called, in the order of their numbers."""

LIVE = (State.REGISTERED, State.PENDING, State.REFUSED, State.PROTECTED)
"""The states from which a later act of the holder or the end of the registration takes something away."""

Kind = Literal[
    "registered",
    "publication_asked",
    "published",
    "sent",
    "refused",
    "refusal_withdrawn",
    "granted",
    "time_passed",
    "second_part_unpaid",
    "invalidated",
    "ownership_changed",
    "ownership_without_effect",
    "limited",
    "renounced",
    "publication_unpaid",
    "transferred",
    "renewed",
    "lapsed",
    "expired",
]


@dataclass(frozen=True, kw_only=True)
class Happening:
    """One thing that happened on a day. ``parties`` and ``designs`` say where and to what; to all where there are none.

    ``designs`` are places in the list of designs of the registration. Where several fall on a day, they are in the
    order in which they happened.
    """

    on: date
    kind: Kind
    parties: tuple[str, ...] = ()
    designs: tuple[int, ...] = ()


OPEN = (State.REGISTERED, State.PENDING)

EFFECTS: dict[str, Effect[State]] = {
    "registered": Effect(title="Registration", cites="Hague Art. 10(1)"),
    "publication_asked": Effect(
        title="Publication is asked for before the deferment ends", cites="Hague Art. 11(4)(a)"
    ),
    "published": Effect(title="Publication", cites="Hague Art. 10(3)"),
    "sent": Effect(
        title="The publication is sent to the Office",
        cites="Hague Rule 26(3)",
        takes=(State.REGISTERED,),
        to=State.PENDING,
    ),
    "refused": Effect(title="Refusal", cites="Hague Art. 12(1)", takes=OPEN, to=State.REFUSED),
    "refusal_withdrawn": Effect(
        title="The refusal is withdrawn", cites="Hague Rule 18(4)", takes=(State.REFUSED,), to=State.PROTECTED
    ),
    "granted": Effect(
        title="Grant of protection", cites="Hague Rule 18bis", takes=(*OPEN, State.REFUSED), to=State.PROTECTED
    ),
    "time_passed": Effect(
        title="The time for refusal has passed",
        cites="Hague Art. 14(2)(a)",
        takes=(State.PENDING,),
        to=State.PROTECTED,
    ),
    "second_part_unpaid": Effect(
        title="The second part of the fee is not paid", cites="Hague Rule 12(3)(d)", takes=LIVE, to=State.CANCELLED
    ),
    "invalidated": Effect(title="Invalidation", cites="Hague Art. 15", takes=(State.PROTECTED,), to=State.INVALIDATED),
    "ownership_changed": Effect(title="Change in ownership", cites="Hague Rule 21(1)(a)(i)"),
    "ownership_without_effect": Effect(
        title="The change in ownership has no effect in the party", cites="Hague Rule 21bis"
    ),
    "limited": Effect(title="Limitation", cites="Hague Rule 21(1)(a)(iv)", takes=LIVE, to=State.LIMITED),
    "renounced": Effect(title="Renunciation", cites="Hague Rule 21(1)(a)(iii)", takes=LIVE, to=State.RENOUNCED),
    "publication_unpaid": Effect(
        title="The fee of the deferred publication is not paid",
        cites="Hague Rule 16(5)",
        takes=LIVE,
        to=State.CANCELLED,
    ),
    "transferred": Effect(
        title="Partial change in ownership", cites="Hague Rule 21(7)", takes=LIVE, to=State.TRANSFERRED
    ),
    "renewed": Effect(title="Renewal", cites="Hague Art. 17(2)"),
    "lapsed": Effect(title="Not renewed", cites="Hague Rule 24(2)", takes=LIVE, to=State.LAPSED),
    "expired": Effect(
        title="The longest protection in the party has ended",
        cites="Hague Art. 17(3)",
        takes=LIVE,
        to=State.EXPIRED,
    ),
}
"""The law of effect, as a table."""

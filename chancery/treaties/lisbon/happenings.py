"""What can happen to an international registration, and what each does to its protection in a party.

A happening moves the registration in a party from some states to another. The whole law of effect is this table;
`protection` folds it.
"""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Literal

from chancery.treaties.kernel.standing import Effect


class State(IntEnum):
    """Where the registration stands in a party."""

    REGISTERED = 0
    PENDING = 1
    REFUSED = 2
    PROTECTED = 3
    INVALIDATED = 4
    RENOUNCED = 5
    CANCELLED = 6

    @property
    def says(self) -> str:
        return SAYS[self]


SAYS = (
    "Registered, and not notified yet",
    "The party may still refuse",
    "Refused",
    "Protected",
    "Invalidated",
    "Protection is renounced",
    "Cancelled",
)
"""What each state is called, in the order of their numbers."""

LIVE = (State.REGISTERED, State.PENDING, State.REFUSED, State.PROTECTED)
"""The states from which a later act or the end of the registration takes something away."""

Kind = Literal[
    "registered",
    "joined",
    "notified",
    "refused",
    "refusal_withdrawn",
    "granted",
    "time_passed",
    "time_given",
    "invalidated",
    "fee_unpaid",
    "renounced",
    "renunciation_withdrawn",
    "modified",
    "cancelled",
]


@dataclass(frozen=True, kw_only=True)
class Happening:
    """One thing that happened on a day. ``parties`` say where; in all where there are none.

    ``on`` of ``notified`` is the day on which the authority of the party received the notification. ``joined``: a party
    that is bound since, after the registration (Art. 29(3)).
    """

    on: date
    kind: Kind
    parties: tuple[str, ...] = ()


OPEN = (State.REGISTERED, State.PENDING)

EFFECTS: dict[str, Effect[State]] = {
    "registered": Effect(title="Registration", cites="Lisbon Art. 6(1)"),
    "joined": Effect(title="A party is bound after the registration", cites="Lisbon Art. 29(3)"),
    "notified": Effect(
        title="The party has received the notification",
        cites="Lisbon Art. 6(4)",
        takes=(State.REGISTERED,),
        to=State.PENDING,
    ),
    "refused": Effect(title="Refusal", cites="Lisbon Art. 15(1)", takes=OPEN, to=State.REFUSED),
    "refusal_withdrawn": Effect(
        title="The refusal is withdrawn", cites="Lisbon Art. 16", takes=(State.REFUSED,), to=State.PROTECTED
    ),
    "granted": Effect(
        title="Grant of protection", cites="Lisbon Art. 18", takes=(*OPEN, State.REFUSED), to=State.PROTECTED
    ),
    "time_passed": Effect(
        title="The time for refusal has passed",
        cites="Lisbon Art. 15(1)",
        takes=(State.PENDING,),
        to=State.PROTECTED,
    ),
    "time_given": Effect(title="Others are given time to end their use", cites="Lisbon Art. 17(1)"),
    "invalidated": Effect(
        title="Invalidation", cites="Lisbon Art. 19(1)", takes=(State.PROTECTED,), to=State.INVALIDATED
    ),
    "fee_unpaid": Effect(
        title="The individual fee is not paid", cites="Lisbon Art. 7(5)", takes=LIVE, to=State.RENOUNCED
    ),
    "renounced": Effect(
        title="Protection is renounced in the party", cites="Lisbon Rule 16(1)", takes=LIVE, to=State.RENOUNCED
    ),
    "renunciation_withdrawn": Effect(
        title="The renunciation is withdrawn",
        cites="Lisbon Rule 16(2)",
        takes=(State.RENOUNCED,),
        to=State.REGISTERED,
    ),
    "modified": Effect(title="Modification", cites="Lisbon Rule 15"),
    "cancelled": Effect(
        title="Cancellation at the request of the party of origin",
        cites="Lisbon Art. 8(2)",
        takes=LIVE,
        to=State.CANCELLED,
    ),
}
"""The law of effect, as a table."""

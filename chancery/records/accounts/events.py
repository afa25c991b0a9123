"""What of the office's own doing stands in the ledger: dangerous acts that two persons did together."""

from chancery.core.event import Event

STREAM = "office/acts"


class ActConfirmed(Event, frozen=True, kw_only=True):
    """One person proposed a dangerous act, another confirmed it. Accounts by id; the act's arguments by their hash."""

    act: str
    digest: str
    proposed_by: int
    proposed_at: str
    confirmed_by: int

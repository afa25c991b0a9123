"""What of the office's own doing stands in the ledger: dangerous acts of two persons, restored backups."""

from chancery.core.event import Event

STREAM = "office/acts"


class ActConfirmed(Event, frozen=True, kw_only=True):
    """One person proposed a dangerous act, another confirmed it. Accounts by id; the act's arguments by their hash."""

    act: str
    digest: str
    proposed_by: int
    proposed_at: str
    confirmed_by: int


class OfficeRestored(Event, frozen=True, kw_only=True):
    """The office goes on from a backup: what was entered after its ``size`` entries, with that ``root``, is lost."""

    made_at: str
    size: int
    root: str

"""Madrid, Hague and Lisbon, asked in one way: what the rooms need of a registration, whichever system it is of.

The law itself stands in the three packages. Here each is put behind the same questions (`System`), and what is entered
in a file is turned into the dates and happenings that its package judges by (`System.after`).
"""

from chancery.treaties.registrations.hague import Hague
from chancery.treaties.registrations.lisbon import Lisbon
from chancery.treaties.registrations.madrid import Madrid
from chancery.treaties.registrations.system import System
from chancery.treaties.registrations.terms import (
    Act,
    Asked,
    Deed,
    Facts,
    Key,
    Member,
    Offered,
    PartyLife,
    Possible,
    Reached,
    Span,
    Tone,
)

SYSTEMS: dict[str, System] = {one.key: one for one in (Madrid(), Hague(), Lisbon())}
"""By their keys, in the order in which they are told."""

__all__ = [
    "SYSTEMS",
    "Act",
    "Asked",
    "Deed",
    "Facts",
    "Key",
    "Member",
    "Offered",
    "PartyLife",
    "Possible",
    "Reached",
    "Span",
    "System",
    "Tone",
]

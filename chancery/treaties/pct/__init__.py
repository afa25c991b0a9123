"""The Patent Cooperation Treaty: its table of contents."""

from chancery.treaties.kernel.plain import BadData
from chancery.treaties.pct.application import (
    Agent,
    Application,
    Declaration,
    Format,
    Part,
    PartKind,
    Party,
    PriorityClaim,
    SheetMeasure,
    Signature,
)
from chancery.treaties.pct.record import Invitation, Record

__all__ = [
    "Agent",
    "Application",
    "BadData",
    "Declaration",
    "Format",
    "Invitation",
    "Part",
    "PartKind",
    "Party",
    "PriorityClaim",
    "Record",
    "SheetMeasure",
    "Signature",
]

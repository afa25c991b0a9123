"""The Hague Agreement, international registration of industrial designs: its table of contents."""

from chancery.treaties.hague.application import (
    Annex,
    Applicant,
    Application,
    Bond,
    Category,
    Creator,
    Design,
    Designation,
    Legend,
    Link,
    PriorityClaim,
    Representative,
    ReproductionMeasure,
    View,
)
from chancery.treaties.hague.fees import fees, publication_fees, renewal_fees, second_part
from chancery.treaties.hague.limits import LIMITS, time_limits
from chancery.treaties.hague.parties import Party, designable, governing, party
from chancery.treaties.hague.record import Designated, Irregularity, Record
from chancery.treaties.hague.rules import RULES, check
from chancery.treaties.kernel.plain import BadData

__all__ = [
    "LIMITS",
    "RULES",
    "Annex",
    "Applicant",
    "Application",
    "BadData",
    "Bond",
    "Category",
    "Creator",
    "Design",
    "Designated",
    "Designation",
    "Irregularity",
    "Legend",
    "Link",
    "Party",
    "PriorityClaim",
    "Record",
    "Representative",
    "ReproductionMeasure",
    "View",
    "check",
    "designable",
    "fees",
    "governing",
    "party",
    "publication_fees",
    "renewal_fees",
    "second_part",
    "time_limits",
]

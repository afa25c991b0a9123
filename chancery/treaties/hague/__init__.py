"""The Hague Agreement, international registration of industrial designs: its table of contents."""

from chancery.treaties.hague.acts import ACTS, BARS, act, acts, possible
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
from chancery.treaties.hague.fees_later import LATER, later_fee
from chancery.treaties.hague.forms import forms
from chancery.treaties.hague.happenings import EFFECTS, Happening, State
from chancery.treaties.hague.limits import LIMITS, time_limits
from chancery.treaties.hague.parties import Party, designable, governing, party
from chancery.treaties.hague.protection import Protection, protection, renewable
from chancery.treaties.hague.record import Designated, Irregularity, Record
from chancery.treaties.hague.rules import RULES, check
from chancery.treaties.hague.statuses import STATUSES, statuses
from chancery.treaties.kernel.acting import Act, Bar, Possible
from chancery.treaties.kernel.forms import Form
from chancery.treaties.kernel.plain import BadData
from chancery.treaties.kernel.status import Status

__all__ = [
    "ACTS",
    "BARS",
    "EFFECTS",
    "LATER",
    "LIMITS",
    "RULES",
    "STATUSES",
    "Act",
    "Annex",
    "Applicant",
    "Application",
    "BadData",
    "Bar",
    "Bond",
    "Category",
    "Creator",
    "Design",
    "Designated",
    "Designation",
    "Form",
    "Happening",
    "Irregularity",
    "Legend",
    "Link",
    "Party",
    "Possible",
    "PriorityClaim",
    "Protection",
    "Record",
    "Representative",
    "ReproductionMeasure",
    "State",
    "Status",
    "View",
    "act",
    "acts",
    "check",
    "designable",
    "fees",
    "forms",
    "governing",
    "later_fee",
    "party",
    "possible",
    "protection",
    "publication_fees",
    "renewable",
    "renewal_fees",
    "second_part",
    "statuses",
    "time_limits",
]

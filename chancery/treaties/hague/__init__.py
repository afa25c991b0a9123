"""The Hague Agreement, international registration of industrial designs: its table of contents."""

from chancery.treaties.hague.application import Application, Category, Designation
from chancery.treaties.hague.fees import fees, publication_fees, renewal_fees, second_part
from chancery.treaties.hague.limits import LIMITS, time_limits
from chancery.treaties.hague.parties import Party, designable, governing, party
from chancery.treaties.hague.record import Designated, Irregularity, Record

__all__ = [
    "LIMITS",
    "Application",
    "Category",
    "Designated",
    "Designation",
    "Irregularity",
    "Party",
    "Record",
    "designable",
    "fees",
    "governing",
    "party",
    "publication_fees",
    "renewal_fees",
    "second_part",
    "time_limits",
]

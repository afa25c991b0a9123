"""The Lisbon Agreement and its Geneva Act, appellations of origin and indications: its table of contents."""

from chancery.treaties.lisbon.fees import FEES, fee, fees, individual_fees, renewal_fee
from chancery.treaties.lisbon.limits import LIMITS, time_limits
from chancery.treaties.lisbon.parties import Act, Party, bound, governing, party
from chancery.treaties.lisbon.record import Notified, Record

__all__ = [
    "FEES",
    "LIMITS",
    "Act",
    "Notified",
    "Party",
    "Record",
    "bound",
    "fee",
    "fees",
    "governing",
    "individual_fees",
    "party",
    "renewal_fee",
    "time_limits",
]

"""The Lisbon Agreement and its Geneva Act, appellations of origin and indications: its table of contents."""

from chancery.treaties.kernel.acting import Bar, Possible
from chancery.treaties.kernel.forms import Form
from chancery.treaties.kernel.plain import BadData
from chancery.treaties.kernel.status import Status
from chancery.treaties.lisbon.acts import ACTS, BARS, act, acts, possible
from chancery.treaties.lisbon.application import (
    Application,
    Beneficiary,
    Denomination,
    HomeProtection,
    Link,
    Translation,
)
from chancery.treaties.lisbon.fees import FEES, fee, fees, individual_fees, renewal_fee
from chancery.treaties.lisbon.forms import forms
from chancery.treaties.lisbon.happenings import EFFECTS, Happening, State
from chancery.treaties.lisbon.limits import LIMITS, time_limits
from chancery.treaties.lisbon.parties import Act, Party, bound, covered, governing, party
from chancery.treaties.lisbon.protection import Protection, protected_since, protection
from chancery.treaties.lisbon.record import FeeNotice, Notified, Record
from chancery.treaties.lisbon.rules import RULES, check
from chancery.treaties.lisbon.statuses import STATUSES, statuses

__all__ = [
    "ACTS",
    "BARS",
    "EFFECTS",
    "FEES",
    "LIMITS",
    "RULES",
    "STATUSES",
    "Act",
    "Application",
    "BadData",
    "Bar",
    "Beneficiary",
    "Denomination",
    "FeeNotice",
    "Form",
    "Happening",
    "HomeProtection",
    "Link",
    "Notified",
    "Party",
    "Possible",
    "Protection",
    "Record",
    "State",
    "Status",
    "Translation",
    "act",
    "acts",
    "bound",
    "check",
    "covered",
    "fee",
    "fees",
    "forms",
    "governing",
    "individual_fees",
    "party",
    "possible",
    "protected_since",
    "protection",
    "renewal_fee",
    "statuses",
    "time_limits",
]

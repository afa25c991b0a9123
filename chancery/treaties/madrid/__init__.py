"""The Madrid Protocol, international registration of marks: its table of contents."""

from chancery.treaties.kernel.plain import BadData
from chancery.treaties.madrid.acts import ACTS, BARS, Act, Asked, Bar, Possible, act, acts, possible
from chancery.treaties.madrid.acts_bars import UNION_MEMBERS
from chancery.treaties.madrid.application import (
    Applicant,
    Application,
    BasicMark,
    Certification,
    Designation,
    Good,
    Link,
    Mark,
    MarkKind,
    PriorityClaim,
    Representative,
    Reproduction,
)
from chancery.treaties.madrid.application import Form as MarkForm
from chancery.treaties.madrid.basis import registration
from chancery.treaties.madrid.dependency import base, depends, extent, family, merged, successor
from chancery.treaties.madrid.fees import fees, renewal_fees, second_part, subsequent_designation_fees
from chancery.treaties.madrid.fees_later import (
    LATER,
    later_fee,
    refund,
    renewed_though_short,
    ungrouped_fee,
    wrong_class_fee,
)
from chancery.treaties.madrid.forms import Form, form, forms
from chancery.treaties.madrid.happenings import EFFECTS, Effect, Happening, State
from chancery.treaties.madrid.limits import LIMITS, time_limits
from chancery.treaties.madrid.parties import Party, designable, party, safeguarded
from chancery.treaties.madrid.protection import Protection, Turn, protection, spans
from chancery.treaties.madrid.record import Change, Designated, Irregularity, Record, Refusal
from chancery.treaties.madrid.renewal import Dropped, dropped, renewed
from chancery.treaties.madrid.rules import RULES, check
from chancery.treaties.madrid.statuses import STATUSES, Status, statuses
from chancery.treaties.madrid.statuses_party import PARTY_STATUSES, PartyStatus, party_statuses

__all__ = [
    "ACTS",
    "BARS",
    "EFFECTS",
    "LATER",
    "LIMITS",
    "PARTY_STATUSES",
    "RULES",
    "STATUSES",
    "UNION_MEMBERS",
    "Act",
    "Applicant",
    "Application",
    "Asked",
    "BadData",
    "Bar",
    "BasicMark",
    "Certification",
    "Change",
    "Designated",
    "Designation",
    "Dropped",
    "Effect",
    "Form",
    "Good",
    "Happening",
    "Irregularity",
    "Link",
    "Mark",
    "MarkForm",
    "MarkKind",
    "Party",
    "PartyStatus",
    "Possible",
    "PriorityClaim",
    "Protection",
    "Record",
    "Refusal",
    "Representative",
    "Reproduction",
    "State",
    "Status",
    "Turn",
    "act",
    "acts",
    "base",
    "check",
    "depends",
    "designable",
    "dropped",
    "extent",
    "family",
    "fees",
    "form",
    "forms",
    "later_fee",
    "merged",
    "party",
    "party_statuses",
    "possible",
    "protection",
    "refund",
    "registration",
    "renewal_fees",
    "renewed",
    "renewed_though_short",
    "safeguarded",
    "second_part",
    "spans",
    "statuses",
    "subsequent_designation_fees",
    "successor",
    "time_limits",
    "ungrouped_fee",
    "wrong_class_fee",
]

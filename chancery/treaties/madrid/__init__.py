"""The Madrid Protocol, international registration of marks: its table of contents."""

from chancery.treaties.kernel.plain import BadData
from chancery.treaties.madrid.application import (
    Applicant,
    Application,
    BasicMark,
    Certification,
    Designation,
    Form,
    Good,
    Link,
    Mark,
    MarkKind,
    PriorityClaim,
    Representative,
    Reproduction,
)
from chancery.treaties.madrid.basis import registration
from chancery.treaties.madrid.fees import fees, renewal_fees, second_part, subsequent_designation_fees
from chancery.treaties.madrid.fees_later import (
    LATER,
    later_fee,
    refund,
    renewed_though_short,
    ungrouped_fee,
    wrong_class_fee,
)
from chancery.treaties.madrid.limits import LIMITS, time_limits
from chancery.treaties.madrid.parties import Party, designable, party, safeguarded
from chancery.treaties.madrid.record import Change, Designated, Irregularity, Record, Refusal
from chancery.treaties.madrid.rules import RULES, check

__all__ = [
    "LATER",
    "LIMITS",
    "RULES",
    "Applicant",
    "Application",
    "BadData",
    "BasicMark",
    "Certification",
    "Change",
    "Designated",
    "Designation",
    "Form",
    "Good",
    "Irregularity",
    "Link",
    "Mark",
    "MarkKind",
    "Party",
    "PriorityClaim",
    "Record",
    "Refusal",
    "Representative",
    "Reproduction",
    "check",
    "designable",
    "fees",
    "later_fee",
    "party",
    "refund",
    "registration",
    "renewal_fees",
    "renewed_though_short",
    "safeguarded",
    "second_part",
    "subsequent_designation_fees",
    "time_limits",
    "ungrouped_fee",
    "wrong_class_fee",
]

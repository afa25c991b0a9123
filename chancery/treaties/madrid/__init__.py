"""The Madrid Protocol, international registration of marks: its table of contents."""

from chancery.treaties.madrid.application import Application, Designation, MarkKind
from chancery.treaties.madrid.fees import fees, renewal_fees, second_part, subsequent_designation_fees
from chancery.treaties.madrid.fees_later import (
    LATER,
    later_fee,
    refund,
    renewed_though_short,
    ungrouped_fee,
    wrong_class_fee,
)
from chancery.treaties.madrid.parties import Party, designable, party, safeguarded

__all__ = [
    "LATER",
    "Application",
    "Designation",
    "MarkKind",
    "Party",
    "designable",
    "fees",
    "later_fee",
    "party",
    "refund",
    "renewal_fees",
    "renewed_though_short",
    "safeguarded",
    "second_part",
    "subsequent_designation_fees",
    "ungrouped_fee",
    "wrong_class_fee",
]

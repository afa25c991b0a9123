"""The table of fees: each code with the function that reckons it, and one door to all of them."""

from collections.abc import Callable, Mapping
from datetime import date

from chancery.treaties.kernel.fees import Fee, FeeLine
from chancery.treaties.kernel.money import Money
from chancery.treaties.pct import (
    fees_examination,
    fees_late,
    fees_search,
    fees_special,
    rules_14_16,
)
from chancery.treaties.pct.application import Application
from chancery.treaties.pct.fees_occasion import Occasion
from chancery.treaties.pct.fees_tables import Entity
from chancery.treaties.pct.record import Record


def _transmittal(occasion: Occasion) -> FeeLine:
    return rules_14_16.transmittal(occasion.application, occasion.received, occasion.cut, occasion.entity)


def _filing(occasion: Occasion) -> FeeLine:
    return rules_14_16.international_filing(occasion.application, occasion.received, occasion.cut)


def _search(occasion: Occasion) -> FeeLine:
    return rules_14_16.search(occasion.application, occasion.received, occasion.entity)


_TABLE: tuple[tuple[Fee, Callable[[Occasion], FeeLine]], ...] = (
    (rules_14_16.TRANSMITTAL, _transmittal),
    (rules_14_16.FILING, _filing),
    (rules_14_16.SEARCH, _search),
    (fees_late.LATE_PAYMENT, fees_late.late_payment),
    (fees_late.LATE_TRANSLATION, fees_late.late_translation),
    (fees_special.TRANSFER, fees_special.transfer),
    (fees_special.RESTORATION, fees_special.restoration),
    (fees_special.PRIORITY_DOCUMENT, fees_special.priority_document),
    (fees_special.LATE_PRIORITY, fees_special.publish_26bis_2e),
    (fees_late.LATE_LISTING, fees_late.late_sequence_listing),
    (fees_search.ADDITIONAL, fees_search.additional_search),
    (fees_search.PROTEST, fees_search.protest),
    (fees_search.SIS_HANDLING, fees_search.sis_handling),
    (fees_search.SIS_SEARCH, fees_search.sis_search),
    (fees_late.SIS_LATE, fees_late.sis_late),
    (fees_search.SIS_REVIEW, fees_search.sis_review),
    (fees_special.EARLY, fees_special.early_publication),
    (fees_special.REFUSED, fees_special.publish_91_3d),
    (fees_examination.HANDLING, fees_examination.handling),
    (fees_examination.EXAMINATION, fees_examination.preliminary_examination),
    (fees_late.LATE_EXAMINATION, fees_late.late_examination),
    (fees_examination.ADDITIONAL, fees_examination.additional_examination),
    (fees_special.COPIES, fees_special.copies),
)

FEES: Mapping[str, Fee] = {fee.code: fee for fee, _ in _TABLE}
"""Every fee that is reckoned, by its code: name, provision, and which day fixes the amount."""

_RECKONING = {fee.code: reckoned for fee, reckoned in _TABLE}


def act_fee(
    code: str,
    application: Application | None,
    record: Record,
    *,
    on: date,
    paid_on: date | None = None,
    entity: Entity = "",
    unpaid: Money | None = None,
    sheets: int = 1,
    office: str = "",
) -> FeeLine:
    """One fee of a case, asked for on a day; an amount that no table gives is not determinable, never zero.

    ``paid_on`` fixes the fees whose amount is that of the day of payment (Rules 57.3(d), 58.1(b), 45bis.2(c));
    without it, the day ``on`` stands for it. ``unpaid`` is what an invitation found missing, ``sheets`` what a
    publication or copy has, ``office`` another Office or Authority than the one in the record. Raises ``KeyError``
    naming the codes there are.
    """
    if code not in _RECKONING:
        raise KeyError(f"{code!r} is no fee; there are {', '.join(FEES)}")
    occasion = Occasion.of(
        application, record, on=on, paid_on=paid_on, entity=entity, unpaid=unpaid, sheets=sheets, office=office
    )
    return _RECKONING[code](occasion)

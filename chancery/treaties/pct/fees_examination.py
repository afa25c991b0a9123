"""Fees of the international preliminary examination: Rules 57, 58 and 68.3, in the amounts of the day of payment."""

from dataclasses import replace

from chancery.treaties.kernel.dated import Entry
from chancery.treaties.kernel.determine import NotDeterminable
from chancery.treaties.kernel.fees import Fee, FeeLine
from chancery.treaties.pct.fees_occasion import Occasion, entry_of, listed, note, read
from chancery.treaties.pct.rules_14_16 import with_item_5

HANDLING = Fee(code="handling", label="Handling fee", cites="PCT Rule 57.2", fixed_by="payment")
EXAMINATION = Fee(
    code="preliminary_examination",
    label="Preliminary examination fee",
    cites="PCT Rule 58.1",
    fixed_by="payment",
)
ADDITIONAL = Fee(
    code="additional_examination",
    label="Additional fee for examination",
    cites="PCT Rule 68.3",
    fixed_by="payment",
)
NO_AUTHORITY = "the choice of an examining Authority"


def handling(occasion: Occasion) -> FeeLine:
    """Rule 57: the handling fee, in the amount of the day of payment, not of the demand (Rule 57.3(d)); item 5 of the
    Schedule applies.
    """
    authority, day = occasion.examining_authority, occasion.paid
    entry = entry_of("handling", authority, day)
    if entry is None:
        schedule = entry_of("handling", "IB", day)
        lacking = f"the handling fee at the Authority {authority} on {day}" if authority else NO_AUTHORITY
        return HANDLING.missing(
            NotDeterminable((lacking,), f"the schedule has {schedule.money}" if schedule else ""), day
        )
    running = read(HANDLING, entry, occasion, f"Handling fee at {authority}, paid on {day}")
    return with_item_5(HANDLING, running, occasion.cut, day)


def preliminary_examination(occasion: Occasion) -> FeeLine:
    """Rule 58.1: the examining Authority's own fee; lower at some where the Authority made the search itself."""
    authority, day = occasion.examining_authority, occasion.paid
    entry = entry_of("preliminary_examination", authority, day)
    if entry is None:
        lacking = (
            f"the preliminary examination fee of the Authority {authority} on {day}" if authority else NO_AUTHORITY
        )
        return EXAMINATION.missing(lacking, day)
    searched_itself = authority == occasion.application.searching_authority and "searched" in entry.values
    running = read(
        EXAMINATION,
        _for_own_search(entry) if searched_itself else entry,
        occasion,
        f"Preliminary examination fee at {authority}, paid on {day}",
    )
    if searched_itself:
        running = running.noting(note(f"{authority} made the search itself", "PCT Rule 58.1"))
    return EXAMINATION.line(running, day)


def _for_own_search(entry: Entry) -> Entry:
    """The entry with its lower amounts in the place of the full ones."""
    lower = {
        size: entry.values[f"searched_{size}"] for size in ("small", "micro") if f"searched_{size}" in entry.values
    }
    return replace(entry, values={**entry.values, "amount": entry.values["searched"], **lower})


def additional_examination(occasion: Occasion) -> FeeLine:
    """Rule 68.3: for each invention beyond the first, payable directly to the examining Authority."""
    return listed(ADDITIONAL, occasion, occasion.examining_authority, day=occasion.paid, whose="the Authority")

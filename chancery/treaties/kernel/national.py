"""Public holidays and weekends of States, from the ``holidays`` library: a second-hand source, used where
no list is known.
"""

import warnings
from datetime import date
from functools import cache

import holidays

SATURDAY = 5

# The library warns once for each year whose moon-calendar holidays it lacks. What lacks is said in the result instead:
# every day outside an Office's own list carries that caveat.
warnings.filterwarnings("ignore", message="Requested Holidays are available only", category=UserWarning)


def is_known(state: str) -> bool:
    return state in _states()


def public_holiday(state: str, part: str, day: date, *, catholic: bool = False) -> str | None:
    """The name of the holiday, or nothing. ``part`` is a part of the State ("BY", "GE") or empty.

    ``catholic`` adds the days kept in communities with a Catholic majority, as Munich is. A State that the library does
    not know, or not for that year, has no holidays.
    """
    if not is_known(state):
        return None
    known = _holidays(state, part, catholic)
    return known.get(day) if _covers(known, day) else None


def is_weekend(state: str, day: date) -> bool:
    """Saturday and Sunday, but in States whose weekend is another: there theirs."""
    if not is_known(state):
        return day.weekday() >= SATURDAY
    known = _holidays(state, "", catholic=False)
    return bool(known.is_weekend(day)) if _covers(known, day) else day.weekday() in known.weekend


def _covers(known: holidays.HolidayBase, day: date) -> bool:
    """Whether the library knows that year: for some States it begins late, or ends early."""
    return bool(known.start_year <= day.year <= known.end_year)


@cache
def _states() -> frozenset[str]:
    return frozenset(holidays.list_supported_countries(include_aliases=False))


@cache
def _holidays(state: str, part: str, catholic: bool) -> holidays.HolidayBase:
    categories = ("public", "catholic") if catholic else ("public",)
    return holidays.country_holidays(state, subdiv=part or None, categories=categories, language="en_US")

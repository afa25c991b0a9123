"""Public holidays and weekends of States, from the ``holidays`` library: a second-hand source, used where
no list is known.
"""

from datetime import date
from functools import cache

import holidays

SATURDAY = 5


class _PublicHoliday:
    """``public_holiday("US", "", day)``: the name of the holiday, or nothing. States it does not know have
    none.
    """

    def __call__(self, state: str, part: str, day: date, *, catholic: bool = False) -> str | None:
        if not self.supports(state):
            return None
        return _holidays(state, part, catholic).get(day)

    @staticmethod
    def supports(state: str) -> bool:
        return state in _states()


public_holiday = _PublicHoliday()


def is_weekend(state: str, day: date) -> bool:
    """Saturday and Sunday, but in States whose weekend is another: there theirs."""
    if not public_holiday.supports(state):
        return day.weekday() >= SATURDAY
    return bool(_holidays(state, "", catholic=False).is_weekend(day))


@cache
def _states() -> frozenset[str]:
    return frozenset(holidays.list_supported_countries(include_aliases=False))


@cache
def _holidays(state: str, part: str, catholic: bool) -> holidays.HolidayBase:
    categories = ("public", "catholic") if catholic else ("public",)
    return holidays.country_holidays(state, subdiv=part or None, categories=categories, language="en_US")

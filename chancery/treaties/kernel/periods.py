"""Periods as PCT Rule 80.1 to 80.3 (and most treaties) count them: from the day after the event."""

import calendar
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

IN_EVERY_MONTH = 28
"""Days of this number and below are in every month."""


class Period(NamedTuple):
    """Years, months and days. ``Period(months=30).after(date(2022, 8, 31))`` is 28 February 2025.

    The day after the event is the first day counted, so that a period of months ends on the day of the same
    number; where the month has no such day, on its last day. Months are counted in one go, never one by
    one: stepping would lose the 31st on the way through a shorter month.
    """

    years: int = 0
    months: int = 0
    days: int = 0

    def after(self, start: date) -> date:
        """The last day of the period that runs from ``start``."""
        return self._shifted(start, 1)

    def before(self, end: date) -> date:
        """The day from which the period runs back."""
        return self._shifted(end, -1)

    def _shifted(self, start: date, sign: int) -> date:
        count = start.year * 12 + start.month - 1 + sign * (self.years * 12 + self.months)
        year, month = count // 12, count % 12 + 1
        day = start.day if start.day <= IN_EVERY_MONTH else min(start.day, calendar.monthrange(year, month)[1])
        shifted = date(year, month, day)
        return shifted + sign * timedelta(days=self.days) if self.days else shifted

    @cache  # noqa: B019  (there are few different periods)
    def __str__(self) -> str:
        parts = [(self.years, "year"), (self.months, "month"), (self.days, "day")]
        return " and ".join(f"{count} {unit}{'s' if count != 1 else ''}" for count, unit in parts if count) or "0 days"


@cache
def months(count: int) -> Period:
    return Period(months=count)


@cache
def days(count: int) -> Period:
    return Period(days=count)

"""When the file of an application need no longer be kept, and what of it goes then.

The file is kept for at least thirty years from the receipt of the record copy (PCT Rule 93.2(a)); here they run from
the last thing that happened, so that it is never too early. What has been published stays (PCT Art. 21), and so do the
numbers and dates of what has not, as basic records (Rule 93.2(b)): the leaves of the ledger. What goes is the content
of an application that was never published, and how to reach the persons named in any.
"""

import re
from collections.abc import Iterator
from datetime import date

from chancery.core import ledger
from chancery.core.clock import local_day
from chancery.records.register.models import Contact, Disclosure, Series
from chancery.treaties.kernel import Period

KEPT = Period(years=30)
_SERIES = re.compile(r"PCT/[A-Z]{2}(\d{4})")


def aged(*, on: date) -> list[str]:
    """Numbers of the applications of which something need no longer be kept on this day, the oldest first."""
    return [number for number in _old_numbers(on) if _is_over(number, on) and _has_content(number)]


def _old_numbers(on: date) -> Iterator[str]:
    for series in Series.objects.order_by("name"):
        year = _SERIES.fullmatch(series.name)
        if year and int(year[1]) + KEPT.years <= on.year:
            yield from (f"{series.name}/{given:06d}" for given in range(1, series.given + 1))


def _is_over(number: str, on: date) -> bool:
    entries = ledger.stream(number)
    return bool(entries) and KEPT.after(local_day(entries[-1].at)) < on


def _has_content(number: str) -> bool:
    if Contact.objects.filter(number=number).exists():
        return True
    if Disclosure.objects.filter(number=number).exists():
        return False
    return any(not entry.erased for entry in ledger.stream(number))

"""Dates in every form people write them; a month or a year stands for all its days."""

import calendar
import re
import unicodedata
from datetime import date

_FORMS = tuple(
    re.compile(form)
    for form in (
        r"(?P<y>\d{4})(?:(?P<m>\d{2})(?P<d>\d{2})?)?",  # 2000, 200002, 20000201
        r"(?P<y>\d{4})-(?P<m>\d{1,2})(?:-(?P<d>\d{1,2}))?",  # 2000-02, 2000-02-01
        r"(?:(?P<d>\d{1,2})\.)?(?P<m>\d{1,2})\.(?P<y>\d{4})",  # 01.02.2000, 02.2000
        r"(?:(?P<d>\d{1,2})/)?(?P<m>\d{1,2})/(?P<y>\d{4})",  # 01/02/2000, 02/2000
    )
)
FORMS = "2000, 2000-02, 2000-02-01, 20000201, 01.02.2000, 02/2000"
"""Examples for messages."""
_LONGEST = 20  # characters; what is longer is no date


def span(text: str, *, lenient: bool = False) -> tuple[date, date] | None:
    """First and last day that the text names, day before month; None when it names no date. With ``lenient`` the
    31st of a shorter month is its last day, as people end ranges (``20070631``).
    """
    plain = _in_ascii(text)
    for form in _FORMS:
        if match := form.fullmatch(plain):
            return _span(int(match["y"]), int(match["m"] or 0), int(match["d"] or 0), match, lenient=lenient)
    return None


def _in_ascii(text: str) -> str:
    """The text with the digits and signs of other scripts, ٢٠٠٠ or ０２／２０００, as ours."""
    if text.isascii() or len(text) > _LONGEST:
        return text
    plain = unicodedata.normalize("NFKC", text)
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in plain)


def _span(year: int, month: int, day: int, match: re.Match[str], *, lenient: bool) -> tuple[date, date] | None:
    if lenient and 1 <= month <= 12 and year and day <= 31:
        day = min(day, calendar.monthrange(year, month)[1])
    try:
        first = date(year, month if match["m"] else 1, day if match["d"] else 1)
    except ValueError:
        return None
    if match["d"]:
        return first, first
    last_month = month if match["m"] else 12
    return first, date(year, last_month, calendar.monthrange(year, last_month)[1])

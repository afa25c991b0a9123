"""How days, instants, amounts and counts are written, in each language of the pages.

Data are written as the office writes them everywhere (``2026-11-22``, ``CHF 1,330``); prose follows the
reader's language. Whatever runs from left to right in every script is wrapped in ``<bdi class="num">``.
"""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils import formats, translation
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.html import format_html
from django.utils.safestring import SafeString

from chancery.core.clock import office_zone
from chancery.treaties.kernel.money import Money

MINUS = "\N{MINUS SIGN}"
SIZE_UNITS = ("bytes", "KB", "MB", "GB", "TB")


def isolated(text: object) -> SafeString:
    """A number, date or citation that must not be turned round by the text about it."""
    return format_html('<bdi class="num">{}</bdi>', text)


def as_day(value: Any) -> date | None:
    """A date out of a date, an aware instant (the office's day) or ISO text; None if it is none of them."""
    if isinstance(value, datetime):
        return value.astimezone(office_zone()).date()
    if isinstance(value, date):
        return value
    try:
        return parse_date(str(value)[:10])
    except ValueError:
        return None


def long_day(value: Any) -> SafeString | str:
    """``22 November 2026``, in the reader's language; what is no date is given back as it came."""
    day = as_day(value)
    if day is None:
        return "" if value is None else str(value)
    language = (translation.get_language() or "en").partition("-")[0]
    pattern = "j F Y" if language == "en" else formats.get_format("DATE_FORMAT")
    return format_html('<time datetime="{}"><bdi>{}</bdi></time>', day.isoformat(), formats.date_format(day, pattern))


def data_day(value: Any) -> SafeString | str:
    """``2026-11-22``, as it stands in tables and documents."""
    day = as_day(value)
    if day is None:
        return "" if value is None else str(value)
    return format_html('<time datetime="{0}"><bdi class="num">{0}</bdi></time>', day.isoformat())


def stamp(value: Any) -> SafeString | str:
    """``2026-11-22 14:07 CET``: an instant in the office's time zone, which is named."""
    at = value if isinstance(value, datetime) else parse_datetime(str(value or ""))
    if at is None or at.tzinfo is None:
        return "" if value is None else str(value)
    here = at.astimezone(office_zone())
    return format_html(
        '<time datetime="{}"><bdi class="num">{}</bdi></time>',
        here.isoformat(timespec="seconds"),
        f"{here:%Y-%m-%d %H:%M} {here.tzname()}",
    )


def grouped(value: Any) -> str:
    """A whole number or decimal with its thousands set apart: ``41,907``."""
    try:
        number = Decimal(str(value))
        return f"{number:,}" if number.is_finite() else str(value)
    except ArithmeticError:
        return str(value)


def money(value: Any) -> SafeString:
    """``CHF 1,330``. Anything but an amount (say, what is missing to know it) is said in its own words."""
    if isinstance(value, Money):
        return isolated(str(value).replace("-", MINUS))
    return format_html("{}", "" if value is None else value)


def amount(value: Any) -> SafeString:
    """The same without the currency, for a column whose head or foot names it."""
    return isolated(str(value).partition(" ")[2].replace("-", MINUS)) if isinstance(value, Money) else money(value)


def size(value: Any) -> SafeString:
    """A number of bytes as people say it: ``2.4 MB``; a thousand bytes to the kilobyte."""
    count = float(value)
    for unit in SIZE_UNITS:
        if count < 1000 or unit == SIZE_UNITS[-1]:
            break
        count /= 1000
    return isolated(f"{count:.0f} {unit}" if unit == "bytes" or count >= 100 else f"{count:.1f} {unit}")


def language_tag(code: str) -> str:
    """The BCP 47 tag of a Django language code: ``zh-hans`` is ``zh-Hans``."""
    return "-".join(part.title() if len(part) == 4 else part for part in code.split("-"))

"""How long, and several things in one sentence: from the declarations' words to the reader's language."""

import re

from django.utils.translation import ngettext

from chancery.core.personal import Keep, Until
from chancery.core.saying import said

PART = " · "
COUNTED = re.compile(r"(\d+) (year|month|day)s?")
PERIOD = re.compile(r"\d+ (year|month|day)s?( and \d+ (month|day)s?)*")


def in_words(value: object) -> str:
    """A term as it was declared; several are parted by `PART`, so that each can be translated.

    Of a keeping the period is told where its words do not name it.
    """
    if isinstance(value, Keep):
        period = _unnamed(value)
        return f"{value.words}{PART}{period}" if period else value.words
    return PART.join(str(one) for one in value) if isinstance(value, tuple | list) else str(value)


def _unnamed(keep: Keep) -> str:
    if keep.until is not Until.PERIOD or not keep.period or not any(keep.period):
        return ""
    return "" if str(keep.period) in keep.words else str(keep.period)


def parted(text: str) -> str:
    """Several sentences that stand in one (`PART`), each in the language of the moment."""
    return "; ".join(_part(one) for one in text.split(PART)) if text else "–"


def _part(text: str) -> str:
    return lasting_words(text) if PERIOD.fullmatch(text) else said(text)


def lasting(keep: Keep) -> str:
    """The period of a keeping where its words do not name it: "12 months"; nothing where they do."""
    return lasting_words(_unnamed(keep))


def lasting_words(text: str) -> str:
    """Such as "12 months and 3 days", in the language of the moment."""
    found = [(int(count), unit) for count, unit in COUNTED.findall(text)]
    return ", ".join(_counted(unit, count) for count, unit in found)


def _counted(unit: str, count: int) -> str:
    words = {
        "year": ngettext("%(count)s year", "%(count)s years", count),
        "month": ngettext("%(count)s month", "%(count)s months", count),
        "day": ngettext("%(count)s day", "%(count)s days", count),
    }
    return words[unit] % {"count": count}

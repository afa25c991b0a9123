"""States and territories by their two-letter code, named in the language of the page."""

from functools import cache

from babel import Locale, UnknownLocaleError
from django.utils import translation
from django.utils.translation import gettext as _

NOT_STATES = frozenset({"AC", "AQ", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"})


def choices() -> list[tuple[str, str]]:
    return [("", _("Choose a State")), *_named(translation.get_language() or "en")]


def name(code: str) -> str:
    return dict(_named(translation.get_language() or "en")).get(code, code)


@cache
def _named(language: str) -> tuple[tuple[str, str], ...]:
    try:
        locale = Locale.parse(language.replace("zh-hans", "zh_Hans"), sep="_" if "_" in language else "-")
    except (UnknownLocaleError, ValueError):
        locale = Locale("en")
    states = ((code, name) for code, name in locale.territories.items() if len(code) == 2 and code.isalpha())
    return tuple(sorted((one for one in states if one[0] not in NOT_STATES), key=lambda one: one[1]))

"""The words for tables and keys."""

import re
from collections.abc import Callable

from babel import Locale
from django.conf import settings
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from chancery.services.analytics.keys import ELSEWHERE

Words = str | Promise
PLACE = re.compile(r"<[^>]*>|\(\?P<(?:[^()]|\([^()]*\))*\)")

TABLES: dict[str, Words] = {
    "days": _("Visitors by day"),
    "weeks": _("Visitors by week"),
    "services": _("Visitors by service"),
    "pages": _("Visitors by page"),
    "stays": _("Time on a page"),
    "languages": _("Language of the first page"),
    "referrers": _("Where they came from"),
    "countries": _("Country"),
}

HEADS: dict[str, Words] = {
    "days": _("Day"),
    "weeks": _("Week"),
    "services": _("Service"),
    "pages": _("Page"),
    "stays": _("Service, and how long"),
    "languages": _("Language"),
    "referrers": _("Came from"),
    "countries": _("Country"),
}

SERVICES: dict[str, Words] = {
    "": _("Front page"),
    "search": _("Search"),
    "filing": _("Filing"),
    "docket": _("Docket"),
    "gazette": _("PCT gazette"),
    "law": _("Laws and treaties"),
    "contact": _("Questions to the office"),
    "register": _("The register and its proofs"),
    "fees": _("Fees and payments"),
    "letters": _("Letters"),
    "privacy": _("Privacy"),
    "account": _("Account"),
    "accessibility": _("Accessibility"),
}

REFERRERS: dict[str, Words] = {
    "none": _("typed, a bookmark, or not said"),
    "search": _("a search engine"),
    "social": _("a social network"),
    "other": _("another site"),
}

STAYS: dict[str, Words] = {
    "0-10": _("less than 10 seconds"),
    "10-60": _("10 seconds to a minute"),
    "60-180": _("1 to 3 minutes"),
    "180-600": _("3 to 10 minutes"),
    "600-": _("10 minutes and more"),
}


def service(key: str) -> str:
    return str(SERVICES.get(key, f"/{key}/"))


def _page(route: str) -> str:
    """A route as an address, with … where something stands that is not counted: ``/search/…/``."""
    return "/" + PLACE.sub("…", route).replace("^", "").replace("$", "").replace("\\", "")


def _stay(key: str) -> str:
    name, _space, long = key.rpartition(" ")
    return f"{service(name)}: {STAYS.get(long, long)}"


def _country(key: str) -> str:
    if key == ELSEWHERE:
        return str(pgettext_lazy("country", "not in the table"))
    return str(Locale.parse(translation.to_locale(translation.get_language() or "en")).territories.get(key, key))


LABELS: dict[str, Callable[[str], str]] = {
    "services": service,
    "pages": _page,
    "stays": _stay,
    "languages": lambda key: dict(settings.LANGUAGES).get(key, key),
    "referrers": lambda key: str(REFERRERS.get(key, key)),
    "countries": _country,
    "days": str,
}


def label(table: str, key: str) -> str:
    """What a key means, in the reader's language."""
    return LABELS[table](key)

"""The keys of the tables, fixed before anybody is counted: so a key that appears says nothing about a visitor."""

from collections.abc import Iterator, Sequence
from functools import cache

from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver

from chancery.services.analytics.book import Sheet
from chancery.services.analytics.promise import COUNTRIES, DAYS, LANGUAGES, PAGES, REFERRERS, SERVICES, STAYS

ACCESS = frozenset({"public", "signed in"})  # the office's own pages are its work, not the public's use
LIBRARIES = ("allauth.",)  # pages of the account that carry no mark of ours
APART = frozenset({"api", "analytics", "language", "theme"})  # programs; the counts themselves; buttons
REFERRER_CLASSES = ("none", "search", "social", "other")
STAY_CLASSES = ("0-10", "10-60", "60-180", "180-600", "600-")  # seconds
ELSEWHERE = "other"  # a network that the operator's table does not have


@cache
def pages() -> tuple[str, ...]:
    """Every route that the public may open, as the address table has it: never what stands in its place-holders."""
    return tuple(dict.fromkeys(sorted(route for route in _routes(get_resolver().url_patterns) if _counts(route))))


def _routes(patterns: Sequence[URLPattern | URLResolver], prefix: str = "") -> Iterator[str]:
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _routes(pattern.url_patterns, route)
        elif getattr(pattern.callback, "access", None) in ACCESS or pattern.callback.__module__.startswith(LIBRARIES):
            yield route


def _counts(route: str) -> bool:
    """Not the API, not the figures' own page, no files: what is no page is never counted, and need not be a key."""
    return service_of(route) not in APART and "." not in route.rpartition("/")[2]


def service_of(route: str) -> str:
    """The first word of an address; "" for the front page and what stands beside it."""
    first, slash, _rest = route.partition("/")
    return first if slash else ""


@cache
def services() -> tuple[str, ...]:
    return tuple(dict.fromkeys(service_of(route) for route in pages()))


def stay_class(seconds: int) -> str:
    """How long a page was in view, coarsely."""
    return next(name for name in STAY_CLASSES if seconds < int(name.partition("-")[2] or seconds + 1))


def stay(service: str, name: str) -> str:
    return f"{service} {name}"


def sheets(*, week_days: Sequence[str], countries: Sequence[str]) -> tuple[Sheet, ...]:
    """All tables with all keys, for a new week. Without a table of networks there is no table of countries."""
    keys = {
        DAYS: tuple(week_days),
        PAGES: pages(),
        SERVICES: services(),
        LANGUAGES: tuple(code for code, _name in settings.LANGUAGES),
        REFERRERS: REFERRER_CLASSES,
        COUNTRIES: tuple(countries),
        STAYS: tuple(stay(service, name) for service in services() for name in STAY_CLASSES),
    }
    return tuple(Sheet(table.name, table.bound, table.scale, names) for table, names in keys.items() if names)

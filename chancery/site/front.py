"""What the front door shows: what can be searched, what was published last, how much is kept."""

from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from chancery.records.register import queries as register
from chancery.services.search import queries as search
from chancery.services.search.words import COLLECTIONS

TRIES = ("parmigiano", "WO 2002/014184", "IC:A21B AND PA:pizza*")


def front(today: date) -> dict[str, Any]:
    """The context of the home page, on the office's day ``today``."""
    holdings = search.holdings()
    return {
        "collections": [{"key": key, "label": label} for key, label in COLLECTIONS.items()],
        "tries": [{"words": words, "query": urlencode({"q": words})} for words in TRIES],
        "holdings": [{"label": label, "count": holdings[key]} for key, label in COLLECTIONS.items()],
        "issue": _latest_issue(today),
    }


def _latest_issue(today: date) -> dict[str, Any] | None:
    """The latest weekly issue of published applications; None before the first."""
    latest = register.published(limit=1)
    if not latest:
        return None
    name, day = latest[0].issue, latest[0].published_on
    return {
        "name": name,
        "day": day,
        "count": len(register.published(issue=name, limit=10_000)),
        "this_week": today - day < timedelta(days=7),
    }

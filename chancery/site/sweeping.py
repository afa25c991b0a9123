"""Files that hold something about people for a while and then nobody needs: as `stores.STORES` declares them."""

from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings

from chancery.site.stores import STORES


def sweep(at: datetime) -> int:
    """Delete what is older than its period in the cache and in the folder of e-mails. Returns how many files."""
    places = {"mail": Path(settings.EMAIL_FILE_PATH)}
    if location := settings.CACHES["default"].get("LOCATION"):  # a folder; a cache in memory has none
        places["cache"] = Path(str(location))
    return sum(_sweep(places[store.key], _period(store.key), at) for store in STORES if store.key in places)


def _period(key: str) -> timedelta:
    [store] = [one for one in STORES if one.key == key]
    period = store.terms.keep.period if store.terms else None
    assert period  # what is swept has one: a test holds them together
    return timedelta(days=period.days)


def _sweep(folder: Path, period: timedelta, at: datetime) -> int:
    old = [path for path in folder.glob("**/*") if path.is_file() and path.stat().st_mtime < (at - period).timestamp()]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)

"""How much one caller may take of what all callers share: counted in a bucket for each period, told in headers.

A caller is an account, or else an address; of the address only a keyed hash is kept, for two periods.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

HOUR = 3600


@dataclass(frozen=True)
class Allowance:
    """What is left of a caller's bucket. ``reset`` is in seconds from now."""

    name: str
    limit: int
    window: int
    left: int
    reset: int

    @property
    def spent(self) -> bool:
        return self.left <= 0

    @property
    def exceeded(self) -> bool:
        return self.left < 0


def headers(allowances: Iterable[Allowance]) -> dict[str, str]:
    """As the IETF draft on RateLimit header fields has it: an item for each bucket."""
    found = tuple(allowances)
    return {
        "RateLimit-Policy": ", ".join(f'"{one.name}";q={one.limit};w={one.window}' for one in found),
        "RateLimit": ", ".join(f'"{one.name}";r={max(one.left, 0)};t={one.reset}' for one in found),
    }


@dataclass(frozen=True)
class Bucket:
    """What is counted under one name, anew in each ``window`` of so many seconds."""

    name: str
    window: int

    def look(self, caller: str, *, limit: int, second: int) -> Allowance:
        """What is left. ``second`` is the present time in whole seconds."""
        return self._allowance(int(cache.get(self._key(caller, second), 0)), limit, second)

    def take(self, caller: str, amount: int, *, limit: int, second: int) -> Allowance:
        """Take so much out, be there enough or not; what is left then."""
        key = self._key(caller, second)
        cache.add(key, 0, timeout=2 * self.window)
        try:
            used = cache.incr(key, amount)
        except ValueError:  # the cache has let go of it between the two lines
            used = amount
        return self._allowance(used, limit, second)

    def _allowance(self, used: int, limit: int, second: int) -> Allowance:
        return Allowance(self.name, limit, self.window, limit - used, self.window - second % self.window)

    def _key(self, caller: str, second: int) -> str:
        return f"{self.name}-{salted_hmac(self.name, caller).hexdigest()[:32]}-{second // self.window}"


EXPORTED = Bucket("export-rows", HOUR)
ROWS = 2_000_000
"""Rows that one caller may export in an hour. An export is served whole whatever its size; who has taken more waits."""

SEARCHED = Bucket("search-cost", HOUR)
"""Counts what dear queries have cost (see ``finder.cost``); a cheap one takes nothing out and needs nothing in."""


def cost_limit() -> int:
    """Units that one caller's dear queries may cost in an hour."""
    return int(settings.SEARCH_ALLOWANCE * 1000)


def caller(request: HttpRequest) -> str:
    """A person signed in; else the address, behind the office's own proxy the last one that the proxy has written."""
    if request.user.is_authenticated:
        return f"user {request.user.pk}"
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.SECURE_PROXY_SSL_HEADER else ""
    return forwarded.rpartition(",")[2].strip() or str(request.META.get("REMOTE_ADDR", ""))

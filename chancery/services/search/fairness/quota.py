"""How much one caller may take of what all callers share: counted in a bucket for each period, told in headers.

A caller is an account, or else an address; only a keyed hash of it is kept, until the period is over. All workers of a
machine count together (``shares``).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from chancery.services.search.fairness.shares import together

HOUR = 3600
HALF = 64  # bits of an IPv6 address


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
        with together() as store:
            row = store.execute(_USED, (known_as(caller), self.name, self._until(second))).fetchone()
        return self._allowance(row[0] if row else 0, limit, second)

    def take(self, caller: str, amount: int, *, limit: int, second: int) -> Allowance:
        """Take so much out, be there enough or not; what is left then."""
        with together() as store:
            store.execute("DELETE FROM taken WHERE until <= ?", (second,))
            row = store.execute(_TAKE, (known_as(caller), self.name, self._until(second), amount)).fetchone()
        return self._allowance(row[0], limit, second)

    def _allowance(self, used: int, limit: int, second: int) -> Allowance:
        return Allowance(self.name, limit, self.window, limit - used, self._until(second) - second)

    def _until(self, second: int) -> int:
        """The second at which the present period is over."""
        return second - second % self.window + self.window


_USED = "SELECT used FROM taken WHERE caller = ? AND bucket = ? AND until = ?"
_TAKE = (
    "INSERT INTO taken (caller, bucket, until, used) VALUES (?, ?, ?, ?)"
    " ON CONFLICT DO UPDATE SET used = used + excluded.used RETURNING used"
)


def known_as(caller: str) -> str:
    """By what a caller is told from others where it is written down."""
    return salted_hmac("caller of the search", caller).hexdigest()[:32]


def forget(second: int) -> int:
    """Delete what was counted in periods that are over. Returns how many counts."""
    with together() as store:
        return store.execute("DELETE FROM taken WHERE until <= ?", (second,)).rowcount


EXPORTED = Bucket("export-rows", HOUR)
ROWS = 2_000_000
"""Rows that one caller may export in an hour. An export is served whole whatever its size; who has taken more waits."""

SEARCHED = Bucket("search-cost", HOUR)
"""Counts what dear queries have cost (see ``finder.cost``); a cheap one takes nothing out and needs nothing in."""


def cost_limit() -> int:
    """Units that one caller's dear queries may cost in an hour."""
    return int(settings.SEARCH_ALLOWANCE * 1000)


def caller(request: HttpRequest) -> str:
    """A person signed in; else the address, behind the office's own proxy the last one that the proxy has written.

    Of an IPv6 address the first half: whoever has one has all those that begin so.
    """
    if request.user.is_authenticated:
        return f"user {request.user.pk}"
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.SECURE_PROXY_SSL_HEADER else ""
    return _network(forwarded.rpartition(",")[2].strip() or str(request.META.get("REMOTE_ADDR", "")))


def _network(address: str) -> str:
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if isinstance(found, IPv4Address):
        return str(found)
    return str(found.ipv4_mapped or ip_network((found, HALF), strict=False))

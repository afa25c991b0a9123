"""How many rows one caller may take out in exports: generous, counted by row, and never in the middle of a file.

An export is served whole whatever its size; who has taken more than the limit within the hour waits for the next.
"""

from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

ROWS, WINDOW = 2_000_000, 3600  # rows; seconds


@dataclass(frozen=True)
class Allowance:
    """Rows left in the present hour, after this export. ``reset`` is in seconds from now."""

    left: int
    reset: int
    refused: bool = False

    @property
    def headers(self) -> dict[str, str]:
        """As the IETF draft on RateLimit header fields has it, counted in rows; and as it is usually written, since the
        API says with the draft's fields how often it may be asked.
        """
        headers = {
            "X-Export-Rows-Limit": str(ROWS),
            "X-Export-Rows-Remaining": str(max(self.left, 0)),
            "X-Export-Rows-Reset": str(self.reset),
            "RateLimit-Policy": f'"export-rows";q={ROWS};w={WINDOW}',
            "RateLimit": f'"export-rows";r={max(self.left, 0)};t={self.reset}',
        }
        return {**headers, "Retry-After": str(self.reset)} if self.refused else headers


def take(request: HttpRequest, rows: int, *, second: int) -> Allowance:
    """Take the rows of one export out of the caller's bucket. ``second`` is the present time in whole seconds.

    The address is kept as a keyed hash and for two hours only.
    """
    window, passed = divmod(second, WINDOW)
    key = f"export-rows-{salted_hmac('export-rows', _caller(request)).hexdigest()[:32]}-{window}"
    cache.add(key, 0, timeout=2 * WINDOW)
    used = int(cache.get(key, 0))
    if used >= ROWS:
        return Allowance(0, WINDOW - passed, refused=True)
    try:
        used = cache.incr(key, rows)
    except ValueError:  # the cache has let go of it between the two lines
        used = rows
    return Allowance(ROWS - used, WINDOW - passed)


def _caller(request: HttpRequest) -> str:
    """A person signed in; else the address, behind the office's own proxy the one the proxy has written down."""
    if request.user.is_authenticated:
        return f"user {request.user.pk}"
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.SECURE_PROXY_SSL_HEADER else ""
    return forwarded.rpartition(",")[2].strip() or str(request.META.get("REMOTE_ADDR", ""))

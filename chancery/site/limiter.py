"""How often one caller may ask the API: a generous bucket a minute, by token or by address."""

from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

WINDOW = 60  # seconds


@dataclass(frozen=True)
class Allowance:
    """What is left of a caller's bucket. ``reset`` is in seconds from now."""

    limit: int
    left: int
    reset: int

    @property
    def exceeded(self) -> bool:
        return self.left < 0

    @property
    def headers(self) -> dict[str, str]:
        """As it is usually written, and as the IETF draft on RateLimit header fields has it."""
        left = max(self.left, 0)
        return {
            "X-RateLimit-Limit": str(self.limit),
            "X-RateLimit-Remaining": str(left),
            "X-RateLimit-Reset": str(self.reset),
            "RateLimit-Policy": f'"default";q={self.limit};w={WINDOW}',
            "RateLimit": f'"default";r={left};t={self.reset}',
        }


def take(request: HttpRequest, *, second: int) -> Allowance:
    """Take one request out of the caller's bucket. ``second`` is the present time in whole seconds.

    The address is kept as a keyed hash and for two minutes only.
    """
    known = request.user.is_authenticated
    limit = settings.API_RATE_SIGNED_IN if known else settings.API_RATE
    caller = f"user {request.user.pk}" if known else _address(request)
    window, passed = divmod(second, WINDOW)
    key = f"api-rate-{salted_hmac('api-rate', caller).hexdigest()[:32]}-{window}"
    cache.add(key, 0, timeout=2 * WINDOW)
    try:
        used = cache.incr(key)
    except ValueError:  # the cache has let go of it between the two lines
        used = 1
    return Allowance(limit, limit - used, WINDOW - passed)


def _address(request: HttpRequest) -> str:
    """Behind the office's own proxy, the last address that the proxy itself has written down."""
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.SECURE_PROXY_SSL_HEADER else ""
    return forwarded.rpartition(",")[2].strip() or str(request.META.get("REMOTE_ADDR", ""))

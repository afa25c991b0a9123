"""How often somebody who need not be known may try something: so many times an hour from one address."""

from datetime import datetime

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

AN_HOUR = 3600  # seconds
ATTEMPTS = 10  # an hour, from one address
SALT = "observation received"


def may_try(request: HttpRequest, *, at: datetime) -> bool:
    """Whether this one is still within the number. The address is kept as a keyed hash for that hour."""
    caller = salted_hmac(SALT, _address(request)).hexdigest()[:32]
    key = f"observe-{caller}-{int(at.timestamp()) // AN_HOUR}"
    cache.add(key, 0, timeout=AN_HOUR)
    try:
        used = cache.incr(key)
        cache.touch(key, AN_HOUR)  # a cache of files forgets with each count how long it was to be kept
    except ValueError:  # the cache has let go of it between two lines
        return True
    return used <= ATTEMPTS


def _address(request: HttpRequest) -> str:
    """Behind the office's own proxy, the last address that the proxy itself has written down."""
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.SECURE_PROXY_SSL_HEADER else ""
    return forwarded.rpartition(",")[2].strip() or str(request.META.get("REMOTE_ADDR", ""))

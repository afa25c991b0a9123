"""How often one caller may ask the API: a generous bucket a minute, by token or by address."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from chancery.services.search.fairness.quota import Allowance, Bucket, caller, headers

WINDOW = 60  # seconds
REQUESTS = Bucket("default", WINDOW)


def take(request: HttpRequest, *, second: int) -> Allowance:
    """Take one request out of the caller's bucket. ``second`` is the present time in whole seconds."""
    limit = settings.API_RATE_SIGNED_IN if request.user.is_authenticated else settings.API_RATE
    return REQUESTS.take(caller(request), 1, limit=limit, second=second)


def tell(response: HttpResponse, allowance: Allowance) -> None:
    """Say what is left, as it is usually written, and in the draft's fields beside other buckets that stand there."""
    response.headers["X-RateLimit-Limit"] = str(allowance.limit)
    response.headers["X-RateLimit-Remaining"] = str(max(allowance.left, 0))
    response.headers["X-RateLimit-Reset"] = str(allowance.reset)
    for name, value in headers([allowance]).items():
        response.headers[name] = f"{value}, {response[name]}" if name in response else value

"""``GET /healthz``: is the portal well, as JSON for machines and for those who mind them."""

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from chancery.core import follow, ledger
from chancery.core.access import public
from chancery.site.wiring import FOLLOWERS

FAR_BEHIND = 20_000  # entries; more than an import brings in one go


@public
@require_safe
def healthz(_request: HttpRequest) -> JsonResponse:
    """200 with store, engine, ledger and each follower's lag in entries; 503 when the store does not answer."""
    try:
        lags = follow.lag(FOLLOWERS)
        size = ledger.size()
    except DatabaseError as trouble:
        return JsonResponse({"status": "down", "store": connection.vendor, "trouble": str(trouble)}, status=503)
    behind = max(lags.values(), default=0) > FAR_BEHIND
    return JsonResponse(
        {
            "status": "behind" if behind else "ok",
            "store": connection.vendor,
            "engine": "embedded",
            "ledger": {"size": size, "origin": settings.LEDGER_ORIGIN},
            "followers": {name: {"lag": lag} for name, lag in lags.items()},
            "demo": settings.DEMO,
        },
        headers={"Cache-Control": "no-store"},
    )

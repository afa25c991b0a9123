"""What a reader has chosen for every page: the language and the appearance; and whether they ask not to be followed."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from chancery.core.access import public

YEAR = 365 * 24 * 3600
GPC_SINCE = "2026-11-22"


def honours_gpc(request: HttpRequest) -> bool:
    """Whether the browser asks that nobody be told about its user, and nothing be done that was not asked for.

    Global Privacy Control: the header ``Sec-GPC: 1`` and nothing else. Whoever sends it gets no optional mail and is
    not counted, until they say otherwise themselves.
    """
    return request.headers.get("Sec-GPC", "").strip() == "1"


@public
@require_safe
def gpc(_request: HttpRequest) -> HttpResponse:
    """Says that this site abides by it (``/.well-known/gpc.json``)."""
    return JsonResponse({"gpc": True, "lastUpdate": GPC_SINCE})


def remember(response: HttpResponse, name: str, value: str) -> None:
    response.set_cookie(name, value, max_age=YEAR, secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Lax")


def bring_along(request: HttpRequest, response: HttpResponse, user: Any) -> None:
    """Whoever signs in finds the language and the appearance of their account, where this browser has chosen none."""
    if settings.LANGUAGE_COOKIE_NAME not in request.COOKIES and user.language != get_language():
        remember(response, settings.LANGUAGE_COOKIE_NAME, user.language)
    if "theme" not in request.COOKIES and user.theme:
        remember(response, "theme", user.theme)

"""Counting page views after the answer, and the beacon before everything else. No cookie, no session, no store."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from chancery.services.analytics import agents, noise, referrers
from chancery.services.analytics.facts import LONGEST, Stay, View
from chancery.services.analytics.sender import sender

Answer = Callable[[HttpRequest], HttpResponse]
MOST_SECONDS = 4 * 3600
BEACON_BYTES = 500


class Counted:
    """Stands first, so that it sees the finished answer, and a beacon costs less than a page that does nothing."""

    def __init__(self, answer: Answer) -> None:
        if not (settings.ANALYTICS and noise.available()):
            raise MiddlewareNotUsed
        self.answer = answer
        self._beacon = reverse("analytics:stay")
        sender()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info == self._beacon:
            return take_stay(request)
        counted = may_be_counted(request)
        request.is_counted = counted  # type: ignore[attr-defined]  # the page then carries the script
        response = self.answer(request)
        if counted and is_page(request, response):
            sender().put(_view(request))
        return response


def may_be_counted(request: HttpRequest) -> bool:
    """Nobody who objects (Global Privacy Control, Do Not Track), no declared program, nothing fetched in advance."""
    meta = request.META
    objects = meta.get("HTTP_SEC_GPC") == "1" or meta.get("HTTP_DNT") == "1"
    return not objects and "HTTP_SEC_PURPOSE" not in meta and not agents.is_bot(meta.get("HTTP_USER_AGENT", ""))


def is_page(request: HttpRequest, response: HttpResponse) -> bool:
    """A whole page that was shown: not a part of one, a file, an error or a redirection."""
    return bool(
        request.method == "GET"
        and response.status_code == 200
        and response.get("Content-Type", "").startswith("text/html")
        and "HTTP_HX_REQUEST" not in request.META
        and request.resolver_match is not None
    )


def take_stay(request: HttpRequest) -> HttpResponse:
    """The beacon: ``route seconds``, in a POST. Answers 204 whatever was sent, and counts what can be read."""
    if request.method == "POST" and may_be_counted(request) and _is_ours(request):
        route, _space, seconds = request.read(BEACON_BYTES).decode(errors="replace").rpartition(" ")
        if seconds.isdecimal() and len(seconds) < 8:
            who = address(request.META), _agent(request)
            sender().put(Stay(*who, route[:LONGEST], min(int(seconds), MOST_SECONDS)))
    return HttpResponse(status=204)


def _is_ours(request: HttpRequest) -> bool:
    """Sent by our own page, as far as the browser says."""
    return bool(request.META.get("HTTP_SEC_FETCH_SITE", "same-origin") == "same-origin")


def _view(request: HttpRequest) -> View:
    match: Any = request.resolver_match
    meta = request.META
    return View(
        address=address(meta),
        agent=_agent(request),
        route=match.route[:LONGEST],
        language=getattr(request, "LANGUAGE_CODE", ""),
        referrer=referrers.class_of(meta.get("HTTP_REFERER", ""), own_host=_host(meta.get("HTTP_HOST", ""))),
    )


def _host(given: str) -> str:
    return given.partition(":")[0].lower()


def _agent(request: HttpRequest) -> str:
    return str(request.META.get("HTTP_USER_AGENT", ""))[:LONGEST]


def address(meta: dict[str, Any]) -> str:
    """Behind the office's own proxy, the last address that the proxy itself has written down."""
    forwarded = meta.get("HTTP_X_FORWARDED_FOR", "") if settings.SECURE_PROXY_SSL_HEADER else ""
    return str(forwarded.rpartition(",")[2].strip() or meta.get("REMOTE_ADDR", ""))

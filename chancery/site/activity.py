"""When a session was last used, and from where: written once a minute, not with every page."""

import time
from collections.abc import Callable

from allauth.account.adapter import get_adapter
from allauth.usersessions.models import UserSession
from django.http import HttpRequest, HttpResponse

MINUTE = 60.0  # seconds
_REMEMBERED = 20_000  # sessions of which a process remembers when it wrote them last


class Activity:
    """Notes the use of a signed-in person's session. Another address or browser is noted at once.

    allauth's own middleware writes with every request: one more transaction for each page that is only read.
    """

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer
        self._noted: dict[tuple[str, ...], float] = {}

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.session.session_key and request.user.is_authenticated:
            self._note(request, request.session.session_key)
        return self.answer(request)

    def _note(self, request: HttpRequest, session: str) -> None:
        use = (session, get_adapter().get_client_ip(request), request.META.get("HTTP_USER_AGENT", ""))
        now = time.monotonic()
        if now - self._noted.get(use, -MINUTE) < MINUTE:
            return
        if len(self._noted) > _REMEMBERED:
            self._noted.clear()
        self._noted[use] = now
        UserSession.objects.create_from_request(request)

"""The counter for privacy: the notice, the same as data, and what is held about the person who asks."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.module_loading import import_string
from django.views.decorators.http import require_safe

from chancery.core.access import public, signed_in
from chancery.core.clock import now
from chancery.core.personal import Holding
from chancery.records.privacy import queries
from chancery.records.privacy.queries import Notice

READABLE = {"ensure_ascii": False, "indent": 2}


@public
@require_safe
def notice(request: HttpRequest) -> HttpResponse:
    context = {"notice": _notice(), "contact": settings.OFFICE_CONTACT, "by_email": bool(settings.SMTP)}
    return render(request, "privacy/notice.html", context)


@public
@require_safe
def notice_json(_request: HttpRequest) -> HttpResponse:
    """The notice as data, for those who compare offices."""
    data = {"office": settings.OFFICE_NAME, "contact": settings.OFFICE_CONTACT, **asdict(_notice())}
    return JsonResponse(data, json_dumps_params=READABLE)


@signed_in
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """A copy of what is kept for the person who asks (GDPR Art. 15(3), 20), as one JSON file."""
    assert request.user.pk is not None
    data: dict[str, Any] = {
        "office": settings.OFFICE_NAME,
        "made_at": now(),
        "held": queries.held_about(request.user.pk, _holdings()),
    }
    headers = {"Content-Disposition": 'attachment; filename="my-data.json"', "Cache-Control": "no-store"}
    return JsonResponse(data, headers=headers, json_dumps_params=READABLE)


def _notice() -> Notice:
    return queries.notice(_holdings(), import_string(settings.PRIVACY_COOKIES))


def _holdings() -> Sequence[Holding]:
    holdings: Sequence[Holding] = import_string(settings.PRIVACY_HOLDINGS)
    return holdings

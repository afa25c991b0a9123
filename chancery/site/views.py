"""The pages that belong to no room: the front door, what the house says of itself, and what it says when it cannot."""

import logging
import secrets
import sys
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import check_for_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from chancery.core import clock
from chancery.core.access import public
from chancery.records.accounts import actions as accounts
from chancery.records.register import queries as register
from chancery.services.examination.registrations.issues import BULLETINS
from chancery.services.search import queries as search
from chancery.services.search.words import COLLECTIONS
from chancery.site.furniture import THEMES, address, bare, office
from chancery.site.preferences import YEAR, remember

log = logging.getLogger("chancery.site")

TRIES = ("parmigiano", "WO 2002/014184", "IC:H04L AND PA:nokia", "siemens")
FOR_EVER = cache_control(public=True, max_age=YEAR, immutable=True)


@public
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The front door: one sentence, one search box, the services, what was published last."""
    issue = register.latest_issue()
    context = {
        "search": address("search:results"),
        "collections": COLLECTIONS.items(),
        "tries": TRIES,
        "holdings": [(COLLECTIONS[key], key, count) for key, count in search.holdings().items() if count],
        "issue": issue,
        "bulletins": [(BULLETINS[key], day) for key, day in register.latest_bulletins().items()],
        "this_week": issue is not None and clock.today() - issue.day < timedelta(days=7),
    }
    return render(request, "site/home.html", context)


@public
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "site/accessibility.html")


@public
@require_safe
@FOR_EVER
def office_css(_request: HttpRequest) -> HttpResponse:
    """The office's colours as a style sheet."""
    return HttpResponse(office().sheet, content_type="text/css; charset=utf-8")


@public
@require_safe
@FOR_EVER
def office_mark(_request: HttpRequest) -> HttpResponse:
    """The office's mark as an icon, in its seal colour."""
    drawn = office().mark.replace("currentColor", settings.OFFICE_COLOUR_SEAL)
    return HttpResponse(drawn, content_type="image/svg+xml")


def _back(request: HttpRequest) -> HttpResponseRedirect:
    """To the page the reader came from, if it is one of ours."""
    there = request.POST.get("next", "/")
    ours = url_has_allowed_host_and_scheme(there, {request.get_host()}, require_https=request.is_secure())
    return HttpResponseRedirect(there if ours else "/")


def _from_elsewhere(request: HttpRequest) -> bool:
    """Whether another site sent this form. The browser says so, and no CSRF cookie is needed to know it."""
    return request.headers.get("Sec-Fetch-Site", "same-origin") == "cross-site"


@public
@csrf_exempt  # a choice of words must not cost a cookie before it is made; see _from_elsewhere
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Remember the language in which a reader wants the pages, with the account too. A visitor's first cookie."""
    chosen = request.POST.get("language", "")
    response = _back(request)
    known = chosen in dict(settings.LANGUAGES) and check_for_language(chosen)
    if known and not _from_elsewhere(request):
        remember(response, settings.LANGUAGE_COOKIE_NAME, chosen)
        if request.user.is_authenticated:
            accounts.choose_language(chosen, by=request.user.pk)
    return response


@public
@csrf_exempt  # as above
@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Remember light or dark, with the account too; anything else leaves it to the device and forgets the cookie."""
    chosen = request.POST.get("theme", "")
    response = _back(request)
    if _from_elsewhere(request):
        return response
    if request.user.is_authenticated:
        accounts.choose_theme(chosen, by=request.user.pk)
    if chosen in THEMES:
        remember(response, "theme", chosen)
    else:
        response.delete_cookie("theme", samesite="Lax")
    return response


# When something goes wrong: what happened, what to do, with whom to speak


def _error(request: HttpRequest, status: int, heading: str, *what_to_do: str, said: str = "") -> HttpResponse:
    context = {"status": status, "heading": heading, "what_to_do": what_to_do, "said": said}
    return render(request, "site/error.html", context, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if isinstance(exception, RequestDataTooBig | TooManyFieldsSent):
        return _error(
            request,
            400,
            _("What was sent is too large"),
            _("Nothing was changed. Go back: what you typed is still in the form. Send less at a time."),
        )
    return _error(
        request,
        400,
        _("The office could not read what was sent"),
        _("Nothing was changed. Go back, load the page again, and send the form once more."),
    )


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _error(
        request,
        403,
        _("This page is not open to your account"),
        _("If you have another account, sign out and sign in with that one."),
        _("If you need this page for your work, ask the office for the role."),
        said=str(exception),
    )


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django names it
    return _error(
        request,
        404,
        _("There is no such page"),
        _("Check the address for a missing or doubled character."),
        _("An application that is not yet published is shown only to those who filed it: sign in if it is yours."),
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django names it
    """A form whose token is missing or old: after signing in elsewhere, or with cookies refused."""
    return _error(
        request,
        403,
        _("The form was not accepted, and nothing was changed"),
        _("You may have signed in or out in another tab since the form was opened, or your browser refuses cookies."),
        _("Go back: what you typed is still there. Copy anything long, load the page again, and send it once more."),
    )


def failed(request: HttpRequest) -> HttpResponse:
    """An error nobody expected. It is logged under an id that the page shows; the page needs no store."""
    error_id = secrets.token_hex(4)
    log.error("Error %s at %s %s", error_id, request.method, request.path, exc_info=sys.exc_info())
    return HttpResponse(_failed_page(error_id), status=500, headers={"X-Error-Id": error_id})


def _failed_page(error_id: str) -> str:
    heading = _("Something broke on our side")
    what_to_do = [_("What the office had already confirmed to you is kept. Try again in a minute.")]
    context: dict[str, Any] = bare(status=500, heading=heading, what_to_do=what_to_do, error_id=error_id)
    try:
        return render_to_string("site/error.html", context)
    except Exception:  # the page itself may be what is broken; the reader still gets the words and the number
        log.exception("Error %s could not be shown as a page", error_id)
        return format_html("<h1>{}</h1><p>{} {}</p>", heading, what_to_do[0], error_id)

"""Who may open a page. Every view carries exactly one of these marks; a test walks the URLs: deny by default.

This guards the counter. The action checks again, because an action can be reached in other ways.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

View = Callable[..., HttpResponseBase]
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


def public(view: View) -> View:
    """Anyone."""
    view.access = "public"  # type: ignore[attr-defined]
    return view


def signed_in(view: View) -> View:
    """Anyone with an account; others are asked to sign in and come back."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return view(request, *args, **kwargs) if request.user.is_authenticated else _ask(request)

    guarded.access = "signed in"  # type: ignore[attr-defined]
    return guarded


def role(*roles: str) -> Callable[[View], View]:
    """Those who hold one of these roles ("officer", "publisher", "operator")."""

    def mark(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return _ask(request)
            if not request.user.holds(*roles):
                raise PermissionDenied(_("This page is for: %(roles)s.") % {"roles": ", ".join(roles)})
            return view(request, *args, **kwargs)

        guarded.access = " or ".join(roles)  # type: ignore[attr-defined]
        return guarded

    return mark


def fresh(level: str) -> Callable[[View], View]:
    """Step-up: who sends this form has shown a moment ago who they are, at least by this ``level``.

    "password" (any way that they have), "second-factor" or "passkey". Others are asked for it, and come back with what
    they sent. Stands under one of the marks above. `settings.STEP_UP` knows how somebody has shown who they are.
    """

    def mark(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            asks = request.method not in SAFE and import_string(settings.STEP_UP)(request, level)
            return asks or view(request, *args, **kwargs)

        guarded.fresh = level  # type: ignore[attr-defined]
        return guarded

    return mark


def _ask(request: HttpRequest) -> HttpResponse:
    return redirect_to_login(request.get_full_path())

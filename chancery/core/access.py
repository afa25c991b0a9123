"""Who may open a page. Every view carries exactly one of these marks; a test walks the URLs: deny by default.

This guards the counter. The action checks again, because an action can be reached in other ways.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import gettext as _

View = Callable[..., HttpResponseBase]


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


def _ask(request: HttpRequest) -> HttpResponse:
    return redirect_to_login(request.get_full_path())

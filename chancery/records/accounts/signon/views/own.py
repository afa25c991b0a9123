"""A person's page of the services that they sign in to, and the page that explains it to anybody."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from chancery.core.access import public, signed_in
from chancery.records.accounts.signon import access
from chancery.records.accounts.signon.views import moment
from chancery.records.accounts.views import me, told


@signed_in
@require_safe
def services(request: HttpRequest) -> HttpResponse:
    """Which services a person signs in to, what each gets, since when; a button to end it."""
    return render(request, "signon/services.html", {"services": access.used_by(me(request))})


@signed_in
@require_POST
def end(request: HttpRequest, access_id: int) -> HttpResponse:
    told(
        request,
        lambda: access.take_back(access_id, by=me(request), at=moment()),
        _("The service gets nothing more, and has been told that you signed out."),
    )
    return redirect("signon:services")


@public
@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """For those who run a service: what this sign-in is, and what its levels mean."""
    return render(request, "signon/about.html", {"issuer": settings.SITE_URL})

"""To a provider elsewhere and back: the buttons of the sign-in page, and the page of linked accounts."""

from typing import Any

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialAccount
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from chancery.core.access import fresh, public, signed_in
from chancery.records.accounts import stepup
from chancery.records.accounts.signon import outside
from chancery.records.accounts.signon.views import moment
from chancery.records.accounts.views import me, told


@public
@never_cache
@require_POST
def leave_for(request: HttpRequest, provider: str) -> HttpResponse:
    """Off to a provider: to sign in, or, for who is signed in, to link that account. By a page that moves on by itself,
    because a browser lets our forms lead nowhere else.
    """
    found = _provider(request, provider)
    asks = stepup.asked(request, "password") if request.user.is_authenticated else None
    if asks is not None:
        return asks
    process = outside.CONNECT if request.user.is_authenticated else "login"
    answer = found.redirect(request, process=process, next_url=_next(request))
    address = answer.headers.get("Location", "")
    return render(request, "signon/go_on.html", {"address": address, "name": found.name}) if address else answer


def _provider(request: HttpRequest, provider: str) -> Any:
    known = {one.app.provider_id: one for one in get_adapter().list_providers(request)}
    if provider not in known:
        raise Http404
    return known[provider]


def _next(request: HttpRequest) -> str | None:
    wanted = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if wanted and safe else None


@signed_in
@require_safe
def linked(request: HttpRequest) -> HttpResponse:
    """The accounts elsewhere that open this one, and those that could."""
    providers = get_adapter().list_providers(request)
    names = {one.app.provider_id: one.name for one in providers}
    rows = [(row, names.get(row.provider, row.provider)) for row in SocialAccount.objects.filter(user_id=me(request))]
    taken = {row.provider for row, _name in rows}
    offers = [(key, name) for key, name in names.items() if key not in taken]
    return render(request, "signon/linked.html", {"rows": rows, "offers": offers})


@signed_in
@fresh("password")
@require_POST
def unlink(request: HttpRequest, account_id: int) -> HttpResponse:
    told(
        request,
        lambda: outside.unlink(account_id, by=me(request), at=moment()),
        _("The account elsewhere opens this one no longer."),
    )
    return redirect("signon:linked")

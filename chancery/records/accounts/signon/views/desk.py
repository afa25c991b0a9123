"""The operator's pages: which services use the sign-in, and on what terms."""

from typing import Any

from allauth.idp.oidc.models import Client
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from chancery.core.access import fresh, role
from chancery.core.clock import now
from chancery.core.refusal import Refused
from chancery.records.accounts.signon import clients, logout, scopes
from chancery.records.accounts.signon.forms import NewService, ServiceForm
from chancery.records.accounts.signon.models import Service
from chancery.records.accounts.signon.views import moment
from chancery.records.accounts.two_persons import do_or_propose, rule
from chancery.records.accounts.views import me


@role("operator")
@require_safe
def services(request: HttpRequest) -> HttpResponse:
    """Every service that may use the sign-in."""
    rows = Service.objects.select_related("client").order_by("closed_at", "client__name")
    return render(request, "signon/desk/services.html", {"services": rows})


@role("operator")
@fresh("password")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def register(request: HttpRequest) -> HttpResponse:
    """A new service. Its secret stands in the answer to the form, once."""
    form = NewService(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            number, secret = clients.register(form.terms(), by=me(request), at=moment())
        except Refused as refused:
            form.show(refused.findings)
        else:
            return _shown(request, number, secret=secret, new=True)
    return render(request, "signon/desk/register.html", {"form": form}, status=422 if form.errors else 200)


@role("operator")
@fresh("password")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def service(request: HttpRequest, client_id: str) -> HttpResponse:
    """One service: what it is told and where, what is in use, which calls did not arrive; its terms can be changed."""
    found = _found(client_id)
    form = ServiceForm(request.POST if request.method == "POST" else None, initial=ServiceForm.said_by(found))
    if form.is_valid():
        try:
            clients.change(client_id, form.terms(native=_native(found)), by=me(request), at=moment())
        except Refused as refused:
            form.show(refused.findings)
        else:
            messages.success(request, _("Saved."))
            return redirect("signon:service", client_id)
    return _shown(request, client_id, form=form)


@role("operator")
@fresh("password")
@never_cache
@require_POST
def renew(request: HttpRequest, client_id: str) -> HttpResponse:
    """A new secret, in the answer, once."""
    try:
        secret = clients.renew_secret(client_id, by=me(request), at=moment())
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("signon:service", client_id)
    return _shown(request, client_id, secret=secret)


@role("operator")
@fresh("password")
@require_POST
def close(request: HttpRequest, client_id: str) -> HttpResponse:
    """Close a service. Where two operators are needed for it, this proposes it to the others."""
    try:
        done = do_or_propose(clients.CLOSE, clients.closing(client_id), by=me(request), at=now())
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        if done.proposal:
            messages.success(request, _("It is proposed. The service is open until another operator has confirmed it."))
            return redirect("accounts:confirmations")
        messages.success(request, _("Nobody can sign in to this service any more."))
    return redirect("signon:desk")


def _shown(
    request: HttpRequest, client_id: str, *, secret: str = "", new: bool = False, form: Any = None
) -> HttpResponse:
    found = _found(client_id)
    form = form or ServiceForm(initial=ServiceForm.said_by(found))
    context = {
        "service": found,
        "issuer": settings.SITE_URL,
        "native": _native(found),
        "form": form,
        "secret": secret,
        "new": new,
        "people": found.accesses.count(),
        "gets": scopes.titles(found.client.get_scopes()),
        "troubles": logout.troubles(found),
        "two": rule(clients.CLOSE),
    }
    return render(request, "signon/desk/service.html", context, status=422 if form.errors else 200)


def _found(client_id: str) -> Service:
    found = Service.objects.select_related("client").filter(pk=client_id).first()
    if found is None:
        raise Http404
    return found


def _native(service: Service) -> bool:
    return bool(service.client.type == Client.Type.PUBLIC)

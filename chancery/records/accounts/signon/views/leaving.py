"""Signing out at a service and here: OpenID Connect RP-Initiated Logout 1.0."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.idp.oidc.models import Client, Token
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from chancery.core.access import public
from chancery.records.accounts.signon import addresses, keys
from chancery.records.accounts.signon.addresses import origin
from chancery.records.accounts.signon.views import moment

KEPT = ("client_id", "post_logout_redirect_uri", "state")


@public
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def logout(request: HttpRequest) -> HttpResponse:
    """A service says that somebody has signed out there. They are asked whether they sign out here too, always: nobody
    is signed out here by a link (section 2 of the standard).
    """
    said = request.POST if request.method == "POST" else request.GET
    client, goal = _client(said), ""
    if said.get("post_logout_redirect_uri"):
        goal = _goal(client, said["post_logout_redirect_uri"])
        if not goal:
            return render(request, "signon/unanswerable.html", {"leaving": True}, status=400)
    if not request.user.is_authenticated:
        return redirect_to(goal, said.get("state", "")) if goal else redirect("home")
    query = {name: said[name] for name in KEPT if said.get(name)}
    query |= {"client_id": client.pk} if client else {}
    response = render(request, "signon/leave.html", {"client": client, "query": urlencode(query)})
    response.form_leads_to = origin(goal) if goal else ""  # type: ignore[attr-defined]
    return response


@public
@never_cache
@require_POST
def left(request: HttpRequest) -> HttpResponse:
    """The person's answer: sign out here as well, or stay."""
    client = _client(request.GET)
    goal = _goal(client, request.GET.get("post_logout_redirect_uri", ""))
    if client and request.user.is_authenticated:
        Token.objects.filter(client=client, user_id=request.user.pk, type=Token.Type.ACCESS_TOKEN).delete()
    if "stay" not in request.POST and request.user.is_authenticated:
        get_adapter().logout(request)
    return redirect_to(goal, request.GET.get("state", "")) if goal else redirect("home")


def redirect_to(goal: str, state: str) -> HttpResponse:
    mark = ("&" if "?" in goal else "?") + urlencode({"state": state}) if state else ""
    return HttpResponse(status=302, headers={"Location": goal + mark, "Referrer-Policy": "no-referrer"})


def _client(said: QueryDict) -> Client | None:
    """Who asks: by the ID token that it shows, or by its number; where they differ, nobody."""
    hint: dict[str, Any] = keys.verified(said.get("id_token_hint", ""), at=moment()) or {}
    names = {str(one) for one in (hint.get("aud"), said.get("client_id")) if one}
    rows = Client.objects.filter(pk__in=names, service__closed_at=None, service__isnull=False)
    return rows.first() if len(names) == 1 else None


def _goal(client: Client | None, wanted: str) -> str:
    """Where the browser goes in the end: an address that the service has registered for it, or nowhere."""
    known = client is not None and addresses.matches(wanted, client.get_post_logout_redirect_uris())
    return wanted if known else ""

"""The counter of a person's own page."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from chancery.core import clock
from chancery.core.access import signed_in
from chancery.records.accounts import actions as accounts
from chancery.records.accounts import queries
from chancery.services.search.words import COLLECTIONS
from chancery.site.dashboard.placing import LONGEST_QUERY, Dashboard, Kept
from chancery.site.dashboard.widgets import Visitor, drawn, usual
from chancery.site.wiring import WIDGETS

STEPS = {"earlier": -1, "later": 1}


@signed_in
@never_cache
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The pieces as the person has placed them; ``?arrange`` shows the buttons that place them."""
    user: Any = request.user
    dashboard = Dashboard.of(queries.dashboard(user.pk), usual=usual(WIDGETS, user.roles))
    at = clock.now()
    visitor = Visitor(user=user.pk, roles=user.roles, at=at, on=clock.local_day(at), dashboard=dashboard)
    offered = [one for one in WIDGETS if one.is_for(user.roles) and one.key not in dashboard.keys]
    context = {
        "drawn": drawn(WIDGETS, visitor, request),
        "offered": offered,
        "arranging": "arrange" in request.GET,
        "name": user.get_full_name(),
    }
    return render(request, "site/dashboard.html", context)


@signed_in
@require_POST
def arrange(request: HttpRequest) -> HttpResponse:
    """Place, remove, move or resize one piece; or put them all into an order; or begin anew."""
    act, key = request.POST.get("act", ""), request.POST.get("widget", "")
    user: Any = request.user
    allowed = {one.key for one in WIDGETS if one.is_for(user.roles)}
    beginning = usual(WIDGETS, user.roles)

    def change(data: dict[str, Any] | None) -> dict[str, Any] | None:
        now = Dashboard.of(data, usual=beginning)
        if act == "usual":
            return {"searches": now.plain()["searches"]}
        return _changed(now, act, key if key in allowed else "", request.POST.get("order", "")).plain()

    accounts.change_dashboard(change, by=user.pk)
    if act == "order":
        return HttpResponse(status=204)
    anchor = f"#{key}" if key in allowed and act != "remove" else ""
    return redirect(f"{reverse('dashboard')}?arrange=1{anchor}")


def _changed(now: Dashboard, act: str, key: str, order: str) -> Dashboard:
    if act == "order":
        return now.ordered(order[:1000].split(","))
    if not key:
        return now
    if act in STEPS:
        return now.moved(key, STEPS[act])
    acts = {"add": now.added, "remove": now.removed, "size": now.resized}
    return acts[act](key) if act in acts else now


@signed_in
@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """Keep a search, or keep it no longer."""
    typed, collection = request.POST.get("q", "").replace("\0", "").strip(), request.POST.get("collection", "")
    user: Any = request.user
    beginning = usual(WIDGETS, user.roles)
    if not typed or len(typed) > LONGEST_QUERY:
        messages.warning(request, _("Write what to look for, in at most %(n)d characters.") % {"n": LONGEST_QUERY})
        return redirect("dashboard")
    search = Kept(typed, collection if collection in COLLECTIONS else "")

    def change(data: dict[str, Any] | None) -> dict[str, Any]:
        before = Dashboard.of(data, usual=beginning)
        after = before.without(search) if request.POST.get("act") == "drop" else before.keeping(search)
        kept = {"searches": after.plain()["searches"]}
        return kept if (data or {}).get("placed") is None else after.plain()

    accounts.change_dashboard(change, by=user.pk)
    return redirect(f"{reverse('dashboard')}#searches")

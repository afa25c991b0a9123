"""The counter of a person's own page."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from chancery.core import clock
from chancery.core.access import signed_in
from chancery.records.accounts import actions as accounts
from chancery.records.accounts import queries
from chancery.site.dashboard.placing import Dashboard
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
        if act == "usual":
            return None
        now = Dashboard.of(data, usual=beginning)
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

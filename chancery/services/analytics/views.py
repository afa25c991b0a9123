"""The counter: the published figures for everybody, the same for the operator; and the door of the beacon."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language_bidi, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from chancery.core import clock
from chancery.core.access import public
from chancery.services.analytics import charts, exports, keys, middleware, promise, queries
from chancery.services.analytics.models import Release
from chancery.services.analytics.weeks import Week

PERIODS = {
    "1": gettext_lazy("Last week"),
    "4": gettext_lazy("4 weeks"),
    "13": gettext_lazy("13 weeks"),
    "all": gettext_lazy("All"),
}


@public
@require_safe
def figures(request: HttpRequest) -> HttpResponse:
    """The page of figures. ``?weeks=4`` the last four releases, ``?week=2026-W47`` one of them."""
    period, chosen = _chosen(request)
    rtl = get_language_bidi()
    tables = queries.figures(chosen, sort=request.GET.get("sort", ""), whole=request.GET.get("whole", ""))
    spent = queries.spent()
    context: dict[str, Any] = {
        "period": period,
        "periods": PERIODS,
        "releases": chosen,
        "tables": [(one, _drawn(one, rtl=rtl), f"{one.name}.label", f"{one.name}.value") for one in tables],
        "visitors": queries.visitors(chosen),
        "linked": frozenset(route for route in keys.pages() if "<" not in route and "^" not in route),
        "spent": spent,
        "odometer": charts.odometer(spent, name=_("Sum of ε, week by week"), rtl=rtl) if spent else "",
        "promise": _promise(),
        "this_week": Week.of(clock.today()),
        "working": queries.working(),
        "is_operator": request.user.is_authenticated and request.user.holds("operator"),
        "counts_me": middleware.may_be_counted(request),
    }
    return render(request, "analytics/figures.html", context)


@public
@require_safe
def figures_csv(request: HttpRequest) -> HttpResponse:
    """Every cell of the chosen weeks, week by week."""
    period, chosen = _chosen(request)
    headers = {"Content-Disposition": f'attachment; filename="use-of-the-portal-{period}.csv"'}
    return HttpResponse(exports.as_csv(chosen), content_type="text/csv; charset=utf-8", headers=headers)


@public
@csrf_exempt
@require_POST
def stay(request: HttpRequest) -> HttpResponse:
    """The beacon. Where anything is counted the middleware has answered it before it comes here."""
    return middleware.take_stay(request) if settings.ANALYTICS else HttpResponse(status=204)


def _chosen(request: HttpRequest) -> tuple[str, list[Release]]:
    week = request.GET.get("week", "")
    if week and (found := queries.releases(week=week)):
        return week, found
    period = request.GET.get("weeks", "")
    period = period if period in PERIODS else "1"
    return period, queries.releases(last=int(period) if period.isdecimal() else None)


def _drawn(table: queries.Figures, *, rtl: bool) -> str:
    if table.name == promise.DAYS.name:
        in_time = sorted((*table.rows, *table.hidden), key=lambda row: row.key)  # a gap where a day is not told
        return charts.columns(in_time, name=table.title, rtl=rtl)
    return charts.bars(table.rows, name=table.title, rtl=rtl)


def _promise() -> dict[str, Any]:
    guess = promise.telling_apart(promise.EPSILON)
    return {
        "epsilon": promise.EPSILON,
        "right": round(100 * (0.5 + guess / 2)),
        "pages": promise.PAGES.bound,
        "tables": promise.TABLES,
    }

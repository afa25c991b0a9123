"""The time limits of a mark, a design or a name: a page, a calendar file, tables. No account is needed."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from chancery.core import clock
from chancery.core.access import public
from chancery.services.laws import exports, queries
from chancery.services.laws.answers import told_limit
from chancery.services.laws.asking import status
from chancery.services.laws.registrations import limits, parties
from chancery.services.laws.registrations.answers import TimeLimitsOf
from chancery.services.laws.registrations.forms_dates import Dates
from chancery.services.laws.views import download
from chancery.standards.icalendar import Dated, as_calendar
from chancery.treaties.kernel import TimeLimit


@public
@require_safe
def time_limits(request: HttpRequest, system: str) -> HttpResponse:
    form = Dates(request.GET or None, system=system)
    context: dict[str, Any] = {
        "system": system,
        "name": parties.NAMES[system],
        "title": parties.TITLES[system],
        "form": form,
        "query": request.GET.urlencode(),
        "edition": queries.edition(),
    }
    if form.is_bound and form.is_valid():
        context["result"] = limits.of(system, form.record())
    return render(request, "laws/registrations/time_limits.html", context, status=status(form))


@public
@require_safe
def calendar(request: HttpRequest, system: str) -> HttpResponse:
    """The result as a calendar file; the address carries the same facts as the page."""
    link = request.build_absolute_uri(f"../?{request.GET.urlencode()}")
    days = [Dated(limit, link) for limit in _found(request, system)]
    return download(as_calendar(days, at=clock.now()), "text/calendar", f"{system}-time-limits.ics")


@public
@require_safe
def time_limits_csv(request: HttpRequest, system: str) -> HttpResponse:
    return download(exports.as_csv(_found(request, system)), "text/csv", f"{system}-time-limits.csv")


@public
@require_safe
def time_limits_json(request: HttpRequest, system: str) -> HttpResponse:
    told = TimeLimitsOf(time_limits=[told_limit(one) for one in _found(request, system)])
    return JsonResponse(told.model_dump(mode="json", by_alias=True))


def _found(request: HttpRequest, system: str) -> tuple[TimeLimit, ...]:
    form = Dates(request.GET, system=system)
    if not form.is_valid():
        raise Http404("the facts in the address cannot be read")
    return limits.of(system, form.record())

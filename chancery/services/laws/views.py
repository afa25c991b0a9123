"""The counter of the law: its front page, and the calculators that cite it. No account is needed."""

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from chancery.core import clock
from chancery.core.access import public
from chancery.services.laws import exports, queries, words
from chancery.services.laws.asking import asked, status
from chancery.services.laws.forms import ClosedDay, FeeFacts
from chancery.services.laws.forms_case import DelayFacts, TimeLimitFacts
from chancery.services.laws.registrations.parties import TITLES
from chancery.standards.icalendar import Dated, as_calendar


@public
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The treaties that are known here, with how much of each is in use."""
    treaties = [
        {
            "key": key,
            "name": words.TREATIES[key],
            "system": key in TITLES,
            "provisions": len(queries.table(key)),
            "rules": len(queries.law(key).rules),
            "limits": len(queries.law(key).limits),
        }
        for key in queries.TREATIES
    ]
    return render(request, "laws/index.html", {"treaties": treaties})


# Calculators


@public
@require_safe
def time_limits(request: HttpRequest) -> HttpResponse:
    form = asked(TimeLimitFacts, request, receiving_office="IB")
    context: dict[str, Any] = {"form": form, "query": request.GET.urlencode(), "edition": queries.edition()}
    if form.is_bound and form.is_valid():
        context |= {"result": queries.time_limits(form.record()), "going_on": urlencode(form.going_on())}
    return render(request, "laws/time_limits.html", context, status=status(form))


@public
@require_safe
def time_limits_calendar(request: HttpRequest) -> HttpResponse:
    """The result as a calendar file; the address carries the same facts as the page."""
    form = _facts(request)
    limits = queries.time_limits(form.record()).limits
    link = request.build_absolute_uri(f"../?{request.GET.urlencode()}")
    return download(
        as_calendar([Dated(limit, link) for limit in limits], at=clock.now()), "text/calendar", "time-limits.ics"
    )


@public
@require_safe
def time_limits_csv(request: HttpRequest) -> HttpResponse:
    limits = queries.time_limits(_facts(request).record()).limits
    return download(exports.as_csv(limits), "text/csv", "time-limits.csv")


@public
@require_safe
def excuse(request: HttpRequest) -> HttpResponse:
    """What the Regulations still allow after a time limit was missed: until when to act and to prove the cause."""
    form = asked(DelayFacts, request, office="IB")
    context: dict[str, Any] = {"form": form, "edition": queries.edition()}
    if form.is_bound and form.is_valid():
        context["excuse"] = queries.excuse(form.delay())
    return render(request, "laws/excuse.html", context, status=status(form))


@public
@require_safe
def fees(request: HttpRequest) -> HttpResponse:
    form = asked(FeeFacts, request, receiving_office="IB", received_on=clock.today())
    context: dict[str, Any] = {"form": form, "edition": queries.edition()}
    if form.is_bound and form.is_valid():
        on = form.cleaned_data["received_on"] or clock.today()
        context |= {"sheet": queries.fees(form.application(), on=on), "on": on}
    return render(request, "laws/fees.html", context, status=status(form))


@public
@require_safe
def closed_days(request: HttpRequest) -> HttpResponse:
    """Whether an Office is open on a day, and its closed days of that year."""
    form = asked(ClosedDay, request, office="IB", day=clock.today())
    context: dict[str, Any] = {"form": form, "edition": queries.edition()}
    if form.is_bound and form.is_valid():
        office, day = form.cleaned_data["office"], form.cleaned_data["day"]
        year = day.replace(month=1, day=1), day.replace(month=12, day=31)
        context |= {"day": queries.day(office, day), "closed": queries.closed_days(office, *year)}
        context["office_name"] = queries.offices()[office]
    return render(request, "laws/closed_days.html", context, status=status(form))


def _facts(request: HttpRequest) -> TimeLimitFacts:
    form = TimeLimitFacts(request.GET)
    if not form.is_valid():
        raise Http404("the facts in the address cannot be read")
    return form


def download(text: str, kind: str, name: str) -> HttpResponse:
    """A table or calendar to carry away."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(text, content_type=f"{kind}; charset=utf-8", headers=headers)

"""Who is bound: one page for each system, one for all four, one for each party. No account is needed."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from chancery.core import clock
from chancery.core.access import public
from chancery.services.laws import queries, tables
from chancery.services.laws.asking import status
from chancery.services.laws.registrations import answers, exports, members, parties
from chancery.services.laws.registrations.forms_members import MemberFilter, WorldFilter
from chancery.services.laws.views import download


@public
@require_safe
def members_of(request: HttpRequest, system: str) -> HttpResponse:
    """The contracting parties of a system, on a map and as a table, with what they declared."""
    form = _filter(request, system)
    context: dict[str, Any] = {
        "system": system,
        "name": parties.NAMES[system],
        "title": parties.TITLES[system],
        "form": form,
        "query": request.GET.urlencode(),
        "edition": queries.edition(),
    }
    if form.is_valid():
        wanted = form.wanted(clock.today())
        lines = members.found(system, wanted, form.cleaned_data["sort"])
        shown = [(one, members.tone(one, wanted.on)) for one in lines]
        context |= {"lines": shown, "on": wanted.on, "tiles": members.tiles(system, lines, on=wanted.on)}
    return render(request, "laws/registrations/members.html", context, status=status(form))


@public
@require_safe
def members_csv(request: HttpRequest, system: str) -> HttpResponse:
    return download(exports.members_as_csv(_found(request, system)), "text/csv", f"{system}-members.csv")


@public
@require_safe
def members_json(request: HttpRequest, system: str) -> HttpResponse:
    told = [answers.told_member(one) for one in _found(request, system)]
    return _json(answers.MemberTable(on=clock.today(), items=told))


def _found(request: HttpRequest, system: str) -> list[parties.Member]:
    form = _filter(request, system)
    if not form.is_valid():
        raise Http404("the facts in the address cannot be read")
    return members.found(system, form.wanted(clock.today()), form.cleaned_data["sort"])


def _filter(request: HttpRequest, system: str) -> MemberFilter:
    return MemberFilter(request.GET, system=system)


@public
@require_safe
def world(request: HttpRequest) -> HttpResponse:
    """Who is bound by which of the four systems."""
    form = WorldFilter(request.GET)
    context: dict[str, Any] = {"form": form, "query": request.GET.urlencode(), "edition": queries.edition()}
    if form.is_valid():
        wanted = form.wanted(clock.today())
        lines = members.lines(wanted, form.cleaned_data["sort"])
        context |= {"lines": lines, "on": wanted.on, "tiles": members.world(lines, on=wanted.on)}
    context["systems"] = parties.NAMES
    return render(request, "laws/registrations/world.html", context, status=status(form))


@public
@require_safe
def world_csv(request: HttpRequest) -> HttpResponse:
    return download(exports.lines_as_csv(_lines(request)), "text/csv", "members.csv")


@public
@require_safe
def world_json(request: HttpRequest) -> HttpResponse:
    told = [answers.told_member(its) for one in _lines(request) for its in one.by_system.values()]
    return _json(answers.MemberTable(on=clock.today(), items=told))


def _lines(request: HttpRequest) -> list[members.Line]:
    form = WorldFilter(request.GET)
    if not form.is_valid():
        raise Http404("the facts in the address cannot be read")
    return members.lines(form.wanted(clock.today()), form.cleaned_data["sort"])


@public
@require_safe
def party(request: HttpRequest, code: str) -> HttpResponse:
    """One party over the four systems: bound since when, what it declared, and what is asked there."""
    found = parties.everywhere(code)
    if not found:
        raise Http404("no such party")
    on = clock.today()
    context = {
        "code": code,
        "name": parties.codes()[code],
        "found": [(one, parties.NAMES[one.system], one.bound(on)) for one in found],
        "state": tables.state_line(code, on=on),
        "absent": [name for key, name in parties.NAMES.items() if key not in {one.system for one in found}],
        "on": on,
        "edition": queries.edition(),
    }
    return render(request, "laws/registrations/party.html", context)


def _json(told: answers.MemberTable) -> JsonResponse:
    return JsonResponse(told.model_dump(mode="json", by_alias=True))

"""The front of each of the three systems, and whether a party can be designated. No account is needed."""

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from chancery.core import clock
from chancery.core.access import public
from chancery.services.laws import queries
from chancery.services.laws.asking import status
from chancery.services.laws.registrations import answers, designating, limits
from chancery.services.laws.registrations.forms_designate import DesignateFacts
from chancery.services.laws.registrations.members import Tile, Tone
from chancery.services.laws.registrations.parties import NAMES, TITLES, members


@public
@require_safe
def system(request: HttpRequest, system: str) -> HttpResponse:
    """What can be asked about a system, and how much of its law is in use."""
    law, on = limits.LAWS[system], clock.today()
    context = {
        "system": system,
        "name": NAMES[system],
        "title": TITLES[system],
        "bound": sum(one.bound(on) for one in members(system).values()),
        "provisions": len(queries.table(system)),
        "rules": len(law.RULES),
        "limits": len(law.LIMITS),
        "acts": len(law.ACTS),
        "on": on,
        "edition": queries.edition(),
    }
    return render(request, "laws/registrations/system.html", context)


@public
@require_safe
def designate(request: HttpRequest, system: str) -> HttpResponse:
    """Whether a party can be designated, and what happens there."""
    first = {"on": clock.today(), "count": 1, **request.GET.dict()}
    form = (
        DesignateFacts(request.GET, system=system) if _asked(request) else DesignateFacts(initial=first, system=system)
    )
    context: dict[str, Any] = {
        "system": system,
        "name": NAMES[system],
        "title": TITLES[system],
        "form": form,
        "edition": queries.edition(),
        "tiles": _tiles(request, system),
        "query": request.GET.urlencode(),
    }
    if form.is_bound and form.is_valid():
        case = form.case()
        context |= {"answer": designating.answer(system, case), "fees_query": _whole(system, case)}
    return render(request, "laws/registrations/designate.html", context, status=status(form))


@public
@require_safe
def designate_json(request: HttpRequest, system: str) -> HttpResponse:
    """The same answer for other programs."""
    form = DesignateFacts(request.GET, system=system)
    if not form.is_valid():
        raise Http404("the facts in the address cannot be read")
    told = answers.told_answer(designating.answer(system, form.case()))
    return JsonResponse(told.model_dump(mode="json", by_alias=True))


def _whole(system: str, case: designating.Case) -> str:
    """The same facts for the calculator of fees."""
    facts: dict[str, Any] = {"act": "registration" if system == "lisbon" else "application", "parties": case.party}
    if system == "madrid":
        facts |= {"holder": case.holder, "classes": case.count}
    elif system == "hague":
        facts |= {"designs": case.count}
    return urlencode({**facts, "on": case.on})


def _asked(request: HttpRequest) -> bool:
    """A party alone, chosen on the map, is not yet a question."""
    return bool({"holder", "on"} & set(request.GET))


def _tiles(request: HttpRequest, system: str) -> list[Tile]:
    """The parties of the system; each tile leads to the same question about that party."""
    chosen, query, on = request.GET.get("party", ""), request.GET.copy(), clock.today()
    tiles = []
    for one in members(system).values():
        query["party"] = one.code
        tone: Tone = "chosen" if one.code == chosen else "on" if one.bound(on) and not one.through else "part"
        tiles.append(Tile(one.code, one.name, tone, f"?{query.urlencode()}"))
    return tiles

"""What the three systems cost: a page, and the same as a table for other programs. No account is needed."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe

from chancery.core import clock
from chancery.core.access import public
from chancery.services.laws import queries
from chancery.services.laws.asking import status
from chancery.services.laws.registrations import answers, exports
from chancery.services.laws.registrations.forms_fees import FORMS, Fees
from chancery.services.laws.registrations.members import Tile, Tone
from chancery.services.laws.registrations.parties import NAMES, TITLES, members
from chancery.services.laws.views import download


@public
@require_safe
def fees(request: HttpRequest, system: str) -> HttpResponse:
    form = _form(request, system)
    context: dict[str, Any] = {
        "system": system,
        "name": NAMES[system],
        "title": TITLES[system],
        "form": form,
        "query": request.GET.urlencode(),
        "edition": queries.edition(),
        "tiles": _tiles(form, request.GET),
    }
    if form.is_bound and form.is_valid():
        context["quote"] = form.quote(clock.today())
    return render(request, "laws/registrations/fees.html", context, status=status(form))


@public
@require_safe
def fees_csv(request: HttpRequest, system: str) -> HttpResponse:
    quote = _facts(request, system).quote(clock.today())
    return download(exports.fees_as_csv((*quote.sheet.lines, *quote.later)), "text/csv", f"{system}-fees.csv")


@public
@require_safe
def fees_json(request: HttpRequest, system: str) -> HttpResponse:
    quote = _facts(request, system).quote(clock.today())
    return JsonResponse(answers.told_quote(quote).model_dump(mode="json", by_alias=True))


def _form(request: HttpRequest, system: str) -> Fees:
    """The facts of the address. Where it has parties only, chosen on the map, nothing is computed yet."""
    if "act" in request.GET:
        return FORMS[system](request.GET)
    first = {"on": clock.today(), "classes": 1, "designs": 1, "reproductions": 1}
    return FORMS[system](initial={**first, "parties": request.GET.getlist("parties")})


def _facts(request: HttpRequest, system: str) -> Fees:
    form = FORMS[system](request.GET)
    if not form.is_valid():
        raise Http404("the facts in the address cannot be read")
    return form


def _tiles(form: Fees, query: QueryDict) -> list[Tile]:
    """The parties that can be chosen; each tile leads to the same page with that party chosen, or no longer."""
    chosen = form.chosen
    tiles = []
    for one in (each for each in members(form.system).values() if not each.through):
        tone: Tone = "chosen" if one.code in chosen else "part"
        tiles.append(Tile(one.code, one.name, tone, f"?{_toggled(query, chosen, one.code)}#map"))
    return tiles


def _toggled(query: QueryDict, chosen: list[str], code: str) -> str:
    changed = query.copy()
    changed.setlist("parties", [one for one in chosen if one != code] if code in chosen else [*chosen, code])
    return changed.urlencode()

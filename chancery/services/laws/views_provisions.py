"""The provisions of the treaties: the table of each, narrowed, and a page for each provision. No account is needed."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from chancery.core.access import public
from chancery.services.laws import answers, exports, queries, words
from chancery.services.laws.asking import status
from chancery.services.laws.forms_provisions import ProvisionFilter
from chancery.services.laws.narrowing import narrowed
from chancery.services.laws.provisions import Provision
from chancery.services.laws.registrations.parties import NAMES
from chancery.services.laws.views import download

FRONT = "pct"
"""The treaty whose table stands at its own address; those of the systems have a front page before it."""


@public
@require_safe
def treaty(request: HttpRequest, treaty: str) -> HttpResponse:
    """The table of a treaty's provisions in use, in the order of the law."""
    if treaty not in queries.TREATIES:
        raise Http404("no such treaty here")
    form = ProvisionFilter(request.GET, treaty=treaty)
    found = narrowed(treaty, form.wanted()) if form.is_valid() else []
    kinds = [(label, [one for one in found if one.citation.kind == kind]) for kind, label in words.KINDS.items()]
    context = {
        "treaty": treaty,
        "name": words.TREATIES[treaty],
        "short": NAMES[treaty],
        "form": form,
        "query": request.GET.urlencode(),
        "found": len(found),
        "all": len(queries.table(treaty)),
        "kinds": [(label, rows) for label, rows in kinds if rows],
        "system": treaty if treaty != FRONT else "",
    }
    return render(request, "laws/treaty.html", context, status=status(form))


@public
@require_safe
def provisions_csv(request: HttpRequest, treaty: str) -> HttpResponse:
    return download(exports.provisions_as_csv(_found(request, treaty)), "text/csv", f"{treaty}-provisions.csv")


@public
@require_safe
def provisions_json(request: HttpRequest, treaty: str) -> HttpResponse:
    told = answers.told_provisions(_found(request, treaty), request.build_absolute_uri)
    return JsonResponse(told.model_dump(mode="json", by_alias=True))


def _found(request: HttpRequest, treaty: str) -> list[Provision]:
    if treaty not in queries.TREATIES:
        raise Http404("no such treaty here")
    form = ProvisionFilter(request.GET, treaty=treaty)
    if not form.is_valid():
        raise Http404("the address cannot be read")
    return narrowed(treaty, form.wanted())


@public
@require_safe
def provision(request: HttpRequest, treaty: str, slug: str) -> HttpResponse:
    """One provision: its text in our words, what rests on it, and its cases."""
    found = queries.find(treaty, slug)
    if found is None:
        raise Http404("no such provision")
    context: dict[str, Any] = {
        "provision": found,
        "treaty": treaty,
        "name": words.TREATIES[treaty] if treaty == FRONT else NAMES[treaty],
        "rules": [vars(rule) for rule in found.rules],  # a template would call the rule itself
        "bars": [vars(bar) for bar in found.bars],
        "amounts": [(words.table(treaty, one.table), one) for one in found.amounts],
        "system": treaty if treaty != FRONT else "",
        **_calculators(treaty),
    }
    return render(request, "laws/provision.html", context)


def _calculators(treaty: str) -> dict[str, str]:
    """Where the time limits and fees of a treaty are computed."""
    if treaty == FRONT:
        return {"to_limits": reverse("laws:time-limits"), "to_fees": reverse("laws:fees")}
    return {
        "to_limits": reverse("laws:system-time-limits", args=(treaty,)),
        "to_fees": reverse("laws:system-fees", args=(treaty,)),
    }

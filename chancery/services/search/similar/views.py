"""The counter for similar marks: a page whose address is the question, and the same as a report to keep."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from chancery.core import clock
from chancery.core.access import public
from chancery.core.saying import said
from chancery.finder.similar import REASONS, RECIPE, Part, PartScore
from chancery.services.search.similar import similar
from chancery.services.search.similar.similar import Found

_TEXT = "text/plain; charset=utf-8"
_LABELS = {part.name: part.label for part in RECIPE}


@public
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The form, the marks most similar to the name with each part of the score, and the recipe."""
    asked = similar.wanted(request.GET)
    searched = bool(asked.name) and not asked.wrong
    context = {
        "asked": asked,
        "typed": request.GET.get("classes", ""),
        "limits": similar.LIMITS,
        "searched": searched,
        "hits": [_shown(one) for one in similar.found(asked)] if searched else [],
        "preparing": searched and similar.preparing(),
        "recipe": [(said(part.label), said(part.measures), _weight(part)) for part in RECIPE],
        "address": request.GET.urlencode(),
    }
    return render(request, "search/similar.html", context, status=400 if asked.wrong else 200)


def _weight(part: Part) -> str:
    return f"≤ {round(100 * part.weight)}" if part.instead else f"{round(100 * part.weight)}"


def _shown(one: Found) -> dict[str, Any]:
    parts = [
        {
            "label": said(_LABELS[part.name]),
            "score": round(100 * part.score),
            "share": round(100 * part.weight),
            "why": why(part),
        }
        for part in one.similar.parts
    ]
    return {"mark": one.similar.mark, "record": one.document, "score": round(100 * one.similar.score), "parts": parts}


def why(part: PartScore) -> str:
    """The reason of a part in the reader's language."""
    return said(REASONS[part.reason.code]).format(**part.reason.values)


@public
@require_safe
def pdf(request: HttpRequest) -> HttpResponse:
    """The clearance report as PDF."""
    return _report(request, "application/pdf", "pdf")


@public
@require_safe
def data(request: HttpRequest) -> HttpResponse:
    """The clearance report as JSON."""
    return _report(request, "application/json", "json")


def _report(request: HttpRequest, media_type: str, ending: str) -> HttpResponse:
    asked = similar.wanted(request.GET)
    if asked.wrong or not asked.name:
        text = " ".join(asked.wrong.values()) or _("Write the name of a mark.")
        return HttpResponse(f"{text}\n", status=400, content_type=_TEXT)
    if similar.preparing():
        text = _("Until they are, none is found here. Look again in some minutes.")
        text = f"{_('Marks are still being prepared')}. {text}\n"
        return HttpResponse(text, status=503, content_type=_TEXT, headers={"Retry-After": "60"})
    write = {"pdf": similar.as_pdf, "json": similar.as_json}[ending]
    answer = HttpResponse(write(asked, similar.found(asked), at=clock.now()), content_type=media_type)
    answer["Content-Disposition"] = f'inline; filename="similar-marks.{ending}"'
    return answer

"""The counter for similar marks: a page whose address is the question, and the same as a report to keep."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from chancery.core import clock
from chancery.core.access import public
from chancery.core.refusal import Refused
from chancery.core.saying import said
from chancery.finder import Document
from chancery.finder.similar import REASONS, RECIPE, Part, PartScore
from chancery.records.register import queries as register
from chancery.services.search.pictures import pictures
from chancery.services.search.similar import similar
from chancery.services.search.similar.similar import Found, Wanted

WRITTEN = {"pdf": ("application/pdf", similar.as_pdf), "json": ("application/json", similar.as_json)}
_TEXT = "text/plain; charset=utf-8"
_LABELS = {part.name: part.label for part in RECIPE}


@public
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """The form, the marks most similar to the name with each part of the score, and the recipe. A picture that is
    brought is posted, compared and forgotten; without one the question has an address, where the form leads.
    """
    if request.method != "POST":
        return _answer(request, request.GET.dict(), _of_address(request.GET.dict()))
    data = request.POST.dict()
    if data.get("like") or not (file := request.FILES.get("picture")):
        return HttpResponseRedirect(_address(data))
    asked = similar.wanted(data)
    try:
        asked = replace(asked, source=pictures.brought(file.read()))
    except Refused as refused:
        wrong = {one.field: str(one.message) for one in refused.findings}
        asked = replace(asked, wrong={**asked.wrong, **wrong})
    if not asked.name:
        asked = replace(asked, wrong={"name": _("Write the name of a mark.")})
    return _answer(request, data, asked)


def _address(data: Mapping[str, str]) -> str:
    """Of what was typed, as a page or as a report."""
    to = {"pdf": "search:similar-report", "json": "search:similar-data"}.get(data.get("as", ""), "search:similar")
    kept = _kept(data)
    return f"{reverse(to)}?{kept}" if kept else reverse(to)


def _kept(data: Mapping[str, str]) -> str:
    return urlencode({name: data[name] for name in ("name", "classes", "limit", "like", "picture") if data.get(name)})


def _of_address(data: Mapping[str, str]) -> Wanted:
    """What an address asks; with the picture of a mark, where it names one that shows any."""
    asked = similar.wanted(data)
    collection, _sep, key = data.get("like", "").partition("/")
    source = pictures.of_record(collection, key, data.get("picture", "")) if collection == "marks" else None
    return replace(asked, source=source)


def _answer(request: HttpRequest, data: Mapping[str, str], asked: Wanted) -> HttpResponse:
    if asked.name and not asked.wrong and data.get("as") in WRITTEN:
        return _report(asked, data["as"])
    searched = bool(asked.name) and not asked.wrong
    document = asked.source.document if asked.source else None
    context = {
        "asked": asked,
        "typed": data.get("classes", ""),
        "limits": similar.LIMITS,
        "largest": settings.UPLOAD_LIMIT,
        "brought": request.method == "POST",
        "like": data.get("like", ""),
        "document": document,
        "registration": _registration(document) if document else "",
        "searched": searched,
        "hits": [_shown(one) for one in similar.found(asked)] if searched else [],
        "preparing": searched and similar.preparing(),
        "recipe": [(said(part.label), said(part.measures), _weight(part)) for part in RECIPE],
        "address": _kept(data),
    }
    return render(request, "search/similar.html", context, status=400 if asked.wrong else 200)


def _registration(document: Document) -> str:
    return register.in_address(document.facts.get("registration", ""))


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
    return {
        "mark": one.similar.mark,
        "record": one.document,
        "picture": one.picture,
        "registration": _registration(one.document),
        "score": round(100 * one.similar.score),
        "parts": parts,
    }


def why(part: PartScore) -> str:
    """The reason of a part in the reader's language."""
    return said(REASONS[part.reason.code]).format(**part.reason.values)


@public
@require_safe
def pdf(request: HttpRequest) -> HttpResponse:
    """The clearance report as PDF."""
    return _report(_of_address(request.GET.dict()), "pdf")


@public
@require_safe
def data(request: HttpRequest) -> HttpResponse:
    """The clearance report as JSON."""
    return _report(_of_address(request.GET.dict()), "json")


def _report(asked: Wanted, ending: str) -> HttpResponse:
    if asked.wrong or not asked.name:
        text = " ".join(asked.wrong.values()) or _("Write the name of a mark.")
        return HttpResponse(f"{text}\n", status=400, content_type=_TEXT)
    if similar.preparing():
        text = _("Until they are, none is found here. Look again in some minutes.")
        text = f"{_('Marks are still being prepared')}. {text}\n"
        return HttpResponse(text, status=503, content_type=_TEXT, headers={"Retry-After": "60"})
    media_type, write = WRITTEN[ending]
    answer = HttpResponse(write(asked, similar.found(asked), at=clock.now()), content_type=media_type)
    answer["Content-Disposition"] = f'inline; filename="similar-marks.{ending}"'
    return answer

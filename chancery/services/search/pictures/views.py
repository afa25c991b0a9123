"""The counter for similar pictures: a picture is brought and forgotten, or named by its record; the rest is a form."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from chancery.core import clock
from chancery.core.access import public
from chancery.core.refusal import Refused
from chancery.core.saying import said
from chancery.finder.pictures import REASONS, network, parts
from chancery.finder.similar import PartScore
from chancery.records.register import queries as register
from chancery.services.search import words
from chancery.services.search.fairness import fairness, quota
from chancery.services.search.pictures import pictures
from chancery.services.search.pictures import report as pictures_report
from chancery.services.search.pictures.pictures import Found, Source, Wanted
from chancery.services.search.pictures.suggested import suggestions

REPORTS = {
    "pdf": ("application/pdf", pictures_report.as_pdf),
    "json": ("application/json", pictures_report.as_json),
}


@public
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """The form; the pictures most similar to one that is brought, or to one of a record; or the report on them."""
    data = request.POST if request.method == "POST" else request.GET
    asked = pictures.wanted(data)
    try:
        source = _source(request, data)
        hits = _hits(request, asked, source) if source and not asked.wrong else []
    except Refused as refused:
        wrong = {**asked.wrong, **{one.field: one.message for one in refused.findings}}
        return _shown(request, data, asked, wrong=wrong, status=400)
    except fairness.Wait as wait:
        return fairness.waiting(request, wait)
    if source and not asked.wrong and data.get("as") in REPORTS:
        return _report(data["as"], source, asked, hits)
    status = 400 if asked.wrong else 200
    return _shown(request, data, asked, source=source, hits=hits, wrong=asked.wrong, status=status)


def _source(request: HttpRequest, data: QueryDict) -> Source | None:
    """What is asked with; None for the bare form. Raises `Refused`, `Http404`."""
    if like := data.get("like", ""):
        collection, _sep, key = like.partition("/")
        if source := pictures.of_record(collection, key, data.get("picture", "")):
            return source
        raise Http404("no such picture, or not published yet")
    if request.method != "POST":
        return None
    if not (file := request.FILES.get("picture")):
        raise Refused.because(_("Choose a picture."), field="picture")
    return pictures.brought(file.read())


def _hits(request: HttpRequest, asked: Wanted, source: Source) -> list[Found]:
    """Raises `Refused`, `fairness.Wait`."""
    with fairness.fairly(quota.caller(request), pictures.cost(asked), second=int(clock.now().timestamp())):
        return pictures.found(asked, source)


def _shown(
    request: HttpRequest,
    data: QueryDict,
    asked: Wanted,
    *,
    wrong: Any,
    source: Source | None = None,
    hits: list[Found] | None = None,
    status: int = 200,
) -> HttpResponse:
    document = source.document if source else None
    looks = network() is not None
    context = {
        "asked": asked,
        "typed": data.get("classes", ""),
        "wrong": wrong,
        "source": source,
        "document": document,
        "registration": _address(document) if document else "",
        "others": pictures.shown(document) if document else (),
        "like": data.get("like", "") if document else "",
        "searched": source is not None and not wrong,
        "hits": [_told(one) for one in hits or ()],
        "suggestions": [(one, round(100 * one.share)) for one in suggestions(hits or ())],
        "schemes": words.SCHEMES,
        "collections": [(name, words.COLLECTIONS[name]) for name in pictures.COLLECTIONS],
        "statuses": [(name, label) for name, (_tone, label) in words.STATUSES.items()],
        "limits": pictures.LIMITS,
        "largest": settings.UPLOAD_LIMIT,
        "compared": pictures.compared(asked.collections),
        "recipe": [(said(part.label), said(part.measures), round(100 * part.weight)) for part in parts(looks=looks)],
        "looks": looks,
    }
    return render(request, "search/pictures.html", context, status=status)


def _address(document: Any) -> str:
    return register.in_address(document.facts.get("registration", ""))


def _told(one: Found) -> dict[str, Any]:
    labels = {part.name: part.label for part in parts(looks=True)}
    return {
        "record": one.document,
        "picture": one.similar.picture.name,
        "registration": _address(one.document),
        "score": round(100 * one.similar.score),
        "parts": [
            {
                "label": said(labels[part.name]),
                "score": round(100 * part.score),
                "share": round(100 * part.weight),
                "why": why(part),
            }
            for part in one.similar.parts
        ],
    }


def why(part: PartScore) -> str:
    """The reason of a part in the reader's language."""
    return said(REASONS[part.reason.code]).format(**part.reason.values)


def _report(ending: str, source: Source, asked: Wanted, hits: list[Found]) -> HttpResponse:
    media_type, write = REPORTS[ending]
    answer = HttpResponse(write(source, asked, hits, at=clock.now()), content_type=media_type)
    answer["Content-Disposition"] = f'inline; filename="similar-pictures.{ending}"'
    return answer

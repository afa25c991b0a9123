"""The counter for exports: what to take out of a question's results, and the file."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from chancery.core import clock
from chancery.core.access import public
from chancery.finder import COLLECTIONS, QueryError
from chancery.services.search import words
from chancery.services.search.asking import link, list_of, question_of
from chancery.services.search.exports import exporting
from chancery.services.search.exports.exporting import COLUMNS, FORMATS, USUAL, Taken
from chancery.services.search.fairness import fairness, quota

MOST_DIGITS, LONGEST_CURSOR = 9, 1_100


@public
@require_safe
def export(request: HttpRequest, collection: str = "") -> HttpResponseBase:
    """Everything the query finds, streamed; the headers say what is left of the hour's rows."""
    if collection and collection not in COLLECTIONS:
        raise Http404("no such collection")
    question, wanted = question_of(request.GET, collection), request.GET.get("format", "csv")
    taken = Taken(
        question=question,
        format=wanted if wanted in FORMATS else "csv",
        columns=exporting.known_columns(request.GET.getlist("column")),
        most=_most(request.GET.get("rows", "")),
        cursor=request.GET.get("cursor", "")[:LONGEST_CURSOR] or None,
    )
    try:
        return exporting.export(request, taken, second=int(clock.now().timestamp()))
    except QueryError as error:
        return HttpResponse(f"{error}\n", status=400, content_type="text/plain; charset=utf-8")
    except fairness.Wait as wait:
        return fairness.waiting(request, wait)


def _most(text: str) -> int | None:
    number = int(text[:MOST_DIGITS]) if text.isdecimal() and text.isascii() else 0
    return number or None


@public
@require_safe
@fairness.fair_page
def choose(request: HttpRequest, collection: str = "") -> HttpResponse:
    """A form: format, columns and rows of an export; and what is left of this hour's."""
    if collection and collection not in COLLECTIONS:
        raise Http404("no such collection")
    question = question_of(request.GET, collection)
    second = int(clock.now().timestamp())
    context: dict[str, Any] = {
        "question": question,
        "kept": [(name, value) for name, values in request.GET.lists() for value in values],
        "formats": words.EXPORTS,
        "columns": [(name, words.EXPORTED[name], name in USUAL) for name in COLUMNS],
        "left": quota.EXPORTED.look(quota.caller(request), limit=quota.ROWS, second=second),
        "back": link(request, base=list_of(question.collection)),
        "collection_name": words.COLLECTIONS.get(question.collection, ""),
    }
    try:
        context["total"] = exporting.number(question)
    except QueryError as error:
        context["error"] = error
    return render(request, "search/export.html", context, status=400 if "error" in context else 200)

"""The counter of the public databases: results, expert search, search by field. The address of a page is its state."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from chancery.core.access import public
from chancery.finder import COLLECTIONS, QueryError, as_text
from chancery.finder.dialects import DIALECTS
from chancery.finder.fields import FIELDS
from chancery.services.search import choices, clauses, facets, fields, listing, period, queries, suggesting, words
from chancery.services.search.alerts import question_feed
from chancery.services.search.asking import edited_address, kept, link, question_of
from chancery.services.search.exports import exporting
from chancery.services.search.fairness.fairness import fair_page
from chancery.services.search.queries import Question
from chancery.services.search.remedies import remedies
from chancery.services.search.templatetags.finding import fault

MOST_CHIPS = 60
"""A query of more clauses than these is edited as text."""


@public
@require_safe
@fair_page
def results(request: HttpRequest, collection: str = "") -> HttpResponse:
    """What the query finds, with filters and their counts."""
    if collection and collection not in COLLECTIONS:
        raise Http404("no such collection")
    question = question_of(request.GET, collection)
    if (edited := edited_address(request.GET, question)) is not None:
        return _to(request.path, edited)
    if not collection and question.collection:
        return _move(request, question.collection)
    context = _frame(request, question)
    if period.is_asked(request.GET):
        try:
            return _to(request.path, period.address(request.GET, question))
        except QueryError as error:
            context["wrong_period"] = fault(error)
    try:
        found = queries.search(question, values=queries.FACET_VALUES + 1)
        beside = {"facets": facets.shown(request, question, found), "chosen": facets.excluding(request, question)}
        context |= _read(question, request.GET)
        context["ways"] = [
            (one, link(request, q=one.query, drop=_given_up(question, one.kind), base=_place(one.kind)))
            for one in remedies(question, found.total)
        ]
        if "explain" in request.GET:
            context["explanation"] = queries.explained(question)
    except QueryError as error:
        return render(request, "search/results.html", {**context, "error": error}, status=400)
    context |= {
        "results": found,
        "rows": listing.rows(request, question, found),
        "paging": listing.paging(request, question, found),
        "heads": listing.heads(request, question),
        **beside,
    }
    return render(request, "search/results.html", context, status=400 if "wrong_period" in context else 200)


def _given_up(question: Question, kind: str) -> tuple[str, ...]:
    """What of the address a way to more results leaves out."""
    return ("dialect", *{"filters": tuple(question.filters), "forms": ("stemming",)}.get(kind, ()))


def _place(kind: str) -> str:
    return reverse("search:results") if kind == "collections" else ""


def _to(path: str, query: str) -> HttpResponse:
    response = redirect(path)
    response["Location"] += f"?{query}" if query else ""
    return response


def _move(request: HttpRequest, collection: str) -> HttpResponse:
    """The box's choice of a collection becomes part of the address."""
    query = request.GET.copy()
    query.pop("collection", None)
    return _to(reverse("search:collection", args=(collection,)), query.urlencode())


def _frame(request: HttpRequest, question: Question) -> dict[str, Any]:
    """What the page shows around the hits: the box, the sorts, the views."""
    return {
        "question": question,
        "view": listing.view_of(request.GET),
        "views": [(name, words.VIEWS[name], link(request, view=name)) for name in listing.views_of(question)],
        "sizes": [(size, link(request, size=str(size))) for size in queries.SIZES],
        "columns": [(name, label, name in listing.columns_of(request.GET)) for name, label in listing.COLUMNS.items()],
        "collections": words.COLLECTIONS,
        "collection_name": words.COLLECTIONS.get(question.collection, ""),
        "dates": words.ANY_DATES,
        "opened": request.GET.getlist(facets.OPENED),
        "sorts": [(key, label, link(request, sort=key)) for key, label in words.SORTS.items()],
        "carried": kept(request.GET),
        "without_columns": kept(request.GET, but=("col",)),
        "export_choice": link(request, base="export/choice"),
        "exports": [(words.FORMATS[name], link(request, base="export", format=name)) for name in exporting.FORMATS],
        "expert": link(request, base=reverse("search:expert"), collection=question.collection),
        "analysis": link(request, base=reverse("search:analysis"), collection=question.collection),
        "feed": question_feed.address(question),
        "grouping": link(request, drop=("group",)) if question.by_family else link(request, group="family"),
    }


def _read(question: Question, data: QueryDict) -> dict[str, Any]:
    """How the text was read: its language, its clauses as chips, and the span of time among them."""
    read = question.read()
    whole = clauses.chips(read.query) if question.text else None
    chips = list(clauses.each(whole)) if whole else []
    return {
        "whole": whole if len(chips) <= MOST_CHIPS else None,
        "targets": [(one.path, one.text) for one in chips],
        "written": as_text(read.query) if question.text else "",
        "period": period.shown(data, read.query),
        "read_as": next(each for each in DIALECTS if each.name == read.dialect),
    }


@public
@require_safe
@fair_page
def expert(request: HttpRequest) -> HttpResponse:
    """A large box, the choice of the query language, and live under it how the query is read."""
    question = question_of(request.GET)
    context = {
        "question": question,
        "collections": words.COLLECTIONS,
        "dialects": DIALECTS,
        "fields": FIELDS,
        "kept": kept(request.GET, but=("stemming", "dialect")),
        **_explained(question),
    }
    return render(request, "search/expert.html", context, status=400 if "error" in context else 200)


@public
@require_safe
@fair_page
def explanation(request: HttpRequest) -> HttpResponse:
    """How a query is read: the part of the expert page that follows the typing."""
    return render(request, "search/explanation.html", _explained(question_of(request.GET)))


def _explained(question: Question) -> dict[str, Any]:
    if not question.text:
        return {"samples": DIALECTS}
    try:
        return {
            "question": question,
            "explanation": queries.explained(question),
            "sayings": queries.sayings(question),
            "read_as": question.read().dialect,
        }
    except QueryError as error:
        return {"question": question, "error": error}


@public
@require_safe
def by_field(request: HttpRequest) -> HttpResponse:
    """A box for each field; what was filled in becomes a query."""
    text, wrong = fields.composed(request.GET)
    collection = request.GET.get("collection", "")
    if text and not wrong:
        found = request.GET.copy().__class__(mutable=True)
        found["q"] = text
        known = collection in COLLECTIONS
        return _to(
            reverse("search:collection", args=(collection,)) if known else reverse("search:results"), found.urlencode()
        )
    words_boxes, value_boxes = fields.boxes(collection)
    context = {
        "words_boxes": words_boxes,
        "value_boxes": value_boxes,
        "tabs": [
            (key, label, link(request, collection=key)) for key, label in {"": _("All"), **words.COLLECTIONS}.items()
        ],
        "typed": fields.filled(request.GET),
        "suggesting": suggesting.BOXES,
        "proposed": {box.name: choices.proposed(box.name, collection) for box in value_boxes},
        "dates": words.ANY_DATES,
        "collections": words.COLLECTIONS,
        "collection": collection,
        "wrong": {one.box: fault(one.error) for one in wrong},
    }
    return render(request, "search/fields.html", context, status=400 if wrong else 200)


@public
@require_safe
def suggestions(request: HttpRequest) -> HttpResponse:
    """What the box that somebody types in proposes: names or titles of the records, classes by their titles."""
    box = next((name for name in suggesting.BOXES if name in request.GET), "")
    typed = request.GET.get(box, "")[: suggesting.LONGEST]
    proposed = suggesting.options(box, typed, request.GET.get("collection", ""))
    return render(request, "search/suggestions.html", {"proposed": proposed})

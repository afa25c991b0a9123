"""The counter of the public databases: results, a record, an export. The address of a page is its state."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from chancery.core import clock
from chancery.core.access import public
from chancery.finder import COLLECTIONS, QueryError, Results
from chancery.finder.dialects import DIALECTS
from chancery.finder.fields import FIELDS
from chancery.records.documents import queries as documents
from chancery.records.register import queries as register
from chancery.services.search import exporting, fields, queries, words
from chancery.services.search.asking import KEPT, VIEWS, clauses_composed, link, question_of
from chancery.services.search.queries import PAGE, Question
from chancery.services.search.templatetags.finding import fault


@public
@require_safe
def results(request: HttpRequest, collection: str = "") -> HttpResponse:
    """What the query finds, with filters and their counts."""
    if collection and collection not in COLLECTIONS:
        raise Http404("no such collection")
    if (edited := clauses_composed(request.GET)) is not None:
        return _to(request.path, edited)
    question = question_of(request.GET, collection)
    if not collection and question.collection:
        return _move(request, question.collection)
    context = _frame(request, question)
    try:
        found = queries.search(question)
        context |= _read(request, question)
        if "explain" in request.GET:
            context["explanation"] = queries.explained(question)
    except QueryError as error:
        return render(request, "search/results.html", {**context, "error": error}, status=400)
    context |= {
        "results": found,
        "page": Paginator(range(found.total), PAGE).get_page(question.page),
        "facets": _facets(request, found),
        "more": link(request, after=found.cursor) if question.by_family and found.cursor else "",
    }
    return render(request, "search/results.html", context)


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
    """What the page shows around the hits: the box, the chosen filters, the sorts, the views."""
    view = request.GET.get("view", "list")
    return {
        "question": question,
        "view": view if view in VIEWS else "list",
        "views": [(name, words.VIEWS[name], link(request, view=name)) for name in VIEWS],
        "collections": words.COLLECTIONS,
        "collection_name": words.COLLECTIONS.get(question.collection, ""),
        "sorts": [(key, label, link(request, sort=key)) for key, label in words.SORTS.items()],
        "chosen": [
            {
                "label": words.FACETS[name],
                "value": words.facet_value(name, value),
                "href": link(request, without=(name, value)),
            }
            for name, values in question.filters.items()
            for value in values
        ],
        "kept": [(name, value) for name, values in question.filters.items() for value in values],
        "stays": [(name, request.GET[name]) for name in KEPT if name in request.GET],
        "exports": [(name, link(request, base="export", format=name)) for name in exporting.FORMATS],
        "expert": link(request, base=reverse("search:expert"), collection=question.collection),
        "grouping": link(request, drop=("group",)) if question.by_family else link(request, group="family"),
    }


def _read(request: HttpRequest, question: Question) -> dict[str, Any]:
    """How the text was read: its language, and its clauses, each with the address without it."""
    clauses = queries.clauses(question)
    rows = [
        {
            "text": clause,
            "others": [other for other in clauses if other is not clause],
            "href": link(
                request, drop=("dialect",), q=queries.composed([other for other in clauses if other is not clause])
            ),
        }
        for clause in clauses
    ]
    read_as = next(each for each in DIALECTS if each.name == question.read().dialect)
    return {"clauses": rows if len(rows) > 1 else [], "read_as": read_as}


def _facets(request: HttpRequest, found: Results) -> list[dict[str, Any]]:
    """Each facet with its values; a link adds a value, or takes it away again."""
    facets = []
    for name, values in found.facets.items():
        chosen = request.GET.getlist(name)
        rows: list[dict[str, Any]] = [
            {
                "words": words.facet_value(name, value),
                "count": count,
                "chosen": value in chosen,
                "href": link(request, without=(name, value)) if value in chosen else link(request, plus=(name, value)),
            }
            for value, count in values
        ]
        if len(rows) > 1 or chosen:
            largest = max((row["count"] for row in rows), default=0)
            facets.append({"name": name, "label": words.FACETS[name], "rows": rows, "largest": largest})
    return facets


@public
@require_safe
def expert(request: HttpRequest) -> HttpResponse:
    """A large box, the choice of the query language, and live under it how the query is read."""
    question = question_of(request.GET)
    context = {
        "question": question,
        "collections": words.COLLECTIONS,
        "dialects": DIALECTS,
        "fields": FIELDS,
        "kept": [(name, value) for name, values in question.filters.items() for value in values],
        **_explained(question),
    }
    return render(request, "search/expert.html", context, status=400 if "error" in context else 200)


@public
@require_safe
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
    context = {
        "words_boxes": fields.WORDS,
        "value_boxes": fields.VALUES,
        "typed": fields.filled(request.GET),
        "dates": {"date": words.PRINCIPAL_DATE, **words.DATES},
        "collections": words.COLLECTIONS,
        "collection": collection,
        "wrong": {one.box: fault(one.error) for one in wrong},
    }
    return render(request, "search/fields.html", context, status=400 if wrong else 200)


@public
@require_safe
def record(request: HttpRequest, collection: str, key: str) -> HttpResponse:
    """One record: every fact, where it is from, and its place in the ledger."""
    found = queries.record(collection, key)
    if found is None:
        raise Http404("no such record")
    number, more = found.facts.get("right"), found.facts.get("more", {})
    context = {
        "document": found,
        "title": found.title(request.LANGUAGE_CODE[:2]) or found.number,
        "collection_name": words.COLLECTIONS[collection],
        "dates": [(words.DATES[name], found.dates[name]) for name in words.DATES if name in found.dates],
        "classes": [(words.SCHEMES[name], name, symbols) for name, symbols in found.classes.items()],
        "more": [(label, words.in_words(more[name])) for name, label in words.MORE.items() if name in more],
        "relatives": queries.relatives(found),
        "priorities": found.numbered.get("priority", ()),
        "right": register.right(number) if number else None,
        "registration": register.in_address(found.facts.get("registration", "")),
        "pictures": found.facts.get("pictures", ()),
        "parties": found.codes.get("party", ()),
        "feature": ", ".join(found.codes.get("feature", ())) if found.facts.get("registration") else "",
    }
    return render(request, "search/record.html", context)


@public
@require_safe
def file(_request: HttpRequest, key: str, sha256: str) -> HttpResponseBase:
    """A file of a published international application, as it was received (PCT Rule 48.2)."""
    found = queries.record("patents", key)
    right = register.public_right(found.facts["right"]) if found and found.facts.get("right") else None
    names = {one["sha256"]: one["name"] for one in right.documents} if right else {}
    if sha256 not in names:
        raise Http404("no such document")
    return documents.download(sha256, name=names[sha256], inline=True)


@public
@require_safe
def export(request: HttpRequest, collection: str = "") -> HttpResponseBase:
    """Everything the query finds, streamed, without a ceiling; the headers say what is left of the hour's rows."""
    question = question_of(request.GET, collection)
    wanted = request.GET.get("format", "csv")
    format_name = wanted if wanted in exporting.FORMATS else "csv"
    try:
        return exporting.export(request, question, format_name, second=int(clock.now().timestamp()))
    except QueryError as error:
        return HttpResponse(f"{error}\n", status=400, content_type="text/plain; charset=utf-8")
    except exporting.Refused as refused:
        text = f"Too many rows within an hour. Ask again in {refused.allowance.reset} seconds.\n"
        headers = refused.allowance.headers
        return HttpResponse(text, status=429, content_type="text/plain; charset=utf-8", headers=headers)

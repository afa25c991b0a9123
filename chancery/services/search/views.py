"""The counter of the public databases: results, a record, an export. The address of a page is its state."""

import csv
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, QueryDict, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from chancery.core.access import public
from chancery.finder import COLLECTIONS, QueryError, Results
from chancery.records.documents import queries as documents
from chancery.records.register import queries as register
from chancery.services.search import queries, words
from chancery.services.search.queries import PAGE, Question

LAST_PAGE = 10_000


def question_of(data: QueryDict, collection: str = "") -> Question:
    """Read an address. What it does not know it leaves aside, so an old link still answers."""
    sort: Any = data.get("sort", "relevance")
    wanted = collection or data.get("collection", "")
    page = data.get("page", "1")
    return Question(
        text=data.get("q", "").strip()[:2000],
        collection=wanted if wanted in COLLECTIONS else "",
        filters={name: data.getlist(name) for name in words.FACETS if name != "collection" and name in data},
        sort=sort if queries.known_sort(sort) else "relevance",
        page=min(int(page), LAST_PAGE) if page.isdigit() and int(page) else 1,
    )


@public
@require_safe
def results(request: HttpRequest, collection: str = "") -> HttpResponse:
    """What the query finds, with filters and their counts."""
    if collection and collection not in COLLECTIONS:
        raise Http404("no such collection")
    question = question_of(request.GET, collection)
    if not collection and question.collection:
        return _move(request, question.collection)
    context = _frame(request, question)
    try:
        found = queries.search(question)
        if "explain" in request.GET:
            context["explanation"] = queries.explained(question)
    except QueryError as error:
        return render(request, "search/results.html", {**context, "error": error}, status=400)
    context |= {
        "results": found,
        "page": Paginator(range(found.total), PAGE).get_page(question.page),
        "facets": _facets(request, found),
    }
    return render(request, "search/results.html", context)


def _move(request: HttpRequest, collection: str) -> HttpResponse:
    """The box's choice of a collection becomes part of the address."""
    query = request.GET.copy()
    query.pop("collection", None)
    response = redirect("search:collection", collection)
    response["Location"] += f"?{query.urlencode()}" if query else ""
    return response


def _frame(request: HttpRequest, question: Question) -> dict[str, Any]:
    """What the page shows around the hits: the box, the chosen filters, the sorts."""
    return {
        "question": question,
        "collections": words.COLLECTIONS,
        "collection_name": words.COLLECTIONS.get(question.collection, ""),
        "sorts": [(key, label, _link(request, sort=key)) for key, label in words.SORTS.items()],
        "chosen": [
            {
                "label": words.FACETS[name],
                "value": words.facet_value(name, value),
                "href": _link(request, without=(name, value)),
            }
            for name, values in question.filters.items()
            for value in values
        ],
        "kept": [(name, value) for name, values in question.filters.items() for value in values],
        "export": _link(request, base="export"),
        "explain": _link(request, explain="1"),
    }


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
                "href": _link(request, without=(name, value))
                if value in chosen
                else _link(request, plus=(name, value)),
            }
            for value, count in values
        ]
        if len(rows) > 1 or chosen:
            largest = max((row["count"] for row in rows), default=0)
            facets.append({"name": name, "label": words.FACETS[name], "rows": rows, "largest": largest})
    return facets


def _link(
    request: HttpRequest,
    *,
    plus: tuple[str, str] | None = None,
    without: tuple[str, str] | None = None,
    base: str = "",
    **changed: str,
) -> str:
    """The present address with something changed; the page number falls away."""
    query = {name: values for name, values in request.GET.lists() if name != "page"}
    query |= {name: [value] for name, value in changed.items()}
    if plus:
        name, value = plus
        query[name] = [*query.get(name, ()), value]
    if without:
        name, value = without
        query[name] = [one for one in query.get(name, ()) if one != value]
    return f"{base}?{urlencode(query, doseq=True)}"


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
        "right": register.right(number) if number else None,
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


COLUMNS = ("collection", "number", "title", "names", "classes", "date", "status", "office", "kind", "address")


class _Echo:
    """A file that hands each row straight on."""

    def write(self, row: str) -> str:
        return row


@public
@require_safe
def export(request: HttpRequest, collection: str = "") -> HttpResponseBase:
    """Everything the query finds as CSV, streamed, without a ceiling."""
    question = question_of(request.GET, collection)
    try:
        question.parsed()
    except QueryError as error:
        return HttpResponse(f"{error}\n", status=400, content_type="text/plain; charset=utf-8")
    headers = {"Content-Disposition": f'attachment; filename="chancery-{question.collection or "records"}.csv"'}
    rows = _rows(question, request.build_absolute_uri("/search/"))
    return StreamingHttpResponse(rows, content_type="text/csv; charset=utf-8", headers=headers)


def _rows(question: Question, base: str) -> Iterator[str]:
    writer = csv.writer(_Echo())
    yield writer.writerow(COLUMNS)
    for hit in queries.everything(question):
        one = hit.document
        symbols = [symbol for scheme in one.classes.values() for symbol in scheme]
        yield writer.writerow(
            (
                *(one.collection, one.number, one.title(), "; ".join(one.names), "; ".join(symbols)),
                *(one.date or "", one.status, one.office, one.kind, f"{base}{one.collection}/{one.key}/"),
            )
        )

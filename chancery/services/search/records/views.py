"""The counter for records: one record with what lies around it, its files, and several side by side."""

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from chancery.core.access import public
from chancery.finder import Document
from chancery.records.documents import queries as documents
from chancery.records.register import queries as register
from chancery.services.search import laws, queries, words
from chancery.services.search.records import citing, comparing, neighbours
from chancery.services.search.records.lines import lines


@public
@require_safe
def record(request: HttpRequest, collection: str, key: str) -> HttpResponse:
    """One record: every fact, where it is from, and its place in the ledger, in its list and among the numbers.

    A provision of law has its own page, with all that rests on it.
    """
    found = queries.record(collection, key)
    if found is None:
        raise Http404("no such record")
    if collection == laws.COLLECTION:
        return redirect("laws:provision", *laws.address(found))
    number = found.facts.get("right")
    title = found.title(request.LANGUAGE_CODE[:2])
    before, after = neighbours.by_number(found)
    permalink = reverse("search:record", args=(collection, key))
    context = {
        "document": found,
        "title": title or found.number,
        "collection_name": words.COLLECTIONS[collection],
        "lines": [line for line in lines(found, request.LANGUAGE_CODE[:2]) if line.key != "cited"],
        "in_list": neighbours.in_list(request.GET, found),
        "before": before,
        "after": after,
        "relatives": queries.relatives(found),
        "alike": neighbours.alike(found),
        **_citations(found, request.GET.get("cited", "")),
        "permalink": request.build_absolute_uri(permalink),
        "name": comparing.name_of(found),
        "right": register.right(number) if number else None,
        "registration": register.in_address(found.facts.get("registration", "")),
        "pictures": found.facts.get("pictures", ()),
    }
    return render(request, "search/record.html", context)


def _citations(found: Document, sort: str) -> dict[str, Any]:
    """What a patent record cites and what cites it; nothing of other records."""
    if found.collection != "patents":
        return {}
    rows = citing.rows(found, sort)
    return {
        "cited": rows,
        "cited_heads": citing.heads(rows, sort),
        "categories": list(register.legend(row.cited for row in rows)),
        "citing": citing.citing(found),
    }


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
def compare(request: HttpRequest) -> HttpResponse:
    """Two to four records (``r=collection/key``) side by side, their lines under the INID codes."""
    choice = comparing.chosen(request.GET.getlist("r"))
    enough = len(choice.documents) >= comparing.FEWEST
    rows = comparing.compared(choice.documents, request.LANGUAGE_CODE[:2]) if enough else []
    context = {
        "choice": choice,
        "enough": enough,
        "columns": [_column(one, choice.documents, request.LANGUAGE_CODE[:2]) for one in choice.documents],
        "rows": [(row, zip(row.cells, choice.documents, strict=True)) for row in rows],
        "most": comparing.MOST,
    }
    wrong = bool(choice.missing) or choice.too_many
    return render(request, "search/compare.html", context, status=400 if wrong else 200)


def _column(one: Document, of: Sequence[Document], language: str) -> dict[str, Any]:
    """A record as the head of its column, and the address of the page without it."""
    rest = [("r", comparing.name_of(other)) for other in of if other is not one]
    return {
        "document": one,
        "name": comparing.name_of(one),
        "title": one.title(language) or one.number,
        "picture": next(iter(one.facts.get("pictures", ())), ""),
        "registration": register.in_address(one.facts.get("registration", "")),
        "rest": "&".join(f"{name}={value}" for name, value in rest),
    }

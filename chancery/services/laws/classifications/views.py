"""The counter of the classifications: trees to browse, a page for each class, the assistant. No account is needed."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from chancery.core.access import public
from chancery.finder import goods
from chancery.services.laws.classifications import queries, words
from chancery.treaties.kernel.classification import Classification, Heading

LONGEST_SEARCH = 200
MOST_COMMON = 40
"""Accepted terms that the page of a class shows."""


@public
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The three classifications, and the way to the assistant."""
    found = [(one, words.TITLES[one.key], words.LEADS[one.key]) for one in queries.classifications()]
    return render(request, "laws/classifications/index.html", {"found": found, **_asking(request)})


@public
@require_safe
def tree(request: HttpRequest, classification: str) -> HttpResponse:
    """All of one classification, or what was searched for in it."""
    found = _classification(classification)
    text = request.GET.get("q", "").strip()[:LONGEST_SEARCH]
    context = {
        **_about(found),
        "q": text,
        "hits": queries.search(found, text) if text else (),
        "branches": [(one, found.below(one.symbol)) for one in found.top],
    }
    return render(request, "laws/classifications/tree.html", context)


@public
@require_safe
def heading(request: HttpRequest, classification: str, symbol: str) -> HttpResponse:
    """One class, or what is below it. A symbol that is spelled otherwise leads to where it stands."""
    found = _classification(classification)
    one = found.get(symbol)
    if one is None:
        nearest = found.find(symbol)
        if nearest is None:
            raise Http404("no such class")
        return redirect("laws:classified", classification, nearest.symbol)
    context = {
        **_about(found),
        "one": one,
        "path": found.path(one),
        "below": found.below(one.symbol),
        "beside": [each for each in found.below(one.parent) if each != one] if one.parent else [],
        "moves": found.moved(one.symbol),
        **(_of_class(request, one) if classification == "nice" else {}),
    }
    return render(request, "laws/classifications/heading.html", context)


@public
@require_safe
def terms(request: HttpRequest) -> HttpResponse:
    """The class of a term, why, and accepted terms; and the list that the reader makes of them."""
    asking = _asking(request)
    listed = queries.kept(request.GET.getlist("kept"))
    dropped = request.GET.get("drop", "")
    listed = [one for one in listed if str(one) != dropped]
    context: dict[str, Any] = {
        **asking,
        "listed": listed,
        "list_text": queries.as_text(listed),
        "tree": queries.FOUND["nice"](),
    }
    if asking["term"]:
        context["answers"] = queries.answers(asking["term"], asking["spoken"])
    piece = bool(request.headers.get("HX-Request"))
    template = "laws/classifications/piece/found.html" if piece else "laws/classifications/terms.html"
    answer = render(request, template, context)
    patch_vary_headers(answer, ("HX-Request",))
    return answer


def _asking(request: HttpRequest) -> dict[str, Any]:
    """The term and its language: before any is chosen the reader's, where the assistant has learnt it."""
    language = request.GET.get("language", _readers() if "term" not in request.GET else "")
    return {
        "term": request.GET.get("term", "").strip()[: goods.LONGEST],
        "spoken": language if language in goods.LANGUAGES else "",
        "languages": sorted(words.LANGUAGES.items(), key=lambda pair: pair[1].casefold()),
        "longest": goods.LONGEST,
    }


def _of_class(request: HttpRequest, one: Heading) -> dict[str, Any]:
    """What a class of goods or services has beside its title: the assistant, and names that are common in it."""
    language = _readers() if _readers() in goods.LANGUAGES else "en"
    return {"asking": _asking(request), "common": goods.of_class(int(one.symbol), language)[:MOST_COMMON]}


def _readers() -> str:
    return (get_language() or "").partition("-")[0]


def _classification(key: str) -> Classification:
    found = queries.classification(key)
    if found is None:
        raise Http404("no such classification")
    return found


def _about(found: Classification) -> dict[str, Any]:
    return {
        "tree": found,
        "name": words.TITLES[found.key],
        "what": words.LEADS[found.key],
        "unit": words.UNITS[found.key],
        "kinds": {"goods": _("Goods"), "services": _("Services")},
    }

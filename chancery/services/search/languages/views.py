"""The counter of a query in other languages: its words, what they may be called, and the search for what was chosen."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from chancery.core.access import public
from chancery.finder import QueryError
from chancery.finder.crossing.vectors import available
from chancery.services.search import words
from chancery.services.search.asking import kept, list_of, question_of
from chancery.services.search.fairness.fairness import fair_page
from chancery.services.search.languages import languages

SHOWN_FIRST = ("de", "en", "es", "fr")


@public
@require_safe
@fair_page
def page(request: HttpRequest) -> HttpResponse:
    """What the words of the query may be called elsewhere; with ``search`` in the address, on to the results."""
    question, known = question_of(request.GET), languages.languages()
    into = tuple(one for one in request.GET.getlist("into") if one in known) or SHOWN_FIRST
    written = request.GET.get("from", "") if request.GET.get("from", "") in known else ""
    context = {
        "question": question,
        "collections": words.COLLECTIONS,
        "collection_name": words.COLLECTIONS.get(question.collection, ""),
        "carried": kept(request.GET),
        "languages": known,
        "into": into,
        "written": written,
        "means": available(),
    }
    if not question.text:
        return render(request, "search/languages.html", context)
    picked = request.GET.getlist("say") if "chosen" in request.GET else None
    try:
        chosen = languages.ask(question, into=into, written=written, picked=picked)
    except QueryError as error:
        return render(request, "search/languages.html", {**context, "error": error}, status=400)
    if "search" in request.GET:
        carried = [(name, value) for name, value in kept(request.GET, but=("dialect",))]
        return redirect(f"{list_of(question.collection)}?{urlencode([('q', chosen.query), *carried])}")
    return render(request, "search/languages.html", {**context, "chosen": chosen, "texts": _texts(chosen, known)})


def _texts(chosen: languages.Chosen, known: dict[str, str]) -> list[dict[str, object]]:
    """The texts of the query, each with its candidates by language."""
    ticked = [{one.text for one in crossing.candidates} for crossing in chosen.kept]
    return [
        {
            "text": crossing.text,
            "languages": [
                {
                    "code": language,
                    "name": known.get(language, ""),
                    "candidates": [
                        {"one": one, "tick": languages.tick(number, one.text), "chosen": one.text in ticked[number]}
                        for one in crossing.candidates
                        if one.language == language
                    ],
                }
                for language in dict.fromkeys(one.language for one in crossing.candidates)
            ],
        }
        for number, crossing in enumerate(chosen.proposed)
    ]

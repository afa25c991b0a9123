"""The counter of the analysis: what a query finds as charts, each with its table and as CSV."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from chancery.core.access import public
from chancery.finder import QueryError
from chancery.services.search import queries, words
from chancery.services.search.analysis import analysis, charts
from chancery.services.search.analysis.analysis import Crossed
from chancery.services.search.analysis.charts import Bar
from chancery.services.search.asking import chosen, kept, link, list_of, question_of
from chancery.services.search.fairness.fairness import fair_page
from chancery.services.search.queries import Question
from chancery.standards.tables import as_csv

MOST_BARS, MOST_YEARS = 12, 60
BARS = ("class", "name", "office", "country", "status", "kind", "collection")
CROSSED: dict[str, tuple[Crossed, str | Promise]] = {
    "name-year": ("name", _("Names, year by year")),
    "class-year": ("class", _("Classes, year by year")),
}
STEPS = 5
"""So many shades tell the cells of a table apart."""


@dataclass(frozen=True, slots=True)
class Country:
    """A tile of the map of countries."""

    code: str
    label: str
    tone: str
    href: str


@public
@require_safe
@partial(fair_page, searches=1 + len(CROSSED) * (1 + analysis.ROWS))
def page(request: HttpRequest) -> HttpResponseBase:
    """All charts of what the query finds."""
    question = question_of(request.GET)
    context = {
        "question": question,
        "collections": words.COLLECTIONS,
        "chosen": chosen(request, question),
        "carried": kept(request.GET),
        "results_at": _results_at(request, question),
    }
    try:
        context |= _counted(request, question)
    except QueryError as error:
        return render(request, "search/analysis.html", {**context, "error": error}, status=400)
    return render(request, "search/analysis.html", context)


def _counted(request: HttpRequest, question: Question) -> dict[str, Any]:
    total, found = analysis.counted(question, analysis.COUNTED)
    rtl = get_language_bidi()
    years = [_bar(request, "year", one) for one in _without_gaps(found["year"])]
    return {
        "total": total,
        "years": [one for one in years if one.count] if len(years) > 1 else [],
        "timeline": charts.columns(years, name=words.FACETS["year"], rtl=rtl),
        "months": _months(request, question, rtl=rtl) if total else {},
        "charts": [_chart(request, question, name, found[name], rtl=rtl) for name in BARS if len(found[name]) > 1],
        "map": _map(request, question, found),
        "crossings": [
            _crossed(request, question, key, *told)
            for key, told in CROSSED.items()
            if found["year"] and len(found[told[0]]) > 1
        ],
        "csv": {key: link(request, base=reverse("search:analysis-csv"), chart=key) for key in ("year", "month")},
    }


def _without_gaps(years: analysis.Counts) -> list[tuple[str, int]]:
    """The last years, those between that have nothing too: time goes on evenly."""
    counts = {int(year): count for year, count in years if year.isdecimal()}
    if not counts:
        return []
    last = max(counts)
    first = max(min(counts), last - MOST_YEARS + 1)
    return [(f"{year:04}", counts.get(year, 0)) for year in range(first, last + 1)]


def _bar(request: HttpRequest, facet: str, one: tuple[str, int], office: str = "") -> Bar:
    """A value of a facet; it leads to the analysis of what has it, or, once chosen, back. ``office`` is the one whose
    records all are.
    """
    value, count = one
    is_chosen = value in request.GET.getlist(facet)
    href = link(request, without=(facet, value)) if is_chosen else link(request, plus=(facet, value))
    return Bar(words.facet_value(facet, value, office), count, href, value, words.facet_note(facet, value))


def _chart(
    request: HttpRequest, question: Question, facet: str, values: Sequence[tuple[str, int]], *, rtl: bool
) -> dict[str, Any]:
    rows = [_bar(request, facet, one, queries.only_office(question)) for one in values[:MOST_BARS]]
    label = words.facet(facet, question.collection)
    return {
        "key": facet,
        "label": label,
        "drawn": charts.bars(rows, name=label, rtl=rtl),
        "rows": rows,
        "more": len(values) - len(rows),
        "csv": link(request, base=reverse("search:analysis-csv"), chart=facet),
    }


def _months(request: HttpRequest, question: Question, *, rtl: bool) -> dict[str, Any]:
    year = analysis.year_of(question)
    if year is None:
        return {}
    rows = [
        Bar(date_format(one.first, "YEAR_MONTH_FORMAT"), one.count, link(request, q=one.query, drop=("dialect",)), m)
        for one in analysis.months(question, year)
        for m in [f"{one.first:%m}"]
    ]
    return {"year": year, "rows": rows, "drawn": charts.columns(rows, name=_("Months"), rtl=rtl)}


def _map(request: HttpRequest, question: Question, found: dict[str, analysis.Counts]) -> dict[str, Any]:
    """Countries of origin, or, where the records have none, their offices."""
    facet = max(("country", "office"), key=lambda name: len(found[name]))
    values = found[facet]
    if len(values) < 2:
        return {}
    largest = values[0][1]
    tiles = [
        Country(bar.short, f"{bar.label}: {bar.count}", _tone(question, facet, bar, largest), bar.href)
        for bar in (_bar(request, facet, one) for one in values)
    ]
    return {"label": words.FACETS[facet], "tiles": tiles}


def _tone(question: Question, facet: str, bar: Bar, largest: int) -> str:
    if bar.short in question.filters.get(facet, ()):
        return "chosen"
    return "on" if bar.count * 10 >= largest else "part"


def _crossed(request: HttpRequest, question: Question, key: str, facet: Crossed, label: Any) -> dict[str, Any]:
    """The table of a facet year by year, its cells as dark as they are full; each leads to its records."""
    crossing = analysis.crossing(question, facet)
    largest = max((count for row in crossing.rows for count in row.counts), default=0) or 1
    at = list_of(question.collection)

    def cell(value: str, year: str, count: int) -> dict[str, Any]:
        href = link(request, base=at, drop=("collection",), put={facet: value, "year": year}) if count else ""
        return {"count": count, "shade": -(-STEPS * count // largest), "href": href}

    rows = [
        {
            "label": words.facet_value(facet, row.value),
            "note": words.facet_note(facet, row.value),
            "href": link(request, base=at, drop=("collection",), put={facet: row.value}),
            "total": row.total,
            "elsewhere": row.elsewhere,
            "cells": [cell(row.value, year, count) for year, count in zip(crossing.years, row.counts, strict=True)],
        }
        for row in crossing.rows
    ]
    csv = link(request, base=reverse("search:analysis-csv"), chart=key)
    return {"label": label, "head": words.FACETS[facet], "years": crossing.years, "rows": rows, "csv": csv}


def _results_at(request: HttpRequest, question: Question) -> str:
    return link(request, base=list_of(question.collection), drop=("collection",))


@public
@require_safe
@partial(fair_page, searches=1 + analysis.ROWS * 10)
def table(request: HttpRequest) -> HttpResponseBase:
    """One chart whole, as CSV: every value, also those that the page has no room for."""
    question = question_of(request.GET)
    try:
        rows = _rows(question, request.GET.get("chart", "year"))
    except QueryError as error:
        return HttpResponse(f"{error}\n", status=400, content_type="text/plain; charset=utf-8")
    answer = HttpResponse("".join(as_csv(rows)), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="analysis.csv"'
    return answer


def _rows(question: Question, chart: str) -> Iterable[Sequence[object]]:
    if chart in CROSSED:
        facet = CROSSED[chart][0]
        crossing = analysis.crossing(question, facet, rows=analysis.ROWS * 10, years=analysis.ALL_VALUES)
        told = [(row.value, row.total, *row.counts, row.elsewhere) for row in crossing.rows]
        return [(facet, "records", *crossing.years, "elsewhere"), *told]
    year = analysis.year_of(question)
    if chart == "month" and year is not None:
        return [("month", "records"), *((f"{one.first:%Y-%m}", one.count) for one in analysis.months(question, year))]
    facet_name = chart if chart in analysis.COUNTED else "year"
    return [(facet_name, "records"), *analysis.counted(question, (facet_name,))[1][facet_name]]

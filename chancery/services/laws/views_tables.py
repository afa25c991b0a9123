"""Two tables to look things up in, on a page and as a file: the Treaty's forms and its Contracting States."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from chancery.core import clock
from chancery.core.access import public
from chancery.services.laws import exports, queries, tables
from chancery.treaties.kernel.citation import parse


@public
@require_safe
def forms(request: HttpRequest) -> HttpResponse:
    """Every form of the Treaty that is known here: who issues it, what it is for, and whether it must be used."""
    lines = tables.form_lines(_sort(request))
    context = {
        "forms": [(parse(one.cites).slug, one) for one in lines],
        "titled": sum(bool(one.title) for one in lines),
        "edition": queries.edition(),
    }
    return render(request, "laws/forms.html", context)


@public
@require_safe
def forms_csv(request: HttpRequest) -> HttpResponse:
    return _file(exports.forms_as_csv(tables.form_lines(_sort(request))), "pct-forms.csv")


@public
@require_safe
def states(request: HttpRequest) -> HttpResponse:
    """Every Contracting State: bound since when, by which ways one enters, and in how many months."""
    on = clock.today()
    lines = tables.state_lines(_sort(request), on=on)
    context = {"lines": lines, "on": on, "edition": queries.edition()}
    return render(request, "laws/states.html", context)


@public
@require_safe
def states_csv(request: HttpRequest) -> HttpResponse:
    return _file(exports.states_as_csv(tables.state_lines(_sort(request), on=clock.today())), "pct-states.csv")


def _sort(request: HttpRequest) -> str:
    return request.GET.get("sort", "")


def _file(text: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(text, content_type="text/csv; charset=utf-8", headers=headers)

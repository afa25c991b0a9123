"""What a change of a calendar or a time limit would move, over all open files: a table, and the same as CSV."""

import csv
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from chancery.core.access import role
from chancery.core.clock import today
from chancery.services.examination import simulation
from chancery.services.examination.forms import SimulationForm

SHOWN = 500


@role("operator")
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The form, and what the change would move."""
    form = SimulationForm(request.GET or None)
    tried = simulation.try_out(form.change, on=today()) if form.is_valid() else None
    context: dict[str, Any] = {
        "form": form,
        "tried": tried,
        "moves": tried.moves[:SHOWN] if tried else (),
        "more": max(len(tried.moves) - SHOWN, 0) if tried else 0,
    }
    return render(request, "examination/simulation.html", context, status=422 if form.errors else 200)


@role("operator")
@require_safe
def export(request: HttpRequest) -> HttpResponse:
    """Every date that would move, with the same address parameters as the page."""
    form = SimulationForm(request.GET)
    if not form.is_valid():
        return HttpResponse("\n".join(str(one) for ones in form.errors.values() for one in ones), status=422)
    tried = simulation.try_out(form.change, on=today())
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="simulation.csv"'
    writer = csv.writer(answer)
    writer.writerow(["number", "limit", "office", "old", "new", "days"])
    for one in tried.moves:
        writer.writerow([one.case, one.key, one.office, one.old or "", one.new or "", one.days or ""])
    return answer

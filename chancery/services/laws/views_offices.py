"""Two calculators about Offices: with which one may file, and until when and at what cost one goes on."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from chancery.core import clock
from chancery.core.access import public
from chancery.services.laws import queries
from chancery.services.laws.asking import asked, status
from chancery.services.laws.forms_offices import AbroadFacts, WhereFacts


@public
@require_safe
def receiving_office(request: HttpRequest) -> HttpResponse:
    """With which Offices these applicants may file, why, and which Authorities search for them."""
    form = asked(WhereFacts, request, on=clock.today())
    context: dict[str, Any] = {"form": form, "edition": queries.edition()}
    if form.is_bound and form.is_valid():
        context["where"] = queries.where_to_file(form.parties(), on=form.cleaned_data["on"])
    return render(request, "laws/receiving_office.html", context, status=status(form))


@public
@require_safe
def national_phase(request: HttpRequest) -> HttpResponse:
    """Until when, and at what cost, an application goes on in chosen Offices."""
    form = asked(AbroadFacts, request)
    context: dict[str, Any] = {"form": form, "edition": queries.edition()}
    if form.is_bound and form.is_valid():
        facts = form.cleaned_data
        context["abroad"] = queries.abroad(
            form.record(),
            offices=form.chosen(),
            on=clock.today(),
            extent=form.extent(),
            words=facts["words"],
            entity=facts["entity"],
            years=facts["years"],
        )
    return render(request, "laws/national_phase.html", context, status=status(form))

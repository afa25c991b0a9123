"""The office's own counter: record of processing, processors, breaches, and the report that is made of all."""

import csv
import io
from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from chancery.core.access import role
from chancery.core.clock import now, today
from chancery.core.refusal import Refused
from chancery.core.saying import said
from chancery.records.privacy import breaches, firms, processing, versions
from chancery.records.privacy.notice import Notice
from chancery.records.privacy.notice_forms import Breaking, Processing
from chancery.records.privacy.notice_models import Breach
from chancery.records.privacy.report import Report, parts, pdf, plain, report
from chancery.records.privacy.summary import CATEGORIES

READABLE = {"ensure_ascii": False, "indent": 2}
IN_TABLE = (
    *("room", "what", "model", "rows", "purposes", "subjects", "categories", "bases", "recipients", "keeps", "cites"),
)


@role("operator")
@never_cache
@require_safe
def records(request: HttpRequest) -> HttpResponse:
    """The record of processing activities (GDPR Art. 30); ``?csv`` hands it out as a table."""
    told = versions.current()
    found = processing.activities(told)
    if "csv" in request.GET:
        return _table(found)
    context = {
        "activities": found,
        "categories": {category.value: words for category, words in CATEGORIES.items()},
        "measures": processing.measures(),
        "office": told.office,
    }
    return render(request, "privacy/processing.html", context)


def _table(found: list[processing.Activity]) -> HttpResponse:
    text = io.StringIO()
    table = csv.writer(text)
    table.writerow([*IN_TABLE, "processors"])
    for one in found:
        values = [getattr(one, name) for name in IN_TABLE]
        firms = "; ".join(firm.name for firm in one.processors)
        table.writerow([*("; ".join(value) if isinstance(value, tuple) else value for value in values), firms])
    headers = {"Content-Disposition": 'attachment; filename="processing.csv"', "Cache-Control": "no-store"}
    return HttpResponse(text.getvalue(), content_type="text/csv; charset=utf-8", headers=headers)


@role("operator")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def firm_list(request: HttpRequest) -> HttpResponse:
    """Who handles data for the office; a POST enters one, and the notice gets a new version."""
    choices = _choices(versions.current())
    form = Processing(request.POST if request.method == "POST" else None, holdings=choices)
    if form.is_valid() and _accepted(form, lambda facts: firms.engage(**facts, known=dict(choices), at=now())):
        messages.success(request, _("Entered. The notice has a new version; whoever has an account is told."))
        return redirect("privacy:firms")
    context = {"form": form, "rows": firms.engaged(), "titles": dict(choices)}
    return render(request, "privacy/firms.html", context, status=422 if form.errors else 200)


@role("operator")
@require_POST
def end_firm(request: HttpRequest, processor_id: int) -> HttpResponse:
    try:
        firms.end(processor_id, at=now())
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect("privacy:firms")


@role("operator")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def breach_list(request: HttpRequest) -> HttpResponse:
    """The register of breaches; a POST opens an entry."""
    choices = _choices(versions.current())
    form = Breaking(request.POST if request.method == "POST" else None, holdings=choices, initial={"known_at": now()})
    made: list[int] = []

    def enter(facts: dict[str, Any]) -> None:
        made.append(breaches.enter(facts, known=dict(choices), by=_me(request), at=now()))

    if form.is_valid() and _accepted(form, enter):
        return redirect("privacy:breach", made[0])
    context = {
        "form": form,
        "rows": [(one, breaches.duties(one, at=now())) for one in breaches.entries()],
        "now": now(),
    }
    return render(request, "privacy/breaches.html", context, status=422 if form.errors else 200)


@role("operator")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def breach(request: HttpRequest, breach_id: int) -> HttpResponse:
    """One entry: the clock, what is known, what was entered before; a POST enters what is known now, or closes it."""
    entry = breaches.entry(breach_id)
    if entry is None:
        raise Http404
    choices = _choices(versions.current())
    closing = "close" in request.POST
    sent = request.POST if request.method == "POST" and not closing else None
    form = Breaking(sent, holdings=choices, initial=_as_entered(entry))
    refused = _closed(entry, request) if closing else ""

    def amend(facts: dict[str, Any]) -> None:
        breaches.amend(breach_id, facts, known=dict(choices), by=_me(request), at=now())

    if (closing and not refused) or (form.is_valid() and _accepted(form, amend)):
        messages.success(request, _("Entered."))
        return redirect("privacy:breach", breach_id)
    context = {
        "breach": entry,
        "duties": breaches.duties(entry, at=now()),
        "notes": breaches.notes(breach_id),
        "form": form,
        "refused": refused,
        "titles": dict(choices),
        "now": now(),
    }
    return render(request, "privacy/breach.html", context, status=422 if form.errors or refused else 200)


def _closed(entry: Breach, request: HttpRequest) -> str:
    try:
        breaches.close(entry.pk, by=_me(request), at=now())
    except Refused as refused:
        return str(refused)
    return ""


def _as_entered(entry: Breach) -> dict[str, Any]:
    return {name: getattr(entry, name) for name in breaches.FIELDS}


@role("operator")
@never_cache
@require_safe
def accounted(request: HttpRequest) -> HttpResponse:
    """The report for the data protection officer over a period, counted now."""
    since, until, wrong = _period(request)
    counted = _report(since, until)
    context = {"report": counted, "wrong": wrong, "parts": parts(counted)}
    return render(request, "privacy/report.html", context, status=422 if wrong else 200)


@role("operator")
@never_cache
@require_safe
def accounted_pdf(request: HttpRequest) -> HttpResponse:
    since, until, _wrong = _period(request)
    headers = {"Content-Disposition": f'attachment; filename="data-protection-{since}-{until}.pdf"'}
    return HttpResponse(pdf(_report(since, until)), content_type="application/pdf", headers=headers)


@role("operator")
@never_cache
@require_safe
def accounted_json(request: HttpRequest) -> HttpResponse:
    since, until, _wrong = _period(request)
    return JsonResponse(plain(_report(since, until)), json_dumps_params=READABLE)


def _report(since: date, until: date) -> Report:
    return report(versions.current(), since=since, until=until, at=now())


def _period(request: HttpRequest) -> tuple[date, date, str]:
    """The days asked for; the year so far where none are, or where they cannot be read: then it says so."""
    day = today()
    usual = (date(day.year, 1, 1), day, "")
    texts = request.GET.get("since", ""), request.GET.get("until", "")
    if not any(texts):
        return usual
    try:
        since, until = (parse_date(text) for text in texts)
    except ValueError:
        since = until = None
    if since is None or until is None or since > until:
        return (*usual[:2], _("Write two days, the earlier first, such as 2026-01-01 and 2026-12-31."))
    return since, until, ""


def _choices(told: Notice) -> list[tuple[str, str]]:
    """Every declared table with personal data: what one chooses from."""
    return [(holding.model, said(holding.what)) for room in told.rooms for holding in room.holdings]


def _accepted(form: forms.Form, act: Callable[[dict[str, Any]], object]) -> bool:
    """Whether the act took place; otherwise the form says why not, beside the field."""
    try:
        act(dict(form.cleaned_data))
    except Refused as refused:
        for finding in refused.findings:
            form.add_error(finding.field if finding.field in form.fields else None, finding.message)
        return False
    return True


def _me(request: HttpRequest) -> int:
    user_id = request.user.pk
    assert user_id is not None  # the mark on the view has seen to it
    return user_id

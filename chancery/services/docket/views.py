"""The docket's counter: the table, the reasoning of one limit, what if, reminders and the calendar feed."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST, require_safe

from chancery.core import clock
from chancery.core.access import public, signed_in
from chancery.core.refusal import Refused
from chancery.records.mail import queries as mail
from chancery.records.register import queries as register
from chancery.records.register.queries import Right
from chancery.services.docket import actions, files, queries
from chancery.services.docket.files import File
from chancery.services.docket.forms import WhatIf, Wishes, begun
from chancery.services.docket.models import Line
from chancery.services.docket.supposing import suppose
from chancery.services.docket.templatetags.docket import page_of
from chancery.standards.icalendar import Dated, as_calendar
from chancery.standards.tables import as_csv

PAGE_LENGTH = 50
COLUMNS = ("number", "key", "act", "actor", "office", "due", "days", "missing", "cites")


@signed_in
@require_safe
def docket(request: HttpRequest) -> HttpResponse:
    """Every time limit of the files that are shared with the person who asks: patents, marks, designs, indications."""
    on, choice = clock.today(), queries.Choice.of(request.GET.dict())
    numbers = register.shared_with(_me(request), on=on)
    page = Paginator(queries.lines(numbers, choice, on=on), PAGE_LENGTH).get_page(request.GET.get("page"))
    found = files.files({line.number for line in page.object_list})
    counts = queries.counts(numbers, choice, on=on)
    context = {
        "choice": choice,
        "page": page,
        "titles": {number: files.title(one) for number, one in found.items()},
        "views": [(key, label, counts[key]) for key, label in _views()],
        "windows": [("", pgettext("time limits", "Any day")), *((key, _("%s days") % key) for key in queries.WINDOWS)],
        "today": on,
        "any": bool(numbers),
    }
    return render(request, "docket/docket.html", context)


@signed_in
@require_safe
def export(request: HttpRequest) -> HttpResponseBase:
    """The table as a CSV file, with the same address parameters as the page."""
    on, choice = clock.today(), queries.Choice.of(request.GET.dict())
    found = queries.lines(register.shared_with(_me(request), on=on), choice, on=on)
    response = StreamingHttpResponse(as_csv(_rows(found, on)), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="docket-{on}.csv"'
    return response


@signed_in
@require_safe
def why(request: HttpRequest, address: str, place: str) -> HttpResponse:
    """The reasoning of one time limit: a piece for the table, a page without JavaScript."""
    found = _mine(request, address)
    limit = queries.explained(found, int(place))
    if limit is None:
        raise Http404("no such time limit")
    template = "docket/piece/why.html" if request.headers.get("HX-Request") else "docket/why.html"
    return render(request, template, {"number": found.number, "limit": limit})


@signed_in
@require_safe
def what_if(request: HttpRequest, address: str) -> HttpResponse:
    """The time limits of an application before and after something that is only supposed."""
    right = _mine(request, address)
    if not isinstance(right, Right):
        raise Http404("no such application among yours")
    asked = bool(request.GET)
    form = WhatIf(right, begun(request.GET.dict(), clock.today()) if asked else None, initial={"on": clock.today()})
    what = form.supposition()
    moved = suppose(right, what) if what else []
    context = {
        "right": right,
        "form": form,
        "asked": asked,
        "moved": [one for one in moved if one.changed],
        "same": sum(not one.changed for one in moved),
    }
    return render(request, "docket/what_if.html", context, status=422 if form.is_bound and form.errors else 200)


@signed_in
def wishes(request: HttpRequest) -> HttpResponse:
    """Reminders and the calendar feed."""
    wish = queries.wish(_me(request))
    reminded = wish.reminders and mail.wanted("reminder", user=_me(request))
    form = Wishes(request.POST or None, initial={"reminders": reminded, "days_ahead": wish.days_ahead})
    if request.method == "POST" and form.is_valid():
        try:
            actions.wish_reminders(
                wanted=form.cleaned_data["reminders"],
                days_ahead=form.cleaned_data["days_ahead"],
                by=_me(request),
                at=clock.now(),
            )
        except Refused as refused:
            for finding in refused.findings:
                form.add_error(finding.field or None, finding.message)
        else:
            messages.success(request, _("Saved."))
            return redirect("docket:wishes")
    context = {"form": form, "wish": wish, "post": bool(settings.SMTP)}
    return render(request, "docket/wishes.html", context, status=422 if form.is_bound and form.errors else 200)


@signed_in
@require_POST
def open_feed(request: HttpRequest) -> HttpResponse:
    """Make the secret address and show it, once."""
    secret = actions.open_feed(by=_me(request), at=clock.now())
    link = request.build_absolute_uri(reverse("docket:feed", args=[secret]))
    response = render(request, "docket/feed_opened.html", {"link": link})
    response["Cache-Control"] = "no-store"
    return response


@signed_in
@require_POST
def close_feed(request: HttpRequest) -> HttpResponse:
    actions.close_feed(by=_me(request), at=clock.now())
    messages.success(request, _("The address of your calendar no longer works."))
    return redirect("docket:wishes")


@public
@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """A person's time limits as a calendar, for whoever knows the address. It tells no title (PCT Art. 30)."""
    owner = queries.feed_owner(secret)
    if owner is None:
        raise Http404("no such calendar")
    days = [
        Dated(limit, request.build_absolute_uri(page_of(number)), number)
        for number, limit in queries.feed(owner, on=clock.today())
    ]
    text = as_calendar(days, at=clock.now(), name=str(settings.OFFICE_NAME))
    headers = {"Cache-Control": "private, no-store", "X-Robots-Tag": "noindex"}
    return HttpResponse(text, content_type="text/calendar; charset=utf-8", headers=headers)


def _views() -> list[tuple[str, str]]:
    return [
        ("duty", _("To be done")),
        ("option", _("Possible until")),
        ("office", _("By the Offices")),
        ("all", _("All")),
    ]


def _mine(request: HttpRequest, address: str) -> File:
    """A file that is shared with the person who asks; for everyone else there is none."""
    number = register.from_address(address)
    found = files.file(number) if register.level(number, _me(request), on=clock.today()) else None
    if found is None:
        raise Http404("no such application among yours")
    return found


def _me(request: HttpRequest) -> int:
    return int(request.user.pk or 0)


def _rows(lines: QuerySet[Line], on: date) -> Iterator[Iterable[Any]]:
    yield COLUMNS
    for line in lines:
        days = (line.due - on).days if line.due else None
        yield (line.number, line.key, line.act, line.actor, line.office, line.due, days, line.missing, line.cites)

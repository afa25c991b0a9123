"""A registration file for the people it belongs to: how it stands, its life as a picture, its files."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from chancery.core import clock
from chancery.core.access import signed_in
from chancery.records.accounts import queries as accounts
from chancery.records.documents import queries as documents
from chancery.records.fees import queries as fees
from chancery.records.mail import queries as mail
from chancery.records.register import queries as rights
from chancery.records.register.queries import Registration
from chancery.services.filing.registrations import file as files
from chancery.services.filing.registrations import sheets
from chancery.services.filing.views import sharing
from chancery.services.filing.views.counter import as_pdf, user_id
from chancery.standards.icalendar import Dated, as_calendar


def own_file(request: HttpRequest, address: str) -> Registration:
    """The file, if it is shared with the person who asks. Raises `Http404`."""
    file = files.own(rights.from_address(address), user_id=user_id(request), on=clock.today())
    if file is None:
        raise Http404("no such registration")
    return file


def may_act(request: HttpRequest, file: Registration) -> bool:
    return rights.level(file.number, user_id(request), on=clock.today()) == "owner"


@signed_in
@require_safe
def file(request: HttpRequest, address: str) -> HttpResponse:
    """How a registration stands: what is to be done, in which parties, what happened, what is due, who can see it."""
    found, today = own_file(request, address), clock.today()
    return render(
        request, "filing/registrations/file.html", {**_common(request, found), **_told(request, found, today)}
    )


def _common(request: HttpRequest, found: Registration) -> dict[str, Any]:
    return {
        "file": found,
        "may_act": may_act(request, found),
        "public": rights.is_public(found.number),
        "today": clock.today(),
    }


def _told(request: HttpRequest, found: Registration, today: Any) -> dict[str, Any]:
    if found.erased or found.received_on is None:
        return {"story": [rights.describe(entry, shown=True) for entry in rights.timeline(found.number)]}
    limits = files.coming(found, on=today)
    return {
        "data": files.data(found, on=today),
        "statuses": [(files.strand(one), one) for one in found.statuses(on=today)],
        "notices": files.open_notices(found, on=today),
        "statements": files.statements(found),
        "asked": files.requests(found),
        "lives": found.lives(on=today),
        "until": found.until(on=today),
        "things": files.listed(found),
        "limits": limits[: files.NEXT],
        "later_limits": limits[files.NEXT :],
        "story": [rights.describe(entry, shown=True) for entry in rights.timeline(found.number)],
        "papers": files.papers(found),
        "invoice": fees.invoice(found.number),
        "letters": mail.letters_about(found.number, user_id(request)),
        "people": accounts.people(rights.holders(found.number)),
    }


@signed_in
@require_safe
def life(request: HttpRequest, address: str) -> HttpResponse:
    """What became of it in each party: the picture over time, as wide as the page, and the table under it."""
    found, today = own_file(request, address), clock.today()
    known = not found.erased and found.received_on is not None
    context = {
        **_common(request, found),
        "lives": found.lives(on=today) if known else (),
        "until": found.until(on=today) if known else None,
    }
    return render(request, "filing/registrations/life.html", context)


@signed_in
@require_safe
def calendar(request: HttpRequest, address: str) -> HttpResponse:
    """The time limits of one file as iCalendar. It tells no title."""
    found = own_file(request, address)
    page = request.build_absolute_uri(reverse("filing:registration", args=[address]))
    days = [Dated(one.limit, page, found.number) for one in files.coming(found, on=clock.today())]
    text = as_calendar(days, at=clock.now(), name=found.number)
    name = f'attachment; filename="{address}.ics"'
    headers = {"Content-Disposition": name, "Cache-Control": "private, no-store"}
    return HttpResponse(text, content_type="text/calendar; charset=utf-8", headers=headers)


@signed_in
@require_safe
def document(request: HttpRequest, address: str, sha256: str) -> HttpResponseBase:
    """A file of the registration, as it was received."""
    found = own_file(request, address)
    named = {one["sha256"]: one["name"] for one in files.papers(found)}
    if sha256 not in named:
        raise Http404("no such file in this registration")
    try:
        return documents.download(sha256, name=named[sha256], inline=True)
    except documents.Missing:
        raise Http404("the file is no longer kept") from None


@signed_in
@require_safe
def printed(request: HttpRequest, address: str) -> HttpResponse:
    """The application as it was presented, laid out on sheets."""
    found = own_file(request, address)
    try:
        return as_pdf(sheets.of_file(found), name=address)
    except ValueError:
        raise Http404("its content has been erased") from None


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def shared(request: HttpRequest, address: str) -> HttpResponse:
    """Who can see it, and why; sharing it with an organisation."""
    found = own_file(request, address)
    back = {"href": reverse("filing:registration", args=[address]), "title": found.title or found.number}
    return sharing.page(request, found.number, back)

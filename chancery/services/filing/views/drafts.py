"""Beginning, copying and discarding a draft; one page for each box of its form."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from chancery.core import clock
from chancery.core.access import signed_in
from chancery.core.refusal import Refused
from chancery.records.documents import queries as documents
from chancery.records.register import queries as rights
from chancery.services.filing import actions, books, whole
from chancery.services.filing.registrations import sheets
from chancery.services.filing.views.counter import as_pdf, own_draft, pdf, say, to_first_box, user_id
from chancery.services.filing.views.editing import editor
from chancery.services.filing.views.posts import post

get_or_post = require_http_methods(["GET", "HEAD", "POST"])


@signed_in
@get_or_post
def start(request: HttpRequest) -> HttpResponse:
    """What is needed for an international application, and the button that begins one."""
    if request.method == "POST":
        try:
            treaty = request.POST.get("treaty", "pct")
            pk = actions.start(treaty=treaty, by=user_id(request), at=clock.now())
        except Refused as refused:
            say(request, refused)
            return redirect("filing:mine")
        return to_first_box(pk, treaty)
    return render(request, "filing/start.html", {"limit": settings.UPLOAD_LIMIT, "books": books.BOOKS})


@signed_in
@require_safe
def draft(request: HttpRequest, pk: int) -> HttpResponse:
    """A draft's own address leads to its first box; once handed in, to the application."""
    row = own_draft(request, pk)
    if not row.is_open:
        return redirect(books.of(row).page, rights.in_address(row.number))
    return to_first_box(pk, row.treaty)


@signed_in
@require_POST
def copy(request: HttpRequest, pk: int) -> HttpResponse:
    row = own_draft(request, pk)
    try:
        twin = actions.copy(pk, by=user_id(request), at=clock.now())
    except Refused as refused:
        say(request, refused)
        return redirect("filing:mine")
    return to_first_box(twin, row.treaty)


@signed_in
@get_or_post
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask once, then delete."""
    row = own_draft(request, pk)
    if not row.is_open:
        return redirect("filing:draft", pk)
    if request.method == "POST":
        actions.discard(pk, by=user_id(request), at=clock.now())
        messages.success(request, _("The draft has been discarded."))
        return redirect("filing:mine")
    return render(request, "filing/discard.html", {"draft": row})


@signed_in
@require_safe
def file(request: HttpRequest, pk: int, kind: str) -> HttpResponseBase:
    """A file of a draft, back to the person who brought it; of a picture a small one, where ``?small`` asks for it."""
    row = own_draft(request, pk)
    found = books.of(row).uploads.find(kind, row)
    if found is None:
        raise Http404("no such file")
    if "small" in request.GET and (small := documents.small_picture(found["sha256"])):
        return documents.download(small, name=f"{kind}.jpg", inline=True)
    return documents.download(found["sha256"], name=found["name"], inline=True)


@signed_in
@require_safe
def request_sheets(request: HttpRequest, pk: int) -> HttpResponse:
    """A draft as it would be printed; a request under the PCT as its sheets are counted."""
    row = own_draft(request, pk)
    if row.treaty != "pct":
        return as_pdf(sheets.of_draft(row), name="application")
    return pdf(whole.application_of(row))


@signed_in
@get_or_post
def box(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """One box of the request: shown, saved as it is typed, saved by a button."""
    row = own_draft(request, pk)
    shown = books.of(row).by_slug.get(slug)
    if shown is None:
        raise Http404("no such box")
    if not row.is_open:
        return redirect("filing:draft", pk)
    if whole.level_of(row, user_id(request), on=clock.today()) == "viewer":
        return redirect("filing:check", pk)
    if request.method != "POST":
        return render(request, "filing/editor.html", editor(row, shown))
    return post(request, row, shown)

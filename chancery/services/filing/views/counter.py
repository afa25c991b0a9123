"""What the pages of this room have in common."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from chancery.core import clock
from chancery.core.refusal import Refused
from chancery.records.register import queries as rights
from chancery.services.filing import books, queries
from chancery.services.filing import request as sheets
from chancery.services.filing.models import Draft
from chancery.treaties import pct


def user_id(request: HttpRequest) -> int:
    """Who is asking. Every page of this room is for those who have signed in."""
    user: Any = request.user
    return int(user.pk)


def own_draft(request: HttpRequest, pk: int) -> Draft:
    """A draft that the person may see; for everyone else there is none."""
    row = queries.draft(pk, user_id=user_id(request), on=clock.today())
    if row is None:
        raise Http404("no such draft")
    return row


def pdf(application: pct.Application, number: str = "") -> HttpResponse:
    """The request as sheets, to be looked at or printed."""
    return as_pdf(sheets.typeset(application, number=number), name=rights.in_address(number) if number else "request")


def as_pdf(data: bytes, *, name: str) -> HttpResponse:
    """Sheets that only those who may see them get, shown in place."""
    response = HttpResponse(data, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    response["Cache-Control"] = "private, no-store"
    return response


def to_first_box(pk: int, treaty: str) -> HttpResponse:
    """Where the writing of a draft begins."""
    return redirect("filing:box", pk, books.BOOKS[treaty].boxes[0].slug)


def say(request: HttpRequest, refused: Refused) -> None:
    """Show a refusal at the top of the next page."""
    for finding in refused.findings:
        messages.error(request, finding.message)


def whole_number(text: str) -> int:
    """A whole number that a form carried; -1, which is none of ours, where it is not one."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else -1

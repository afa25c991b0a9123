"""The forms of the boxes of a mark that do more than save fields."""

from collections.abc import Callable, Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from chancery.core import clock
from chancery.core.refusal import Refused
from chancery.services.filing import actions
from chancery.services.filing.models import Draft
from chancery.services.filing.registrations.madrid import actions as marks
from chancery.services.filing.registrations.madrid import terms
from chancery.services.filing.shapes import Box
from chancery.services.filing.views.attaching import attach
from chancery.services.filing.views.counter import user_id
from chancery.services.filing.views.editing import again, onward, save_fields


def save_mark(request: HttpRequest, row: Draft, box: Box) -> HttpResponse:
    """Take the file that shows the mark, take one out, or save what is said about it."""
    where = request.POST.get("where", "")
    if "attach" not in request.POST and "detach" not in request.POST:
        return save_fields(request, row, box)
    try:
        if "detach" in request.POST:
            _take_out(request, row)
        elif upload := request.FILES.get("file"):
            attach(request, row, where, upload, field=where)
    except Refused as refused:
        return again(request, row, box, status=422, refused=refused.findings)
    return _shown(request, row, box)


def _take_out(request: HttpRequest, row: Draft) -> None:
    """Take a file and the reproduction that it was out of the draft."""
    listed, _dot, place = request.POST["detach"].rpartition(".")
    known = int(place) if place.isdigit() and len(place) < 4 else -1
    actions.remove(row.pk, group=listed, place=known, revision=row.revision, by=user_id(request), at=clock.now())


def save_goods(request: HttpRequest, row: Draft, box: Box) -> HttpResponse:
    """Look terms up, put them into the list with their classes, put the list in order, or save its lines."""
    by, at = user_id(request), clock.now()
    typed = request.POST.get("terms", "")[: terms.LONGEST]
    try:
        if "take" in request.POST:
            marks.take_terms(row.pk, terms=terms.chosen(request.POST.getlist("take")), by=by, at=at)
        elif "sort" in request.POST:
            marks.sort_goods(row.pk, by=by, at=at)
        elif "terms" not in request.POST:
            return save_fields(request, row, box)
    except Refused as refused:
        return again(request, row, box, status=422, refused=refused.findings)
    looked = terms.look_up(typed, language=row.application["language"])
    if request.htmx and request.htmx.target == "looked":  # type: ignore[attr-defined]  # set by the middleware
        return render(request, "filing/madrid/looked.html", {"looked": looked})
    return again(request, row, box, status=200, besides={"looked": looked, "terms": typed})


def save_parties(request: HttpRequest, row: Draft, box: Box) -> HttpResponse:
    """Designate the parties that are ticked, or save what differs by party."""
    if "designate" not in request.POST:
        return save_fields(request, row, box)
    try:
        marks.designate(row.pk, parties=request.POST.getlist("parties"), by=user_id(request), at=clock.now())
    except Refused as refused:
        return again(request, row, box, status=422, refused=refused.findings)
    return _shown(request, row, box)


def _shown(request: HttpRequest, row: Draft, box: Box) -> HttpResponse:
    if request.htmx:  # type: ignore[attr-defined]  # set by the middleware
        return again(request, row, box, status=200)
    return onward(request, row, box, "#box")


POSTS: Mapping[str, Callable[[HttpRequest, Draft, Box], HttpResponse]] = {
    "mark": save_mark,
    "goods": save_goods,
    "designations": save_parties,
}

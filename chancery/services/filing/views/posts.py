"""Boxes whose forms do more than save fields: files, signatures. ``POSTS`` says by treaty and box which."""

from collections.abc import Callable, Iterator, Mapping

from django.http import HttpRequest, HttpResponse

from chancery.core import clock
from chancery.core.refusal import Refused
from chancery.services.filing import actions, boxes
from chancery.services.filing.models import Draft
from chancery.services.filing.registrations.hague import posts as hague
from chancery.services.filing.registrations.madrid import posts as madrid
from chancery.services.filing.shapes import Box
from chancery.services.filing.views.attaching import attach
from chancery.services.filing.views.counter import user_id, whole_number
from chancery.services.filing.views.editing import again, onward, save_fields
from chancery.treaties.kernel import Finding

Post = Callable[[HttpRequest, Draft, Box], HttpResponse]


def post(request: HttpRequest, row: Draft, box: Box) -> HttpResponse:
    """Take what the form of a box sent."""
    return POSTS.get(row.treaty, {}).get(box.slug, save_fields)(request, row, box)


def save_documents(request: HttpRequest, row: Draft, box: Box) -> HttpResponse:
    """Attach every file that was chosen; those that cannot be taken are refused beside their part."""
    if "shown" in request.POST:
        return save_fields(request, row, box)
    refused = list(_take_documents(request, row))
    if refused:
        return again(request, row, box, status=422, refused=refused)
    if request.htmx:  # type: ignore[attr-defined]
        return again(request, row, box, status=200)
    return onward(request, row, box)


def _take_documents(request: HttpRequest, row: Draft) -> Iterator[Finding]:
    """Do what was asked of each part; yields what cannot be done, and why."""
    by, at = user_id(request), clock.now()
    if "detach" in request.POST:
        actions.detach(row.pk, kind=request.POST["detach"], by=by, at=at)
    for kind in dict.fromkeys([*boxes.PARTS, *map(str, request.FILES)]):
        try:
            if (language := request.POST.get(f"language.{kind}")) is not None:
                actions.say_language(row.pk, kind=kind, language=language, by=by, at=at)
            if upload := request.FILES.get(kind):
                attach(request, row, kind, upload, field=f"parts.{kind}")
        except Refused as no:
            yield from no.findings


def save_signature(request: HttpRequest, row: Draft, box: Box) -> HttpResponse:
    by, at = user_id(request), clock.now()
    name, capacity = request.POST.get("name", ""), request.POST.get("capacity", "")
    try:
        if "unsign" in request.POST:
            actions.take_back_signature(row.pk, place=whole_number(request.POST["unsign"]), by=by, at=at)
        elif "sign" in request.POST:
            actions.sign(row.pk, name=name, capacity=capacity, by=by, at=at)
    except Refused as refused:
        return again(
            request, row, box, status=422, typed={"name": name, "capacity": capacity}, refused=refused.findings
        )
    return onward(request, row, box)


POSTS: Mapping[str, Mapping[str, Post]] = {
    "pct": {"documents": save_documents, "signature": save_signature},
    "madrid": {**madrid.POSTS, "signature": save_signature},
    "hague": {**hague.POSTS, "signature": save_signature},
    "lisbon": {"signature": save_signature},
}

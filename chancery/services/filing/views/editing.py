"""The editor of a box: what its page shows, and its fields saved as they are typed or by a button."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chancery.core import clock
from chancery.core.refusal import Denied, Refused
from chancery.records.register import queries as rights
from chancery.services.filing import actions, address_book, assessment, books, content, forms, paths
from chancery.services.filing.actions import Difference, Diverged
from chancery.services.filing.book import Book
from chancery.services.filing.models import Draft
from chancery.services.filing.shapes import Box
from chancery.services.filing.views.counter import user_id, whole_number
from chancery.services.filing.views.shows import shows
from chancery.treaties.kernel import Finding


def editor(
    row: Draft,
    box: Box,
    *,
    typed: Mapping[str, content.Value] | None = None,
    differences: Sequence[Difference] = (),
    refused: Sequence[Finding] = (),
    besides: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Everything that the page of a box shows. ``refused`` are findings of an act that was just refused.

    ``besides`` is what a form of the box has just been told.
    """
    today = clock.today()
    assessed = assessment.assess(row, on=today)
    by_field = dict(assessed.by_field)
    for finding in refused:
        by_field[finding.field] = [finding, *by_field.get(finding.field, [])]
    book = books.of(row)
    place = book.boxes.index(box)
    return {
        "draft": row,
        "book": book,
        "box": box,
        "shown": forms.show(book, box, row, by_field, typed=typed),
        "found": by_field,
        "assessment": assessed,
        "steps": assessment.steps(assessed),
        "following": book.boxes[place + 1] if place + 1 < len(book.boxes) else None,
        "differences": [Told(book, one) for one in differences],
        "today": today,
        "invited": _invited(row),
        "taken_from": address_book.place_of(book, box),
        "signing": signing(by_field, typed),
        **shows(row, box, assessed, by_field),
        **(besides or {}),
    }


def signing(found: forms.Findings, typed: Mapping[str, content.Value] | None) -> dict[str, Any]:
    """What the two fields of a signature show: what was typed and could not be taken, and why."""
    said = [one for path, each in found.items() if path.startswith("signatures.0.") for one in each]
    return {**(typed or {}), "found": said}


class Told:
    """A difference between two tabs, in words."""

    def __init__(self, book: Book, difference: Difference) -> None:
        self.path = difference.path
        self.label = book.label_of(difference.path)
        self.stored = _in_words(difference.stored)
        self.typed = _in_words(difference.typed)


def _in_words(value: content.Value) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return ", ".join(value) if isinstance(value, list) else value or _("(empty)")


def _invited(row: Draft) -> Any:
    """The invitation that a draft answers."""
    right = rights.right(row.number) if row.answers is not None else None
    return next((one for one in right.invitations if one.invitation == row.answers), None) if right else None


def save_fields(request: HttpRequest, row: Draft, box: Box) -> HttpResponse:
    typed = forms.typed_in(request.POST, books.of(row), box)
    by, at = user_id(request), clock.now()
    try:
        saved = actions.save(row.pk, changes=typed, revision=revision_of(request), by=by, at=at)
        anchor = _change_lists(request, row, saved.revision)
    except Diverged as diverged:
        return again(request, row, box, status=409, typed=typed, differences=diverged.differences)
    except Denied as denied:
        raise Http404(str(denied)) from None
    except Refused as refused:
        return again(request, row, box, status=422, typed=typed, refused=refused.findings)
    if saved.lapsed:
        messages.warning(request, _("The signature has lapsed, because what had been signed was changed. Sign again."))
    if request.htmx and not anchor:  # type: ignore[attr-defined]  # set by the middleware
        row.refresh_from_db()
        return render(request, "filing/autosaved.html", editor(row, box))
    return onward(request, row, box, anchor)


def again(request: HttpRequest, row: Draft, box: Box, *, status: int, **more: Any) -> HttpResponse:
    """The same box with what was typed, and why it was not saved."""
    row.refresh_from_db()
    if request.htmx:  # type: ignore[attr-defined]
        response = render(request, "filing/swapped.html", editor(row, box, **more))
        response["HX-Retarget"], response["HX-Reswap"] = "#box", "outerHTML"
        return response
    return render(request, "filing/editor.html", editor(row, box, **more), status=status)


def _change_lists(request: HttpRequest, row: Draft, revision: int) -> str:
    """The buttons that add an item to a list, take one out, or move it. Returns where the page goes on."""
    by, at = user_id(request), clock.now()
    if "add" in request.POST:
        listed = request.POST["add"]
        actions.add(row.pk, group=listed, by=by, at=at)
        row.refresh_from_db()
        return f"#item-{listed}.{len(paths.at(row.application, listed)) - 1}"
    if "remove" in request.POST:
        listed, _dot, place = request.POST["remove"].rpartition(".")
        actions.remove(row.pk, group=listed, place=whole_number(place), revision=revision, by=by, at=at)
        return "#box"
    if "move" in request.POST:
        item, _space, to = request.POST["move"].partition(" ")
        listed, _dot, place = item.rpartition(".")
        old, new = whole_number(place), whole_number(to)
        actions.move(row.pk, group=listed, place=old, to=new, revision=revision, by=by, at=at)
        return f"#item-{listed}.{new}"
    return ""


def onward(request: HttpRequest, row: Draft, box: Box, anchor: str = "") -> HttpResponse:
    boxes = books.of(row).boxes
    following = boxes.index(box) + 1
    if "next" in request.POST:
        if following == len(boxes):
            return redirect("filing:check", row.pk)
        return redirect("filing:box", row.pk, boxes[following].slug)
    return redirect(reverse("filing:box", args=[row.pk, box.slug]) + anchor)


def revision_of(request: HttpRequest) -> int:
    return whole_number(request.POST.get("revision", ""))

"""My applications, and the editor: one page for each box of the request."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from chancery.core import clock
from chancery.core.access import signed_in
from chancery.core.refusal import Denied, Refused
from chancery.records.documents import queries as documents
from chancery.records.register import queries as rights
from chancery.services.filing import actions, assessment, boxes, choices, content, forms, queries, sequences, whole
from chancery.services.filing.actions import Difference, Diverged
from chancery.services.filing.models import Draft
from chancery.services.filing.shapes import Box, Text
from chancery.services.filing.views.counter import own_draft, pdf, say, user_id, whole_number
from chancery.treaties import pct
from chancery.treaties.kernel import Finding
from chancery.treaties.pct import states
from chancery.treaties.pct.reduction import reduction

get_or_post = require_http_methods(["GET", "HEAD", "POST"])
A_PAGE = 50
STATES = {
    "": gettext_lazy("In any state"),
    "draft": gettext_lazy("Drafts"),
    "answer": gettext_lazy("Answers being written"),
    "received": gettext_lazy("Being examined"),
    "invited": gettext_lazy("Invited to correct"),
    "accorded": gettext_lazy("Filing date accorded"),
    "published": gettext_lazy("Published"),
    "ended": gettext_lazy("Ended"),
}


@signed_in
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """Drafts and applications of the person who asks."""
    words, state = request.GET.get("q", "").strip()[:200], request.GET.get("state", "")
    chosen = {"words": words, "state": state if state in queries.STATES else ""}
    sort = request.GET.get("sort", "-saved")
    found = queries.mine(user_id(request), on=clock.today(), sort=sort, **chosen)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "today": clock.today(), "states": STATES, "sort": sort, **chosen}
    return render(request, "filing/mine.html", context)


@signed_in
@get_or_post
def start(request: HttpRequest) -> HttpResponse:
    """What is needed for an international application, and the button that begins one."""
    if request.method == "POST":
        try:
            pk = actions.start(by=user_id(request), at=clock.now())
        except Refused as refused:
            say(request, refused)
            return redirect("filing:mine")
        return redirect("filing:box", pk, boxes.BOXES[0].slug)
    return render(request, "filing/start.html", {"limit": settings.UPLOAD_LIMIT, "boxes": boxes.BOXES})


@signed_in
@require_safe
def draft(request: HttpRequest, pk: int) -> HttpResponse:
    """A draft's own address leads to its first box; once handed in, to the application."""
    row = own_draft(request, pk)
    if not row.is_open:
        return redirect("filing:application", rights.in_address(row.number))
    return redirect("filing:box", pk, boxes.BOXES[0].slug)


@signed_in
@require_POST
def copy(request: HttpRequest, pk: int) -> HttpResponse:
    own_draft(request, pk)
    try:
        twin = actions.copy(pk, by=user_id(request), at=clock.now())
    except Refused as refused:
        say(request, refused)
        return redirect("filing:mine")
    return redirect("filing:box", twin, boxes.BOXES[0].slug)


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
    """A file of a draft, back to the person who brought it."""
    part = next((one for one in own_draft(request, pk).application["parts"] if one["kind"] == kind), None)
    if part is None:
        raise Http404("no such part")
    return documents.download(part["sha256"], name=part["name"], inline=True)


@signed_in
@require_safe
def request_sheets(request: HttpRequest, pk: int) -> HttpResponse:
    """The request of a draft as it would be printed and counted."""
    return pdf(whole.application_of(own_draft(request, pk)))


@signed_in
@get_or_post
def box(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """One box of the request: shown, saved as it is typed, saved by a button."""
    row, shown = own_draft(request, pk), boxes.BY_SLUG.get(slug)
    if shown is None:
        raise Http404("no such box")
    if not row.is_open:
        return redirect("filing:draft", pk)
    if whole.level_of(row, user_id(request), on=clock.today()) == "viewer":
        return redirect("filing:check", pk)
    if request.method != "POST":
        return render(request, "filing/editor.html", editor(row, shown))
    return POSTS.get(slug, _save_fields)(request, row, shown)


def editor(
    row: Draft,
    box: Box,
    *,
    typed: Mapping[str, content.Value] | None = None,
    differences: Sequence[Difference] = (),
    refused: Sequence[Finding] = (),
) -> dict[str, Any]:
    """Everything that the page of a box shows. ``refused`` are findings of an act that was just refused."""
    today = clock.today()
    assessed = assessment.assess(row, on=today)
    by_field = dict(assessed.by_field)
    for finding in refused:
        by_field[finding.field] = [finding, *by_field.get(finding.field, [])]
    place = boxes.BOXES.index(box)
    return {
        "draft": row,
        "box": box,
        "shown": forms.show(box, row, by_field, typed=typed),
        "found": by_field,
        "assessment": assessed,
        "steps": assessment.steps(assessed),
        "following": boxes.BOXES[place + 1] if place + 1 < len(boxes.BOXES) else None,
        "differences": [Told(one) for one in differences],
        "today": today,
        "invited": _invited(row),
        "signing": signing(by_field, typed),
        **(EXTRAS[box.slug](assessed, by_field) if box.slug in EXTRAS else {}),
    }


def signing(found: forms.Findings, typed: Mapping[str, content.Value] | None) -> dict[str, Any]:
    """What the two fields of a signature show: what was typed and could not be taken, and why."""
    said = [one for path, each in found.items() if path.startswith("signatures.0.") for one in each]
    return {**(typed or {}), "found": said}


class Told:
    """A difference between two tabs, in words."""

    def __init__(self, difference: Difference) -> None:
        self.path = difference.path
        self.label = boxes.label_of(difference.path)
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


# What is sent


def _save_fields(request: HttpRequest, row: Draft, box: Box) -> HttpResponse:
    typed = forms.typed_in(request.POST, box)
    by, at = user_id(request), clock.now()
    try:
        saved = actions.save(row.pk, changes=typed, revision=_revision(request), by=by, at=at)
        anchor = _add_or_remove(request, row, box, saved.revision)
    except Diverged as diverged:
        return _again(request, row, box, status=409, typed=typed, differences=diverged.differences)
    except Denied as denied:
        raise Http404(str(denied)) from None
    except Refused as refused:
        return _again(request, row, box, status=422, typed=typed, refused=refused.findings)
    if saved.lapsed:
        messages.warning(request, _("The signature has lapsed, because what had been signed was changed. Sign again."))
    if request.htmx and not anchor:  # type: ignore[attr-defined]  # set by the middleware
        row.refresh_from_db()
        return render(request, "filing/autosaved.html", editor(row, box))
    return _onward(request, row, box, anchor)


def _again(request: HttpRequest, row: Draft, box: Box, *, status: int, **more: Any) -> HttpResponse:
    """The same box with what was typed, and why it was not saved."""
    row.refresh_from_db()
    if request.htmx:  # type: ignore[attr-defined]
        response = render(request, "filing/swapped.html", editor(row, box, **more))
        response["HX-Retarget"], response["HX-Reswap"] = "#box", "outerHTML"
        return response
    return render(request, "filing/editor.html", editor(row, box, **more), status=status)


def _add_or_remove(request: HttpRequest, row: Draft, box: Box, revision: int) -> str:
    """The buttons that add an item to the box's list or take one out. Returns where the page goes on."""
    if box.group is None:
        return ""
    by, at, name = user_id(request), clock.now(), box.group.name
    if "add" in request.POST:
        actions.add(row.pk, group=name, by=by, at=at)
        return "#last-item"
    if "remove" in request.POST:
        place = request.POST["remove"]
        actions.remove(row.pk, group=name, place=whole_number(place), revision=revision, by=by, at=at)
        return "#box"
    return ""


def _onward(request: HttpRequest, row: Draft, box: Box, anchor: str = "") -> HttpResponse:
    following = boxes.BOXES.index(box) + 1
    if "next" in request.POST:
        if following == len(boxes.BOXES):
            return redirect("filing:check", row.pk)
        return redirect("filing:box", row.pk, boxes.BOXES[following].slug)
    return redirect(reverse("filing:box", args=[row.pk, box.slug]) + anchor)


def _save_documents(request: HttpRequest, row: Draft, box: Box) -> HttpResponse:
    """Attach every file that was chosen; those that cannot be taken are refused beside their part."""
    if "shown" in request.POST:
        return _save_fields(request, row, box)
    refused = list(_take_documents(request, row))
    if refused:
        return _again(request, row, box, status=422, refused=refused)
    if request.htmx:  # type: ignore[attr-defined]
        return _again(request, row, box, status=200)
    return _onward(request, row, box)


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
                _attach(request, row, kind, upload)
        except Refused as no:
            yield from no.findings


def _attach(request: HttpRequest, row: Draft, kind: str, upload: Any) -> None:
    size = upload.size or 0
    if size > settings.UPLOAD_LIMIT:  # before it is read into memory
        raise Refused.because(
            _("The file has {size}; at most {limit} are taken. Divide it, or reduce its pictures.").format(
                size=filesizeformat(size), limit=filesizeformat(settings.UPLOAD_LIMIT)
            ),
            field=f"parts.{kind}",
        )
    name = upload.name or kind
    actions.attach(row.pk, kind=kind, data=upload.read(), name=name, by=user_id(request), at=clock.now())


def _save_signature(request: HttpRequest, row: Draft, box: Box) -> HttpResponse:
    by, at = user_id(request), clock.now()
    name, capacity = request.POST.get("name", ""), request.POST.get("capacity", "")
    try:
        if "unsign" in request.POST:
            actions.take_back_signature(row.pk, place=whole_number(request.POST["unsign"]), by=by, at=at)
        elif "sign" in request.POST:
            actions.sign(row.pk, name=name, capacity=capacity, by=by, at=at)
    except Refused as refused:
        return _again(
            request, row, box, status=422, typed={"name": name, "capacity": capacity}, refused=refused.findings
        )
    return _onward(request, row, box)


def _revision(request: HttpRequest) -> int:
    return whole_number(request.POST.get("revision", ""))


POSTS: dict[str, Callable[[HttpRequest, Draft, Box], HttpResponse]] = {
    "documents": _save_documents,
    "signature": _save_signature,
}

# What some boxes show besides


def _designations(assessed: assessment.Assessment, _found: forms.Findings) -> dict[str, Any]:
    excluded = assessed.application.designations_excluded
    bound = states.designated(assessed.on, excluded=excluded)
    newest = max((states.states()[code] for code in bound), key=lambda state: state.bound)
    return {"designated": sorted(bound), "newest": newest}


def _documents(assessed: assessment.Assessment, found: forms.Findings) -> dict[str, Any]:
    parts: dict[str, Any] = {part.kind: part for part in assessed.application.parts}
    lines = [
        PartLine(kind, label, parts.get(kind), found.get(f"parts.{kind}", [])) for kind, label in boxes.PARTS.items()
    ]
    listing = sequences.of(assessed.application, on=assessed.on)
    return {"lines": lines, "limit": settings.UPLOAD_LIMIT, "listing": listing}


class PartLine:
    """A part of the application: its file, what is said of it, and why a file just brought was not taken."""

    def __init__(self, kind: str, label: Text, part: pct.Part | None, found: list[Finding]) -> None:
        self.kind, self.label, self.part = kind, label, part
        self.optional, self.xml = kind in boxes.OPTIONAL_PARTS, kind in boxes.XML_PARTS
        self.anchor = kind.replace(" ", "-")
        self.size = documents.size(part.sha256) if part else None
        self.not_taken = [one for one in found if not one.rule]
        law = [one for one in found if one.rule]
        self.found = [*law, *(documents.advice(part.sha256) if part else ())]
        self.languages = [*forms.flat(choices.languages_of_parts())]
        self.serious = [one for one in law if one.severity != "hint"]
        self.prevents = any(one.severity == "prevents" for one in law)


def _applicant(assessed: assessment.Assessment, _found: forms.Findings) -> dict[str, Any]:
    return {"reduction": reduction(assessed.application, assessed.on)}


EXTRAS: dict[str, Callable[[assessment.Assessment, forms.Findings], dict[str, Any]]] = {
    "applicant": _applicant,
    "designations": _designations,
    "documents": _documents,
}

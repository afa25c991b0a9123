"""What the forms of a design application send besides fields: the choice of parties, pictures of designs, annexes."""

from collections.abc import Callable, Iterator, Mapping

from django.http import HttpRequest, HttpResponse

from chancery.core import clock
from chancery.core.refusal import Refused
from chancery.services.filing import actions
from chancery.services.filing.models import Draft
from chancery.services.filing.paths import at, pattern_of
from chancery.services.filing.registrations.hague.designating import designate
from chancery.services.filing.shapes import Box
from chancery.services.filing.views.attaching import attach
from chancery.services.filing.views.counter import user_id
from chancery.services.filing.views.editing import again, onward, save_fields
from chancery.treaties.kernel import Finding

VIEWS = "shown.#.views"


def save_parties(request: HttpRequest, row: Draft, box: Box) -> HttpResponse:
    """Designate the parties that are ticked; or save what is written of those that are designated."""
    if "designate" not in request.POST:
        return save_with_files(request, row, box)
    try:
        designate(row.pk, parties=request.POST.getlist("parties"), by=user_id(request), at=clock.now())
    except Refused as refused:
        return again(request, row, box, status=422, refused=refused.findings)
    return onward(request, row, box, "#designated")


def save_with_files(request: HttpRequest, row: Draft, box: Box) -> HttpResponse:
    """Save the fields, take out a file that is to go, then take those that were chosen: pictures, annexes.

    Those that cannot be taken are refused beside their places.
    """
    answer = save_fields(request, row, box)
    gone = request.POST.get("detach", "")
    if answer.status_code < 400 and gone in row.files:
        actions.detach(row.pk, kind=gone, by=user_id(request), at=clock.now())
        return onward(request, row, box, f"#item-{gone.rpartition('.annexes.')[0]}")
    if not request.FILES or answer.status_code >= 400:
        return answer
    refused = list(_take(request, row))
    row.refresh_from_db()
    if refused or request.htmx:  # type: ignore[attr-defined]  # set by the middleware
        return again(request, row, box, status=422 if refused else 200, refused=refused)
    return answer


def _take(request: HttpRequest, row: Draft) -> Iterator[Finding]:
    """Put every file where it belongs; yields why one cannot be taken."""
    for field in sorted(request.FILES):
        for upload in request.FILES.getlist(field):
            row.refresh_from_db()
            where = _where(row, field)
            try:
                attach(request, row, where, upload, field=where)
            except Refused as no:
                yield from no.findings


def _where(row: Draft, field: str) -> str:
    """A list of views takes new ones at its end; where the field names a view, another picture takes its place."""
    if pattern_of(field) != VIEWS:
        return field
    return f"{field}.{len(at(row.application, field) or ())}"


POSTS: Mapping[str, Callable[[HttpRequest, Draft, Box], HttpResponse]] = {
    "parties": save_parties,
    "designs": save_with_files,
}

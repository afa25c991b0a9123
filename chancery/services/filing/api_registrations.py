"""Drafts of marks, designs and indications over the API: each written as data of its own kind, with files beside it.

Checking, signing, handing in and discarding are the same as for any draft (``api.py``).
"""

from collections.abc import Callable
from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Header, Path, Query
from pydantic import StringConstraints

from chancery.core import clock
from chancery.core.wire import PersonalToken, plain
from chancery.core.wire import router as room_router
from chancery.services.filing import actions
from chancery.services.filing.api_told import KINDS, DraftId, ToldDraft, by_whom, matching, own_row, told, whole, write

router = room_router(tags=["Filing"], auth=PersonalToken())

Showing = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z]+(\.[a-z]+|\.[0-9]{1,3}|\.[IV]{1,3}){1,5}$"),
]
_BYTES = {"schema": {"type": "string", "format": "binary"}}
MEDIA = ("image/jpeg", "image/png", "image/tiff", "application/pdf", "audio/mpeg", "audio/wav", "video/mp4")
FILE = {"requestBody": {"content": dict.fromkeys(MEDIA, _BYTES)}}


def _writes(treaty: str, *, all_of_it: bool) -> Callable[..., ToldDraft]:
    """An operation that writes drafts of one kind: the whole application, or what of it is sent."""
    _name, schema = KINDS[treaty]

    def operation(
        request: HttpRequest,
        response: HttpResponse,
        draft: Path[DraftId],
        sent: schema,  # type: ignore[valid-type]  # the schema of this kind
        if_match: Header[str] = "",
    ) -> ToldDraft:
        row = matching(request, draft, if_match, treaty)
        return write(request, response, row, whole(row, sent) if all_of_it else plain(sent))

    return operation


for _treaty in ("madrid", "hague", "lisbon"):
    _kind = KINDS[_treaty][0]
    router.put(
        f"/filing/drafts/{{draft}}/{_kind}",
        response=ToldDraft,
        operation_id=f"replace{_kind.capitalize()}",
        summary=f"Write the draft of a{'n' if _kind[0] in 'aeiou' else ''} {_kind}",
        description="The whole application as data; what is left out is emptied. Files and signatures have their own "
        "addresses. Send If-Match.",
    )(_writes(_treaty, all_of_it=True))
    router.patch(
        f"/filing/drafts/{{draft}}/{_kind}",
        response=ToldDraft,
        operation_id=f"change{_kind.capitalize()}",
        summary=f"Change the draft of a{'n' if _kind[0] in 'aeiou' else ''} {_kind}",
        description="The fields that are sent take the place of the old ones; a list or an object is replaced as a "
        "whole. Send If-Match.",
    )(_writes(_treaty, all_of_it=False))


@router.put(
    "/filing/drafts/{draft}/files/{showing}",
    response=ToldDraft,
    operation_id="attachDraftFile",
    summary="Attach a file",
    openapi_extra=FILE,
)
def attach(
    request: HttpRequest, response: HttpResponse, draft: Path[DraftId], showing: Path[Showing], name: Query[str] = ""
) -> ToldDraft:
    """The body is the file; the address says what it shows, by its path: `mark.reproductions.0`, `shown.0.views.1`,
    `designations.0.annexes.II`.
    """
    row = own_row(request, draft)
    data = request.read()  # not request.body: that has the limit of a form, not of a file
    actions.attach(row.pk, kind=showing, data=data, name=name[:255] or showing, by=by_whom(request), at=clock.now())
    return told(request, response, draft)


@router.delete(
    "/filing/drafts/{draft}/files/{showing}",
    response=ToldDraft,
    operation_id="detachDraftFile",
    summary="Take a file out",
)
def detach(request: HttpRequest, response: HttpResponse, draft: Path[DraftId], showing: Path[Showing]) -> ToldDraft:
    actions.detach(own_row(request, draft).pk, kind=showing, by=by_whom(request), at=clock.now())
    return told(request, response, draft)

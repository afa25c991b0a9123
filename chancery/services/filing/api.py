"""Filing over the API: write a draft as data, attach its parts, have it checked, sign it, hand it in.

A draft has an ETag, its revision. Changing it asks for ``If-Match``, so that nobody overwrites what they have not seen.
"""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Header, Path, Query, Status
from pydantic import Field

from chancery.core import clock
from chancery.core.wire import Asked, PersonalToken, Text, Told, ToldFinding, Trouble, camel_path, plain
from chancery.core.wire import router as room_router
from chancery.records.register import queries as rights
from chancery.services.filing import actions, assessment, books, queries
from chancery.services.filing.api_acts import router as acts_router
from chancery.services.filing.api_fees import FilingFee, told_fee
from chancery.services.filing.api_observing import router as observing_router
from chancery.services.filing.api_registrations import router as registrations_router
from chancery.services.filing.api_told import (
    Application,
    DraftId,
    DraftList,
    ToldDraft,
    by_whom,
    matching,
    own_row,
    told,
    told_line,
    whole,
    write,
)
from chancery.services.filing.registrations.acts_api import router as later_acts_router
from chancery.services.filing.registrations.file_api import router as files_router
from chancery.treaties import pct

router = room_router(tags=["Filing"], auth=PersonalToken())
router.add_router("", acts_router)
router.add_router("", observing_router)
router.add_router("", registrations_router)
router.add_router("", files_router)
router.add_router("", later_acts_router)

Treaty = Literal["pct", "madrid", "hague", "lisbon"]
Kind = Literal["description", "claims", "abstract", "drawings", "sequence listing"]
Address = Annotated[
    str, Field(pattern=r"^PCT-[A-Z]{2}\d{4}-\d{6}$", description="As in an address: PCT-IB2026-000001.")
]
InvitationNumber = Annotated[int, Field(ge=1, le=1_000_000)]
_BYTES = {"schema": {"type": "string", "format": "binary"}}
FILE = {"requestBody": {"content": {"application/pdf": _BYTES, "application/xml": _BYTES}}}


class DraftLimit(Told):
    key: str
    act: str
    due: date | None
    not_determinable: str | None
    cites: str


class DraftCheck(Told):
    """As if it were handed in on this day."""

    on: date
    findings: list[ToldFinding]
    fees: list[FilingFee]
    time_limits: list[DraftLimit]


class Signing(Asked):
    name: Text
    capacity: Text = ""


class Submission(Asked):
    """`insist` hands in despite defects under Article 11(1); `remark` goes with the answer to an invitation."""

    insist: bool = False
    remark: Text = ""


class ToldFiled(Told):
    number: str
    entry: int
    received_at: datetime
    received_on: date
    page: str
    proof: str


@router.get("/filing/drafts", response=DraftList, operation_id="listDrafts", summary="List your drafts")
def list_drafts(request: HttpRequest) -> DraftList:
    rows = queries.open_drafts(by_whom(request), on=clock.today())
    return DraftList(items=[told_line(row) for row in rows])


@router.post("/filing/drafts", response={201: ToldDraft}, operation_id="createDraft", summary="Begin a draft")
def create(request: HttpRequest, response: HttpResponse, treaty: Query[Treaty] = "pct") -> Any:
    """An empty draft at this office, under that treaty. Write it with PUT or PATCH at the address of its kind."""
    pk = actions.start(treaty=treaty, by=by_whom(request), at=clock.now())
    response["Location"] = f"{request.path}/{pk}"
    return Status(201, told(request, response, pk))


@router.get("/filing/drafts/{draft}", response=ToldDraft, operation_id="readDraft", summary="Read a draft")
def read(request: HttpRequest, response: HttpResponse, draft: Path[DraftId]) -> ToldDraft:
    return told(request, response, draft)


@router.put("/filing/drafts/{draft}", response=ToldDraft, operation_id="replaceDraft", summary="Write a draft")
def replace(
    request: HttpRequest,
    response: HttpResponse,
    draft: Path[DraftId],
    sent: Application,
    if_match: Header[str] = "",
) -> ToldDraft:
    """The whole request as data; what is left out is emptied. Parts and signatures have their own addresses."""
    row = matching(request, draft, if_match)
    return write(request, response, row, whole(row, sent))


@router.patch("/filing/drafts/{draft}", response=ToldDraft, operation_id="changeDraft", summary="Change a draft")
def change(
    request: HttpRequest,
    response: HttpResponse,
    draft: Path[DraftId],
    sent: Application,
    if_match: Header[str] = "",
) -> ToldDraft:
    """The fields that are sent take the place of the old ones; a list is replaced as a whole."""
    return write(request, response, matching(request, draft, if_match), plain(sent))


@router.delete("/filing/drafts/{draft}", response={204: None}, operation_id="discardDraft", summary="Discard a draft")
def discard(request: HttpRequest, draft: Path[DraftId]) -> Any:
    actions.discard(own_row(request, draft).pk, by=by_whom(request), at=clock.now())
    return Status(204, None)


@router.put(
    "/filing/drafts/{draft}/parts/{kind}",
    response=ToldDraft,
    operation_id="attachPart",
    summary="Attach a part",
    openapi_extra=FILE,
)
def attach(
    request: HttpRequest,
    response: HttpResponse,
    draft: Path[DraftId],
    kind: Path[Kind],
    name: Query[str] = "",
) -> ToldDraft:
    """The body is the file itself, checked and kept byte for byte; it replaces the part that was there.

    A sequence listing is an XML file after Standard ST.26; every other part is a PDF.
    """
    row = own_row(request, draft)
    data = request.read()  # not request.body: that has the limit of a form, not of a file
    actions.attach(row.pk, kind=kind, data=data, name=name[:255] or kind, by=by_whom(request), at=clock.now())
    return told(request, response, draft)


@router.delete(
    "/filing/drafts/{draft}/parts/{kind}", response=ToldDraft, operation_id="detachPart", summary="Take a part out"
)
def detach(request: HttpRequest, response: HttpResponse, draft: Path[DraftId], kind: Path[Kind]) -> ToldDraft:
    actions.detach(own_row(request, draft).pk, kind=kind, by=by_whom(request), at=clock.now())
    return told(request, response, draft)


@router.get("/filing/drafts/{draft}/check", response=DraftCheck, operation_id="checkDraft", summary="Check a draft")
def check(request: HttpRequest, draft: Path[DraftId]) -> DraftCheck:
    """What the office would find, the fees, and the time limits that would run."""
    found = assessment.assess(own_row(request, draft), on=clock.today())
    return DraftCheck(
        on=found.on,
        findings=[
            ToldFinding(cites=one.cites, message=one.message, field=camel_path(one.field), severity=one.severity)
            for one in found.findings
        ],
        fees=[told_fee(one) for one in found.fees.lines],
        time_limits=[_limit(one) for one in found.limits],
    )


@router.post(
    "/filing/drafts/{draft}/signatures", response={201: ToldDraft}, operation_id="signDraft", summary="Sign a draft"
)
def sign(request: HttpRequest, response: HttpResponse, draft: Path[DraftId], sent: Signing) -> Any:
    """A later change of the draft makes the signature lapse: sign last."""
    actions.sign(
        own_row(request, draft).pk, name=sent.name, capacity=sent.capacity, by=by_whom(request), at=clock.now()
    )
    return Status(201, told(request, response, draft))


@router.post(
    "/filing/drafts/{draft}/submission",
    response={201: ToldFiled},
    operation_id="submitDraft",
    summary="Hand in a draft",
)
def submit(request: HttpRequest, draft: Path[DraftId], sent: Submission) -> Any:
    """Number, ledger entry and instant of receipt. Sent twice, it answers the same: nothing is filed a second time."""
    row, by, at = own_row(request, draft), by_whom(request), clock.now()
    page = books.of(row).page
    if row.answers is None:
        filed = actions.submit(row.pk, by=by, at=at, insist=sent.insist)
        return Status(201, _filed(request, filed.number, filed.entry, filed.at, page=page))
    actions.send_answer(row.pk, remark=sent.remark, by=by, at=at)
    newest = rights.timeline(row.number)[-1]
    return Status(201, _filed(request, row.number, newest.number, newest.at, page=page))


@router.post(
    "/filing/applications/{number}/invitations/{invitation}/draft",
    response={201: ToldDraft},
    operation_id="beginAnswer",
    summary="Begin the answer to an invitation",
)
def begin_answer(
    request: HttpRequest, response: HttpResponse, number: Path[Address], invitation: Path[InvitationNumber]
) -> Any:
    """A draft that begins with the application as it stands. Correct it, then send it by its submission."""
    right = queries.own(rights.from_address(number), user_id=by_whom(request), on=clock.today())
    if right is None or all(one.invitation != invitation for one in right.invitations):
        raise Trouble(404, "There is no such invitation among your applications.")
    pk = actions.begin_answer(right.number, invitation=invitation, by=by_whom(request), at=clock.now())
    return Status(201, told(request, response, pk))


def _limit(one: pct.TimeLimit) -> DraftLimit:
    known = one.due if isinstance(one.due, date) else None
    return DraftLimit(
        key=one.key, act=one.act, due=known, not_determinable=None if known else str(one.due), cites=one.cites
    )


def _filed(request: HttpRequest, number: str, entry: int, at: datetime, *, page: str) -> ToldFiled:
    return ToldFiled(
        number=number,
        entry=entry,
        received_at=at,
        received_on=clock.local_day(at),
        page=request.build_absolute_uri(reverse(page, args=[rights.in_address(number)])),
        proof=request.build_absolute_uri(reverse("register:proof", args=[entry])),
    )

"""Filing over the API: write a draft as data, attach its parts, have it checked, sign it, hand it in.

A draft has an ETag, its revision. Changing it asks for ``If-Match``, so that nobody overwrites what they have not seen.
"""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Header, Path, Query, Status
from pydantic import Field
from pydantic.alias_generators import to_camel

from chancery.core import clock
from chancery.core.refusal import Conflict
from chancery.core.wire import Asked, PersonalToken, Text, Told, ToldFinding, Trouble, asked, camel_path, plain
from chancery.core.wire import router as room_router
from chancery.records.register import queries as rights
from chancery.services.filing import actions, assessment, queries
from chancery.services.filing.api_acts import router as acts_router
from chancery.services.filing.api_fees import FilingFee, told_fee
from chancery.services.filing.api_observing import router as observing_router
from chancery.services.filing.books.pct import PCT
from chancery.services.filing.models import Draft
from chancery.treaties import pct

router = room_router(tags=["Filing"], auth=PersonalToken())
router.add_router("", acts_router)
router.add_router("", observing_router)

Application: Any = asked(pct.Application)
DraftId = Annotated[int, Field(ge=1, le=2**53)]
Kind = Literal["description", "claims", "abstract", "drawings", "sequence listing"]
Address = Annotated[
    str, Field(pattern=r"^PCT-[A-Z]{2}\d{4}-\d{6}$", description="As in an address: PCT-IB2026-000001.")
]
InvitationNumber = Annotated[int, Field(ge=1, le=1_000_000)]
_BYTES = {"schema": {"type": "string", "format": "binary"}}
FILE = {"requestBody": {"content": {"application/pdf": _BYTES, "application/xml": _BYTES}}}


class DraftLine(Told):
    id: int
    title: str
    saved_at: datetime
    answers: int | None = Field(description="The invitation that it answers; null for an application.")


class DraftList(Told):
    items: list[DraftLine]


class ToldDraft(Told):
    """A draft. `unread` is what was typed in the pages and could not be read, by field."""

    id: int
    revision: int
    saved_at: datetime
    open: bool
    number: str | None
    answers: int | None
    application: Application
    unread: dict[str, str]
    page: str


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
    rows = queries.open_drafts(_by(request), on=clock.today())
    lines = [DraftLine(id=row.pk, title=row.title, saved_at=row.saved_at, answers=row.answers) for row in rows]
    return DraftList(items=lines)


@router.post("/filing/drafts", response={201: ToldDraft}, operation_id="createDraft", summary="Begin a draft")
def create(request: HttpRequest, response: HttpResponse) -> Any:
    """An empty draft at this office. Write it with PUT or PATCH."""
    pk = actions.start(by=_by(request), at=clock.now())
    response["Location"] = f"{request.path}/{pk}"
    return Status(201, _told(request, response, pk))


@router.get("/filing/drafts/{draft}", response=ToldDraft, operation_id="readDraft", summary="Read a draft")
def read(request: HttpRequest, response: HttpResponse, draft: Path[DraftId]) -> ToldDraft:
    return _told(request, response, draft)


@router.put("/filing/drafts/{draft}", response=ToldDraft, operation_id="replaceDraft", summary="Write a draft")
def replace(
    request: HttpRequest,
    response: HttpResponse,
    draft: Path[DraftId],
    sent: Application,
    if_match: Header[str] = "",
) -> ToldDraft:
    """The whole request as data; what is left out is emptied. Parts and signatures have their own addresses."""
    row = _matching(request, draft, if_match)
    keep = {name: row.application[name] for name in PCT.not_sent}
    return _write(request, response, row, pct.Application().to_dict() | keep | plain(sent))


@router.patch("/filing/drafts/{draft}", response=ToldDraft, operation_id="changeDraft", summary="Change a draft")
def change(
    request: HttpRequest,
    response: HttpResponse,
    draft: Path[DraftId],
    sent: Application,
    if_match: Header[str] = "",
) -> ToldDraft:
    """The fields that are sent take the place of the old ones; a list is replaced as a whole."""
    return _write(request, response, _matching(request, draft, if_match), plain(sent))


@router.delete("/filing/drafts/{draft}", response={204: None}, operation_id="discardDraft", summary="Discard a draft")
def discard(request: HttpRequest, draft: Path[DraftId]) -> Any:
    actions.discard(_row(request, draft).pk, by=_by(request), at=clock.now())
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
    row = _row(request, draft)
    data = request.read()  # not request.body: that has the limit of a form, not of a file
    actions.attach(row.pk, kind=kind, data=data, name=name[:255] or kind, by=_by(request), at=clock.now())
    return _told(request, response, draft)


@router.delete(
    "/filing/drafts/{draft}/parts/{kind}", response=ToldDraft, operation_id="detachPart", summary="Take a part out"
)
def detach(request: HttpRequest, response: HttpResponse, draft: Path[DraftId], kind: Path[Kind]) -> ToldDraft:
    actions.detach(_row(request, draft).pk, kind=kind, by=_by(request), at=clock.now())
    return _told(request, response, draft)


@router.get("/filing/drafts/{draft}/check", response=DraftCheck, operation_id="checkDraft", summary="Check a draft")
def check(request: HttpRequest, draft: Path[DraftId]) -> DraftCheck:
    """What the office would find, the fees, and the time limits that would run."""
    found = assessment.assess(_row(request, draft), on=clock.today())
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
    actions.sign(_row(request, draft).pk, name=sent.name, capacity=sent.capacity, by=_by(request), at=clock.now())
    return Status(201, _told(request, response, draft))


@router.post(
    "/filing/drafts/{draft}/submission",
    response={201: ToldFiled},
    operation_id="submitDraft",
    summary="Hand in a draft",
)
def submit(request: HttpRequest, draft: Path[DraftId], sent: Submission) -> Any:
    """Number, ledger entry and instant of receipt. Sent twice, it answers the same: nothing is filed a second time."""
    row, by, at = _row(request, draft), _by(request), clock.now()
    if row.answers is None:
        filed = actions.submit(row.pk, by=by, at=at, insist=sent.insist)
        return Status(201, _filed(request, filed.number, filed.entry, filed.at))
    actions.send_answer(row.pk, remark=sent.remark, by=by, at=at)
    newest = rights.timeline(row.number)[-1]
    return Status(201, _filed(request, row.number, newest.number, newest.at))


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
    right = queries.own(rights.from_address(number), user_id=_by(request), on=clock.today())
    if right is None or all(one.invitation != invitation for one in right.invitations):
        raise Trouble(404, "There is no such invitation among your applications.")
    pk = actions.begin_answer(right.number, invitation=invitation, by=_by(request), at=clock.now())
    return Status(201, _told(request, response, pk))


def _by(request: HttpRequest) -> int:
    user: Any = request.user
    return int(user.pk)


def _row(request: HttpRequest, draft: int) -> Draft:
    row = queries.draft(draft, user_id=_by(request), on=clock.today())
    if row is None:
        raise Trouble(404, "There is no such draft among yours.")
    return row


def _etag(row: Draft) -> str:
    return f'"{row.revision}"'


def _matching(request: HttpRequest, draft: int, if_match: str) -> Draft:
    row = _row(request, draft)
    if not if_match:
        raise Trouble(428, "Send If-Match with the ETag of the draft that you have read.")
    if if_match.strip() not in {_etag(row), "*"}:
        raise Trouble(412, "The draft has been changed in the meantime. Read it again, then change the newer one.")
    return row


def _write(request: HttpRequest, response: HttpResponse, row: Draft, sent: dict[str, Any]) -> ToldDraft:
    try:
        actions.replace(row.pk, application=sent, revision=row.revision, by=_by(request), at=clock.now())
    except Conflict as conflict:
        raise Trouble(412, str(conflict)) from None
    return _told(request, response, row.pk)


def _told(request: HttpRequest, response: HttpResponse, draft: int) -> ToldDraft:
    row = _row(request, draft)
    response["ETag"] = _etag(row)
    return ToldDraft(
        id=row.pk,
        revision=row.revision,
        saved_at=row.saved_at,
        open=row.is_open,
        number=row.number or None,
        answers=row.answers,
        application=Application.model_validate(_camel(row.application)),
        unread={camel_path(path): typed for path, typed in row.unread.items()},
        page=request.build_absolute_uri(reverse("filing:draft", args=[row.pk])),
    )


def _camel(value: Any) -> Any:
    if isinstance(value, dict):
        return {to_camel(name): _camel(inner) for name, inner in value.items()}
    return [_camel(inner) for inner in value] if isinstance(value, list) else value


def _limit(one: pct.TimeLimit) -> DraftLimit:
    known = one.due if isinstance(one.due, date) else None
    return DraftLimit(
        key=one.key, act=one.act, due=known, not_determinable=None if known else str(one.due), cites=one.cites
    )


def _filed(request: HttpRequest, number: str, entry: int, at: datetime) -> ToldFiled:
    return ToldFiled(
        number=number,
        entry=entry,
        received_at=at,
        received_on=clock.local_day(at),
        page=request.build_absolute_uri(reverse("filing:application", args=[rights.in_address(number)])),
        proof=request.build_absolute_uri(reverse("register:proof", args=[entry])),
    )

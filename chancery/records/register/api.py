"""The register over the API: how a right stands, what happened to it, and the log with its proofs."""

import re
from datetime import date, datetime
from typing import Annotated, Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Path
from pydantic import Field

from chancery.core import ledger, tiles, verify
from chancery.core.wire import OPTIONAL_TOKEN, Told, Trouble
from chancery.core.wire import router as room_router
from chancery.records.register import queries
from chancery.records.register.asking import asks
from chancery.records.register.queries import Right
from chancery.records.register.wording import describe

router = room_router()

RIGHTS, LEDGER = ["Register"], ["Ledger"]
Number = Annotated[str, Field(max_length=40, description="As in an address: PCT-IB2026-000001.")]
EntryNumber = Annotated[int, Field(ge=1, le=2**53)]
TilePath = Annotated[str, Field(max_length=40, description="x001/x234/067, or x001/x234/067.p/12 for a partial one.")]
_ADDRESS = re.compile(r"PCT-[A-Z]{2}\d{4}-\d{6}")
BYTES = {"responses": {200: {"content": {"application/octet-stream": {"schema": {"type": "string"}}}}}}


class ToldParty(Told):
    name: str
    country: str
    applicant: bool
    inventor: bool


class ToldClaim(Told):
    office: str
    number: str
    filed_on: date | None


class ToldDocument(Told):
    kind: str
    sha256: str
    sheets: int


class ToldPublication(Told):
    number: str
    kind_code: str
    on: date
    issue: str


class ToldRight(Told):
    """One international application as the register knows it."""

    number: str
    status: str
    public: bool
    version: int
    title: str
    language: str
    receiving_office: str
    searching_authority: str
    received_at: datetime | None
    filing_date: date | None
    filing_date_cites: str
    parties: list[ToldParty]
    priority_claims: list[ToldClaim]
    documents: list[ToldDocument]
    publication: ToldPublication | None
    decision: str
    page: str


class Happened(Told):
    """One entry of a timeline, in words; ``open`` says whether everyone may read what it holds."""

    entry: int
    at: datetime
    words: str
    detail: str
    cites: str
    open: bool


class Timeline(Told):
    number: str
    items: list[Happened]


class ToldCheckpoint(Told):
    """The ledger's length and root, signed: `note` is the C2SP tlog-checkpoint."""

    origin: str
    size: int
    root: str
    note: str


class Key(Told):
    origin: str
    verifier_key: str


class ToldEvent(Told):
    stream: str
    version: int
    kind: str
    at: str
    body: dict[str, Any]


class Proof(Told):
    """What can be carried away and checked offline by `chancery verify`."""

    format: str
    entry: int
    event: ToldEvent
    salt: str
    path: list[str]
    checkpoint: str


@router.get(
    "/register/{number}",
    response=ToldRight,
    operation_id="readRight",
    summary="Read a right",
    tags=RIGHTS,
    openapi_extra=OPTIONAL_TOKEN,
)
def right(request: HttpRequest, number: Path[Number]) -> ToldRight:
    """A published application for everyone; one that is not published for those it belongs to (PCT Art. 30)."""
    return _told(request, _visible(request, number))


@router.get(
    "/register/{number}/timeline",
    response=Timeline,
    operation_id="readTimeline",
    summary="Read what happened to a right",
    tags=RIGHTS,
    openapi_extra=OPTIONAL_TOKEN,
)
def timeline(request: HttpRequest, number: Path[Number]) -> Timeline:
    """Every ledger entry of a right, in order. What is not open to everyone says only that it is there."""
    found = _visible(request, number)
    public = queries.is_public(found.number)
    items = []
    for entry in queries.timeline(found.number):
        open_to_all = queries.disclosed(entry, public=public)
        said = describe(entry, shown=not public or open_to_all)
        items.append(
            Happened(
                entry=said.number,
                at=said.at,
                words=said.words,
                detail=said.detail,
                cites=said.cites,
                open=open_to_all,
            )
        )
    return Timeline(number=found.number, items=items)


def _visible(request: HttpRequest, address: str) -> Right:
    found = queries.visible(queries.from_address(address), **asks(request)) if _ADDRESS.fullmatch(address) else None
    if found is None:
        raise Trouble(404, "There is no such right, or it is not published and not yours.")
    return found


def _told(request: HttpRequest, one: Right) -> ToldRight:
    application, publication = one.application, one.publication
    return ToldRight(
        number=one.number,
        status=one.status,
        public=queries.is_public(one.number),
        version=one.version,
        title=application.title,
        language=application.language,
        receiving_office=application.receiving_office,
        searching_authority=application.searching_authority,
        received_at=one.received_at,
        filing_date=one.filing_date,
        filing_date_cites=one.filing_date_cites,
        parties=[
            ToldParty(name=party.name, country=party.country, applicant=party.applicant, inventor=party.inventor)
            for party in application.parties
        ],
        priority_claims=[
            ToldClaim(office=claim.office, number=claim.number, filed_on=claim.filed_on)
            for claim in application.priority_claims
        ],
        documents=[
            ToldDocument(kind=file["kind"], sha256=file["sha256"], sheets=file["sheets"]) for file in one.documents
        ],
        publication=ToldPublication(
            number=publication.number, kind_code=publication.kind_code, on=publication.on, issue=publication.issue
        )
        if publication
        else None,
        decision=one.not_an_application,
        page=request.build_absolute_uri(reverse("register:right", args=(queries.in_address(one.number),))),
    )


# The log


@router.get(
    "/ledger/checkpoint", response=ToldCheckpoint, operation_id="checkpoint", summary="The checkpoint", tags=LEDGER
)
def checkpoint(request: HttpRequest) -> ToldCheckpoint:
    """The log in the layout of C2SP tlog-tiles, for tools that expect it, is at `/register/log/`."""
    note = tiles.checkpoint()
    origin, size, root, *_rest = note.split("\n")
    return ToldCheckpoint(origin=origin, size=int(size), root=root, note=note)


@router.get("/ledger/key", response=Key, operation_id="verifierKey", summary="The verifier key", tags=LEDGER)
def key(request: HttpRequest) -> Key:
    """The key that checks the office's signatures, as in C2SP signed-note."""
    return Key(origin=settings.LEDGER_ORIGIN, verifier_key=tiles.office_signer().verifier_key)


@router.get(
    "/ledger/tiles/{int:level}/{path:where}",
    operation_id="tile",
    summary="A tile of the log",
    tags=LEDGER,
    openapi_extra=BYTES,
)
def tile(request: HttpRequest, level: Path[Annotated[int, Field(ge=0, le=8)]], where: Path[TilePath]) -> HttpResponse:
    """Hashes of up to 256 nodes of the tree (C2SP tlog-tiles). A tile never changes once it is there."""
    try:
        data = tiles.tile(level, where)
    except tiles.NoSuchTile as reason:
        raise Trouble(404, str(reason)) from None
    headers = {"Cache-Control": "public, max-age=31536000, immutable"}
    return HttpResponse(data, content_type="application/octet-stream", headers=headers)


@router.get(
    "/ledger/entries/{number}/proof",
    response=Proof,
    operation_id="readProof",
    summary="The proof of an entry",
    tags=LEDGER,
    openapi_extra=OPTIONAL_TOKEN,
)
def proof(request: HttpRequest, number: Path[EntryNumber]) -> dict[str, Any]:
    """Event, salt, audit path and signed checkpoint: only for those who may read the event."""
    found = ledger.entry(number)
    if found is None or not queries.readable(found, **asks(request)):
        raise Trouble(404, "There is no such entry, or what it holds is not open to you.")
    return verify.carried(found, note=tiles.checkpoint(), proof=ledger.inclusion(number))

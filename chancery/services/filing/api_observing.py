"""Third-party observations over the API: for anyone, with or without a name, on what is published (PCT AI 801-805)."""

from datetime import datetime
from typing import Annotated, Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from ninja import Path, Query, Status
from pydantic import Field

from chancery.core import clock
from chancery.core.refusal import Refused
from chancery.core.wire import Asked, Text, Told, Trouble
from chancery.core.wire import router as room_router
from chancery.records.register import queries as rights
from chancery.services.filing import attempts
from chancery.services.filing.acts import observing
from chancery.services.filing.acts.brought import Brought
from chancery.services.filing.acts.doing import Sent
from chancery.services.filing.api_acts import Address

router = room_router(tags=["Observations"], auth=None)
PATH = "/applications/{number}/observations"
FILE = {
    "requestBody": {"content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}}},
}
Ticket = Annotated[Text, Field(max_length=2000)]


class SentCitation(Asked):
    """One document: which, where in it, against which claims, and why it matters."""

    document: Annotated[Text, Field(min_length=1, max_length=500)]
    passages: Annotated[Text, Field(max_length=300)] = ""
    claims: Annotated[Text, Field(max_length=100)] = ""
    text: Annotated[Text, Field(max_length=5000)] = ""


class SentObservation(Asked):
    """`name` may stay empty: then nobody is told who has observed. `files` are tickets of files brought before."""

    citations: Annotated[list[SentCitation], Field(min_length=1, max_length=observing.CITATIONS)]
    name: Annotated[Text, Field(max_length=200)] = ""
    files: Annotated[list[Ticket], Field(max_length=observing.FILES)] = []


class ObservationFile(Told):
    """A file that is kept. The ticket names it in the observation, for a day."""

    ticket: str
    name: str


class ObservationEntered(Told):
    """`receipt` is the address of the receipt: it is told to nobody else."""

    entry: int
    received_at: datetime
    receipt: str
    proof: str


@router.post(
    PATH + "/files",
    response={201: ObservationFile},
    operation_id="bringObservationFile",
    summary="Bring a copy of a cited document",
    openapi_extra=FILE,
)
def bring(request: HttpRequest, number: Path[Address], name: Query[str] = "") -> Any:
    """The body is the PDF file itself. Needs no account; counts among the attempts of an hour."""
    public = _public(request, number)
    data = request.read()  # not request.body: that has the limit of a form, not of a file
    if len(data) > settings.UPLOAD_LIMIT:
        raise Trouble(413, "The file is too large. Divide it, or reduce its pictures.")
    kept = observing.attach(public, data=data, name=name[:255] or "document.pdf", by=None, at=clock.now())
    return Status(201, ObservationFile(ticket=observing.ticket(kept), name=kept.name))


@router.post(
    PATH, response={201: ObservationEntered}, operation_id="observe", summary="Submit a third-party observation"
)
def observe(request: HttpRequest, number: Path[Address], sent: SentObservation) -> Any:
    """Anyone may, without an account and without a name, from publication until 28 months from the priority date.

    Sent twice on one day, it answers the same. At most ten attempts an hour from one address.
    """
    public, at = _public(request, number), clock.now()
    entry = observing.observe(public, _sent(sent), at=at)
    made = next(one for one in rights.timeline(public) if one.number == entry)
    page = reverse("filing:observed", args=[observing.receipt(public, entry)])
    done = ObservationEntered(
        entry=entry,
        received_at=made.at,
        receipt=request.build_absolute_uri(page),
        proof=request.build_absolute_uri(reverse("register:proof", args=[entry])),
    )
    return Status(201, done)


def _public(request: HttpRequest, number: str) -> str:
    """The number of a published application; anything else is as if it were not there."""
    found = rights.from_address(number)
    if not rights.is_public(found):
        raise Trouble(404, "There is no published application with this number.")
    if not attempts.may_try(request, at=clock.now()):
        raise Trouble(429, f"At most {attempts.ATTEMPTS} attempts an hour are taken from one address. Try again later.")
    return found


def _sent(sent: SentObservation) -> Sent:
    values: dict[str, Any] = {"name": sent.name}
    for place, one in enumerate(sent.citations):
        values |= {f"citations.{place}.{name}": getattr(one, name) for name in observing.OF_A_CITATION}
    return Sent(version=1, values=values, files=tuple(_file(ticket) for ticket in sent.files))


def _file(ticket: str) -> Brought:
    brought = observing.of_ticket(ticket)
    if brought is None:
        raise Refused.because("This ticket does not work, or not any more. Bring the file again.", field="files")
    return brought

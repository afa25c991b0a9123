"""A draft as the API tells it; what writing one over the API asks for: its owner, the revision that was read."""

from datetime import date, datetime
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Schema
from pydantic import Field
from pydantic.alias_generators import to_camel

from chancery.core import clock
from chancery.core.refusal import Conflict
from chancery.core.wire import Told, Trouble, asked, camel_path, plain
from chancery.services.filing import actions, books, queries
from chancery.services.filing.models import Draft
from chancery.treaties import hague, lisbon, madrid, pct

Application: Any = asked(pct.Application)
Mark: Any = asked(madrid.Application, "Madrid")
Design: Any = asked(hague.Application, "Hague")
Indication: Any = asked(lisbon.Application, "Lisbon")
DraftId = Annotated[int, Field(ge=1, le=2**53)]
KINDS: dict[str, tuple[str, Any]] = {
    "pct": ("application", Application),
    "madrid": ("mark", Mark),
    "hague": ("design", Design),
    "lisbon": ("indication", Indication),
}
"""By treaty: the field in which a draft tells its application, and the schema of it."""


class DraftLine(Told):
    id: int
    treaty: str = Field(description="pct, madrid, hague or lisbon.")
    title: str
    saved_at: datetime
    answers: int | None = Field(description="The invitation that it answers; null for an application.")


class DraftList(Told):
    items: list[DraftLine]


class DraftFile(Told):
    """A file beside what it shows."""

    shows: str
    name: str
    sha256: str
    size: int


class DraftSignature(Told):
    name: str
    capacity: str
    signed_on: date | None


class ToldDraft(Told):
    """A draft: its application stands in the field of its treaty.

    `unread` is what was typed in the pages and could not be read, by field. `files` are those beside an application;
    those of a patent application are its parts.
    """

    id: int
    revision: int
    saved_at: datetime
    open: bool
    number: str | None
    answers: int | None
    treaty: str
    application: Application | None = None
    mark: Mark | None = None
    design: Design | None = None
    indication: Indication | None = None
    files: list[DraftFile]
    signatures: list[DraftSignature]
    unread: dict[str, str]
    page: str


SIGNED = ("name", "capacity", "signed_on")


def by_whom(request: HttpRequest) -> int:
    user: Any = request.user
    return int(user.pk)


def own_row(request: HttpRequest, draft: int) -> Draft:
    row = queries.draft(draft, user_id=by_whom(request), on=clock.today())
    if row is None:
        raise Trouble(404, "There is no such draft among yours.")
    return row


def etag(row: Draft) -> str:
    return f'"{row.revision}"'


def matching(request: HttpRequest, draft: int, if_match: str, treaty: str = "pct") -> Draft:
    """The draft to be written, if it is of this treaty and has not been changed since it was read."""
    row = own_row(request, draft)
    if row.treaty != treaty:
        raise Trouble(404, "There is no draft of this kind and number among yours.")
    if not if_match:
        raise Trouble(428, "Send If-Match with the ETag of the draft that you have read.")
    if if_match.strip() not in {etag(row), "*"}:
        raise Trouble(412, "The draft has been changed in the meantime. Read it again, then change the newer one.")
    return row


def whole(row: Draft, sent: Schema) -> dict[str, Any]:
    """A whole application from what was sent: the rest is empty, but for what is not written by sending data."""
    book = books.of(row)
    empty: dict[str, Any] = book.application().to_dict()
    return empty | {name: row.application[name] for name in book.not_sent} | plain(sent)


def write(request: HttpRequest, response: HttpResponse, row: Draft, sent: dict[str, Any]) -> ToldDraft:
    """Put what was sent in the place of what was there; a list or an object is replaced as a whole."""
    try:
        actions.replace(row.pk, application=sent, revision=row.revision, by=by_whom(request), at=clock.now())
    except Conflict as conflict:
        raise Trouble(412, str(conflict)) from None
    return told(request, response, row.pk)


def told(request: HttpRequest, response: HttpResponse, draft: int) -> ToldDraft:
    row = own_row(request, draft)
    response["ETag"] = etag(row)
    name, schema = KINDS[row.treaty]
    return ToldDraft(
        id=row.pk,
        revision=row.revision,
        saved_at=row.saved_at,
        open=row.is_open,
        number=row.number or None,
        answers=row.answers,
        treaty=row.treaty,
        **{name: schema.model_validate(_camel(row.application))},
        files=[_file(path, one) for path, one in row.files.items()],
        signatures=[DraftSignature.model_validate({name: one.get(name) for name in SIGNED}) for one in row.signed],
        unread={camel_path(path): typed for path, typed in row.unread.items()},
        page=request.build_absolute_uri(reverse("filing:draft", args=[row.pk])),
    )


def told_line(row: Draft) -> DraftLine:
    return DraftLine(id=row.pk, treaty=row.treaty, title=row.title, saved_at=row.saved_at, answers=row.answers)


def _camel(value: Any) -> Any:
    if isinstance(value, dict):
        return {to_camel(name): _camel(inner) for name, inner in value.items()}
    return [_camel(inner) for inner in value] if isinstance(value, list) else value


def _file(path: str, kept: dict[str, Any]) -> DraftFile:
    return DraftFile(shows=path, name=kept["name"], sha256=kept["sha256"], size=kept["size"])

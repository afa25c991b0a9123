"""How acts look over the API, of every treaty: the fields and files of a form, what would change, what was entered."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Annotated, Any

from django.http import HttpRequest
from django.urls import reverse
from pydantic import Field

from chancery.core.wire import Asked, Text, Told
from chancery.records.register import queries as rights
from chancery.services.filing.acts.asking import Upload
from chancery.services.filing.acts.brought import Brought
from chancery.services.filing.acts.effects import Moved
from chancery.services.filing.forms import flat
from chancery.services.filing.shapes import Field as ShownField
from chancery.services.filing.shapes import Kind

FileKind = Annotated[str, Field(max_length=40)]
Sha256 = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
_BYTES = {"schema": {"type": "string", "format": "binary"}}
FILE = {"requestBody": {"content": {"application/pdf": _BYTES, "application/xml": _BYTES}}}


class Choice(Told):
    code: str
    name: str


class ActField(Told):
    name: str
    label: str
    kind: Kind
    needed: bool
    value: str | bool | list[str]
    choices: list[Choice]


class ActFile(Told):
    kind: str
    label: str
    needed: bool
    media_type: str


class SentFile(Asked):
    kind: FileKind
    sha256: Sha256
    name: Annotated[Text, Field(max_length=255)] = ""


class KeptFile(Told):
    kind: str
    sha256: str
    name: str


class MovedLimit(Told):
    key: str
    act: str
    cites: str
    before: date | None
    after: date | None


class ChangedField(Told):
    what: str
    before: str
    after: str


class ActDone(Told):
    entry: int
    received_at: datetime
    page: str
    proof: str


def told_fields(fields: Mapping[str, ShownField], values: Mapping[str, Any]) -> list[ActField]:
    """The fields of a form, each with what it shows at first."""
    return [
        ActField(
            name=name,
            label=str(field.label),
            kind=field.kind,
            needed=field.needed,
            value=values.get(name) or ([] if field.kind == "several" else field.kind != "flag" and ""),
            choices=[
                Choice(code=code, name=str(words)) for code, words in flat(field.choices() if field.choices else [])
            ],
        )
        for name, field in fields.items()
    ]


def told_files(uploads: Iterable[Upload]) -> list[ActFile]:
    """The places for files, each with what is taken there."""
    return [
        ActFile(
            kind=one.kind,
            label=str(one.label),
            needed=one.needed,
            media_type="application/xml" if one.xml else "application/pdf",
        )
        for one in uploads
    ]


def told_moves(moves: Iterable[Moved]) -> list[MovedLimit]:
    """Time limits whose last day changes."""
    return [
        MovedLimit(
            key=one.limit.key,
            act=one.limit.act,
            cites=one.limit.cites,
            before=known_day(one.before),
            after=known_day(one.after),
        )
        for one in moves
    ]


def told_done(request: HttpRequest, number: str, entry: int, *, page: str) -> ActDone:
    """What was entered in a file, with the addresses of its page and of its proof."""
    made = next(one for one in rights.timeline(number) if one.number == entry)
    return ActDone(
        entry=entry,
        received_at=made.at,
        page=request.build_absolute_uri(reverse(page, args=[rights.in_address(number), entry])),
        proof=request.build_absolute_uri(reverse("register:proof", args=[entry])),
    )


def brought(files: Iterable[SentFile]) -> tuple[Brought, ...]:
    """The files that an act names."""
    return tuple(Brought(kind=one.kind, sha256=one.sha256, name=one.name) for one in files)


def known_day(day: Any) -> date | None:
    """A day that could be determined."""
    return day if isinstance(day, date) else None

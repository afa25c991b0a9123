"""A draft as one thing: whose it is, its application with the files' measures, and applications sent as data."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from chancery.core.refusal import Denied, Refused
from chancery.records.documents import queries as documents
from chancery.records.register import queries as rights
from chancery.services.filing import content, request
from chancery.services.filing.boxes import BY_SLUG, field_at
from chancery.services.filing.models import Draft
from chancery.treaties import pct
from chancery.treaties.kernel import Finding

MOST = 100
DRAFT = "draft/"
NOT_SENT = ("parts", "signatures", "received_on", "receiving_office", "format", "request_sheets")
"""What is not written by sending data: files are attached, signatures are given, the rest is the office's."""


@dataclass(frozen=True)
class Saved:
    """The new revision, and whether a signature lapsed because what had been signed was changed."""

    revision: int
    lapsed: bool = False


def entitled(draft: int, *, by: int, on: date, level: str = "editor") -> Draft:
    """A draft on which this person may act at this level, locked for the transaction.

    Raises `Denied`: as if there were none, for those who may not even see it.
    """
    row = Draft.objects.select_for_update().filter(pk=draft).first()
    held = level_of(row, by, on=on) if row else None
    if row is None or held is None:
        raise Denied.because(_("There is no such draft among yours."))
    if rights.LEVELS.index(held) < rights.LEVELS.index(level):
        raise Denied.because(_("It is shared with you, but not for this. Ask its owner."))
    return row


def level_of(row: Draft, user_id: int, *, on: date) -> str | None:
    """At which level a draft is this person's: whose it is, and those it is shared with as if it were a right."""
    return "owner" if row.owner_id == user_id else rights.level(matter(row.pk), user_id, on=on)


def matter(draft: int) -> str:
    """What a draft is called where it is shared."""
    return f"{DRAFT}{draft}"


def open_draft(draft: int, *, by: int, on: date, level: str = "editor") -> Draft:
    """The same, while it can still be changed."""
    row = entitled(draft, by=by, on=on, level=level)
    if not row.is_open:
        raise Refused.because(
            _("This has been handed in as {number} and can no longer be changed.").format(number=row.number)
        )
    return row


def store(row: Draft, *, at: datetime, signing: bool = False) -> Saved:
    """Save a draft. A change makes the signatures lapse, unless it is one of them; an answer keeps them."""
    signed = bool(row.application["signatures"]) and row.answers is None
    if signed and not signing:
        row.application["signatures"] = []
    row.title = row.application["title"][: BY_SLUG["title"].fields[0].limit]
    row.saved_at = at
    row.save()
    return Saved(row.revision, lapsed=signed and not signing)


def application_of(row: Draft) -> pct.Application:
    """The application with the measures of its files and the sheets of its request, as the rules want to see it."""
    return request.laid_out(measured(pct.Application.from_dict(row.application)))


def measured(application: pct.Application) -> pct.Application:
    """The same application, its parts with what was measured in their files."""
    return replace(application, parts=tuple(_with_measures(part) for part in application.parts))


def _with_measures(part: pct.Part) -> pct.Part:
    found = documents.measured(part.sha256) if part.sha256 else None
    if found is None:
        return part
    return replace(part, measured=tuple(pct.SheetMeasure(**sheet) for sheet in found.sheets()))


def documents_of(application: pct.Application) -> list[dict[str, Any]]:
    """The files as the register enters them: what was received, byte for byte."""
    return [
        {
            "kind": part.kind,
            "sha256": part.sha256,
            "name": part.name,
            "sheets": part.sheets,
            "size": documents.size(part.sha256),
        }
        for part in application.parts
    ]


def accepted(sent: Mapping[str, Any], *, before: Mapping[str, Any]) -> dict[str, Any]:
    """An application sent as data, checked field by field as a form is. Raises `Refused` naming each bad field."""
    _refuse(_not_sendable(sent, before))
    merged = {**before, **sent}
    try:
        application = pct.Application.from_dict(merged)
    except pct.BadData as bad:
        raise Refused.because(bad.reason, field=bad.path) from None
    plain = application.to_dict()
    _refuse(_out_of_bounds(plain))
    return plain


def _refuse(found: Iterator[Finding]) -> None:
    if findings := tuple(found):
        raise Refused(findings)


def _not_sendable(sent: Mapping[str, Any], before: Mapping[str, Any]) -> Iterator[Finding]:
    for name in NOT_SENT:
        if name in sent and sent[name] != before.get(name):
            message = _("This is not set by sending data: attach files, and sign, at their own addresses.")
            yield Finding("", message, name, "prevents")


def _out_of_bounds(plain: Mapping[str, Any]) -> Iterator[Finding]:
    for path, value in _leaves(plain):
        field = field_at(path)
        if field is None:
            continue
        try:
            content.read(field, _as_typed(value))
        except content.Unreadable as unreadable:
            yield Finding("", str(unreadable), path, "prevents")
    for name, value in plain.items():
        if isinstance(value, list) and len(value) > MOST:
            yield Finding("", _("At most {most} are taken.").format(most=MOST), name, "prevents")


def _as_typed(value: Any) -> content.Value:
    if isinstance(value, str):
        _encodable(value)
    return "" if value is None else value


def _encodable(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        raise content.Unreadable(_("This text contains half a character. Send well-formed Unicode.")) from None
    if "\x00" in text:
        raise content.Unreadable(_("There is a control character in this text. Send it without."))


def _leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every leaf with its path; a list of plain values is one leaf, as the form has one field for it."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _leaves(inner, f"{path}.{key}" if path else str(key))
    elif isinstance(value, list) and value and isinstance(value[0], Mapping):
        for place, inner in enumerate(value):
            yield from _leaves(inner, f"{path}.{place}")
    else:
        yield path, value

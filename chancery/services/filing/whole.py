"""A draft as one thing: whose it is, its application with the files' measures, and applications sent as data."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from chancery.core.refusal import Denied, Refused
from chancery.records.register import queries as rights
from chancery.services.filing import books, content
from chancery.services.filing.book import Book
from chancery.services.filing.models import Draft
from chancery.treaties.kernel import Finding
from chancery.treaties.kernel.plain import BadData

DRAFT = "draft/"
LONGEST_TITLE = 500


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
    lapses = bool(row.signed) and row.answers is None and not signing
    if lapses:
        row.signed.clear()
    books.of(row).settle(row.application)
    row.title = books.of(row).title(row.application)[:LONGEST_TITLE]
    row.saved_at = at
    row.save()
    return Saved(row.revision, lapsed=lapses)


def application_of(row: Draft) -> Any:
    """The application with what is measured in its files, as the rules want to see it."""
    book = books.of(row)
    return book.whole(book.application.from_dict(row.application), row.files, row.signed)


def documents_of(row: Draft) -> list[dict[str, Any]]:
    """The files as the register enters them: what was received, byte for byte."""
    return books.of(row).documents(application_of(row), row.files)


def accepted(book: Book, sent: Mapping[str, Any], *, before: Mapping[str, Any]) -> dict[str, Any]:
    """An application sent as data, checked field by field as a form is. Raises `Refused` naming each bad field."""
    _refuse(_not_sendable(book, sent, before))
    merged = {**before, **sent}
    try:
        application = book.application.from_dict(merged)
    except BadData as bad:
        raise Refused.because(bad.reason, field=bad.path) from None
    plain: dict[str, Any] = application.to_dict()
    _refuse(_out_of_bounds(book, plain))
    return plain


def _refuse(found: Iterator[Finding]) -> None:
    if findings := tuple(found):
        raise Refused(findings)


def _not_sendable(book: Book, sent: Mapping[str, Any], before: Mapping[str, Any]) -> Iterator[Finding]:
    for name in book.not_sent:
        if name in sent and sent[name] != before.get(name):
            message = _("This is not set by sending data: attach files, and sign, at their own addresses.")
            yield Finding("", message, name, "prevents")


def _out_of_bounds(book: Book, plain: Mapping[str, Any]) -> Iterator[Finding]:
    for path, value in _leaves(plain):
        field = book.field_at(path)
        if field is None:
            continue
        try:
            content.read(field, _as_typed(content.as_shown(field, value)))
        except content.Unreadable as unreadable:
            yield Finding("", str(unreadable), path, "prevents")
    for name, value in _lists(plain):
        most = book.most if value and isinstance(value[0], Mapping) else content.MOST_PLACES
        if len(value) > most:
            yield Finding("", _("At most {most} are taken.").format(most=most), name, "prevents")


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


def _lists(value: Any, path: str = "") -> Iterator[tuple[str, list[Any]]]:
    """Every list with its path, also those within the items of another."""
    inside = value.items() if isinstance(value, Mapping) else enumerate(value)
    for key, inner in inside:
        if isinstance(inner, list):
            yield f"{path}{key}", inner
        if isinstance(inner, Mapping | list):
            yield from _lists(inner, f"{path}{key}.")

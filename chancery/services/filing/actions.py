"""The applicant's acts on a draft: begin, write, attach, sign, discard. Handing in is in ``handing_in.py``."""

import copy as plain_copy
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from dataclasses import replace as replaced
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from chancery.core import clock
from chancery.core.refusal import Conflict, Denied, Refused
from chancery.records.register import queries as rights
from chancery.services.filing import address_book, books, choices, content, paths, sharing, whole
from chancery.services.filing.book import Book
from chancery.services.filing.handing_in import answer, begin_answer, send_answer, submit
from chancery.services.filing.models import Draft, PreparedAct
from chancery.services.filing.signing import ask_signature, sign, sign_invited, take_back_request, take_back_signature
from chancery.services.filing.whole import Saved
from chancery.treaties import pct
from chancery.treaties.kernel import Finding

__all__ = [
    "Difference",
    "Diverged",
    "Saved",
    "add",
    "answer",
    "ask_signature",
    "attach",
    "begin_answer",
    "copy",
    "copy_filed",
    "detach",
    "discard",
    "forget_person",
    "move",
    "remove",
    "replace",
    "save",
    "say_language",
    "send_answer",
    "sign",
    "sign_invited",
    "start",
    "submit",
    "take_back_request",
    "take_back_signature",
    "take_over",
]

DRAFTS = 200


@dataclass(frozen=True)
class Difference:
    """One field that was changed elsewhere while it was being changed here."""

    path: str
    stored: content.Value
    typed: content.Value


class Diverged(Conflict):
    """The draft was changed elsewhere, in the very fields that are now being saved. Nothing has been saved."""

    def __init__(self, book: Book, differences: list[Difference], revision: int) -> None:
        self.differences = tuple(differences)  # stored is "" where the item has been removed elsewhere
        self.revision = revision
        message = _("Changed elsewhere in the meantime: {label}. Choose which of the two is to stay.")
        super().__init__(
            Finding("", message.format(label=book.label_of(one.path)), one.path, "prevents") for one in differences
        )


def start(*, treaty: str = "pct", by: int, at: datetime) -> int:
    """Begin a draft at this office, under a treaty of `books.BOOKS`. Returns its id."""
    if treaty not in books.BOOKS:
        raise Refused.because(_("Choose what to file: a patent, a mark, a design or an indication."))
    with transaction.atomic():
        _not_too_many(by)
        application = plain_copy.deepcopy(books.BOOKS[treaty].blank)
        row = Draft(owner_id=by, treaty=treaty, application=application, started_at=at, saved_at=at)
        row.save()
        return row.pk


def copy(draft: int, *, by: int, at: datetime) -> int:
    """Begin a draft with the content of another one. Signatures are not copied."""
    with transaction.atomic():
        _not_too_many(by)
        old = whole.entitled(draft, by=by, on=clock.local_day(at), level="viewer")
        new = Draft(owner_id=by, treaty=old.treaty, title=old.title, started_at=at, saved_at=at)
        new.application = plain_copy.deepcopy(old.application) | {"received_on": None}
        new.unread, new.files = dict(old.unread), dict(old.files)
        new.signed.clear()
        new.save()
        return new.pk


def copy_filed(number: str, *, by: int, at: datetime) -> int:
    """Begin a draft with the content of an application that was handed in, without what has happened to it since."""
    on = clock.local_day(at)
    with transaction.atomic():
        _not_too_many(by)
        right = rights.right(number) if rights.level(number, by, on=on) else None
        if right is None:
            raise Denied.because(_("There is no such application among yours."))
        application = _as_new(rights.with_contacts(number, right.application)).to_dict()
        title = right.application.title
        return Draft.objects.create(owner_id=by, application=application, title=title, started_at=at, saved_at=at).pk


def _as_new(application: pct.Application) -> pct.Application:
    """The request as it could be filed again: its claims undecided, its parts as first filed, nothing signed."""
    claims = tuple(replaced(one, added_on=None, ceased_on=None, decided="") for one in application.priority_claims)
    parts = tuple(one for one in application.parts if one.received_on is None)
    return replaced(
        application,
        receiving_office=settings.OFFICE_CODE,
        received_on=None,
        request_sheets=None,
        signatures=(),
        priority_claims=claims,
        parts=tuple(replaced(one, late="", measured=()) for one in parts),
    )


def save(draft: int, *, changes: Mapping[str, Any], revision: int, by: int, at: datetime) -> Saved:
    """Store fields by their paths. ``revision`` is the one the form was shown with.

    Fields that somebody else did not touch since are merged; otherwise nothing is stored and `Diverged` says what
    differs. What cannot be read is kept as it was typed.
    """
    with transaction.atomic():
        row = whole.open_draft(draft, by=by, on=clock.local_day(at))
        book, there = books.of(row), row.stored()
        changed = _changed(book, row, changes)
        clashes = [path for path in changed if row.last_touched(path) > revision or not paths.exists(there, path)]
        if clashes:
            stored = [content.shown(book, there, row.unread, path) for path in clashes]
            differences = [Difference(path, old, changed[path]) for path, old in zip(clashes, stored, strict=True)]
            raise Diverged(book, differences, row.revision)
        if not changed:
            return Saved(row.revision)
        row.revision += 1
        for path, value in changed.items():
            content.write(book, row.application, row.unread, path, value)
            row.touch(path)
        return whole.store(row, at=at)


def replace(draft: int, *, application: Mapping[str, Any], revision: int, by: int, at: datetime) -> Saved:
    """Store a whole application as data. `Conflict` unless ``revision`` is the newest; `Refused` for bad data."""
    with transaction.atomic():
        row = whole.open_draft(draft, by=by, on=clock.local_day(at))
        if row.revision != revision:
            raise Conflict.because(
                _("The draft has been changed in the meantime. Read it again, then send your change to the newer one.")
            )
        row.application = whole.accepted(books.of(row), application, before=row.application)
        row.unread = {}
        uploads = books.of(row).uploads
        row.files = {path: file for path, file in row.files.items() if uploads.stays(path, row)}
        row.revision += 1
        row.touched = dict.fromkeys(row.application, row.revision)
        return whole.store(row, at=at)


def add(draft: int, *, group: str, by: int, at: datetime) -> Saved:
    """Add an empty item at the end of a list, named by its path: ``parties``, ``shown.0.views``."""
    with transaction.atomic():
        row = whole.open_draft(draft, by=by, on=clock.local_day(at))
        items, new = _list(row, group), books.of(row).empty(group)
        if items is None or new is None:
            raise Refused.because(_("There is no such list in the request."))
        _must_have_room(row, items, group)
        items.append(new)
        row.revision += 1
        return whole.store(row, at=at)


def take_over(draft: int, *, group: str, person: str, by: int, at: datetime) -> Saved:
    """Put somebody of one's address book at a place: into a list, or where one person stands.

    In a list it takes the place of the first item while that is empty.
    """
    on = clock.local_day(at)
    with transaction.atomic():
        row = whole.open_draft(draft, by=by, on=on)
        known = address_book.find(by, row.treaty, group, person, on=on)
        if known is None:
            raise Refused.because(_("This person no longer stands in your address book. Choose again."))
        items = _list(row, group)
        if items is None:
            paths.put(row.application, group, known.item)
        elif items and not items[0].get("name"):
            items[0] = known.item
        else:
            _must_have_room(row, items, group)
            items.append(known.item)
        row.revision += 1
        row.touch(group)
        return whole.store(row, at=at)


def remove(draft: int, *, group: str, place: int, revision: int, by: int, at: datetime) -> Saved:
    """Take an item out of a list. Refused if the list has changed since: another item may stand there now."""

    def without(old: list[int]) -> list[int]:
        return [one for one in old if one != place]

    return _reorder(draft, group=group, named=(place,), order=without, revision=revision, by=by, at=at)


def move(draft: int, *, group: str, place: int, to: int, revision: int, by: int, at: datetime) -> Saved:
    """Put an item of a list at another place. Refused if the list has changed since."""

    def moved(old: list[int]) -> list[int]:
        others = [one for one in old if one != place]
        return [*others[:to], place, *others[to:]]

    return _reorder(draft, group=group, named=(place, to), order=moved, revision=revision, by=by, at=at)


def _reorder(
    draft: int,
    *,
    group: str,
    named: tuple[int, ...],
    order: Callable[[list[int]], list[int]],
    revision: int,
    by: int,
    at: datetime,
) -> Saved:
    """Put a list in the order that ``order`` makes of the places there are; those ``named`` must be among them."""
    with transaction.atomic():
        row = whole.open_draft(draft, by=by, on=clock.local_day(at))
        items = _list(row, group)
        if items is None or any(not 0 <= place < len(items) for place in named):
            raise Refused.because(_("It has been removed already."))
        if row.last_touched(group) > revision:
            raise Conflict.because(_("The list has been changed elsewhere in the meantime. Look at it again."))
        after = order(list(range(len(items))))
        content.reorder(books.of(row), row.application, (row.unread, row.files), group, after)
        row.revision += 1
        row.touch(group)
        return whole.store(row, at=at)


def _list(row: Draft, path: str) -> list[dict[str, Any]] | None:
    """A list of the form, by its path; None where there is none."""
    if books.of(row).empty(path) is None or not paths.exists(row.application, path):
        return None
    found = paths.at(row.application, path)
    return found if isinstance(found, list) else None


def _must_have_room(row: Draft, items: list[Any], group: str) -> None:
    if len(items) >= (most := books.of(row).most):
        raise Refused.because(_("The list is full: at most {most} are taken.").format(most=most), field=group)


def attach(draft: int, *, kind: str, data: bytes, name: str, by: int, at: datetime) -> Saved:
    """Keep a file where it belongs in the application, in place of the one that was there.

    ``kind`` is the part (``claims``), or the path of what the file shows (``mark.reproductions.0``). It is checked and
    measured outside the transaction. Raises `Refused` with the reason beside the place.
    """
    with transaction.atomic():  # before the file is looked at: a stranger's costs nothing
        row = whole.open_draft(draft, by=by, on=clock.local_day(at))
    uploads = books.of(row).uploads
    if not uploads.takes(kind, row):
        message = _("Choose what the file is: description, claims, abstract, drawings or sequence listing.")
        raise Refused.because(message if row.treaty == "pct" else _("No file can be put there."), field="parts")
    kept = uploads.keep(kind, data, name=name, by=by, at=at)
    with transaction.atomic():
        row = whole.open_draft(draft, by=by, on=clock.local_day(at))
        if not uploads.takes(kind, row):
            raise Refused.because(_("It has been removed already."), field=kind)
        touched = uploads.put(kind, kept, row)
        row.revision += 1
        row.touch(touched)
        return whole.store(row, at=at)


def say_language(draft: int, *, kind: str, language: str, by: int, at: datetime) -> Saved:
    """Say in which language a part is; empty where it is in that of the application (PCT Rule 26.3ter)."""
    with transaction.atomic():
        row = whole.open_draft(draft, by=by, on=clock.local_day(at))
        if language not in choices.codes(choices.languages_of_parts()):
            raise Refused.because(_("Choose one of the languages in the list."), field=f"parts.{kind}")
        parts = [one for one in row.application["parts"] if one["kind"] == kind and one["language"] != language]
        if not parts:
            return Saved(row.revision)
        for one in parts:
            one["language"] = language
        row.revision += 1
        row.touch("parts")
        return whole.store(row, at=at)


def detach(draft: int, *, kind: str, by: int, at: datetime) -> Saved:
    """Take a file out of the draft. The file itself stays kept, for those who filed it elsewhere."""
    with transaction.atomic():
        row = whole.open_draft(draft, by=by, on=clock.local_day(at))
        touched = books.of(row).uploads.drop(kind, row)
        row.revision += 1
        row.touch(touched)
        return whole.store(row, at=at)


def discard(draft: int, *, by: int, at: datetime) -> None:
    """Delete a draft that was not handed in, with its shares. Files that it alone referred to are kept, without it."""
    with transaction.atomic():
        row = whole.open_draft(draft, by=by, on=clock.local_day(at), level="owner")
        sharing.forget(row.pk, by=by, at=at)
        row.delete()


def forget_person(user_id: int, *, at: datetime) -> dict[str, int]:
    """Delete a person's drafts, also those handed in: what was filed stands in the register. Rows by model."""
    with transaction.atomic():
        mine = Draft.objects.filter(owner_id=user_id)
        found = mine.count()
        for draft in mine:
            sharing.forget(draft.pk, by=user_id, at=at)
        mine.delete()
        acts, _rows = PreparedAct.objects.filter(by_id=user_id).delete()
        return {"filing.Draft": found, "filing.PreparedAct": acts}


def _changed(book: Book, row: Draft, changes: Mapping[str, Any]) -> dict[str, content.Value]:
    """Of the fields that were sent, those that a form may set and that differ from what is stored."""
    changed = {}
    for path, raw in changes.items():
        field = book.field_at(path)
        if field is None or path.startswith("signatures."):
            raise Denied.because(_("There is no field “{path}” in the request.").format(path=path[:60]))
        value = content.normal(field, raw)
        if isinstance(value, str) and len(value) > content.LONGEST:  # more than is kept even of what cannot be read
            raise Refused.because(content.too_long(len(value), field.limit), field=path)
        there = paths.exists(row.stored(), path)
        if (there and value != content.shown(book, row.stored(), row.unread, path)) or (value and not there):
            changed[path] = value
    return changed


def _not_too_many(by: int) -> None:
    if Draft.objects.filter(owner_id=by, handed_in_at=None).count() >= DRAFTS:
        raise Refused.because(_("You have {most} open drafts. Discard one first.").format(most=DRAFTS))

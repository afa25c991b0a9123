"""Batches that a person keeps as workbooks: keeping, changing, deleting, and reading them back."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from chancery.core.refusal import Refused
from chancery.services.search.batches.sets import Batch, check, lines_of
from chancery.services.search.models import Workbook

LONGEST_NAME, MOST = 80, 100


def mine(owner: int) -> "QuerySet[Workbook]":
    """The workbooks of a person, the one changed last first."""
    return Workbook.objects.filter(owner_id=owner)


def one(workbook_id: int, owner: int) -> Workbook | None:
    return mine(owner).filter(pk=workbook_id).first()


def batch(row: Workbook) -> Batch:
    lines = lines_of(row.lines)
    return Batch(lines=lines, collection=row.collection, dialect=row.dialect, stemming=row.stemming)


def keep(wanted: Batch, *, name: str, workbook_id: int | None = None, by: int, at: datetime) -> int:
    """Keep a batch: a new workbook, or one of the person's changed. Returns its id. Refused when it is too large."""
    check(wanted)
    name = " ".join(name.replace("\0", "").split())[:LONGEST_NAME] or _("Batch of %(day)s") % {"day": at.date()}
    with transaction.atomic():
        row = _own(workbook_id, by) if workbook_id else _new(by, at)
        row.name, row.lines, row.changed_at = name, wanted.text, at
        row.collection, row.dialect, row.stemming = wanted.collection, wanted.dialect, wanted.stemming
        row.save()
    return row.pk


def delete(workbook_id: int, *, by: int) -> None:
    mine(by).filter(pk=workbook_id).delete()


def forget_person(user_id: int, *, at: datetime) -> None:  # noqa: ARG001 - an act is always at a time
    """Delete the workbooks of a person."""
    mine(user_id).delete()


def _own(workbook_id: int, by: int) -> Workbook:
    row = mine(by).select_for_update().filter(pk=workbook_id).first()
    if row is None:
        raise Refused.because(_("This workbook is not among those that you keep."))
    return row


def _new(by: int, at: datetime) -> Workbook:
    if mine(by).count() >= MOST:
        raise Refused.because(_("You keep %(n)d workbooks, the most there can be. Delete one first.") % {"n": MOST})
    return Workbook(owner_id=by, made_at=at)

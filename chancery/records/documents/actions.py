"""What other rooms do with files: keep them, have PDFs checked, have documents typeset."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from chancery.records.documents import inspect_pdf, press, queries, store
from chancery.records.documents.correspondence import LedgerProof, typeset_letter
from chancery.records.documents.measures import PdfMeasures
from chancery.records.documents.models import Deposit, File

__all__ = [
    "PDF",
    "Kept",
    "LedgerProof",
    "forget",
    "forget_files",
    "forget_person",
    "keep",
    "keep_pdf",
    "typeset",
    "typeset_letter",
]

PDF = "application/pdf"


@dataclass(frozen=True)
class Kept:
    """A file that is kept: its hash, its size in bytes, its media type; and its measures, when it is a checked PDF."""

    sha256: str
    size: int
    media_type: str
    measures: PdfMeasures | None = None


def keep(data: bytes, *, media_type: str, name: str, by: int | None, at: datetime) -> Kept:
    """Keep any content as it is. ``by`` is None for what the office itself made.

    The bytes are on the disk before the database knows them: a crash between the two leaves bytes that nobody was
    promised, never a promise without bytes.
    """
    return _keep(data, media_type=media_type, measures=None, name=name, by=by, at=at)


def keep_pdf(data: bytes, *, name: str, by: int | None, at: datetime, field: str = "") -> Kept:
    """Check, measure and keep a PDF. Raises `Refused` with findings for ``field``; then nothing is kept.

    The inspection takes time (`inspect_pdf.inspect`): call this before a transaction, not inside one.
    """
    measures = queries.measured(store.address(data)) or inspect_pdf.inspect(data, field=field)
    return _keep(data, media_type=PDF, measures=measures, name=name, by=by, at=at)


def typeset(template: Path, data: Mapping[str, Any], *, at: datetime) -> bytes:
    """Set a room's own Typst template; see `press.typeset` for what it finds and what it may import."""
    return press.typeset(template, data, at=at)


@transaction.atomic
def forget(person: int, *, by: int, at: datetime) -> int:  # noqa: ARG001 - an act is always somebody's, sometime
    """Take a person's id and file names off what they brought; the contents stay. Returns how many there were."""
    return Deposit.objects.filter(depositor=person).update(depositor=None, name="")


def forget_person(user_id: int, *, named: Callable[[str], bool], at: datetime) -> dict[str, int]:
    """Take a person off the files they brought, and delete those that nothing names any more. Rows by model.

    ``named`` says of a hash whether any record of the house still names it: a file that belongs to an application, or
    that somebody else brought as well, stays; the upload of a draft that was discarded goes.
    """
    brought = set(Deposit.objects.filter(depositor=user_id).values_list("file_id", flat=True))
    shared = set(Deposit.objects.filter(file__in=brought).exclude(depositor=user_id).values_list("file_id", flat=True))
    going = [sha256 for sha256 in sorted(brought - shared) if not named(sha256)]
    with transaction.atomic():
        Deposit.objects.filter(file__in=going).delete()
        File.objects.filter(pk__in=going).delete()
        kept = forget(user_id, by=user_id, at=at)
        transaction.on_commit(lambda: _remove(going))
    return {"documents.File": len(going), "documents.Deposit": len(going) + kept}


def forget_files(hashes: Iterable[str], *, named: Callable[[str], bool]) -> int:
    """Delete files that nothing names any more, of an application whose file is no longer kept. Returns how many."""
    going = [sha256 for sha256 in sorted(set(hashes)) if not named(sha256)]
    with transaction.atomic():
        Deposit.objects.filter(file__in=going).delete()
        found = File.objects.filter(pk__in=going)
        gone = found.count()
        found.delete()
        transaction.on_commit(lambda: _remove(going))
        return gone


def _remove(hashes: Iterable[str]) -> None:
    """Delete bytes, unless somebody has brought the same ones in the meantime."""
    for sha256 in hashes:
        with transaction.atomic():
            if not File.objects.filter(pk=sha256).exists():
                store.current().remove(sha256)


def _keep(
    data: bytes, *, media_type: str, measures: PdfMeasures | None, name: str, by: int | None, at: datetime
) -> Kept:
    sha256 = store.current().put(data)
    plain = measures.to_json() if measures else None
    with transaction.atomic():
        file, is_new = File.objects.get_or_create(
            sha256=sha256,
            defaults={"size": len(data), "media_type": media_type, "kept_at": at, "measures": plain},
        )
        if plain and not is_new and file.measures is None:
            File.objects.filter(pk=sha256).update(measures=plain, media_type=media_type)
        Deposit.objects.create(file=file, name=name[:255], depositor=by, at=at)
    store.current().put(data)  # does nothing, unless the same bytes were forgotten between the two
    return Kept(sha256, len(data), media_type, measures)

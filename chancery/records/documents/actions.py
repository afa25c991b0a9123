"""What other rooms do with files: keep them, have PDFs checked, have documents typeset."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from chancery.records.documents import inspect_image, inspect_pdf, press, queries, refuse, store
from chancery.records.documents.correspondence import LedgerProof, typeset_letter
from chancery.records.documents.measures import ImageMeasures, PdfMeasures
from chancery.records.documents.models import Deposit, File

__all__ = [
    "PDF",
    "Kept",
    "LedgerProof",
    "forget",
    "forget_files",
    "forget_person",
    "keep",
    "keep_image",
    "keep_pdf",
    "keep_sound",
    "keep_video",
    "typeset",
    "typeset_letter",
]

PDF = "application/pdf"
SMALL = "image/jpeg"

Measures = PdfMeasures | ImageMeasures


@dataclass(frozen=True)
class Kept:
    """A file that is kept: its hash, its size in bytes, its media type; and its measures, when it was inspected.

    ``removed`` is what was taken out of a picture, sound or film before it was kept; `queries.cleaned` says it.
    """

    sha256: str
    size: int
    media_type: str
    measures: Measures | None = None
    removed: tuple[str, ...] = ()


def keep(data: bytes, *, media_type: str, name: str, by: int | None, at: datetime) -> Kept:
    """Keep any content as it is. ``by`` is None for what the office itself made.

    The bytes are on the disk before the database knows them: a crash between the two leaves bytes that nobody was
    promised, never a promise without bytes.
    """
    return _keep(data, media_type=media_type, measures=None, name=name, by=by, at=at)


def keep_pdf(data: bytes, *, name: str, by: int | None, at: datetime, field: str = "", carrying: bool = False) -> Kept:
    """Check, measure and keep a PDF. Raises `Refused` with findings for ``field``; then nothing is kept.

    ``carrying``: it may carry files of plain data (PDF/A-3), as certified extracts of registers do; to take them out
    would take its signature or its proof away. What is printed or published as it is may not.

    The inspection takes time (`inspect_pdf.inspect`): call this before a transaction, not inside one.
    """
    measures = queries.measured(store.address(data)) or inspect_pdf.inspect(data, field=field)
    if measures.attached and not carrying:
        raise refuse.carries(measures.attached, field)
    return _keep(data, media_type=PDF, measures=measures, name=name, by=by, at=at)


def keep_image(data: bytes, *, name: str, by: int | None, at: datetime, field: str = "") -> Kept:
    """Check, clean, measure and keep a picture (JPEG, PNG, TIFF), and a small one of it. Raises `Refused`.

    What a camera or programme wrote into it is taken out before (`metadata`), so that the file that is kept may have
    another hash than the one that was brought; ``removed`` says so. Call this before a transaction, not inside one.
    """
    known = queries.measured_image(store.address(data))
    if known:
        return _keep(data, media_type=_type_of(known), measures=known, name=name, by=by, at=at)
    found = inspect_image.inspect(data, field=field)
    assert found.measures is not None
    kept = _keep(found.data, media_type=_type_of(found.measures), measures=found.measures, name=name, by=by, at=at)
    _keep_small(kept.sha256, found.small, at=at)
    return replace(kept, removed=found.removed)


def keep_sound(data: bytes, *, name: str, by: int | None, at: datetime, field: str = "") -> Kept:
    """Keep a sound (MP3, WAV) without the notes in it (`recordings`). Raises `Refused`."""
    return _keep_recording(inspect_image.sound(data, field=field), name=name, by=by, at=at)


def keep_video(data: bytes, *, name: str, by: int | None, at: datetime, field: str = "") -> Kept:
    """Keep a film (MP4) without the notes in it (`recordings`). Raises `Refused`."""
    return _keep_recording(inspect_image.film(data, field=field), name=name, by=by, at=at)


def _keep_recording(found: inspect_image.Recording, *, name: str, by: int | None, at: datetime) -> Kept:
    return replace(keep(found.data, media_type=found.media_type, name=name, by=by, at=at), removed=found.removed)


def typeset(template: Path, data: Mapping[str, Any], *, at: datetime, carries: bool = False) -> bytes:
    """Set a room's own Typst template; see `press.typeset` for what it finds, may import, and carries."""
    return press.typeset(template, data, at=at, carries=carries)


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
        gone = _take_off(going)
        kept = forget(user_id, by=user_id, at=at)
    return {"documents.File": gone, "documents.Deposit": len(going) + kept}


def forget_files(hashes: Iterable[str], *, named: Callable[[str], bool]) -> int:
    """Delete files that nothing names any more, of an application whose file is no longer kept. Returns how many."""
    going = [sha256 for sha256 in sorted(set(hashes)) if not named(sha256)]
    with transaction.atomic():
        return _take_off(going)


def _take_off(going: list[str]) -> int:
    """Take files off the table, with their small pictures; the bytes go when that is certain. Returns how many."""
    Deposit.objects.filter(file__in=going).delete()
    found = File.objects.filter(pk__in=going)
    gone = found.count()
    small = set(found.exclude(small=None).values_list("small", flat=True))
    found.delete()
    alone = File.objects.filter(pk__in=small, large=None, deposits=None)
    left = sorted(alone.values_list("pk", flat=True))
    File.objects.filter(pk__in=left).delete()
    transaction.on_commit(lambda: _remove([*going, *left]))
    return gone


def _remove(hashes: Iterable[str]) -> None:
    """Delete bytes, unless somebody has brought the same ones in the meantime."""
    for sha256 in hashes:
        with transaction.atomic():
            if not File.objects.filter(pk=sha256).exists():
                store.current().remove(sha256)


def _keep(
    data: bytes,
    *,
    media_type: str,
    measures: Measures | None,
    name: str,
    by: int | None,
    at: datetime,
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


def _keep_small(of: str, data: bytes, *, at: datetime) -> None:
    sha256 = store.current().put(data)
    with transaction.atomic():
        defaults = {"size": len(data), "media_type": SMALL, "kept_at": at}
        small, _ = File.objects.get_or_create(sha256=sha256, defaults=defaults)
        File.objects.filter(pk=of, small=None).update(small=small)
    store.current().put(data)  # as in `_keep`


def _type_of(measures: ImageMeasures) -> str:
    return inspect_image.PICTURES[measures.format]

"""What other rooms may ask about files. Nobody is asked for permission here: the room that shows a file asks."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, BinaryIO

from django.http import FileResponse

from chancery.records.documents import refuse, refuse_media, store
from chancery.records.documents.inspect_image import FILMS, PICTURES, SOUNDS, inspect
from chancery.records.documents.measures import ImageMeasures, PageMeasure, PdfMeasures
from chancery.records.documents.models import Deposit, File
from chancery.records.documents.store import Damaged, Missing, Verified
from chancery.treaties.kernel import Finding

__all__ = [
    "Damaged",
    "ImageMeasures",
    "Missing",
    "PageMeasure",
    "PdfMeasures",
    "Verdict",
    "advice",
    "cleaned",
    "content",
    "download",
    "measured",
    "measured_image",
    "measured_images",
    "open_file",
    "reproduction",
    "running_text",
    "seen_small",
    "size",
    "small_picture",
    "verify",
    "was_brought",
]

_PDF = "application/pdf"
_RECORDINGS = {media_type: kind for kind, media_type in (SOUNDS | FILMS).items()}
_SHOWN_IN_PLACE = frozenset({_PDF, "image/png", "image/jpeg"})
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'"
_CLOSED = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox"


@dataclass(frozen=True)
class Verdict:
    """The state of the store against the table of files: ``lost`` are hashes in the table without bytes."""

    store: Verified
    lost: tuple[str, ...]

    @property
    def is_sound(self) -> bool:
        return not (self.lost or self.store.damaged)


def measured(sha256: str) -> PdfMeasures | None:
    """What was measured in a PDF; None for what is none, was never inspected or is not here."""
    plain = _measures(sha256, _PDF)
    return PdfMeasures.from_json(plain) if plain else None


def running_text(sha256: str) -> str:
    """What can be read in a PDF, as one line; "" for what is none, or is only a picture."""
    found = measured(sha256)
    return found.running_text if found else ""


def measured_image(sha256: str) -> ImageMeasures | None:
    """What was measured of a picture; None for what is none, was never inspected or is not here."""
    plain = _measures(sha256, *PICTURES.values())
    return ImageMeasures.from_json(plain) if plain else None


def measured_images(hashes: Collection[str]) -> dict[str, ImageMeasures]:
    """The measures of many pictures in one question, by their hashes; those that are none are left out."""
    found = File.objects.filter(pk__in=hashes, media_type__in=PICTURES.values()).values_list("sha256", "measures")
    return {sha256: ImageMeasures.from_json(plain) for sha256, plain in found if plain}


def reproduction(sha256: str) -> dict[str, Any] | None:
    """What shows a mark or lets it be heard, with the names of the Madrid rules (``Reproduction``)."""
    picture = measured_image(sha256)
    if picture:
        return picture.reproduction()
    found = File.objects.filter(pk=sha256, media_type__in=_RECORDINGS).values("media_type", "size").first()
    return {"format": _RECORDINGS[found["media_type"]], "size": found["size"]} if found else None


def small_picture(sha256: str) -> str | None:
    """The hash of the small picture (JPEG) of a picture; None for what is none."""
    return File.objects.filter(pk=sha256).values_list("small", flat=True).first()


def seen_small(data: bytes, *, field: str = "") -> bytes:
    """A small picture (JPEG) of one that is kept nowhere. Raises `Refused`, as `actions.keep_image` does."""
    return inspect(data, field=field).small


def _measures(sha256: str, *types: str) -> dict[str, Any] | None:
    return File.objects.filter(pk=sha256, media_type__in=types).values_list("measures", flat=True).first()


def content(sha256: str) -> bytes:
    """All the bytes, checked against their hash. Raises `Missing`, `Damaged`."""
    return store.current().content(sha256)


def open_file(sha256: str) -> BinaryIO:
    """The file, open for reading, for those who read it in pieces. Raises `Missing`."""
    return store.current().open(sha256)


def size(sha256: str) -> int:
    """In bytes. Raises `Missing`."""
    found = File.objects.filter(pk=sha256).values_list("size", flat=True).first()
    if found is None:
        raise Missing(sha256)
    return found


def was_brought(sha256: str, *, by: int) -> bool:
    """Whether this person handed in these very bytes. Knowing a hash is no right to the file: ask before taking one."""
    return Deposit.objects.filter(file=sha256, depositor=by).exists()


def advice(sha256: str, *, field: str = "") -> tuple[Finding, ...]:
    """Hints about a PDF that was kept: fonts that are not embedded, layers, links. Never a reason to refuse it."""
    measures = measured(sha256)
    return refuse.advice(measures, field) if measures else ()


def cleaned(removed: Iterable[str], *, field: str = "") -> tuple[Finding, ...]:
    """What was taken out of a picture before it was kept (`actions.Kept`), said to the person."""
    return refuse_media.removed(removed, field)


def download(sha256: str, *, name: str, inline: bool = False) -> FileResponse:
    """An answer that hands the file out under a name, whose extension should fit. Raises `Missing`.

    Strangers' content runs nowhere: it is never sniffed, no script may run in it, and only PDFs (which were checked)
    and plain pictures may be shown in place. It may be kept by the reader's browser, which asks each time whether it
    still may show it: the permission to see a file can change, its bytes cannot.
    """
    file = File.objects.filter(pk=sha256).first()
    if file is None:
        raise Missing(sha256)
    in_place = inline and file.media_type in _SHOWN_IN_PLACE
    response = FileResponse(open_file(sha256), filename=name, as_attachment=not in_place, content_type=file.media_type)
    response["Content-Length"] = str(file.size)
    response["ETag"] = f'"{sha256}"'
    response["Cache-Control"] = "private, no-cache"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    # A browser's own PDF viewer refuses to start in a sandbox, so what is shown in place has none.
    response["Content-Security-Policy"] = _POLICY if in_place and file.media_type == _PDF else _CLOSED
    return response


def verify() -> Verdict:
    """Read every file again (some 500 MB a second) and compare the store with the table."""
    found = store.current().verify()
    here = set(store.current().hashes())
    known = File.objects.order_by("sha256").values_list("sha256", flat=True).iterator()
    return Verdict(store=found, lost=tuple(sha256 for sha256 in known if sha256 not in here))

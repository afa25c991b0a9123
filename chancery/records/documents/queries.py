"""What other rooms may ask about files. Nobody is asked for permission here: the room that shows a file asks."""

from dataclasses import dataclass
from typing import BinaryIO

from django.http import FileResponse

from chancery.records.documents import refuse, store
from chancery.records.documents.measures import PageMeasure, PdfMeasures
from chancery.records.documents.models import Deposit, File
from chancery.records.documents.store import Damaged, Missing, Verified
from chancery.treaties.kernel import Finding

__all__ = [
    "Damaged",
    "Missing",
    "PageMeasure",
    "PdfMeasures",
    "Verdict",
    "advice",
    "content",
    "download",
    "measured",
    "open_file",
    "size",
    "verify",
    "was_brought",
]

_SHOWN_IN_PLACE = frozenset({"application/pdf", "image/png", "image/jpeg"})
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'"


@dataclass(frozen=True)
class Verdict:
    """The state of the store against the table of files: ``lost`` are hashes in the table without bytes."""

    store: Verified
    lost: tuple[str, ...]

    @property
    def is_sound(self) -> bool:
        return not (self.lost or self.store.damaged)


def measured(sha256: str) -> PdfMeasures | None:
    """What was measured in a PDF; None for what was never inspected or is not here."""
    plain = File.objects.filter(pk=sha256).values_list("measures", flat=True).first()
    return PdfMeasures.from_json(plain) if plain else None


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
    response["Content-Security-Policy"] = _POLICY if in_place else f"{_POLICY}; sandbox"
    return response


def verify() -> Verdict:
    """Read every file again (some 500 MB a second) and compare the store with the table."""
    found = store.current().verify()
    here = set(store.current().hashes())
    known = File.objects.order_by("sha256").values_list("sha256", flat=True).iterator()
    return Verdict(store=found, lost=tuple(sha256 for sha256 in known if sha256 not in here))

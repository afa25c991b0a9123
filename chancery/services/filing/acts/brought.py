"""Files that come with an act, of every treaty: kept when they are brought, named by their hash when it is done."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from chancery.core.refusal import Refused
from chancery.records.documents import queries as documents
from chancery.services.filing.acts.asking import Upload, wrong
from chancery.treaties.kernel import Finding

FILES = 20  # of one act


@dataclass(frozen=True, kw_only=True)
class Brought:
    """A file that is kept already, and what it is meant as."""

    kind: str
    sha256: str
    name: str


def encoded(one: Brought) -> str:
    """A file as it travels with a form."""
    return f"{one.kind}|{one.sha256}|{one.name}"


def decoded(text: str) -> Brought | None:
    """What `encoded` wrote; None for anything else."""
    parts = text.split("|", 2)
    return Brought(kind=parts[0], sha256=parts[1], name=parts[2]) if len(parts) == 3 else None


def upload_of(uploads: Iterable[Upload], kind: str) -> Upload:
    """The place for files of a kind. Raises `Refused` where the act has none."""
    found = next((one for one in uploads if one.kind == kind), None)
    if found is None:
        raise Refused.because(_("No such file belongs to this act."), field="files")
    return found


def not_too_large(data: bytes, *, field: str) -> None:
    """Raises `Refused` for a file over the limit."""
    if len(data) > settings.UPLOAD_LIMIT:
        raise Refused.because(_("The file is too large. Divide it, or reduce its pictures."), field=field)


def not_too_many(files: Sequence[Brought]) -> None:
    """Raises `Refused` for more files than one act may have."""
    if len(files) > FILES:
        raise Refused.because(_("At most {most} files are taken.").format(most=FILES), field="files")


def entered(one: Brought, *, by: int) -> dict[str, Any]:
    """A file as the register enters it. Knowing a hash is no right to the file: it must be this person's own."""
    if not documents.was_brought(one.sha256, by=by):
        raise Refused.because(_("Bring this file again: it is not among those you uploaded."), field="files")
    measures = documents.measured(one.sha256)
    return {
        "kind": one.kind,
        "sha256": one.sha256,
        "name": one.name[:255],
        "sheets": len(measures.pages) if measures else 0,
        "size": documents.size(one.sha256),
    }


def missing(uploads: Iterable[Upload], files: Iterable[Brought]) -> tuple[Finding, ...]:
    """The files that the act needs and that were not brought."""
    brought = {one.kind for one in files}
    return tuple(
        wrong(_("Bring this file."), field=f"files.{one.kind}")
        for one in uploads
        if one.needed and one.kind not in brought
    )

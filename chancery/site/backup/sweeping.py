"""What must not be readable any more: keys of backups whose days are over, and of files that are no longer kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from chancery.core import clock
from chancery.core.refusal import Refused
from chancery.records.documents.models import File
from chancery.records.privacy import ring as rings
from chancery.records.privacy.ring import BACKUP, FILE, Key, Ring
from chancery.site.backup import archive
from chancery.site.backup.archive import SUFFIX
from chancery.site.backup.blobs import Blobs
from chancery.site.backup.making import FILES, alone


@dataclass(frozen=True, kw_only=True)
class Swept:
    """``missed`` are places of the keys that could not be reached: they are brought to agree later."""

    backups: int = 0
    missed: tuple[Path, ...] = ()


def sweep(folder: Path, *, at: datetime) -> Swept:
    """Destroy the keys that are over, then delete what they sealed. Does nothing while a backup is being written."""
    ring = rings.current()
    if not ring.exists():
        return Swept()
    try:
        with alone(folder):
            ring.agree()
            over = [key for key in ring.all() if key.until and key.until < clock.local_day(at)]
            missed = {*ring.destroy((key.unit for key in over), at=at), *_destroy_loose(ring, folder, at=at)}
            backups = _delete_shredded(folder, ring)
            return Swept(backups=backups, missed=tuple(sorted(missed)))
    except Refused:
        return Swept()


def forget_person(user_id: int, *, at: datetime) -> dict[str, int]:  # noqa: ARG001 - it looks at what is left
    """After a person is erased: the files that went with them cannot be read in any backup either."""
    transaction.on_commit(lambda: _destroy_loose(rings.current(), Path(settings.BACKUPS), at=at))
    return {}


def _destroy_loose(ring: Ring, folder: Path, *, at: datetime) -> list[Path]:
    """Keys of files that are no longer kept. Returns the places that could not be reached."""
    loose = _loose(ring.all())
    missed = ring.destroy((key.unit for key in loose), at=at) if loose else []
    blobs = Blobs(folder / FILES)
    for key in loose:
        blobs.delete(key, key.unit.partition(":")[2])
    return missed


def _loose(keys: Iterable[Key]) -> list[Key]:
    of_files = [key for key in keys if key.unit.startswith(f"{FILE}:")]
    kept = set(File.objects.values_list("sha256", flat=True)) if of_files else set()
    return [key for key in of_files if key.unit.partition(":")[2] not in kept]


def _delete_shredded(folder: Path, ring: Ring) -> int:
    """Delete backups of which it is noted that their key is destroyed; never one whose key is only not found."""
    destroyed = {id_.hex() for id_ in ring.notes(BACKUP)}
    over = [path for path in folder.glob(f"*{SUFFIX}") if archive.header(path).key in destroyed]
    for path in over:
        path.unlink()
    return len(over)

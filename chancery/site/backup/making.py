"""``chancery backup``: one moment of the whole office, sealed, read back and compared with the ledger's root."""

import fcntl
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.models import Model
from django.utils.translation import gettext as _

from chancery.core import clock, ledger
from chancery.core.ledger import instant
from chancery.core.refusal import Refused
from chancery.records.documents.models import File
from chancery.records.documents.store import Missing
from chancery.records.privacy import ring as rings
from chancery.records.privacy.ring import BACKUP, FILE, PERSON, Key, Ring
from chancery.site.backup import archive, belonging
from chancery.site.backup.archive import SUFFIX, Writer
from chancery.site.backup.belonging import Ways
from chancery.site.backup.blobs import Blobs
from chancery.site.backup.checking import Checked, check
from chancery.site.backup.office_keys import keep_apart
from chancery.site.backup.snapshot import snapshot

BATCH = 2_000
FILES = "files"  # the folder of sealed files beside the backups

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and of how much."""


@dataclass(frozen=True, kw_only=True)
class Made:
    """A backup that is whole: it was read again and is the office of that moment."""

    path: Path
    checked: Checked
    new_files: int
    size: int
    missed: tuple[Path, ...]


def backup(folder: Path, *, at: datetime, tell: Progress) -> Made:
    """Write a backup into a folder. Raises `Refused` where keys and backups would lie together, or another one runs."""
    ring, blobs = rings.current(), Blobs(folder / FILES)
    _refuse_together(folder, ring)
    with alone(folder):
        ring.agree()
        name = f"{at:%Y%m%dT%H%M%SZ}"
        if (folder / f"{name}{SUFFIX}").exists():
            raise Refused.because(_("There is a backup of this very second already."))
        until = clock.local_day(at) + timedelta(days=settings.BACKUP_KEEP_DAYS)
        key = ring.key(f"{BACKUP}:{name}", until=until)
        path = folder / f"{name}{SUFFIX}"
        new = _write(path, key, ring, blobs, at=at, tell=tell)
        checked = check(path, ring, tell=tell)
        missed = keep_apart(ring)
        return Made(path=path, checked=checked, new_files=new, size=path.stat().st_size, missed=tuple(missed))


def _write(path: Path, key: Key, ring: Ring, blobs: Blobs, *, at: datetime, tell: Progress) -> int:
    gone = ring.gone(PERSON)  # asked before the moment: who is erased by then has left nothing but what is kept
    with snapshot(), Writer(path, key, made_at=instant(at)) as out:
        out.put(_start(at))
        persons = _person_keys(ring, gone)
        rows: dict[str, int] = {}
        tables = belonging.tables()
        for place, model in enumerate(tables, start=1):
            tell(_("Tables"), place - 1, len(tables))
            rows[model._meta.label] = _write_table(out, model, persons)
        tell(_("Tables"), len(tables), len(tables))
        files, new = _write_files(out, ring, blobs, tell=tell)
        size = ledger.size()
        end = {"rows": rows, "files": files, "entries": size, "root": ledger.root(size)}
        out.put({"t": "end", **end})
    return new


def _start(at: datetime) -> archive.Record:
    loader = MigrationLoader(connection)
    leaves = sorted(list(leaf) for leaf in loader.graph.leaf_nodes())
    return {"t": "start", "made_at": at, "office": settings.LEDGER_ORIGIN, "migrations": leaves}


def _person_keys(ring: Ring, gone: frozenset[str]) -> dict[int, Key]:
    """A key for everyone who has an account and has not been erased."""
    numbers = get_user_model()._default_manager.values_list("pk", flat=True)
    units = {f"{PERSON}:{number}": number for number in numbers if f"{PERSON}:{number}" not in gone}
    return {units[unit]: key for unit, key in ring.keys_for(units).items()}


def _write_table(out: Writer, model: type[Model], persons: Mapping[int, Key]) -> int:
    names = [field.attname for field in model._meta.concrete_fields]
    found = belonging.ways(model)
    out.put({"t": "table", "m": model._meta.label, "f": names})
    rows = model._base_manager.order_by("pk").values_list(*names, *found.accounts, *found.addresses)
    accounts = belonging.accounts_by_address() if found.addresses else {}
    alone, key = belonging.alone(model), names.index(model._meta.pk.attname)
    written = 0
    for row in rows.iterator(chunk_size=BATCH):
        owners = {*_owners(row[len(names) :], found, accounts), *filter(None, [alone.get(row[key])])}
        out.row(row[: len(names)], [persons[one] for one in sorted(owners) if one in persons])
        written += 1
    return written


def _owners(found: tuple[object, ...], how: Ways, accounts: Mapping[str, int]) -> set[int]:
    numbers = [one for one in found[: len(how.accounts)] if isinstance(one, int)]
    addresses = [str(one).lower() for one in found[len(how.accounts) :] if one]
    return {*numbers, *(accounts[one] for one in addresses if one in accounts)}


def _write_files(out: Writer, ring: Ring, blobs: Blobs, *, tell: Progress) -> tuple[int, int]:
    """Name every kept file, and seal those that are not in the folder yet. Returns how many, and how many new ones."""
    sizes = dict(File.objects.order_by("pk").values_list("sha256", "size"))
    keys = ring.keys_for(f"{FILE}:{sha256}" for sha256 in sizes)
    new = written = 0
    for place, (sha256, size) in enumerate(sizes.items(), start=1):
        key = keys[f"{FILE}:{sha256}"]
        if not blobs.has(key, sha256):
            try:
                blobs.put(key, sha256)
            except Missing:  # erased since the moment that this backup shows
                continue
            new += 1
        out.put({"t": "file", "h": sha256, "s": size, "k": key.id})
        written += 1
        tell(_("Files"), place, len(sizes))
    return written, new


def _refuse_together(folder: Path, ring: Ring) -> None:
    inside = [place for place in ring.places if place.resolve().is_relative_to(folder.resolve())]
    if inside:
        raise Refused.because(
            _("The keys (%(place)s) lie within the folder of the backups. Keep them apart: set CHANCERY_BACKUP_KEYS.")
            % {"place": inside[0]}
        )


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """One backup at a time; what one that was killed has left is cleared away."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    door = os.open(folder / ".lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(door, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise Refused.because(_("Another backup is being written into this folder. Wait until it is done.")) from None
    else:
        for left in chain(folder.glob("*.partial"), (folder / FILES).rglob("*.partial")):
            left.unlink()
        yield
    finally:
        os.close(door)

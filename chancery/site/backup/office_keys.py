"""The office's own keys (the ledger's, the sessions', those of sign-on) are kept with the ring, never in a backup."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from chancery.records.privacy.ring import Ring

FOLDER = "office"
PATTERNS = ("*.key", "*.keys")


def keep_apart(ring: Ring) -> list[Path]:
    """Copy the keys to every place of the ring. Returns the places that could not be reached."""
    missed = []
    for place in ring.places:
        try:
            for path in _keys(Path(settings.DATA)):
                _copy(path, place / FOLDER / path.name)
        except OSError:
            missed.append(place)
    return missed


def bring_back(ring: Ring) -> list[str]:
    """Put the keys where the office looks for them, in place of those that an empty installation made. Their names."""
    brought = list(_keys(ring.places[0] / FOLDER))
    for path in brought:
        _copy(path, Path(settings.DATA) / path.name)
    return [path.name for path in brought]


def _keys(folder: Path) -> Iterator[Path]:
    return (
        (path for pattern in PATTERNS for path in sorted(folder.glob(pattern)) if path.is_file())
        if folder.is_dir()
        else iter(())
    )


def _copy(path: Path, to: Path) -> None:
    """Readable by its owner only from the first byte on, and whole once it has its name."""
    to.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    partial = to.with_name(f"{to.name}.partial")
    with (
        path.open("rb") as source,
        os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out,
    ):
        shutil.copyfileobj(source, out)
        out.flush()
        os.fsync(out.fileno())
    partial.rename(to)

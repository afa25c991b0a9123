"""Secrets of this installation: files in the data folder that only their owner reads. Knows neither Django nor law."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path


def kept(path: Path, *, make: Callable[[], bytes]) -> bytes:
    """What lies at ``path``. Whoever needs it first makes it; of two processes that start at once, one wins."""
    if not path.exists():
        draft = _draft(path, make())
        with suppress(FileExistsError):
            os.link(draft, path)
        draft.unlink()
    return path.read_bytes()


def replace(path: Path, content: bytes) -> None:
    """Put another secret in place of the one there: whoever reads meanwhile gets the one or the other, whole."""
    _draft(path, content).replace(path)


def _draft(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}.{os.urandom(4).hex()}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return draft

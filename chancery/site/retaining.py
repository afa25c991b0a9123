"""What is destroyed by itself when its time is over: rows, files of applications, folders, keys of backups.

The runner does it once an hour; ``chancery retention`` does it at once, and with ``--dry-run`` only says what it would
do. An operator sees the same on a page.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from django.conf import settings
from rich.console import Console
from rich.table import Column, Table

from chancery.core import clock
from chancery.records.privacy import actions as privacy
from chancery.records.privacy import retention
from chancery.site import ageing
from chancery.site.backup import sweeping
from chancery.site.forgetting import DISPOSERS
from chancery.site.wiring import HOLDINGS
from chancery.treaties.kernel import Period

FOLDERS = (
    ("Folder of e-mails that were not sent", "EMAIL_FILE_PATH", Period(days=3)),
    ("Folder of counts of attempts", "", Period(days=1)),
)
"""Folders whose files have a life: what they are, the setting that names them (the cache's is its own), how long."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """What goes, by which declaration, and how much of it; ``held`` is kept by a legal hold."""

    what: str
    keep: str
    rows: int
    held: int = 0
    oldest: date | None = None


def due(*, at: datetime) -> list[Line]:
    """The dry run: what a run would destroy now."""
    on = clock.local_day(at)
    lines = [
        Line(what=one.what, keep=one.keep, rows=one.rows, held=one.held, oldest=one.oldest)
        for one in retention.due(HOLDINGS, on=on)
    ]
    lines.append(Line(what="Files of applications", keep=ageing.KEEP, rows=len(ageing.due(on=on))))
    return lines + [
        Line(what=what, keep=str(life), rows=len(list(_old(folder, life, at)))) for what, folder, life in _folders()
    ]


def run(*, at: datetime) -> list[Line]:
    """Destroy what is due. Returns what was destroyed. Doing it twice does no harm."""
    gone = retention.run(HOLDINGS, DISPOSERS, at=at)
    files = ageing.run(at=at, on=clock.local_day(at))
    for what, folder, life in _folders():
        old = list(_old(folder, life, at))
        _delete(old)
        if old:
            privacy.note_destroyed(what, str(life), rows=len(old), at=at)
    privacy.drop_receipts(at=at)
    privacy.destroy_keys(at=at)
    sweeping.sweep(Path(settings.BACKUPS), at=at)
    return [
        *(Line(what=one.what, keep=one.keep, rows=one.rows, held=one.held) for one in gone),
        *(Line(what=model, keep=ageing.KEEP, rows=rows) for model, rows in sorted(files.items())),
    ]


def _folders() -> Iterator[tuple[str, Path, Period]]:
    for what, name, life in FOLDERS:
        folder = getattr(settings, name) if name else settings.CACHES["default"].get("LOCATION")
        if folder:
            yield what, Path(str(folder)), life


def _old(folder: Path, life: Period, at: datetime) -> Iterator[Path]:
    limit = (at - timedelta(days=life.days)).timestamp()
    for path in folder.rglob("*") if folder.is_dir() else ():
        if path.is_file() and path.stat().st_mtime < limit:
            yield path


def _delete(paths: Iterable[Path]) -> None:
    for path in paths:
        path.unlink(missing_ok=True)


def show(*, dry: bool, at: datetime, console: Console) -> int:
    """``chancery retention``: a table of what went, or would go."""
    table = Table(Column("What"), Column("By its declaration"), Column("Rows", justify="right"), "Held", "Oldest")
    for line in due(at=at) if dry else run(at=at):
        table.add_row(line.what, line.keep, str(line.rows), str(line.held or ""), str(line.oldest or ""))
    console.print(table)
    console.print("Nothing was destroyed: this was a dry run." if dry else "Done.")
    return 0

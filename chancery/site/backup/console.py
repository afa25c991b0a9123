"""``chancery backup``, ``restore`` and ``backups``: what an operator sees of them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from django.conf import settings
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Column, Table

from chancery.core import verify
from chancery.core.refusal import Refused
from chancery.records.privacy import ring as rings
from chancery.records.privacy.ring import BACKUP
from chancery.site.backup import archive, making, restoring, sweeping, witnessing
from chancery.site.backup.checking import check as checked
from chancery.site.backup.sealing import Broken


def backup(folder: Path | None, *, at: datetime, console: Console) -> int:
    """Returns the exit status: 0 when the backup is whole, and its keys are in every place."""
    with _told(console) as tell:
        made = making.backup(folder or Path(settings.BACKUPS), at=at, tell=tell)
        sweeping.sweep(made.path.parent, at=at)
    console.print(f"[bold]{made.path}[/bold]", soft_wrap=True)
    console.print(
        f"{made.checked.rows} rows, {made.checked.files} files ({made.new_files} new), {_size(made.size)}; "
        f"{made.checked.entries} entries of the ledger with the root {verify.root_text(made.checked.root)}",
        soft_wrap=True,
    )
    console.print("Read back: it is whole.")
    for place in made.missed:
        console.print(f"[red]The keys could not be written to {place}. Without them the backup is lost.[/red]")
    return 1 if made.missed else 0


def check(path: Path, *, console: Console) -> int:
    with _told(console) as tell:
        found = checked(path, rings.current(), tell=tell, files=True)
    console.print(
        f"Of {found.made_at}: {found.rows} rows, {found.files} files, {found.entries} entries of the ledger, "
        f"root {verify.root_text(found.root)}. It is whole; {found.shredded} rows and files have been erased since.",
        soft_wrap=True,
    )
    return 0


def restore(path: Path, *, at: datetime, console: Console) -> int:
    with _told(console) as tell:
        done = restoring.restore(path, at=at, tell=tell)
    told = witnessing.witness(done, at=at)
    for fault in done.faults:
        console.print(f"[red]{fault}[/red]")
    console.print(
        f"{done.checked.rows} rows, {done.files} files, {done.checked.entries} entries of the ledger; "
        f"root {verify.root_text(done.root)}, as in the backup."
        if not done.faults
        else "The office that was restored is NOT in order.",
        soft_wrap=True,
    )
    if done.erased_again:
        console.print(f"{done.erased_again} accounts were erased after this backup: they have not come back.")
    console.print(f"It stands in the ledger as entry {told.entry}; {told.people} operators and publishers are told.")
    return 1 if done.faults else 0


def show(folder: Path | None, *, console: Console) -> int:
    """The backups of a folder, and until when each can be opened."""
    keys = {key.id.hex(): key for key in rings.current().all() if key.unit.startswith(f"{BACKUP}:")}
    table = Table(Column("Backup", no_wrap=True), "Made", "Size", "Can be opened until")
    for path in sorted((folder or Path(settings.BACKUPS)).glob(f"*{archive.SUFFIX}")):
        key = keys.get((found := archive.header(path)).key)
        table.add_row(
            path.name, found.made_at, _size(path.stat().st_size), str(key.until) if key else "its key is gone"
        )
    console.print(table)
    return 0


def guarded(work: Callable[[], int], console: Console) -> int:
    """An expected "no" is a sentence in red, and the exit status 1."""
    try:
        return work()
    except (Refused, Broken) as fault:
        console.print(f"[red]{fault}[/red]", soft_wrap=True)
        return 1


@contextmanager
def _told(console: Console) -> Iterator[making.Progress]:
    """One bar for each thing that is done; without a known end it shows how far it has come."""
    columns = (
        TextColumn("{task.description:<14}"),
        BarColumn(),
        TextColumn("{task.fields[done]}"),
        TimeElapsedColumn(),
    )
    bars: dict[str, TaskID] = {}
    with Progress(*columns, console=console, transient=True) as progress:

        def tell(what: str, done: int, total: int) -> None:
            if what not in bars:
                bars[what] = progress.add_task(what, total=total or None, done="")
            said = f"{done} / {total}" if total else str(done)
            progress.update(bars[what], completed=done, total=total or None, done=said)

        yield tell


def _size(octets: int) -> str:
    return f"{octets / 1e6:.1f} MB" if octets >= 1e5 else f"{octets / 1e3:.1f} kB"

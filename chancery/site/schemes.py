"""``chancery classes``: the schemes of the IPC and the CPC, taken from the files that the offices publish."""

from collections.abc import Sequence
from pathlib import Path

from django.conf import settings
from rich.console import Console

from chancery.finder import groups


def take(files: Sequence[Path], console: Console) -> int:
    """Write the table of groups beside the index; searches follow it at once. 1 where a file is no scheme: then the
    table stays as it was.
    """
    table = Path(settings.INDEX_DIR) / groups.FILE
    before = table.read_text("utf-8").splitlines() if table.exists() else []
    try:
        lines = groups.written(files, before)
    except (ValueError, OSError) as trouble:
        console.print(f"[red]{trouble}[/red]")
        return 1
    table.parent.mkdir(parents=True, exist_ok=True)
    fresh = table.with_suffix(".new")
    fresh.write_text("\n".join(lines) + "\n", "utf-8")
    fresh.replace(table)
    known = groups.Groups(lines)
    for scheme in known.schemes:
        console.print(f"{scheme.upper()}: {known.number_of(scheme):,} groups. Each finds what lies under it.")
    return 0

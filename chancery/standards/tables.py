"""Tables that other programs read: comma-separated values (RFC 4180), https://www.rfc-editor.org/rfc/rfc4180."""

import csv
from collections.abc import Iterable, Iterator
from typing import Any

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for a formula. People choose their own titles and names."""


class _Echo:
    """A file that gives back what is written, so that each line is sent as soon as it is made."""

    def write(self, line: str) -> str:
        return line


def as_csv(rows: Iterable[Iterable[Any]]) -> Iterator[str]:
    """The rows, line by line as they come. What is None stands empty; no cell is taken for a formula."""
    writer = csv.writer(_Echo())
    for row in rows:
        yield writer.writerow([harmless(cell) for cell in row])


def harmless(cell: Any) -> Any:
    """A cell that no spreadsheet takes for a formula; a number stays one."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell

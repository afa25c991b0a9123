"""The chain of reasoning, as data: what was done, under which provision, and what came out."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Step:
    """One sentence of a reasoning. ``value`` is what the step arrives at: a date, an amount, a number, or nothing."""

    text: str
    cites: str = ""
    value: date | str | None = None

    def __str__(self) -> str:
        shown = f" = {self.value}" if self.value not in (None, "") else ""
        basis = f" [{self.cites}]" if self.cites else ""
        return f"{self.text}{shown}{basis}"

"""What has been measured in a PDF, as plain data that is kept with the file."""

from dataclasses import dataclass
from typing import Any

import msgspec


@dataclass(frozen=True)
class PageMeasure:
    """One page as a reader sees it (rotation and crop applied), in millimetres.

    A margin runs from the edge to the nearest ink that the Rule does not allow there (see ``measure.py``); it is None
    on a blank page. ``has_text`` tells characters from a mere picture of them; ``text`` are these characters.
    ``capital_mm``, ``figure_mm`` and ``spacing`` as in ``legibility.py``.
    """

    width_mm: float
    height_mm: float
    top_mm: float | None
    left_mm: float | None
    right_mm: float | None
    bottom_mm: float | None
    has_text: bool
    colour: bool
    text: str | None = None
    capital_mm: float | None = None
    figure_mm: float | None = None
    spacing: float | None = None


@dataclass(frozen=True)
class PdfMeasures:
    """A whole PDF. ``words`` counts white-space separated words, so it says little of Chinese or Japanese.

    ``fonts_embedded``: every font that the file names travels in it. ``links``: it links to addresses outside.
    ``layers``: parts of it can be switched on and off. ``seconds``: what the measuring took.
    """

    pages: tuple[PageMeasure, ...]
    words: int
    fonts_embedded: bool
    links: bool
    layers: bool
    seconds: float

    def sheets(self) -> list[dict[str, Any]]:
        """The pages as plain data, with the names that the PCT's Rule 11 uses (``SheetMeasure``)."""
        return [msgspec.to_builtins(page) for page in self.pages]

    def to_json(self) -> dict[str, Any]:
        """Plain JSON data, for the store."""
        plain: dict[str, Any] = msgspec.to_builtins(self)
        return plain

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "PdfMeasures":
        """Read back what `to_json` wrote. Raises `msgspec.ValidationError`."""
        return msgspec.convert(data, cls)


@dataclass(frozen=True)
class Hazard:
    """A reason why a PDF cannot be taken: a code (``refuse.py`` has its words) and the page, 0 for the whole file."""

    code: str
    page: int = 0


@dataclass(frozen=True)
class Inspection:
    """What the worker found: either hazards, or measures."""

    hazards: tuple[Hazard, ...] = ()
    measures: PdfMeasures | None = None

"""What has been measured in a PDF or a picture, as plain data that is kept with the file."""

import re
from dataclasses import dataclass
from typing import Any, Literal

import msgspec

LINE_OF_FIGURES = re.compile(r"[\s\d.,/–—-]*", re.ASCII)
"""Numbering of pages and lines, not text."""


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
    ``layers``: parts of it can be switched on and off. ``attached``: the names of the files in it, all plain data.
    ``seconds``: what the measuring took.
    """

    pages: tuple[PageMeasure, ...]
    words: int
    fonts_embedded: bool
    links: bool
    layers: bool
    seconds: float
    attached: tuple[str, ...] = ()

    def sheets(self) -> list[dict[str, Any]]:
        """The pages as plain data, with the names that the PCT's Rule 11 uses (``SheetMeasure``)."""
        return [msgspec.to_builtins(page) for page in self.pages]

    @property
    def running_text(self) -> str:
        """What can be read in it, as one line; nothing of a page that is only a picture."""
        lines = (line.strip() for page in self.pages for line in (page.text or "").splitlines())
        return " ".join(line for line in lines if not LINE_OF_FIGURES.fullmatch(line))

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


PRINTED_AT = 300
"""Dots an inch at which a picture is thought to be printed that does not say how large it is."""


@dataclass(frozen=True)
class ImageMeasures:
    """A picture as a reader sees it: turned as it says it is to be turned, on white where it is transparent.

    ``format``: JPEG, PNG or TIFF. ``dpi``: the resolution that the file states, None where it states none.
    ``coloured``: it shows more than black, grey and white. ``border``: the widest margin around what is shown, in dots;
    None where there is no background to tell it from. ``background_uniform``: the outermost dots are of one colour.
    ``size`` in bytes, ``seconds`` what the measuring took.
    """

    format: str
    width: int
    height: int
    dpi: int | None
    colour_mode: Literal["RGB", "grey", "CMYK", "indexed", "bilevel"]
    coloured: bool
    border: int | None
    background_uniform: bool
    size: int
    seconds: float

    @property
    def width_cm(self) -> float:
        return self._cm(self.width)

    @property
    def height_cm(self) -> float:
        return self._cm(self.height)

    def view(self) -> dict[str, Any]:
        """As the view of a design, with the names of the Hague rules (``ReproductionMeasure``)."""
        told = ("format", "width", "height", "dpi", "colour_mode", "border", "background_uniform", "size")
        return {name: getattr(self, name) for name in told}

    def reproduction(self) -> dict[str, Any]:
        """As what shows a mark, with the names of the Madrid rules (``Reproduction``)."""
        return {
            "format": self.format,
            "width_cm": self.width_cm,
            "height_cm": self.height_cm,
            "size": self.size,
            "colour": self.coloured,
        }

    def to_json(self) -> dict[str, Any]:
        """Plain JSON data, for the store."""
        plain: dict[str, Any] = msgspec.to_builtins(self)
        return plain

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "ImageMeasures":
        """Read back what `to_json` wrote. Raises `msgspec.ValidationError`."""
        return msgspec.convert(data, cls)

    def _cm(self, dots: int) -> float:
        return round(dots / (self.dpi or PRINTED_AT) * 2.54, 2)


@dataclass(frozen=True)
class ImageInspection:
    """What the worker found of a picture: a hazard's code; or its measures, itself without notes, and a small one."""

    hazard: str = ""
    measures: ImageMeasures | None = None
    data: bytes = b""
    small: bytes = b""
    removed: tuple[str, ...] = ()

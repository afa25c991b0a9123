"""Measuring pages: their size, their margins, whether they hold text and colour, and how many words there are.

A page is painted at 72 dots an inch and the ink is looked at, because that is what a reader sees: a scanned page is
one picture to its borders, and a white box over a margin is no ink. A margin is given to the applicant's favour: never
smaller than it is, and larger by less than a dot (0.36 mm).

What the Rules themselves put into the margins is not counted as ink there:
the file reference in the top left-hand corner, within 15 mm of the top (PCT Rule 11.6(f)), and line numbers in the
right half of the left margin (PCT Rule 11.8). Page numbers do not belong in a margin (PCT Rule 11.7(b)): they count.
"""

from collections.abc import Sequence

import pypdfium2
from PIL import Image

from chancery.records.documents.colour import coloured_dots
from chancery.records.documents.legibility import Legibility, legibility, readable
from chancery.records.documents.measures import LINE_OF_FIGURES, Hazard, PageMeasure

MM_PER_POINT = 25.4 / 72
SMALLEST_MM, LARGEST_MM = 20.0, 1300.0
"""Sides of a page. 1,300 mm is a little more than A0; painting it stays within 55 MB."""

_INK_BELOW = 192
"""Luminance (0 black to 255 white) under which a dot is ink: thin letters are, the grey of scanned paper is not."""
_COLOUR_DOTS = 12
"""Coloured dots that make a page coloured: about 1.5 square millimetres."""

_REFERENCE_ZONE_MM = 15.0
_LINE_NUMBERS_MM = (12.5, 25.0)
_LINE_NUMBERS_WIDTH_MM = 8.0
_GUTTER_MM = 1.0


class Unmeasurable(Exception):
    """A page that cannot be painted, with the reason as a `Hazard`."""

    def __init__(self, code: str, page: int) -> None:
        super().__init__(f"{code}, page {page}")
        self.hazard = Hazard(code, page)


def measure(data: bytes, units: Sequence[float]) -> tuple[tuple[PageMeasure, ...], int]:
    """Each page's measures, and the number of words of the whole. Raises `Unmeasurable`.

    ``units``: the length of each page's unit in points, 1 for nearly every page there is (PDF: UserUnit).
    """
    pages, words = [], 0
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        raise Unmeasurable("broken", 0) from None
    with document:
        for index, unit in enumerate(units):
            try:
                measured, read = _page(document, index, unit)
            except pypdfium2.PdfiumError:
                raise Unmeasurable("broken", index + 1) from None
            pages.append(measured)
            words += count_words(read.text)
    return tuple(pages), words


def count_words(text: str) -> int:
    """Words between white space that hold a letter or a figure; lines of nothing but figures are numbering."""
    return sum(
        1
        for line in readable(text).splitlines()
        if not LINE_OF_FIGURES.fullmatch(line)
        for word in line.split()
        if any(character.isalnum() for character in word)
    )


def _page(document: pypdfium2.PdfDocument, index: int, unit: float) -> tuple[PageMeasure, Legibility]:
    page = document[index]
    mm_per_dot = MM_PER_POINT * unit
    width, height = (side * mm_per_dot for side in page.get_size())
    if min(width, height) < SMALLEST_MM or max(width, height) > LARGEST_MM:
        raise Unmeasurable("page-size", index + 1)
    # One dot a unit, whatever the unit: a page of large units is painted coarsely, never in a large picture.
    picture = page.render(scale=1).to_pil().convert("RGB")
    read = legibility(page.get_textpage(), mm_per_dot)
    top, left, right, bottom = margins(_ink(picture), mm_per_dot)
    measured = PageMeasure(
        width_mm=round(width, 1),
        height_mm=round(height, 1),
        top_mm=top,
        left_mm=left,
        right_mm=right,
        bottom_mm=bottom,
        has_text=bool(read.text.strip()),
        colour=is_coloured(picture),
        text=read.text if read.text.strip() else None,
        capital_mm=read.capital_mm,
        figure_mm=read.figure_mm,
        spacing=read.spacing,
    )
    page.close()
    return measured, read


def _ink(picture: Image.Image) -> Image.Image:
    """White where there is ink, black elsewhere."""
    return picture.convert("L").point([255 if level < _INK_BELOW else 0 for level in range(256)])


def is_coloured(picture: Image.Image) -> bool:
    """Whether an RGB picture shows more than black, grey and white."""
    return coloured_dots(picture) >= _COLOUR_DOTS


def margins(ink: Image.Image, mm_per_dot: float) -> tuple[float | None, float | None, float | None, float | None]:
    """Top, left, right and bottom margin in millimetres; all None when there is no ink but what the Rules allow."""
    _blank(ink, 0, 0, ink.width // 2, round(_REFERENCE_ZONE_MM / mm_per_dot))
    numbers = _line_numbers(ink, mm_per_dot)
    if numbers is not None:
        _blank(ink, numbers[0], 0, numbers[1], ink.height)
    box = ink.getbbox()
    if box is None:
        return None, None, None, None
    left, top, right, bottom = box
    return (
        _margin(top, mm_per_dot),
        _margin(left, mm_per_dot),
        _margin(ink.width - right, mm_per_dot),
        _margin(ink.height - bottom, mm_per_dot),
    )


def _margin(dots: int, mm_per_dot: float) -> float:
    """Blank dots in millimetres. The first dot with ink may be inked on its far side only: it counts as blank."""
    return round((dots + 1) * mm_per_dot, 1) if dots else 0.0


def _line_numbers(ink: Image.Image, mm_per_dot: float) -> tuple[int, int] | None:
    """Columns, from and to, of a narrow strip of ink apart from the text, in the right half of the left margin."""
    columns = ink.getprojection()[0]
    gutter = max(1, round(_GUTTER_MM / mm_per_dot))
    if 1 not in columns:
        return None
    first = columns.index(1)
    last = first
    for column in range(first, len(columns)):
        if columns[column]:
            last = column
        elif column - last > gutter:
            break
    else:
        return None  # nothing stands to the right of it: it is the text itself
    allowed_from, allowed_to = _LINE_NUMBERS_MM
    stands_there = allowed_from <= first * mm_per_dot and (last + 1) * mm_per_dot <= allowed_to
    is_narrow = (last + 1 - first) * mm_per_dot <= _LINE_NUMBERS_WIDTH_MM
    return (first, last + 1) if stands_there and is_narrow else None


def _blank(ink: Image.Image, left: int, top: int, right: int, bottom: int) -> None:
    ink.paste(0, (left, top, right, bottom))

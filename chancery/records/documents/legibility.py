"""What can be read on a page, and how large and how far apart it is written (PCT Rules 6, 8, 11.7 to 11.13).

Only letters that a reader sees are measured: the hidden text that a scanner lays over its picture is read, and not
measured. Where letters or lines differ, the measure is to the applicant's favour: indices, a table, a heading or a
quotation do not decide.
"""

import ctypes
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import pypdfium2
import pypdfium2.raw as pdfium

_BROKEN_WORD = re.compile("[\ufffe\u00ad]\\s*")
_HIDDEN = frozenset({3, 7})  # text render modes that paint nothing (ISO 32000-2, table 104)
_EVEN = math.radians(2)
_MOST = 600
"""Letters of each kind that are measured on a page: a page full of text says no more."""

_REACHED_BY = 0.1
_FEWEST_GAPS = 4
_LETTERS_IN_A_LINE = 25
_ONE_LETTER_MORE = 1.5
"""Lines whose letters differ by more than this factor are not neighbours in one text."""


@dataclass(frozen=True, kw_only=True)
class Legibility:
    """``text`` line by line. Heights in millimetres, which nine tenths of the capitals, or figures, reach.

    ``spacing``: the usual distance between two lines, as a multiple of the size of their letters; None where too few
    lines stand together.
    """

    text: str
    capital_mm: float | None
    figure_mm: float | None
    spacing: float | None


@dataclass(frozen=True)
class _Line:
    baseline: float
    size: float
    letters: int


def legibility(page: pypdfium2.PdfTextPage, mm_per_unit: float) -> Legibility:
    """Read and measure one page. Raises `pypdfium2.PdfiumError` when its text cannot be read."""
    written = [chr(pdfium.FPDFText_GetUnicode(page, place)) for place in range(page.count_chars())]
    capitals = [place for place, letter in enumerate(written) if letter.isupper() and letter.isalpha()]
    figures = [place for place, letter in enumerate(written) if letter.isdigit()]
    return Legibility(
        text=readable(page.get_text_range()),
        capital_mm=_reached(page, capitals, mm_per_unit),
        figure_mm=_reached(page, figures, mm_per_unit),
        spacing=_spacing(tuple(_lines(page, written))),
    )


def readable(text: str) -> str:
    """Lines as lines, words that were broken at the end of a line as one, no characters that say nothing."""
    joined = _BROKEN_WORD.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(letter for letter in joined if letter in "\n\t" or letter.isprintable())


def _reached(page: pypdfium2.PdfTextPage, places: Sequence[int], mm_per_unit: float) -> float | None:
    step = max(1, len(places) // _MOST)
    heights = sorted(height for place in places[::step] if (height := _height(page, place)))
    return round(heights[int(len(heights) * _REACHED_BY)] * mm_per_unit, 2) if heights else None


def _height(page: pypdfium2.PdfTextPage, place: int) -> float | None:
    """Height of a letter across its line, in the page's units; None for one that is hidden or stands aslant."""
    if _is_hidden(page, place):
        return None
    left, bottom, right, top = map(float, page.get_charbox(place))
    quarter, rest = divmod(pdfium.FPDFText_GetCharAngle(page, place) + _EVEN, math.pi / 2)
    if rest > 2 * _EVEN:
        return None
    return right - left if quarter % 2 else top - bottom


def _is_hidden(page: pypdfium2.PdfTextPage, place: int) -> bool:
    holder = pdfium.FPDFText_GetTextObject(page, place)
    return not holder or pdfium.FPDFTextObj_GetTextRenderMode(holder) in _HIDDEN


def _lines(page: pypdfium2.PdfTextPage, written: Sequence[str]) -> Iterator[_Line]:
    """The lines that are long enough to belong to a text, as the reader finds them."""
    begun = 0
    for place in (*(place for place, letter in enumerate(written) if letter == "\n"), len(written)):
        letters = [one for one in range(begun, place) if written[one].isalpha()]
        if len(letters) >= _LETTERS_IN_A_LINE and not _is_hidden(page, letters[0]):
            middle = letters[len(letters) // 2]
            yield _Line(_baseline(page, middle), _size(page, middle), len(letters))
        begun = place + 1


def _baseline(page: pypdfium2.PdfTextPage, place: int) -> float:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(page, place, x, y)
    return y.value


def _size(page: pypdfium2.PdfTextPage, place: int) -> float:
    """The size of the font as it is shown: what the font is set to, times how the page stretches it."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(page, place, matrix)
    return float(pdfium.FPDFText_GetFontSize(page, place) * math.hypot(matrix.b, matrix.d))


def _spacing(lines: Sequence[_Line]) -> float | None:
    gaps = [
        (above.baseline - below.baseline) / above.size
        for above, below in pairwise(lines)
        if above.baseline > below.baseline and above.size > 0 and _alike(above.size, below.size)
    ]
    return round(median(gaps), 2) if len(gaps) >= _FEWEST_GAPS else None


def _alike(one: float, other: float) -> bool:
    return max(one, other) <= _ONE_LETTER_MORE * min(one, other)

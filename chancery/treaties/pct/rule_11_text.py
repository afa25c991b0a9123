"""Rule 11.7 to 11.13: numbers, letters and words on the sheets, where the text was read out of the file."""

import re

from chancery.treaties.kernel.rule import At, Found, rule
from chancery.treaties.pct.application import Application, Part, SheetMeasure
from chancery.treaties.pct.force import FIRST_FILINGS
from chancery.treaties.pct.reading import is_read, lines, page_number, text_of_part
from chancery.treaties.pct.rule_11 import TEXT, each_sheet

WITHOUT_CAPITALS = ("zh", "ja", "ko")
CAPITAL_MM = 2.8
CAPITAL_IN_DRAWINGS_MM = 3.2
TOLERANCE_MM = 0.2  # heights are read off the outlines of letters; ours, not the law's
ONE_AND_A_HALF = 1.4  # line distance over letter size: how word processors set "1.5" differs a little; ours
WORDS_IN_A_LINE = 5
_SIGN = re.compile(r"\d{1,4}[a-z]?'?")
_FIGURE = re.compile(r"\bfig(?:ure|\.)?\s*\d+[a-z]?", re.IGNORECASE)


@rule("PCT Rule 11.7(a)", since=FIRST_FILINGS, severity="hint")
def text_sheets_are_numbered(application: Application) -> Found:
    """Sheets of description, claims and abstract are numbered in one series of Arabic numerals, from 1 on.

    Drawings and sequence listings have series of their own (AI 207(b)).
    """
    parts = [part for kind in TEXT for part in application.parts if part.kind == kind]
    if not parts or not all(is_read(part) for part in parts):
        return
    expected = 0
    for part in parts:
        for sheet in part.measured:
            expected += 1
            found = page_number(sheet)
            if found != expected:
                what = f"the number {found}" if found is not None else "no number"
                yield At(f"parts.{part.kind}", f"Where {expected} is expected there is {what}.")
                return


@rule("PCT Rule 11.7(a)", since=FIRST_FILINGS, severity="hint")
def drawing_sheets_are_numbered(application: Application) -> Found:
    """Sheets of drawings are numbered in a series of their own, best with their total, as 1/3, 2/3, 3/3."""
    part = application.part("drawings")
    if part and is_read(part):
        found = [page_number(sheet) for sheet in part.measured]
        if found != list(range(1, len(found) + 1)):
            shown = ", ".join("none" if number is None else str(number) for number in found)
            yield At("parts.drawings", f"Found: {shown}.")


@rule("PCT Rule 11.9(c)", since=FIRST_FILINGS, invites="PCT/RO/106")
def lines_are_spaced(application: Application) -> Found:
    """Text is typed one and a half lines apart, except in Chinese and Japanese."""
    for part in application.parts:
        if part.kind in TEXT and _has_capitals(application, part):
            yield from each_sheet(part, _close)


@rule("PCT Rule 11.9(d)", since=FIRST_FILINGS, invites="PCT/RO/106")
def letters_are_large_enough(application: Application) -> Found:
    """The capital letters of the text are at least 0.28 cm high, except in Chinese and Japanese."""
    for part in application.parts:
        if part.kind in TEXT and _has_capitals(application, part):
            yield from each_sheet(part, lambda sheet: _small(CAPITAL_MM, sheet.capital_mm))


@rule("PCT Rule 11.13(h)", since=FIRST_FILINGS, invites="PCT/RO/106")
def letters_in_drawings_are_large_enough(application: Application) -> Found:
    """Numbers and letters in the drawings are at least 0.32 cm high."""
    for part in application.parts:
        if part.kind == "drawings":
            yield from each_sheet(part, _small_in_drawings)


@rule("PCT Rule 11.11(a)", since=FIRST_FILINGS, severity="hint")
def drawings_hold_single_words(application: Application) -> Found:
    """Drawings have no text but single words, as water, steam, open, closed, and a few catchwords in diagrams."""
    for part in application.parts:
        if part.kind == "drawings":
            yield from each_sheet(part, _wordy)


@rule("PCT Rule 11.13(k)", since=FIRST_FILINGS, severity="hint")
def figures_are_numbered(application: Application) -> Found:
    """The figures are numbered in Arabic numerals, apart from the sheets."""
    part, text = application.part("drawings"), text_of_part(application, "drawings")
    if part and is_read(part) and text.strip() and not _FIGURE.search(text):
        yield "parts.drawings"


@rule("PCT Rule 11.13(l)", since=FIRST_FILINGS, severity="hint")
def reference_signs_are_described(application: Application) -> Found:
    """Reference signs that the description does not mention do not appear in the drawings.

    The other way round a machine cannot tell a sign from any other number of the description.
    """
    described, drawings = text_of_part(application, "description"), text_of_part(application, "drawings")
    if described.strip():
        drawn = {sign for sign in _FIGURE.sub(" ", drawings).split() if _SIGN.fullmatch(sign)}
        known = set(_SIGN.findall(described))
        if missing := sorted(drawn - known, key=lambda sign: (len(sign), sign)):
            yield At("parts.drawings", f"Not in the description: {', '.join(missing)}.")


def _has_capitals(application: Application, part: Part) -> bool:
    return (part.language or application.language) not in WITHOUT_CAPITALS


def _close(sheet: SheetMeasure) -> str:
    return f"{sheet.spacing:.2f} lines" if sheet.spacing is not None and sheet.spacing < ONE_AND_A_HALF else ""


def _small(least: float, *heights: float | None) -> str:
    found = min((height for height in heights if height is not None), default=least)
    return f"{found:.1f} mm" if found < least - TOLERANCE_MM else ""


def _small_in_drawings(sheet: SheetMeasure) -> str:
    return _small(CAPITAL_IN_DRAWINGS_MM, sheet.capital_mm, sheet.figure_mm)


def _wordy(sheet: SheetMeasure) -> str:
    long = next((row for row in lines(sheet) if len(re.findall(r"[^\W\d_]{2,}", row)) > WORDS_IN_A_LINE), "")
    return f"“{long[:60]}”" if long else ""

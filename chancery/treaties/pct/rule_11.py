"""Rule 11: physical requirements, as far as a machine can measure them on a sheet.

They are checked only as far as reasonably uniform publication asks (Rule 26.3), and such a defect never
sinks an application that is good enough for publication (Rule 26.5).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from chancery.treaties.kernel.rule import At, Found, rule
from chancery.treaties.pct.application import Application, Part, SheetMeasure
from chancery.treaties.pct.force import FIRST_FILINGS

A4 = (210.0, 297.0)
SIZE_TOLERANCE_MM = 2.0  # paper and page descriptions are cut to whole points and print margins; ours, not the law's
INK_TOLERANCE_MM = 0.5
TEXT = ("description", "claims", "abstract")
SHEETS_NAMED = 5
WIDEST_MM = 40.0 + INK_TOLERANCE_MM


@dataclass(frozen=True)
class Margins:
    """The least margins, in millimetres."""

    top: float
    left: float
    right: float
    bottom: float


TEXT_MARGINS = Margins(top=20, left=25, right=20, bottom=20)
DRAWING_MARGINS = Margins(top=25, left=25, right=15, bottom=10)


@rule("PCT Rule 11.5", since=FIRST_FILINGS, invites="PCT/RO/106")
def sheets_are_a4(application: Application) -> Found:
    """Sheets must be of A4 size, 29.7 by 21 centimetres, used upright."""
    for part in application.parts:
        yield from each_sheet(part, _not_a4)


@rule("PCT Rule 11.6(a)", since=FIRST_FILINGS, invites="PCT/RO/106")
def text_keeps_its_margins(application: Application) -> Found:
    """Sheets of text need margins of at least 2 cm at the top, 2.5 cm left, 2 cm right and 2 cm at the
    bottom.

    The file reference may stand in the upper left corner, within 1.5 cm of the top, and line numbers in the
    right half of the left margin; a machine that sees only ink cannot tell them apart.
    """
    for part in application.parts:
        if part.kind in TEXT:
            yield from each_sheet(part, lambda sheet: _narrow(sheet, TEXT_MARGINS))


@rule("PCT Rule 11.6(c)", since=FIRST_FILINGS, invites="PCT/RO/106")
def drawings_keep_their_margins(application: Application) -> Found:
    """Sheets of drawings need margins of at least 2.5 cm at the top, 2.5 cm left, 1.5 cm right and 1 cm at
    the bottom.

    The usable area is then at most 26.2 by 17 cm.
    """
    for part in application.parts:
        if part.kind == "drawings":
            yield from each_sheet(part, lambda sheet: _narrow(sheet, DRAWING_MARGINS))


@rule("PCT Rule 11.6(b)", since=FIRST_FILINGS, severity="hint")
def text_fills_its_sheet(application: Application) -> Found:
    """The margins of text should be at most 4 cm at the top and left.

    The same holds for 3 cm right and at the bottom, which ragged lines and half-filled sheets rightly exceed:
    they are not measured.
    """
    for part in application.parts:
        if part.kind in TEXT:
            yield from each_sheet(part, _wide)


@rule("PCT Rule 11.13(a)", since=FIRST_FILINGS, invites="PCT/RO/106")
def drawings_are_without_colour(application: Application) -> Found:
    """Drawings must be in durable black lines, without colourings."""
    for part in application.parts:
        if part.kind == "drawings":
            yield from each_sheet(part, lambda sheet: "colour" if sheet.colour else "")


@rule("PCT Rule 11.2(a)", since=FIRST_FILINGS, severity="hint")
def text_can_be_read_by_machine(application: Application) -> Found:
    """Sheets must admit of direct reproduction; text that a machine can read also makes the application findable."""
    for part in application.parts:
        if part.kind in TEXT:
            yield from each_sheet(part, lambda sheet: "" if sheet.has_text else "no text")


def _not_a4(sheet: SheetMeasure) -> str:
    off = max(abs(sheet.width_mm - A4[0]), abs(sheet.height_mm - A4[1]))
    return f"{sheet.width_mm:.0f} × {sheet.height_mm:.0f} mm" if off > SIZE_TOLERANCE_MM else ""


def _narrow(sheet: SheetMeasure, least: Margins) -> str:
    sides = ((side, getattr(sheet, f"{side}_mm"), getattr(least, side)) for side in ("top", "left", "right", "bottom"))
    return ", ".join(
        f"{side} {found:.0f} mm"
        for side, found, needed in sides
        if found is not None and found < needed - INK_TOLERANCE_MM
    )


def _wide(sheet: SheetMeasure) -> str:
    sides = (("top", sheet.top_mm), ("left", sheet.left_mm))
    return ", ".join(f"{side} {found:.0f} mm" for side, found in sides if found is not None and found > WIDEST_MM)


def each_sheet(part: Part, fault: Callable[[SheetMeasure], str]) -> Iterator[At]:
    """One finding for a part, naming the first sheets at fault and what was found there."""
    faults = [(number, what) for number, sheet in enumerate(part.measured, 1) if (what := fault(sheet))]
    if faults:
        named = "; ".join(f"sheet {number}: {what}" for number, what in faults[:SHEETS_NAMED])
        more = f"; and {len(faults) - SHEETS_NAMED} more sheets" if len(faults) > SHEETS_NAMED else ""
        yield At(f"parts.{part.kind}", f"{named[:1].upper()}{named[1:]}{more}.")

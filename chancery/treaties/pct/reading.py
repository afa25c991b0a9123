"""What can be read on the sheets of a part, where the text was read out of the file."""

import re
from dataclasses import dataclass

from chancery.treaties.pct.application import Application, Part, PartKind, SheetMeasure

_PAGE_NUMBER = re.compile(r"[-–—]?\s*(\d{1,4})(?:\s*/\s*(\d{1,4}))?\s*[-–—]?")
_CLAIM = re.compile(r"^\s{0,8}(\d{1,4})\s*[.)]\s+(?=\S)", re.MULTILINE)


@dataclass(frozen=True)
class ClaimText:
    """One claim: the number it bears and its words."""

    number: int
    text: str


def lines(sheet: SheetMeasure) -> list[str]:
    """The lines of a sheet that are not blank; none where the text was not read out."""
    return [line.strip() for line in (sheet.text or "").splitlines() if line.strip()]


def is_read(part: Part) -> bool:
    """Whether the text of every sheet was read out, and there is some."""
    return bool(part.measured) and all(sheet.text is not None for sheet in part.measured)


def page_number(sheet: SheetMeasure) -> int | None:
    """The number that stands alone on the first or the last line of a sheet: "7", "- 7 -", "2/5"."""
    rows = lines(sheet)
    for row in rows[:1] + rows[-1:]:
        if found := _PAGE_NUMBER.fullmatch(row):
            return int(found[1])
    return None


def text_of_part(application: Application, kind: PartKind) -> str:
    """All text of the parts of a kind, without the lines that hold only a page number."""
    return "\n".join(
        row
        for part in application.parts
        if part.kind == kind
        for sheet in part.measured
        for row in lines(sheet)
        if not _PAGE_NUMBER.fullmatch(row)
    )


def claims(application: Application) -> tuple[ClaimText, ...]:
    """The claims as numbered in the text; none where it was not read out or bears no numbers."""
    text = text_of_part(application, "claims")
    starts = list(_CLAIM.finditer(text))
    ends = (*(following.start() for following in starts[1:]), len(text))
    return tuple(
        ClaimText(int(start[1]), " ".join(text[start.end() : end].split()))
        for start, end in zip(starts, ends, strict=False)
    )

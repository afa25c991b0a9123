"""The data of a registration as its bulletin prints them: marks under the INID codes of WIPO Standard ST.60, designs
under those of ST.80, appellations and indications, for which no Standard has codes, in the order of Lisbon Rule 5(2).

https://www.wipo.int/export/sites/www/standards/en/pdf/03-60-01.pdf
https://www.wipo.int/export/sites/www/standards/en/pdf/03-80-01.pdf

Which codes were seen, and where, ``SEEN`` tells; the Standards themselves were not at hand.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from chancery.records.register import bibliographic_hague, bibliographic_lisbon, bibliographic_madrid
from chancery.records.register.public_file import Line
from chancery.records.register.registration import Registration

Lines = Callable[[Registration], Iterator[Line]]

OF_SYSTEM: Mapping[str, Lines] = {
    "madrid": bibliographic_madrid.lines,
    "hague": bibliographic_hague.lines,
    "lisbon": bibliographic_lisbon.lines,
}
SEEN: Mapping[str, str] = {
    "madrid": (
        "111 151 156 180 210 220 300 450 511 526 527 531 541 550 551 552 553 554 555 556 558 561 566 571 591 732 740"
    ),
    "hague": "11 15 18 21 22 28 30 45 51 54 55 72 73 74",
}
"""Codes that stand in a list of WIPO's gazette of marks (August 2010) or in those of an Office (Slovenia). The others,
540, 811 to 813, 821, 822, 832 and 891 of marks, 81 and 85 to 88 of designs, are from memory.
"""
SHOWING = {"mark.reproductions.": "mark", "shown.": "design"}
"""How the files begin, by what they are of, that show what is registered; nothing else of the documents is public."""


@dataclass(frozen=True)
class Picture:
    """A file that shows what is registered, or lets it be heard. ``number`` is as the bulletin has it: "1.2"."""

    sha256: str
    name: str
    number: str
    design: int = 0
    legend: str = ""

    @property
    def is_seen(self) -> bool:
        """It is a picture, so that a page can show it; sounds and films are brought home."""
        return self.name.lower().endswith((".jpg", ".jpeg", ".png", ".tif", ".tiff"))


def lines(file: Registration) -> list[Line]:
    """The data that are known, in the order of their codes."""
    return list(OF_SYSTEM[file.system.key](file))


def pictures(file: Registration) -> list[Picture]:
    """The reproductions of the mark, or the views of the designs, in their order."""
    found = [one for one in file.documents if str(one.get("kind", "")).startswith(tuple(SHOWING))]
    return [_picture(file, one) for one in sorted(found, key=lambda one: _places(one["kind"]))]


def _picture(file: Registration, one: Mapping[str, str]) -> Picture:
    """``mark.reproductions.0`` and ``shown.1.views.0`` say what the file is of."""
    places = _places(one["kind"])
    if len(places) < 2:
        return Picture(one["sha256"], one["name"], str(places[-1] + 1) if places else "")
    design, view = places[:2]
    shown = file.application.shown
    views = shown[design].views if design < len(shown) else ()
    legend = views[view].legend if view < len(views) else ""
    return Picture(one["sha256"], one["name"], f"{design + 1}.{view + 1}", design, legend)


def _places(kind: str) -> tuple[int, ...]:
    return tuple(int(part) for part in kind.split(".") if part.isdigit())

"""What EUIPO's two open-data formats (EM-TM-TradeMark, EM-DS-Design) have in common."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

SOURCE_MARKS = "euipo-marks"
SOURCE_DESIGNS = "euipo-designs"
OFFICE = "EM"


def subjects(folder: Path, name: str) -> Iterator[ET.Element]:
    """The ``TradeMark`` or ``Design`` element of each file, in order of path; namespaces taken away."""
    for path in sorted(folder.glob("**/*.xml")):
        tree = ET.parse(path)  # noqa: S314  the files are the project's own copies
        for element in tree.iter():
            element.tag = element.tag.rpartition("}")[2]
        found = tree.find(f".//{name}")
        if found is not None:
            yield found


def texts(element: ET.Element, path: str) -> list[str]:
    """The non-empty texts at the path, stripped, in document order."""
    return [text.strip() for found in element.iterfind(path) if (text := found.text or "").strip()]


def priorities(element: ET.Element) -> list[dict[str, str]]:
    """The priorities claimed and not refused: office, number, date."""
    return [
        {
            "office": claim.findtext("PriorityCountryCode", ""),
            "number": claim.findtext("PriorityNumber", ""),
            "date": claim.findtext("PriorityDate", ""),
        }
        for claim in element.iterfind("PriorityDetails/Priority")
        if claim.findtext("PriorityStatusCode") == "Claimed"
    ]


def earliest(claims: list[dict[str, str]]) -> str:
    """The earliest priority date, or the empty string."""
    return min((claim["date"] for claim in claims if claim["date"]), default="")

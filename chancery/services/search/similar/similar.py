"""Similar marks: the index of names beside the search index, a question as its address says it, and the report."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from chancery.core import ledger
from chancery.finder import Document
from chancery.finder.similar import RECIPE, VERSION, PartScore, Shelf, Similar
from chancery.finder.similar.folding import LONGEST, words_of
from chancery.finder.similar.index import known_classes
from chancery.records.documents import actions as documents
from chancery.services.search import queries

TEMPLATE = Path(__file__).parents[1] / "typst" / "similar_report.typ"
LIMITS = (20, 50, 100, 200)


@dataclass(frozen=True)
class Wanted:
    """What is asked: a name, Nice classes, how many; ``wrong`` says of each box what is wrong with it."""

    name: str
    classes: tuple[int, ...]
    limit: int
    wrong: Mapping[str, str]


@dataclass(frozen=True)
class Found:
    """A similar mark with its record."""

    similar: Similar
    document: Document


def wanted(data: Mapping[str, str]) -> Wanted:
    """Read an address. What is typed is kept, and what is wrong with it is said box by box."""
    name, written = data.get("name", "").strip(), data.get("classes", "")
    numbers = re.findall(r"\d+", written[:500])
    classes = known_classes([int(number[:6]) for number in numbers])
    wrong = {}
    if len(name) > LONGEST:
        wrong["name"] = _("This is longer than %(most)s characters. Write the mark alone.") % {"most": LONGEST}
    elif name and not words_of(name):
        wrong["name"] = _("There is no letter and no digit in this name. Write it in letters of any script.")
    if re.search(r"[^\d\s,;]", written) or any(not 1 <= int(number[:6]) <= 45 for number in numbers):
        wrong["classes"] = _("Write Nice classes as numbers from 1 to 45: 9, 42.")
    limit = data.get("limit", "")
    chosen = int(limit) if limit in map(str, LIMITS) else LIMITS[1]
    return Wanted(name, classes, chosen, wrong)


def found(asked: Wanted) -> list[Found]:
    """The most similar marks with their records, the nearest first."""
    similar = shelf().opened().search(asked.name, asked.classes, asked.limit)
    records = ((one, queries.record("marks", one.mark.key)) for one in similar)
    return [Found(one, record) for one, record in records if record]


@lru_cache(maxsize=1)
def _shelf(folder: Path) -> Shelf:
    return Shelf(folder)


def shelf() -> Shelf:
    """Where the index of similar marks lies."""
    return _shelf(Path(settings.INDEX_DIR) / "similar-marks")


def compared() -> int:
    """How many marks are there to compare with."""
    return len(shelf().opened())


def preparing() -> bool:
    """Is the index still being made for the first time, so that nothing is found for now?"""
    return not shelf().is_made and ledger.size() > 0


def report(asked: Wanted, hits: list[Found], *, at: datetime) -> dict[str, Any]:
    """The clearance report as plain facts: what was asked, by which recipe, what was found and why."""
    return {
        "office": settings.OFFICE_NAME,
        "demonstration": settings.DEMO,
        "made": at.isoformat(timespec="seconds"),
        "what": "marks",
        "name": asked.name,
        "classes": list(asked.classes),
        "narrowed": f"Nice classes {', '.join(map(str, asked.classes))}." if asked.classes else "No classes asked for.",
        "compared": compared(),
        "compared_what": "marks",
        "left_out": "Pictures are not compared.",
        "recipe": {
            "version": VERSION,
            "parts": [
                {"part": part.name, "label": part.label, "measures": part.measures, "weight": part.weight}
                for part in RECIPE
                if part.name != "classes" or asked.classes
            ],
        },
        "hits": [_told(place, one) for place, one in enumerate(hits, 1)],
    }


def _told(place: int, one: Found) -> dict[str, Any]:
    record = one.document
    return {
        "place": place,
        "mark": one.similar.mark.name,
        "score": round(one.similar.score, 4),
        "office": record.office,
        "number": record.number,
        "holders": list(record.names),
        "classes": list(one.similar.mark.classes),
        "status": record.status,
        "filed": record.dates["filed"].isoformat() if "filed" in record.dates else None,
        "parts": [part_told(part) for part in one.similar.parts],
    }


def part_told(part: PartScore) -> dict[str, Any]:
    """One part of a score: its own score, its share of the weight, and why, in English."""
    return {
        "part": part.name,
        "score": round(part.score, 4),
        "weight": round(part.weight, 4),
        "why": str(part.reason),
    }


def as_pdf(asked: Wanted, hits: list[Found], *, at: datetime) -> bytes:
    """The report set as a PDF."""
    return documents.typeset(TEMPLATE, report(asked, hits, at=at), at=at)


def as_json(asked: Wanted, hits: list[Found], *, at: datetime) -> bytes:
    """The report as JSON."""
    return json.dumps(report(asked, hits, at=at), ensure_ascii=False, indent=2).encode()

"""Similar marks: the index of names beside the search index, a question as its address says it, and the report."""

import json
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from chancery.core import ledger
from chancery.finder import Document
from chancery.finder.pictures import SimilarPicture
from chancery.finder.similar import RECIPE, VERSION, Mark, Part, PartScore, Shelf, Similar, with_picture
from chancery.finder.similar.folding import LONGEST, words_of
from chancery.finder.similar.index import known_classes
from chancery.records.documents import actions as documents
from chancery.services.search import queries
from chancery.services.search.pictures import pictures
from chancery.services.search.pictures.pictures import Source

TEMPLATE = Path(__file__).parents[1] / "typst" / "similar_report.typ"
LIMITS = (20, 50, 100, 200)
MOST_PICTURES = 200
"""Of so many marks the pictures are looked at that are nearest, and of those whose names are."""


@dataclass(frozen=True)
class Wanted:
    """What is asked: a name, Nice classes, how many, a picture; ``wrong`` says of each box what is wrong with it."""

    name: str
    classes: tuple[int, ...]
    limit: int
    wrong: Mapping[str, str]
    source: Source | None = None


@dataclass(frozen=True)
class Found:
    """A similar mark with its record, and which of its pictures was compared: empty where none was."""

    similar: Similar
    document: Document
    picture: str = ""


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
    """The most similar marks with their records, the nearest first; not the record whose picture asks."""
    if asked.source is None:
        return _by_name(asked, asked.limit)
    likely = _by_name(asked, max(asked.limit, MOST_PICTURES))
    there = {one.document.key for one in likely}
    near = _by_picture(asked.source, there)
    named = [*likely, *_compared(asked, [key for key in near if key not in there])]
    hits = [_with_picture(one, near) for one in named if one.document.key != asked.source.key]
    return sorted(hits, key=lambda one: (-one.similar.score, one.document.key))[: asked.limit]


def _by_name(asked: Wanted, limit: int) -> list[Found]:
    similar = shelf().opened().search(asked.name, asked.classes, limit)
    records = ((one, queries.record("marks", one.mark.key)) for one in similar)
    return [Found(one, record) for one, record in records if record]


def _by_picture(source: Source, keys: Collection[str]) -> dict[str, SimilarPicture]:
    """The most similar pictures of all, and how similar those of the marks with these keys are, by key."""
    index = pictures.index("marks")
    nearest = index.search(source.features, MOST_PICTURES)
    theirs = index.search(source.features, MOST_PICTURES, within=keys)
    return {one.picture.record: one for one in (*nearest, *theirs)}


def _compared(asked: Wanted, keys: Iterable[str]) -> list[Found]:
    """Marks that their pictures led to, whatever their names."""
    records = {key: record for key in keys if (record := queries.record("marks", key))}
    similar = shelf().opened().compare(asked.name, asked.classes, map(mark_of, records.values()))
    return [Found(one, records[one.mark.key]) for one in similar]


def _with_picture(one: Found, near: Mapping[str, SimilarPicture]) -> Found:
    """The same with its picture, where it shows one."""
    picture = near.get(one.document.key)
    if picture is None or picture.picture.name not in pictures.shown(one.document):
        return one
    return replace(one, similar=with_picture(one.similar, picture), picture=picture.picture.name)


def mark_of(document: Document) -> Mark:
    """A mark in its first language; its name in other languages, where it has any, is that of the same record. Without
    words its name is empty.
    """
    classes = tuple(int(one) for one in document.classes.get("nice", ()) if one.isascii() and one.isdecimal())
    return Mark(document.key, document.title(), classes)


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
        "picture": asked.source.name if asked.source else "",
        "classes": list(asked.classes),
        "narrowed": _narrowed(asked),
        "compared": compared(),
        "compared_what": "marks",
        "left_out": "" if asked.source else "Pictures are not compared.",
        "recipe": {
            "version": VERSION,
            "parts": [
                {"part": part.name, "label": part.label, "measures": part.measures, "weight": part.weight}
                for part in recipe_of(asked)
            ],
        },
        "hits": [_told(place, one) for place, one in enumerate(hits, 1)],
    }


def recipe_of(asked: Wanted) -> list[Part]:
    """The parts that count for what is asked."""
    without = {"classes": asked.classes, "picture": asked.source}
    return [part for part in RECIPE if without.get(part.name, True)]


def _narrowed(asked: Wanted) -> str:
    classes = f"Nice classes {', '.join(map(str, asked.classes))}." if asked.classes else "No classes asked for."
    return f"Beside {asked.source.title}. {classes}" if asked.source else classes


def _told(place: int, one: Found) -> dict[str, Any]:
    record = one.document
    return {
        "place": place,
        "mark": one.similar.mark.name or record.number,
        "picture": one.picture,
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

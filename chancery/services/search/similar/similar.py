"""Similar marks: the index of names beside the search index, a question as its address says it, and the report."""

import json
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from chancery.core.follow import bookmark
from chancery.finder import Document, Everything
from chancery.finder.similar import RECIPE, VERSION, Index, Mark, PartScore, Similar, build
from chancery.finder.similar.folding import LONGEST, words_of
from chancery.finder.similar.index import known_classes
from chancery.records.documents import actions as documents
from chancery.services.search import followers, queries

TEMPLATE = Path(__file__).parents[1] / "typst" / "similar_report.typ"
LIMITS = (20, 50, 100, 200)
_PAGE = 500


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
    similar = index().search(asked.name, asked.classes, asked.limit)
    records = ((one, queries.record("marks", one.mark.key)) for one in similar)
    return [Found(one, record) for one, record in records if record]


_open: dict[str, Index] = {}
"""The index in use, by the state of the register that it was made from: one at a time."""


def index() -> Index:
    """The index of all marks here. Where the register has moved on, it is read again; where another process has written
    the new one already, that is opened.
    """
    state = f"{queries.engine().generation}-{bookmark(followers.Index())}-{queries.engine().count('marks')}"
    if (there := _open.get(state)) is not None:
        return there
    fresh = _kept(state) or _made(state)
    _open.clear()
    _open[state] = fresh
    return fresh


def _root() -> Path:
    return Path(settings.INDEX_DIR) / "similar-marks"


def _kept(state: str) -> Index | None:
    try:
        return Index.load(_root() / state)
    except ValueError:
        return None


def _made(state: str) -> Index:
    """Make it and keep it: written aside and put in its place at once, and those before it removed."""
    fresh = build(_marks())
    _root().mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=_root(), prefix=".new-", ignore_cleanup_errors=True) as aside:
        fresh.save(Path(aside) / "index")
        shutil.rmtree(_root() / state, ignore_errors=True)
        try:
            (Path(aside) / "index").rename(_root() / state)
        except OSError:  # another process was quicker: its index is the same
            return fresh
    for older in _root().iterdir():
        if older.name != state and not older.name.startswith("."):
            shutil.rmtree(older, ignore_errors=True)
    return fresh


def _marks() -> Iterator[Mark]:
    cursor = None
    while True:
        page = queries.engine().search(Everything(), collections=("marks",), limit=_PAGE, cursor=cursor)
        for hit in page.hits:
            yield from _names(hit.document)
        cursor = page.cursor
        if cursor is None:
            return


def _names(document: Document) -> Iterator[Mark]:
    """A mark in its first language; its name in other languages, where it has any, is that of the same record."""
    classes = tuple(int(one) for one in document.classes.get("nice", ()) if one.isascii() and one.isdecimal())
    title = document.title()
    if title:
        yield Mark(document.key, title, classes)


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
        "compared": len(index()),
        "compared_what": "marks",
        "left_out": "Meaning and pictures are not compared.",
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

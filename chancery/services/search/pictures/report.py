"""The clearance report for a design, or for a picture of a mark: what was asked, by which recipe, what is near, why."""

import json
from datetime import datetime
from typing import Any

from django.conf import settings

from chancery.finder.pictures import VERSION, network, parts
from chancery.records.documents import actions as documents
from chancery.services.search.pictures import pictures
from chancery.services.search.pictures.pictures import Found, Source, Wanted
from chancery.services.search.similar import similar


def report(source: Source, asked: Wanted, hits: list[Found], *, at: datetime) -> dict[str, Any]:
    """The report as plain facts, in English."""
    return {
        "office": settings.OFFICE_NAME,
        "demonstration": settings.DEMO,
        "made": at.isoformat(timespec="seconds"),
        "what": {"": "marks and designs"}.get(asked.collection, asked.collection),
        "name": source.title,
        "picture": source.name,
        "narrowed": _narrowed(asked),
        "compared": pictures.compared(asked.collections),
        "compared_what": "pictures",
        "left_out": "Words are not compared." if network() else "Words and the look of the whole are not compared.",
        "recipe": {
            "version": VERSION,
            "parts": [
                {"part": part.name, "label": part.label, "measures": part.measures, "weight": part.weight}
                for part in parts(looks=network() is not None)
            ],
        },
        "hits": [_told(place, one) for place, one in enumerate(hits, 1)],
    }


def _narrowed(asked: Wanted) -> str:
    said = [
        f"Words: {asked.text}." if asked.text else "",
        f"Classes {', '.join(asked.classes)}." if asked.classes else "No classes asked for.",
        f"Status {asked.status}." if asked.status else "",
    ]
    return " ".join(filter(None, said))


def _told(place: int, one: Found) -> dict[str, Any]:
    record = one.document
    return {
        "place": place,
        "collection": record.collection,
        "mark": record.title() or record.number,
        "picture": one.similar.picture.name,
        "score": round(one.similar.score, 4),
        "office": record.office,
        "number": record.number,
        "holders": list(record.names),
        "classes": [symbol for scheme in pictures.SCHEMES.values() for symbol in record.classes.get(scheme, ())],
        "status": record.status,
        "filed": record.dates["filed"].isoformat() if "filed" in record.dates else None,
        "parts": [similar.part_told(part) for part in one.similar.parts],
    }


def as_pdf(source: Source, asked: Wanted, hits: list[Found], *, at: datetime) -> bytes:
    """The report set as a PDF."""
    return documents.typeset(similar.TEMPLATE, report(source, asked, hits, at=at), at=at)


def as_json(source: Source, asked: Wanted, hits: list[Found], *, at: datetime) -> bytes:
    """The report as JSON."""
    return json.dumps(report(source, asked, hits, at=at), ensure_ascii=False, indent=2).encode()

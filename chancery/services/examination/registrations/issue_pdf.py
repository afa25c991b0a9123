"""An issue of a bulletin as PDF/A, in English: its chapters with their lines, new registrations with their pictures."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.translation import override

from chancery.records.documents import actions as documents
from chancery.records.documents import queries as files
from chancery.records.register import queries as register
from chancery.records.register.queries import Appeared
from chancery.services.examination.registrations import bulletin
from chancery.services.examination.registrations.bulletin import Chapter, Line
from chancery.services.examination.registrations.extract import TYPST
from chancery.services.examination.registrations.issues import BULLETINS


def typeset(system: str, appeared: Sequence[Appeared], *, at: datetime) -> bytes:
    """The issue with these appearances, which must be at least one. ``at`` is the date of the document."""
    with override("en"):
        return documents.typeset(TYPST / "issue.typ", _data(system, appeared), at=at)


def _data(system: str, appeared: Sequence[Appeared]) -> dict[str, Any]:
    named = BULLETINS[system]
    return {
        "name": str(named.name),
        "cites": named.cites,
        "office": str(settings.OFFICE_NAME),
        "demo": settings.DEMO,
        "registration": appeared[0].issue,
        "day": appeared[0].on.isoformat(),
        "chapters": [_chapter(one) for one in bulletin.chapters(appeared)],
    }


def _chapter(one: Chapter) -> dict[str, Any]:
    return {
        "title": register.called(one.what),
        "cites": one.act.cites if one.act else "",
        "first": one.is_first,
        "lines": [_line(each, pictured=one.is_first) for each in one.lines],
    }


def _line(line: Line, *, pictured: bool) -> dict[str, Any]:
    return {
        "number": line.appeared.registration_number,
        "title": line.file.title,
        "holders": "; ".join(line.file.holders),
        "classes": ", ".join(line.classes),
        "parties": " ".join(line.parties),
        "picture": _picture(line) if pictured else [],
        "about": [
            {"on": one.on.isoformat(), "parties": " ".join(one.parties), "things": "; ".join(one.things)}
            for one in line.about
        ],
    }


def _picture(line: Line) -> list[int]:
    """The bytes of the small picture of the first file that shows it; none where there is no picture."""
    small = next((found for one in line.pictures if (found := files.small_picture(one.sha256))), None)
    return list(files.content(small)) if small else []

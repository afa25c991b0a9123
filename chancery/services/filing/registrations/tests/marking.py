"""A mark for tests: what is written in a draft that can be presented."""

from typing import Any

from chancery.records.documents.tests.pictures import image
from chancery.services.filing import actions
from chancery.services.filing.registrations.madrid.actions import designate, take_terms
from chancery.services.filing.tests.people import AT, write

MARK: dict[str, Any] = {
    "origin": "CH",
    "language": "en",
    "applicants.0.name": "Alpenrose SA",
    "applicants.0.address": "Rue du Lac 1\n1003 Lausanne",
    "applicants.0.country": "CH",
    "applicants.0.email": "marks@example.org",
    "applicants.0.link": "established",
    "basis.0.kind": "registration",
    "basis.0.number": "745 123",
    "basis.0.dated": "2026-09-15",
    "mark.form": "figurative",
    "mark.words": "ALPENROSE",
    "mark.latin": True,
}


def mark(by: int, *, parties: tuple[str, ...] = ("EM", "JP"), picture: bool = True) -> int:
    """A draft of a mark in two classes, with its picture."""
    pk = actions.start(treaty="madrid", by=by, at=AT)
    write(pk, by, MARK)
    take_terms(pk, terms=[(25, "raincoats"), (9, "computer software")], by=by, at=AT)
    designate(pk, parties=parties, by=by, at=AT)
    if picture:
        actions.attach(pk, kind="mark.reproductions.0", data=image(), name="rose.jpg", by=by, at=AT)
    return pk

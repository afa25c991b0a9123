"""What the boxes of a patent application show besides their fields: who pays less, where it has effect, its files."""

from collections.abc import Callable, Mapping
from typing import Any

from django.conf import settings

from chancery.records.documents import queries as documents
from chancery.services.filing import boxes, choices, forms, sequences
from chancery.services.filing.assessment import Assessment
from chancery.services.filing.models import Draft
from chancery.services.filing.shapes import Text
from chancery.treaties import pct
from chancery.treaties.kernel import Finding
from chancery.treaties.pct import states
from chancery.treaties.pct.reduction import reduction


def _designations(_row: Draft, assessed: Assessment, _found: forms.Findings) -> dict[str, Any]:
    excluded = assessed.application.designations_excluded
    bound = states.designated(assessed.on, excluded=excluded)
    newest = max((states.states()[code] for code in bound), key=lambda state: state.bound)
    return {"designated": sorted(bound), "newest": newest}


def _documents(_row: Draft, assessed: Assessment, found: forms.Findings) -> dict[str, Any]:
    parts: dict[str, Any] = {part.kind: part for part in assessed.application.parts}
    lines = [
        PartLine(kind, label, parts.get(kind), found.get(f"parts.{kind}", [])) for kind, label in boxes.PARTS.items()
    ]
    listing = sequences.of(assessed.application, on=assessed.on)
    return {"lines": lines, "limit": settings.UPLOAD_LIMIT, "listing": listing}


class PartLine:
    """A part of the application: its file, what is said of it, and why a file just brought was not taken."""

    def __init__(self, kind: str, label: Text, part: pct.Part | None, found: list[Finding]) -> None:
        self.kind, self.label, self.part = kind, label, part
        self.optional, self.xml = kind in boxes.OPTIONAL_PARTS, kind in boxes.XML_PARTS
        self.anchor = kind.replace(" ", "-")
        self.size = documents.size(part.sha256) if part else None
        self.not_taken = [one for one in found if not one.rule]
        law = [one for one in found if one.rule]
        self.found = [*law, *(documents.advice(part.sha256) if part else ())]
        self.languages = [*forms.flat(choices.languages_of_parts())]
        self.serious = [one for one in law if one.severity != "hint"]
        self.prevents = any(one.severity == "prevents" for one in law)


def _applicant(_row: Draft, assessed: Assessment, _found: forms.Findings) -> dict[str, Any]:
    return {"reduction": reduction(assessed.application, assessed.on)}


SHOWS: Mapping[str, Callable[[Draft, Assessment, forms.Findings], dict[str, Any]]] = {
    "applicant": _applicant,
    "designations": _designations,
    "documents": _documents,
}

"""What the boxes of a mark show besides their fields."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.conf import settings

from chancery.records.documents import queries as documents
from chancery.services.filing import forms
from chancery.services.filing.assessment import Assessment
from chancery.services.filing.models import Draft
from chancery.services.filing.registrations.madrid.parties import rows
from chancery.treaties.kernel import Finding


@dataclass(frozen=True)
class Reproduced:
    """A file that shows the mark, what was measured of it, and what is said of it."""

    where: str
    name: str
    measured: Any
    media_type: str
    found: list[Finding]


def _mark(row: Draft, assessed: Assessment, found: forms.Findings) -> dict[str, Any]:
    """The files of the mark, and where the next one goes."""
    shown = []
    for place, measured in enumerate(assessed.application.mark.reproductions):
        where = f"mark.reproductions.{place}"
        file = row.files.get(where, {})
        said = [one for path, each in found.items() if path == where or path.startswith(f"{where}.") for one in each]
        said += documents.cleaned(file.get("removed", ()))
        shown.append(Reproduced(where, file.get("name", ""), measured, file.get("media_type", ""), said))
    new = f"mark.reproductions.{len(shown)}"
    return {
        "reproduced": shown,
        "new": new,
        "not_taken": found.get(new, []),
        "limit": settings.UPLOAD_LIMIT,
    }


def _goods(_row: Draft, assessed: Assessment, _found: forms.Findings) -> dict[str, Any]:
    """In how many classes the list is, and whether they stand in their order."""
    numbers = [one.number for one in assessed.application.goods]
    return {
        "in_classes": sorted(assessed.application.in_classes - {0}),
        "unordered": any(following < one for one, following in pairwise(numbers)),
    }


def _designations(_row: Draft, assessed: Assessment, _found: forms.Findings) -> dict[str, Any]:
    found = rows(assessed.application, on=assessed.on)
    return {"parties": found, "chosen": sum(one.chosen for one in found)}


SHOWS: Mapping[str, Callable[[Draft, Assessment, forms.Findings], dict[str, Any]]] = {
    "mark": _mark,
    "goods": _goods,
    "designations": _designations,
}

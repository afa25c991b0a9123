"""What the boxes of a design application show besides their fields."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from chancery.records.documents import queries as documents
from chancery.services.filing import forms
from chancery.services.filing.assessment import Assessment
from chancery.services.filing.models import Draft
from chancery.services.filing.registrations.hague import annexes, asking
from chancery.services.filing.registrations.hague.deferring import deferment
from chancery.services.filing.shapes import Text
from chancery.treaties.kernel import Finding

FEW = 4
"""Up to so many designs all stand open on the page; of more, those of which something is said."""


@dataclass(frozen=True)
class ViewCard:
    """A view: its number after Administrative Instruction 405, its file, what was measured, what is said of it."""

    path: str
    number: str
    name: str
    measured: documents.ImageMeasures | None
    found: list[Finding]
    not_taken: list[Finding]


@dataclass(frozen=True)
class DesignCard:
    """A design with its views. ``not_taken``: why a picture that was just brought was refused."""

    path: str
    views: list[ViewCard]
    found: list[Finding]
    not_taken: list[Finding]
    is_open: bool

    @property
    def field(self) -> str:
        """The name under which new pictures of it are sent."""
        return f"{self.path}.views"


@dataclass(frozen=True)
class AnnexCard:
    """The place of an annex: the file that is there, if any, and why one that was just brought was refused."""

    path: str
    annex: str
    what: Text
    name: str
    not_taken: list[Finding]


def _parties(row: Draft, assessed: Assessment, found: forms.Findings) -> dict[str, Any]:
    lines = asking.lines(assessed.application, assessed.on)
    chosen = sorted((one for one in lines if one.chosen), key=lambda one: one.place or 0)
    cards = {
        f"designations.{place}": [*_annexes(place, one["party"], row.files, found)]
        for place, one in enumerate(row.application["designations"])
    }
    return {"parties": lines, "designated": chosen, "annexes": cards, "files": True, "limit": settings.UPLOAD_LIMIT}


def _annexes(place: int, party: str, files: Mapping[str, Any], found: forms.Findings) -> Iterator[AnnexCard]:
    """Those that the party may need, and those of which there is a file."""
    needed = annexes.wanted(party)
    for annex, what in annexes.ANNEXES.items():
        path = annexes.path(place, annex)
        if annex in needed or path in files:
            yield AnnexCard(path, annex, what, files.get(path, {}).get("name", ""), found.get(path, []))


def _asked(_row: Draft, assessed: Assessment, _found: forms.Findings) -> dict[str, Any]:
    """Which designated parties ask for the creators."""
    lines = asking.lines(assessed.application, assessed.on)
    wanted = ("Hague Art. 5(2)(b)(i)", "Hague Rule 8(1)")
    return {"asking": [one for one in lines if one.chosen and any(ask.cites in wanted for ask in one.asks)]}


def _publication(_row: Draft, assessed: Assessment, _found: forms.Findings) -> dict[str, Any]:
    return {"deferment": deferment(assessed.application, assessed.limits)}


def _designs(row: Draft, _assessed: Assessment, found: forms.Findings) -> dict[str, Any]:
    shown = row.application["shown"]
    measured = documents.measured_images({one["sha256"] for one in row.files.values()})
    cards = [_design(place, one, row.files, measured, found, few=len(shown) <= FEW) for place, one in enumerate(shown)]
    views = [view for card in cards for view in card.views]
    by_path: dict[str, DesignCard | ViewCard] = {one.path: one for one in cards} | {one.path: one for one in views}
    return {
        "cards": by_path,
        "counts": {"designs": len(cards), "views": len(views)},
        "limit": settings.UPLOAD_LIMIT,
        "files": True,
    }


def _design(
    place: int,
    design: Mapping[str, Any],
    files: Mapping[str, Any],
    measured: Mapping[str, documents.ImageMeasures],
    found: forms.Findings,
    *,
    few: bool,
) -> DesignCard:
    path = f"shown.{place}"
    views = [
        _view(f"{path}.views.{number}", f"{place + 1}.{number + 1}", files, measured, found)
        for number in range(len(design["views"]))
    ]
    new = f"{path}.views.{len(views)}"
    said = [one for field, each in found.items() if field == path or field.startswith(f"{path}.") for one in each]
    return DesignCard(
        path=path,
        views=views,
        found=found.get(f"{path}.views", []),
        not_taken=[one for one in found.get(new, []) if not one.rule],
        is_open=few or any(one.severity != "hint" for one in said),
    )


def _view(
    path: str,
    number: str,
    files: Mapping[str, Any],
    measured: Mapping[str, documents.ImageMeasures],
    found: forms.Findings,
) -> ViewCard:
    file = files.get(path)
    start = f"{path}.measure"
    said = [one for field, each in found.items() if field == path or field.startswith(start) for one in each]
    cleaned = documents.cleaned(file.get("removed", ())) if file else ()
    return ViewCard(
        path=path,
        number=number,
        name=file["name"] if file else "",
        measured=measured.get(file["sha256"]) if file else None,
        found=[*(one for one in said if one.rule), *cleaned],
        not_taken=[one for one in said if not one.rule],
    )


SHOWS: Mapping[str, Callable[[Draft, Assessment, forms.Findings], dict[str, Any]]] = {
    "parties": _parties,
    "creators": _asked,
    "designs": _designs,
    "publication": _publication,
}

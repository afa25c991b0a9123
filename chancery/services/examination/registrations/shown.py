"""What shows a mark or a design at the desk: each file with its measures, and what the rules find of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from chancery.records.documents import queries as documents
from chancery.records.documents.queries import ImageMeasures
from chancery.records.register import queries as register
from chancery.records.register.queries import Picture, Registration
from chancery.treaties.kernel import Finding

MEDIA = {"MP3": "sound", "WAV": "sound", "MP4": "film"}
"""How a page lets a recording be heard or seen, by its format."""


@dataclass(frozen=True)
class Reproduced:
    """A file that shows what is to be registered. ``medium``: "picture", "sound", "film"; "" for what is not here.

    ``measures`` are those of a picture; ``format`` and ``size`` (in bytes) are known of every file that is here.
    """

    picture: Picture
    medium: str
    format: str
    size: int
    measures: ImageMeasures | None
    found: tuple[Finding, ...]


@dataclass(frozen=True)
class Group:
    """The mark, or one design: ``title`` and ``number`` are the design's; ``found`` is what concerns all its files."""

    number: int
    title: str
    subclass: str
    described: str
    files: tuple[Reproduced, ...]
    found: tuple[Finding, ...]


def groups(file: Registration, found: Iterable[Finding]) -> list[Group]:
    """The mark with its files, or each design with its views; nothing where nothing can be shown."""
    several, pictures = list(found), register.pictures(file)
    measured = documents.measured_images({one.sha256 for one in pictures})
    shown = [(_path(file, one), _reproduced(file, one, several, measured.get(one.sha256))) for one in pictures]
    if file.system.key == "hague":
        return [_design(place, design, shown, several) for place, design in enumerate(file.application.shown)]
    if file.system.key == "madrid" and shown:
        own = tuple(one for one in several if one.field.startswith("mark") and not _of_any(one, shown))
        return [Group(0, "", "", "", tuple(one for _path, one in shown), own)]
    return []


def _design(place: int, design: Any, shown: list[tuple[str, Reproduced]], found: list[Finding]) -> Group:
    path = f"shown.{place}"
    return Group(
        number=place + 1,
        title=design.product,
        subclass=design.subclass,
        described=design.description,
        files=tuple(one for _path, one in shown if one.picture.design == place),
        found=tuple(one for one in found if _is_of(one, path) and not _of_any(one, shown)),
    )


def _reproduced(
    file: Registration, one: Picture, found: Iterable[Finding], measures: ImageMeasures | None
) -> Reproduced:
    told = documents.reproduction(one.sha256) or {}
    path = _path(file, one)
    return Reproduced(
        picture=one,
        medium="picture" if measures else MEDIA.get(told.get("format", ""), ""),
        format=told.get("format", ""),
        size=told.get("size", 0),
        measures=measures,
        found=tuple(each for each in found if _is_of(each, path)),
    )


def _path(file: Registration, one: Picture) -> str:
    """The field of the application that it fills: ``mark.reproductions.0``, ``shown.1.views.0``."""
    places = [int(part) - 1 for part in one.number.split(".") if part]
    if file.system.key == "hague" and len(places) == 2:
        return f"shown.{places[0]}.views.{places[1]}"
    return f"mark.reproductions.{places[0] if places else 0}"


def _is_of(found: Finding, path: str) -> bool:
    return found.field == path or found.field.startswith(f"{path}.")


def _of_any(found: Finding, shown: Iterable[tuple[str, Any]]) -> bool:
    return any(_is_of(found, path) for path, _one in shown)

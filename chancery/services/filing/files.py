"""Files as they come in: where each goes in a draft, and what is looked at before it is kept."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from chancery.records.documents import actions as documents
from chancery.records.documents.queries import PdfMeasures
from chancery.services.filing import paths, sequences
from chancery.services.filing.book import Holder
from chancery.services.filing.boxes import PARTS, XML_PARTS
from chancery.treaties import pct
from chancery.treaties.kernel.plain import to_plain


def keep_part(kind: str, data: bytes, *, name: str, by: int, at: datetime, field: str) -> pct.Part:
    """Keep a part of an application. Raises `Refused` with the reason for ``field``; then nothing is kept."""
    named: dict[str, Any] = {"kind": kind, "name": name[:255]}
    if kind in XML_PARTS:
        sequences.read(data, field=field)
        kept = documents.keep(data, media_type=sequences.XML, name=name, by=by, at=at)
        return pct.Part(**named, sha256=kept.sha256)  # no sheets: it costs nothing (Schedule of Fees, item 1)
    kept = documents.keep_pdf(data, name=name, by=by, at=at, field=field)
    assert isinstance(kept.measures, PdfMeasures)
    return pct.Part(**named, sha256=kept.sha256, sheets=len(kept.measures.pages), words=kept.measures.words)


class Parts:
    """The parts of a patent application: one file of each kind, within the application itself."""

    def takes(self, where: str, holder: Holder) -> bool:  # noqa: ARG002 - every draft has the same parts
        return where in PARTS

    def stays(self, where: str, holder: Holder) -> bool:  # noqa: ARG002 - they are in the application itself
        return True

    def keep(self, where: str, data: bytes, *, name: str, by: int, at: datetime) -> dict[str, Any]:
        kept = keep_part(where, data, name=name, by=by, at=at, field=f"parts.{where}")
        plain: dict[str, Any] = to_plain(kept)
        return plain

    def put(self, where: str, kept: Any, holder: Holder) -> str:
        before = self.find(where, holder) or {}
        others = [one for one in holder.application["parts"] if one["kind"] != where]
        new = kept | {"language": before.get("language", "")}
        holder.application["parts"] = sorted([*others, new], key=lambda one: list(PARTS).index(one["kind"]))
        return "parts"

    def drop(self, where: str, holder: Holder) -> str:
        holder.application["parts"] = [one for one in holder.application["parts"] if one["kind"] != where]
        return "parts"

    def find(self, where: str, holder: Holder) -> Mapping[str, Any] | None:
        return next((one for one in holder.application["parts"] if one["kind"] == where), None)


Keeper = Callable[..., documents.Kept]
"""``keep(data, name=, by=, at=, field=)`` of the documents room, for one kind of file."""


@dataclass(frozen=True)
class Beside:
    """Files beside what they show, or go with: a picture of a mark, a view of a design, an annex of a designation.

    ``places`` are patterns, each with how its files are kept: of items of lists (``shown.#.views.#``), or of names
    within an item (``designations.#.annexes.II``). The item must be there, unless ``empty`` says what a new one is:
    then a file at the end of the list makes it.
    """

    places: Mapping[str, Keeper]
    empty: Mapping[str, Any]

    def takes(self, where: str, holder: Holder) -> bool:
        pattern, (listed, _dot, place) = paths.pattern_of(where), where.rpartition(".")
        if pattern not in self.places or not paths.exists(holder.application, where):
            return False
        if not pattern.endswith(paths.PLACE):
            return True
        items = paths.at(holder.application, listed)
        return isinstance(items, list) and int(place) < len(items) + (pattern in self.empty)

    def stays(self, where: str, holder: Holder) -> bool:
        if paths.pattern_of(where).endswith(paths.PLACE):
            return paths.at(holder.application, where) is not None
        return paths.exists(holder.application, where)

    def keep(self, where: str, data: bytes, *, name: str, by: int, at: datetime) -> dict[str, Any]:
        kept = self.places[paths.pattern_of(where)](data, name=name[:255], by=by, at=at, field=where)
        told = {"removed": list(kept.removed)} if kept.removed else {}
        return {"sha256": kept.sha256, "name": name[:255], "size": kept.size, "media_type": kept.media_type, **told}

    def put(self, where: str, kept: Any, holder: Holder) -> str:
        pattern, (listed, _dot, place) = paths.pattern_of(where), where.rpartition(".")
        if pattern in self.empty and int(place) == len(items := paths.at(holder.application, listed)):
            items.append(to_plain(self.empty[pattern]))
        holder.files[where] = kept
        return where

    def drop(self, where: str, holder: Holder) -> str:
        holder.files.pop(where, None)
        return where

    def find(self, where: str, holder: Holder) -> Mapping[str, Any] | None:
        found: Mapping[str, Any] | None = holder.files.get(where)
        return found


def kept_beside(files: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Files beside an application as the register enters them, in the order of their paths."""
    return [{"kind": path, **{name: files[path][name] for name in ("sha256", "name", "size")}} for path in files]

"""An application for international registration as sheets of paper: every box of its form, from the data.

The items bear the numbers of the forms MM2 and DM/1, and of Lisbon Rule 5; layout and words are our own. The same
application gives the same bytes on any day.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from chancery.records.documents import actions as documents
from chancery.records.register import queries as rights
from chancery.records.register.queries import Registration
from chancery.services.filing import books, whole
from chancery.services.filing.forms import flat
from chancery.services.filing.models import Draft
from chancery.services.filing.paths import at
from chancery.services.filing.registrations.file import paper_name
from chancery.services.filing.request import DAY_OF_A_DRAFT, in_words, spoken
from chancery.services.filing.shapes import Box, Field, Group
from chancery.treaties.kernel.plain import to_plain

TEMPLATE = Path(__file__).parent.parent / "typst" / "registration.typ"
FORMS: Mapping[str, str] = {"madrid": "MM2", "hague": "DM/1", "lisbon": "Lisbon Rule 5"}
"""Whose numbers the boxes bear."""

Files = Sequence[Mapping[str, Any]]


def of_draft(row: Draft) -> bytes:
    """What would be handed in, as PDF."""
    return _typeset(row.treaty, row.application, files=whole.documents_of(row), signed=row.signed)


def of_file(file: Registration) -> bytes:
    """What was presented, as PDF. (How its persons are reached is not in the ledger, and not printed.)

    Raises `ValueError` for a file whose content was erased.
    """
    first = rights.registration(file.number, version=1)
    if first is None or first.application is None:
        raise ValueError("the content has been erased")
    return _typeset(
        file.system.key,
        to_plain(first.application),
        files=first.documents,
        number=file.number,
        received_on=first.received_on,
        office=first.office,
    )


def _typeset(
    treaty: str,
    stored: Mapping[str, Any],
    *,
    files: Files,
    signed: Sequence[Mapping[str, Any]] = (),
    number: str = "",
    received_on: date | None = None,
    office: str = "",
) -> bytes:
    language = spoken(str(stored.get("language") or ""))
    with translation.override(language):
        data = {
            "language": language.partition("-")[0],
            "office": settings.OFFICE_NAME,
            "demo": settings.DEMO,
            "form": FORMS[treaty],
            "reference": number,
            "office_use": [
                (_("Number"), number or "–"),
                (_("Received on"), received_on.isoformat() if received_on else "–"),
                (_("Presented to"), office or "–"),
            ],
            "boxes": [_box(box, stored) for box in books.BOOKS[treaty].boxes if box.slug != "signature"],
            "files": [{"what": paper_name(one["kind"]), "name": one["name"], "sha256": one["sha256"]} for one in files],
            "signatures": [{"name": one["name"], "capacity": one.get("capacity", "")} for one in signed],
            "words": _words(treaty),
        }
    on = received_on or DAY_OF_A_DRAFT
    return documents.typeset(TEMPLATE, data, at=datetime.combine(on, time(), tzinfo=UTC))


def _words(treaty: str) -> dict[str, str]:
    titles = {
        "madrid": _("Application for the international registration of a mark"),
        "hague": _("Application for the international registration of industrial designs"),
        "lisbon": _("Application for the international registration of an appellation or indication"),
    }
    return {
        "title": titles[treaty],
        "petition": _("In the order of the treaty’s form; the layout is this office’s own. The data are what counts."),
        "sheet": _("Sheet {n} of {of}"),
        "none": _("None."),
        "demo": _("A demonstration: without legal effect"),
        "files": _("Files, each with its SHA-256"),
        "signed": _("Signature"),
    }


def _box(box: Box, stored: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "numeral": box.numeral,
        "title": str(box.title),
        "note": "",
        "whole_first": True,
        "rows": list(_lines(box.fields, stored, stored)),
        "items": list(_items(box.group, stored)) if box.group else [],
    }


def _items(group: Group, stored: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Each item of a list, with the lists within it as further rows."""
    for place, item in enumerate(at(stored, group.name) or []):
        rows = list(_lines(group.fields, item, stored))
        for inner in group.groups:
            for number, each in enumerate(item.get(inner.name) or [], start=1):
                label = f"{inner.one} {number}"
                rows += [(f"{label}: {name}", said) for name, said in _lines(inner.fields, each, stored)]
        if rows:
            yield {"title": f"{group.one} {place + 1}", "rows": rows}


def _lines(fields: Sequence[Field], holder: Mapping[str, Any], stored: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for field in fields:
        if said := _said(field, at(holder, field.name), stored):
            yield str(field.label), said


def _said(field: Field, value: Any, stored: Mapping[str, Any]) -> str:
    """A value as it is printed; places in another list by the words of its items."""
    if field.kind not in {"places", "several"} or not value:
        return in_words(field, value)
    names = dict(flat(field.offered(stored)))
    return "; ".join(str(names.get(str(one), one)) for one in value)

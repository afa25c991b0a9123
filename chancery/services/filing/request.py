"""The request as sheets of paper: every box of Form PCT/RO/101, set by one template for the preview and for filing.

The sheets are counted as they are printed: they are paid for (Schedule of Fees, item 1). The same request gives the
same bytes on any day.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from chancery.records.documents import actions as documents
from chancery.records.register import actions as register
from chancery.services.filing import content
from chancery.services.filing.boxes import BOXES, BY_SLUG, PARTS, XML_PARTS
from chancery.services.filing.forms import flat
from chancery.services.filing.shapes import Box, Field
from chancery.treaties import pct

TEMPLATE = Path(__file__).parent / "typst" / "request.typ"
FORM = "PCT/RO/101"
GROUPS = (
    ("title", "applicant", "parties", "agent"),
    ("designations", "priority", "search", "declarations", "deposits"),
)
"""The boxes that share sheets. Boxes IX and X stand on the last sheet."""
SEPARATE = frozenset({"restoration_reasons"})
"""What goes along on sheets of its own (PCT Rule 26bis.3(b)(ii)), and is not printed in the request."""
DAY_OF_A_DRAFT = date(2000, 1, 1)
"""The date inside the PDF of a draft, so that it does not change from day to day."""

REMEMBERED = 1000

_counted: dict[bytes, int] = {}
_PAGES = re.compile(rb"/Type\s*/Pages.*?/Count\s+(\d+)|/Count\s+(\d+).*?/Type\s*/Pages", re.DOTALL)


def typeset(application: pct.Application, *, number: str = "") -> bytes:
    """The request as PDF. ``number`` is given once it has one."""
    language = application.request_language or application.language
    labels = spoken(language)
    with translation.override(labels):
        data = _data(application, number=number) | {"language": labels.partition("-")[0]}
    day = application.received_on or DAY_OF_A_DRAFT
    return documents.typeset(TEMPLATE, data, at=datetime.combine(day, time(), tzinfo=UTC))


def count(application: pct.Application) -> int:
    """How many sheets the request has. What was counted is remembered by its hash alone."""
    plain = json.dumps(register.lean(application), sort_keys=True, default=str)
    key = hashlib.sha256(plain.encode()).digest()
    if key not in _counted:
        if len(_counted) >= REMEMBERED:
            _counted.clear()
        found = _PAGES.search(typeset(application))
        assert found is not None  # every PDF has its tree of pages
        _counted[key] = int(found[1] or found[2])
    return _counted[key]


def laid_out(application: pct.Application) -> pct.Application:
    """The application with the sheets of its request; as it was counted on filing where it has been filed."""
    if application.request_sheets is not None:
        return application
    return replace(application, request_sheets=count(application))


def spoken(language: str) -> str:
    """The language of the labels: that of the request where the pages have it, else English."""
    known = [code for code, _name in settings.LANGUAGES if language and code.partition("-")[0] == language]
    return known[0] if known else "en"


def _data(application: pct.Application, *, number: str) -> dict[str, Any]:
    stored = application.to_dict()
    return {
        "office": settings.OFFICE_NAME,
        "demo": settings.DEMO,
        "form": FORM,
        "reference": number or application.file_reference,
        "office_use": list(_office_use(application, number)),
        "groups": [[_box(BY_SLUG[slug], stored) for slug in group] for group in GROUPS],
        "parts": [_part(part, application) for part in application.parts],
        "checklist": list(_lines(BY_SLUG["documents"].fields, stored)),
        "signatures": [_signature(one) for one in application.signatures],
        "words": _words(),
    }


def _words() -> dict[str, str]:
    return {
        "title": _("Request"),
        "petition": _(
            "The undersigned requests that the present international application be processed according to the Patent "
            "Cooperation Treaty."
        ),
        "sheet": _("Sheet {n} of {of}"),
        "none": _("None."),
        "demo": _("A demonstration: without legal effect"),
        "checklist": _("Check list; language of filing"),
        "part": _("Part"),
        "language": _("Language"),
        "sheets": _("Sheets"),
        "request": _("Request"),
        "total": _("Total"),
        "signature": _("Signature of applicant, agent or common representative"),
        "unsigned": _("Not signed."),
    }


def _office_use(application: pct.Application, number: str) -> Iterator[tuple[str, str]]:
    """What the receiving Office fills in, and the applicant's reference."""
    yield _("International application No."), number or "–"
    yield _("Date of receipt"), application.received_on.isoformat() if application.received_on else "–"
    yield _("Receiving Office"), application.receiving_office


def _box(box: Box, stored: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "numeral": box.numeral,
        "title": str(box.title),
        "note": _designates_all() if box.slug == "designations" else "",
        "whole_first": box.group is None or bool(box.group.title),
        "rows": list(_lines(box.fields, stored)),
        "items": list(_items(box, stored)),
    }


def _designates_all() -> str:
    return _(
        "The filing of this request designates all Contracting States bound by the Treaty on the international filing "
        "date, for every kind of protection and, where possible, for regional as well as national patents (Rule 4.9)."
    )


def _items(box: Box, stored: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    group = box.group
    if group is None:
        return
    for place in group.places(stored):
        item = stored[group.name][place] if place < len(stored[group.name]) else {}
        if lines := list(_lines(group.fields, item)):
            ordinal = "" if group.first == group.last else f" {place - group.first + 1}"
            yield {"title": f"{group.one}{ordinal}", "rows": lines}


def _lines(fields: tuple[Field, ...], holder: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for field in fields:
        said = "" if field.name in SEPARATE else in_words(field, holder.get(field.name))
        if said:
            yield str(field.label), said


def in_words(field: Field, value: Any) -> str:
    """A stored value as it is printed; empty where there is nothing to print."""
    if value in (None, "", [], ()) or (field.kind == "flag" and not value):
        return ""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, list):
        return content.BETWEEN.get(field.kind, ", ").join(str(one) for one in value)
    if field.kind == "choice" and field.choices:
        return str(dict(flat(field.choices())).get(value, value))
    return str(value)


def _part(part: pct.Part, application: pct.Application) -> dict[str, Any]:
    return {
        "name": str(PARTS.get(part.kind, part.kind)),
        "sheets": part.sheets,
        "language": part.language or application.language or "–",
        "xml": part.kind in XML_PARTS,
    }


def _signature(one: pct.Signature) -> dict[str, str]:
    day = one.signed_on.isoformat() if one.signed_on else ""
    return {"name": one.name, "said": ", ".join(filter(None, (one.capacity, day)))}


assert {slug for group in GROUPS for slug in group} | {"documents", "signature"} == {box.slug for box in BOXES}

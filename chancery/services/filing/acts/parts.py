"""Parts that come after the filing (PCT Rules 20.5, 20.5bis, 20.6)."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.core.event import Event
from chancery.records.register import actions as register
from chancery.records.register.events import RequestChanged
from chancery.records.register.queries import Right
from chancery.services.filing.acts.asking import Ask, Deed, Findings, Section, Upload, chosen, fields, wrong
from chancery.services.filing.books.pct import documents_of
from chancery.services.filing.boxes import PARTS
from chancery.services.filing.choices import Choices
from chancery.services.filing.shapes import Field
from chancery.treaties import pct

SHEETS = tuple(Upload(kind=kind, label=PARTS[kind], part=True) for kind in ("description", "claims", "drawings"))
WHERE = Field(
    name="remark",
    label=gettext_lazy("What it is, and where it belongs"),
    kind="text",
    limit=2000,
    help=gettext_lazy("For example: sheets 7 and 8 of the description, between paragraphs 21 and 22."),
    needed=True,
)


def _with_parts(deed: Deed, parts: tuple[pct.Part, ...]) -> Event:
    application = replace(deed.right.application, parts=parts)
    documents = tuple(documents_of(application))
    return RequestChanged(**deed.common, application=register.lean(application), documents=documents)


def _late(deed: Deed, late: str, *, incorporated: bool = False) -> tuple[pct.Part, ...]:
    given: dict[str, Any] = {"late": late, "received_on": deed.on, "incorporated": incorporated}
    return tuple(replace(part, **given) for part in deed.parts)


def _some_part(deed: Deed) -> Findings:
    if not deed.parts:
        yield wrong(_("Bring the sheets: description, claims or drawings."), field="files", cites="PCT Rule 20.5")


FURNISH_MISSING_PART = Ask(
    key="furnish_missing_part",
    group="request",
    event=lambda deed: _with_parts(deed, (*deed.right.application.parts, *_late(deed, "missing"))),
    sections=fields(WHERE),
    uploads=SHEETS,
    judge=_some_part,
)

PLACE = Field(
    name="remark",
    label=gettext_lazy("Where it stands in the earlier application"),
    kind="text",
    limit=2000,
    help=gettext_lazy("Pages and lines, also of its translation where there is one (Rule 20.6(a)(iv))."),
    needed=True,
)

INCORPORATE = Ask(
    key="incorporate_by_reference",
    group="request",
    event=lambda deed: _with_parts(deed, (*deed.right.application.parts, *_late(deed, "missing", incorporated=True))),
    sections=fields(PLACE),
    uploads=(
        *SHEETS,
        Upload(
            kind="copy of the earlier application",
            label=gettext_lazy("Copy of the earlier application as filed"),
            help=gettext_lazy("Not needed where the priority document is there already."),
        ),
        Upload(kind="translation", label=gettext_lazy("Translation of the earlier application")),
    ),
    judge=_some_part,
)

INCORPORATED = Field(
    name="incorporated",
    label=gettext_lazy("The right part is incorporated by reference from the earlier application"),
    kind="flag",
    help=gettext_lazy("Then the filing date stays, and the wrong part stays in the application (Rule 20.5bis(d))."),
)


def _replaced(deed: Deed) -> Event:
    right_ones = {part.kind for part in deed.parts}
    before = tuple(
        replace(part, late="erroneous") if part.kind in right_ones and not part.late else part
        for part in deed.right.application.parts
    )
    return _with_parts(deed, (*before, *_late(deed, "correct", incorporated=deed.values["incorporated"])))


REPLACE_ERRONEOUS = Ask(
    key="replace_erroneous_part",
    group="request",
    event=_replaced,
    sections=fields(WHERE, INCORPORATED),
    uploads=SHEETS,
    judge=_some_part,
)


def _came_late(right: Right) -> list[tuple[int, pct.Part]]:
    parts = enumerate(right.application.parts)
    return [(place, part) for place, part in parts if part.late in {"missing", "correct"} and not part.incorporated]


def _late_ones(right: Right) -> tuple[Section, ...]:
    found: Choices = [(str(place), f"{PARTS[part.kind]}: {part.name}") for place, part in _came_late(right)]
    field = Field(name="parts", label=_("Parts to disregard"), kind="several", choices=lambda: found, needed=True)
    return (Section(fields=(field,)),)


def _disregarded(deed: Deed) -> Event:
    """Without the late parts; what they had replaced is again what was filed."""
    parts = deed.right.application.parts
    gone = chosen(deed.values, "parts")
    freed = {parts[place].kind for place in gone if parts[place].late == "correct"}
    undone: Callable[[pct.Part], bool] = lambda part: part.late == "erroneous" and part.kind in freed  # noqa: E731
    return _with_parts(
        deed,
        tuple(
            replace(part, late="") if undone(part) else part for place, part in enumerate(parts) if place not in gone
        ),
    )


def _nothing_late(right: Right) -> Findings:
    if not _came_late(right):
        yield wrong(_("No part has come late."), cites="PCT Rule 20.5(e)")


DISREGARD = Ask(key="disregard_part", group="request", event=_disregarded, sections=_late_ones, bars=_nothing_late)

ASKS = (FURNISH_MISSING_PART, INCORPORATE, REPLACE_ERRONEOUS, DISREGARD)

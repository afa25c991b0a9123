"""Words of this room's pages: ``{% load filing %}``."""

from collections.abc import Iterable
from dataclasses import dataclass

from django import template
from django.utils.translation import gettext_lazy as _

from chancery.services.filing import books, boxes, choices, entitled
from chancery.services.filing.acts.brought import encoded
from chancery.services.filing.acts.table import ASKS
from chancery.services.filing.assessment import Dated
from chancery.services.filing.book import Book
from chancery.services.filing.registrations import acts_table
from chancery.services.filing.registrations.file import paper_name
from chancery.services.filing.shapes import Box, Text
from chancery.treaties import pct
from chancery.treaties.kernel import Finding, TimeLimit

register = template.Library()
register.filter("state_name", choices.state_name)
register.filter("language_name", choices.language_name)
register.filter("encoded", encoded)
register.filter("paper_name", paper_name)

ROLES = {
    "RO": _("the receiving Office"),
    "IB": _("the International Bureau"),
    "ISA": _("the searching Authority"),
    "SISA": _("the Authority of the supplementary search"),
    "IPEA": _("the examining Authority"),
    "DO": _("the designated Office"),
}


@register.filter
def office_role(role: str) -> Text:
    """An Office by what it does for an application."""
    return ROLES.get(role, role)


@register.filter
def may_act(level: str | None) -> bool:
    """Whether somebody at this level may hand in anything at all."""
    return level in {entitled.OWNER, entitled.EDITOR}


@register.filter
def fees_of(possible: pct.Possible) -> list[pct.FeeLine]:
    """All fees of an act."""
    return [possible.fee, *possible.more_fees] if possible.fee else []


@register.filter
def file_kind(kind: str) -> Text:
    """What a file is, in words: those of the uploads of the acts, then those of the parts."""
    later = [upload for asks in acts_table.ASKS.values() for ask in asks.values() for upload in ask.uploads]
    named = {one.kind: one.label for one in (*later, *(upload for ask in ASKS.values() for upload in ask.uploads))}
    return {**named, **boxes.PARTS}.get(kind, kind)


@register.filter
def beyond(limits: Iterable[TimeLimit], shown: Iterable[Dated]) -> list[TimeLimit]:
    """The time limits that are not among those shown already."""
    named = {id(one.limit) for one in shown}
    return [limit for limit in limits if id(limit) not in named]


@dataclass(frozen=True)
class Place:
    """Where a finding belongs: the box, what the field is called, and its anchor on the box's page."""

    box: Box
    label: Text
    anchor: str


@dataclass
class Together:
    finding: Finding
    places: list[Place]


@register.filter
def together(findings: Iterable[Finding], treaty: str = "pct") -> list[Together]:
    """The same finding on several fields as one, with all its places in the form of a treaty."""
    found: dict[tuple[str, str], Together] = {}
    book = books.BOOKS[treaty]
    for one in findings:
        found.setdefault((one.cites, one.message), Together(one, [])).places.append(_place(book, one.field))
    return list(found.values())


def _place(book: Book, path: str) -> Place:
    box = book.box_of(path)
    if book.field_at(path):
        return Place(box, book.label_of(path), f"id_{path}")
    if path in book.labels:
        return Place(box, book.labels[path], f"file-{path.rpartition('.')[2].replace(' ', '-')}")
    return Place(box, box.title, "")

"""Words of this room's pages: ``{% load filing %}``."""

from collections.abc import Iterable
from dataclasses import dataclass

from django import template

from chancery.services.filing import boxes, choices
from chancery.services.filing.assessment import Dated
from chancery.services.filing.shapes import Box, Text
from chancery.treaties.kernel import Finding, TimeLimit

register = template.Library()
register.filter("state_name", choices.state_name)
register.filter("language_name", choices.language_name)
register.filter("field_label", boxes.label_of)


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
def together(findings: Iterable[Finding]) -> list[Together]:
    """The same finding on several fields as one, with all its places."""
    found: dict[tuple[str, str], Together] = {}
    for one in findings:
        found.setdefault((one.cites, one.message), Together(one, [])).places.append(_place(one.field))
    return list(found.values())


def _place(path: str) -> Place:
    box = boxes.box_of(path)
    if boxes.field_at(path):
        return Place(box, boxes.label_of(path), f"id_{path}")
    kind = path.removeprefix("parts.")
    return (
        Place(box, boxes.PARTS[kind], f"file-{kind.replace(' ', '-')}")
        if kind in boxes.PARTS
        else Place(box, box.title, "")
    )

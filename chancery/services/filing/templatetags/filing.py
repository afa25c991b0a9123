"""Words of this room's pages: ``{% load filing %}``."""

from collections.abc import Iterable

from django import template

from chancery.services.filing import boxes, choices
from chancery.services.filing.assessment import Dated
from chancery.treaties.kernel import TimeLimit

register = template.Library()
register.filter("state_name", choices.state_name)
register.filter("language_name", choices.language_name)
register.filter("field_label", boxes.label_of)


@register.filter
def beyond(limits: Iterable[TimeLimit], shown: Iterable[Dated]) -> list[TimeLimit]:
    """The time limits that are not among those shown already."""
    named = {id(one.limit) for one in shown}
    return [limit for limit in limits if id(limit) not in named]


@register.filter
def box_slug(path: str) -> str:
    """The box in which a field stands."""
    return boxes.box_of(path).slug


@register.filter
def box_name(path: str) -> str:
    """The box in which a field stands, as people call it: "VI Priority"."""
    box = boxes.box_of(path)
    return f"{box.numeral} {box.title}"

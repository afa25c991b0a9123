"""Words of the pages of design applications: ``{% load designs %}``."""

from collections.abc import Mapping
from typing import Any

from django import template

from chancery.services.filing.forms import Item
from chancery.services.filing.registrations.offered import country_name

register = template.Library()
register.filter("country", country_name)


@register.filter
def at_path(cards: Mapping[str, Any], path: str) -> Any:
    """What is shown for a path of the application."""
    return cards.get(path)


@register.filter
def needs_work(item: Item) -> bool:
    """Whether something is said of an item, or of what is in it, that is more than a hint."""
    found = [*item.found, *(one for row in item.all_rows for one in row.found)]
    return any(one.severity != "hint" for one in found)

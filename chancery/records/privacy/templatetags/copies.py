"""``{% load copies %}``: a stored value as a person reads it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import template
from django.utils.translation import gettext as _

from chancery.core.clock import office_zone
from chancery.records.privacy import wording

register = template.Library()

register.filter("parted", wording.parted)
register.filter("lasting", wording.lasting)


@register.filter
def entry(mapping: Mapping[str, object], key: str) -> object:
    """What a mapping has under a key, or the key itself: ``{{ words|entry:key }}``."""
    return mapping.get(key, key)


@register.filter
def told(value: Any) -> str:
    """A value of a table in words: instants in the office's time, yes and no, lists and mappings spelt out."""
    if value is None or value in ("", [], {}):
        return "–"
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return f"{value.astimezone(office_zone()):%Y-%m-%d %H:%M %Z}"
    if isinstance(value, dict):
        return "; ".join(f"{key}: {told(one)}" for key, one in value.items())
    return ", ".join(told(one) for one in value) if isinstance(value, list | tuple) else str(value)

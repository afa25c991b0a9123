"""The docket's own words in its pages: ``{% load docket %}``."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

register = template.Library()


@register.simple_tag
def left(due: date, today: date) -> SafeString:
    """How many days are left, or how many it is over."""
    days = (due - today).days
    if days < 0:
        over = ngettext("%(days)d day ago", "%(days)d days ago", -days) % {"days": -days}
        return format_html('<span class="late">{}</span>', over)
    if days == 0:
        return format_html("<strong>{}</strong>", _("today"))
    return format_html("{}", ngettext("in %(days)d day", "in %(days)d days", days) % {"days": days})


@register.filter
def of(found: Mapping[str, Any], key: str) -> Any:
    """What belongs to a key: ``{{ titles|of:line.number }}``."""
    return found.get(key, "")

"""The docket's own words in its pages: ``{% load docket %}``."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chancery.records.register import queries as registry

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
def page_of(number: str) -> str:
    """The page of a file: of a registration that of its holder, of an application the register's."""
    name = "filing:registration" if registry.system_of(number) else "register:right"
    return reverse(name, args=[registry.in_address(number)])


@register.filter
def why_of(number: str, place: int) -> str:
    """The page with the reasoning of a time limit."""
    name = "docket:why-registration" if registry.system_of(number) else "docket:why"
    return reverse(name, args=[registry.in_address(number), place])


@register.filter
def is_application(number: str) -> bool:
    """Whether it is one for a patent: there one can ask what would move if something happened."""
    return registry.system_of(number) is None


@register.filter
def of(found: Mapping[str, Any], key: str) -> Any:
    """What belongs to a key: ``{{ titles|of:line.number }}``."""
    return found.get(key, "")

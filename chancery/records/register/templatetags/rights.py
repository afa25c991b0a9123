"""How the register's own words are shown, on every page that speaks of a right: ``{% load rights %}``."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from chancery.records.register.queries import in_address

register = template.Library()
register.filter("in_address", in_address)

STATUS = {
    "received": ("warn", _("Received, being examined")),
    "invited": ("warn", _("Invited to correct")),
    "accorded": ("good", _("Filing date accorded")),
    "published": ("good", _("Published")),
    "not an application": ("bad", _("Not an international application")),
    "withdrawn": ("idle", _("Withdrawn")),
    "considered withdrawn": ("bad", _("Considered withdrawn")),
}
PARTS = {
    "description": _("Description"),
    "claims": _("Claims"),
    "abstract": _("Abstract"),
    "drawings": _("Drawings"),
    "sequence listing": _("Sequence listing"),
}


NATIONAL_STEPS = {
    "entered": _("Entered"),
    "not entered": _("Not entered"),
    "published": _("Published there"),
    "refused": _("Refused"),
    "granted": _("Granted"),
    "withdrawn": _("Withdrawn"),
}


@register.simple_tag
def right_state(status: str) -> SafeString:
    """The status of a right as a dot and its words: ``{% right_state right.status %}``."""
    tone, words = STATUS.get(status, ("idle", status))
    return format_html('<span class="state {}">{}</span>', tone, words)


@register.filter
def part_name(kind: str) -> str:
    """A part of an application by its name: ``{{ "claims"|part_name }}``."""
    return str(PARTS.get(kind, kind))


@register.filter
def national_step(what: str) -> str:
    """What happened before a designated Office: ``{{ "granted"|national_step }}``."""
    return str(NATIONAL_STEPS.get(what, what))

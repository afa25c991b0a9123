"""How the desk says things of registration files. ``{% load filedesk %}``."""

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from chancery.services.examination.registrations import words
from chancery.services.examination.registrations.findings import cites_of
from chancery.services.examination.registrations.words import Words

register = template.Library()


@register.simple_tag
def file_status(key: str) -> SafeString:
    """The status of a registration file: a dot and a word."""
    tone, label = words.STATUSES.get(key, ("idle", key))
    return format_html('<span class="state {}">{}</span>', tone, label)


@register.filter
def system_name(key: str) -> Words:
    return words.SYSTEMS.get(key, key)


@register.filter
def office_name(role: str) -> Words:
    """An Office by its role: "RO" is the Office of origin."""
    return words.ROLES.get(role, role)


@register.filter
def remedied_by(who: str) -> Words:
    return words.REMEDIED_BY.get(who, who)


@register.simple_tag
def rule_of(file: Any, notice: Any) -> str:
    """The provision under which a notice was sent."""
    return cites_of(file.system.key, notice.rule)

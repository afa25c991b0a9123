"""How the register's own words are shown, on every page that speaks of a right: ``{% load rights %}``."""

from collections.abc import Iterable

from django import template
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from chancery.records.register import queries
from chancery.records.register.queries import Appeared, Cited, in_address, system_of
from chancery.records.register.right import SearchReport
from chancery.records.register.wording_registrations import LEGENDS, printed

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

FILE_STATUS = {
    "presented": ("warn", _("Received, being examined")),
    "examined": ("warn", _("Being examined")),
    "irregular": ("warn", _("Irregular: an answer is awaited")),
    "registered": ("good", _("Registered")),
    "published": ("good", _("Registered and published")),
    "abandoned": ("bad", _("Considered abandoned")),
    "refused": ("bad", _("Not registered")),
    "withdrawn": ("idle", _("Withdrawn")),
}
SYSTEMS = {"madrid": _("Marks (Madrid)"), "hague": _("Designs (Hague)"), "lisbon": _("Appellations (Lisbon)")}


@register.simple_tag
def file_state(status: str) -> SafeString:
    """The status of a registration file as a dot and its words: ``{% file_state file.status %}``."""
    tone, words = FILE_STATUS.get(status, ("idle", status))
    return format_html('<span class="state {}">{}</span>', tone, words)


@register.filter
def system_name(key: str) -> str:
    """What a system registers, and its name: ``{{ "madrid"|system_name }}``."""
    return str(SYSTEMS.get(key, key))


@register.filter
def register_page(number: str) -> str:
    """The page of an application or registration file in the register: ``{{ letter.number|register_page }}``."""
    return reverse("register:registration" if system_of(number) else "register:right", args=[in_address(number)])


@register.filter
def bulletin_address(one: Appeared) -> str:
    """The issue of the bulletin in which something appeared: ``{{ one|bulletin_address }}``."""
    year, week = one.week
    return reverse("gazette:bulletin", args=[one.system, year, f"{week:02d}"])


@register.filter
def appeared_as(what: str) -> str:
    """What of a registration was published: ``{{ one.what|appeared_as }}``."""
    return printed(what)


@register.filter
def legend(view: str) -> str:
    """What a view of a design shows: ``{{ "front"|legend }}``."""
    return str(LEGENDS.get(view, view))


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


@register.filter
def documents_cited(search: SearchReport) -> tuple[Cited, ...]:
    """What a search report cites: ``{{ search|documents_cited }}``."""
    return queries.documents_cited((search,))


@register.filter
def categories_used(rows: Iterable[Cited]) -> list[tuple[str, str | Promise]]:
    """The letters beside these documents, and what each says: ``{{ rows|categories_used }}``."""
    return list(queries.legend(rows))

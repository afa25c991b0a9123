"""How the desk says things: statuses, duties, what is left of a time limit. ``{% load desk %}``."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import template
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chancery.core.saying import said
from chancery.records.register.queries import Invited, in_address
from chancery.services.examination import words
from chancery.services.examination.casework import Folder
from chancery.services.examination.formalities import named_in
from chancery.services.examination.roles import ROLES
from chancery.services.examination.simulation import act_of
from chancery.treaties import pct
from chancery.treaties.kernel import Finding

register = template.Library()
register.filter("address", in_address)

Words = str | Promise


@register.simple_tag
def status(key: str) -> SafeString:
    """The status of an application: a dot and a word."""
    tone, label = words.STATUSES.get(key, ("idle", key))
    return format_html('<span class="state {}">{}</span>', tone, label)


@register.filter
def form_name(number: str) -> Words:
    """What a form is called: by the house, else by the list of the Treaty's forms, else by its number."""
    listed = pct.form(number)
    return words.FORMS.get(number) or (said(listed.title) if listed and listed.title else number)


@register.filter
def part(kind: str) -> Words:
    """A part of the application."""
    return words.PARTS.get(kind, kind)


@register.filter
def place(field: str) -> str:
    """Where a finding is: "parts.claims" is "Claims", "parties.1.name" is "Party 2, name"."""
    head, _dot, rest = field.partition(".")
    if head == "parts":
        return str(words.PARTS.get(rest, rest))
    number, _dot, detail = rest.partition(".")
    if number.isdigit():
        label = f"{words.PLACES.get(head, head)} {int(number) + 1}"
        return f"{label}, {words.DETAILS.get(detail, detail)}" if detail else label
    return str(words.PLACES.get(head, head))


@register.filter
def of(mapping: Mapping[Any, Any], key: Any) -> Any:
    """``{{ officers|of:case.number }}``."""
    return mapping.get(key, "")


register.filter("limit_act", act_of)


@register.filter
def isoday(day: Any) -> str:
    """A day that may not be determinable, or not there: what it is in figures, or in words."""
    return "–" if day is None else str(day)


@register.filter
def role_name(role: str) -> Words:
    """An Office by its name: "ISA" is the Searching Authority."""
    return ROLES.get(role, role)


@register.filter
def pair(one: Any, other: Any) -> tuple[Any, Any]:
    """Two things to go through in a row."""
    return one, other


@register.filter
def is_officer(user: Any) -> bool:
    """Whether the reader decides on applications; others of the office only read."""
    return bool(user.holds("officer"))


@register.filter
def is_publisher(user: Any) -> bool:
    return bool(user.holds("publisher"))


@register.filter
def issue_address(name: str) -> str:
    """The page of an issue that has appeared: "2028/21"."""
    year, _slash, week = name.partition("/")
    return reverse("examination:appeared", args=(year, week))


@register.filter
def gazette_address(name: str) -> str:
    """The public page of an issue."""
    return reverse("gazette:issue", args=name.split("/"))


@register.filter
def front_page(one: Any) -> str:
    """The front page of a publication, as PDF."""
    key = one.publication_number.replace(" ", "").replace("/", "")
    return reverse("gazette:front", args=(key, one.kind_code))


@register.filter
def key_of(folder: Folder, found: Finding) -> str:
    """The key under which an invitation can take up this finding; "" where it cannot."""
    return next((key for key, one in folder.offered.items() if one is found), "")


@register.filter
def holds(several: Iterable[Any] | None, one: Any) -> bool:
    """``{{ chosen|holds:key }}``."""
    return one in (several or ())


@register.filter
def asked(folder: Folder, found: Finding) -> Invited | None:
    """The latest invitation that named this finding."""
    named = [one for one in folder.right.invitations if (found.cites, found.field) in named_in([one])]
    return named[-1] if named else None


@register.simple_tag
def remaining(due: date, today: date) -> SafeString:
    """How much of a time limit is left, or how much too late it is."""
    days = (due - today).days
    if days < 0:
        late = ngettext("%(days)d day late", "%(days)d days late", -days) % {"days": -days}
        return format_html('<span class="late">{}</span>', late)
    if days == 0:
        return format_html("<strong>{}</strong>", _("today"))
    return format_html("{}", ngettext("in %(days)d day", "in %(days)d days", days) % {"days": days})

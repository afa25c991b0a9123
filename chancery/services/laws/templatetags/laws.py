"""How sure a statement is, and what a time limit means, in words: ``{% load laws %}``."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from chancery.core.saying import said
from chancery.services.laws import words
from chancery.services.laws.registrations.quotes import party_of
from chancery.treaties.kernel import FeeLine, FeeSheet
from chancery.treaties.pct import OfficeCost

register = template.Library()


@register.simple_tag
def sure(confidence: str) -> SafeString:
    """A mark where a statement does not follow from the text itself; nothing where it does."""
    if confidence == "rule":
        return SafeString("")
    tone, word = words.CONFIDENCE[confidence]
    return format_html('<span class="state {}">{}</span>', tone, word)


@register.filter
def nature(kind: str) -> str:
    """The word before a date: until, not before, to be done by."""
    return str(words.NATURE[kind])


@register.filter
def place(office: str) -> SafeString:
    """Where an act is due: an Office by its code, or its role, where the case does not say which one."""
    if office in words.ROLES:
        return format_html("{}", words.ROLES[office])
    return format_html('{} <bdi class="num">{}</bdi>', _("at the Office"), office)


@register.filter
def who(kind: str) -> str:
    """Who may do an act, as a sentence begins."""
    return str(words.WHO.get(kind) or said(kind[:1].upper() + kind[1:]))


@register.filter
def fee_name(line: FeeLine) -> SafeString:
    """What a line is called; one of a party by the name of the fee, which is translated, and that of the party."""
    name, comma, party = line.label.partition(", ")
    if not party_of(line) or not comma:
        return format_html("{}", said(line.label))
    return format_html("{}, <bdi>{}</bdi>", said(name), party)


@register.filter
def stages(cost: OfficeCost) -> list[tuple[str, FeeSheet]]:
    """The parts of what an Office asks that have any line, each with its heading."""
    parts = (
        (_("To enter"), cost.entry),
        (_("Examination"), cost.examination),
        (_("Grant"), cost.grant),
        (_("To keep it in force"), cost.renewals),
    )
    return [(heading, sheet) for heading, sheet in parts if sheet.lines]

"""How what was found is shown: ``{% load finding %}``."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from chancery.finder import Hit
from chancery.services.search import words

register = template.Library()


@register.simple_tag
def marked(hit: Hit, place: str, otherwise: str = "") -> SafeString:
    """A text of the hit with what was found in it marked: ``{% marked hit "title.en" title %}``."""
    segments = hit.highlights.get(place)
    return _mark(segments) if segments else format_html("{}", otherwise)


@register.simple_tag(takes_context=True)
def marked_title(context: template.Context, hit: Hit) -> SafeString:
    """The title in the page's language, or in the one in which the query found it."""
    language = str(context.get("LANGUAGE_CODE", "en"))[:2]
    titles = hit.document.titles
    found = [code for code in titles if f"title.{code}" in hit.highlights]
    code = next((one for one in (language, "en", *found, *titles) if one in titles and (one in found or not found)), "")
    shown = titles.get(code) or hit.document.number
    return format_html('<bdi lang="{}">{}</bdi>', code or "und", marked(hit, f"title.{code}", shown))


def _mark(segments: Iterable[tuple[str, bool]]) -> SafeString:
    return format_html_join(
        "", "{}", ((format_html("<mark>{}</mark>", text) if found else text,) for text, found in segments)
    )


@register.simple_tag
def record_state(status: str) -> SafeString:
    tone, label = words.STATUSES.get(status, ("idle", status))
    return format_html('<span class="state {}">{}</span>', tone, label) if status else SafeString("")


@register.filter
def collection_name(key: str) -> str:
    return words.facet_value("collection", key)


@register.filter
def symbol(value: str) -> str:
    return words.class_value(value)

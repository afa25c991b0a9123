"""How what was found is shown: ``{% load finding %}``."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from chancery.core.saying import said
from chancery.finder import FAULTS, Document, Explanation, Hit, QueryError
from chancery.finder.document import PRINCIPAL_DATES
from chancery.finder.explain import MEANINGS
from chancery.finder.writing import LOSSES, Loss
from chancery.services.search import listing, naming, words
from chancery.services.search.languages import languages

SHORT = 20
"""Letters of a symbol or number that is not broken at the end of a line."""

LANGUAGE = 2
"""Letters of the code of a language: it is written small, and is one all the same."""

register = template.Library()
register.filter("tongue", languages.own_name)
register.filter("scheme", words.scheme)


@register.filter
def cited_by(who: str) -> str:
    """Who brought a document up: ``{{ "examiner"|cited_by }}``."""
    return str(words.CITED_BY.get(who, who))


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


def spoken(error: QueryError) -> tuple[str, str]:
    """What is wrong with a query, and what to write instead, in the reader's language."""
    values = {name: said(value) for name, value in error.values.items()}
    message, remedy = (said(text).format_map(values) for text in FAULTS[error.code])
    return f"{message}.", remedy


@register.filter
def fault(error: QueryError) -> SafeString:
    """The same, as a page shows it."""
    return format_html("<strong>{}</strong> {}", *spoken(error))


@register.filter
def at(values: Mapping[str, Any], name: str) -> Any:
    """One of several values, by its name."""
    return values.get(name, "")


@register.filter
def meaning(clause: Explanation) -> str:
    """What a clause says, in the reader's language."""
    return said(MEANINGS[clause.kind]).format(field=said(clause.field), **clause.values)


@register.filter
def loss(one: Loss) -> str:
    """What a language cannot say, in the reader's language."""
    return said(LOSSES[one.code]).format(what=one.what)


@register.simple_tag
def pointed(text: str, error: QueryError) -> SafeString:
    """The query with the character marked at which it is not understood."""
    at = error.position
    if at is None:
        return SafeString("")
    if at >= len(text):
        return format_html('<bdi class="num">{}<mark class="here"> </mark></bdi>', text)
    return format_html('<bdi class="num">{}<mark class="here">{}</mark>{}</bdi>', text[:at], text[at], text[at + 1 :])


@register.simple_tag
def record_state(status: str) -> SafeString:
    tone, label = words.STATUSES.get(status, ("idle", status))
    return format_html('<span class="state {}">{}</span>', tone, label) if status else SafeString("")


@register.filter
def dated(one: Document) -> str:
    """What the date is that a record is listed under."""
    name = next((name for name in PRINCIPAL_DATES if name in one.dates), "")
    return str(words.DATES.get(name, ""))


@register.filter
def collection_name(key: str) -> str:
    return words.facet_value("collection", key)


@register.simple_tag
def kind_of(one: Document) -> SafeString:
    """The kind of a record in words, its letters after them where it is known by these."""
    return coded(one.kind, words.told_kind(one.kind, one.office, one.dates.get("published")))


@register.filter
def place(code: str) -> SafeString:
    """An Office or a State by its name, the code after it."""
    return coded(code, naming.place(code))


@register.filter
def coded(code: str, name: str) -> SafeString:
    """A code after its name: ``Portugal (PT)``; the code alone without one, the name alone of a code in words."""
    if name and code.islower() and len(code) > LANGUAGE:
        return format_html("<bdi>{}</bdi>", name)
    letters = format_html('<bdi class="num">{}</bdi>', code)
    return format_html("<bdi>{}</bdi> ({})", name, letters) if name else letters


@register.filter
def instrument(value: str) -> str:
    """A treaty or its instrument, in words."""
    return words.instrument(value)


@register.filter
def marked_names(hit: Hit) -> list[SafeString]:
    """The names of a hit, those that were found marked and first."""
    names = hit.document.names
    order = sorted(range(len(names)), key=lambda place: f"name.{place}" not in hit.highlights)
    return [marked(hit, f"name.{place}", names[place]) for place in order]


IN_WORDS: Mapping[str, Callable[[str], str]] = {"product": str, "treaty": words.instrument}
"""Classifications whose symbols are words, and how these are told."""
SHOWN = 4
"""So many values a cell of the table of results has room for."""


@register.filter
def cell(one: Document, name: str) -> Sequence[SafeString]:
    """What a record has in a column of the table of results: codes by their names, classes after their scheme."""
    if name == "classes":
        return [_classes(scheme, symbols) for scheme, symbols in one.classes.items() if symbols]
    values = listing.cell(one, name)[:SHOWN]
    if name in ("office", "country"):
        return [place(value) for value in values]
    return [kind_of(one) if name == "kind" else _short(value) for value in values]


def _classes(scheme: str, symbols: Sequence[str]) -> SafeString:
    show: Callable[[str], str] = IN_WORDS.get(scheme, _short)
    told = format_html_join(", ", "<bdi>{}</bdi>", ((show(symbol),) for symbol in symbols[:SHOWN]))
    more = " …" if len(symbols) > SHOWN else ""
    return format_html("{} {}{}", words.scheme(scheme), told, more)


def _short(value: str) -> SafeString:
    """A symbol or a number; one that is short stays on its line."""
    return format_html('<bdi class="num{}">{}</bdi>', " one-symbol" if len(value) < SHORT else "", value)


@register.filter
def titled(one: Document) -> str:
    """The title of a record in the reader's language; its number where it has none."""
    return one.title((get_language() or "en")[:2]) or one.number

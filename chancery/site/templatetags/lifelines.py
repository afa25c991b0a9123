"""A registration's life as a picture, and the table under it: ``{% load lifelines %}``; drawn by site/lifelines.py.

``{% life_lines lives today=today until=until %}{% life_table lives things=file.things thing="Goods" %}``: both on one
page, as the rows of the picture lead to those of the table.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import template
from django.http import QueryDict
from django.template.context import RequestContext
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language_bidi, gettext_lazy
from django.utils.translation import gettext as _

from chancery.core.saying import said
from chancery.site import lifelines
from chancery.treaties.registrations import PartyLife, Span, Tone

register = template.Library()

WORDS: dict[Tone, Any] = {
    "waits": gettext_lazy("Nothing decided yet"),
    "stands": gettext_lazy("Protected"),
    "refused": gettext_lazy("Refused"),
    "over": gettext_lazy("No longer"),
}
STATES: dict[Tone, str] = {"waits": "info", "stands": "good", "refused": "bad", "over": "idle"}
NEAR = 2  # years before and after today's


@register.inclusion_tag("site/piece/lifelines.html", takes_context=True)
def life_lines(
    context: RequestContext,
    lives: Sequence[PartyLife],
    *,
    today: date,
    until: date | None = None,
    anchor: str = "lives",
) -> dict[str, Any]:
    """Parties and time as a picture, with what its signs mean, and the years to choose from.

    ``until`` is the last day of the term. The years stand in the address, as ``from`` and ``to``; ``anchor`` is the id
    of the section in which the picture stands.
    """
    query = context["request"].GET
    lives = _by_name(lives)
    shown = lifelines.window(lives, today=today, until=until, asked=query)
    words: dict[str, str] = {tone: str(said_so) for tone, said_so in WORDS.items()}
    words |= {"today": _("today"), "until": _("end of the term")}
    name = _("What became of it in each party, over time")
    return {
        "lives": lives,
        "shown": shown,
        "anchor": anchor,
        "name": name,
        "zooms": _zooms(query, shown, today),
        "others": [(name, value) for name, value in query.items() if name not in {"from", "to"}],
        "keys": [lifelines.key(tone, words[tone]) for tone in WORDS],
        "picture": lifelines.drawn(
            lives, shown, today=today, until=until, words=words, name=name, rtl=get_language_bidi()
        ),
    }


def _zooms(query: QueryDict, shown: lifelines.Window, today: date) -> list[dict[str, Any]]:
    """Stretches of time that one mostly wants, each once."""
    first, last = shown.whole
    wanted = {
        (first, last): _("The whole term"),
        (first, today.year): _("Until now"),
        (max(first, today.year - NEAR), min(last, today.year + NEAR)): _("Around today"),
    }
    if len(wanted) < 2:
        return []
    return [
        {"words": words, "current": years == (shown.first, shown.last), "query": _with(query, *years)}
        for years, words in wanted.items()
    ]


def _with(query: QueryDict, first: int, last: int) -> str:
    changed = query.copy()
    changed["from"], changed["to"] = str(first), str(last)
    return str(changed.urlencode())


@register.inclusion_tag("site/piece/lifetable.html")
def life_table(
    lives: Sequence[PartyLife], *, things: Sequence[str] = (), thing: str = "", past: bool = True
) -> dict[str, Any]:
    """The same in words: for each party what stands where now, and below it, unless not ``past``, what came before.

    ``things`` are the goods or designs of the list, ``thing`` what their column is called; empty for a single thing.
    """
    return {"rows": [(life, _told(life, things, past=past)) for life in _by_name(lives)], "thing": thing}


def _by_name(lives: Sequence[PartyLife]) -> list[PartyLife]:
    return sorted(lives, key=lambda life: said(life.name).casefold())


def _told(life: PartyLife, things: Sequence[str], *, past: bool) -> list[tuple[Span, list[str]]]:
    """Each span with its things in words; no words where it is of all that the party has."""
    every = {thing for span in life.spans for thing in span.things}
    now = sorted((span for span in life.spans if span.until is None), key=lambda span: span.still[:1])
    before = [span for span in reversed(life.spans) if past and span.until is not None]
    return [(span, _words(span.things if span.until else span.still, every, things)) for span in (*now, *before)]


def _words(places: tuple[int, ...], every: set[int], things: Sequence[str]) -> list[str]:
    if set(places) == every:
        return []
    return [things[place] or str(place + 1) if place < len(things) else str(place + 1) for place in places]


@register.simple_tag
def life_state(tone: Tone, says: str) -> SafeString:
    """A state in words, with its dot: ``{% life_state span.tone span.says %}``."""
    return format_html('<span class="state {}">{}</span>', STATES[tone], said(says))

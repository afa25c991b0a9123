"""What a piece is, and how it is drawn: one that fails says so at its own place, and the page stands."""

import logging
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.functional import Promise

from chancery.site.dashboard.placing import Dashboard, Placed

log = logging.getLogger("chancery.dashboard")


@dataclass(frozen=True, kw_only=True)
class Visitor:
    """For whom a piece is drawn, and when."""

    user: int
    roles: frozenset[str]
    at: datetime
    on: date
    dashboard: Dashboard


@dataclass(frozen=True, kw_only=True)
class Widget:
    """A piece: its words, what it shows (``supply``), the URL name of the page with all of it.

    Its template is ``site/dashboard/<key>.html``. ``roles``: who may place it, empty for everyone.
    """

    key: str
    label: Promise
    line: Promise
    supply: Callable[[Visitor], Mapping[str, Any]]
    more: str = ""
    roles: frozenset[str] = frozenset()
    wide: bool = False

    def is_for(self, roles: frozenset[str]) -> bool:
        return not self.roles or bool(self.roles & roles)


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """A piece as it stands on the page. ``error`` is the number under which a failure is logged."""

    widget: Widget
    wide: bool
    html: str = ""
    error: str = ""
    first: bool = False
    last: bool = False


def usual(widgets: Sequence[Widget], roles: frozenset[str]) -> tuple[Placed, ...]:
    """The arrangement for whoever has placed nothing: all that they may have; the office's own pieces first."""
    allowed = [one for one in widgets if one.is_for(roles)]
    return tuple(Placed(one.key, one.wide) for one in sorted(allowed, key=lambda one: not one.roles))


def drawn(widgets: Sequence[Widget], visitor: Visitor, request: HttpRequest) -> list[Drawn]:
    """The placed pieces in their order. One that there is no longer, or not for this person, is passed over."""
    known = {one.key: one for one in widgets if one.is_for(visitor.roles)}
    placed = [one for one in visitor.dashboard.placed if one.key in known]
    pieces = [_drawn(known[one.key], one, visitor, request) for one in placed]
    return [replace(one, first=one is pieces[0], last=one is pieces[-1]) for one in pieces]


def _drawn(widget: Widget, place: Placed, visitor: Visitor, request: HttpRequest) -> Drawn:
    try:
        facts = {**widget.supply(visitor), "widget": widget, "wide": place.wide}
        html = render_to_string(f"site/dashboard/{widget.key}.html", facts, request)
    except Exception:  # whatever is wrong with one piece, the others are shown
        error = secrets.token_hex(4)
        log.exception("Error %s: the piece %r of the dashboard could not be drawn", error, widget.key)
        return Drawn(widget=widget, wide=place.wide, error=error)
    return Drawn(widget=widget, wide=place.wide, html=html)

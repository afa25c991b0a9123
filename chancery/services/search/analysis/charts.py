"""Charts of what was found, drawn on the server: every bar is a link, and the table beside says the same."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

WIDE, ROW, LABEL = 480.0, 24.0, 180.0
LONG, HIGH, FOOT, EDGE, TOP = 960.0, 160.0, 18.0, 18.0, 16.0
"""Of standing bars: the line they stand on, how tall the tallest is, and the room below, at the ends and above."""
_GAP = 0.2  # of a column, between two
_LETTERS = 24  # of a label that fit beside its bar
_APART = ("\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}")  # a picture has no <bdi>: “Inc.” ends with its dot
_CODE = re.compile(r" \([A-Z]{2,4}\)$")
_MARKS = 12  # years that are written under the columns


@dataclass(frozen=True, slots=True)
class Bar:
    """One value: in words, how many, and where it leads. ``short`` stands under a column, ``note`` explains it."""

    label: str
    count: int
    href: str
    short: str = ""
    note: str = ""

    @property
    def told(self) -> str:
        """The value with what explains it."""
        return f"{self.label}: {self.note}" if self.note else self.label


def bars(rows: Sequence[Bar], *, name: str | Promise, rtl: bool = False) -> SafeString:
    """Lying bars, a row each; mirrored where the page reads from right to left."""
    largest = max((row.count for row in rows), default=0) or 1
    room = WIDE - LABEL - 70
    drawn = (_bar(row, step * ROW, row.count / largest * room, rtl=rtl) for step, row in enumerate(rows))
    return _drawing(drawn, name, wide=WIDE, high=ROW * len(rows))


def _bar(row: Bar, top: float, long: float, *, rtl: bool) -> SafeString:
    start = LABEL if not rtl else WIDE - LABEL - long
    label, end = (0.0, LABEL + long + 8) if not rtl else (WIDE, WIDE - LABEL - long - 8)
    return format_html(
        '<a href="{}" aria-label="{}"><title>{}</title><rect class="ground" x="0" y="{}" width="{}" height="{}"/>'
        '<text x="{}" y="{}">{}</text><rect class="ink" x="{}" y="{}" width="{}" height="12"/>'
        '<text class="count" x="{}" y="{}">{}</text></a>',
        *(row.href, f"{row.told}: {row.count}", row.told, _n(top), _n(WIDE), _n(ROW)),
        *(_n(label), _n(top + 16), _fitting(row.label).join(_APART), _n(start), _n(top + 6), _n(max(long, 1))),
        *(_n(end), _n(top + 16), row.count),
    )


def _fitting(label: str) -> str:
    """As much of a label as fits beside its bar, and the code at its end; capitals are broad."""
    code = found[0] if (found := _CODE.search(label)) else ""
    room = _LETTERS - _wide(code)
    if _wide(label) <= _LETTERS:
        return label
    for place, letter in enumerate(label):
        room -= _wide(letter)
        if room < 0:
            return f"{label[: place - 1].rstrip()}…{code}"
    return label


def _wide(text: str) -> float:
    return sum(1.3 if letter.isupper() else 1 for letter in text)


def columns(rows: Sequence[Bar], *, name: str | Promise, rtl: bool = False) -> SafeString:
    """Standing bars in the order of time."""
    wide = (LONG - 2 * EDGE) / max(len(rows), 1)
    largest = max((row.count for row in rows), default=0) or 1
    every = -(-len(rows) // _MARKS)
    drawn = [
        _column(row, EDGE + place * wide, wide, row.count / largest * HIGH, written=step % every == 0)
        for step, row in enumerate(rows)
        for place in [len(rows) - 1 - step if rtl else step]
    ]
    ground = format_html('<path class="foot" d="M0 {}H{}"/>', _n(HIGH), _n(LONG))
    return _drawing([ground, *drawn], name, wide=LONG, high=HIGH + FOOT, above=TOP)


def _column(row: Bar, left: float, wide: float, tall: float, *, written: bool) -> SafeString:
    thick = min(wide * (1 - _GAP), 48.0)
    middle = left + wide / 2
    mark = _mark(middle, HIGH + 14, row.short) if written else SafeString("")
    if not row.count:
        return mark
    if tall == HIGH:  # the tallest says how many it stands for
        mark += _mark(middle, -4, row.count)
    return format_html(
        '<a href="{}" aria-label="{}"><title>{}</title><rect class="ground" x="{}" y="0" width="{}" height="{}"/>'
        '<rect class="ink" x="{}" y="{}" width="{}" height="{}"/>{}</a>',
        *(row.href, f"{row.label}: {row.count}", f"{row.label}: {row.count}", _n(left), _n(wide), _n(HIGH)),
        *(_n(middle - thick / 2), _n(HIGH - tall), _n(thick), _n(tall), mark),
    )


def _mark(middle: float, foot: float, text: object) -> SafeString:
    return format_html('<text class="mark" x="{}" y="{}">{}</text>', _n(middle), _n(foot), text)


def _drawing(
    drawn: Iterable[SafeString], name: str | Promise, *, wide: float, high: float, above: float = 0
) -> SafeString:
    pieces = format_html_join("", "{}", ((piece,) for piece in drawn))
    return format_html(
        '<svg class="chart" viewBox="0 {} {} {}" role="group" aria-label="{}">{}</svg>',
        *(_n(-above), _n(wide), _n(high + above), name, pieces),
    )


def _n(length: float) -> str:
    """A length in the drawing; always with a point, whatever the language of the page."""
    return f"{length:.1f}"

"""Charts drawn on the server. Each stands beside the table that says the same, so it is a picture, not a source."""

from collections.abc import Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from chancery.services.analytics.queries import Figure, Spent

WIDE = 320.0
ROW = 34.0
HIGH = 150.0  # of the columns, in the units of the drawing
MOST_BARS = 12
GAP = 0.25  # of a column, between two


def bars(rows: Sequence[Figure], *, name: str, rtl: bool) -> SafeString:
    """Lying bars with their errors, the first dozen; the words stand above each."""
    shown = rows[:MOST_BARS]
    scale = WIDE / max((_end(row) for row in shown), default=1)
    drawn = format_html_join("", "{}", ((_bar(row, step * ROW, scale, rtl=rtl),) for step, row in enumerate(shown)))
    return _drawing(drawn, name, high=ROW * len(shown))


def _bar(row: Figure, top: float, scale: float, *, rtl: bool) -> SafeString:
    long = (row.value or 0) * scale
    low, high = max((row.value or 0) - row.error, 0) * scale, _end(row) * scale
    start = WIDE if rtl else 0
    return format_html(
        '<text x="{}" y="{}">{}</text><rect x="{}" y="{}" width="{}" height="9"/><path d="M{} {}h{}M{} {}v7M{} {}v7"/>',
        *(start, _n(top + 12), row.label),
        *(_n(WIDE - long if rtl else 0), _n(top + 18), _n(long)),
        *(_n(_x(low, rtl)), _n(top + 22.5), _n(_x(high, rtl) - _x(low, rtl))),
        *(_n(_x(low, rtl)), _n(top + 19)),
        *(_n(_x(high, rtl)), _n(top + 19)),
    )


def columns(rows: Sequence[Figure], *, name: str, rtl: bool) -> SafeString:
    """Standing bars in the order of time, with their errors. A number that is not told leaves its place empty."""
    wide = WIDE / max(len(rows), 1)
    scale = HIGH / max((_end(row) for row in rows), default=1)
    drawn = format_html_join(
        "", "{}", ((_column(row, step * wide, wide, scale, rtl=rtl),) for step, row in enumerate(rows))
    )
    ground = format_html('<path class="ground" d="M0 {}H{}"/>', _n(HIGH), _n(WIDE))
    return _drawing(format_html("{}{}", ground, drawn), name, high=HIGH + 2)


def _column(row: Figure, start: float, wide: float, scale: float, *, rtl: bool) -> SafeString:
    if row.value is None:
        return SafeString("")
    thick = wide * (1 - GAP)
    left = WIDE - start - wide + wide * GAP / 2 if rtl else start + wide * GAP / 2
    low, high = max(row.value - row.error, 0) * scale, _end(row) * scale
    return format_html(
        '<rect x="{}" y="{}" width="{}" height="{}"><title>{}</title></rect><path d="M{} {}V{}"/>',
        *(_n(left), _n(HIGH - row.value * scale), _n(thick), _n(row.value * scale), row.label),
        *(_n(left + thick / 2), _n(HIGH - low), _n(HIGH - high)),
    )


def odometer(rows: Sequence[Spent], *, name: str, rtl: bool) -> SafeString:
    """The sum of what somebody who came every day has been exposed to, release by release."""
    as_figures = [Figure(key=str(row.week), label=str(row.week), value=round(row.sum), error=0) for row in rows]
    return columns(as_figures, name=name, rtl=rtl)


def _drawing(drawn: SafeString, name: str, *, high: float) -> SafeString:
    return format_html(
        '<svg class="drawn" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>', _n(WIDE), _n(high), name, drawn
    )


def _end(row: Figure) -> int:
    return (row.value or 0) + row.error or 1


def _x(distance: float, rtl: bool) -> float:
    return WIDE - distance if rtl else distance


def _n(number: float) -> str:
    """A length in the drawing; always with a point, whatever the language of the page."""
    return f"{number:.1f}"

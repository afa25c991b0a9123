"""What became of a registration in each party, as bars over time, drawn on the server above a table that says the same.

A bar is as high as what it is of: where goods or designs of a party stand differently, each state has its share. Every
state has a tone, a pattern and a sign, so that colour alone says nothing. Bars end today; what follows is not drawn.
"""

import calendar
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from chancery.core.saying import said
from chancery.treaties.registrations import PartyLife, Span, Tone

LABELS, CHART, ROW, BAR, HEAD, FOOT = 190.0, 690.0, 28.0, 18.0, 24.0, 26.0
"""In the units of the drawing: the columns of names and of bars, a row, a bar, the years above, the day below."""

LONGEST_NAME = 24  # characters of a party's name that find room
SIGN_ROOM = 16.0, 12.0  # how wide and how high a bar is that has room for its sign
MOST_YEARS = 200
SIGNS: Mapping[Tone, str] = {"waits": "?", "stands": "✓", "refused": "×", "over": "–"}
STEPS = (1, 2, 5, 10, 20, 50)


@dataclass(frozen=True)
class Window:
    """The years that are shown, both included. ``whole`` are those that there are anything to show of."""

    first: int
    last: int
    whole: tuple[int, int]

    @property
    def is_whole(self) -> bool:
        return (self.first, self.last) == self.whole

    @property
    def begins(self) -> date:
        return date(self.first, 1, 1)

    @property
    def days(self) -> int:
        return (date(self.last, 12, 31) - self.begins).days + 1

    def share(self, day: date) -> float:
        """Where a day lies, from 0 at the beginning of the first year to 1 at the end of the last one."""
        return min(max((day - self.begins).days / self.days, 0.0), 1.0)

    def holds(self, day: date) -> bool:
        return self.first <= day.year <= self.last


@dataclass(frozen=True)
class Part:
    """A share of a bar: so much of the party's things stood in states of one tone between two days."""

    tone: Tone
    below: float
    share: float
    since: date
    until: date


def window(
    lives: Sequence[PartyLife], *, today: date, until: date | None, asked: Mapping[str, str] | None = None
) -> Window:
    """The years to show: those asked for as ``from`` and ``to``, as far as they can be read; otherwise all of them.

    ``until`` is the last day of the term, where there is one.
    """
    began = min((life.since for life in lives), default=today).year
    last = max(today.year, (until or today).year)
    first_asked, last_asked = (_year((asked or {}).get(name, "")) for name in ("from", "to"))
    first = min(max(first_asked or began, began), last)
    end = max(min(last_asked or last, last), first)
    return Window(max(first, end - MOST_YEARS), end, (began, last))


def _year(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) == 4 else 0


def parts(life: PartyLife, *, today: date) -> Iterator[Part]:
    """What stood where until today: for each stretch in which nothing turns, its tones from the first thing on."""
    turns = sorted({span.since for span in life.spans if span.since <= today})
    seen = [(since, [span.tone for span in _held(life.spans, since)]) for since in turns]
    stretches = [next(same) for _, same in groupby(seen, key=lambda one: one[1])]
    ends = [*(since for since, _ in stretches[1:]), today + timedelta(days=1)]
    for (since, tones), until in zip(stretches, ends, strict=False):
        below = 0.0
        for tone, things in groupby(tones):
            share = sum(1 for _ in things) / len(tones)
            yield Part(tone, below, share, since, until)
            below += share


def _held(spans: Sequence[Span], day: date) -> list[Span]:
    """For each thing of a party, in order, the span in which it stood on that day: the last one that took it."""
    where: dict[int, Span] = {}
    for span in spans:
        if span.since <= day:
            where.update(dict.fromkeys(span.things, span))
    held = [where[thing] for thing in sorted(where)]
    return held or [span for span in spans if span.since <= day][-1:]


def drawn(
    lives: Sequence[PartyLife],
    shown: Window,
    *,
    today: date,
    until: date | None,
    words: Mapping[str, str],
    name: str,
    rtl: bool = False,
) -> SafeString:
    """The picture. ``words`` are those for each tone, "today" and "until"; each row leads to ``#life-CODE``."""
    at = _Place(shown, rtl=rtl)
    height = HEAD + ROW * len(lives) + FOOT
    pieces = [
        _patterns(),
        _years(at, height),
        *(_row(life, place, at, today, words) for place, life in enumerate(lives)),
        _upright(at, today, height, "now", words["today"]),
    ]
    if until and until != today:
        pieces.append(_upright(at, until, height, "term", words["until"]))
    return format_html(
        '<svg class="lives" viewBox="0 0 {} {}" role="group" aria-label="{}">{}</svg>',
        *(_n(LABELS + CHART), _n(height), name, format_html_join("", "{}", ((one,) for one in pieces))),
    )


def key(tone: Tone, words: str) -> SafeString:
    """A sample of a tone and what it means, as an item of a list."""
    sample = (
        '<li><svg class="lives" viewBox="0 0 26 18" aria-hidden="true"><g class="{0}"><rect width="26" height="18"/>'
        '<rect width="26" height="18" fill="url(#life-{0})"/><text x="13" y="13">{1}</text></g></svg>{2}</li>'
    )
    return format_html(sample, tone, SIGNS[tone], words)


@dataclass(frozen=True)
class _Place:
    """Where things stand in the drawing; where one reads from right to left, time runs so too."""

    shown: Window
    rtl: bool

    def x(self, day: date) -> float:
        along = LABELS + CHART * self.shown.share(day)
        return LABELS + CHART - along if self.rtl else along

    def stretch(self, since: date, until: date) -> tuple[float, float]:
        """The left side and the width of the time between two days."""
        one, other = sorted((self.x(since), self.x(until)))
        return one, other - one

    @property
    def names(self) -> float:
        return LABELS + CHART if self.rtl else 0.0


def _patterns() -> SafeString:
    """Dots wait, crossed lines refuse, one sloping line in wide steps is over; what is protected is plain."""
    return SafeString(
        "<defs>"
        '<pattern id="life-waits" width="5" height="5" patternUnits="userSpaceOnUse">'
        '<circle cx="1.5" cy="1.5" r="1" class="ink"/></pattern>'
        '<pattern id="life-refused" width="6" height="6" patternUnits="userSpaceOnUse">'
        '<path d="M0 0L6 6M6 0L0 6" class="line"/></pattern>'
        '<pattern id="life-over" width="9" height="9" patternUnits="userSpaceOnUse">'
        '<path d="M0 9L9 0" class="line"/></pattern>'
        '<pattern id="life-stands" width="9" height="9" patternUnits="userSpaceOnUse"/>'
        "</defs>"
    )


def _years(at: _Place, height: float) -> SafeString:
    """A line at the beginning of each year, and its number where there is room."""
    count = at.shown.last - at.shown.first + 1
    step = next((one for one in STEPS if count / one <= 12), STEPS[-1])
    years = range(at.shown.first, at.shown.last + 1)
    shown = [year for year in years if (year - at.shown.first) % step == 0]
    lines = ((_n(at.x(date(year, 1, 1))), _n(HEAD - 4), _n(height - FOOT), _middle(at, year), year) for year in shown)
    line = '<line class="year" x1="{0}" y1="{1}" x2="{0}" y2="{2}"/><text class="year" x="{3}" y="14">{4}</text>'
    return format_html_join("", line, lines)


def _middle(at: _Place, year: int) -> str:
    length = 366 if calendar.isleap(year) else 365
    return _n(at.x(date(year, 1, 1) + timedelta(days=length // 2)))


def _row(life: PartyLife, place: int, at: _Place, today: date, words: Mapping[str, str]) -> SafeString:
    top = HEAD + place * ROW
    name = said(life.name)
    label = f"{name}: {words[life.tone]}"
    bars = format_html_join("", "{}", ((_bar(part, top, at),) for part in parts(life, today=today)))
    return format_html(
        '<a href="#life-{}" aria-label="{}"><title>{}</title><rect class="row" x="0" y="{}" width="{}" height="{}"/>'
        '<text class="name" x="{}" y="{}"><tspan class="code">{}</tspan> {}</text>{}</a>',
        *(life.code, label, label, _n(top), _n(LABELS + CHART), _n(ROW)),
        *(_n(at.names), _n(top + ROW / 2 + 4), life.code, _short(name), bars),
    )


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"


def _bar(part: Part, top: float, at: _Place) -> SafeString:
    left, width = at.stretch(part.since, part.until)
    if not width:
        return SafeString("")
    height = BAR * part.share
    y = top + (ROW - BAR) / 2 + BAR * part.below
    box = format_html('x="{}" y="{}" width="{}" height="{}"', *map(_n, (left, y, max(width, 1.5), height)))
    sign: str | SafeString = ""
    if width >= SIGN_ROOM[0] and height >= SIGN_ROOM[1]:
        middle = _n(left + width / 2), _n(y + height / 2 + 4)
        sign = format_html('<text x="{}" y="{}">{}</text>', *middle, SIGNS[part.tone])
    return format_html('<g class="{0}"><rect {1}/><rect {1} fill="url(#life-{0})"/>{2}</g>', part.tone, box, sign)


def _upright(at: _Place, day: date, height: float, kind: str, words: str) -> SafeString:
    if not at.shown.holds(day):
        return SafeString("")
    x, end = at.x(day), at.x(day) > LABELS / 2 + CHART / 2
    return format_html(
        '<g class="{}"><line x1="{}" y1="{}" x2="{}" y2="{}"/><text x="{}" y="{}" class="{}">{}</text></g>',
        *(kind, _n(x), _n(HEAD - 4), _n(x), _n(height - FOOT + 6), _n(x), _n(height - 6)),
        *("end" if end else "start", words),
    )


def _n(length: float) -> str:
    """A length in the drawing; always with a point, whatever the language of the page."""
    return f"{length:.1f}"

"""A map of countries as tiles, one size each: drawn on the server, beside the table that says the same.

The positions are a picture of our own, made to be read, not to measure: neighbours stand near each other, small islands
have a tile of their own, and nothing follows from a tile about any boundary or about anybody's status.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Literal, Protocol

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

WORLD = """
.. .. .. .. .. .. .. .. .. .. .. IS .. .. NO SE FI .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. ..
.. .. .. .. .. .. .. .. .. .. .. .. .. .. DK .. LV EE .. .. .. .. .. .. .. .. .. .. .. .. .. .. ..
.. .. .. .. .. .. .. .. .. .. IE GB .. NL DE PL LT BY RU .. .. .. .. .. .. .. .. .. .. .. .. .. ..
.. CA .. .. .. .. .. .. .. .. GG JE BE LU CZ SK UA MD .. .. .. .. .. .. .. .. .. .. .. .. .. .. ..
.. US .. .. .. .. .. .. .. .. .. AD FR CH LI AT HU RO .. .. .. .. KZ .. .. .. MN .. .. .. .. .. ..
.. MX .. CU BS .. .. .. .. .. PT ES MC IT SI HR RS BG .. GE AZ .. UZ KG .. .. CN KP .. JP .. .. ..
.. GT BZ JM .. HT DO KN AG .. .. .. VA SM .. BA ME MK TR AM .. .. TM TJ .. .. .. KR .. .. .. .. ..
.. SV HN .. .. .. .. .. DM .. .. .. .. MT .. .. AL GR CY LB SY IQ IR AF PK NP BT .. .. .. .. .. ..
.. .. NI .. CW BQ SX .. LC .. .. .. MA DZ TN LY EG PS IL JO KW BH .. .. IN BD MM LA VN .. PW FM MH
.. .. CR .. .. .. .. VC BB .. CV MR ML BF NE TD SD ER DJ .. SA QA AE .. LK .. TH KH .. PH .. .. ..
.. .. PA .. .. .. .. GD TT .. GM SN GN TG BJ NG CF SS ET .. YE OM .. .. MV .. MY .. BN .. .. NR KI
.. .. .. EC CO VE GY SR .. .. GW SL CI GH .. CM CG UG KE SO .. .. .. .. .. .. SG ID TL PG SB TV ..
.. .. .. .. PE BO BR .. .. .. .. LR .. ST GQ GA CD RW TZ .. SC .. .. .. .. .. .. .. AU .. VU .. ..
.. .. .. .. CL PY UY .. .. .. .. .. .. .. .. AO ZM BI MW KM .. .. .. .. .. .. .. .. .. .. FJ WS ..
.. .. .. .. .. AR .. .. .. .. .. .. .. .. .. NA BW ZW MZ .. MG MU .. .. .. .. .. .. .. NZ .. TO ..
EM BX EP EA OA AP GC .. .. .. .. .. .. .. .. .. ZA LS SZ .. .. .. .. .. .. .. .. .. .. .. .. .. ..
"""
"""Codes of WIPO ST.3 where they are drawn. The last row begins with organizations and common Offices."""

Tone = Literal["on", "part", "chosen", "off"]
"""``on``: it holds there; ``part``: not wholly, or not yet; ``chosen``: the reader's own; ``off``: it does not."""

STEP, SIDE = 26.0, 24.0
"""From tile to tile, and how long a side is, in the units of the drawing."""


class Tile(Protocol):
    """What is drawn for a code: ``label`` says it in words, ``href`` is where the tile leads, or empty.

    A room hands in whatever of its own has these four names.
    """

    @property
    def code(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def tone(self) -> Tone: ...
    @property
    def href(self) -> str: ...


@cache
def places() -> Mapping[str, tuple[int, int]]:
    """Column and row of each code, from 0."""
    rows = [line.split() for line in WORLD.strip().splitlines()]
    return {code: (column, row) for row, line in enumerate(rows) for column, code in enumerate(line) if code != ".."}


def drawn(tiles: Iterable[Tile], *, name: str) -> SafeString:
    """The map. Countries without a tile of theirs stand there pale; a code without a place comes in a row below."""
    given = {tile.code: tile for tile in tiles}
    known = places()
    width = max(column for column, _ in known.values()) + 1
    height = max(row for _, row in known.values()) + 1
    strays = [code for code in given if code not in known]
    at = {**known, **{code: (place % width, height + place // width) for place, code in enumerate(strays)}}
    height += -(-len(strays) // width)
    pieces = format_html_join("", "{}", ((_tile(given.get(code), code, *at[code]),) for code in at))
    return format_html(
        '<svg class="tiles" viewBox="0 0 {} {}" role="group" aria-label="{}">{}</svg>',
        *(_n(width * STEP), _n(height * STEP), name, pieces),
    )


def key(tone: Tone, words: str) -> SafeString:
    """One tile and what its tone means, as an item of a list."""
    sample = '<li><svg class="tiles" viewBox="0 0 26 26" aria-hidden="true"><g class="{}">{}</g></svg>{}</li>'
    square = format_html('<rect x="1" y="1" width="{0}" height="{0}" rx="3"/>', _n(SIDE))
    return format_html(sample, tone, square, words)


def _tile(tile: Tile | None, code: str, column: int, row: int) -> SafeString:
    square = format_html(
        '<rect x="{}" y="{}" width="{}" height="{}" rx="3"/><text x="{}" y="{}">{}</text>',
        *(_n(column * STEP + 1), _n(row * STEP + 1), _n(SIDE), _n(SIDE)),
        *(_n(column * STEP + STEP / 2), _n(row * STEP + STEP / 2 + 3.6), code),
    )
    if tile is None:
        return format_html('<g class="none" aria-hidden="true">{}</g>', square)
    titled = format_html("<title>{}</title>{}", tile.label or code, square)
    if not tile.href:
        return format_html('<g class="{}" role="img" aria-label="{}">{}</g>', tile.tone, tile.label or code, titled)
    return format_html('<a class="{}" href="{}" aria-label="{}">{}</a>', tile.tone, tile.href, tile.label, titled)


def _n(length: float) -> str:
    """A length in the drawing; always with a point, whatever the language of the page."""
    return f"{length:.1f}"

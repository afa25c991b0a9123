"""The map of tiles: every code once, and no party lost for want of a place."""

import re
from dataclasses import dataclass

from chancery.site import tiles


@dataclass(frozen=True)
class Shown:
    code: str
    label: str
    tone: tiles.Tone = "on"
    href: str = ""


def test_every_code_has_one_place() -> None:
    codes = [code for line in tiles.WORLD.strip().splitlines() for code in line.split() if code != ".."]
    assert len(codes) == len(set(codes)) == len(tiles.places())


def test_neighbours_stand_side_by_side() -> None:
    places = tiles.places()
    for one, other in (("PT", "ES"), ("NO", "SE"), ("CA", "US"), ("KP", "KR"), ("BR", "UY")):
        assert max(abs(a - b) for a, b in zip(places[one], places[other], strict=True)) == 1, (one, other)


def test_a_tile_says_its_words_and_leads_on() -> None:
    drawn = tiles.drawn([Shown("CH", "Switzerland: bound since 1997", href="/x/?a=1&b=2")], name="Parties")
    assert '<a class="on" href="/x/?a=1&amp;b=2" aria-label="Switzerland: bound since 1997">' in drawn
    assert 'aria-label="Parties"' in drawn
    assert '<g class="none" aria-hidden="true">' in drawn, "a country that is not shown stands there pale"


def test_a_code_without_a_place_stands_in_a_row_below() -> None:
    without, with_stray = (tiles.drawn(shown, name="x") for shown in ([], [Shown("XX", "New")]))
    high = [float(re.findall(r'viewBox="0 0 [\d.]+ ([\d.]+)"', one)[0]) for one in (without, with_stray)]
    assert high[1] == high[0] + tiles.STEP
    assert "New" in with_stray

"""A registration's life as a picture: every party a row, every state a pattern, and the table says the same."""

import re
from datetime import date
from typing import Any

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.utils.translation import override

from chancery.site import lifelines
from chancery.treaties.registrations import PartyLife, Span, Tone

TODAY = date(2028, 7, 1)
UNTIL = date(2036, 5, 4)
WORDS = {"waits": "Open", "stands": "Protected", "refused": "Refused", "over": "Over", "today": "today", "until": "end"}


def span(since: str, until: str | None, things: tuple[int, ...], still: tuple[int, ...], tone: Tone) -> Span:
    end = date.fromisoformat(until) if until else None
    day = date.fromisoformat(since)
    facts = {"state": tone, "says": tone.title(), "by": "x", "title": f"Made {tone}", "cites": "Madrid Art. 4(1)"}
    return Span(since=day, until=end, things=things, still=still, tone=tone, **facts)


FRANCE = PartyLife(
    code="FR",
    name="France",
    since=date(2026, 5, 4),
    spans=(
        span("2026-05-04", "2027-11-20", (0, 1, 2, 3), (), "waits"),
        span("2027-02-01", None, (3,), (3,), "refused"),
        span("2027-11-20", None, (0, 1, 2), (0, 1, 2), "stands"),
    ),
)
JAPAN = PartyLife(
    code="JP", name="Japan <&>", since=date(2026, 5, 4), spans=(span("2026-05-04", None, (0,), (0,), "waits"),)
)


def picture(*lives: PartyLife, rtl: bool = False, years: tuple[str, str] = ("", "")) -> str:
    asked = {"from": years[0], "to": years[1]}
    shown = lifelines.window(lives, today=TODAY, until=UNTIL, asked=asked)
    return lifelines.drawn(lives, shown, today=TODAY, until=UNTIL, words=WORDS, name="Lives", rtl=rtl)


def rendered(source: str, address: str = "/", **context: Any) -> str:
    request = RequestFactory().get(address)
    return Template("{% load lifelines %}" + source).render(Context({"request": request, **context}))


def test_a_bar_is_shared_by_the_states_in_which_a_partys_things_stand() -> None:
    last = [part for part in lifelines.parts(FRANCE, today=TODAY) if part.since == date(2027, 11, 20)]
    assert [(part.tone, part.share) for part in last] == [("stands", 0.75), ("refused", 0.25)]
    assert sum(part.share for part in last) == 1


def test_nothing_is_drawn_after_today() -> None:
    assert max(part.until for part in lifelines.parts(FRANCE, today=TODAY)) == date(2028, 7, 2)
    early = list(lifelines.parts(FRANCE, today=date(2026, 6, 1)))
    assert [part.tone for part in early] == ["waits"]


def test_turns_from_one_waiting_to_another_are_one_bar() -> None:
    told = span("2026-05-20", None, (0, 1, 2, 3), (0, 1, 2, 3), "waits")
    one = PartyLife(code="FR", name="France", since=FRANCE.since, spans=(FRANCE.spans[0], told))
    assert len(list(lifelines.parts(one, today=TODAY))) == 1


def test_every_row_leads_to_its_party_and_says_how_it_stands() -> None:
    drawn = picture(FRANCE, JAPAN)
    assert '<a href="#life-FR" aria-label="France: Protected">' in drawn
    assert "Japan &lt;&amp;&gt;" in drawn


def test_every_state_has_a_pattern_and_a_sign_besides_its_tone() -> None:
    drawn = picture(FRANCE, JAPAN)
    for tone in ("waits", "stands", "refused"):
        assert f'<g class="{tone}">' in drawn
        assert f'fill="url(#life-{tone})"' in drawn
    assert {">?<", ">✓<"} <= set(re.findall(r">[?✓×–]<", drawn))


def test_the_years_of_the_address_are_shown_as_far_as_there_are_any() -> None:
    whole = lifelines.window([FRANCE], today=TODAY, until=UNTIL)
    assert (whole.first, whole.last, whole.is_whole) == (2026, 2036, True)
    near = lifelines.window([FRANCE], today=TODAY, until=UNTIL, asked={"from": "2027", "to": "2028"})
    assert (near.first, near.last) == (2027, 2028)
    for bad in ({"from": "later"}, {"from": "1", "to": "99999"}, {"from": "2040", "to": "1999"}, {"from": "٢٠٢٧"}):
        odd = lifelines.window([FRANCE], today=TODAY, until=UNTIL, asked=bad)
        assert 2026 <= odd.first <= odd.last <= 2036, bad


def test_what_lies_outside_the_years_shown_has_no_bar() -> None:
    assert "life-waits)" not in picture(FRANCE, years=("2028", "2029"))
    assert "end" not in re.sub(r"<[^>]*>", "", picture(FRANCE, years=("2028", "2029")))


def test_time_runs_the_way_one_reads() -> None:
    def years(drawn: str) -> list[float]:
        return [float(one) for one in re.findall(r'<line class="year" x1="([\d.]+)"', drawn)]

    assert years(picture(FRANCE)) == sorted(years(picture(FRANCE)))
    assert years(picture(FRANCE, rtl=True)) == sorted(years(picture(FRANCE, rtl=True)), reverse=True)


def test_the_table_tells_where_things_stand_now_before_what_is_past() -> None:
    told = rendered("{% life_table lives things=things thing='Goods' %}", lives=[FRANCE], things=("a", "b", "c", "d"))
    assert 'id="life-FR"' in told
    assert told.index("Stands") < told.index("Refused") < told.index("Waits")
    assert told.count("<li>") == 4, "all four of the first span need no list"
    now = rendered("{% life_table lives things=things thing='Goods' past=False %}", lives=[FRANCE], things=("a",) * 4)
    assert "Waits" not in now


def test_the_address_keeps_what_else_stands_in_it() -> None:
    shown = rendered(
        "{% life_lines lives today=today until=until %}", "/?q=lamp&from=2027", lives=[FRANCE], today=TODAY, until=UNTIL
    )
    assert '<input type="hidden" name="q" value="lamp">' in shown
    assert "q=lamp&amp;from=2026&amp;to=2036#lives" in shown


@pytest.mark.parametrize("language", ["en", "ar"])
def test_where_nothing_is_designated_the_page_says_so(language: str) -> None:
    with override(language):
        assert "<svg" not in rendered("{% life_lines lives today=today %}", lives=[], today=TODAY)

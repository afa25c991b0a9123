import re
from datetime import date
from pathlib import Path

import pytest

from chancery.treaties.pct import force

FACTS = Path(__file__).resolve().parents[5] / "shared" / "facts" / "pct.md"


def test_amendments_stand_in_their_order_and_each_names_what_decides():
    days = [one.since for one in force.AMENDMENTS]
    assert days == sorted(days)
    assert {one.trigger for one in force.AMENDMENTS} == {"filing date", "expiry", "report", "demand"}


@pytest.mark.shared
def test_every_dated_change_that_was_found_is_here():
    text = FACTS.read_text("utf-8")
    section = text[text.index("## 0.") : text.index("## 1.")]
    stated = re.findall(r"^- (\d+ \w+ \d{4}):", section, re.MULTILINE)
    months = {"Jan": 1, "Jul": 7}
    found = {date(int(year), months[month], int(day)) for day, month, year in map(str.split, stated)}
    assert len(found) == 6
    assert found - {one.since for one in force.AMENDMENTS} == set()


@pytest.mark.parametrize("amendment", force.AMENDMENTS, ids=lambda one: f"{one.cites} {one.since}")
def test_an_amendment_applies_from_its_first_day(amendment):
    assert amendment.applies(amendment.since)
    assert not amendment.applies(date.fromordinal(amendment.since.toordinal() - 1))
    assert amendment.applies(None)


def test_reports_of_2026_are_made_under_the_new_rules_on_prior_art():
    assert force.PRIOR_ART.trigger == "report"
    assert force.PRIOR_ART.applies(date(2026, 1, 1))
    assert not force.PRIOR_ART.applies(date(2025, 12, 31))

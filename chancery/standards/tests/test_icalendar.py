from datetime import UTC, date, datetime

import pytest

from chancery.standards.icalendar import Dated, as_calendar
from chancery.treaties import pct

AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
RECORD = pct.Record(priority_date=date(2026, 1, 15), received_on=date(2026, 12, 1), filing_date=date(2026, 12, 1))


@pytest.fixture
def limit():
    return next(one for one in pct.time_limits(RECORD) if one.key == "national_phase")


def test_a_day_is_a_whole_day(limit):
    text = as_calendar([Dated(limit, "https://office.example/x")], at=AT)
    assert f"DTSTART;VALUE=DATE:{limit.due:%Y%m%d}" in text
    assert text.endswith("END:VCALENDAR\r\n")


def test_no_line_is_longer_than_75_octets(limit):
    text = as_calendar([Dated(limit._replace(act="ž" * 300), "https://office.example/x")], at=AT)
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75


def test_the_limit_of_an_application_keeps_its_name_when_its_day_moves(limit):
    moved = limit._replace(due=date(2030, 1, 1))
    names = {
        next(line for line in as_calendar([Dated(one, "x", "PCT/IB2026/000001")], at=AT).split("\r\n") if "UID" in line)
        for one in (limit, moved)
    }
    assert len(names) == 1


def test_what_is_not_determinable_is_not_in_a_calendar(limit):
    text = as_calendar([Dated(limit._replace(due=pct.NotDeterminable("x")), "x")], at=AT)
    assert "VEVENT" not in text

"""The calculators answer from their address alone, say what is missing, and never fail on bad facts."""

import csv
import io

import pytest

pytestmark = pytest.mark.django_db
LIMITS = "/law/pct/time-limits/"
FACTS = {"receiving_office": "IB", "priority_1": "2025-11-21", "priority_office_1": "US", "received_on": "2026-11-23"}


def test_time_limits_follow_from_the_address(client):
    page = client.get(LIMITS, FACTS).content.decode()
    assert "2026-11-21" in page  # twelve months, a Saturday
    assert "2026-11-23" in page  # moved to the Monday
    assert "/law/pct/rule-2.4(a)/" in page
    assert "Why?" in page


def test_what_is_missing_is_named_and_not_guessed(client):
    page = client.get(LIMITS, {"receiving_office": "IB"}).content.decode()
    assert "not determinable: the date of receipt" in page


def test_a_wrong_date_is_told_and_kept(client):
    response = client.get(LIMITS, {**FACTS, "received_on": "23.11.2026"})
    assert response.status_code == 400
    page = response.content.decode()
    assert "A date is written YYYY-MM-DD" in page
    assert "23.11.2026" in page


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2026-02-30", "%00", "x" * 5000])
def test_days_out_of_reach_are_refused_without_a_failure(client, day):
    assert client.get(LIMITS, {**FACTS, "received_on": day}).status_code == 400
    assert client.get("/law/closed-days/", {"office": "IB", "day": day}).status_code == 400
    assert client.get("/law/pct/fees/", {"receiving_office": "IB", "received_on": day}).status_code == 400


def test_the_calendar_file_has_a_day_for_each_known_limit(client):
    response = client.get(f"{LIMITS}calendar.ics", FACTS)
    assert response["Content-Type"].startswith("text/calendar")
    text = response.content.decode()
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert "DTSTART;VALUE=DATE:20261123" in text
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert text.count("BEGIN:VEVENT") == text.count("END:VEVENT") > 5
    assert client.get(f"{LIMITS}calendar.ics", {"received_on": "never"}).status_code == 404


def test_the_table_can_be_carried_away_as_csv(client):
    response = client.get(f"{LIMITS}table.csv", FACTS)
    rows = list(csv.DictReader(io.StringIO(response.content.decode())))
    [period] = [row for row in rows if row["key"] == "priority_period"]
    assert (period["nominal"], period["due"], period["citation"]) == ("2026-11-21", "2026-11-23", "PCT Rule 2.4(a)")


def test_fees_are_shown_with_their_reasoning(client):
    facts = {"receiving_office": "IB", "searching_authority": "EP", "sheets": "31", "format": "pdf"}
    facts |= {"kind_1": "legal", "nationality_1": "CH", "residence_1": "CH", "received_on": "2026-11-23"}
    page = client.get("/law/pct/fees/", facts).content.decode()
    assert "CHF 1,245" in page  # 1,330 and one sheet over 30 at 15, less 100
    assert "/law/pct/rule-15.1/" in page
    assert "Total" in page


def test_an_amount_that_no_table_gives_is_said_to_be_missing(client):
    page = client.get("/law/pct/fees/", {"receiving_office": "AU", "received_on": "2026-11-23"}).content.decode()
    assert "not determinable" in page
    assert "Total of what is known" in page or "<tfoot></tfoot>" in page


def test_a_closed_day_says_why_how_sure_and_what_then(client):
    page = client.get("/law/closed-days/", {"office": "IB", "day": "2026-12-25"}).content.decode()
    assert "Closed" in page
    assert "28 December 2026" in page
    assert "Unverified" in page


def test_an_open_day_of_a_listed_year_is_sure(client):
    page = client.get("/law/closed-days/", {"office": "IB", "day": "2019-06-11"}).content.decode()
    assert ">A working day</span>" in page
    assert "2019-09-05" in page


def test_every_office_that_can_be_chosen_answers(client):
    from chancery.services.laws import queries

    for code in list(queries.offices())[::7]:
        assert client.get("/law/closed-days/", {"office": code, "day": "2026-12-25"}).status_code == 200, code
    assert client.get("/law/closed-days/", {"office": "ZZ", "day": "2026-12-25"}).status_code == 400

import csv
import io

import pytest

from chancery.records.accounts import actions as accounts
from chancery.services.analytics import noise, queries
from chancery.services.analytics.models import Cell, Release
from chancery.services.analytics.tests.conftest import AT, PERSON
from chancery.services.analytics.weeks import Week

PAGE = "/analytics/"
VISITS = {"search/": 900, "law/<slug:treaty>/": 400, "filing/": 30, "privacy/": -12}


def publish(week, *, lives=1):
    release = Release.objects.create(week=str(week), released_at=AT, lives=lives, days=7, epsilon=1.0)
    told = {
        "days": {day.isoformat(): 150 + place for place, day in enumerate(week.days)},
        "pages": VISITS,
        "services": {"search": 900, "law": 400, "": 10},
        "languages": {"en": 700, "ar": 200},
        "referrers": {"search": 400, "none": 300},
        "stays": {"search 10-60": 300},
    }
    cells = [(table, key, value) for table, keys in told.items() for key, value in keys.items()]
    Cell.objects.bulk_create([Cell(release=release, table=table, key=key, value=value) for table, key, value in cells])
    return release


@pytest.fixture
def published(db):
    return [publish(Week(2026, number)) for number in range(40, 47)]


def test_before_the_first_week_the_page_says_what_will_stand_there_and_when(client, db):
    page = client.get(PAGE, headers={"User-Agent": PERSON})
    assert page.status_code == 200
    assert "No week has been published yet" in page.text
    assert "ε = 1" in page.text
    assert "73 of 100" in page.text


def test_a_week_is_shown_with_its_errors_and_small_cells_are_not_told(client, published):
    page = client.get(PAGE).text
    assert "2026-W46" in page
    assert "900" in page
    assert "± 82" in page.replace('<bdi class="num">', "").replace("</bdi>", "")
    [pages] = [table for table in queries.figures(published[-1:]) if table.name == "pages"]
    assert [row.key for row in pages.rows] == ["search/", "law/<slug:treaty>/"]
    assert {row.key for row in pages.hidden} == {"filing/", "privacy/"}
    assert ">30<" not in page
    assert ">−12<" not in page


def test_over_several_weeks_numbers_add_up_and_errors_grow_with_the_root(published):
    one, four = (
        {row.key: row for table in queries.figures(published[-count:]) if table.name == "pages" for row in table.rows}
        for count in (1, 4)
    )
    assert four["search/"].value == 4 * one["search/"].value
    assert four["search/"].error == pytest.approx(2 * one["search/"].error, rel=0.08)


def test_over_several_weeks_days_are_told_by_the_week(published):
    [days] = [table for table in queries.figures(published) if table.name == "days"]
    assert [row.key for row in days.rows] == [release.week for release in published]


def test_tables_sort_each_by_itself(client, published):
    page = client.get(PAGE, {"sort": "languages.label"})
    assert 'aria-sort="ascending"' in page.text
    first = queries.figures(published[-1:], sort="languages.label")
    [languages] = [table for table in first if table.name == "languages"]
    assert [row.label for row in languages.rows] == ["English", "العربية"]
    [pages] = [table for table in first if table.name == "pages"]
    assert pages.rows[0].key == "search/"


def test_the_odometer_adds_up_what_daily_visitors_were_exposed_to(published):
    assert [one.sum for one in queries.spent()] == [7.0 * count for count in range(1, 8)]


def test_open_data_have_the_same_numbers_and_the_same_gaps(client, published):
    answer = client.get("/analytics/figures.csv", {"week": "2026-W46"})
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    pages = {row["key"]: row["value"] for row in rows if row["table"] == "pages"}
    assert pages == {"search/": "900", "law/<slug:treaty>/": "400", "filing/": "", "privacy/": ""}
    assert {row["error_95"] for row in rows if row["table"] == "pages"} == {"82"}
    told = client.get("/api/v1/analytics/weeks/2026-W46").json()
    [table] = [one for one in told["tables"] if one["name"] == "pages"]
    assert {cell["key"]: cell["value"] for cell in table["cells"]} == {
        "search/": 900,
        "law/<slug:treaty>/": 400,
        "filing/": None,
        "privacy/": None,
    }
    assert [one["week"] for one in client.get("/api/v1/analytics/weeks").json()["items"]][-1] == "2026-W46"
    assert client.get("/api/v1/analytics/weeks/2020-W01").status_code == 404


def test_a_week_that_is_none_falls_back_to_the_last(client, published):
    for asked in (
        {"week": "2026-W99"},
        {"week": "nonsense"},
        {"weeks": "-1"},
        {"weeks": "2"},
        {"sort": "pages.nothing"},
    ):
        assert client.get(PAGE, asked).status_code == 200


def test_the_operator_sees_the_same_numbers_and_what_is_missing(client, published, monkeypatch):
    operator = accounts.open_account("olga@example.org", name="Olga", password="correct horse battery")
    accounts.grant(operator, role="operator", by=None, at=AT)
    client.force_login(accounts.User.objects.get(pk=operator))
    stranger = client.get(PAGE).text
    assert "For the operator" in stranger
    monkeypatch.setattr(noise, "available", lambda: False)
    page = client.get(PAGE).text
    assert "requirements/analytics.txt" in page


def test_in_arabic_charts_run_from_the_right(client, published):
    left = client.get(PAGE).text
    right = client.get(PAGE, headers={"Accept-Language": "ar"}).text
    assert 'dir="rtl"' in right
    assert 'text x="0"' in left
    assert 'text x="320.0"' in right

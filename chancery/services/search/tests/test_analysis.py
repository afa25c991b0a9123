"""What a query finds, counted: the charts, their tables, and the same as CSV and over the API."""

import csv
import html
import io
import re
from datetime import UTC, datetime

import pytest

from chancery.core import follow
from chancery.records.register import actions as register
from chancery.services.search.analysis import analysis, charts
from chancery.services.search.followers import Index
from chancery.services.search.queries import Question
from chancery.services.search.tests.conftest import record

AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def kettles(db):
    register.import_records(
        [
            record(
                "patents",
                f"KT{number}",
                "Kettle",
                office="FR" if number % 2 else "DE",
                names=[f"Maker {number % 3}"],
                classes={"ipc": ["A47J 27/21", "H05B 1/02"][: 1 + number % 2]},
                dates={"published": f"{2001 + number % 4}-0{1 + number % 6}-10"},
            )
            for number in range(24)
        ]
        + [record("patents", "KT99", "Kettle", names=["Maker 0"])],
        at=AT,
    )
    follow.catch_up([Index()], at=AT)


def asked(**more):
    return Question(text="kettle", collection="patents", **more)


def test_each_figure_is_that_of_the_list_it_leads_to(client):
    page = client.get("/search/analysis/", {"q": "kettle"}).content.decode()
    links = re.findall(
        r'<tr><th scope="row"><a href="([^"]+)"><bdi>[^<]*</bdi></a>[^\n]*?</th><td class="amt">.*?(\d+)<', page
    )
    assert len(links) > 10
    for href, count in links:
        narrowed = client.get(f"/search/{html.unescape(href)}").content.decode()
        assert re.search(rf">{count}</bdi> results?", narrowed), href


def test_a_class_is_counted_at_its_narrowest_level():
    _, found = analysis.counted(asked(), ("class",))
    assert found["class"] == (("ipc:A47J", 24), ("ipc:H05B", 12))


def test_of_a_facet_with_a_filter_only_the_chosen_values_are_counted():
    total, found = analysis.counted(asked(filters={"office": ["FR"]}), ("office", "year"))
    assert (total, found["office"]) == (12, (("FR", 12),))
    assert sum(count for _, count in found["year"]) == 12


def test_the_months_of_a_year_are_all_of_its_records():
    found = analysis.months(asked(), 2002)
    assert sum(one.count for one in found) == 6
    assert found[1].query == "kettle AND date:[2002-02-01 TO 2002-02-28]"


def test_a_crossing_adds_up():
    crossing = analysis.crossing(asked(), "name")
    assert crossing.years == ("2001", "2002", "2003", "2004")
    assert sum(row.total for row in crossing.rows) == 25
    for row in crossing.rows:
        assert row.total == sum(row.counts) + row.elsewhere
    assert {row.value: row.elsewhere for row in crossing.rows} == {"Maker 0": 1, "Maker 1": 0, "Maker 2": 0}


def test_a_cell_leads_to_its_records(client):
    page = client.get("/search/analysis/", {"q": "kettle", "collection": "patents"}).content.decode()
    href, count = re.search(
        r'<td class="amt shade-\d"><a href="([^"]*name=Maker[^"]*)"><bdi class="num">(\d+)', page
    ).groups()
    assert html.unescape(href).startswith("/search/patents/?")
    assert re.search(rf">{count}</bdi> results?", client.get(html.unescape(href)).content.decode())


def test_a_chosen_year_is_shown_month_by_month(client):
    page = client.get("/search/analysis/", {"q": "kettle", "year": "2002"}).content.decode()
    assert "Month by month, 2002" in page
    assert "June 2002" in page


def test_the_chart_has_a_link_and_a_name_for_every_bar(client):
    page = client.get("/search/analysis/", {"q": "kettle"}).content.decode()
    chart = re.search(r'<svg class="chart".*?</svg>', page, re.DOTALL)[0]
    assert chart.count("<a href=") == chart.count("aria-label=") - 1 == 4
    assert 'aria-label="2002: 6"' in chart


def test_a_label_keeps_its_own_direction_beside_its_bar():
    chart = charts.bars([charts.Bar("QUADLUX, INC.", 12, "#")], name="Names", rtl=True)
    assert ">\u2068QUADLUX, INC.\u2069</text>" in chart


def test_the_map_shows_offices_where_no_country_is_known(client):
    page = client.get("/search/analysis/", {"q": "kettle"}).content.decode()
    assert 'aria-label="France (FR): 12"' in page


@pytest.mark.parametrize(
    "data", [{"q": "("}, {"q": "nowhere"}, {"year": "x"}, {"year": "0000"}, {"collection": "moon"}]
)
def test_an_address_with_nonsense_still_answers(client, data):
    assert client.get("/search/analysis/", data).status_code in (200, 400)
    assert client.get("/search/analysis.csv", {**data, "chart": "month"}).status_code in (200, 400)


@pytest.mark.parametrize(
    ("chart", "head"),
    [
        ("office", ["office", "records"]),
        ("month", ["month", "records"]),
        ("name-year", ["name", "records", "2002", "elsewhere"]),
        ("luck", ["year", "records"]),
    ],
)
def test_every_chart_is_a_file_too(client, chart, head):
    answer = client.get("/search/analysis.csv", {"q": "kettle", "year": "2002", "chart": chart})
    rows = list(csv.reader(io.StringIO(answer.content.decode())))
    assert rows[0] == head
    assert len(rows) > 1


def test_the_api_counts_the_same(client):
    told = client.get(
        "/api/v1/record-analysis", {"q": "kettle", "facet": ["office"], "monthsOf": 2002, "byYear": ["class"]}
    ).json()
    assert told["total"] == 25
    assert told["facets"] == {"office": [{"value": "DE", "count": 12}, {"value": "FR", "count": 12}]}
    assert sum(one["count"] for one in told["months"]) == 6
    assert told["byYear"]["class"][0]["total"] == 24
    assert client.get("/api/v1/record-analysis", {"q": "("}).status_code == 400

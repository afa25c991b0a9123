"""Exports: every row, in the columns chosen, resumed after any of them, and never more in memory than a page."""

import csv
import io
import itertools
import json
import re
import resource
import tracemalloc

import pytest

from chancery.finder import Document, Hit, Results
from chancery.finder.cost import Cost
from chancery.services.search import queries
from chancery.services.search.exports import exporting
from chancery.services.search.exports.exporting import COLUMNS, FORMATS, PAGE, USUAL
from chancery.services.search.fairness import quota

MANY = 100_000


def body(response):
    assert response.status_code == 200, response.content
    return b"".join(response.streaming_content)


def rows_of(response):
    return list(csv.DictReader(io.StringIO(body(response).decode())))


@pytest.mark.usefixtures("records")
def test_the_columns_are_those_chosen_in_their_order(client):
    rows = rows_of(client.get("/search/export", {"q": "pizza", "column": ["title", "number", "nonsense"]}))
    assert list(rows[0]) == ["title", "number", "address", "cursor"]
    assert {row["number"] for row in rows} == {"WO 2002/014184", "US5454295"}
    line = client.get("/api/v1/record-exports", {"q": "separator", "column": ["names", "key"]})
    assert json.loads(body(line))["key"] == "WO2002014184"
    assert client.get("/api/v1/record-exports", {"column": "nonsense"}).status_code == 422


@pytest.mark.usefixtures("records")
def test_an_export_goes_on_after_any_row_by_its_cursor(client):
    whole = rows_of(client.get("/search/export", {"q": ""}))
    for place, row in enumerate(whole[:-1]):
        rest = rows_of(client.get("/search/export", {"q": "", "cursor": row["cursor"]}))
        assert rest == whole[place + 1 :]
    parts = [json.loads(line) for line in body(client.get("/api/v1/record-exports", {"rows": 2})).splitlines()]
    assert [one["number"] for one in parts] == [row["number"] for row in whole[:2]]
    assert client.get("/search/export", {"cursor": "nonsense"}).status_code == 400


@pytest.mark.usefixtures("records")
def test_parquet_holds_the_same_rows(client):
    parquet = pytest.importorskip("pyarrow.parquet")
    response = client.get("/api/v1/record-exports", {"q": "pizza", "format": "parquet"})
    assert response["Content-Type"] == "application/vnd.apache.parquet"
    table = parquet.read_table(io.BytesIO(body(response)))
    assert table.column_names == [*USUAL, "address", "cursor"]
    found = {row["number"]: row for row in table.to_pylist()}
    assert found["US5454295"]["names"] == ["Pizza Hut, Inc."]
    assert found["US5454295"]["date"].isoformat() == "1995-10-03"
    assert found["WO 2002/014184"]["date"] is None


@pytest.mark.usefixtures("records")
def test_the_page_offers_formats_columns_and_says_what_is_left(client):
    page = client.get("/search/patents/export/choice", {"q": "pizza", "office": "US"}).content.decode()
    assert all(f'value="{name}"' in page for name in (*FORMATS, *COLUMNS))
    assert '<input type="hidden" name="office" value="US">' in page
    assert "1 record" in " ".join(re.sub("<[^>]+>", "", page).split())
    assert client.get("/search/nowhere/export/choice").status_code == 404
    assert client.get("/search/export/choice", {"q": "("}).status_code == 400


class Endless:
    """An engine of very many records; it notes how many pages were read."""

    def __init__(self):
        self.pages = 0

    def cost(self, _query, **_how):
        return Cost(1, 0, 1_000)

    def search(self, _query, *, limit, cursor, **_how):
        first = int(cursor or 0)
        self.pages += 1
        hits = tuple(Hit(_record(n), 1.0, cursor=str(n + 1)) for n in range(first, min(first + limit, MANY)))
        return Results(MANY, hits, cursor=hits[-1].cursor if first + limit < MANY else None)


def _record(number):
    return Document(collection="patents", key=f"K{number}", number=f"K{number}", titles={"en": "Pizza oven " * 20})


@pytest.fixture
def endless(monkeypatch, db):
    engine = Endless()
    monkeypatch.setattr(queries, "engine", lambda: engine)
    monkeypatch.setattr(exporting, "ROWS", 50 * MANY)
    return engine


@pytest.mark.parametrize("name", FORMATS)
def test_a_hundred_thousand_rows_take_no_more_memory_than_a_few_pages(client, endless, name):
    response = client.get("/search/export", {"format": name}, REMOTE_ADDR=f"192.0.2.{len(name)}")
    pieces = iter(response.streaming_content)
    first = list(itertools.islice(pieces, 2))
    assert endless.pages <= 2 + exporting.as_parquet.__kwdefaults__["group"] // PAGE
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # kilobytes
    tracemalloc.start()
    size = sum(map(len, first)) + sum(len(piece) for piece in pieces)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert size > 200_000  # Parquet, and compressed
    assert endless.pages == MANY // PAGE
    assert peak < 64 * 1024 * 1024
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 96 * 1024


def broken_off(response):
    """Who reads has gone away. Not ``close``, which ends the request, and with it the connection of the test."""
    for closes in response._resource_closers:
        closes()


def test_rows_are_charged_as_they_are_sent_and_a_broken_export_costs_no_more(client, endless):
    address = "192.0.2.99"
    response = client.get("/search/export", {"format": "ndjson"}, REMOTE_ADDR=address)
    assert int(response["X-Export-Rows-Remaining"]) == 49 * MANY
    assert len(list(itertools.islice(response.streaming_content, PAGE + 1))) == PAGE + 1
    broken_off(response)
    again = client.get("/search/export", {"format": "ndjson", "rows": 1}, REMOTE_ADDR=address)
    assert int(again["X-Export-Rows-Remaining"]) == 50 * MANY - 2 * PAGE - 1
    assert body(again).count(b"\n") == 1


def test_one_export_of_a_caller_at_a_time(client, endless):
    address = "192.0.2.98"
    first = client.get("/search/export", REMOTE_ADDR=address)
    second = client.get("/search/export", REMOTE_ADDR=address)
    assert (second.status_code, second["Retry-After"]) == (429, "5")
    assert client.get("/search/export", REMOTE_ADDR="192.0.2.97").status_code == 200
    broken_off(first)
    assert client.get("/search/export", REMOTE_ADDR=address).status_code == 200
    assert quota.EXPORTED.name in second["RateLimit"]

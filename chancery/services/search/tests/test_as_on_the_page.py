"""What the pages of the search answer, the API answers too: the same query language, the same facts."""

import csv
import json

import pytest

from chancery.core import follow
from chancery.finder.cost import Cost
from chancery.records.accounts import actions as accounts
from chancery.records.documents import actions as documents
from chancery.records.documents.tests import samples
from chancery.records.register import actions as register
from chancery.services.search.fairness import fairness, quota
from chancery.services.search.followers import Index
from chancery.services.search.tests.conftest import AT
from chancery.treaties import pct

pytestmark = pytest.mark.usefixtures("records")
SETS = {"q": "S1 AND ovens", "set": ["S1:priority_number:US.08123456"]}


def rows(client, path, **asked):
    told = client.get(path, asked)
    assert told.status_code == 200, told.content
    return told, [json.loads(line) for line in b"".join(told.streaming_content).splitlines()]


def ask(client, path, **asked):
    told = client.get(f"/api/v1/{path}", asked)
    assert told.status_code == 200, told.content
    return told.json()


def test_a_query_of_sets_is_analysed(client):
    assert ask(client, "record-analysis", **SETS)["total"] == ask(client, "records", **SETS)["total"] == 2


def test_a_query_of_sets_is_remedied_by_what_its_sets_find(client):
    asked = {"q": "S1 AND zeppelin", "set": SETS["set"]}
    ways = {one["text"]: one["hits"] for one in ask(client, "query-remedies", **asked)["items"]}
    assert ways["zeppelin"] == 2
    assert "Without “zeppelin”" in client.get("/search/", asked).content.decode()


def test_a_query_of_sets_is_said_in_other_languages(client):
    told = ask(client, "query-expansions", q="S1 NOT pizza", set="S1:cheese", into="de")
    assert told["query"] == "(cheese OR käse) NOT pizza"


def test_an_export_by_family_has_one_row_of_each_as_the_list_has(client):
    listed = ask(client, "records", q="ovens", byFamily=True, sort="newest")
    told, taken = rows(client, "/api/v1/record-exports", q="ovens", byFamily=True)
    assert [one["key"] for one in taken] == [one["key"] for one in listed["items"]]
    assert (told["X-Total-Count"], listed["total"]) == ("1", 2)
    _told, page = rows(client, "/search/export", q="ovens", group="family", sort="newest", format="ndjson")
    assert page == taken
    assert (
        "record. There is no ceiling"
        in client.get("/search/export/choice", {"q": "ovens", "group": "family"}).content.decode()
    )
    _told, rest = rows(client, "/api/v1/record-exports", q="", byFamily=True, sort="number", rows=2)
    _told, all_ = rows(client, "/api/v1/record-exports", q="", byFamily=True, sort="number")
    _told, after = rows(client, "/api/v1/record-exports", q="", byFamily=True, sort="number", cursor=rest[-1]["cursor"])
    assert [*rest, *after] == all_


def test_an_export_refuses_what_it_would_not_heed(client):
    for name in ("page", "pageSize"):
        assert client.get("/api/v1/record-exports", {name: 2}).status_code == 400


def test_the_schema_says_in_which_formats_an_export_comes_and_what_its_headers_say(client):
    answer = client.get("/api/v1/openapi.json").json()["paths"]["/api/v1/record-exports"]["get"]["responses"]["200"]
    assert set(answer["content"]) >= {"text/csv; charset=utf-8", "application/vnd.apache.parquet"}
    assert "X-Export-Rows-Remaining" in answer["headers"]


def test_what_was_found_is_marked_where_it_is_asked_for(client):
    [one] = ask(client, "records", q="separator", highlight=True)["items"]
    assert one["highlights"] == {
        "title.en": [{"text": "Pizza ", "found": False}, {"text": "separator", "found": True}],
    }
    [plain] = ask(client, "records", q="separator")["items"]
    assert plain["highlights"] == {}


def test_of_a_family_it_is_told_how_many_are_found(client):
    assert [one["members"] for one in ask(client, "records", q="ovens", byFamily=True)["items"]] == [2]
    assert [one["members"] for one in ask(client, "records", q="ovens")["items"]] == [1, 1]


def test_the_tables_of_the_analysis_are_told_as_whole_as_the_page_has_them(client):
    def names(**asked):
        return [one["value"] for one in ask(client, "record-analysis", byYear="name", **asked)["byYear"]["name"]]

    page = client.get("/search/analysis.csv", {"chart": "name-year"}).content.decode().splitlines()
    assert names(rows=100, years=1_000) == [row["name"] for row in csv.DictReader(page)]
    assert len(names(rows=1)) == 1


def test_an_analysis_of_many_searches_counts_as_many(client, monkeypatch):
    asked = []
    monkeypatch.setattr(fairness, "cost_of", lambda question, number: asked.append(number) or Cost(0, 0, 0))
    ask(client, "record-analysis", monthsOf=1995, byYear=["name", "class"], rows=20)
    ask(client, "records", q="pizza")
    assert asked == [1 + 12 + 2 * 21, 1]


def test_what_a_query_says_in_other_languages_is_chosen_as_on_the_page(client):
    asked = {"q": "cheese", "into": ["de", "fr"]}
    [text] = ask(client, "query-expansions", **asked)["items"]
    french = next(one["say"] for one in text["candidates"] if one["text"] == "fromage")
    told = ask(client, "query-expansions", **asked, say=[french])
    assert told["query"] == "cheese OR fromage"
    assert [one["text"] for one in told["items"][0]["candidates"] if one["chosen"]] == ["fromage"]


def test_a_program_reads_how_a_query_is_written(client):
    told = ask(client, "query-vocabulary")
    assert {"cql", "lucene", "rsql"} < {one["name"] for one in told["dialects"]}
    for one in told["dialects"]:
        read = ask(client, "query-explanation", q=one["sample"], dialect=one["name"])
        assert read["dialect"] == one["name"]
    for one in told["fields"]:
        for name in (one["name"], *one["aliases"]):
            sample = next(iter(one["values"]), {"date": "2020", "class": "9"}.get(one["kind"], "x1"))
            assert (
                ask(client, "query-explanation", q=f"{name}:{sample}", dialect="patentscope")["field"] == one["label"]
            )
    assert {"code": "de", "name": "Deutsch"} in told["expansions"]


def test_the_files_of_a_published_application_are_told_and_open(client):
    kept = documents.keep_pdf(samples.pdf(), name="claims.pdf", by=None, at=AT)
    claims = {"kind": "claims", "sha256": kept.sha256, "name": "claims.pdf", "sheets": 3, "size": kept.size}
    alice = accounts.open_account("alice@example.org", name="Alice", password="a long password")
    application = pct.Application(title="Latch", parties=(pct.Party(name="Okafor, Amina", nationality="NG"),))
    number = register.file_application(application, documents=[claims], by=alice, at=AT).number
    register.publish(number, kind_code="A2", on=AT.date(), issue="2026/47", after=1, at=AT)
    follow.catch_up([Index()], at=AT)
    [record] = ask(client, "records", q="latch")["items"]
    [told] = ask(client, f"records/patents/{record['key']}/surroundings")["files"]
    assert (told["kind"], told["sha256"], told["sheets"]) == ("claims", kept.sha256, 3)
    assert b"".join(client.get(told["url"]).streaming_content).startswith(b"%PDF-")
    assert ask(client, "records/patents/EP0644999/surroundings")["files"] == []


def test_what_one_may_still_take_is_told_and_to_look_takes_nothing(client):
    def left():
        return {one["name"]: (one["left"], one["limit"]) for one in ask(client, "allowances")["items"]}

    before = left()
    assert before == left()
    assert set(before) == {"export-rows", "search-cost"}
    rows(client, "/api/v1/record-exports", q="pizza")
    assert left()["export-rows"] == (before["export-rows"][0] - 2, quota.ROWS)

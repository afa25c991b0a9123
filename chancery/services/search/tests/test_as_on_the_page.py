"""What the pages of the search answer, the API answers too: the same query language, the same facts."""

import pytest

pytestmark = pytest.mark.usefixtures("records")
SETS = {"q": "S1 AND ovens", "set": ["S1:priority_number:US.08123456"]}


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

"""Expert search, search by field, parts of a query, families, exports, and the same over the API."""

import csv
import html
import io
import json
import re
from urllib.parse import parse_qs, urlsplit

import pytest

from chancery.services.search.exports import exporting
from chancery.services.search.fairness import quota

pytestmark = pytest.mark.usefixtures("records")


def words_of(response):
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", response.content.decode())).split())


def body(response):
    return b"".join(response.streaming_content).decode()


def test_a_query_of_another_service_is_recognised_and_said_to_be(client):
    page = words_of(client.get("/search/", {"q": "ti=pizza not ti=separator"}))
    assert "1 result" in page
    assert "Read as Espacenet (CQL)" in page


def test_a_chosen_language_is_not_guessed(client):
    page = words_of(client.get("/search/", {"q": "ti=pizza", "dialect": "words"}))
    assert "0 results" in page


def test_stemming_can_be_switched_off(client):
    assert "2 results" in words_of(client.get("/search/", {"q": "title:oven"}))
    assert "1 result" in words_of(client.get("/search/", {"q": "title:oven", "stemming": "off"}))


def test_the_expert_page_shows_tree_words_hits_and_the_query_in_other_languages(client):
    page = words_of(client.get("/search/expert/", {"q": "title:ove* NOT pizza"}))
    assert "oven 1" in page
    assert "ovens 1" in page
    assert "ti=ove* not txt=pizza" in page
    assert "has no wildcards: written without them" in page


def test_the_expert_page_offers_the_languages_before_anything_is_typed(client):
    page = words_of(client.get("/search/expert/"))
    assert "niceClasses=in=(9,35)" in page


def test_the_explanation_follows_the_typing(client):
    part = client.get("/search/expert/explanation", {"q": "titel:x"})
    assert part.status_code == 200
    assert "Did you mean title" in words_of(part)
    assert "<html" not in part.content.decode()


def test_an_error_marks_the_character(client):
    response = client.get("/search/expert/", {"q": "pizza )x"})
    assert response.status_code == 400
    assert '<mark class="here">)</mark>' in response.content.decode()


def test_filled_boxes_become_one_query(client):
    boxes = {
        "title": "oven OR separator",
        "without": "separator",
        "from": "1990",
        "until": "2000-12",
        "date": "published",
    }
    response = client.get("/search/fields/", {**boxes, "collection": "patents"})
    found = urlsplit(response["Location"])
    assert found.path == "/search/patents/"
    assert parse_qs(found.query)["q"] == [
        "title:(oven OR separator) AND NOT separator AND published:[1990-01-01 TO 2000-12-31]"
    ]
    assert "1 result" in words_of(client.get(response["Location"]))


def test_a_box_that_is_not_understood_says_so_and_keeps_what_was_typed(client):
    response = client.get("/search/fields/", {"title": "oven (", "from": "soon", "number": "EP 1"})
    assert response.status_code == 400
    page = response.content.decode()
    assert 'value="oven ("' in page
    assert 'value="EP 1"' in page
    assert "“soon” is not a date" in words_of(response)


def test_results_come_as_a_table_too(client):
    page = client.get("/search/", {"q": "pizza", "view": "table"}).content.decode()
    assert '<th scope="col">Name</th>' in page
    assert "US5454295" in page


def test_of_a_family_one_record_is_shown_and_the_others_are_a_step_away(client):
    page = words_of(client.get("/search/", {"q": "ovens", "group": "family"}))
    assert "2 results in 1 family" in page
    assert "2 of this family" in page
    record = words_of(client.get("/search/patents/US5454295/"))
    assert "Records with exactly the same priorities" in record
    assert "EP 0644999" in record


@pytest.mark.parametrize("written", ["US 08/123,456", "US08123456", "NP:US08/123456", "priority_number:US.08123456.A"])
def test_a_priority_number_finds_the_family_however_it_is_written(client, written):
    assert "2 results" in words_of(client.get("/search/", {"q": written}))


def test_an_export_says_how_many_rows_come_and_how_many_are_left(client):
    response = client.get("/search/export", {"q": "pizza", "format": "ndjson"})
    rows = [json.loads(line) for line in body(response).splitlines()]
    assert {row["key"] for row in rows} == {"WO2002014184", "US5454295"}
    assert rows[0]["address"].startswith("http://testserver/search/patents/")
    assert response["X-Total-Count"] == "2"
    assert response["RateLimit"].startswith(f'"export-rows";r={quota.ROWS - 2};')


def test_a_cell_is_never_a_formula(client):
    rows = list(csv.DictReader(io.StringIO(body(client.get("/search/export", {"q": "oven"})))))
    assert rows[0]["priority"] == "US 08/123,456"
    from chancery.standards.tables import harmless

    assert harmless("=1+1") == "'=1+1"


def test_who_has_taken_too_many_rows_waits_and_is_told_how_long(client, monkeypatch):
    monkeypatch.setattr(exporting, "ROWS", 1)
    client = type(client)(REMOTE_ADDR="192.0.2.77")
    assert body(client.get("/search/export", {"q": "pizza"})).count("\n") == 3  # whole, though it is over the limit
    response = client.get("/search/export", {"q": "pizza"})
    assert response.status_code == 429
    assert 0 < int(response["Retry-After"]) <= quota.HOUR
    assert client.get("/search/export", {"q": "(", "format": "csv"}).status_code == 400


# the API


def test_the_api_reads_every_language_and_goes_on_by_cursor(client):
    page = client.get("/api/v1/records", {"q": "ti=pizza", "dialect": "cql", "pageSize": 1}).json()
    assert (page["total"], len(page["items"])) == (2, 1)
    following = client.get("/api/v1/records", {"q": "ti=pizza", "cursor": page["cursor"], "pageSize": 1}).json()
    assert following["items"][0]["key"] != page["items"][0]["key"]
    assert following["links"]["next"] is None


def test_the_api_counts_what_is_asked_for(client):
    def counted(**asked):
        return set(client.get("/api/v1/records", {"q": "ovens", **asked}).json()["facets"])

    assert counted() == {"collection", "office", "year", "class", "status", "kind", "country"}
    assert counted(facet=["name", "year"]) == {"name", "year"}
    assert counted(facet="none") == set()
    assert client.get("/api/v1/records", {"q": "ovens", "facet": "weather"}).status_code == 422


def test_the_api_lists_one_of_each_family(client):
    page = client.get("/api/v1/records", {"q": "ovens", "byFamily": True}).json()
    assert (page["total"], page["families"], len(page["items"])) == (2, 1, 1)
    assert page["items"][0]["numbered"]["priority"] == ["US 08/123,456"]
    family = client.get("/api/v1/records", {"family": page["items"][0]["family"]}).json()
    assert family["total"] == 2


def test_the_api_explains_a_query(client):
    told = client.get("/api/v1/query-explanation", {"q": "title:ove*"}).json()
    assert told["words"] == [{"word": "oven", "hits": 1}, {"word": "ovens", "hits": 1}]
    said = {one["dialect"]: one for one in told["sayings"]}
    assert said["google"]["query"] == "TI=ove*"
    assert said["words"]["losses"][0]["code"] == "field"


def test_the_api_exports_everything(client):
    response = client.get("/api/v1/record-exports", {"q": "pizza", "format": "csv"})
    assert len(body(response).splitlines()) == 3
    assert int(response["X-Export-Rows-Remaining"]) < quota.ROWS


def test_the_api_says_what_is_wrong_with_a_query(client):
    response = client.get("/api/v1/query-explanation", {"q": "titel:x"})
    assert response.status_code == 400
    assert "Did you mean title" in response.json()["detail"]


def query_of(client, **boxes):
    response = client.get("/search/fields/", boxes)
    return parse_qs(urlsplit(response["Location"]).query)["q"][0]


@pytest.mark.parametrize(
    ("boxes", "query"),
    [
        ({"office": "US OR EP"}, "office:(US OR EP)"),
        ({"nice": "9, 42"}, "nice:(9 OR 42)"),
        ({"office": "-US"}, "NOT office:US"),
        ({"class": "H01M 10/*"}, "class:H01M10/*"),
        ({"country": "Portugal"}, "country:PT"),
        ({"country": "Portugal, south korea"}, "country:(PT OR KR)"),
        ({"office": "European Patent Office"}, "office:EP"),
        ({"kind": "protected designation of origin"}, "kind:PDO"),
        ({"language": "french"}, "language:fr"),
        ({"status": "Under appeal"}, "status:appealed"),
        ({"priority": "US 08/123,456"}, 'priority_number:"US 08/123,456"'),
        ({"nice": "9 AND 42"}, "nice:9 AND nice:42"),
        ({"provision": "PCT Rule 80.5"}, 'number:"PCT Rule 80.5"'),
    ],
)
def test_a_box_of_codes_takes_several_their_names_and_signs(client, boxes, query):
    assert query_of(client, **boxes) == query


def test_a_name_is_understood_in_the_language_of_the_reader(client):
    response = client.get("/search/fields/", {"country": "Allemagne"}, headers={"accept-language": "fr"})
    assert "country%3ADE" in response["Location"]


@pytest.mark.parametrize("text", ["-", '"', "OR", " OR ", ",", "NOT ", "*", "* *", "A" * 500, "- -"])
def test_a_box_takes_any_signs_without_breaking(client, text):
    for box in ("office", "nice", "number", "class", "treaty"):
        response = client.get("/search/fields/", {box: text})
        assert response.status_code in (302, 400)
        if response.status_code == 302:
            assert client.get(response["Location"]).status_code in (200, 400)


def test_a_box_with_nothing_after_the_minus_says_so(client):
    response = client.get("/search/fields/", {"office": "-"})
    assert response.status_code == 400
    assert "A value is missing here" in words_of(response)


def test_the_boxes_propose_what_the_records_of_the_collection_have(client):
    page = client.get("/search/fields/", {"collection": "indications"}).content.decode()
    assert '<option value="GR">Greece</option>' in page
    assert '<option value="EM">' not in page
    assert '<option value="9">' in client.get("/search/fields/", {"collection": "marks"}).content.decode()

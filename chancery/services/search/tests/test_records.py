"""The page of a record, what lies around it, and records side by side."""

import html
import re
from datetime import UTC, datetime

import pytest

from chancery.core import follow
from chancery.finder import Document
from chancery.records.register import actions as register
from chancery.services.search import queries
from chancery.services.search.followers import Index
from chancery.services.search.records import comparing, neighbours
from chancery.services.search.records.lines import lines
from chancery.services.search.tests.conftest import record

AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
pytestmark = pytest.mark.usefixtures("records")


NAMED = (("marks", "018222197"), ("patents", "US5454295"), ("indications", "PDO-GR-0427"))


def words_of(response):
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())


def codes(collection, key):
    return {line.key: line.code for line in lines(queries.record(collection, key))}


def test_a_patent_has_the_codes_of_st_9():
    found = codes("patents", "US5454295")
    assert (found["number"], found["title"], found["names"], found["priorities"]) == ("11", "54", "71", "30")
    assert found["published"] == "40"  # an A of the United States may be a grant


@pytest.mark.parametrize(("kind", "code"), [("A1", "43"), ("B1", "45"), ("", "40")])
def test_the_kind_of_document_says_how_it_was_made_available(kind, code):
    one = Document(
        collection="patents", key="X", office="EP", kind=kind, dates={"published": datetime(2020, 1, 1).date()}
    )
    assert {line.key: line.code for line in lines(one)}["published"] == code


def test_a_mark_has_the_codes_of_st_60_and_an_indication_none():
    assert codes("marks", "018222197")["nice"] == "511"
    assert set(codes("indications", "PDO-GR-0427").values()) == {""}


def test_the_codes_stand_on_the_page_in_their_order(client):
    page = words_of(client.get("/search/patents/US5454295/"))
    assert page.index("(11)") < page.index("(19)") < page.index("(54)") < page.index("(71)")


def test_the_next_of_the_list_is_a_step_away(client):
    listed = client.get("/search/", {"q": "oven", "sort": "number"}).content.decode()
    first = html.unescape(re.search(r'<h3><a href="([^"]+)"', listed)[1])
    response = client.get(first)
    assert "1 of 2" in words_of(response)
    onward = html.unescape(re.search(r'<a href="([^"]+)" rel="next"', response.content.decode())[1])
    second = client.get(onward)
    assert "2 of 2" in words_of(second)
    assert 'rel="prev"' in second.content.decode()
    back = html.unescape(re.search(r'<a href="([^"]+)">Back to the list', second.content.decode())[1])
    assert client.get(back).status_code == 200


@pytest.mark.parametrize(
    "data",
    [{"place": "7"}, {"place": "x"}, {"place": "0", "q": "("}, {"place": "9" * 12}, {"place": "0", "in": "moon"}],
)
def test_a_list_that_is_another_now_is_not_shown(client, data):
    response = client.get("/search/patents/EP0644999/", {"q": "separator", **data})
    assert response.status_code == 200
    assert "Back to the list" not in response.content.decode()


def test_its_lasting_address_has_nothing_of_the_list(client):
    page = client.get("/search/patents/EP0644999/", {"q": "ovens", "place": "0"}).content.decode()
    assert '<link rel="canonical" href="http://testserver/search/patents/EP0644999/">' in page


def test_neighbours_by_number_are_of_the_same_office():
    numbers = (17, 5400, 5401, 9_000_000)
    register.import_records(
        [record("patents", f"QX{one}", "Lamp", number=f"QX {one}", office="QX") for one in numbers]
        + [record("patents", "QY5402", "Lamp", number="QY 5402", office="QY")],
        at=AT,
    )
    follow.catch_up([Index()], at=AT)

    def around(key):
        return tuple(one.key if one else None for one in neighbours.by_number(queries.record("patents", key)))

    assert around("QX17") == (None, "QX5400")
    assert around("QX5401") == ("QX5400", "QX9000000")
    assert around("QX5400") == ("QX17", "QX5401")
    assert around("QX9000000") == (None, None) or around("QX9000000")[0] == "QX5401"
    assert around("QY5402") == (None, None)


def test_after_a_grant_comes_the_next_grant_and_no_application():
    numbers = ("US 5454296", "US 2001/0000561", "US 2001/0000562", "US 2014/0000001", "US 7200000")
    register.import_records([record("patents", one, "Lamp", number=one, office="US") for one in numbers], at=AT)
    follow.catch_up([Index()], at=AT)

    def around(key):
        return tuple(one.key if one else None for one in neighbours.by_number(queries.record("patents", key)))

    assert around("US 5454296")[1] == "US 7200000"
    assert around("US 2001/0000561") == (None, "US 2001/0000562")
    assert around("US 2001/0000562")[1] == "US 2014/0000001"


def test_what_is_like_it_is_not_of_its_family():
    found = neighbours.alike(queries.record("patents", "US5454295"))
    assert [one.key for one in found] == ["WO2002014184"]


def test_what_differs_is_marked_line_by_line(client):
    response = client.get("/search/compare/", {"r": ["patents/US5454295", "patents/EP0644999"]})
    page = response.content.decode()
    assert response.status_code == 200
    assert re.search(r'<tr class="differs"><th scope="row"><bdi class="num muted">\(54\)</bdi> Title', page)
    assert re.search(r'<tr><th scope="row"><bdi class="num muted">\(30\)</bdi> Priority', page)


def test_one_record_is_not_yet_a_comparison(client):
    assert "at least two" in words_of(client.get("/search/compare/", {"r": "patents/US5454295"}))


def test_a_record_that_is_not_there_and_one_too_many_are_said(client):
    response = client.get("/search/compare/", {"r": ["patents/US5454295", "patents/nothing"]})
    assert response.status_code == 400
    assert "no record “patents/nothing”" in words_of(response)
    five = ["patents/US5454295", "patents/EP0644999", "patents/WO2002014184", "marks/018222197", "moon/1"]
    assert "More than 4 records" in words_of(client.get("/search/compare/", {"r": five}))


@pytest.mark.parametrize("written", ["WO 2002/014184", "wo2002014184", "patents/WO2002014184"])
def test_another_record_is_added_by_its_number_however_it_is_written(client, written):
    response = client.get("/search/compare/", {"r": ["patents/US5454295", written, "patents/WO2002014184"]})
    assert response.status_code == 200
    assert words_of(response).count("Pizza separator WO 2002/014184") == 1


def test_a_record_names_its_facts_as_its_field_does(client):
    told = {key: {line.key: str(line.label) for line in lines(queries.record(*key))} for key in NAMED}
    assert told["marks", "018222197"]["title"] == "Mark"
    assert told["patents", "US5454295"]["names"] == "Applicant"
    assert told["indications", "PDO-GR-0427"]["names"] == "Forms of the name"


def test_records_of_different_kinds_keep_their_own_codes():
    both = [queries.record("patents", "US5454295"), queries.record("marks", "018222197")]
    rows = {row.key: row for row in comparing.compared(both)}
    assert rows["office"].code == ""
    assert [line.code for line in rows["office"].cells] == ["19", "190"]


def test_the_api_tells_what_lies_around_a_record_and_compares(client):
    told = client.get("/api/v1/records/patents/US5454295/surroundings").json()
    assert told["data"][0]["inid"] == "11"
    assert [one["key"] for one in told["family"]] == ["EP0644999"]
    assert client.get("/api/v1/records/patents/nothing/surroundings").status_code == 404
    asked = {"record": ["patents/US5454295", "patents/EP0644999"]}
    rows = {row["key"]: row for row in client.get("/api/v1/record-comparisons", asked).json()["data"]}
    assert rows["priorities"]["differs"] is False
    assert rows["names"]["values"] == [["Pizza Hut, Inc."], None]
    assert client.get("/api/v1/record-comparisons", {"record": ["patents/US5454295"]}).status_code == 422

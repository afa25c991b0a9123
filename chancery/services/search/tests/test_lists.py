"""Lists of results: views, columns, pages, marks of what was found, and ways out where nothing was."""

import html
import re
from datetime import UTC, datetime

import pytest

from chancery.core import follow
from chancery.records.register import actions as register
from chancery.services.search import queries
from chancery.services.search.followers import Index
from chancery.services.search.tests.conftest import record

AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


@pytest.fixture
def many(db):
    register.import_records(
        [
            record(
                "patents",
                f"XX{number}",
                f"Kettle {number}",
                number=f"XX {number}",
                office="XX",
                names=[f"Maker {number % 3}"],
                dates={"published": f"{2000 + number % 4}-0{number % 9 + 1}-01"},
            )
            for number in range(1001, 1048)
        ],
        at=AT,
    )
    follow.catch_up([Index()], at=AT)


def words_of(response):
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", response.content.decode())).split())


def hrefs(response, words):
    found = re.findall(r'<a [^>]*href="([^"]*)"[^>]*>(.*?)</a>', response.content.decode(), re.DOTALL)
    return [html.unescape(href) for href, text in found if re.sub(r"<[^>]+>", "", text).strip() == words]


@pytest.mark.usefixtures("many")
def test_the_size_of_a_page_is_chosen(client):
    response = client.get("/search/patents/", {"q": "kettle", "size": "50"})
    assert response.content.decode().count('<article class="hit">') == 47
    assert "20 · 50 · 100 · 200" in words_of(response)


@pytest.mark.usefixtures("many")
def test_pages_go_on_by_cursor_where_numbers_end(client, monkeypatch):
    monkeypatch.setattr("chancery.services.search.listing.REACH", 20)
    monkeypatch.setattr("chancery.services.search.asking.REACH", 20)
    seen, response = [], client.get("/search/patents/", {"q": "kettle", "sort": "number"})
    for _step in range(3):
        seen += re.findall(
            r"XX \d{4}", " ".join(re.findall(r'<p class="hit-line">.*?</p>', response.content.decode(), re.DOTALL))
        )
        onward = hrefs(response, "Next")
        if onward:
            assert "after=number." in onward[0]
            response = client.get(f"/search/patents/{onward[0]}")
    assert len(set(seen)) == 47
    assert "41 to 47" in words_of(response)
    assert not onward


@pytest.mark.usefixtures("many")
def test_a_page_beyond_the_list_leads_back(client):
    assert "There is no such page" in words_of(client.get("/search/patents/", {"q": "kettle", "page": "9"}))


@pytest.mark.usefixtures("many")
def test_columns_are_chosen_and_sorted_and_part_of_the_address(client):
    response = client.get("/search/patents/", {"q": "kettle", "view": "table", "col": ["office", "date"]})
    page = response.content.decode()
    assert re.findall(r'<th scope="col"[^>]*>(?:<a [^>]*>)?([^<]+)', page) == ["Number", "Date", "Office"]
    newest = client.get(f"/search/patents/{hrefs(response, 'Date')[0]}")
    assert 'aria-sort="descending"' in newest.content.decode()
    oldest = client.get(f"/search/patents/{hrefs(newest, 'Date')[0]}")
    assert 'aria-sort="ascending"' in oldest.content.decode()


@pytest.mark.usefixtures("many")
def test_a_column_that_is_none_leaves_the_usual_ones(client):
    page = client.get("/search/patents/", {"q": "kettle", "view": "table", "col": "colour"}).content.decode()
    assert '<th scope="col">Status</th>' in page


@pytest.mark.usefixtures("records")
def test_the_images_of_marks_without_one_are_their_words(client):
    page = client.get("/search/marks/", {"view": "images"}).content.decode()
    assert "TERRA S NOVA" in page
    assert 'class="pictures"' in page


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize(("path", "pictured"), [("", True), ("marks/", True), ("patents/", False), ("laws/", False)])
def test_a_view_of_pictures_is_offered_where_there_are_pictures(client, path, pictured):
    assert ("view=images" in client.get(f"/search/{path}").content.decode()) == pictured


@pytest.mark.usefixtures("records")
def test_a_name_that_was_found_is_marked(client):
    assert "<mark>Hut</mark>" in client.get("/search/", {"q": "PA:hut"}).content.decode()


@pytest.mark.usefixtures("records")
def test_where_nothing_is_found_each_part_left_out_says_what_it_brings(client):
    response = client.get("/search/", {"q": "pizza title:oven title:zeppelin"})
    page = words_of(response)
    assert "Nothing found" in page
    assert "Without “title:zeppelin” 1" in page
    [href] = hrefs(response, "Without “title:zeppelin”")
    assert "1 result" in words_of(client.get(f"/search/{href}"))


@pytest.mark.usefixtures("records")
def test_parts_that_find_nothing_are_left_out_together(client):
    assert "Without “xylophone, title:zeppelin” 2" in words_of(
        client.get("/search/", {"q": "pizza xylophone title:zeppelin"})
    )


@pytest.mark.usefixtures("records")
def test_a_misspelt_word_finds_the_word_of_the_records(client):
    response = client.get("/search/", {"q": "seperator"})
    [href] = hrefs(response, "“separator” instead of “seperator”")
    assert "1 result" in words_of(client.get(f"/search/{href}"))


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize("written", ["seperator piza", "-toy (seperator piza)"])
def test_several_misspelt_words_are_set_right_together(client, written):
    response = client.get("/search/", {"q": written})
    [href] = hrefs(response, "“separator pizza” instead of “seperator piza”")
    assert "1 result" in words_of(client.get(f"/search/{href}"))


@pytest.mark.usefixtures("records")
def test_a_list_by_family_has_its_further_pages_by_cursor_alone(client):
    listed = client.get("/search/", {"q": "oven", "group": "family", "page": "3"})
    assert re.search(r"\b1 to \d", words_of(listed))


@pytest.mark.usefixtures("records")
def test_filters_that_leave_nothing_can_be_let_go(client):
    assert "Without the filters 2" in words_of(client.get("/search/", {"q": "pizza", "office": "EM"}))
    response = client.get("/search/marks/", {"q": "pizza"})
    assert "In all collections 2" in words_of(response)
    [href] = hrefs(response, "In all collections")
    assert "2 results" in words_of(client.get(href))


@pytest.mark.usefixtures("records")
def test_the_api_says_what_to_try(client):
    told = client.get("/api/v1/query-remedies", {"q": "pizza zeppelin"}).json()
    assert told["total"] == 0
    assert {"kind": "without", "query": "pizza", "text": "zeppelin", "insteadOf": "", "hits": 2} in told["items"]


def test_a_question_goes_no_further_by_number_than_its_reach():
    assert queries.REACH % max(queries.SIZES) == 0

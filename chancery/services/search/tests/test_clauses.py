"""The parts of a query as chips: edited, negated, taken away, moved, combined."""

import html
from urllib.parse import parse_qs, urlsplit

import pytest

from chancery.finder import as_text, parse
from chancery.finder.query import And, Everything, Or
from chancery.services.search import clauses
from chancery.services.search.clauses import Edit

QUERY = "title:oven (pizza OR bread) -toy"


def done(act, part, onto="", text="", query=QUERY):
    return clauses.edited(parse(query), Edit(act, part, onto, text))


def test_each_clause_has_a_path_and_groups_hold_theirs():
    whole = clauses.chips(parse(QUERY))
    assert [(one.path, one.kind, one.text, one.negated) for one in clauses.each(whole)] == [
        ("", "and", as_text(parse(QUERY)), False),
        ("0", "one", "title:oven", False),
        ("1", "or", "pizza OR bread", False),
        ("1.0", "one", "pizza", False),
        ("1.1", "one", "bread", False),
        ("2", "one", "toy", True),
    ]


@pytest.mark.parametrize(
    ("edit", "query"),
    [
        (("edit", "0", "", "name:hut"), "name:hut (pizza OR bread) NOT toy"),
        (("edit", "2", "", "game"), "title:oven (pizza OR bread) NOT game"),
        (("edit", "0", "", " "), "(pizza OR bread) NOT toy"),
        (("remove", "1.0"), "title:oven bread NOT toy"),
        (("remove", "1"), "title:oven NOT toy"),
        (("remove", ""), ""),
        (("not", "0"), "NOT title:oven (pizza OR bread) NOT toy"),
        (("not", "2"), "title:oven (pizza OR bread) toy"),
        (("swap", "1"), "title:oven pizza bread NOT toy"),
        (("or", "0", "1"), "(pizza OR bread OR title:oven) NOT toy"),
        (("or", "0", "1.0"), "(pizza OR title:oven OR bread) NOT toy"),
        (("and", "0", "1.0"), "((pizza title:oven) OR bread) NOT toy"),
        (("and", "1.0", ""), "title:oven bread NOT toy pizza"),
        (("or", "2", "0"), "(title:oven OR NOT toy) (pizza OR bread)"),
        (("add", "", "", "cheese OR ham"), "title:oven (pizza OR bread) NOT toy (cheese OR ham)"),
    ],
)
def test_a_change_makes_a_query_again(edit, query):
    assert as_text(parse(done(*edit))) == as_text(parse(query))


@pytest.mark.parametrize(
    "edit",
    [
        ("or", "1", "1.0"),  # a group into itself
        ("or", "1", "1"),
        ("and", "", "0"),  # the whole onto a part
        ("remove", "7"),
        ("remove", "-1"),
        ("remove", "0.0.0"),
        ("burn", "0"),
        ("or", "0", "9"),
        ("edit", "٣", "", "x"),
    ],
)
def test_what_cannot_be_done_changes_nothing(edit):
    assert done(*edit) == as_text(parse(QUERY))


def test_words_that_are_not_understood_stand_at_their_place():
    assert done("edit", "1.1", text="title:(") == "title:oven (pizza OR (title:()) NOT toy"


def test_the_first_part_is_added_to_nothing():
    assert clauses.edited(Everything(), Edit("add", "", text="pizza")) == "pizza"


def test_what_is_printed_has_the_same_parts_when_it_is_read_again():
    query = parse(done("and", "0", "1.0"))
    assert isinstance(query, And)
    assert isinstance(query.parts[0], Or)
    assert clauses.chips(parse(as_text(query))) == clauses.chips(query)


@pytest.mark.usefixtures("records")
def test_the_page_offers_the_changes_and_goes_where_they_lead(client):
    page = client.get("/search/", {"q": "PA:hut title:oven", "office": "US"}).content.decode()
    assert html.escape("name:hut") in page
    assert 'name="act" value="or"' in page
    change = {
        "q": "name:hut title:oven",
        "part": "1",
        "act": "edit",
        "text": "title:pizza",
        "office": "US",
        "page": "3",
    }
    response = client.get("/search/", change)
    assert parse_qs(urlsplit(response["Location"]).query) == {"office": ["US"], "q": ["name:hut title:pizza"]}


@pytest.mark.usefixtures("records")
def test_a_part_edited_into_nonsense_is_shown_with_its_error(client):
    response = client.get("/search/", {"q": "name:hut oven", "part": "0", "act": "edit", "text": "title:("})
    response = client.get(response["Location"])
    assert response.status_code == 400
    assert "(title:()" in html.unescape(response.content.decode())


@pytest.mark.usefixtures("records")
def test_a_change_of_a_query_that_cannot_be_read_shows_its_error(client):
    response = client.get("/search/", {"q": "oven (", "part": "0", "act": "remove"})
    assert client.get(response["Location"]).status_code == 400

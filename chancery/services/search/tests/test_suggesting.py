"""A box of the search by field proposes names and titles of the records while somebody types."""

import pytest
from django.utils import translation

from chancery.core import follow
from chancery.records.register import actions as register
from chancery.services.search import suggesting
from chancery.services.search.followers import Index
from chancery.services.search.tests.conftest import AT, record


@pytest.fixture(autouse=True)
def ovens(db):
    names = (["Pizza Hut, Inc.", "Other"], ["Pizza Hut, Inc."], ["Pizzeria Anna"], ['The 12" Pizza Co.'])
    register.import_records(
        [record("patents", f"S{place}", "Oven", names=told) for place, told in enumerate(names)]
        + [record("marks", "M", "PIZZICATO", names=["Anna Pizz"])],
        at=AT,
    )
    follow.catch_up([Index()], at=AT)


def test_names_that_begin_so_are_proposed_the_most_frequent_first():
    found = suggesting.proposed("name", "piz", "patents")
    assert found[0] == "Pizza Hut, Inc."
    assert set(found[1:]) == {"Pizzeria Anna", 'The 12" Pizza Co.'}


def test_all_words_but_the_last_are_whole():
    assert sorted(suggesting.proposed("name", "anna piz")) == ["Anna Pizz", "Pizzeria Anna"]
    assert suggesting.proposed("name", "pizza hut i") == []  # one letter says too little
    assert suggesting.proposed("name", "pizza hut in") == ["Pizza Hut, Inc."]


def test_a_collection_proposes_its_own():
    assert suggesting.proposed("title", "pizz", "marks") == ["PIZZICATO"]
    assert suggesting.proposed("title", "pizz", "patents") == []


@pytest.mark.parametrize("typed", ["", "p", "()", '"', "piz*", "AND", "x" * 3000, "\0", "!!"])
@pytest.mark.parametrize("box", ["name", "title", "class", "number", ""])
def test_whatever_is_typed_is_answered(client, box, typed):
    assert client.get("/search/fields/suggestions", {box: typed}).status_code == 200


def test_a_proposal_is_a_phrase_that_finds_its_records(client):
    page = client.get("/search/fields/suggestions", {"name": "pizza hu", "collection": "patents"}).content.decode()
    assert '<option value="&quot;Pizza Hut, Inc.&quot;">Pizza Hut, Inc.</option>' in page
    found = client.get("/search/fields/", {"name": '"Pizza Hut, Inc."', "collection": "patents"}, follow=True)
    assert "S0" in found.content.decode()
    assert "S2" not in found.content.decode()


def test_a_proposal_with_a_quotation_mark_finds_its_record(client):
    written = suggesting.phrase('The 12" Pizza Co.')
    found = client.get("/search/fields/", {"name": written, "collection": "patents"}, follow=True)
    assert "S3" in found.content.decode()


def test_the_boxes_ask_for_proposals(client):
    page = client.get("/search/fields/", {"collection": "marks"}).content.decode()
    assert page.count('hx-get="/search/fields/suggestions"') == 2
    page = client.get("/search/fields/", {"collection": "patents"}).content.decode()
    assert page.count('hx-get="/search/fields/suggestions"') == 3


def test_classes_are_proposed_by_the_words_of_their_titles_in_the_readers_language(client):
    assert ("F03D", "Wind motors") in suggesting.classes("wind mot")
    assert [code for code, _title in suggesting.classes("a43")] == ["A43B", "A43C", "A43D"]
    assert suggesting.classes("w") == []
    with translation.override("fr"):
        assert suggesting.classes("chauss")[0] == ("A43", "Chaussures")
    page = client.get("/search/fields/suggestions", {"class": "wind motors"}).content.decode()
    assert '<option value="F03D">Wind motors</option>' in page

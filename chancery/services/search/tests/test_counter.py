from datetime import UTC, datetime

import pytest

from chancery.core import clock, follow
from chancery.records.register import actions as register
from chancery.records.register.events import RecordImported
from chancery.services.search.followers import Index

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


def record(collection, key, title, **facts):
    facts = {"titles": {"en": title}, "number": key, "status": "registered", **facts}
    return RecordImported(collection=collection, key=key, facts=facts, source="a test register")


@pytest.fixture(autouse=True)
def records():
    register.import_records(
        [
            record("patents", "WO2002014184", "Pizza separator", number="WO 2002/014184", office="WO"),
            record("patents", "US5454295", "Oven for baking pizza", office="US", names=["Pizza Hut, Inc."]),
            record("marks", "018222197", "TERRA S NOVA", office="EM", classes={"nice": ["1"]}),
            record("indications", "PDO-GR-0427", "Φέτα / Feta", country="GR", names=["Φέτα", "Feta"]),
        ],
        at=AT,
    )
    follow.catch_up([Index()], at=AT)


def test_words_are_found_in_every_collection(client):
    page = client.get("/search/", {"q": "pizza"}).content.decode()
    assert "2 results" in page.replace('<bdi class="num">', "").replace("</bdi>", "")
    assert "<mark>Pizza</mark>" in page


@pytest.mark.parametrize("written", ["WO2002014184", "WO 2002/014184", "wo 2002/014184", "WO/2002/014184"])
def test_a_number_is_found_however_it_is_written(client, written):
    assert "Pizza separator" in strip(client.get("/search/", {"q": written}).content.decode())


def strip(page):
    return page.replace("<mark>", "").replace("</mark>", "")


def test_a_filter_is_part_of_the_address(client):
    page = strip(client.get("/search/", {"q": "pizza", "office": "US"}).content.decode())
    assert "Oven for baking pizza" in page
    assert "Pizza separator" not in page


def test_the_chosen_collection_becomes_part_of_the_address(client):
    response = client.get("/search/", {"q": "terra", "collection": "marks"})
    assert response["Location"] == "/search/marks/?q=terra"


def test_a_query_that_is_not_understood_is_answered_with_place_and_remedy(client):
    response = client.get("/search/", {"q": "colour:(red"})
    assert response.status_code == 400
    page = response.content.decode()
    assert "character" in page
    assert 'value="colour:(red"' in page


@pytest.mark.parametrize("data", [{"page": "x"}, {"page": "-1"}, {"sort": "luck"}, {"page": "99999999"}, {"year": "x"}])
def test_an_address_with_nonsense_still_answers(client, data):
    assert client.get("/search/", {"q": "pizza", **data}).status_code in (200, 400)


def test_a_record_shows_its_facts_and_its_proof(client):
    page = client.get("/search/indications/PDO-GR-0427/").content.decode()
    assert "Φέτα" in page
    assert "/register/entry/4/" in page
    assert "a test register" in page


def test_an_unknown_record_is_not_found(client):
    assert client.get("/search/patents/nothing/").status_code == 404
    assert client.get("/search/nothing/").status_code == 404


def test_the_export_holds_every_hit(client):
    rows = b"".join(client.get("/search/export", {"q": "pizza"}).streaming_content).decode().splitlines()
    assert len(rows) == 3
    assert rows[0].startswith("collection,number,kind,title")


def test_the_index_can_be_made_again_from_the_ledger(client):
    follow.rebuild(Index(), at=clock.now())
    assert "Pizza separator" in strip(client.get("/search/", {"q": "separator"}).content.decode())


def test_each_clause_of_a_query_is_explained(client):
    page = client.get("/search/", {"q": "pizza OR terra", "explain": "1"}).content.decode()
    assert "How this query is read" in page

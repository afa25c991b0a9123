"""Observations over the API: anyone, unnamed or not; nothing unpublished can be found by trying."""

import pytest
from django.core.cache import cache
from django.test import Client

from chancery.core import clock
from chancery.records.documents.tests import samples
from chancery.records.register import queries as rights
from chancery.services.filing.attempts import ATTEMPTS
from chancery.services.filing.tests.acting import NOW, filed, published
from chancery.services.filing.tests.people import person

pytestmark = pytest.mark.django_db
SAID = {"citations": [{"document": "EP 1 234 567 A1", "claims": "1-3", "text": "The latch."}]}


@pytest.fixture(autouse=True)
def now(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda **_: NOW)
    cache.clear()


@pytest.fixture
def ada():
    return person("Ada")


@pytest.fixture
def number(ada):
    number = filed(ada)
    published(number)
    return number


def place(number: str) -> str:
    return f"/api/v1/applications/{rights.in_address(number)}/observations"


def sends(number, said=SAID):
    return Client().post(place(number), said, content_type="application/json")


def test_a_stranger_observes_without_account_and_name(number):
    answer = sends(number)
    assert answer.status_code == 201
    [seen] = rights.right(number).observations
    assert (seen.name, seen.citations[0]["document"]) == ("", "EP 1 234 567 A1")
    assert Client().get(answer.json()["receipt"]).status_code == 200
    assert sends(number).json()["entry"] == answer.json()["entry"], "said twice, it is entered once"


def test_a_copy_of_the_document_is_brought_first_and_named_by_its_ticket(number):
    brought = Client().post(f"{place(number)}/files?name=ep.pdf", samples.pdf(), content_type="application/pdf")
    assert brought.status_code == 201
    answer = sends(number, SAID | {"files": [brought.json()["ticket"]]})
    assert answer.status_code == 201
    [seen] = rights.right(number).observations
    assert seen.documents[0]["name"] == "ep.pdf"
    refused = sends(number, SAID | {"name": "Bo", "files": ["made up"]})
    assert refused.status_code == 422


def test_what_is_not_published_is_not_there(ada):
    assert sends(filed(ada)).status_code == 404
    assert sends("PCT/IB2026/999999").status_code == 404


def test_nobody_observes_without_saying_a_document(number):
    assert sends(number, {"citations": []}).status_code == 422
    assert sends(number, {"citations": [{"document": " "}]}).status_code == 422


def test_so_many_an_hour_are_taken_from_one_address(number):
    for place_ in range(ATTEMPTS):
        assert sends(number, SAID | {"name": f"Bo {place_}"}).status_code == 201
    assert sends(number, SAID | {"name": "Bo"}).status_code == 429

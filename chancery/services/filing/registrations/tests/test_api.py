"""Designs and indications over the API: drafted, shown, checked and presented as on the pages."""

import json

import pytest

from chancery.records.documents.tests.pictures import image
from chancery.records.register import queries as rights
from chancery.services.filing.tests.test_api import DRAFTS, Caller

pytestmark = pytest.mark.django_db

LAMP = {
    "language": "en",
    "applicants": [
        {
            "name": "OKAFOR, Ada",
            "address": "Rue du Lac 1, 1003 Lausanne",
            "country": "CH",
            "email": "ada@example.org",
            "links": [{"party": "CH", "bond": "national"}],
        }
    ],
    "shown": [{"product": "Lamp", "subclass": "26-05", "views": [{"legend": "front"}, {"legend": "back"}]}],
    "designations": [{"party": "EM"}],
}
CHEESE = {
    "kind": "appellation",
    "origin": "FR",
    "language": "en",
    "presentedBy": "authority",
    "authority": "INAO, Paris",
    "beneficiaries": [{"name": "Producers of the area"}],
    "names": [{"text": "Comté", "language": "fr"}],
    "goods": ["cheese"],
    "area": "The Jura massif",
    "protectedBy": {"kind": "law", "title": "Decree", "dated": "1958-07-22"},
}


@pytest.fixture
def ada():
    return Caller("Ada")


def begin(ada, treaty):
    return ada("post", f"{DRAFTS}?treaty={treaty}")["Location"]


def test_a_design_is_presented_over_the_api(ada):
    place = begin(ada, "hague")
    assert ada("put", f"{place}/design", LAMP).status_code == 200
    for number, border in enumerate((5, 9)):
        answer = ada(
            "put", f"{place}/files/shown.0.views.{number}?name={number}.jpg", image(border=border), kind="image/jpeg"
        )
        assert answer.status_code == 200, answer.content
    told = answer.json()
    assert [one["shows"] for one in told["files"]] == ["shown.0.views.0", "shown.0.views.1"]
    assert (told["design"]["designs"], told["design"]["reproductions"]) == (1, 2)
    assert ada("post", f"{place}/signatures", {"name": "Ada Okafor", "capacity": "applicant"}).status_code == 201
    check = ada("get", f"{place}/check").json()
    assert not [one for one in check["findings"] if one["severity"] == "prevents"]
    done = ada("post", f"{place}/submission", {}).json()
    assert done["number"] == "HAGUE/2026/000001"
    assert [one["name"] for one in rights.registration(done["number"]).documents] == ["0.jpg", "1.jpg"]
    assert ada("post", f"{place}/submission", {}).json()["number"] == done["number"]


def test_what_is_read_can_be_sent_back(ada):
    place = begin(ada, "hague")
    ada("put", f"{place}/design", LAMP)
    read = ada("get", place).json()["design"]
    answer = ada("put", f"{place}/design", read)
    assert answer.status_code == 200, answer.content
    assert answer.json()["design"] == read


def test_a_picture_of_a_view_that_was_taken_out_is_not_handed_in(ada):
    place = begin(ada, "hague")
    ada("put", f"{place}/design", LAMP)
    for number in (0, 1):
        ada("put", f"{place}/files/shown.0.views.{number}", image(border=5 + number), kind="image/jpeg")
    fewer = json.loads(json.dumps(LAMP))
    fewer["shown"][0]["views"].pop()
    assert ada("put", f"{place}/design", fewer).status_code == 200
    done = ada("post", f"{place}/submission", {}).json()
    assert len(rights.registration(done["number"]).documents) == 1


def test_a_picture_that_cannot_be_taken_is_a_problem_beside_its_view(ada):
    place = begin(ada, "hague")
    ada("put", f"{place}/design", LAMP)
    answer = ada("put", f"{place}/files/shown.0.views.0", b"once upon a time", kind="image/jpeg")
    assert answer.status_code == 422
    assert "JPEG, PNG or TIFF" in answer.content.decode()


def test_an_appellation_is_presented_over_the_api(ada):
    place = begin(ada, "lisbon")
    answer = ada("put", f"{place}/indication", CHEESE)
    assert answer.status_code == 200, answer.content
    assert ada("post", f"{place}/submission", {}).json()["number"] == "LISBON/2026/000001"


def test_numbers_and_codes_that_are_none_are_refused_beside_their_field(ada):
    place = begin(ada, "hague")
    for sent in (
        {"designations": [{"party": "nowhere"}]},
        {"deferredMonths": 10**9},
        {"shown": [{"subclass": "99-99"}]},
    ):
        assert ada("patch", f"{place}/design", sent).status_code == 422, sent

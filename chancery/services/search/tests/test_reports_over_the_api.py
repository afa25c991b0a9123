"""Clearance reports over the API: the same facts as on the page's report, as JSON and as PDF, without an account."""

import hashlib

import pytest

from chancery.finder.pictures.tests.drawings import drawn, saved
from chancery.finder.similar import shelf
from chancery.records.register.tests import lived
from chancery.services.search.pictures import pictures
from chancery.services.search.tests import test_pictures as of_pictures
from chancery.services.search.tests.test_similar import enter

pytestmark = pytest.mark.django_db
MARKS, PICTURES = "/api/v1/search/similar-marks/report", "/api/v1/search/similar-pictures/report"


@pytest.fixture(autouse=True)
def folder(settings, tmp_path, monkeypatch):
    settings.INDEX_DIR = tmp_path / "index"
    monkeypatch.setattr(shelf, "LEAST", 3)
    yield
    pictures._open.cache_clear()


@pytest.fixture
def designs():
    lived.publish(of_pictures.mark("tree"))
    lived.publish(of_pictures.design("house", "ring"))
    lived.publish(of_pictures.design("bolt"))
    of_pictures.come_along()


def timeless(report):
    return {name: value for name, value in report.items() if name != "made"}


def test_the_report_on_a_mark_says_what_that_of_the_page_says(client):
    enter(("1", "RHEOSOL", ["1", "19"]), ("2", "GeoSol", ["19"]), ("3", "Vivo", ["9"]))
    told = client.get(MARKS, {"name": "rheosol", "class": "1", "limit": 20}).json()
    page = client.get("/search/similar-marks/report.json", {"name": "rheosol", "classes": "1", "limit": "20"}).json()
    assert told["recipe"] == page["recipe"]
    assert (told["compared"], told["comparedWhat"], told["narrowed"]) == (3, "marks", "Nice classes 1.")
    first = told["hits"][0]
    assert (first["place"], first["mark"], first["score"], first["classes"], first["status"], first["filed"]) == (
        *(1, "RHEOSOL", 1.0, ["1", "19"], "registered", "2020-04-08"),
    )
    assert [(one["mark"], one["score"], one["parts"]) for one in told["hits"]] == [
        (one["mark"], one["score"], one["parts"]) for one in page["hits"]
    ]


def test_the_report_is_a_pdf_where_one_is_asked_for(client):
    enter(("1", "RHEOSOL", ["1"]))
    told = client.get(MARKS, {"name": "rheosol", "format": "pdf"})
    assert told["Content-Type"] == "application/pdf"
    assert told.content.startswith(b"%PDF-")
    assert client.get(MARKS, {"name": "rheosol", "format": "doc"}).status_code == 422
    assert client.get(MARKS, {"name": "—"}).json()["findings"][0]["field"] == "name"


@pytest.mark.usefixtures("designs")
def test_the_report_on_a_design_compares_the_picture_that_is_named(client):
    at = "/api/v1/records/designs/DM000001/similar-pictures"
    house, ring = pictures.shown(pictures.queries.record("designs", "DM000001"))
    first, named = (client.get(f"{at}/report", asked).json() for asked in ({}, {"picture": ring}))
    assert (first["picture"], named["picture"]) == (house, ring)
    assert first["name"].endswith("DM/000001")
    page = client.get(of_pictures.PAGE, {"like": "designs/DM000001", "picture": ring, "as": "json"}).json()
    assert [(one["number"], one["score"]) for one in named["hits"]] == [
        (one["number"], one["score"]) for one in page["hits"]
    ]
    assert client.get(at, {"picture": ring}).json()["items"] != client.get(at).json()["items"]
    assert client.get(f"{at}/report", {"format": "pdf"}).content.startswith(b"%PDF-")
    assert client.get(f"{at}/report", {"picture": "0" * 64}).status_code == 404


@pytest.mark.usefixtures("designs")
def test_the_report_on_a_picture_that_was_brought_is_kept_by_its_hash(client):
    picture = saved(drawn("bolt"))
    told = client.post(f"{PICTURES}?collection=designs", picture, content_type="image/png").json()
    assert told["picture"] == hashlib.sha256(picture).hexdigest()
    assert told["what"] == "designs"
    assert (told["hits"][0]["number"], told["hits"][0]["collection"]) == ("DM/000002", "designs")
    pdf = client.post(f"{PICTURES}?format=pdf", picture, content_type="image/png")
    assert pdf.content.startswith(b"%PDF-")
    assert client.post(PICTURES, b"none", content_type="image/png").status_code == 422

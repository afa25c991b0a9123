"""A mark by its name and its picture: one score, with the part of each, on the page, over the API, in the report."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from chancery.core import follow
from chancery.finder.pictures.tests.drawings import drawn, saved, turned
from chancery.records.register.tests import lived
from chancery.services.search.followers import Index
from chancery.services.search.pictures import pictures
from chancery.services.search.pictures.follower import Pictures
from chancery.services.search.similar import similar
from chancery.services.search.similar.follower import SimilarMarks
from chancery.services.search.tests.test_pictures import mark

pytestmark = pytest.mark.django_db
PAGE, API = "/search/similar-marks/", "/api/v1/search/similar-marks"
WORDS = {"LUMEN": "tree", "LUMINA": "house", "BOKARO": "bolt", "": "ring"}
"""Marks in the order of their registrations, and what each shows; the last has no words."""


@pytest.fixture(autouse=True)
def published(settings: Any, tmp_path: Path) -> Iterator[None]:
    settings.INDEX_DIR = tmp_path / "index"
    for words, shape in WORDS.items():
        lived.publish(mark(shape, mark={"form": "figurative", "words": words}))
    lived.publish(lived.registered("madrid", mark={"form": "word", "words": "LUMENA"}))
    follow.catch_up([Index(), SimilarMarks(), Pictures()], at=lived.AT)
    yield
    pictures._open.cache_clear()


def bring(client: Client, picture: bytes, **data: str) -> Any:
    return client.post(PAGE, {"picture": SimpleUploadedFile("secret-plan.png", picture), **data})


def ask(client: Client, picture: bytes, query: str, at: str = "") -> Any:
    return client.post(f"{API}{at}?{query}", picture, content_type="image/png")


def by_key(answer: Any) -> dict[str, Any]:
    return {one["links"]["record"].rsplit("/", 1)[-1]: one for one in answer.json()["items"]}


def test_name_and_picture_are_one_score_that_says_its_parts(client: Client) -> None:
    by_name = by_key(client.get(API, {"name": "lumen"}))
    both = by_key(ask(client, saved(turned("tree", 90)), "name=lumen"))
    assert both["IR1"]["score"] > both["IR2"]["score"]
    assert both["IR2"]["score"] < by_name["IR2"]["score"]  # another picture: less near than by its name alone
    assert both["IR5"]["score"] == by_name["IR5"]["score"]  # no picture: by its name alone
    for one in both.values():
        assert sum(part["score"] * part["weight"] for part in one["parts"]) == pytest.approx(one["score"], abs=1e-3)
    assert [part["part"] for part in both["IR1"]["parts"]] == ["look", "sound", "element", "words", "picture"]
    assert both["IR5"]["links"]["picture"] is None
    assert client.get(both["IR1"]["links"]["picture"])["Content-Type"] == "image/png"


@pytest.mark.parametrize(("shape", "key", "name"), [("bolt", "IR3", "BOKARO"), ("ring", "IR4", "4")])
def test_who_shows_the_same_is_found_whatever_the_name_is(client: Client, shape: str, key: str, name: str) -> None:
    assert by_key(client.get(API, {"name": "xyz"})).get(key, {"score": 0})["score"] < 0.1
    found = by_key(ask(client, saved(drawn(shape)), "name=xyz&class=9"))
    assert next(iter(found)) == key
    assert [part["part"] for part in found[key]["parts"]][-2:] == ["picture", "classes"]
    assert found[key]["parts"][-2]["score"] == 1
    assert found[key]["mark"] == name


def test_the_page_shows_the_picture_and_why_and_keeps_nothing_of_what_was_brought(client: Client) -> None:
    page = bring(client, saved(drawn("tree")), name="lumen").content.decode()
    assert "The look of the whole" in page or "Pattern" in page
    assert page.index("/search/marks/IR1/") < page.index("/search/marks/IR5/")
    assert 'class="thumb"' in page
    assert "secret-plan" not in page
    assert 'value="lumen"' in page


def test_a_question_without_a_picture_is_an_address(client: Client) -> None:
    answer = client.post(PAGE, {"name": "lumen", "classes": "9, 11", "limit": "20"})
    assert (answer.status_code, answer["Location"]) == (302, f"{PAGE}?name=lumen&classes=9%2C+11&limit=20")
    answer = client.post(PAGE, {"name": "lumen", "as": "pdf"})
    assert answer["Location"] == f"{PAGE}report.pdf?name=lumen"
    assert client.post(PAGE, {})["Location"] == PAGE


def test_a_mark_of_the_register_is_compared_with_its_picture_and_left_out(client: Client) -> None:
    record = client.get("/search/marks/IR1/").content.decode()
    assert "similar-marks/?name=LUMEN&amp;classes=9,11&amp;like=marks/IR1" in record
    page = client.get(PAGE, {"name": "LUMEN", "like": "marks/IR1"}).content.decode()
    assert "Without its picture" in page
    assert "/search/marks/IR2/" in page
    told = client.get(API, {"name": "LUMEN", "like": "marks/IR1"})
    assert "IR1" not in by_key(told)
    assert by_key(told)["IR2"]["parts"][-1]["part"] == "picture"
    shown = pictures.shown(similar.queries.record("marks", "IR1"))[0]
    assert by_key(client.get(API, {"name": "LUMEN", "like": "marks/IR1", "picture": shown})) == by_key(told)


@pytest.mark.parametrize("like", ["marks/IR5", "marks/NONE", "designs/DM000001", "x", "marks/"])
def test_where_there_is_no_picture_to_compare_names_are_and_it_is_said(client: Client, like: str) -> None:
    page = client.get(PAGE, {"name": "lumen", "like": like}).content.decode()
    assert "no picture that could be compared" in page
    assert "/search/marks/IR1/" in page
    assert client.get(API, {"name": "lumen", "like": like}).status_code in (400, 404, 422)


@pytest.mark.parametrize(
    ("picture", "name", "words"),
    [
        (b"no picture at all", "lumen", "not a JPEG, PNG or TIFF"),
        (saved(drawn("tree", ink="white")), "lumen", "nothing on this picture"),
        (saved(drawn("tree")), "", "Write the name of a mark."),
        (saved(drawn("tree")), "!!!", "no letter and no digit"),
    ],
)
def test_what_cannot_be_compared_is_refused_with_the_remedy(
    client: Client, picture: bytes, name: str, words: str
) -> None:
    answer = bring(client, picture, name=name, classes="9")
    assert answer.status_code == 400
    assert words in answer.content.decode()
    assert 'value="9"' in answer.content.decode()
    assert 400 <= ask(client, picture, f"name={name}").status_code < 500


def test_the_report_names_the_picture_and_the_recipe_with_it(client: Client) -> None:
    picture = saved(drawn("tree"))
    told = bring(client, picture, name="lumen", **{"as": "json"}).json()
    assert told["picture"] == hashlib.sha256(picture).hexdigest()
    assert told["picture"] in told["narrowed"]
    assert told["left_out"] == ""
    assert "picture" in [part["part"] for part in told["recipe"]["parts"]]
    assert told["hits"][0]["picture"]
    over_the_api = ask(client, picture, "name=lumen", "/report").json()
    assert [hit["score"] for hit in over_the_api["hits"]] == [hit["score"] for hit in told["hits"]]
    assert ask(client, picture, "name=lumen&format=pdf", "/report").content.startswith(b"%PDF-")
    assert bring(client, picture, name="lumen", **{"as": "pdf"}).content.startswith(b"%PDF-")
    without = client.get(f"{PAGE}report.json", {"name": "lumen"}).json()
    assert without["left_out"] == "Pictures are not compared."
    assert "picture" not in [part["part"] for part in without["recipe"]["parts"]]


def test_what_the_search_does_not_show_any_more_is_not_shown_here(client: Client) -> None:
    with pictures.queries.engine().writing() as writer:
        writer.delete("marks", "IR1")
    assert "IR1" not in by_key(ask(client, saved(drawn("tree")), "name=lumen"))

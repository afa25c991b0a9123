"""Search by picture: what is published is found and explained; what is brought is forgotten; nothing else is told."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from chancery.core import follow
from chancery.finder.pictures import network
from chancery.finder.pictures.tests.drawings import drawn, saved, turned
from chancery.records.documents import actions as documents
from chancery.records.documents.models import Deposit, File
from chancery.records.register.tests import lived
from chancery.services.search import followers
from chancery.services.search.followers import Index
from chancery.services.search.pictures import follower as pictures_follower
from chancery.services.search.pictures import pictures
from chancery.services.search.pictures import suggested as pictures_suggested
from chancery.services.search.pictures import views as pictures_views
from chancery.services.search.pictures.follower import Pictures

pytestmark = pytest.mark.django_db
PAGE, API = "/search/similar-pictures/", "/api/v1/search/similar-pictures"


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> Iterator[None]:
    settings.INDEX_DIR = tmp_path / "index"
    yield
    pictures._open.cache_clear()


def come_along() -> None:
    follow.catch_up([Index(), Pictures()], at=lived.AT)


def shown(name: str, kind: str) -> dict[str, Any]:
    kept = documents.keep_image(saved(drawn(name)), name=f"{name}.png", by=None, at=lived.AT)
    return {"kind": kind, "sha256": kept.sha256, "name": f"{name}.png", "size": kept.size}


def mark(name: str, **changes: Any) -> str:
    return lived.registered("madrid", documents=(shown(name, "mark.reproductions.0"),), **changes)


def design(*names: str) -> str:
    views = [shown(name, f"shown.0.views.{at}") for at, name in enumerate(names)]
    return lived.registered("hague", documents=views)


@pytest.fixture
def published() -> None:
    """A mark that is a tree, designs that are a house and a bolt."""
    lived.publish(mark("tree"))
    lived.publish(design("house", "ring"))
    lived.publish(design("bolt"))
    come_along()


def bring(client: Client, picture: bytes, **data: str) -> Any:
    return client.post(PAGE, {"picture": SimpleUploadedFile("secret-plan.png", picture), **data})


def ask(client: Client, picture: bytes, query: str = "") -> Any:
    return client.post(f"{API}?{query}", picture, content_type="image/png")


@pytest.mark.usefixtures("published")
def test_what_was_turned_is_found_with_what_its_score_is_made_of(client: Client) -> None:
    page = bring(client, saved(turned("bolt", 90))).content.decode()
    assert page.index("/search/designs/DM000002/") < page.index("/search/marks/IR1/")
    assert "turned by about" in page
    assert "The recipe" in page


@pytest.mark.usefixtures("published")
def test_an_outline_is_found_over_the_api(client: Client) -> None:
    told = ask(client, saved(drawn("tree", line=4))).json()
    first = told["items"][0]
    assert (first["collection"], first["key"]) == ("marks", "IR1")
    assert sum(part["score"] * part["weight"] for part in first["parts"]) == pytest.approx(first["score"], abs=1e-3)
    assert told["pictures"] == 4
    assert client.get(first["links"]["picture"])["Content-Type"] == "image/png"


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize(
    ("narrowed", "keys"),
    [
        ("collection=designs", {"DM000001", "DM000002"}),
        ("q=lumen", {"IR1"}),
        ("class=26-05", {"DM000001", "DM000002"}),
        ("class=26", {"DM000001", "DM000002"}),
        ("class=11", {"IR1"}),
        ("class=11&class=26-05", {"IR1", "DM000001", "DM000002"}),
        ("status=lapsed", set()),
        ("status=registered&class=9", {"IR1"}),
        ("q=number:DM/000002", {"DM000002"}),
        ("q=lumen OR lamp&collection=marks", {"IR1"}),
    ],
)
def test_words_classes_and_status_narrow_it(client: Client, narrowed: str, keys: set[str]) -> None:
    assert {one["key"] for one in ask(client, saved(drawn("tree")), narrowed).json()["items"]} == keys


@pytest.mark.usefixtures("published")
def test_a_record_is_compared_with_others_and_its_pictures_can_be_chosen(client: Client) -> None:
    record = client.get("/search/designs/DM000001/").content.decode()
    assert f"{PAGE}?like=designs/DM000001" in record
    page = client.get(PAGE, {"like": "designs/DM000001"}).content.decode()
    assert "/search/marks/IR1/" in page
    other = pictures.shown(pictures.queries.record("designs", "DM000001"))[1]
    assert f"picture={other}" in page
    told = client.get("/api/v1/records/designs/DM000001/similar-pictures").json()
    assert "DM000001" not in {one["key"] for one in told["items"]}


@pytest.mark.usefixtures("published")
def test_classes_of_what_is_near_are_suggested_with_those_who_have_them(client: Client) -> None:
    told = ask(client, saved(drawn("bolt"))).json()["suggestions"]
    assert [(one["scheme"], one["symbol"]) for one in told] == [("locarno", "26-02"), ("locarno", "26-05")]
    assert "DM/000002" in told[0]["because"]
    assert told[0]["title"]


def test_the_classes_of_nearer_pictures_weigh_more() -> None:
    def near(key: str, score: float, *symbols: str) -> Any:
        similar = pictures.SimilarPicture(pictures.Picture(key, ""), score, tuple)
        document = pictures.Document(collection="marks", key=key, classes={"vienna": symbols})
        return pictures.Found(similar, document)

    hits = [near("a", 0.9, "05.01.01"), near("b", 0.5, "05.01.01", "26.04.02"), near("c", 0.6), near("d", 0.1, "01.01")]
    first, second = pictures_suggested.suggestions(hits)
    assert (first.symbol, first.share, [one.key for one in first.because]) == ("05.01.01", 1.0, ["a", "b"])
    assert (second.symbol, round(second.share, 3)) == ("26.04.02", 0.357)


def test_nothing_of_what_is_not_published_is_compared_or_shown(client: Client) -> None:
    secret = mark("tree")
    lived.registered("hague", documents=(shown("bolt", "shown.0.views.0"),), publication="deferred", deferred_months=30)
    come_along()
    for name in ("tree", "bolt"):
        told = ask(client, saved(drawn(name))).json()
        assert (told["items"], told["pictures"], told["suggestions"]) == ([], 0, [])
    assert client.get(PAGE, {"like": "marks/IR1"}).status_code == 404
    assert client.get("/api/v1/records/marks/IR1/similar-pictures").status_code == 404
    lived.publish(secret)
    come_along()
    assert [one["key"] for one in ask(client, saved(drawn("tree"))).json()["items"]] == ["IR1"]


@pytest.mark.usefixtures("published")
def test_what_the_search_does_not_show_any_more_is_not_shown_here(client: Client) -> None:
    with pictures.queries.engine().writing() as writer:
        writer.delete("marks", "IR1")
    assert "IR1" not in {one["key"] for one in ask(client, saved(drawn("tree"))).json()["items"]}
    assert client.get(PAGE, {"like": "marks/IR1"}).status_code == 404


@pytest.mark.usefixtures("published")
def test_a_picture_that_is_brought_is_kept_nowhere(client: Client, settings: Any) -> None:
    before = File.objects.count(), Deposit.objects.count()
    brought = saved(drawn("steps", ink=(1, 2, 3)))
    page = bring(client, brought).content.decode()
    assert (File.objects.count(), Deposit.objects.count()) == before
    assert not (Path(settings.FILES_DIR) / hashlib.sha256(brought).hexdigest()).exists()
    assert pictures.compared(pictures.COLLECTIONS) == 4
    assert "secret-plan" not in page
    assert "it is not kept" in page


@pytest.mark.parametrize(
    ("picture", "words"),
    [
        (b"no picture at all", "not a JPEG, PNG or TIFF"),
        (saved(drawn("tree"), "GIF"), "not a JPEG, PNG or TIFF"),
        (saved(drawn("tree"))[:300], "damaged"),
        (saved(drawn("tree", ink="white")), "nothing on this picture"),
    ],
)
def test_what_cannot_be_compared_is_refused_with_the_remedy(client: Client, picture: bytes, words: str) -> None:
    answer = bring(client, picture, q="lumen")
    assert answer.status_code == 400
    page = answer.content.decode()
    assert words in page
    assert 'value="lumen"' in page
    api = ask(client, picture)
    assert 400 <= api.status_code < 500
    assert words in api.json()["detail"]


def test_the_form_without_a_picture_asks_for_one(client: Client) -> None:
    assert client.get(PAGE).status_code == 200
    answer = client.post(PAGE, {"q": "lamp"})
    assert answer.status_code == 400
    assert "Choose a picture." in answer.content.decode()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"classes": "nine"}, "Write Nice classes"),
        ({"classes": "26-"}, "Write Nice classes"),
        ({"q": '"open'}, "wrong-q"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(client: Client, data: dict[str, str], words: str) -> None:
    answer = bring(client, saved(drawn("tree")), **data)
    assert answer.status_code == 400
    assert words in answer.content.decode()
    assert "Choose the picture again" in answer.content.decode()


def test_words_that_leave_too_much_are_refused(client: Client, published: None, monkeypatch: Any) -> None:
    monkeypatch.setattr(pictures, "MOST_WITHIN", 0)
    answer = bring(client, saved(drawn("tree")), q="lumen")
    assert answer.status_code == 400
    assert "Narrow them" in answer.content.decode()


@pytest.mark.parametrize("like", ["patents/X", "marks", "designs/", "designs/NONE", "x/../y", "\x00"])
def test_an_address_with_nonsense_is_not_found(client: Client, like: str) -> None:
    assert client.get(PAGE, {"like": like}).status_code == 404


@pytest.mark.usefixtures("published")
def test_the_clearance_report_for_a_design_says_recipe_hits_classes_and_status(client: Client) -> None:
    told = client.get(PAGE, {"like": "designs/DM000001", "as": "json", "classes": "26-05"}).json()
    assert told["name"].endswith("DM/000001")
    assert told["compared"] == 4
    [hit] = told["hits"]
    assert (hit["number"], hit["status"], hit["classes"][0]) == ("DM/000002", "registered", "26-05")
    assert {part["part"] for part in hit["parts"]} == {part["part"] for part in told["recipe"]["parts"]}
    pdf = client.get(PAGE, {"like": "designs/DM000001", "as": "pdf"})
    assert pdf["Content-Type"] == "application/pdf"
    assert pdf.content.startswith(b"%PDF-")


@pytest.mark.usefixtures("published")
def test_the_report_on_a_picture_that_was_brought_names_its_hash(client: Client) -> None:
    picture = saved(drawn("bolt"))
    told = bring(client, picture, **{"as": "json"}).json()
    assert hashlib.sha256(picture).hexdigest() in told["name"]
    assert told["hits"][0]["number"] == "DM/000002"


@pytest.mark.skipif(network() is None, reason="the extra requirements/pictures.txt is not installed")
def test_without_the_network_it_works_by_pattern_and_outlines_and_says_so(client: Client, monkeypatch: Any) -> None:
    from chancery.services.search.pictures import api as pictures_api
    from chancery.services.search.pictures import report as pictures_report

    for module in (pictures, pictures_api, pictures_follower, pictures_report, pictures_views):
        monkeypatch.setattr(module, "network", lambda: None)
    lived.publish(mark("tree"))
    come_along()
    page = bring(client, saved(turned("tree", 90))).content.decode()
    assert "IR1" in page
    assert "by pattern and outlines alone" in page
    told = ask(client, saved(drawn("tree"))).json()
    assert [part["part"] for part in told["recipe"]] == ["pattern", "outline"]


@pytest.mark.usefixtures("published")
def test_the_same_entries_may_come_again_and_a_lost_index_is_made_again(settings: Any, tmp_path: Path) -> None:
    follow.rebuild(Pictures(), at=lived.AT)
    assert pictures.compared(pictures.COLLECTIONS) == 4
    settings.INDEX_DIR = tmp_path / "other"
    assert Pictures().stale()
    follow.rebuild_stale([Index(), Pictures()], at=lived.AT)
    assert pictures.compared(pictures.COLLECTIONS) == 4


@pytest.mark.usefixtures("published")
def test_made_again_they_are_asked_until_the_new_ones_are_whole_and_none_is_measured_twice(monkeypatch: Any) -> None:
    lived.publish(mark("bolt"))  # not yet followed
    measured, meanwhile = [], []
    features, told = pictures_follower.features, followers.document_of

    def measuring(data: bytes, with_network: Any) -> Any:
        measured.append(data)
        return features(data, with_network)

    def reading(entry: Any) -> Any:
        meanwhile.append(pictures.compared(pictures.COLLECTIONS))
        return told(entry)

    monkeypatch.setattr(pictures_follower, "features", measuring)
    monkeypatch.setattr(followers, "document_of", reading)
    follow.rebuild(Pictures(), at=lived.AT)
    assert set(meanwhile) == {4}
    assert len(measured) == 1
    assert pictures.compared(pictures.COLLECTIONS) == 5
    assert follow.lag([Pictures()]) == {Pictures.name: 0}

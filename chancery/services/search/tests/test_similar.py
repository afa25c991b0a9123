from datetime import UTC, datetime

import pytest

from chancery.core import follow, ledger
from chancery.core.models import Bookmark
from chancery.finder.similar import shelf
from chancery.records.register import actions as register
from chancery.records.register.events import RecordImported
from chancery.services.search.followers import Index
from chancery.services.search.similar import follower, similar
from chancery.services.search.similar.follower import SimilarMarks

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
PAGE = "/search/similar-marks/"
MARKS = SimilarMarks()


def enter(*marks, collection="marks"):
    records = [
        RecordImported(
            collection=collection,
            key=key,
            source="a test register",
            facts={
                "titles": {"en": name} if name else {},
                "number": key,
                "office": "EM",
                "status": "registered",
                "classes": {"nice": classes},
                "dates": {"filed": "2020-04-08"},
            },
        )
        for key, name, classes in marks
    ]
    register.import_records(records, at=AT)
    follow.catch_up([Index(), MARKS], at=AT)
    if MARKS._renewal.is_alive():
        MARKS._renewal.join()


@pytest.fixture(autouse=True)
def marks(settings, tmp_path, monkeypatch):
    settings.INDEX_DIR = tmp_path / "index"
    monkeypatch.setattr(shelf, "LEAST", 3)
    enter(
        ("1", "RHEOSOL", ["1", "19"]),
        ("2", "GeoSol", ["19"]),
        ("3", "Vivo Select", ["9"]),
        ("4", "Ψαρά", ["29"]),
        ("5", "", ["9"]),
    )


def test_a_similar_mark_is_shown_with_what_its_score_is_made_of(client):
    page = client.get(PAGE, {"name": "reosol", "classes": "19"}).content.decode()
    assert "RHEOSOL" in page
    assert "letters in the same order" in page
    assert "Both in class 19." in page
    assert "European Union Intellectual Property Office" in page
    assert "/search/marks/1/" in page


def test_a_greek_mark_is_found_by_its_latin_letters(client):
    found = client.get("/api/v1/search/similar-marks", {"name": "psara"}).json()["items"]
    assert (found[0]["mark"], found[0]["score"]) == ("Ψαρά", 1.0)


def test_the_page_without_a_name_asks_for_one_and_shows_the_recipe(client):
    page = client.get(PAGE).content.decode()
    assert "The recipe" in page
    assert "Clearance report" not in page


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"name": "!!!"}, "no letter and no digit"),
        ({"name": "x" * 201}, "longer than 200"),
        ({"name": "sol", "classes": "46"}, "numbers from 1 to 45"),
        ({"name": "sol", "classes": "nine"}, "numbers from 1 to 45"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(client, data, words):
    answer = client.get(PAGE, data)
    assert answer.status_code == 400
    page = answer.content.decode()
    assert words in page
    assert f'value="{data["name"]}"' in page


@pytest.mark.parametrize("data", [{"limit": "x"}, {"limit": "-1"}, {"name": "\x00"}, {"classes": "9" * 700}])
def test_an_address_with_nonsense_still_answers(client, data):
    assert client.get(PAGE, {"name": "sol", **data}).status_code in (200, 400)


def test_the_report_says_recipe_hits_scores_classes_and_status(client):
    answer = client.get(f"{PAGE}report.json", {"name": "rheosol", "classes": "1"})
    told = answer.json()
    assert told["classes"] == [1]
    assert told["recipe"]["parts"][0]["label"] == "Spelling"
    parts = ["look", "sound", "element", "words", "meaning", "classes"]
    assert [part["part"] for part in told["recipe"]["parts"]] == parts
    first = told["hits"][0]
    assert (first["mark"], first["status"], first["classes"], first["score"]) == ("RHEOSOL", "registered", [1, 19], 1.0)
    assert sum(part["score"] * part["weight"] for part in first["parts"]) == pytest.approx(first["score"], abs=1e-3)


def test_the_report_is_a_pdf(client):
    answer = client.get(f"{PAGE}report.pdf", {"name": "rheosol"})
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")


@pytest.mark.parametrize("ending", ["pdf", "json"])
def test_a_report_on_nothing_is_refused(client, ending):
    assert client.get(f"{PAGE}report.{ending}", {"name": " "}).status_code == 400


def test_the_api_refuses_a_name_without_letters(client):
    answer = client.get("/api/v1/search/similar-marks", {"name": "—"})
    assert answer.status_code == 400
    assert answer.json()["findings"][0]["field"] == "name"


def test_a_mark_entered_later_is_compared_too(client):
    client.get(PAGE, {"name": "zyklon"})
    enter(("6", "Zyklop", ["7"]))
    assert "Zyklop" in client.get(PAGE, {"name": "zyklon"}).content.decode()


def files():
    return sorted(str(file) for file in similar.shelf()._folders.root.rglob("*"))


def test_a_patent_changes_nothing_of_it():
    before = files()
    enter(("EP1", "Zyklop", []), collection="patents")
    assert files() == before
    assert follow.bookmark(MARKS) == 6


def test_many_changes_make_the_large_index_anew(client):
    before = similar.shelf().opened().whole
    enter(("6", "Zyklop", ["7"]))
    assert similar.shelf().opened().whole is before
    enter(*((f"9{at}", f"Zyklon {at}", ["7"]) for at in range(5)))
    found = similar.shelf().opened()
    assert [len(found.whole), len(found)] == [10, 10]
    assert "Zyklon 4" in client.get(PAGE, {"name": "zyklon"}).content.decode()


def test_a_renewal_that_fails_leaves_what_is_there_and_is_said(client, monkeypatch, caplog):
    enter(("6", "Zyklop", ["7"]))
    monkeypatch.setattr(shelf, "build", None)
    MARKS._renew(similar.shelf())
    MARKS._renewal.join()
    assert "could not be made anew" in caplog.text
    assert "Zyklop" in client.get(PAGE, {"name": "zyklon"}).content.decode()


def test_until_the_index_is_made_the_page_says_so_and_no_report_is_given(client):
    similar.shelf().forget()
    page = client.get(PAGE, {"name": "rheosol"})
    assert "Marks are still being prepared" in page.content.decode()
    answer = client.get(f"{PAGE}report.pdf", {"name": "rheosol"})
    assert (answer.status_code, answer["Retry-After"]) == (503, "60")
    for place in ("similar-marks", "similar-marks/report"):  # an empty answer would read as a clear way
        told = client.get(f"/api/v1/search/{place}", {"name": "rheosol"})
        assert (told.status_code, told["Retry-After"]) == (503, "60")


def test_a_lost_index_is_made_again_when_the_runner_starts(client, settings, tmp_path):
    settings.INDEX_DIR = tmp_path / "other"
    assert MARKS.stale()
    assert follow.rebuild_stale([Index(), MARKS], at=AT) == ["search index", "similar marks"]
    assert "RHEOSOL" in client.get(PAGE, {"name": "rheosol"}).content.decode()
    assert not MARKS.stale()


@pytest.mark.parametrize("name", ["near.npy", "format.json", "outdated.npy"])
def test_an_index_that_cannot_be_read_is_made_again(name):
    for part in similar.shelf()._folders.root.rglob(name):
        part.write_bytes(b"")
    similar._shelf.cache_clear()
    assert follow.rebuild_stale([MARKS], at=AT) == ["similar marks"]
    assert similar.compared() == 4


def test_far_behind_it_only_takes_notes(monkeypatch):
    monkeypatch.setattr(SimilarMarks, "batch", 2)
    settled, settle = [], shelf.Shelf.settle

    def counted(kept):
        settled.append(len((kept._folder() / "list").read_text().splitlines()))
        return settle(kept)

    monkeypatch.setattr(shelf.Shelf, "settle", counted)
    MARKS.forget()
    Bookmark.objects.filter(follower=MARKS.name).update(number=0)
    follow.catch_up([MARKS], at=AT)
    assert settled == [4, 1]  # of three batches the last two; the first of them made the large index of its four
    assert similar.compared() == 4


def test_made_again_it_answers_as_before_until_it_is_whole(monkeypatch):
    meanwhile = []
    told = follower._told

    def watched(entry):
        meanwhile.append(similar.compared())
        return told(entry)

    monkeypatch.setattr(follower, "_told", watched)
    ledger.erase(1)
    follow.rebuild(MARKS, at=AT)
    assert set(meanwhile) == {4}
    assert similar.compared() == 3
    assert follow.lag([MARKS]) == {MARKS.name: 0}


def test_an_erased_mark_is_gone_once_it_is_read_again():
    ledger.erase(1)
    Bookmark.objects.filter(follower=MARKS.name).update(number=0)
    follow.catch_up([MARKS], at=AT)
    assert {one.mark.name for one in similar.shelf().opened().search("rheosol")} == {"GeoSol", "Vivo Select", "Ψαρά"}


def test_a_register_without_marks_says_so(client, settings, tmp_path):
    settings.INDEX_DIR = tmp_path / "other"
    assert "still being prepared" in client.get(PAGE, {"name": "sol"}).content.decode()
    similar.shelf().renew()
    assert "No mark is like this one" in client.get(PAGE, {"name": "sol"}).content.decode()

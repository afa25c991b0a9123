from datetime import UTC, datetime

import pytest

from chancery.core import clock, follow
from chancery.records.register import actions as register
from chancery.records.register.events import RecordImported
from chancery.services.search.followers import Index
from chancery.services.search.similar import similar

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
PAGE = "/search/similar-marks/"


def enter(*marks):
    records = [
        RecordImported(
            collection="marks",
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
    follow.catch_up([Index()], at=AT)


@pytest.fixture(autouse=True)
def marks(settings, tmp_path):
    settings.INDEX_DIR = tmp_path / "index"
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
    assert [part["part"] for part in told["recipe"]["parts"]] == ["look", "sound", "element", "words", "classes"]
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


def test_another_process_opens_the_index_that_is_there(client, monkeypatch):
    client.get(PAGE, {"name": "sol"})
    similar._open.clear()
    monkeypatch.setattr(similar, "build", None)
    assert "RHEOSOL" in client.get(PAGE, {"name": "rheosol"}).content.decode()


def test_a_register_without_marks_says_so(client):
    follow.rebuild(Index(), at=clock.now())
    with similar.queries.engine().writing() as writer:
        writer.wipe()
    assert "No mark is like this one" in client.get(PAGE, {"name": "sol"}).content.decode()

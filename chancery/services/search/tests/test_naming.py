"""Codes stand beside their names, in the reader's language, on every page that shows them."""

import html
import re
from datetime import date

import pytest
from django.utils import translation

from chancery.core import follow
from chancery.records.register import actions as register
from chancery.services.search import naming, queries, words
from chancery.services.search.followers import Index
from chancery.services.search.records.lines import lines
from chancery.services.search.tests.conftest import AT, record

pytestmark = pytest.mark.usefixtures("records", "more")


@pytest.fixture
def more(records):
    register.import_records(
        [
            record(
                "indications",
                "PDO-PT-1",
                "Queijo",
                country="PT",
                kind="PDO",
                classes={"product": ["Class 1.3. Cheeses"]},
            ),
            record(
                "indications",
                "PDO-IT-1",
                "Formaggio",
                country="IT",
                kind="PGI",
                classes={"product": ["Class 1.3. Cheeses"]},
            ),
            record("patents", "US1", "Kettle", office="US", kind="B2", dates={"published": "2015-01-01"}),
            record("patents", "EP1", "Kettle", office="EP", kind="B2", dates={"published": "2015-01-01"}),
            record("patents", "EP2", "Kettle", office="EP", kind="A1", dates={"published": "2015-01-01"}),
            record(
                "marks",
                "M1",
                "Lamp",
                office="EM",
                classes={"nice": ["9"]},
                more={"languages": ["en", "fr"], "feature": "Figurative"},
            ),
        ],
        at=AT,
    )
    follow.catch_up([Index()], at=AT)


def words_of(page):
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page.content.decode())).split())


def test_a_facet_names_the_country_and_keeps_its_code(client):
    assert "Portugal (PT)" in words_of(client.get("/search/indications/"))


def test_the_name_is_in_the_language_of_the_reader(client):
    page = words_of(client.get("/search/indications/", headers={"accept-language": "fr"}))
    assert "Grèce (GR)" in page


@pytest.mark.parametrize("language", ["en", "fr", "ar", "zh-hans", "ru", "es"])
def test_an_office_that_is_no_state_is_never_taken_for_a_territory(language):
    with translation.override(language):
        assert naming.place("EA") not in ("", "Ceuta & Melilla", "Ceuta et Melilla")
        assert "EA" not in naming.place("EA")


@pytest.mark.parametrize("code", ["", "ZZ", "QQ", "pt", "1"])
def test_a_code_that_is_none_stands_alone(code):
    assert (naming.place(code), words.facet_value("country", code)) == ("", code)


def test_the_chosen_filter_has_the_same_words_as_the_facet(client):
    page = words_of(client.get("/search/indications/", {"country": "PT"}))
    assert "Filtered by Country: Portugal (PT)" in page


def test_a_kind_code_says_what_it_means_where_the_office_is_known(client):
    assert "(B2)" not in words_of(client.get("/search/patents/", {"q": "kettle"}))  # it is another thing in each
    page = words_of(client.get("/search/patents/", {"q": "kettle", "office": "EP"}))
    assert "Patent granted, amended (B2)" in page


def test_a_kind_code_says_nothing_of_a_time_before_it_was_used():
    assert naming.document("B1", "US", date(1999, 1, 5)) == ""
    assert naming.document("B1", "US", date(2001, 1, 2)) == "Patent granted, its application not published before"


def test_a_class_has_its_title(client):
    assert words.facet_note("class", "nice:9").startswith("Scientific")
    assert "Scientific" in words_of(client.get("/search/marks/M1/"))
    assert "Scientific" in words_of(client.get("/search/marks/"))


def test_a_class_of_patents_has_the_title_of_its_subclass(client):
    assert words.facet_note("class", "ipc:F03D") == "Wind motors"
    assert words.facet_note("class", "ipc:A43") == "Footwear"
    assert words.facet_note("class", "ipc:A") == "Human necessities"
    assert words.facet_note("class", "cpc:A43") == ""


def test_goods_are_written_as_their_records_write_them():
    assert words.class_value("product:class 1 3 cheeses") == "Class 1.3. Cheeses"
    assert words.class_value("product:no such goods") == "no such goods"


def test_the_languages_of_a_mark_are_named():
    line = next(one for one in lines(queries.record("marks", "M1")) if one.key == "languages")
    assert (line.values, line.notes) == (("en", "fr"), ("English", "French"))


@pytest.mark.parametrize(
    "path",
    [
        "/search/indications/PDO-PT-1/",
        "/search/compare/?r=indications/PDO-PT-1&r=indications/PDO-IT-1",
        "/search/analysis/?collection=indications",
    ],
)
def test_every_page_names_the_country(client, path):
    assert "Portugal" in words_of(client.get(path))
    assert re.search(r"\(\s*PT\s*\)", words_of(client.get(path)))


def test_the_table_names_offices_kinds_and_schemes(client):
    page = client.get(
        "/search/", {"view": "table", "col": ["office", "country", "kind", "classes"], "q": "lamp OR kettle"}
    )
    rows = words_of(page).partition("Columns")[2]
    assert "European Union Intellectual Property Office ( EM )" in rows
    assert "Patent granted, amended ( B2 )" in rows
    assert "Nice 9" in rows


def test_a_party_is_not_called_by_its_office():
    assert (naming.party("EM"), naming.place("EM")) == (
        "European Union",
        "European Union Intellectual Property Office",
    )
    assert naming.party("JP") == naming.place("JP") == "Japan"


def test_the_feature_of_a_mark_is_told_in_the_language_of_the_reader(client):
    assert "Figurative mark" in words_of(client.get("/search/marks/M1/"))
    page = client.get("/search/marks/M1/", headers={"accept-language": "fr"}).content.decode()
    assert "Marque figurative" in page
    found = client.get("/search/fields/", {"feature": "Figurative mark", "collection": "marks"}, follow=True)
    assert "M1" in words_of(found)

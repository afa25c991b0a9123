"""People by what they are in a record, dates of which there are several, and the codes of an application's file."""

from dataclasses import replace
from datetime import date

import pytest

from chancery.finder import Document, explain, parse
from chancery.finder.tests.records import SOLAR, WIND, found, keys

LENS = Document(
    collection="patents",
    key="WO2026000001",
    office="WO",
    number="WO 2026/000001",
    titles={"en": "Lens"},
    names=("Optics AG",),
    people={"inventor": ("Ada Mayer", "Bo Lindqvist"), "agent": ("Mayer & Partner", "専利事務所")},
    numbered={"national": ("US 18/123,456",)},
    days={"entered": (date(2027, 3, 1), date(2029, 6, 30))},
    codes={"search_report": ("report",), "searcher": ("EP",), "national_office": ("US", "JP")},
)
TWIN = replace(LENS, key="WO2026000002", number="WO 2026/000002", people={"inventor": ("Mayer & Partner",)}, days={})
SILENT = replace(LENS, key="WO2026000003", number="WO 2026/000003", names=(), people={}, days={}, codes={}, numbered={})


@pytest.fixture
def peopled(engine):
    with engine.writing() as writer:
        writer.add((LENS, TWIN, SILENT))
    return engine


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        ("mayer", (LENS, TWIN)),
        ("IN:mayer", (LENS, TWIN)),
        ("INA:ada", (LENS,)),
        ("IN:(ada mayer)", (LENS,)),
        ('inventor:"ada mayer"', (LENS,)),
        ('inventor:"mayer bo"', ()),
        ('"lindqvist mayer"', ()),
        ("inventor:lind*", (LENS,)),
        ("inventor:lindquist~", (LENS,)),
        ("inventor:(ada NEAR2 mayer)", (LENS,)),
        ("IN:partner", (TWIN,)),
        ("RP:partner", (LENS,)),
        ("RPA:mayer RPF:partner", (LENS,)),
        ("RPF:専利", ()),
        ("INF:mayer", (LENS, TWIN)),
        ("INF:lindqvist", ()),
        ("INF:(ada mayer)", (LENS,)),
        ("INF:ad*", (LENS,)),
        ("INF:lind*", ()),
        ("INF:adda~", (LENS,)),
        ('inventor_first:"ada mayer"', (LENS,)),
        ("inventor_first:(ada NEAR2 mayer)", (LENS,)),
        ("PAF:optics", (LENS, TWIN)),
        ("PAF:ada", ()),
        ("inventor_first:*", (LENS, TWIN)),
        ("NOT name_first:*", (SILENT,)),
        ('agent:"利事"', (LENS,)),
        ("agent:optics", ()),
        ("PA:mayer", ()),
        ("PA:optics", (LENS, TWIN)),
        ("ALLNAMES:optics", (LENS, TWIN)),
        ("ALL_NAMES:ada", (LENS,)),
        ("ALLNAMES:lens", ()),
        ("agent:*", (LENS,)),
        ("inventor:*", (LENS, TWIN)),
        ("names:*", (LENS, TWIN)),
        ("NOT names:*", (SILENT,)),
    ],
)
def test_people_are_found_by_what_they_are_in_a_record(peopled, text, documents):
    assert keys(peopled, text) == found(*documents)


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        ("NPED:2027", (LENS,)),
        ("NPED:2028", ()),
        ("NPED:2029", (LENS,)),
        ("NPED:[2027-02 TO 2027-04]", (LENS,)),
        ("NPED:[2027-04 TO 2029-05]", ()),
        ("NPED:>=2029-06-30", (LENS,)),
        ("NPED:<2027", ()),
        ("entered:*", (LENS,)),
        ("NOT entered:*", (TWIN, SILENT)),
    ],
)
def test_of_several_dates_one_must_be_in_the_range(peopled, text, documents):
    assert keys(peopled, text) == found(*documents)


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        ("NPAN:18/123456", (LENS, TWIN)),
        ('NPA:"US 18/123,456"', (LENS, TWIN)),
        ("NPA:jp", (LENS, TWIN)),
        ("NPA:EP", ()),
        ("ALLNUM:US18123456", (LENS, TWIN)),
        ("AN:18/123456", ()),
        ("NPCC:(US AND JP)", (LENS, TWIN)),
        ("ISR:Report ISA:ep", (LENS, TWIN)),
        ("ISR:declaration", ()),
        ("NOT search_report:*", (SILENT,)),
    ],
)
def test_codes_and_numbers_of_the_national_phase_are_found(peopled, text, documents):
    assert keys(peopled, text) == found(*documents)


def test_names_of_people_are_marked_where_they_are_sought(peopled):
    marked = {hit.document.key: set(hit.highlights) for hit in peopled.search(parse("mayer")).hits}
    assert marked == {LENS.key: {"inventor.0", "agent.0"}, TWIN.key: {"inventor.0"}}
    assert set(peopled.search(parse("RP:mayer")).hits[0].highlights) == {"agent.0"}
    assert set(peopled.search(parse("RPF:mayer INF:mayer PAF:optics")).hits[0].highlights) == {
        *("name.0", "inventor.0", "agent.0")
    }
    assert set(peopled.search(parse("names:(mayer AND optics) RP:*")).hits[0].highlights) == {
        *("name.0", "inventor.0", "agent.0")
    }


def test_a_name_is_explained_as_a_word_that_has_one_form(peopled):
    told = explain(parse("IN:mayer"), peopled)
    assert (told.kind, told.stems, told.hits) == ("exact", (), 2)
    assert [word.text for word in explain(parse("IN:ma*"), peopled).words] == ["mayer"]
    assert [word.text for word in explain(parse("INF:*n*"), peopled).words] == ["partner"]


def test_people_come_back_as_they_were_given(peopled):
    assert peopled.get("patents", LENS.key) == LENS


def test_roles_that_nobody_knows_are_refused():
    with pytest.raises(ValueError, match="No such role of a person"):
        replace(SOLAR, people={"owner": ("X",)})
    with pytest.raises(ValueError, match="No such date"):
        replace(WIND, days={"filed": (date(2020, 1, 1),)})

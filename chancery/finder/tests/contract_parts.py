"""The long texts of a patent application: claims and description, each by itself and together with the front page."""

import pytest

from chancery.finder import Document, parse
from chancery.finder.tests.records import found, keys

LONG = "The housing surrounds the rotor. " * 40
PUMP = Document(
    collection="patents",
    key="WO2026000011",
    number="WO 2026/000011",
    titles={"en": "Pump"},
    text="A pump for seawater.",
    parts={"claims": "1. A pump with an impeller.", "description": f"{LONG}Impellers of bronze resist salt. {LONG}"},
    language="en",
)
POMPE = Document(
    collection="patents",
    key="WO2026000012",
    number="WO 2026/000012",
    titles={"fr": "Pompe"},
    parts={"claims": "1. Pompe comprenant des turbines.", "description": "海水泵。Les turbines tournent."},
    language="fr",
)


@pytest.fixture
def told(engine):
    with engine.writing() as writer:
        writer.add((PUMP, POMPE))
    return engine


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        ("impeller", ()),
        ("ALL:impeller", (PUMP,)),
        ("ALLTXT:pump", (PUMP,)),
        ("fulltext:pompe", (POMPE,)),
        ("EN_CL:impellers", (PUMP,)),
        ("EN_CL:bronze", ()),
        ("EN_DE:bronze", (PUMP,)),
        ("FR_DE:bronze", ()),
        ("FR_CL:turbine", (POMPE,)),
        ("EN_CL:turbine", ()),
        ("FR_ALL:turbine", (POMPE,)),
        ("EN_ALL:turbine", ()),
        ("claims:turbine", (POMPE,)),
        ('description:"impellers of bronze"', (PUMP,)),
        ('claims:"impellers of bronze"', ()),
        ('fulltext:"海水泵"', (POMPE,)),
        ("description:(bronze NEAR3 impeller)", (PUMP,)),
        ("description:bron*", (PUMP,)),
        ("claims:*", (PUMP, POMPE)),
        ("EN_CL:*", (PUMP,)),
        ("FR_ALL:*", (POMPE,)),
        ("ALL:*", (PUMP, POMPE)),
        ("ALL:2026/000012", (POMPE,)),
        ("ab:impeller", ()),
    ],
)
def test_long_texts_are_found_where_they_are_sought(told, text, documents):
    assert keys(told, text) == found(*documents)


def test_of_a_long_text_an_extract_is_shown(told):
    [hit] = told.search(parse("fulltext:bronze")).hits
    assert set(hit.highlights) == {"description"}
    pieces = hit.highlights["description"]
    assert ("bronze", True) in [tuple(piece) for piece in pieces]
    assert sum(len(piece[0]) for piece in pieces) < 300


def test_what_is_sought_on_the_front_page_is_not_marked_in_the_long_texts(told):
    [hit] = told.search(parse("pump")).hits
    assert set(hit.highlights) == {"title.en", "text"}


def test_long_texts_come_back_as_they_were_given(told):
    assert told.get("patents", PUMP.key) == PUMP


def test_parts_that_nobody_knows_are_refused():
    with pytest.raises(ValueError, match="No such part"):
        Document(collection="patents", key="1", parts={"drawings": "x"})

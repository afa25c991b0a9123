"""Sections, classes and subclasses have their titles, and what is below them is found by them."""

from collections import Counter

import pytest

from chancery.treaties import ipc
from chancery.treaties.ipc.data.compile import quiet


@pytest.mark.parametrize(
    ("symbol", "language", "title"),
    [
        ("D", "en", "Textiles; paper"),
        ("A43", "en", "Footwear"),
        ("A43", "fr", "Chaussures"),
        ("d03", "fr-CH", "Tissage"),
        ("F03D", "en", "Wind motors"),
        ("F03D 13/25", "en", "Wind motors"),
        ("F03D13/25", "ar", "Wind motors"),
        ("H", "fr", "Electricity"),
        ("X", "en", ""),
        ("", "en", ""),
    ],
)
def test_a_symbol_has_the_title_of_what_it_stands_in(symbol, language, title):
    assert ipc.title(symbol, language) == title


def test_every_level_is_there_down_to_the_subclass():
    told = ipc.titles()
    assert Counter(map(len, told)) == {1: 8, 3: 131, 4: 647}
    assert all(title and "(" not in title for title in told.values())
    assert {symbol[:3] for symbol in told if len(symbol) == 4} == {symbol for symbol in told if len(symbol) == 3}


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("CASTING (of plastics B29C); MOULDS (for glass (pressed) C03B", "Casting; moulds"),
        ("CONVERSION OF AC INTO DC; DNA [LASER]", "Conversion of AC into DC; DNA [LASER]"),
        ("WOOD OF SUBCLASSES B27B-B27L;  NAILS", "Wood of subclasses B27B-B27L; nails"),
    ],
)
def test_a_title_is_told_without_references_and_without_shouting(written, told):
    assert quiet(written) == told

"""Which documents a query finds: words, scripts, patterns, numbers, classes, dates, codes."""

import itertools
import random

import pytest

from chancery.finder import Document, Near, QueryError, Term, parse
from chancery.finder.tests.records import BATTERY_JA, DESIGN, MARK, RECORDS, SOLAR, WIND, found, keys


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        ("*", RECORDS),
        ("solar", (SOLAR, MARK)),
        ("SOLAR vehicle", (SOLAR, MARK)),
        ("battery", (SOLAR, WIND, MARK)),
        ('"batteries"', (SOLAR, MARK)),
        ("title:battery", (SOLAR, WIND)),
        ("solar battery NOT turbine", (SOLAR, MARK)),
        ("NOT battery", (BATTERY_JA, DESIGN)),
        ("NOT battery NOT lamps", (BATTERY_JA,)),
        ("turbine OR lamps", (WIND, DESIGN)),
        ("turbine OR NOT battery", (WIND, BATTERY_JA, DESIGN)),
        ("-battery -lamps", (BATTERY_JA,)),
        ('"electric vehicles"', (SOLAR,)),
        ('"vehicles electric"', ()),
        ('"vehicles piles"', ()),
        ('"ag lodz"', ()),
        ("lodz", (SOLAR,)),
        ("ŁÓDŹ", (SOLAR,)),
        ("vehicules", (SOLAR,)),
        ("title.fr:solaires", (SOLAR,)),
        ("FR_TI:solar", ()),
        ("EN_TI:batteries", (SOLAR, WIND)),
        ('title.de:"windrad mit"', (WIND,)),
        ("name:siemens", (SOLAR, BATTERY_JA, DESIGN)),
        ("applicant:(siemens ag)", (SOLAR, DESIGN)),
        ("title:siemens", ()),
        ("text:batteries", (MARK,)),
        ("nowhere", ()),
    ],
)
def test_words_find_what_they_say(filled, text, documents):
    assert keys(filled, text) == found(*documents)


@pytest.mark.parametrize(
    "text", ["電池", "太陽電池", '"電池モ"', "電池*", "title.ja:太陽", "بطارية", "بَطَّارِيَّة", "солнечная", "전지"]
)
def test_other_scripts_are_found_by_their_words_or_characters(filled, text):
    assert keys(filled, text) == found(BATTERY_JA)


def test_characters_out_of_order_are_another_word(filled):
    assert keys(filled, "池電") == set()


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        ("batter*", (SOLAR, WIND, MARK)),
        ("*bine", (WIND,)),
        ("*urb*", (WIND,)),
        ("batt?ry", (WIND,)),
        ("b?tt?r*", (SOLAR, WIND, MARK)),
        ("lód*", (SOLAR,)),
        ("name:bos*", (WIND,)),
        ("title.fr:vehic*", (SOLAR,)),
        ("title.de:vehic*", ()),
        ("b?ttery?", ()),
        ("b.tt*", ()),
        ("batery~", (WIND,)),
        ("batetry~", (WIND,)),
        ("bstery~", ()),
        ("bstery~2", (WIND,)),
        ("name:simens~", (SOLAR, BATTERY_JA, DESIGN)),
    ],
)
def test_wildcards_and_approximations_find_what_they_say(filled, text, documents):
    assert keys(filled, text) == found(*documents)


def test_nearness_is_exact(engine):
    dice = random.Random(7)
    words = [[dice.choice("abcde") for _ in range(12)] for _ in range(60)]
    with engine.writing() as writer:
        writer.add(
            Document(collection="marks", key=str(n), titles={"en": " ".join(line), "fr": "a b"}, text=" ".join(line))
            for n, line in enumerate(words)
        )
    for distance, (left, right) in itertools.product((1, 2, 3, 7), itertools.combinations("abc", 2)):
        expected = {
            str(n)
            for n, line in enumerate(words)
            if any(
                {line[i], line[j]} == {left, right} and abs(i - j) <= distance
                for i, j in itertools.combinations(range(12), 2)
            )
        }
        assert keys(engine, Near(left, right, distance, "text"), limit=100) == expected
        assert keys(engine, Near(left, right, distance, "title.en"), limit=100) == expected


def test_nearness_does_not_reach_from_one_title_into_the_next(filled):
    assert keys(filled, "title:(vehicles NEAR20 piles)") == set()


# numbers, classes, dates, codes


@pytest.mark.parametrize(
    "text",
    [
        "WO 2002/014184",
        "WO02/14184",
        "wo2002014184",
        "2002014184",
        "WO 2002/014184 A1",
        "PCT/US2001/025000",
        "PCT/US01/25000",
        "WO2001US25000",
        "PN:2002/14184",
        "number:WO2002*",
        "number:2002014*",
    ],
)
def test_a_number_is_found_however_it_is_written(filled, text):
    assert keys(filled, text) == found(SOLAR)


def test_a_kind_code_narrows_only_where_kinds_are_known(filled):
    assert keys(filled, "EP1820402B1") == found(WIND)
    assert keys(filled, "JP2005123456A") == found(BATTERY_JA)
    assert keys(filled, "JP2005123456B2") == set()
    assert keys(filled, "JP 2005/123456") == found(BATTERY_JA)
    assert keys(filled, "18222197") == found(MARK)


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        ("class:H", (SOLAR, WIND)),
        ("IC:H01M", (SOLAR, WIND)),
        ('IC:"H01M 10/00"', (SOLAR,)),
        ('IC:"H01M 10/44"', (SOLAR,)),
        ("H01M 10/44", (SOLAR,)),
        ("ipc:B60L11/18", (SOLAR,)),
        ("ic_ex:H01M", ()),
        ("ic_ex:H01M10/44", (SOLAR,)),
        ("ic_ex:H01M2/00", (WIND,)),
        ("ipc:Y02E", ()),
        ("cpc:Y02E", (SOLAR,)),
        ("ipc:H01*", (SOLAR, WIND)),
        ("nice:9", (MARK,)),
        ("nice:01", (MARK,)),
        ("locarno:26", (DESIGN,)),
        ("vienna:26.04", (MARK,)),
        ("class:26", (MARK, DESIGN)),
        ("nice:(9 OR 35)", (MARK,)),
        ("nice:35", ()),
    ],
)
def test_a_parent_class_finds_its_children(filled, text, documents):
    assert keys(filled, text) == found(*documents)


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        ("published:2002", (SOLAR,)),
        ("DP:21.02.2002", (SOLAR,)),
        ("DP:20.02.2002", ()),
        ("DP:[2002 TO 2005]", (SOLAR, BATTERY_JA)),
        ("filed:<2006-01-31", (SOLAR,)),
        ("filed:<=2006-01-31", (SOLAR, WIND)),
        ("registered:*", (MARK,)),
        ("year:2020", (MARK,)),
        ("date:*", (SOLAR, WIND, BATTERY_JA, MARK)),
        ("NOT date:*", (DESIGN,)),
        ("office:em", (MARK, DESIGN)),
        ("status:REGISTERED", (MARK, DESIGN)),
        ("kind:A*", (SOLAR, BATTERY_JA)),
        ("country:*", (SOLAR,)),
        ("collection:patents battery", (SOLAR, WIND)),
        ("vienna:*", (MARK,)),
        ("title.fr:*", (SOLAR,)),
    ],
)
def test_dates_and_codes_find_what_they_say(filled, text, documents):
    assert keys(filled, text) == found(*documents)


def test_a_pattern_that_is_too_wide_is_refused_with_a_remedy(filled):
    with pytest.raises(QueryError, match="letters"):
        filled.search(parse("*a" + "?" * 20))


def test_a_field_nobody_knows_is_refused(filled):
    with pytest.raises(QueryError, match="no field"):
        filled.search(Term("x", "colour"))

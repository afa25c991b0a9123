"""Which documents a query finds: words, scripts, patterns, numbers, classes, dates, codes."""

import itertools
import random

import pytest

from chancery.finder import Document, Phrase, QueryError, Term, explain, near, parse
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
        assert keys(engine, near(left, right, distance, "text"), limit=100) == expected
        assert keys(engine, near(left, right, distance, "title.en"), limit=100) == expected


def test_nearness_in_order_is_exact(engine):
    dice = random.Random(8)
    words = [[dice.choice("abcde") for _ in range(12)] for _ in range(60)]
    with engine.writing() as writer:
        writer.add(
            Document(collection="marks", key=str(n), titles={"en": " ".join(line)}) for n, line in enumerate(words)
        )
    for distance, (left, right) in itertools.product((1, 2, 3, 4, 7, 8), itertools.product("abc", repeat=2)):
        expected = {
            str(n)
            for n, line in enumerate(words)
            if any(
                line[i] == left and line[j] == right and j - i <= distance
                for i, j in itertools.combinations(range(12), 2)
            )
        }
        assert keys(engine, near(left, right, distance, ordered=True), limit=100) == expected
        expected = {
            str(n)
            for n, line in enumerate(words)
            if any(
                line[i : i + 2] == [left, "d"] and line[j] == right and 1 <= j - i - 1 <= distance
                for i, j in itertools.combinations(range(12), 2)
            )
        }
        phrase = near(Phrase(f"{left} d"), Term(right), distance, ordered=True)
        assert keys(engine, phrase, limit=100) == expected


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        ("solar BEFORE batteries", (SOLAR, MARK)),
        ("batteries BEFORE solar", ()),
        ("solar BEFORE battery", (SOLAR, MARK)),
        ('solar BEFORE "battery"', ()),
        ("sol* BEFORE1 batt*", (SOLAR,)),
        ('("wind turbine" OR solar) NEAR3 batter*', (SOLAR, WIND, MARK)),
        ('"wind turbine" NEAR3 battery', (WIND,)),
        ('"wind turbine" NEAR2 battery', ()),
        ("EN_TI:(solar NEAR vehicle)", (SOLAR,)),
        ("FR_TI:(solaire NEAR vehicule)", (SOLAR,)),
        ("name:(robert BEFORE1 bosch)", (WIND,)),
        ("name:(bosch BEFORE1 robert)", ()),
        ("text:(cells BEFORE2 vehicles)", ()),
        ("text:(cells BEFORE3 vehicles)", (MARK,)),
    ],
)
def test_nearness_joins_words_phrases_patterns_and_choices(filled, text, documents):
    assert keys(filled, text) == found(*documents)


@pytest.mark.parametrize(
    ("language", "written", "asked"),
    [
        ("fr", "Véhicules électriques", "véhicule"),
        ("de", "Häuser mit Batterien", "Batterie"),
        ("es", "Baterías solares", "batería"),
        ("pt", "Módulos fotovoltaicos", "fotovoltaico"),
        ("ru", "Солнечный модуль", "солнечная"),
        ("ar", "البطاريات الشمسية", "بطارية"),
        ("it", "Ruote dentate", "ruota"),
        ("zh", "太阳能电池板", "电池"),
        ("ja", "太陽電池モジュール", "電池モ"),
        ("ko", "태양전지 모듈", "전지"),
    ],
)
def test_each_language_has_its_own_forms(engine, language, written, asked):
    with engine.writing() as writer:
        writer.add(
            [
                Document(collection="patents", key="title", titles={language: written}),
                Document(collection="patents", key="text", text=written, language=language),
                Document(collection="patents", key="other", titles={"nl": "iets anders"}),
            ]
        )
    assert keys(engine, asked) == {"title", "text"}
    assert keys(engine, f"title.{language}:{asked}") == {"title"}
    assert keys(engine, f"text.{language}:{asked}") == {"text"}
    assert keys(engine, f"any.{language}:{asked}") == {"title", "text"}
    assert keys(engine, f"title.nl:{asked}") == set()
    marked = engine.search(parse(asked)).hits[0].highlights
    assert marked


def test_a_word_is_not_stemmed_by_the_rules_of_another_language(engine):
    with engine.writing() as writer:
        writer.add([Document(collection="patents", key=code, titles={code: "run"}) for code in ("en", "de")])
    assert keys(engine, "running") == {"en"}
    assert keys(engine, "run") == {"en", "de"}


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        ("title:/batter(y|ies)/", (SOLAR, WIND)),
        ("title.fr:/v[ée]h.*/", (SOLAR,)),
        ("/[a-z]{2}optyka/", ()),
        ("name:/bos.{1,3}/", (WIND,)),
        ("title:/turbines/", ()),
        ("/windrad?/", (WIND,)),
    ],
)
def test_regular_expressions_find_whole_words(filled, text, documents):
    assert keys(filled, text) == found(*documents)


def test_the_words_behind_a_clause_are_listed(filled):
    words = {word.text: word.hits for word in filled.words(parse("batter*"))}
    assert words == {"batteries": 2, "batterie": 1, "battery": 1}
    assert [word.text for word in filled.words(parse("battery"))] == ["batteries", "battery"]
    assert [word.text for word in filled.words(parse("title:*bine"))] == ["turbine"]
    assert [word.text for word in filled.words(parse("simens~"))] == ["siemens"]
    assert len(filled.words(parse("batter*"), limit=1)) == 2
    assert filled.words(parse("batter*"), collections=("designs",)) == ()


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
        "AN:PCT/US2001/025000",
        "NP:US09/634512",
        "WO_2002014184_A1_20020221",
        "PN:[WO2002000001 TO WO2002999999]",
        "number:[* TO WO2003000001] office:WO",
    ],
)
def test_a_number_is_found_however_it_is_written(filled, text):
    assert keys(filled, text) == found(SOLAR)


@pytest.mark.parametrize("text", ["EP06706433", "EP 06706433.1", "EP20060706433", "AN:EP.06706433.A"])
def test_an_application_number_is_found_in_the_spellings_of_offices(filled, text):
    assert keys(filled, text) == found(WIND)


@pytest.mark.parametrize("text", ["AN:WO2002014184", "PN:PCT/US2001/025000", "NP:EP1820402", "RN:EP1820402"])
def test_a_number_asked_for_in_another_role_is_not_found(filled, text):
    assert keys(filled, text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "US 14/166,502",
        "US14166502",
        "us 14/166502",
        "14/166,502",
        "US201414166502",
        "US.201414166502.A",
        "AN:14166502",
        "US9014905B1",
        "US 9,014,905 B1",
        "9014905",
        "9,014,905",
        "US.9014905.B1",
        "US 9014905",
        "US_9014905_B1_20150421",
        "number:901490?",
        "PN:US9014*",
    ],
)
def test_an_american_number_is_found_however_it_is_written(filled, text):
    with filled.writing() as writer:
        numbered = {"publication": ("US9014905B1",), "application": ("US 14/166,502",)}
        writer.add([Document(collection="patents", key="US9014905B1", number="US 9,014,905", numbered=numbered)])
    assert keys(filled, text) == {"US9014905B1"}


@pytest.mark.parametrize(
    "text",
    ["cited:EP1820402", 'cited:"EP 1820402 B1"', "cited_number:1820402", "cited:EP18204*", "cited:[EP1 TO EP2000000]"],
)
def test_a_document_is_found_by_what_it_cites_and_by_no_other_number_of_that(filled, text):
    with filled.writing() as writer:
        writer.add([Document(collection="patents", key="US1", number="US 1", numbered={"cited": ("EP 1820402 B1",)})])
    assert keys(filled, text) == {"US1"}
    assert keys(filled, "EP1820402B1") == keys(filled, "number:EP1820402") == found(WIND)


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
        ("nice:[5 TO 10]", (MARK,)),
        ("nice:[10 TO *]", ()),
        ("ICF:H01M", (SOLAR,)),
        ("ICF:F03D", (WIND,)),
        ("vienna_exact:26.04", ()),
        ("vienna_exact:26.04.01", (MARK,)),
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
        ("feature:word", (MARK,)),
        ("LGP:de", (MARK,)),
        ("language:en", (SOLAR, MARK)),
        ("PCN:US", (SOLAR,)),
        ("application_number:*", (SOLAR, WIND)),
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


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("IC:H", "below"),
        ("IC:H01M", "below"),
        ("IC:(H01M 10/00)", "below"),
        ("IC:(H01M 10/44)", "value"),
        ("IC_EX:H01M", "value"),
        ("nice:9", "below"),
        ("vienna:26.4", "below"),
    ],
)
def test_a_class_is_explained_with_what_lies_below_it_where_that_is_known(text, kind):
    assert explain(parse(text)).kind == kind

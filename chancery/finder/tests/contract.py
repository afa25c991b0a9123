"""What every engine must do. An engine's own test module imports these tests and gives the fixture ``engine``.

The records are invented; the fixture is an empty engine each time.
"""

import itertools
import random
from datetime import date

import pytest

from chancery.finder import (
    FACETS,
    SORTS,
    Document,
    Everything,
    Near,
    Not,
    Phrase,
    QueryError,
    Term,
    explain,
    parse,
)

SOLAR = Document(
    collection="patents",
    key="WO2002014184",
    office="WO",
    number="WO 2002/014184",
    numbers=("PCT/US2001/025000",),
    titles={"en": "Solar batteries for electric vehicles", "fr": "Piles solaires pour véhicules électriques"},
    names=("Siemens AG", "Łódź Optyka Sp. z o.o."),
    classes={"ipc": ("H01M 10/44", "B60L0011180000"), "cpc": ("Y02E 10/50",)},
    dates={"filed": date(2001, 8, 10), "published": date(2002, 2, 21)},
    status="published",
    country="US",
    kind="A1",
    facts={"pages": 12, "family": ["EP1309999"]},
)
WIND = Document(
    collection="patents",
    key="EP1820402",
    office="EP",
    number="EP 1820402",
    titles={"en": "Wind turbine with a battery", "de": "Windrad mit Batterie"},
    names=("Robert Bosch GmbH",),
    classes={"ipc": ("F03D 9/10", "H01M 2/00")},
    dates={"filed": date(2006, 1, 31), "published": date(2007, 8, 22)},
    status="granted",
    kind="B1",
)
BATTERY_JA = Document(
    collection="patents",
    key="JP2005123456A",
    office="JP",
    number="JP 2005-123456 A",
    titles={"ja": "太陽電池モジュール", "ar": "بَطَّارِيَّة شمسية", "ru": "Солнечная батарея", "ko": "태양 전지"},
    names=("Optyka Siemens Verwaltung",),
    dates={"published": date(2005, 5, 12)},
    kind="A",
)
MARK = Document(
    collection="marks",
    key="018222197",
    office="EM",
    number="018222197",
    titles={"": "TERRA S NOVA"},
    classes={"nice": ("1", "09"), "vienna": ("26.4.1",)},
    dates={"filed": date(2020, 4, 8), "registered": date(2020, 8, 5)},
    status="Registered",
    kind="word",
    text="Mineral adsorbents; solar cells; batteries for vehicles",
)
DESIGN = Document(
    collection="designs",
    key="008123456-0001",
    office="EM",
    number="008123456-0001",
    titles={"en": "Vehicle lamps"},
    names=("Siemens AG",),
    classes={"locarno": ("26-06",)},
    status="registered",
)
RECORDS = (SOLAR, WIND, BATTERY_JA, MARK, DESIGN)


@pytest.fixture
def filled(engine):
    with engine.writing() as writer:
        assert writer.add(RECORDS) == len(RECORDS)
    return engine


def keys(engine, text, **how):
    query = parse(text) if isinstance(text, str) else text
    results = engine.search(query, **how)
    assert results.total == len(results.hits)
    return {hit.document.key for hit in results.hits}


def found(*documents):
    return {document.key for document in documents}


# words


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


# order, pages, counts


def test_the_order_is_what_was_asked(filled):
    def order(sort):
        return [hit.document.key for hit in filled.search(Everything(), sort=sort).hits]

    by_date = [SOLAR.key, BATTERY_JA.key, WIND.key, MARK.key]
    assert order("newest") == [*reversed(by_date), DESIGN.key]
    assert order("oldest") == [*by_date, DESIGN.key]
    assert order("title")[:3] == [SOLAR.key, MARK.key, DESIGN.key]
    assert order("number")[:2] == [DESIGN.key, MARK.key]
    assert order("relevance") == order("newest")


def test_a_word_in_the_title_counts_more_than_in_the_text(filled):
    assert [hit.document.key for hit in filled.search(parse("solar")).hits] == [SOLAR.key, MARK.key]


@pytest.fixture
def many(engine):
    dice = random.Random(1)
    with engine.writing() as writer:
        writer.add(
            Document(
                collection=dice.choice(("patents", "marks")),
                key=f"K{n}",
                number=f"EP {1000000 + n}",
                office=dice.choice(("EP", "US", "WO")),
                titles={"en": dice.choice(("solar", "wind", "solar wind"))},
                dates={"published": date(2000 + n % 7, 1, 1)} if n % 5 else {},
                status=dice.choice(("in force", "lapsed")),
            )
            for n in range(230)
        )
    return engine


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("text", ["*", "solar"])
def test_pages_by_cursor_show_every_hit_once_in_the_same_order(many, sort, text):
    query = parse(text)
    whole = many.search(query, sort=sort, limit=1000)
    seen, cursor = [], None
    while True:
        page = many.search(query, sort=sort, limit=37, cursor=cursor)
        assert page.total == whole.total
        seen += [hit.document.key for hit in page.hits]
        cursor = page.cursor
        if cursor is None:
            break
    assert seen == [hit.document.key for hit in whole.hits]
    assert len(set(seen)) == whole.total
    by_offset = many.search(query, sort=sort, limit=37, offset=37)
    assert [hit.document.key for hit in by_offset.hits] == seen[37:74]


def test_a_page_mark_of_another_order_is_refused(many):
    mark = many.search(Everything(), sort="newest", limit=3).cursor
    for bad in (mark, "title.zz", "", "newest.", "number.12 OR x", "x" * 5000):
        with pytest.raises(QueryError, match="first page"):
            many.search(Everything(), sort="oldest", cursor=bad)


def test_a_record_added_between_two_pages_moves_nothing(many):
    first = many.search(Everything(), sort="number", limit=10)
    with many.writing() as writer:
        writer.add([Document(collection="marks", key="early", number="EP 1")])
    second = many.search(Everything(), sort="number", limit=10, cursor=first.cursor)
    assert second.hits[0].document.number == "EP 1000010"


def test_every_count_is_exact_and_leaves_its_own_filter_aside(many):
    everything = [hit.document for hit in many.search(Everything(), limit=1000).hits]
    chosen = {"office": ("EP", "US"), "status": ("lapsed",)}
    results = many.search(parse("solar"), filters=chosen, facets=FACETS, limit=0)
    solar = [document for document in everything if "solar" in document.titles["en"]]

    def tally(documents, value):
        values = [value(document) for document in documents]
        return {each: values.count(each) for each in values if each}

    lapsed = [document for document in solar if document.status == "lapsed"]
    of_offices = [document for document in solar if document.office in chosen["office"]]
    both = [document for document in lapsed if document in of_offices]
    assert results.total == len(both)
    assert results.hits == ()
    assert dict(results.facets["office"]) == tally(lapsed, lambda document: document.office)
    assert dict(results.facets["status"]) == tally(of_offices, lambda document: document.status)
    assert dict(results.facets["collection"]) == tally(both, lambda document: document.collection)
    years = tally(both, lambda document: document.date and str(document.date.year))
    assert results.facets["year"] == tuple(sorted(years.items(), reverse=True))
    assert results.facets["class"] == ()


def test_class_counts_go_down_the_tree(filled):
    classes = dict(filled.search(parse("battery"), facets=("class",)).facets["class"])
    assert classes["ipc:H"] == classes["ipc:H01"] == classes["ipc:H01M"] == 2
    assert (classes["ipc:B60L"], classes["cpc:Y02E"], classes["nice:9"], classes["vienna:26.04"]) == (1, 1, 1, 1)
    assert keys(filled, "*", filters={"class": ("ipc:H01", "locarno:26")}) == found(SOLAR, WIND, DESIGN)
    assert keys(filled, "*", filters={"name": ("Siemens AG",), "year": ("2002",)}) == found(SOLAR)


def test_collections_narrow_everything(filled):
    results = filled.search(parse("battery"), collections=("marks", "designs"), facets=("collection",))
    assert results.total == 1
    assert results.facets["collection"] == (("marks", 1),)
    assert filled.search(Everything(), collections=()).total == 0


@pytest.mark.parametrize("how", [{"facets": ("colour",)}, {"filters": {"colour": ("red",)}}, {"sort": "price"}])
def test_what_cannot_be_counted_or_sorted_is_refused(filled, how):
    with pytest.raises(QueryError):
        filled.search(Everything(), **how)


# documents and changes


def test_a_document_comes_back_as_it_was_given(filled):
    for document in RECORDS:
        assert filled.get(document.collection, document.key) == document
    assert filled.get("marks", SOLAR.key) is None
    assert filled.search(parse("turbine")).hits[0].document == WIND


def test_adding_again_replaces(filled):
    with filled.writing() as writer:
        writer.add([Document(collection="patents", key=WIND.key, titles={"en": "Mill"}), *RECORDS[2:]])
        writer.add([Document(collection="patents", key=WIND.key, titles={"en": "Millstone"})])
    assert filled.count() == len(RECORDS)
    assert keys(filled, "turbine OR mill") == set()
    assert keys(filled, "millstone") == {WIND.key}


def test_deleting_and_wiping_remove(filled):
    with filled.writing() as writer:
        writer.delete("patents", WIND.key)
        writer.delete("patents", "never there")
    assert (filled.count(), filled.count("patents")) == (len(RECORDS) - 1, 2)
    with filled.writing() as writer:
        writer.wipe()
        writer.add([MARK])
    assert (filled.count(), keys(filled, "*")) == (1, found(MARK))


def fails_after(block, act):
    def write():
        with block as writer:
            act(writer)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write()


def test_a_failed_block_changes_nothing(filled):
    fails_after(filled.writing(), lambda writer: writer.wipe())
    assert filled.count() == len(RECORDS)
    with filled.writing() as writer:
        writer.delete("marks", MARK.key)
    assert filled.count() == len(RECORDS) - 1


def test_what_was_committed_in_a_block_stays_though_the_block_fails(engine):
    def write(writer):
        writer.add([SOLAR])
        writer.commit()
        assert engine.count() == 1
        writer.add([WIND])

    fails_after(engine.writing(), write)
    assert keys(engine, "*") == found(SOLAR)


def test_an_index_rebuilt_beside_the_old_one_takes_its_place_at_once(filled):
    before = filled.generation
    with filled.rebuilding() as writer:
        writer.add([MARK])
        writer.commit()
        assert filled.count() == len(RECORDS)
    assert filled.generation != before
    assert keys(filled, "*") == found(MARK)


def test_a_rebuilding_that_fails_leaves_the_old_index(filled):
    before = filled.generation
    fails_after(filled.rebuilding(), lambda writer: writer.add([MARK]))
    assert filled.generation == before
    assert filled.count() == len(RECORDS)


# what is shown of a hit


def marks(engine, text, place):
    highlights = engine.search(parse(text)).hits[0].highlights
    return [piece for piece, marked in highlights.get(place, ()) if marked]


def test_what_was_found_is_marked(filled):
    assert marks(filled, "battery vehic* -turbine office:WO", "title.en") == ["batteries", "vehicles"]
    assert marks(filled, "battery vehic* -turbine office:WO", "title.fr") == ["véhicules"]
    assert marks(filled, "lodz", "name.1") == ["Łódź"]
    assert marks(filled, '"electric vehicles"', "title.en") == ["electric", "vehicles"]
    assert marks(filled, "batetry~", "title.en") == ["battery"]
    assert marks(filled, "電池", "title.ja") == ["電", "池"]
    assert marks(filled, "name:siemens", "title.en") == []
    assert marks(filled, "title.fr:solaires", "title.en") == []


def test_the_pieces_make_the_text_again_and_a_long_text_is_shown_in_extract(engine):
    text = "word " * 200 + "needle, " + "word " * 200
    with engine.writing() as writer:
        writer.add([Document(collection="marks", key="1", titles={"en": "A needle (new)"}, text=text)])
    highlights = engine.search(parse("needle")).hits[0].highlights
    assert "".join(piece for piece, _ in highlights["title.en"]) == "A needle (new)"
    extract = "".join(piece for piece, _ in highlights["text"])
    assert extract in text
    assert "needle" in extract
    assert len(extract) <= 240


def test_an_explanation_counts_each_clause(filled):
    tree = explain(parse("solar -turbine"), filled)
    assert (tree.kind, tree.hits) == ("and", 2)
    assert [(part.clause, part.hits) for part in tree.parts] == [("solar", 2), ("NOT turbine", 4)]
    assert "form of “solar”" in tree.parts[0].meaning
    assert explain(Not(Phrase("a b", "name"))).parts[0].meaning.endswith("in this order")

"""How what was found is listed: order, pages, counts, marks, explanation."""

import pickle
import random
from datetime import date

import pytest

from chancery.finder import FACETS, SORTS, Document, Everything, Not, Phrase, QueryError, explain, parse
from chancery.finder.tests.records import BATTERY_JA, DESIGN, MARK, SOLAR, WIND, found, keys


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


def test_what_lies_beyond_the_last_hit_is_empty(many):
    for how in ({"offset": 10**15}, {"cursor": "relevance.ffffffffffffffff"}, {"offset": 10**15, "sort": "title"}):
        results = many.search(parse("solar"), **how)
        assert (results.total > 0, results.hits, results.cursor) == (True, (), None)
    assert len(many.search(Everything(), limit=10**12).hits) == many.count()


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


def test_names_that_differ_by_case_or_signs_are_counted_and_chosen_as_one(engine):
    named = ("Pizza Hut, Inc.", "PIZZA HUT INC", "Pizza Hut Inc.", "Hut & Co", "株式会社", "—")
    with engine.writing() as writer:
        writer.add(Document(collection="marks", key=str(at), names=(name, name)) for at, name in enumerate(named))
    counts = engine.search(Everything(), facets=("name",)).facets["name"]
    assert sorted(count for _name, count in counts) == [1, 1, 1, 3]
    assert dict(counts)["株式会社"] == dict(counts)["—"] == 1
    assert counts[0][0] in named[:3]
    for name in named[:3]:
        assert engine.search(Everything(), filters={"name": (name,)}).total == 3
    assert engine.search(Everything(), filters={"name": ("Hut & Co", "PIZZA HUT INC")}).total == 4


@pytest.mark.parametrize("how", [{"facets": ("colour",)}, {"filters": {"colour": ("red",)}}, {"sort": "price"}])
def test_what_cannot_be_counted_or_sorted_is_refused(filled, how):
    with pytest.raises(QueryError):
        filled.search(Everything(), **how)


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


def test_a_hit_keeps_its_marks_on_the_way_to_another_process(filled):
    hit = filled.search(parse("lodz battery")).hits[0]
    assert "title.en" in hit.highlights
    sent = pickle.loads(pickle.dumps(hit))
    assert sent == hit
    assert [piece for piece, marked in sent.highlights["name.1"] if marked] == ["Łódź"]


def test_words_are_marked_where_they_stand_by_themselves(engine):
    with engine.writing() as writer:
        writer.add([Document(collection="marks", key="1", text="Solar, nonsolar and solar-SOLAR solar2.")])
    assert marks(engine, "solar", "text") == ["Solar", "solar", "SOLAR"]


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


def test_a_weight_changes_the_order_and_nothing_else(filled):
    plain = [hit.document.key for hit in filled.search(parse("solar OR turbine")).hits]
    heavy = [hit.document.key for hit in filled.search(parse("solar OR turbine^50")).hits]
    assert set(plain) == set(heavy)
    assert heavy[0] == WIND.key


def test_an_explanation_shows_stems_and_the_words_of_patterns(filled):
    tree = explain(parse("(batter* OR title:battery) -/sol.*/"), filled)
    either, negated = tree.parts
    pattern, word = either.parts
    assert {each.text for each in pattern.words} == {"batteries", "battery", "batterie"}
    assert word.stems[0] == ("en", "batteri")
    assert [each.text for each in word.words] == ["batteries", "battery"]
    assert negated.parts[0].kind == "regex"
    assert [each.text for each in negated.parts[0].words] == ["solar", "solaires"]
    assert explain(parse("a BEFORE2 b")).meaning == "both at most 2 words apart, the first one first"


def test_a_very_long_query_is_explained_without_counting_each_clause(filled):
    tree = explain(parse(" ".join(f"word{n}" for n in range(300))), filled)
    assert tree.hits is None
    tree = explain(parse("batter* " + " ".join(f"word{n}" for n in range(100))), filled)
    assert (tree.hits, tree.parts[0].hits, tree.parts[0].words) == (0, 3, ())


@pytest.fixture
def families(engine):
    dice = random.Random(2)
    with engine.writing() as writer:
        writer.add(
            Document(
                collection="patents",
                key=f"K{n}",
                number=f"EP {n}",
                family=dice.choice(["", *(f"F{n}" for n in range(20))]),
                titles={"en": dice.choice(("solar", "wind", "solar wind solar"))},
                dates={"published": date(2000 + n % 7, 1, 1)},
            )
            for n in range(200)
        )
    return engine


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("text", ["*", "solar"])
def test_of_each_family_the_first_hit_is_listed(families, sort, text):
    hits = families.search(parse(text), sort=sort, limit=1000).hits
    first = {}
    for hit in hits:
        first.setdefault(hit.document.family or hit.document.key, hit.document.key)
    seen, members, cursor = [], 0, None
    while True:
        page = families.search(parse(text), sort=sort, limit=7, cursor=cursor, by_family=True)
        assert (page.total, page.families) == (len(hits), len(first))
        assert len(page.hits) <= 7
        seen += [hit.document.key for hit in page.hits]
        members += sum(hit.members for hit in page.hits)
        cursor = page.cursor
        if cursor is None:
            break
    assert seen == list(first.values())
    assert members == len(hits)

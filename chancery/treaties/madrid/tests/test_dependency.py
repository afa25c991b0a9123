"""How far a registration depends on the basic mark, and what its parts are called."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.treaties import madrid

REGISTERED = date(2025, 3, 10)


@pytest.mark.parametrize(
    ("ceased", "began", "falls"),
    [
        (date(2030, 3, 9), None, True),
        (date(2030, 3, 10), None, False),
        (date(2033, 1, 1), date(2030, 3, 9), True),
        (date(2033, 1, 1), date(2030, 3, 10), False),
    ],
)
def test_it_falls_with_the_basic_mark_for_five_years_or_by_proceedings_from_within_them(ceased, began, falls):
    assert madrid.depends(REGISTERED, ceased_on=ceased, began_on=began) is falls


def test_what_falls_is_what_ceased_by_class_and_words():
    goods = (madrid.Good(9, "Cameras"), madrid.Good(25, "shirts"), madrid.Good(9, "lenses"))
    assert madrid.extent(goods, ceased=(madrid.Good(9, "cameras "), madrid.Good(9, "shirts"))) == (0,)


@pytest.mark.parametrize(
    ("number", "taken", "follows"),
    [
        ("1234567", (), "1234567A"),
        ("1 234 567", ("1234567A", "1234567B", "7654321C"), "1234567C"),
        ("1234567B", ("1234567A", "1234567B"), "1234567C"),
        ("1234567", ("1234567Z",), "1234567AA"),
        ("1234567", ("1234567AZ",), "1234567BA"),
    ],
)
def test_a_part_has_the_same_digits_and_the_next_letter(number, taken, follows):
    assert madrid.successor(number, taken) == follows


def test_parts_are_merged_under_the_number_from_which_they_came_and_fall_together():
    known = ("1234567", "1234567A", "7654321")
    assert madrid.merged("1234567A") == madrid.base("1234567AB") == "1234567"
    assert madrid.family("1234567A", known) == ("1234567", "1234567A")


def test_what_is_no_number_is_refused_with_the_remedy():
    with pytest.raises(ValueError, match="write digits and letters, as 1234567A"):
        madrid.base("A1234567")


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 80))
def test_no_part_has_the_number_of_another(count):
    taken = []
    for _ in range(count):
        taken.append(madrid.successor("1", taken))
    assert len(set(taken)) == len(taken)

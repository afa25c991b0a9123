from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.treaties import pct

FIRST = date(2026, 11, 20)
LATER = date(2026, 11, 30)
CLAIM = pct.PriorityClaim(office="CH", number="1", filed_on=date(2025, 11, 24))
DESCRIPTION = pct.Part(kind="description")
DRAWINGS = pct.Part(kind="drawings", late="missing", received_on=LATER)
WRONG = pct.Part(kind="description", name="wrong.pdf", late="erroneous")
RIGHT = pct.Part(kind="description", name="right.pdf", late="correct", received_on=LATER)


def filed(*parts, office="IB", stated=True, claims=(CLAIM,)):
    return pct.Application(
        receiving_office=office,
        incorporation_by_reference=stated,
        priority_claims=claims,
        parts=parts,
        received_on=FIRST,
    )


def incorporated(part):
    return replace(part, incorporated=True)


def test_a_missing_part_moves_the_filing_date_to_its_receipt():
    found = pct.with_late_parts(filed(DESCRIPTION, DRAWINGS), FIRST)
    assert (found.filing_date, found.removed) == (LATER, ())
    assert [step.cites for step in found.steps] == ["PCT Art. 11(1)", "PCT Rule 20.5(c)"]


def test_a_missing_part_that_is_incorporated_leaves_the_date():
    found = pct.with_late_parts(filed(DESCRIPTION, incorporated(DRAWINGS)), FIRST)
    assert found.filing_date == FIRST
    assert found.steps[-1].cites == "PCT Rule 20.5(d)"


@pytest.mark.parametrize(
    "lacking", [{"stated": False}, {"claims": ()}, {"claims": (replace(CLAIM, added_on=LATER),)}, {"office": "DE"}]
)
def test_one_condition_that_fails_is_enough_to_move_the_date(lacking):
    assert pct.with_late_parts(filed(DESCRIPTION, incorporated(DRAWINGS), **lacking), FIRST).filing_date == LATER


def test_the_correct_part_replaces_the_mistaken_one_and_moves_the_date():
    found = pct.with_late_parts(filed(WRONG, RIGHT), FIRST)
    assert (found.filing_date, found.removed, found.kept) == (LATER, (WRONG,), (RIGHT,))
    assert found.steps[-1].cites == "PCT Rule 20.5bis(c)"


def test_an_incorporated_correct_part_leaves_the_date_and_the_mistaken_one_stays():
    right = incorporated(RIGHT)
    found = pct.with_late_parts(filed(WRONG, right), FIRST)
    assert (found.filing_date, found.removed, found.kept) == (FIRST, (), (WRONG, right))
    assert "stays in the application" in found.steps[-1].text


def test_a_late_part_is_disregarded_at_the_wish_of_the_applicant():
    found = pct.with_late_parts(filed(WRONG, RIGHT), FIRST, disregarded=True)
    assert (found.filing_date, found.removed, found.kept) == (FIRST, (RIGHT,), (WRONG,))
    assert found.steps[-1].cites == "PCT Rule 20.5bis(e)"


def test_france_incorporates_what_was_missing_but_not_what_was_mistaken():
    assert pct.with_late_parts(filed(DESCRIPTION, incorporated(DRAWINGS), office="FR"), FIRST).filing_date == FIRST
    assert pct.with_late_parts(filed(WRONG, incorporated(RIGHT), office="FR"), FIRST).filing_date == LATER


def test_a_part_that_has_not_come_changes_nothing():
    assert pct.with_late_parts(filed(DESCRIPTION, replace(DRAWINGS, received_on=None)), FIRST).filing_date == FIRST


PARTS = st.builds(
    pct.Part,
    kind=st.sampled_from(["description", "claims", "drawings"]),
    late=st.sampled_from(["", "missing", "correct", "erroneous"]),
    received_on=st.none() | st.dates(date(2026, 11, 1), date(2027, 3, 1)),
    incorporated=st.booleans(),
)


@settings(deadline=None, max_examples=100)
@given(st.lists(PARTS, max_size=5).map(tuple), st.booleans(), st.booleans(), st.sampled_from(["IB", "DE", "FR"]))
def test_the_date_never_comes_before_the_first_and_every_part_is_kept_or_removed(parts, stated, disregarded, office):
    application = filed(*parts, stated=stated, office=office)
    found = pct.with_late_parts(application, FIRST, disregarded=disregarded)
    assert found.filing_date >= FIRST
    assert not disregarded or found.filing_date == FIRST
    assert set(found.kept) | set(found.removed) == set(parts)
    assert not set(found.kept) & set(found.removed)

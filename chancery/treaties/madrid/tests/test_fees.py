"""Fees of the Madrid system: the vectors as cases, and what must hold for every application."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.treaties import madrid
from chancery.treaties.kernel import Money, NotDeterminable
from chancery.treaties.kernel.cases import run

ON = date(2026, 11, 22)
calm = settings(deadline=None)
CODES = sorted(party.code for party in madrid.designable(ON))
KNOWN = [code for code in CODES if madrid.party(code).fee != "unknown"]

applications = st.builds(
    madrid.Application,
    origin=st.sampled_from(CODES),
    kind=st.sampled_from(["ordinary", "collective"]),
    colour=st.booleans(),
    least_developed=st.booleans(),
    classes=st.sets(st.integers(1, 45), min_size=1).map(lambda found: tuple(sorted(found))),
    designations=st.lists(st.sampled_from(KNOWN), min_size=1, max_size=8, unique=True).map(
        lambda found: tuple(madrid.Designation(party=code) for code in found)
    ),
)


LISTED = tuple(madrid.Good(number, "x") for number in (9, 9, 25, 35, 41))


@calm
@given(st.lists(st.integers(-2, 7), max_size=6).map(tuple), st.sets(st.integers(1, 45), max_size=3).map(tuple))
def test_a_party_is_paid_for_the_classes_to_which_it_is_limited(places, classes):
    application = madrid.Application(goods=LISTED)
    limited = {LISTED[place].number for place in places if 0 <= place < len(LISTED)} | set(classes)
    designation = madrid.Designation(party="US", goods=places, classes=classes)
    for _ in range(2):  # what is kept of the first time says the same
        assert application.classes_in(designation) == len(limited or {9, 25, 35, 41})


def total(application: madrid.Application) -> Money:
    sheet = madrid.fees(application, on=ON)
    assert sheet.complete
    (found,) = sheet.totals
    return found


def with_party(application: madrid.Application, code: str) -> madrid.Application:
    return replaced(application, designations=(*application.designations, madrid.Designation(party=code)))


def replaced(application: madrid.Application, **changes: object) -> madrid.Application:
    return madrid.Application(**{**vars(application), **changes})


@pytest.mark.parametrize("result", run(Path(__file__).parents[1] / "cases"), ids=lambda result: result.name)
def test_a_case_holds(result):
    assert result.passed, result.differences


@calm
@given(applications, st.sampled_from(KNOWN))
def test_another_party_never_lowers_what_is_due(application, code):
    if code not in {each.party for each in application.designations}:
        assert not total(with_party(application, code)) < total(application)


@calm
@given(applications, st.integers(1, 45))
def test_another_class_never_lowers_what_is_due(application, number):
    more = replaced(application, classes=(*application.classes, number))
    assert not total(more) < total(application)


@calm
@given(applications)
def test_the_last_step_of_a_line_is_its_amount(application):
    for line in madrid.fees(application, on=ON).lines:
        amounts = [step.value for step in line.steps if step.value is not None]
        assert amounts[-1] == str(line.amount)
        assert all(step.cites for step in line.steps)


@calm
@given(applications)
def test_the_supplementary_fee_is_due_unless_every_party_is_paid_a_fee_of_its_own(application):
    codes = {line.code.partition("_")[0] for line in madrid.fees(application, on=ON).lines}
    assert ("supplementary" in codes) == (len(application.classes) > 3 and "complementary" in codes)


def test_what_a_party_has_not_declared_makes_nothing_up():
    application = madrid.Application(origin="NO", classes=(1, 2, 3, 4), designations=(madrid.Designation(party="SA"),))
    lines = {line.code: line.amount for line in madrid.fees(application, on=ON).lines}
    assert isinstance(lines["individual_SA"], NotDeterminable)
    assert isinstance(lines["supplementary"], NotDeterminable)


def test_between_two_known_days_with_different_amounts_both_are_said():
    application = madrid.Application(origin="NO", classes=(1,), designations=(madrid.Designation(party="US"),))
    line = madrid.fees(application, on=date(2020, 5, 5)).lines[-1]
    assert isinstance(line.amount, NotDeterminable)
    assert "CHF 388 on 2017-01-14, CHF 460 on 2026-08-23" in str(line.amount)


def test_a_limited_list_is_paid_by_its_classes():
    limited = madrid.Designation(party="US", classes=(9,))
    application = madrid.Application(origin="NO", classes=(9, 35, 42), designations=(limited,))
    assert str(total(application)) == "CHF 1,113"


def test_a_party_can_be_designated_from_its_first_day():
    assert "SA" not in {party.code for party in madrid.designable(date(2026, 10, 7))}
    assert "SA" in {party.code for party in madrid.designable(date(2026, 10, 8))}
    assert "BE" not in {party.code for party in madrid.designable(ON)}


@pytest.mark.parametrize(
    ("paid", "told", "goes_on"), [("632", True, True), ("631", True, False), ("902", False, False)]
)
def test_a_renewal_paid_short_goes_on_from_seventy_per_cent(paid, told, goes_on):
    due = Money.of("902", "CHF")
    assert madrid.renewed_though_short(Money.of(paid, "CHF"), due, told_in_last_three_months=told) is goes_on

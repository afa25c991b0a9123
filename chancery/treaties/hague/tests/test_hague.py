"""Designs: the vectors as cases, and what must hold for every application and registration."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.treaties import hague
from chancery.treaties.hague.basis import Basis
from chancery.treaties.kernel import Money, NotDeterminable, of_office
from chancery.treaties.kernel.cases import run

ON = date(2026, 11, 22)
DAYS = st.dates(date(2010, 1, 1), date(2030, 12, 31))
MAYBE = st.none() | DAYS
PRICED = ["CN", "EM", "JP", "US", "OA", "KG", "RU", "AM", "HU", "KN"]
PARTIES = [*PRICED, "DE", "SG", "FI", "VN", "GB"]

applications = st.builds(
    hague.Application,
    least_developed=st.booleans(),
    designs=st.integers(1, 100),
    reproductions=st.integers(1, 300),
    words=st.integers(0, 300),
    publication=st.sampled_from(["standard", "deferred"]),
    designations=st.lists(st.sampled_from(PRICED), max_size=5, unique=True).map(
        lambda found: tuple(hague.Designation(party=code) for code in found)
    ),
)
records = st.builds(
    hague.Record,
    filed_through=st.sampled_from(["", "US", "DE"]),
    priority_date=MAYBE,
    office_received_on=MAYBE,
    ib_received_on=MAYBE,
    complete_on=MAYBE,
    contents_on=MAYBE,
    registered_on=MAYBE,
    publication=st.sampled_from(["standard", "immediate", "deferred"]),
    designated=st.lists(st.builds(hague.Designated, party=st.sampled_from(PARTIES), sent_on=MAYBE), max_size=4).map(
        tuple
    ),
    irregularities=st.lists(
        st.builds(
            hague.Irregularity,
            rule=st.sampled_from(["14(1)", "12(3)", "21(5)", "16(2)"]),
            notified_on=DAYS,
            expires_on=MAYBE,
        ),
        max_size=2,
    ).map(tuple),
)
quick = settings(max_examples=60, deadline=None)


def total(application):
    (found,) = hague.fees(application, on=ON).totals
    return found


def replaced(application, **changes):
    return hague.Application(**{**vars(application), **changes})


@pytest.mark.parametrize("result", run(Path(__file__).parents[1] / "cases"), ids=lambda result: result.name)
def test_a_case_holds(result):
    assert result.passed, result.differences


@quick
@given(applications, st.sampled_from(PRICED))
def test_another_party_or_design_never_lowers_what_is_due(application, code):
    assert not total(replaced(application, designs=application.designs + 1)) < total(application)
    if code not in {each.party for each in application.designations}:
        more = (*application.designations, hague.Designation(party=code))
        assert not total(replaced(application, designations=more)) < total(application)


@quick
@given(applications)
def test_the_last_step_of_a_line_is_its_amount(application):
    for line in hague.fees(application, on=ON).lines:
        assert isinstance(line.amount, Money)
        assert [step.value for step in line.steps if step.value][-1] == str(line.amount)


def test_a_level_that_nobody_declared_to_us_is_not_made_up():
    application = hague.Application(designations=(hague.Designation(party="DE"),))
    line = hague.fees(application, on=ON).lines[-1]
    assert isinstance(line.amount, NotDeterminable)
    assert "at level 1: CHF 42" in str(line.amount)


@quick
@given(records)
def test_every_time_limit_stands_on_steps_and_an_open_day(record):
    fixed = {one.key for one in hague.LIMITS if not one.moves}
    for found in hague.time_limits(record):
        assert found.act.endswith(".")
        assert found.cites.startswith("Hague ")
        if isinstance(found.due, date):
            assert found.steps
            assert found.due >= found.nominal
            if found.nature == "limit" and found.key not in fixed:
                assert of_office(found.office).closed(found.due) is None


@quick
@given(records)
def test_a_registration_is_never_dated_before_its_filing(record):
    basis = Basis(record)
    if record.registered_on is None and isinstance(basis.filing.day, date):
        assert not isinstance(basis.registration.day, date) or basis.registration.day >= basis.filing.day


@quick
@given(records, st.sampled_from(PARTIES))
def test_another_party_never_prolongs_a_deferment(record, code):
    def end(designated):
        found = Basis(hague.Record(**{**vars(record), "designated": designated})).deferment
        return found.day if found and isinstance(found.day, date) else None

    before, after = end(record.designated), end((*record.designated, hague.Designated(party=code)))
    assert before is None or after is None or after <= before


def test_deferment_leaves_the_publication_fee_for_later():
    codes = {line.code for line in hague.fees(hague.Application(publication="deferred"), on=ON).lines}
    assert "publication" not in codes


def test_a_party_is_designable_from_its_first_day():
    assert "SA" not in {one.code for one in hague.designable(date(2025, 4, 6))}
    assert "SA" in {one.code for one in hague.designable(date(2025, 4, 6) + timedelta(days=1))}

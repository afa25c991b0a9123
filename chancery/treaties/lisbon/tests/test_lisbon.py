"""Appellations of origin and geographical indications: the cases, and what must hold for every registration."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.treaties import lisbon
from chancery.treaties.kernel import of_office
from chancery.treaties.kernel.cases import run

ON = date(2026, 11, 22)
DAYS = st.dates(date(2020, 3, 1), date(2030, 12, 31))
CODES = sorted(one.code for one in lisbon.bound(ON))


@pytest.mark.parametrize("result", run(Path(__file__).parents[1] / "cases"), ids=lambda result: result.name)
def test_a_case_holds(result):
    assert result.passed, result.differences


@settings(max_examples=60, deadline=None)
@given(
    st.builds(
        lisbon.Record,
        origin=st.sampled_from(CODES),
        received_on=DAYS,
        irregularity_notified_on=st.none() | DAYS,
        notified=st.lists(
            st.builds(lisbon.Notified, party=st.sampled_from(CODES), received_on=DAYS, joined_later=st.booleans()),
            max_size=3,
        ).map(tuple),
    )
)
def test_every_time_limit_stands_on_steps_and_an_open_day(record):
    for found in lisbon.time_limits(record):
        assert found.act.endswith(".")
        assert found.cites.startswith("Lisbon ")
        if isinstance(found.due, date):
            assert found.steps
            assert found.due >= found.nominal
            assert of_office("IB").closed(found.due) is None


@given(st.sampled_from(CODES), st.sampled_from(CODES))
def test_the_act_between_two_parties_is_the_same_both_ways(one, other):
    assert lisbon.governing(one, other, ON) == lisbon.governing(other, one, ON)


def test_there_is_no_renewal():
    assert str(lisbon.renewal_fee(on=ON).amount) == "CHF 0"

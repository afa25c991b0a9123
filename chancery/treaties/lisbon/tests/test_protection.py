"""Effect over time: a registration stands in one place in every party, whatever happens and in whatever order."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.treaties import lisbon
from chancery.treaties.kernel.citation import parse
from chancery.treaties.lisbon.happenings import LIVE, SAYS, State

START = date(2026, 2, 2)
PARTIES = ("CH", "RU", "PE")
LATER = ("CV", "OA")
KINDS = sorted(set(lisbon.EFFECTS) - {"registered", "joined", "time_passed"})

later = st.builds(
    lisbon.Happening,
    on=st.integers(0, 2000).map(lambda days: START + timedelta(days=days)),
    kind=st.sampled_from(KINDS),
    parties=st.lists(st.sampled_from([*PARTIES, *LATER]), max_size=2, unique=True).map(tuple),
)
lives = st.lists(later, max_size=8).map(
    lambda found: (
        lisbon.Happening(on=START, kind="registered", parties=PARTIES),
        *sorted(
            (lisbon.Happening(on=START + timedelta(days=300), kind="joined", parties=LATER), *found),
            key=lambda one: one.on,
        ),
    )
)
days = st.integers(0, 2500).map(lambda count: START + timedelta(days=count))
quick = settings(max_examples=120, deadline=None)


@quick
@given(lives, days)
def test_a_registration_stands_in_exactly_one_state_in_every_party(life, on):
    folded = lisbon.protection(life, on=on)
    for held in folded.parties.values():
        assert sorted(held) == [0] * (len(State) - 1) + [1]


@quick
@given(lives, days, days)
def test_looking_back_is_the_same_as_having_looked_then(life, one, other):
    earlier, now = sorted((one, other))
    assert lisbon.protection(life, on=now).at(earlier) == lisbon.protection(life, on=earlier).at(earlier)


@quick
@given(lives, days)
def test_protection_has_a_first_day_exactly_where_there_is_protection(life, on):
    folded = lisbon.protection(life, on=on)
    for code in folded.parties:
        since = lisbon.protected_since(folded, code)
        assert (since is not None) == (folded.state(code) is State.PROTECTED)
        assert since is None or folded.since[code] <= since <= on


@quick
@given(lives, days, days)
def test_only_the_withdrawal_of_a_renunciation_brings_anything_back(life, one, other):
    earlier, now = sorted((one, other))
    kept = [each for each in life if each.kind != "renunciation_withdrawn"]
    before, after = lisbon.protection(kept, on=earlier), lisbon.protection(kept, on=now)
    for code in before.parties:
        assert not after.within(code, *LIVE) & ~before.within(code, *LIVE)


@quick
@given(lives, days)
def test_an_act_is_open_or_says_why_not(life, on):
    record = lisbon.Record(origin="FR", registered_on=START)
    for found in lisbon.acts(record, life, on=on):
        assert found.open == (not found.findings)
        assert all(one.cites and one.message.endswith(".") for one in found.findings)
    reached = lisbon.statuses(record, life, on=on)
    assert len({one.strand for one in reached}) == len(reached)


@pytest.mark.parametrize("act", lisbon.ACTS, ids=lambda act: act.key)
def test_an_act_names_what_exists(act):
    assert parse(act.cites).treaty == "lisbon"
    assert not act.limit or act.limit in {one.key for one in lisbon.LIMITS}
    assert not act.form or act.form in lisbon.forms()
    assert not act.fee or act.fee in lisbon.FEES


def test_every_state_is_called_something_and_every_form_has_its_act():
    assert len(SAYS) == len(State)
    assert {name for name in lisbon.forms() if "Application" not in name} == {
        act.form for act in lisbon.ACTS if act.form
    }

"""Effect over time: every design stands in one place in every party, whatever happens and in whatever order."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.treaties import hague
from chancery.treaties.hague.happenings import LIVE, SAYS, State
from chancery.treaties.kernel.citation import parse
from chancery.treaties.kernel.standing import bits, places

START = date(2026, 2, 2)
PARTIES = ("EM", "JP", "AL", "AZ", "DE")
DESIGNS = 4
KINDS = sorted(set(hague.EFFECTS) - {"registered", "time_passed", "expired"})

later = st.builds(
    hague.Happening,
    on=st.integers(0, 9000).map(lambda days: START + timedelta(days=days)),
    kind=st.sampled_from(KINDS),
    parties=st.lists(st.sampled_from(PARTIES), max_size=2, unique=True).map(tuple),
    designs=st.lists(st.integers(0, DESIGNS - 1), max_size=3, unique=True).map(tuple),
)
lives = st.lists(later, max_size=8).map(
    lambda found: (
        hague.Happening(on=START, kind="registered", parties=PARTIES),
        *sorted(found, key=lambda one: one.on),
    )
)
days = st.integers(0, 10_000).map(lambda count: START + timedelta(days=count))
quick = settings(max_examples=120, deadline=None)


def fold(life, on):
    return hague.protection(life, designs=DESIGNS, on=on)


@quick
@given(lives, days)
def test_every_design_stands_in_exactly_one_state_in_every_party(life, on):
    folded = fold(life, on)
    for held in folded.parties.values():
        assert sum(held) == (1 << DESIGNS) - 1
        assert all(not one & other for place, one in enumerate(held) for other in held[place + 1 :])


@quick
@given(lives, days)
def test_the_turns_tell_the_whole_story(life, on):
    folded = fold(life, on)
    told = folded.at(on)
    for code, held in folded.parties.items():
        assert told[code] == {state: held[state] for state in State if held[state]}


@quick
@given(lives, days, days)
def test_looking_back_is_the_same_as_having_looked_then(life, one, other):
    earlier, now = sorted((one, other))
    assert fold(life, now).at(earlier) == fold(life, earlier).at(earlier)


@quick
@given(lives, days, days)
def test_what_has_ended_never_lives_again(life, one, other):
    earlier, now = sorted((one, other))
    before, after = fold(life, earlier), fold(life, now)
    for code in before.parties:
        assert not after.within(code, *LIVE) & ~before.within(code, *LIVE)


@quick
@given(lives, days)
def test_only_what_lives_can_be_renewed(life, on):
    folded = fold(life, on)
    for code, held in hague.renewable(folded).items():
        assert held == folded.within(code, *LIVE)


@quick
@given(lives, days)
def test_an_act_that_is_barred_says_why_and_one_that_is_not_is_open(life, on):
    record = hague.Record(registered_on=START, ib_received_on=START)
    application = hague.Application(designs=DESIGNS, reproductions=DESIGNS)
    for found in hague.acts(record, application, life, on=on):
        assert found.open == (not found.findings)
        assert all(one.cites and one.message.endswith(".") for one in found.findings)


@quick
@given(lives, days)
def test_there_is_one_status_in_each_strand(life, on):
    found = hague.statuses(hague.Record(registered_on=START), hague.Application(designs=DESIGNS), life, on=on)
    assert len({one.strand for one in found}) == len(found)


def test_places_and_bits_are_the_same_thing():
    assert places(bits((0, 3, 70))) == (0, 3, 70)


def test_every_state_is_called_something():
    assert len(SAYS) == len(State)


@pytest.mark.parametrize("act", hague.ACTS, ids=lambda act: act.key)
def test_an_act_names_what_exists(act):
    assert parse(act.cites).treaty == "hague"
    assert not act.limit or act.limit in {one.key for one in hague.LIMITS}
    assert not act.form or act.form in hague.forms()
    assert not act.fee or act.fee in {*hague.LATER, "publication"}


def test_every_form_for_later_acts_has_its_act():
    later_forms = {number for number in hague.forms() if not number.startswith("DM/1")}
    assert later_forms == {one.form for one in hague.ACTS if one.form}

"""What a registration protects, in which party, from when: by example, and what holds whatever happens."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.treaties.madrid.happenings import EFFECTS, Happening, State
from chancery.treaties.madrid.protection import bits, places, protection, spans

REGISTERED = date(2025, 3, 10)
NOTIFIED = date(2025, 4, 3)
GOODS = 5
LATER = sorted(set(EFFECTS) - {"registered", "designated", "notified"})


def began(*parties):
    return (
        Happening(on=REGISTERED, kind="registered", parties=parties),
        Happening(on=NOTIFIED, kind="notified"),
    )


def folded(*more, parties=("US", "DE"), on=date(2040, 1, 1)):
    return protection((*began(*parties), *more), goods=GOODS, origin="NO", on=on)


def happened(day, kind, *, parties=(), goods=()):
    return Happening(on=day, kind=kind, parties=parties, goods=goods)


def test_without_a_refusal_in_time_everything_is_protected_on_the_next_day():
    before, after = folded(on=date(2026, 10, 5)), folded(on=date(2026, 10, 6))
    assert {before.state("US", place) for place in range(GOODS)} == {State.PENDING}
    assert after.protected("US") == bits(range(GOODS))


def test_each_party_has_its_own_time_for_a_refusal():
    found = folded(on=date(2026, 6, 1))
    assert (found.state("DE", 0), found.state("US", 0)) == (State.PROTECTED, State.PENDING)


def test_a_partial_refusal_leaves_the_rest_to_be_protected_by_time():
    found = folded(happened(date(2025, 9, 1), "refused", parties=("US",), goods=(0, 1)))
    assert places(found.parties["US"][State.PROVISIONALLY_REFUSED]) == (0, 1)
    assert places(found.protected("US")) == (2, 3, 4)


def test_a_refusal_that_comes_too_late_does_nothing():
    found = folded(happened(date(2027, 1, 4), "refused", parties=("US",)))
    assert found.protected("US") == bits(range(GOODS))


def test_a_decision_after_a_refusal_protects_what_it_names_and_refuses_the_rest():
    refused = happened(date(2025, 9, 1), "refused", parties=("US",))
    decided = happened(date(2026, 2, 2), "partly_granted", parties=("US",), goods=(3,))
    found = folded(refused, decided)
    assert places(found.protected("US")) == (3,)
    assert places(found.parties["US"][State.REFUSED]) == (0, 1, 2, 4)


def test_an_announced_opposition_keeps_the_time_open():
    found = folded(happened(date(2026, 9, 1), "opposition_announced", parties=("US",)), on=date(2027, 3, 1))
    assert found.state("US", 0) is State.PENDING


def test_the_basic_mark_takes_its_goods_with_it_everywhere():
    found = folded(happened(date(2028, 5, 5), "ceased", goods=(1,)))
    assert {found.state(party, 1) for party in ("US", "DE")} == {State.CEASED}
    assert found.state("US", 0) is State.PROTECTED


def test_a_renounced_party_can_be_designated_again_and_cancelled_goods_cannot():
    gone = (
        happened(date(2027, 1, 5), "cancelled", goods=(4,)),
        happened(date(2027, 2, 5), "renounced", parties=("US",)),
    )
    again = happened(date(2028, 1, 5), "designated", parties=("US",))
    found = folded(*gone, again, on=date(2028, 2, 1))
    assert places(found.parties["US"][State.ASKED]) == (0, 1, 2, 3)
    assert found.state("US", 4) is State.CANCELLED


def test_what_is_not_renewed_lapses_and_the_term_goes_on_elsewhere():
    found = folded(happened(date(2035, 3, 10), "renewed", parties=("DE",)))
    assert (found.state("US", 0), found.state("DE", 0)) == (State.LAPSED, State.PROTECTED)
    assert found.until == date(2045, 3, 10)


def test_where_the_declarations_of_a_party_are_not_known_time_decides_nothing():
    found = folded(parties=("SA",))
    assert found.state("SA", 0) is State.PENDING


def test_the_life_of_one_good_is_told_in_order():
    refused = happened(date(2025, 9, 1), "refused", parties=("US",), goods=(0,))
    withdrawn = happened(date(2026, 2, 2), "all_granted", parties=("US",))
    told = [(day, state) for day, state, _ in spans(folded(refused, withdrawn), "US", 0)]
    assert told == [
        (REGISTERED, State.ASKED),
        (NOTIFIED, State.PENDING),
        (date(2025, 9, 1), State.PROVISIONALLY_REFUSED),
        (date(2026, 2, 2), State.PROTECTED),
    ]


@pytest.mark.parametrize("kind", sorted(EFFECTS))
def test_every_kind_of_happening_has_a_title_and_a_provision(kind):
    assert EFFECTS[kind].title
    assert EFFECTS[kind].cites.startswith("Madrid ")


happenings = st.lists(
    st.builds(
        Happening,
        on=st.dates(NOTIFIED, date(2036, 12, 31)),
        kind=st.sampled_from(LATER),
        parties=st.sets(st.sampled_from(["US", "DE", "FR"]), max_size=2).map(tuple),
        goods=st.sets(st.integers(0, GOODS - 1), max_size=3).map(tuple),
    ),
    max_size=12,
).map(lambda found: tuple(sorted(found, key=lambda one: one.on)))


@settings(max_examples=80, deadline=None)
@given(happenings, st.dates(REGISTERED, date(2040, 1, 1)))
def test_a_good_is_always_in_one_state_and_the_turns_tell_which(more, day):
    found = folded(*more, parties=("US", "DE", "FR"), on=day)
    told = found.at(day)
    for party, states in found.parties.items():
        assert sum(states) == bits(range(GOODS))
        assert {State(place): goods for place, goods in enumerate(states) if goods} == told[party]


@settings(max_examples=80, deadline=None)
@given(happenings, st.dates(NOTIFIED, date(2036, 12, 31)), st.integers(0, 3000))
def test_what_was_true_on_a_day_stays_what_was_true_on_that_day(more, day, later):
    before = folded(*more, parties=("US", "DE", "FR"), on=day)
    after = folded(*more, parties=("US", "DE", "FR"), on=day + timedelta(days=later))
    assert after.at(day) == before.at(day)

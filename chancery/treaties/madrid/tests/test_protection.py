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


def happened(day, kind, *, parties=(), goods=(), **more):
    return Happening(on=day, kind=kind, parties=parties, goods=goods, **more)


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


def test_a_limitation_without_effect_puts_the_goods_where_they_would_stand_without_it():
    limited = happened(date(2025, 9, 1), "limited", goods=(0, 1))
    declared = happened(date(2026, 12, 1), "limitation_without_effect", parties=("US",), recorded_on=limited.on)
    found = folded(limited, declared)
    assert found.protected("US") == bits(range(GOODS))
    assert places(found.parties["DE"][State.LIMITED]) == (0, 1)
    assert places(found.at(date(2026, 11, 30))["US"][State.LIMITED]) == (0, 1)


def test_a_second_limitation_of_the_same_goods_stands_when_the_first_is_without_effect():
    first, second = (happened(date(2025, month, 1), "limited", goods=(0, month - 8)) for month in (9, 10))
    declared = happened(date(2026, 12, 1), "limitation_without_effect", parties=("US",), recorded_on=first.on)
    found = folded(first, second, declared)
    assert places(found.parties["US"][State.LIMITED]) == (0, 2)


def test_a_transfer_without_effect_comes_back_refused_where_it_would_have_been():
    refused = happened(date(2025, 8, 1), "refused", parties=("US",), goods=(1,))
    moved = happened(date(2025, 9, 1), "transferred", goods=(0, 1))
    declared = happened(date(2025, 12, 1), "transfer_without_effect", parties=("US",), recorded_on=moved.on)
    found = folded(refused, moved, declared, on=date(2026, 1, 1))
    assert (found.state("US", 0), found.state("US", 1)) == (State.PENDING, State.PROVISIONALLY_REFUSED)


def test_a_declaration_says_nothing_of_a_limitation_that_comes_after_it():
    moved = happened(date(2025, 9, 1), "transferred", goods=(0,))
    declared = happened(date(2025, 11, 3), "limitation_without_effect", parties=("US",))
    limited = happened(date(2026, 1, 5), "limited", goods=(0,))
    back = happened(date(2026, 3, 2), "transfer_without_effect", parties=("US",))
    assert folded(moved, declared, limited, back).state("US", 0) is State.LIMITED


def test_the_safeguard_clause_is_asked_of_who_holds_the_mark_when_a_party_is_designated():
    def pending(*more):
        later = (
            happened(date(2030, 1, 10), "designated", parties=("CH",)),
            happened(date(2030, 2, 1), "notified", parties=("CH",)),
        )
        return folded(*more, *later, parties=("US",), on=date(2031, 3, 1)).state("CH", 0)

    assert pending() is State.PENDING
    assert pending(happened(date(2029, 1, 10), "owner_changed", holder="CN")) is State.PROTECTED


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


@settings(max_examples=80, deadline=None)
@given(happenings, st.sampled_from(["limitation_without_effect", "transfer_without_effect"]))
def test_a_change_without_effect_anywhere_leaves_what_would_be_without_it(more, kind):
    day = date(2037, 1, 1)
    plain = [one for one in more if EFFECTS[one.kind].undoes is None]
    undone = [one for one in plain if one.kind != EFFECTS[kind].undoes]
    after = folded(*plain, happened(day, kind), parties=("US", "DE", "FR"))
    assert after.parties == folded(*undone, parties=("US", "DE", "FR")).parties


@settings(max_examples=80, deadline=None)
@given(happenings, st.dates(REGISTERED, date(2036, 1, 1)), st.integers(0, 2000))
def test_what_the_holder_or_the_end_of_the_mark_takes_never_grows_again_without_a_declaration(more, day, later):
    plain = [one for one in more if EFFECTS[one.kind].undoes is None]
    before = folded(*plain, parties=("US", "DE", "FR"), on=day)
    after = folded(*plain, parties=("US", "DE", "FR"), on=day + timedelta(days=later))
    for party, states in before.parties.items():
        for state in (State.LIMITED, State.RENOUNCED, State.CANCELLED, State.CEASED, State.TRANSFERRED, State.LAPSED):
            assert states[state] & ~after.parties[party][state] == 0

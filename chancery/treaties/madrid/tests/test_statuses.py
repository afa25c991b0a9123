"""Where a mark stands: in each strand of its registration, and in each party."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.treaties import madrid
from chancery.treaties.kernel.citation import parse
from chancery.treaties.madrid.happenings import EFFECTS, LIVE, State
from chancery.treaties.madrid.protection import bits, protection
from chancery.treaties.madrid.tests.one_mark import BEGAN, ON, PARTIES, RECORD, REGISTERED, folded, happened
from chancery.treaties.madrid.tests.test_protection import happenings

SEPTEMBER, DECEMBER = date(2025, 9, 1), date(2025, 12, 1)
TOLD = madrid.Irregularity(rule="11(2)", notified_on=SEPTEMBER)
CODES = frozenset(
    "ENN EXN CEN RFNT RFNP FINV GP18N ISN R18NT R18NP R18NV FDNV INNT INNP OPN REN LIN".split()  # noqa: SIM905
)


def keys(on=ON, **known):
    return {one.strand: one.key for one in madrid.statuses(replace(RECORD, **known), on=on)}


def in_us(*more, on=ON):
    return next(one for one in madrid.party_statuses(folded(*more, on=on)) if one.party == "US")


@pytest.mark.parametrize(
    "status", [*madrid.STATUSES, *madrid.PARTY_STATUSES], ids=lambda one: f"{one.strand}-{one.key}"
)
def test_every_status_has_a_label_and_a_provision(status):
    assert status.label
    assert not status.label.endswith(".")
    assert parse(status.cites).treaty == "madrid"
    assert status.code in CODES | {""}


def test_nothing_known_is_no_status():
    assert madrid.statuses(madrid.Record(), on=ON) == ()
    assert madrid.party_statuses(madrid.Protection()) == ()


STANDS = [
    ({"registered_on": None, "office_received_on": REGISTERED}, "registration", "with_the_office_of_origin"),
    ({"registered_on": None, "ib_received_on": REGISTERED}, "registration", "with_the_bureau"),
    ({"registered_on": None, "abandoned_on": DECEMBER}, "registration", "abandoned"),
    ({}, "registration", "registered"),
    ({"renewed_until": date(2045, 3, 10)}, "registration", "renewed"),
    ({"cancelled_on": DECEMBER}, "registration", "cancelled"),
    ({"lapsed_on": DECEMBER}, "registration", "lapsed"),
    ({"irregularities": (TOLD,)}, "irregularities", "irregular"),
    ({"irregularities": (replace(TOLD, remedied_on=DECEMBER),)}, "irregularities", "remedied"),
    ({"classification_proposed_on": DECEMBER}, "irregularities", "classification_proposed"),
    ({}, "dependency", "dependent"),
    ({"on": date(2030, 3, 10)}, "dependency", "independent"),
    ({"basic_proceedings_on": DECEMBER}, "dependency", "proceedings_pending"),
    ({"basic_ceased_on": DECEMBER}, "dependency", "fell_with_the_basic_mark"),
    ({"basic_ceased_on": date(2031, 1, 1), "on": date(2031, 2, 1)}, "dependency", "independent"),
    ({"on": date(2034, 9, 9)}, "term", "term_runs"),
    ({"on": date(2034, 9, 12)}, "term", "renewal_open"),
    ({"on": date(2035, 3, 13)}, "term", "in_grace"),
    ({"on": date(2035, 9, 11)}, "term", "term_over"),
]


@pytest.mark.parametrize(("known", "strand", "key"), STANDS)
def test_each_strand_has_the_furthest_that_was_reached(known, strand, key):
    assert keys(**known)[strand] == key


def test_every_status_of_a_registration_is_reached_by_one_of_these():
    assert {key for _, _, key in STANDS} == {one.key for one in madrid.STATUSES}


REFUSED = happened(SEPTEMBER, "refused", "US")
IN_PART = happened(SEPTEMBER, "refused", "US", goods=(0, 1))
GRANTED = happened(SEPTEMBER, "granted", "US")
LATE = date(2026, 10, 6)
LIVES = [
    ((happened(REGISTERED, "registered", "US"),), ON, "asked", "ENN"),
    ((), ON, "pending", ""),
    ((), LATE, "protected", ""),
    ((happened(SEPTEMBER, "opposition_announced", "US"),), LATE, "opposition_possible", "OPN"),
    ((REFUSED,), ON, "provisionally_refused", "RFNT"),
    ((IN_PART,), ON, "provisionally_refused_in_part", "RFNP"),
    ((GRANTED,), ON, "protected", "GP18N"),
    ((REFUSED, happened(DECEMBER, "all_granted", "US")), ON, "protected", "R18NV"),
    ((REFUSED, happened(DECEMBER, "partly_granted", "US", goods=(2,))), ON, "protected_in_part", "R18NP"),
    ((REFUSED, happened(DECEMBER, "refusal_confirmed", "US")), ON, "refused", "R18NT"),
    (
        (REFUSED, happened(DECEMBER, "refusal_confirmed", "US"), happened(DECEMBER, "decided_further", "US")),
        ON,
        "protected",
        "FDNV",
    ),
    ((GRANTED, happened(DECEMBER, "invalidated", "US")), ON, "invalidated", "INNT"),
    ((GRANTED, happened(DECEMBER, "invalidated", "US", goods=(1,))), ON, "protected_in_part", "INNP"),
    ((happened(DECEMBER, "limited", "US"),), ON, "limited_to_nothing", "LIN"),
    ((happened(DECEMBER, "renounced", "US"),), ON, "renounced", ""),
    ((happened(DECEMBER, "cancelled"),), ON, "all_cancelled", ""),
    ((happened(DECEMBER, "ceased"),), ON, "fell", ""),
    ((happened(DECEMBER, "transferred"),), ON, "transferred", ""),
    ((happened(DECEMBER, "second_part_unpaid", "US"),), ON, "not_paid", ""),
    ((REFUSED, happened(DECEMBER, "refusal_incomplete", "US")), ON, "pending", ""),
    ((happened(date(2035, 3, 10), "renewed", "DE"),), date(2035, 4, 1), "not_renewed", ""),
]


@pytest.mark.parametrize(("more", "on", "key", "code"), LIVES)
def test_a_party_has_the_status_and_the_code_of_what_happened_last(more, on, key, code):
    found = in_us(*more, on=on)
    assert (found.status.key, found.code) == (key, code)


def test_every_status_of_a_party_is_reached_by_one_of_these():
    assert {key for _, _, key, _ in LIVES} == {one.key for one in madrid.PARTY_STATUSES}


def test_a_later_designation_has_its_own_code():
    later = happened(date(2026, 1, 5), "designated", "CH")
    found = next(one for one in madrid.party_statuses(folded(later)) if one.party == "CH")
    assert (found.code, found.since) == ("EXN", date(2026, 1, 5))


@settings(max_examples=80, deadline=None)
@given(happenings, st.dates(REGISTERED, date(2040, 1, 1)))
def test_a_party_always_has_one_status_that_goes_with_where_its_goods_stand(more, day):
    found = protection((*BEGAN, *more), goods=4, origin="NO", on=day)
    told = madrid.party_statuses(found)
    assert [one.party for one in told] == list(PARTIES)
    for one in told:
        assert sum(one.goods.values()) == bits(range(4))
        assert one.code in CODES | {""}
        assert not one.status.terminal or not any(state in one.goods for state in LIVE)
        assert (one.status.key == "protected") <= (State.PROTECTED in one.goods)
        assert one.since <= day


def test_every_code_of_an_effect_is_one_that_the_bureau_writes():
    whole = {code + letter for code in ("RFN", "INN") for letter in "TP"}
    assert {effect.code for effect in EFFECTS.values()} <= CODES | {"", "RFN", "INN"}
    assert whole <= CODES

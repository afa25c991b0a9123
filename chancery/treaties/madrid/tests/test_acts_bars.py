"""What stands against an act: every sentence in one case where it is true, and one where it is not."""

from dataclasses import dataclass, field
from datetime import date

import pytest

from chancery.treaties import madrid
from chancery.treaties.madrid.tests.one_mark import REGISTERED, can, designation, happened

BEFORE = date(2025, 12, 1)
LATER = date(2032, 1, 15)
REFUSAL = madrid.Refusal(sent_on=BEFORE)
EM = {"designated": (madrid.Designated(party="EM", notified_on=REGISTERED),)}
WITHDRAWN = (
    happened(REGISTERED, "registered", "EM"),
    happened(BEFORE, "renounced", "EM"),
)
ALL_REFUSED = (happened(BEFORE, "refused", "US"), happened(BEFORE, "refusal_confirmed", "US"))
ONE_CANCELLED = (happened(BEFORE, "cancelled", goods=(0,)),)
ASKED_US = {"asked": {"parties": ("US",)}}


@dataclass(frozen=True)
class Stands:
    """An act; the facts under which the sentence stands against it, and those under which it does not."""

    act: str
    there: dict = field(default_factory=dict)
    not_there: dict = field(default_factory=dict)
    happened: tuple = ()
    happened_not: tuple = ()


def asked(*parties, goods=(), **more):
    return {"asked": {"parties": parties, "goods": goods, **more}}


STANDS = {
    "registered": Stands("apply", {}, {"registered_on": None}),
    "not_registered": Stands("renew", {"registered_on": None}, {}),
    "abandoned": Stands("apply", {"abandoned_on": BEFORE}, {"abandoned_on": LATER}),
    "cancelled": Stands("renew", {"cancelled_on": BEFORE}, {}),
    "lapsed": Stands("renew", {"lapsed_on": BEFORE}, {}),
    "not_designated": Stands("limit_goods", asked("CH"), asked("US")),
    "nothing_left": Stands("limit_goods", ASKED_US, ASKED_US, (happened(BEFORE, "renounced", "US"),)),
    "own_party": Stands("designate", asked("NO"), asked("CH")),
    "cannot_be_designated": Stands("designate", asked("BE"), asked("BX")),
    "registered_before_accession": Stands(
        "designate", asked("IN") | {"registered_on": date(2012, 3, 10)}, asked("IN") | {"registered_on": REGISTERED}
    ),
    "designated_already": Stands("designate", ASKED_US, asked("CH")),
    "cancelled_goods": Stands(
        "designate",
        asked("CH", goods=(0,)),
        asked("CH", goods=(1,)),
        *([(happened(BEFORE, "cancelled", goods=(0,)),)] * 2),
    ),
    "union_not_designated": Stands("convert", {}, EM, (), (happened(REGISTERED, "registered", "EM"),)),
    "union_designation_stands": Stands("convert", EM, EM, WITHDRAWN[:1], WITHDRAWN),
    "not_of_the_union": Stands("convert", EM | asked("CH"), EM | asked("FR"), WITHDRAWN, WITHDRAWN),
    "nothing_fell": Stands("transform", {}, {}, (), (happened(BEFORE, "ceased", goods=(0,)),)),
    "kept_without_a_refusal": Stands("renew", asked(keep=("US",)), asked(keep=("US",)), (), ALL_REFUSED),
    "drops_out": Stands("renew", {}, asked(keep=("US",)), ALL_REFUSED, ALL_REFUSED),
    "no_form_for_intention": Stands(
        "declare_intention",
        {"designated": (), "application": {"designations": ()}, "bare": True},
        {},
    ),
    "new_owner_is_not_entitled": Stands("change_ownership", asked(new_owner="AR"), asked(new_owner="FR")),
    "new_owner_of_part": Stands("change_ownership", asked(goods=(1,)), asked(new_owner="FR")),
    "renounced_everywhere": Stands("renounce", asked("US", "DE", "JP"), ASKED_US),
    "renounced_in_part": Stands("renounce", asked("US", goods=(1,)), ASKED_US),
    "cancelled_for_some_parties": Stands("cancel", ASKED_US, asked(goods=(1,))),
    "licence_without_effect": Stands("record_licence", asked("JP"), ASKED_US),
    "no_licence": Stands("amend_licence", {}, {"licence_recorded_on": BEFORE}),
    "not_restricted": Stands("lift_restriction", {}, {"restricted_on": BEFORE}),
    "not_one_party": Stands("divide", asked("US", "DE"), ASKED_US),
    "division_is_not_offered": Stands("divide", asked("BR"), asked("CH")),
    "merger_is_not_offered": Stands("merge_divided", asked("BR"), asked("NO")),
    "not_divided": Stands("merge_divided", {}, {"came_of": "division"}),
    "not_partly_transferred": Stands("merge_transferred", {}, {"came_of": "partial change"}),
    "not_represented": Stands(
        "change_representative", {}, {"application": {"representative": madrid.Representative(name="A")}}
    ),
    "not_open_to_continued_processing": Stands(
        "continue_processing",
        {"missed_on": BEFORE, "missed": "30(1)"},
        {"missed_on": BEFORE, "missed": "26(2)"},
    ),
    "office_error_too_late": Stands("correct", {"published_on": date(2025, 4, 1)}, {"published_on": date(2025, 6, 1)}),
    "renewed_early": Stands("renew", {}, {"on": date(2035, 1, 15)}),
    "nothing_to_certify": Stands("certify", {}, {"office_received_on": REGISTERED}),
    "not_notified": Stands("refuse", designation(notified_on=None) | ASKED_US, ASKED_US),
    "late_opposition_not_declared": Stands("announce_opposition", asked("DE"), ASKED_US),
    "opposition_announced": Stands("announce_opposition", designation(opposition_announced=True) | ASKED_US, ASKED_US),
    "opposition_not_announced": Stands(
        "tell_opposition_dates", ASKED_US, designation(opposition_announced=True) | ASKED_US
    ),
    "granted": Stands("refuse", designation(granted_on=BEFORE) | ASKED_US, ASKED_US),
    "refused": Stands("grant", designation(refusals=(REFUSAL,)) | ASKED_US, ASKED_US),
    "not_refused": Stands("confirm_refusal", ASKED_US, designation(refusals=(REFUSAL,)) | ASKED_US),
    "decided": Stands(
        "confirm_refusal",
        designation(refusals=(REFUSAL,), decided_on=BEFORE) | ASKED_US,
        designation(refusals=(REFUSAL,)) | ASKED_US,
    ),
    "not_decided": Stands("decide_further", ASKED_US, designation(decided_on=BEFORE) | ASKED_US),
    "interim_told": Stands("tell_interim_status", designation(interim_on=BEFORE) | ASKED_US, ASKED_US),
    "nothing_protected": Stands("invalidate", ASKED_US, ASKED_US, (), (happened(BEFORE, "granted", "US"),)),
    "nothing_ceased": Stands("notify_ceasing", {}, {"basic_ceased_on": BEFORE}),
    "independent": Stands(
        "notify_ceasing",
        {"basic_ceased_on": date(2030, 3, 10), "on": LATER},
        {"basic_ceased_on": date(2030, 3, 9), "on": LATER},
    ),
    "no_proceedings": Stands("notify_proceedings", {}, {"basic_proceedings_on": BEFORE, "on": LATER}),
}


def said(act, facts, more):
    found = can(act, *more, **facts)
    return {one.rule for one in (*found.findings, *found.notes)}


def test_everything_that_can_stand_against_an_act_is_tried():
    assert {bar.slug for bar in madrid.BARS} == STANDS.keys()


@pytest.mark.parametrize("slug", STANDS)
def test_it_stands_against_the_act_where_it_is_true(slug):
    one = STANDS[slug]
    assert slug in said(one.act, one.there, one.happened)


@pytest.mark.parametrize("slug", STANDS)
def test_it_does_not_stand_against_the_act_where_it_is_not_true(slug):
    one = STANDS[slug]
    assert slug not in said(one.act, one.not_there, one.happened_not)


@pytest.mark.parametrize("slug", STANDS)
def test_it_belongs_to_the_act_by_which_it_is_tried(slug):
    act = madrid.act(STANDS[slug].act)
    assert slug in {bar.slug for bar in (*act.bars, *act.notes)}

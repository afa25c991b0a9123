"""Later acts: who may do them, until when, at what fee, on which form."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.treaties import madrid
from chancery.treaties.kernel.citation import parse
from chancery.treaties.madrid.tests.one_mark import (
    APPLICATION,
    ON,
    RECORD,
    REGISTERED,
    barred,
    can,
    designation,
    folded,
    happened,
)

OTHER_FEES = {"", "application", "subsequent designation", "renewal", "second part"}


def test_the_table_of_contents_has_each_act_once():
    keys = [act.key for act in madrid.ACTS]
    assert len(keys) == len(set(keys)) == 55


@pytest.mark.parametrize("act", madrid.ACTS, ids=lambda act: act.key)
def test_every_act_says_what_it_does_under_which_provision_by_which_limit_and_at_what_fee(act):
    assert parse(act.cites).treaty == "madrid"
    assert act.title
    assert not act.title.endswith(".")
    assert act.says.endswith(".")
    assert set(act.limits) <= {limit.key for limit in madrid.LIMITS}
    assert act.fee in OTHER_FEES | madrid.LATER.keys()
    assert not act.answers or act.limit


@pytest.mark.parametrize("bar", madrid.BARS, ids=lambda bar: bar.slug)
def test_everything_that_stands_against_an_act_is_a_sentence_with_a_citation(bar):
    assert bar.message.endswith(".")
    assert parse(bar.cites).treaty == "madrid"


def test_every_form_in_use_belongs_to_an_act_and_none_of_the_past_does():
    used = {act.form for act in madrid.ACTS} - {""}
    assert used == {number for number, form in madrid.forms().items() if form.in_use}
    assert {number for number, form in madrid.forms().items() if not form.in_use} == {"MM1", "MM3"}
    assert madrid.form("MM99") is None


def test_a_form_of_an_office_is_for_an_act_of_an_office():
    for act in madrid.ACTS:
        form = madrid.form(act.form)
        if form and form.issuer == "Office":
            assert act.who.startswith("Office")


def test_an_act_that_is_none_is_refused():
    with pytest.raises(KeyError):
        can("nonsense")


def test_every_act_can_be_asked_about_on_any_day_of_any_life():
    found = madrid.acts(madrid.Record(), madrid.Application(), madrid.Protection(), on=ON)
    assert [one.act for one in found] == list(madrid.ACTS)
    open_now = {one.act.key for one in found if one.open}
    assert open_now == {"apply", "appoint_representative"}


def test_a_subsequent_designation_costs_its_basic_fee_and_that_of_the_party():
    found = can("designate", asked={"parties": ("CH",), "goods": (0,)})
    assert found.open
    assert [line.code for line in found.fees.lines] == ["basic", "individual_CH"]
    assert str(found.fees.lines[0].amount) == "CHF 300"


def test_between_parties_of_both_treaties_a_subsequent_designation_costs_no_individual_fee():
    of_china = can("designate", asked={"parties": ("CH",)}, origin="CN", holder="CN")
    assert [line.code for line in of_china.fees.lines][1:] == ["complementary_CH"]


def test_a_renewal_is_paid_in_time_in_grace_or_never():
    renewal = {"asked": {"parties": ("DE",)}}
    in_time, in_grace = can("renew", on=date(2035, 3, 1), **renewal), can("renew", on=date(2035, 4, 2), **renewal)
    assert (in_time.open, in_time.late) == (True, "")
    assert in_grace.open
    assert in_grace.late.startswith("Six months more")
    assert can("renew", on=date(2035, 9, 10), **renewal).open
    assert barred("renew", on=date(2035, 9, 11), **renewal) == ["renew"]
    assert "surcharge" in {line.code for line in in_grace.fees.lines}
    assert "surcharge" not in {line.code for line in in_time.fees.lines}
    assert [note.rule for note in can("renew", on=date(2034, 9, 1)).notes] == ["renewed_early"]


def test_the_time_for_a_refusal_is_that_of_the_party_that_is_named():
    on = date(2026, 6, 1)
    assert can("refuse", on=on, asked={"parties": ("US",)}).open
    assert barred("refuse", on=on, asked={"parties": ("DE",)}) == ["refuse"]


def test_an_application_after_the_priority_period_goes_without_the_priority():
    found = madrid.possible(
        "apply", madrid.Record(priority_date=date(2025, 1, 2)), APPLICATION, madrid.Protection(), on=ON
    )
    assert found.open
    assert found.late == "The claim to priority is not recorded"


def test_a_declaration_without_effect_is_for_the_kind_of_change_that_was_notified():
    changed = {"changes": (madrid.Change(kind="limitation", notified_on=date(2025, 10, 1)),)}
    assert can("deny_limitation", **changed, asked={"parties": ("US",)}).open
    assert barred("deny_licence", **changed, asked={"parties": ("US",)}) == ["nothing_to_answer"]
    assert barred("deny_limitation", on=date(2027, 4, 2), **changed) == ["deny_limitation"]


def test_what_was_answered_cannot_be_answered_again():
    def told(**more):
        return {"irregularities": (madrid.Irregularity(rule="26(2)", notified_on=date(2025, 12, 1), **more),)}

    assert can("remedy_change", **told()).open
    assert barred("remedy_change", **told(remedied_on=date(2025, 12, 20))) == ["nothing_to_answer"]


@pytest.mark.parametrize(
    "missed", ["11(2)", "11(3)", "12(7)", "20bis(2)", "24(5)", "26(2)", "27bis(3)", "34(3)", "39(1)"]
)
def test_continued_processing_is_open_for_the_rules_that_are_listed(missed):
    found = can("continue_processing", missed_on=date(2026, 1, 2), missed=missed)
    assert found.open
    assert [str(total) for total in found.fees.totals] == ["CHF 200"]


@pytest.mark.parametrize("missed", ["", "11(4)", "11(6)", "12(2)", "13(2)", "17(2)", "30(1)"])
def test_continued_processing_is_not_open_for_others(missed):
    assert barred("continue_processing", missed_on=date(2026, 1, 2), missed=missed) == [
        "not_open_to_continued_processing"
    ]


def test_a_part_that_changes_hands_becomes_a_registration_of_its_own():
    part = can("change_ownership", asked={"parties": ("US",), "new_owner": "FR"})
    whole = can("change_ownership", asked={"new_owner": "FR"})
    assert [note.rule for note in part.notes] == ["new_owner_of_part"]
    assert whole.notes == ()


def test_the_second_part_of_a_fee_is_asked_for_the_party_that_told_of_it():
    notice = madrid.Irregularity(rule="34(3)", party="CU", notified_on=ON, expires_on=date(2026, 4, 15))
    found = can("pay_second_part", irregularities=(notice,), asked={"parties": ("CU",)}, **designation())
    assert found.until.due == date(2026, 4, 15)
    assert [line.code for line in found.fees.lines] == ["second_CU"]
    unnamed = can("pay_second_part", irregularities=(notice, replace(notice, party="JP", remedied_on=ON)))
    assert [line.code for line in unnamed.fees.lines] == ["second_CU"]


def test_a_party_that_refused_everything_drops_out_of_a_renewal_unless_it_is_kept():
    refused = happened(date(2025, 9, 1), "refused", "US")
    confirmed = happened(date(2025, 12, 1), "refusal_confirmed", "US")
    found = folded(refused, confirmed, happened(date(2025, 12, 2), "renounced", "JP"))
    assert [(one.party, one.may_stay) for one in madrid.dropped(found)] == [("US", True), ("JP", False)]
    assert [each.party for each in madrid.renewed(APPLICATION, found).designations] == ["DE"]
    kept = madrid.renewed(APPLICATION, found, keep=("US", "JP"))
    assert [each.party for each in kept.designations] == ["US", "DE"]


def test_a_party_that_protects_in_part_is_renewed_for_the_classes_of_that_part():
    refused = happened(date(2025, 9, 1), "refused", "US")
    granted = happened(date(2025, 12, 1), "partly_granted", "US", goods=(0, 1))
    paid = madrid.renewed(APPLICATION, folded(refused, granted), parties=("US",))
    assert paid.classes_in(paid.designations[0]) == 1


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(madrid.ACTS),
    st.dates(REGISTERED, date(2037, 1, 1)),
    st.sets(st.sampled_from(["US", "DE", "JP", "CH", "NO", "EM", "SA", "XX"]), max_size=2).map(tuple),
)
def test_an_act_is_open_or_says_why_not(act, day, parties):
    asked = madrid.Asked(parties=parties)
    found = madrid.possible(act.key, RECORD, APPLICATION, folded(on=day), on=day, asked=asked)
    assert found.open == (not found.findings)
    assert not (found.late and found.findings)
    for finding in (*found.findings, *found.notes):
        assert finding.cites.startswith("Madrid ")
        assert finding.message.endswith(".")

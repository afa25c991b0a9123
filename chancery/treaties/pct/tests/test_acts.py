from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.treaties import pct
from chancery.treaties.kernel.citation import parse
from chancery.treaties.kernel.texts import text_of
from chancery.treaties.pct.acts import BARS, graces
from chancery.treaties.pct.fees_acts import FEES
from chancery.treaties.pct.tests.one_case import APPLICATION, CLAIM, FILED, barred, can

AFTER_THE_END = {"send_letter", "ask_for_copies", "ask_for_review", "appoint_agent", "revoke_agent"}
KEYS = frozenset(
    """
    change_parties
    add_priority
    correct_priority
    withdraw_priority
    request_restoration
    furnish_missing_part
    incorporate_by_reference
    replace_erroneous_part
    disregard_part
    amend_claims_19
    demand
    amend_34
    request_sis
    withdraw_sis
    add_declaration
    furnish_sequence_listing
    furnish_priority_document
    request_priority_document
    furnish_translation
    rectify_mistake
    publish_refused_rectification
    publish_early
    withdraw_application
    withdraw_designations
    withdraw_demand
    withdraw_elections
    withdraw_publication_request
    pay_additional_search_fees
    comment_on_abstract
    reply_to_opinion
    correct_demand
    answer_unity_in_examination
    observe
    answer_observation
    indicate_licensing
    withdraw_licensing
    send_letter
    ask_for_copies
    revoke_agent
    appoint_agent
    ask_for_review
    enter_national_phase
    """.split()  # noqa: SIM905
)


def test_the_table_of_contents_has_each_act_once():
    assert sorted(act.key for act in pct.ACTS) == sorted(KEYS)


@pytest.mark.parametrize("act", pct.ACTS, ids=lambda act: act.key)
def test_every_act_says_what_it_does_under_which_provision_by_which_limit_and_at_what_fee(act):
    assert parse(act.cites).treaty == "pct"
    assert act.title
    assert not act.title.endswith(".")
    assert act.says.endswith(".")
    assert set(act.fees) <= FEES.keys()
    assert set(act.limits) <= {limit.key for limit in pct.LIMITS}


@pytest.mark.parametrize("bar", BARS, ids=lambda bar: bar.slug)
def test_everything_that_stands_against_an_act_is_a_sentence_with_a_citation(bar):
    assert bar.message.endswith(".")
    assert text_of(bar.cites)


def test_an_act_that_is_none_is_refused():
    with pytest.raises(KeyError):
        can("nonsense", FILED)


# The preconditions, one by one


def test_claims_are_amended_after_the_search_report_once_and_never_after_a_declaration():
    on, report = date(2026, 6, 1), {"isr_transmitted": date(2026, 5, 20)}
    assert barred("amend_claims_19", on) == ["no_search_report"]
    assert can("amend_claims_19", on, **report).open
    assert barred("amend_claims_19", on, **report, no_search_declared=True) == ["search_declined"]
    assert barred("amend_claims_19", on, **report, article_19_received=on) == ["amended_once"]


def test_late_amendments_are_in_time_until_the_preparations_are_completed():
    report = {"isr_transmitted": date(2026, 4, 20)}  # sixteen months from the priority date: 14 July 2026
    late = can("amend_claims_19", date(2026, 8, 3), **report)
    assert late.open
    assert late.late == "Still in time until the technical preparations for publication are completed"
    prepared = can("amend_claims_19", date(2026, 8, 3), **report, prepared_on=date(2026, 8, 3))
    assert [finding.detail for finding in prepared.findings] == ["It ended on 2026-07-14."]
    assert prepared.late == ""


def test_observations_are_made_by_anyone_from_publication_to_28_months():
    published = {"published_on": date(2026, 9, 17)}
    assert barred("observe", date(2026, 9, 16), **published) == ["not_published"]
    assert can("observe", date(2026, 9, 17), **published).open
    assert can("observe", date(2027, 7, 14), **published).open
    assert barred("observe", date(2027, 7, 15), **published) == ["observe"]
    assert pct.unsigned("observe", APPLICATION, ()) == ()


def test_withdrawals_are_made_within_thirty_months():
    assert can("withdraw_application", date(2027, 9, 14)).open
    assert barred("withdraw_application", date(2027, 9, 15)) == ["withdraw_application"]


def test_whoever_withdraws_too_late_to_prevent_publication_is_told():
    in_time = can("withdraw_application", date(2026, 8, 3))
    late = can("withdraw_application", date(2026, 9, 10), prepared_on=date(2026, 9, 2))
    assert in_time.notes == ()
    assert late.open
    assert [note.rule for note in late.notes] == ["publication_cannot_be_prevented"]


def test_the_usual_day_of_the_preparations_warns_and_bars_nothing():
    after_it = date(2026, 9, 10)  # publication is expected on 17 September, the preparations fifteen days before
    for key in ("withdraw_application", "amend_claims_19", "add_declaration"):
        expected = can(key, after_it, isr_transmitted=date(2026, 4, 20))
        assert expected.open
        assert [note.rule for note in expected.notes] == ["preparations_expected"]


def test_a_supplementary_search_is_asked_within_22_months():
    assert can("request_sis", date(2027, 1, 14)).open
    assert barred("request_sis", date(2027, 1, 15)) == ["request_sis"]
    assert barred("withdraw_sis", FILED) == ["no_supplementary_search"]


def test_priority_claims_are_not_touched_while_early_publication_is_asked_for():
    asked = {"early_publication_requested": date(2026, 4, 1)}
    assert "early_publication_asked" in barred("add_priority", date(2026, 5, 1), **asked)
    assert can("withdraw_publication_request", date(2026, 4, 1), **asked).open
    taken_back = {**asked, "early_publication_withdrawn": date(2026, 4, 2)}
    assert can("add_priority", date(2026, 5, 1), **taken_back).open


def test_a_defect_of_a_priority_claim_is_mended_within_one_month_more():
    end = date(2026, 7, 14)
    assert can("correct_priority", end).late == ""
    assert can("correct_priority", end + timedelta(days=31)).late.startswith("A defect mended")
    assert barred("correct_priority", end + timedelta(days=32)) == ["correct_priority"]
    assert barred("add_priority", end + timedelta(days=1)) == ["add_priority"]


def test_restoration_is_only_asked_where_the_period_was_missed():
    late = replace(APPLICATION, priority_claims=(replace(CLAIM, filed_on=date(2025, 2, 14)),))
    assert barred("request_restoration", FILED) == ["within_the_priority_period"]
    assert can("request_restoration", date(2026, 4, 16), late).open
    assert barred("request_restoration", date(2026, 4, 17), late) == ["request_restoration"]


def test_nothing_is_incorporated_without_the_statement_and_a_claim_on_the_day_of_filing():
    unsaid = replace(APPLICATION, incorporation_by_reference=False, priority_claims=())
    later = replace(APPLICATION, priority_claims=(replace(CLAIM, added_on=date(2026, 4, 1)),))
    on = date(2026, 4, 1)
    assert can("incorporate_by_reference", on).open
    assert barred("incorporate_by_reference", on, unsaid) == ["no_statement_on_filing", "no_priority_on_filing"]
    assert barred("incorporate_by_reference", on, later) == ["no_priority_on_filing"]
    german = replace(APPLICATION, receiving_office="DE")
    assert barred("incorporate_by_reference", on, german) == ["office_does_not_incorporate"]


def test_a_priority_document_is_fetched_until_the_application_is_published():
    overdue = date(2026, 10, 1)  # publication was to be expected on 17 September
    assert can("request_priority_document", overdue).late.startswith("Still in time until international publication")
    assert barred("request_priority_document", overdue, published_on=date(2026, 9, 17)) == [
        "published",
        "request_priority_document",
    ]


def test_a_demand_needs_an_applicant_of_chapter_two():
    uruguayan = replace(APPLICATION, parties=(pct.Party(name="A", nationality="UY", residence="UY"),))
    unknown = replace(APPLICATION, parties=(pct.Party(name="A"),))
    on = date(2026, 6, 1)
    assert barred("demand", on, uruguayan) == ["nobody_of_chapter_two"]
    assert can("demand", on).open
    assert can("demand", on, unknown).open
    assert barred("demand", on, demand_received=on) == ["demanded"]
    assert barred("amend_34", on) == ["not_demanded"]
    assert can("amend_34", on, demand_received=on).open
    assert barred("amend_34", on, demand_received=on, iper_established=on) == ["examined"]


def test_the_early_publication_costs_a_fee_only_without_a_search_report():
    before = can("publish_early", date(2026, 4, 1))
    after = can("publish_early", date(2026, 6, 1), isr_transmitted=date(2026, 5, 20))
    assert before.fee is not None
    assert after.fee is None
    assert [line.code for line in (can("demand", FILED).fee, *can("demand", FILED).more_fees)] == [
        "handling",
        "preliminary_examination",
    ]


def test_the_next_to_end_of_several_time_limits_governs():
    invited = tuple(
        pct.Invitation(kind="PCT/RO/107", dated=day) for day in (date(2026, 4, 1), date(2026, 5, 1), date(2026, 6, 1))
    )
    assert can("furnish_missing_part", date(2026, 6, 15), invitations=invited).until.due == date(2026, 7, 1)
    assert barred("furnish_missing_part", date(2026, 8, 4), invitations=invited) == ["furnish_missing_part"]


def test_review_is_asked_after_a_refusal_and_not_after_a_withdrawal():
    assert barred("ask_for_review", FILED) == ["nothing_to_review"]
    assert can("ask_for_review", date(2026, 5, 1), considered_withdrawn_on=date(2026, 4, 20)).open
    both = {"considered_withdrawn_on": date(2026, 4, 20), "withdrawn_on": date(2026, 4, 1)}
    assert "withdrawn" in barred("ask_for_review", date(2026, 5, 1), **both)


def test_the_national_phase_stays_open_after_thirty_months_where_an_office_or_reinstatement_allows():
    assert can("enter_national_phase", date(2027, 9, 14)).late == ""
    assert can("enter_national_phase", date(2027, 10, 1)).late
    assert can("enter_national_phase", date(2029, 3, 14)).late
    assert barred("enter_national_phase", date(2029, 3, 15)) == ["enter_national_phase"]
    united_states = {"offices": ("US",)}
    assert can("enter_national_phase", date(2028, 9, 14), **united_states).late
    assert barred("enter_national_phase", date(2028, 9, 15), **united_states) == ["enter_national_phase"]


# Properties

DAYS = st.dates(date(2024, 1, 1), date(2031, 1, 1))
MAYBE = st.none() | DAYS
RECORDS = st.builds(
    pct.Record,
    language=st.sampled_from(["", "en", "sv"]),
    searching_authority=st.sampled_from(["", "EP"]),
    examining_authority=st.sampled_from(["", "EP"]),
    received_on=MAYBE,
    filing_date=MAYBE,
    priority_date=MAYBE,
    isr_transmitted=MAYBE,
    no_search_declared=st.booleans(),
    article_19_received=MAYBE,
    demand_received=MAYBE,
    iper_established=MAYBE,
    sis_requested=MAYBE,
    early_publication_requested=MAYBE,
    early_publication_withdrawn=MAYBE,
    prepared_on=MAYBE,
    published_on=MAYBE,
    rectification_refused=MAYBE,
    withdrawn_on=MAYBE,
    considered_withdrawn_on=MAYBE,
    not_an_application_on=MAYBE,
    invitations=st.lists(
        st.builds(
            pct.Invitation,
            kind=st.sampled_from(["PCT/RO/106", "PCT/RO/107", "PCT/RO/126", "PCT/RO/150", "PCT/ISA/206"]),
            dated=DAYS,
        ),
        max_size=3,
    ).map(tuple),
)
quick = settings(deadline=None, max_examples=120)


@quick
@given(RECORDS, DAYS, st.sampled_from(["withdrawn_on", "considered_withdrawn_on", "not_an_application_on"]))
def test_after_the_end_only_those_acts_are_open_that_the_rules_leave(record, on, end):
    over = replace(record, **{end: on})
    done = {one.act.key for one in pct.acts(over, APPLICATION, on=on) if one.open}
    assert done <= AFTER_THE_END
    assert end != "withdrawn_on" or done <= {"send_letter", "ask_for_copies"}


@quick
@given(RECORDS, DAYS)
def test_an_act_whose_time_limit_has_passed_is_closed_unless_it_says_why_not(record, on):
    for one in pct.acts(record, APPLICATION, on=on):
        past = one.until is not None and isinstance(one.until.due, date) and one.until.due < on
        assert not (past and one.open) or one.late
        assert past or not one.late
        assert one.late in ("", *graces())


@quick
@given(RECORDS, DAYS, st.integers(1, 900))
def test_what_is_over_stays_over_where_nothing_else_happens(record, on, later):
    """Read on the day after everything in the record, so that only time passes."""
    last = max([on, *(day for day in vars(record).values() if isinstance(day, date))])
    last = max([last, *(one.dated for one in record.invitations)])
    first = {one.act.key: one for one in pct.acts(record, APPLICATION, on=last)}
    for one in pct.acts(record, APPLICATION, on=last + timedelta(days=later)):
        assert first[one.act.key].open or not one.open


@quick
@given(RECORDS, DAYS)
def test_an_act_that_cannot_be_done_always_says_why(record, on):
    for one in pct.acts(record, APPLICATION, on=on):
        assert one.open == (not one.findings)
        assert all(finding.message.endswith(".") and finding.cites for finding in one.findings)
        assert all(finding.severity == "prevents" for finding in one.findings)

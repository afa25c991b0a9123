from dataclasses import replace
from datetime import date, timedelta

import pytest

from chancery.treaties import pct
from chancery.treaties.pct.acts import BARS
from chancery.treaties.pct.tests.one_case import AGENT, APPLICATION, CLAIM, barred, can

ON = date(2026, 6, 1)
MAY = date(2026, 5, 1)


def invited(kind):
    return {"invitations": (pct.Invitation(kind=kind, dated=MAY),)}


STANDS = {
    "nothing_filed": ("send_letter", {"received_on": None, "filing_date": None, "priority_claims": ()}, {}),
    "not_an_application": ("demand", {"not_an_application_on": MAY}, {}),
    "considered_withdrawn": ("demand", {"considered_withdrawn_on": MAY}, {}),
    "withdrawn": ("demand", {"withdrawn_on": MAY}, {}),
    "no_filing_date": ("demand", {"filing_date": None}, {}),
    "no_priority": ("withdraw_priority", {"priority_claims": ()}, {}),
    "early_publication_asked": ("publish_early", {"early_publication_requested": MAY}, {}),
    "within_the_priority_period": (
        "request_restoration",
        {},
        {"priority_claims": (replace(CLAIM, filed_on=date(2025, 2, 14)),)},
    ),
    "priority_document_received": ("furnish_priority_document", {"priority_document_received": MAY}, {}),
    "before_the_rule_on_mistakes": ("replace_erroneous_part", {"filing_date": date(2019, 3, 10)}, {}),
    "date_not_moved": ("disregard_part", {}, invited("PCT/RO/126")),
    "no_translation_due": ("furnish_translation", {}, {"language": "sv"}),
    "no_search_report": ("comment_on_abstract", {}, {"isr_transmitted": MAY}),
    "search_declined": (
        "amend_claims_19",
        {"isr_transmitted": MAY, "no_search_declared": True},
        {"isr_transmitted": MAY},
    ),
    "search_is_over": ("furnish_sequence_listing", {"isr_transmitted": MAY}, {}),
    "unity_not_questioned": ("pay_additional_search_fees", {}, invited("PCT/ISA/206")),
    "amended_once": ("amend_claims_19", {"article_19_received": MAY}, {}),
    "no_supplementary_search": ("withdraw_sis", {}, {"sis_requested": MAY}),
    "supplementary_report_sent": (
        "withdraw_sis",
        {"sis_requested": MAY, "sis_report_sent": MAY},
        {"sis_requested": MAY},
    ),
    "published": ("publish_early", {"published_on": MAY}, {}),
    "not_published": ("answer_observation", {}, {"published_on": MAY}),
    "early_publication_not_asked": ("withdraw_publication_request", {}, {"early_publication_requested": MAY}),
    "prepared": ("withdraw_publication_request", {"prepared_on": MAY}, {}),
    "thirty_months_over": ("indicate_licensing", {"priority_date": date(2023, 3, 14), "priority_claims": ()}, {}),
    "demanded": ("demand", {"demand_received": MAY}, {}),
    "not_demanded": ("withdraw_elections", {}, {"demand_received": MAY}),
    "examined": ("amend_34", {"iper_established": MAY}, {}),
    "no_opinion_to_answer": ("reply_to_opinion", {}, {"written_opinion_transmitted": MAY}),
    "nothing_refused": ("publish_refused_rectification", {}, {"rectification_refused": MAY}),
    "nothing_to_review": ("ask_for_review", {}, {"considered_withdrawn_on": MAY}),
    "demand_not_objected_to": (
        "correct_demand",
        {"demand_received": MAY},
        {"demand_received": MAY, "invitations": (pct.Invitation(kind="PCT/IPEA/404", dated=MAY),)},
    ),
    "unity_not_questioned_again": (
        "answer_unity_in_examination",
        {"demand_received": MAY},
        {"demand_received": MAY, "invitations": (pct.Invitation(kind="PCT/IPEA/405", dated=MAY),)},
    ),
}
"""Bar -> an act, a record in which it stands against it, and one in which it does not."""

OF_THE_APPLICATION = {
    "no_statement_on_filing",
    "no_priority_on_filing",
    "office_does_not_incorporate",
    "nobody_of_chapter_two",
    "no_agent",
}
AFTER_THE_LIMIT = {
    "translation_is_over",
    "claim_is_void",
    "every_office_is_closed",
    "publication_cannot_be_prevented",
    "publication_cannot_show_it",
    "preparations_expected",
}


@pytest.mark.parametrize("slug", STANDS)
def test_each_bar_stands_where_it_should_and_only_there(slug):
    key, there, elsewhere = STANDS[slug]
    assert slug in barred(key, ON, **there)
    assert slug not in barred(key, ON, **elsewhere)


def test_every_bar_is_tested_here_or_by_name_below():
    assert {bar.slug for bar in BARS} == STANDS.keys() | OF_THE_APPLICATION | AFTER_THE_LIMIT


def test_an_agent_is_revoked_only_where_there_is_one():
    assert barred("revoke_agent", ON) == ["no_agent"]
    assert can("revoke_agent", ON, replace(APPLICATION, agents=(AGENT,))).open


def test_a_change_that_comes_after_the_preparations_is_recorded_but_not_published():
    assert [note.rule for note in can("change_parties", ON, prepared_on=MAY).notes] == ["publication_cannot_show_it"]
    assert can("change_parties", ON).notes == ()


def test_a_late_translation_is_in_time_until_the_day_before_seventeen_months():
    asked = {"invitations": (pct.Invitation(kind="PCT Rule 12.4(c)", dated=date(2026, 6, 1)),)}
    last = date(2026, 8, 14)  # seventeen months from the priority date of 14 March 2025
    assert can("furnish_translation", date(2026, 7, 14), **asked).late == ""
    assert can("furnish_translation", last - timedelta(days=1), **asked).late.startswith("Still in time until")
    assert barred("furnish_translation", last, **asked) == ["furnish_translation"]


def test_a_claim_declared_void_is_not_mended_any_more():
    end = date(2026, 7, 20)
    both = (CLAIM, replace(CLAIM, number="2"))
    void = (CLAIM, replace(CLAIM, number="2", decided="void", ceased_on=date(2026, 7, 17)))
    assert can("correct_priority", end, priority_claims=both).open
    assert barred("correct_priority", end, priority_claims=void) == ["correct_priority"]

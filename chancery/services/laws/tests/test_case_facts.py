"""Every fact of a case can be given, and every time limit that it opens is told; a delay is judged as the law says."""

import csv
import io
from datetime import date

import pytest

from chancery.services.laws import queries, words
from chancery.services.laws.forms_case import FIRST, FOLDED, TimeLimitFacts
from chancery.treaties import pct

pytestmark = pytest.mark.django_db
LIMITS, EXCUSE = "/law/pct/time-limits/", "/law/pct/excuse/"
FACTS = {"receiving_office": "IB", "received_on": "2025-12-01", "filing_date": "2025-12-01", "priority_1": "2024-12-05"}
EVERY_DAY = {
    name: "2026-03-02"
    for names in (FIRST, *FOLDED.values())
    for name in names
    if name not in ("receiving_office", "searching_authority", "supplementary_authority", "examining_authority")
}
BESIDES = {"mail_delay", "force_majeure", "office_outage"}
"""Not of one case but of one delay, which has a page of its own."""


def page(client, address, **facts):
    return client.get(address, facts).content.decode()


def record(**facts):
    form = TimeLimitFacts({**FACTS, **facts})
    assert form.is_valid(), form.errors
    return form.record()


def keys(**facts):
    return {limit.key for limit in pct.time_limits(record(**facts))}


def test_every_time_limit_can_be_had_by_some_facts():
    days = EVERY_DAY | {"language": "sv", "no_search_declared": "", "priority_office_1": "IB"}
    days |= {"offices": "US LU", "entered_1": "JP", "entered_on_1": "2027-06-01"}
    found = keys(**days) | keys(filing_date="")
    for kind, _label in words.INVITED:
        found |= keys(**days, invited_1=kind, invited_on_1="2026-03-02")
    assert {limit.key for limit in pct.LIMITS} - found == BESIDES


@pytest.mark.parametrize("kind", [kind for kind, _label in words.INVITED])
def test_every_invitation_that_can_be_chosen_opens_or_moves_a_time_limit(kind):
    facts = {"demand_received": "2026-03-02", "sis_requested": "2026-03-02", "offices": "US"}
    facts |= {"filing_date": ""} if kind == "PCT/RO/103" else {}
    before = pct.time_limits(record(**facts))
    assert set(pct.time_limits(record(**facts, invited_1=kind, invited_on_1="2026-03-05"))) - set(before)


def test_a_claim_withdrawn_moves_what_has_not_expired():
    days = {limit.key: limit.due for limit in pct.time_limits(record(claim_ceased_1="2026-02-02"))}
    assert days["priority_period"] == date(2025, 12, 5)
    assert days["changes"] == date(2028, 6, 1)  # thirty months from the filing date


def test_facts_stay_folded_until_one_of_them_is_given(client):
    assert page(client, LIMITS, **FACTS).count("<details open>") == 0
    assert page(client, LIMITS, **FACTS, sis_requested="2026-04-01").count("<details open>") == 1


def test_an_invitation_without_its_form_is_asked_for_it(client):
    answer = client.get(LIMITS, FACTS | {"invited_on_1": "2026-03-02"})
    assert answer.status_code == 400
    assert "Choose the form or the Rule." in answer.content.decode()


def test_each_office_has_its_own_limit_and_a_way_to_its_costs(client):
    text = page(client, LIMITS, **FACTS, offices="us ep")
    assert "2027-06-07" in text  # thirty months are a Saturday at the Office US
    assert "2027-07-05" in text  # thirty-one at the EPO
    assert "/law/pct/national-phase/?priority_date=2024-12-05" in text
    assert "others=US+EP" in text


def test_what_is_done_and_what_can_still_be_saved_stand_beside_the_last_day(client):
    text = page(client, LIMITS, **FACTS)
    assert "Done" in text
    assert "at the latest, with relief" in text
    rows = list(csv.DictReader(io.StringIO(client.get(f"{LIMITS}table.csv", FACTS).content.decode())))
    [period] = [row for row in rows if row["key"] == "priority_period"]
    assert (period["due"], period["late_until"], period["done_on"]) == ("2025-12-05", "2026-02-05", "2025-12-01")


def test_days_of_grace_that_end_before_the_time_limit_are_not_told():
    case = record(isr_transmitted="2026-04-02")
    [amended] = [one for one in queries.time_limits(case).limits if one.key == "art19"]
    assert (amended.due, amended.late_until) == (date(2026, 6, 2), None)  # preparations end in May
    for one in queries.time_limits(case).limits:
        if isinstance(one.due, date) and isinstance(one.late_until, date):
            assert one.late_until > one.due, one.key


def test_where_no_office_is_known_the_role_is_said(client):
    assert "at the searching Authority" in page(client, LIMITS, **FACTS)
    assert "at the searching Authority" not in page(client, LIMITS, **FACTS, searching_authority="EP")


# Excuse of delay

LATE = {"reason": "mail", "office": "EP", "expired_on": "2026-10-30"}


def test_a_letter_mailed_in_time_is_excused_until_a_month_from_noticing(client):
    text = page(client, EXCUSE, **LATE, mailed_on="2026-10-20", noticed_on="2026-11-10")
    assert "It can be excused" in text
    assert "10 December 2026" in text


def test_a_letter_mailed_too_late_is_not(client):
    text = page(client, EXCUSE, **LATE, mailed_on="2026-10-28", noticed_on="2026-11-10")
    assert "Not as it stands" in text
    assert "later than five days before" in text


def test_the_priority_period_is_not_excused(client):
    text = page(client, EXCUSE, **{**LATE, "reason": "force majeure"}, priority_period="on")
    assert "The priority period is not excused" in text


def test_after_an_outage_one_acts_on_the_next_open_day(client):
    text = page(client, EXCUSE, **{**LATE, "reason": "office outage"})
    assert "2 November 2026" in text  # 30 October is a Friday
    assert "No outage on that day is in our data" in text


def test_a_delay_without_its_day_is_asked_for_it(client):
    assert client.get(EXCUSE, {"reason": "mail", "office": "EP"}).status_code == 400

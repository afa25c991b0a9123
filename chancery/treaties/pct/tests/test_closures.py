"""What an Office declares of itself moves every time limit before it, and no other (Rules 82quater.2, .3)."""

from dataclasses import replace
from datetime import date

import pytest

from chancery.treaties import pct
from chancery.treaties.pct.closures import against, last_day

FILED = date(2026, 3, 2)
STORM = pct.Closure(
    office="IB", what="disruption", first=date(2026, 4, 1), last=date(2026, 4, 30), announced=date(2026, 4, 2)
)
DOWN = pct.Closure(
    office="IB", what="outage", first=date(2026, 4, 2), last=date(2026, 4, 2), announced=date(2026, 4, 2)
)
RECORD = pct.Record(receiving_office="IB", searching_authority="EP", received_on=FILED, filing_date=FILED)


def docket(*closures, record=RECORD):
    found = {}
    for limit in pct.time_limits(replace(record, closures=closures)):
        found.setdefault(limit.key, limit)
    return found


def test_a_time_limit_that_ends_in_the_period_ends_on_the_first_working_day_after_it():
    assert docket()["fees_RO"].due == date(2026, 4, 2)
    moved = docket(STORM)["fees_RO"]
    assert moved.nominal == date(2026, 4, 2)
    assert moved.due == date(2026, 5, 1)
    assert "Rule 82quater.3" in moved.steps[-2].text or "Rule 82quater.3" in moved.steps[-1].text


def test_limits_before_other_offices_and_limits_outside_the_period_stay():
    elsewhere = replace(STORM, office="EP")
    before, after = docket(), docket(elsewhere)
    assert {key for key, limit in after.items() if limit.due != before[key].due} == set()
    invited = replace(RECORD, invitations=(pct.Invitation(kind="PCT/ISA/206", dated=date(2026, 3, 10)),))
    assert docket(elsewhere, record=invited)["unity_isa"].due > date(2026, 4, 30)


def test_the_priority_period_and_the_national_phase_are_not_lengthened():
    claim = pct.PriorityClaim(office="CH", filed_on=date(2023, 10, 14))
    old = replace(RECORD, priority_claims=(claim,))  # thirty months end on 14 April 2026
    assert docket(STORM, record=old)["national_phase"].due == docket(record=old)["national_phase"].due
    young = replace(RECORD, priority_claims=(pct.PriorityClaim(office="CH", filed_on=date(2025, 4, 14)),))
    assert docket(STORM, record=young)["priority_period"].due == docket(record=young)["priority_period"].due


def test_after_an_outage_the_day_stays_and_the_next_working_day_is_excused():
    limit = docket(DOWN)["fees_RO"]
    assert limit.due == date(2026, 4, 2)
    assert limit.late_until == date(2026, 4, 7)  # Good Friday, the weekend and Easter Monday are closed
    assert [step.cites for step in limit.late_steps[:1]] == ["PCT Rule 82quater.2"]


def test_an_act_is_possible_on_the_day_on_which_the_office_can_be_reached_again():
    record = replace(RECORD, invitations=(pct.Invitation(kind="PCT/RO/126", dated=FILED),))
    down = replace(record, closures=(DOWN,))
    day = date(2026, 4, 7)
    application = pct.Application()
    assert not pct.possible("disregard_part", record, application, on=day).open
    again = pct.possible("disregard_part", down, application, on=day)
    assert again.open
    assert again.late.startswith("Excused")
    assert not pct.possible("disregard_part", down, application, on=date(2026, 4, 8)).open


def test_a_day_that_the_office_had_set_moves_with_what_it_declares_later():
    due = date(2026, 4, 2)
    assert last_day(due, "IB", ()) == due
    assert last_day(due, "IB", (STORM,)) == date(2026, 5, 1)
    assert last_day(due, "IB", (DOWN,)) == date(2026, 4, 7)
    assert last_day(due, "EP", (STORM, DOWN)) == due


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"last": date(2026, 3, 31)}, "last"),
        ({"last": date(2026, 6, 2)}, "last"),
        ({"first": date(2020, 4, 1), "last": date(2020, 5, 1)}, "last"),
    ],
)
def test_a_period_that_the_rule_does_not_give_is_refused(changed, field):
    assert field in [one.field for one in against(replace(STORM, **changed))]


def test_a_further_period_begins_where_the_one_before_ends():
    assert against(STORM) == ()
    assert against(replace(STORM, first=STORM.last, last=date(2026, 6, 15)), [STORM]) == ()
    assert against(replace(STORM, first=date(2026, 4, 10), last=date(2026, 6, 1)), [STORM])[0].field == "first"


def test_an_outage_is_published_once_it_has_begun_and_is_short():
    assert against(DOWN) == ()
    assert against(replace(DOWN, announced=date(2026, 4, 1)))[0].field == "first"
    assert against(replace(DOWN, last=date(2026, 5, 20)))[0].field == "last"

from datetime import date

import pytest

from chancery.treaties import pct
from chancery.treaties.kernel import of_office
from chancery.treaties.kernel.calendar import Span
from chancery.treaties.pct.delays import binds_designated_office, extension_ends, general_disruption


def excused(**facts):
    return pct.excuse(pct.Delay(office="IB", limit="art14_defects", **facts))


def test_a_letter_mailed_five_days_before_is_excused_with_evidence_within_a_month_of_noticing():
    facts = {"expired_on": date(2026, 6, 1), "noticed_on": date(2026, 6, 15)}
    found = excused(mailed_on=date(2026, 5, 27), **facts)
    assert found.findings == ()
    assert found.evidence_until == date(2026, 7, 15)
    late = excused(mailed_on=date(2026, 5, 28), **facts)
    assert [finding.field for finding in late.findings] == ["mailed_on"]


def test_evidence_of_mailing_comes_at_most_six_months_after_the_expiry():
    found = excused(expired_on=date(2026, 6, 1), noticed_on=date(2026, 11, 20), mailed_on=date(2026, 5, 20))
    assert found.evidence_until == date(2026, 12, 1)
    unknown = excused(expired_on=date(2026, 6, 1), mailed_on=date(2026, 5, 20))
    assert "in no case after 2026-12-01" in str(unknown.evidence_until)


def test_force_majeure_has_six_months_for_evidence_and_no_day_for_the_act():
    found = excused(reason="force majeure", expired_on=date(2026, 6, 1))
    assert found.evidence_until == date(2026, 12, 1)
    assert found.act_until is None


def test_evidence_that_would_end_on_a_closed_day_moves():
    assert excused(reason="force majeure", expired_on=date(2026, 7, 1)).evidence_until == date(2027, 1, 4)


def test_the_act_after_an_outage_is_due_on_the_next_working_day_on_which_the_system_works():
    found = excused(reason="office outage", expired_on=date(2020, 7, 12))
    assert found.act_until == date(2020, 7, 13)
    assert found.findings == ()


def test_an_outage_that_is_not_in_the_data_is_to_be_shown():
    found = excused(reason="office outage", expired_on=date(2026, 6, 2))
    assert found.act_until == date(2026, 6, 3)
    assert "No outage on that day is in our data" in found.findings[0].message


def test_an_outage_before_the_rule_is_not_excused():
    found = excused(reason="office outage", expired_on=date(2019, 6, 3))
    assert any("not excused" in finding.message for finding in found.findings)


@pytest.mark.parametrize("reason", ["mail", "force majeure", "office outage"])
def test_the_priority_period_is_never_excused(reason):
    delay = pct.Delay(reason=reason, limit="priority_period", office="IB", expired_on=date(2026, 6, 1))
    assert any("priority period" in finding.message for finding in pct.excuse(delay).findings)


def test_a_delay_of_the_record_stands_in_the_docket_at_the_office_where_the_act_was_due():
    delay = pct.Delay(reason="force majeure", office="EP", expired_on=date(2026, 6, 1))
    record = pct.Record(received_on=date(2026, 3, 2), delays=(delay,))
    found = next(one for one in pct.time_limits(record) if one.key == "force_majeure")
    assert (found.office, found.due) == ("EP", date(2026, 12, 1))


def test_each_extension_for_a_general_disruption_has_two_months_at_most():
    assert extension_ends(date(2026, 12, 31)) == date(2027, 2, 28)
    declared = [Span(date(2026, 3, 15), date(2026, 5, 15)), Span(date(2026, 5, 15), date(2026, 7, 15))]
    assert general_disruption(date(2026, 3, 15), declared) == ()
    too_long = general_disruption(date(2026, 3, 15), [Span(date(2026, 3, 15), date(2026, 5, 16))])
    assert "longer than two months" in too_long[0].message


def test_the_extensions_of_2020_came_before_the_rule_and_kept_its_bounds():
    declared = of_office("EP").interruptions
    found = general_disruption(date(2020, 3, 15), declared)
    assert [finding.message for finding in found] == ["An extension until 2020-06-01 comes before the Rule."]


def test_an_office_whose_processing_had_begun_is_not_bound():
    announced = date(2026, 3, 20)
    assert binds_designated_office(announced, processing_since=None)
    assert binds_designated_office(announced, processing_since=date(2026, 3, 21))
    assert not binds_designated_office(announced, processing_since=date(2026, 3, 20))

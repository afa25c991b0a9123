from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.treaties.kernel import NotDeterminable, Period, Reckoning, days, earlier_of, later_of, months, of_office

DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31))
OFFICES = st.sampled_from(["IB", "EP", "US", "JP", "IL", "EA", "XX", ""])
settings.register_profile("treaties", deadline=None, max_examples=60)
settings.load_profile("treaties")


@given(DAYS, DAYS, st.integers(0, 60))
def test_a_later_event_never_ends_a_period_earlier(one, other, count):
    first, second = sorted((one, other))
    assert months(count).after(first) <= months(count).after(second)
    assert days(count).after(first) <= days(count).after(second)


@given(DAYS, st.integers(1, 60))
def test_a_period_of_months_ends_on_the_same_number_or_the_last_day(start, count):
    end = months(count).after(start)
    assert end.day == start.day or (end + timedelta(days=1)).day == 1


def test_months_are_counted_in_one_go_and_not_one_by_one():
    stepped = date(2022, 8, 31)
    for _ in range(31):
        stepped = months(1).after(stepped)
    assert months(31).after(date(2022, 8, 31)) == date(2025, 3, 31)
    assert stepped == date(2025, 3, 28)


@given(DAYS)
def test_a_year_is_twelve_months(start):
    assert Period(years=1).after(start) == months(12).after(start)


@given(OFFICES, DAYS)
def test_a_time_limit_never_ends_on_a_closed_day_nor_before_its_nominal_end(office, day):
    calendar = of_office(office)
    due, steps = calendar.roll(day)
    assert calendar.closed(due) is None
    assert due >= day
    assert (due == day) == (not any(step.value for step in steps))
    assert calendar.roll(due)[0] == due


@given(OFFICES, DAYS, DAYS)
def test_moving_over_closed_days_keeps_the_order(office, one, other):
    first, second = sorted((one, other))
    assert of_office(office).roll(first)[0] <= of_office(office).roll(second)[0]


@given(OFFICES, DAYS, st.integers(1, 40))
def test_the_reasoning_arrives_at_the_result(office, start, count):
    found = Reckoning.of(start, "the event").plus(months(count), "PCT Rule 80.2").rolled(of_office(office))
    assert [step.value for step in found.steps if step.value][-1] == found.day


def test_every_step_over_a_closed_day_says_where_it_leads():
    due, steps = of_office("IB").roll(date(2016, 12, 30))
    assert [step.value for step in steps] == [date(2016, 12, 31), date(2017, 1, 1), date(2017, 1, 2), date(2017, 1, 3)]
    assert due == date(2017, 1, 3)


def test_a_published_list_is_sure_and_a_pattern_is_not():
    bureau = of_office("IB")
    assert bureau.confidence(date(2019, 9, 5), bureau.roll(date(2019, 9, 5))[0]) == "rule"
    assert bureau.confidence(date(2026, 9, 10), bureau.roll(date(2026, 9, 10))[0]) == "unverified"
    assert "not in our data" in bureau.roll(date(2026, 9, 10))[1][-1].text


def test_a_day_that_did_not_move_is_sure_because_one_more_closed_day_only_helps():
    bureau = of_office("IB")
    day = date(2026, 11, 24)
    assert bureau.roll(day)[0] == day
    assert not bureau.known(day)
    assert bureau.confidence(day, day) == "rule"


def test_an_extension_binds_only_from_its_announcement():
    office = of_office("EP")
    nominal = date(2020, 3, 16)
    assert office.roll(nominal, knowing=date(2020, 3, 10))[0] == nominal
    assert office.roll(nominal, knowing=date(2020, 4, 17))[0] == date(2020, 5, 4)
    assert office.roll(nominal)[0] == date(2020, 6, 2)
    assert office.roll(nominal, interruptions=False)[0] == nominal


def test_a_weekend_is_that_of_the_state():
    assert of_office("IL").closed(date(2026, 11, 20)) == "weekend"
    assert of_office("IL").closed(date(2026, 11, 22)) is None


@given(DAYS)
def test_what_is_missing_is_named_and_what_is_known_bounds_it(day):
    known, unknown = Reckoning.of(day, "the one"), Reckoning.of(None, "the other")
    later, earlier = later_of(known, unknown, "PCT Rule 46.1").day, earlier_of(unknown, known, "PCT Rule 49.6(b)").day
    assert later == NotDeterminable(("the other",), f"in no case before {day}")
    assert earlier == NotDeterminable(("the other",), f"in no case after {day}")
    assert str(later) == f"not determinable: the other is missing; in no case before {day}"


def test_two_missing_facts_are_both_named():
    both = later_of(Reckoning.of(None, "A"), Reckoning.of(None, "B"), "")
    assert str(both.day) == "not determinable: A and B are missing"


@pytest.mark.filterwarnings("ignore:Requested Holidays")
def test_a_year_that_the_library_does_not_know_has_weekends_and_says_that_more_may_come():
    due, steps = of_office("IN").roll(date(2060, 10, 2))
    assert due == date(2060, 10, 4)
    assert "not in our data" in steps[-1].text


@pytest.mark.parametrize("office", ["XN", "XV", "IN", "PH", "SA", "AU", "EG"])
def test_authorities_and_designated_offices_have_calendars_that_say_what_they_rest_on(office):
    calendar = of_office(office)
    assert calendar.seats
    _due, steps = calendar.roll(date(2026, 6, 3))
    assert "not in our data" in steps[-1].text


def test_an_office_of_which_nothing_is_known_keeps_weekends_unverified():
    calendar = of_office("QQ")
    assert calendar.moved(date(2026, 6, 6))[2] == "unverified"

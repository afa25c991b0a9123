"""What must hold for every time limit of the Madrid system."""

import re
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.treaties import madrid
from chancery.treaties.kernel import Period, of_office

DAYS = st.dates(date(2010, 1, 1), date(2030, 12, 31))
MAYBE = st.none() | DAYS
RULES = ["11(2)", "11(3)", "11(4)", "11(6)", "12(8bis)", "13(2)", "20bis(2)", "24(5)", "26(2)", "34(3)", "39"]
PARTIES = ["DE", "US", "CN", "SA", "BX", "EM", "FR", "JP"]

irregularities = st.builds(madrid.Irregularity, rule=st.sampled_from(RULES), notified_on=DAYS, expires_on=MAYBE)
refusals = st.builds(
    madrid.Refusal,
    issued_on=MAYBE,
    transmitted_on=MAYBE,
    received_on=MAYBE,
    on_opposition=st.booleans(),
    defective_since=MAYBE,
    defect=st.sampled_from(["", "18(1)(c)", "18(1)(d)"]),
    completed_on=MAYBE,
)
designated = st.builds(
    madrid.Designated,
    party=st.sampled_from(PARTIES),
    notified_on=MAYBE,
    opposition_begins=MAYBE,
    opposition_ends=MAYBE,
    opposition_announced=st.booleans(),
    refusals=st.lists(refusals, max_size=2).map(tuple),
)
records = st.builds(
    madrid.Record,
    origin=st.sampled_from(["NO", "DE"]),
    priority_date=MAYBE,
    office_received_on=MAYBE,
    ib_received_on=MAYBE,
    complete_on=MAYBE,
    registered_on=MAYBE,
    published_on=MAYBE,
    irregularities=st.lists(irregularities, max_size=3).map(tuple),
    classification_proposed_on=MAYBE,
    classification_kept_on=MAYBE,
    designated=st.lists(designated, max_size=3).map(tuple),
    changes=st.lists(st.builds(madrid.Change, kind=st.just("ownership"), notified_on=DAYS), max_size=1).map(tuple),
    cancelled_at_origin_on=MAYBE,
    missed_on=MAYBE,
    renewal_shortfall_told_on=MAYBE,
)
quick = settings(max_examples=60, deadline=None)


def period(words):
    counts = {unit: int(count) for count, unit in re.findall(r"(\d+) (year|month|day)s?", words)}
    return Period(counts.get("year", 0), counts.get("month", 0), counts.get("day", 0))


def replayed(steps):
    """Each dated step worked out again from what it says, and the day at which the last one arrives."""
    reached = None
    for step in steps:
        if not isinstance(step.value, date):
            continue
        counted = re.fullmatch(r"(.+) (from|before) (\d{4}-\d\d-\d\d)", step.text)
        chosen = re.fullmatch(r"The (later|earlier) of (\S+) and (\S+)", step.text)
        if counted:
            start = date.fromisoformat(counted[3])
            span = period(counted[1])
            assert step.value == (span.after(start) if counted[2] == "from" else span.before(start)), step
        elif chosen:
            pick = max if chosen[1] == "later" else min
            assert step.value == pick(map(date.fromisoformat, (chosen[2], chosen[3]))), step
        elif " is not open " in step.text:
            assert reached < step.value, step
            assert step.cites == "Madrid Rule 4(4)"
        reached = step.value
    return reached


@quick
@given(records)
def test_the_reasoning_of_every_time_limit_replays_to_its_day(record):
    for found in madrid.time_limits(record):
        if isinstance(found.due, date):
            assert replayed(found.steps) == found.due, found
            assert found.due >= found.nominal
        if isinstance(found.late_until, date):
            assert replayed(found.late_steps) == found.late_until > found.due


@quick
@given(records)
def test_no_time_limit_ends_on_a_day_on_which_its_office_is_closed(record):
    fixed = {one.key for one in madrid.LIMITS if not one.moves}
    for found in madrid.time_limits(record):
        if isinstance(found.due, date) and found.nature == "limit" and found.key not in fixed:
            assert of_office(found.office).closed(found.due) is None, found


@quick
@given(records)
def test_every_time_limit_says_who_does_what_where_and_on_which_ground(record):
    for found in madrid.time_limits(record):
        assert found.act.endswith(".")
        assert found.actor
        assert found.office
        assert found.cites.startswith("Madrid ")
        assert found.steps or not isinstance(found.due, date)


@quick
@given(DAYS, st.integers(1, 400))
def test_a_later_notification_never_shortens_the_time_for_refusal(told, later):
    def due(day):
        designations = (madrid.Designated(party="US", notified_on=day),)
        limits = madrid.time_limits(madrid.Record(origin="NO", designated=designations))
        return next(one.due for one in limits if one.key == "refusal")

    assert due(told) <= due(told + timedelta(days=later))


@quick
@given(DAYS, st.integers(0, 200), st.integers(0, 200))
def test_the_date_of_registration_is_that_of_the_office_of_origin_or_of_the_bureau(
    received, on_the_way, until_complete
):
    reached = received + timedelta(days=on_the_way)
    complete = reached + timedelta(days=until_complete)
    record = madrid.Record(office_received_on=received, ib_received_on=reached, complete_on=complete)
    assert madrid.registration(record) in {received, complete}

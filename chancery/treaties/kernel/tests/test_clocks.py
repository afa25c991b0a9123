from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.treaties.kernel import NotDeterminable
from chancery.treaties.kernel.clocks import clock_of, in_time, local_day

INSTANTS = st.datetimes(datetime(2009, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


def test_six_in_the_morning_in_tokyo_is_the_day_before_in_geneva():
    instant = datetime(2026, 11, 22, 21, 0, tzinfo=UTC)  # 06:00 on the 23rd in Tokyo
    assert local_day("JP", instant) == date(2026, 11, 23)
    assert local_day("IB", instant) == date(2026, 11, 22)


@pytest.mark.parametrize(
    ("instant", "late"),
    [
        (datetime(2026, 3, 28, 22, 59, 59, tzinfo=UTC), False),  # winter time: midnight is 23:00 UTC
        (datetime(2026, 3, 28, 23, 0, tzinfo=UTC), True),
    ],
)
def test_the_last_day_ends_at_midnight_in_geneva(instant, late):
    assert in_time("IB", instant, due=date(2026, 3, 28)) is not late


def test_the_last_day_follows_the_change_of_clocks():
    assert in_time("IB", datetime(2026, 3, 29, 21, 59, tzinfo=UTC), due=date(2026, 3, 29))
    assert not in_time("IB", datetime(2026, 3, 29, 22, 0, tzinfo=UTC), due=date(2026, 3, 29))


@given(st.sampled_from(["IB", "US", "JP", "AU", "EP"]), INSTANTS)
def test_an_instant_is_in_time_for_its_own_day_and_late_for_the_day_before(office, instant):
    day = local_day(office, instant)
    assert in_time(office, instant, due=day) is True
    assert in_time(office, instant, due=day - timedelta(days=1)) is False


def test_an_unknown_time_zone_is_said():
    assert local_day("ZZ", datetime(2026, 1, 1, tzinfo=UTC)) == NotDeterminable(("the time zone of the Office ZZ",))
    assert isinstance(in_time("ZZ", datetime(2026, 1, 1, tzinfo=UTC), due=date(2026, 1, 1)), NotDeterminable)


def test_an_instant_without_a_time_zone_is_refused():
    with pytest.raises(ValueError, match="needs its time zone"):
        clock_of("IB").day(datetime(2026, 1, 1))  # noqa: DTZ001

from datetime import timedelta

import pytest

from chancery.services.analytics import actions, book, noise, queries
from chancery.services.analytics.counting import Tally
from chancery.services.analytics.countries import Countries
from chancery.services.analytics.models import Cell, Release
from chancery.services.analytics.sender import folder
from chancery.services.analytics.tests.conftest import AT, DAY, LATER, WEEK, numbers, view


def test_this_week_and_the_next_are_open_before_anybody_comes(open_week):
    assert book.weeks_in(folder()) == [WEEK, WEEK.next]


def test_no_counter_begins_at_nothing(open_week):
    begun = [number for keys in numbers().values() for number in keys.values()]
    assert len(begun) > 100
    assert sum(number == 0 for number in begun) < len(begun) / 5


def test_a_week_that_is_over_is_published_once_and_its_counters_are_destroyed(added):
    added([view(address=f"198.51.100.{place}") for place in range(200)])
    assert actions.turn(at=LATER) == [WEEK]
    release = Release.objects.get()
    assert (release.week, release.lives, release.days, release.epsilon) == (
        "2026-W47",
        1,
        1,
        pytest.approx(0.9),
    )  # no table of countries
    assert not book.path_of(folder(), WEEK).exists()
    assert actions.turn(at=LATER) == []
    days = dict(Cell.objects.filter(table="days").values_list("key", "value"))
    assert len(days) == 7
    assert abs(days["2026-11-18"] - 200) < 200  # ten times the spread


def test_what_is_published_differs_from_what_stood_in_the_file(added):
    before = numbers()
    actions.turn(at=LATER)
    published = Cell.objects.filter(table="pages").values_list("key", "value")
    assert sum(before["pages"][key] != value for key, value in published) > len(published) * 0.9


def test_counters_that_stood_there_after_publishing_are_destroyed_and_never_published_again(added, tmp_path):
    copy = book.path_of(folder(), WEEK).read_bytes()
    actions.turn(at=LATER)
    first = list(Cell.objects.values_list("key", "value"))
    book.path_of(folder(), WEEK).write_bytes(copy)  # as if the power had failed between the two
    assert actions.turn(at=LATER) == [WEEK]
    assert list(Cell.objects.values_list("key", "value")) == first
    assert not book.path_of(folder(), WEEK).exists()


def test_a_counter_that_still_writes_is_waited_for(open_week):
    opened = book.Book(folder(), WEEK)
    assert actions.turn(at=LATER) == []
    opened.close()
    assert actions.turn(at=LATER) == [WEEK]


def test_the_noise_grows_with_the_lives_of_the_key(added):
    for _life in range(3):
        added([view()])
    actions.turn(at=LATER)
    release = Release.objects.get()
    assert (release.lives, release.epsilon) == (3, pytest.approx(0.9))  # no table of countries
    [day] = [row for row in queries.lines([release]) if row[2] == DAY.isoformat()]
    assert day[4] > 2 * queries.error(queries.DAYS, [1]) * 0.8


def test_a_fifth_life_of_a_day_counts_nothing(added):
    grown = [added([view()]) for _life in range(5)]
    assert [bool(one) for one in grown] == [True, True, True, True, False]


def test_without_opendp_nothing_is_opened_or_published_and_old_counters_do_not_stay(open_week, monkeypatch):
    monkeypatch.setattr(noise, "available", lambda: False)
    assert actions.turn(at=LATER) == []
    assert not Release.objects.exists()
    assert book.path_of(folder(), WEEK).exists()
    actions.turn(at=LATER + timedelta(days=30))
    assert not book.path_of(folder(), WEEK).exists()
    assert not Release.objects.exists()


def test_an_office_that_does_not_count_opens_nothing(db, settings):
    settings.ANALYTICS = False
    actions.turn(at=AT)
    assert not folder().exists()


def test_the_layout_of_a_week_stays_as_it_was_opened(open_week, settings):
    settings.ANALYTICS_COUNTRIES = "/no/such/file"  # read for new weeks only
    assert actions.turn(at=AT) == []


def test_every_day_has_a_key_of_its_own_and_every_week_its_file(open_week):
    tally = Tally(folder(), Countries(()))
    before, next_before = numbers(), numbers(WEEK.next)
    for day in (DAY, DAY + timedelta(days=1), DAY + timedelta(days=7)):
        for _second in range(2):
            tally.turn_to(day)
            tally.count([view()])
    tally.close()
    assert numbers()["pages"]["search/"] - before["pages"]["search/"] == 2
    assert numbers(WEEK.next)["pages"]["search/"] - next_before["pages"]["search/"] == 1
    opened = book.Book(folder(), WEEK)
    assert opened.lives == (0, 0, 1, 1, 0, 0, 0)
    opened.close()

"""The promise, three times: by OpenDP's proof, by the rule that bounds a visitor, and by an attacker who tries."""

import importlib
from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as some

from chancery.services.analytics import keys, noise, promise
from chancery.services.analytics.actions import noised_sheet
from chancery.services.analytics.book import Sheet
from chancery.services.analytics.counting import Tally
from chancery.services.analytics.facts import Stay, View
from chancery.services.analytics.promise import BY_NAME, MOST_LIVES, TABLES
from chancery.services.analytics.tests.conftest import DAY
from chancery.services.analytics.visitors import Visitors

DRAWS = 60_000
MARGIN = 0.015  # five standard deviations of a difference of two shares of so many draws


# By proof


def test_the_tables_together_cost_what_is_promised():
    memory = promise.MARKS * promise.MOST_LIVES / promise.ROOM_SCALE
    assert sum(table.epsilon for table in TABLES) + memory == pytest.approx(promise.EPSILON)


@pytest.mark.parametrize("lives", range(1, MOST_LIVES + 1))
@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_opendp_proves_the_cost_of_each_table_however_often_the_key_was_lost(table, lives):
    sheet = Sheet(table.name, table.bound, table.scale, ("a", "b"))
    assert noised_sheet(sheet, [3, 4], lives=lives).epsilon == pytest.approx(table.epsilon)
    assert noise.measurement(promise.release_scale(table, lives)).check(table.bound * lives, table.epsilon + 1e-9)


def test_a_copy_of_the_disk_tells_no_more_than_the_release():
    for table in TABLES:
        assert noise.laplace([0], scale=table.scale, distance=table.bound).epsilon == pytest.approx(table.epsilon)


def test_opendp_composes_the_tables_into_one_release():
    dp = importlib.import_module("opendp.prelude")
    single = [noise.measurement(table.scale) for table in TABLES if table.bound == 1]
    whole = dp.c.make_composition(single)
    assert whole.map(1) == pytest.approx(sum(table.epsilon for table in TABLES if table.bound == 1))


# By the rule that bounds a visitor

ROUTES = (
    "search/",
    "law/",
    "filing/",
    "contact/",
    "privacy/",
    "register/verify/",
    "gazette/",
    "fees/",
    "account/login/",
)
VISITORS = some.sampled_from([("203.0.113.1", "a"), ("203.0.113.1", "b"), ("2001:db8::1", "a")])
VIEWS = some.builds(
    lambda who, route, language, referrer: View(*who, route, language, referrer),
    *(VISITORS, some.sampled_from(ROUTES)),
    *(some.sampled_from(["en", "ar"]), some.sampled_from(["", "none", "search"])),
)
STAYS = some.builds(
    lambda who, route, seconds: Stay(*who, route, seconds), VISITORS, some.sampled_from(ROUTES), some.integers(0, 900)
)
HISTORY = some.lists(some.one_of(VIEWS, STAYS, some.just("restart")), max_size=60)


class Memory:
    """A book in memory, for a day on which the counter is started several times."""

    def __init__(self):
        self.numbers, self.lives = Counter(), 1
        self.bounds = {table.name: table.bound for table in TABLES}

    def knows(self, table, key):
        return table != "pages" or key in ROUTES

    def add(self, table, key):
        self.numbers[table, key] += 1


def counted(history):
    tally = Tally(None, type("None", (), {"codes": (), "of": None}))
    memory = Memory()
    tally._book, tally._day, tally._visitors = memory, DAY, Visitors(10**6)
    for one in history:
        if one == "restart":
            memory.lives += 1
            tally._visitors = Visitors(10**6)
        else:
            tally.count([one])
    return memory


@given(history=HISTORY, who=VISITORS)
@hypothesis_settings(deadline=None, max_examples=200)
def test_one_visitor_day_more_or_less_changes_no_table_beyond_its_bound_in_any_history(history, who):
    without = [one for one in history if one == "restart" or (one.address, one.agent) != who]
    with_, less = counted(history), counted(without)
    assert with_.lives == less.lives
    for name, table in BY_NAME.items():
        cells = {cell for cell in (*with_.numbers, *less.numbers) if cell[0] == name}
        distance = sum(abs(with_.numbers[cell] - less.numbers[cell]) for cell in cells)
        assert distance <= table.bound * with_.lives


# By an attacker


def advantage(scale, distance):
    """How much better than a coin the best test does that tells a cell with ``distance`` more from one without.

    Of one Laplace cell the best test is a threshold in the middle (Neyman and Pearson): hits less false alarms.
    """
    without = np.array(noise.measurement(scale)([0] * DRAWS))
    present = np.array(noise.measurement(scale)([distance] * DRAWS))
    return float(np.mean(2 * present > distance) - np.mean(2 * without > distance))


KINDS = sorted({(table.bound, table.scale) for table in TABLES})


@pytest.mark.parametrize(("bound", "scale"), KINDS)
def test_nobody_can_tell_a_visitor_better_than_the_promise_allows(bound, scale):
    assert advantage(scale, bound) <= promise.telling_apart(bound / scale) + MARGIN


@pytest.mark.parametrize(("bound", "scale"), KINDS)
def test_the_attack_would_notice_noise_of_half_the_size(bound, scale):
    assert advantage(scale // 2, bound) > promise.telling_apart(bound / scale) + MARGIN


def losses(present, without, scale):
    """The evidence, cell by cell, that a visitor was there: the logarithm of how much likelier a number makes it."""
    decay = 1 / scale
    return lambda seen: decay * (np.abs(seen - without) - np.abs(seen - present)).sum(axis=1)


def whole_release(extra, *, divide, draws=8_000):
    """All tables of a release at once, each with its visitor in one cell: the evidence in many draws."""
    evidence = np.zeros(draws)
    for table in TABLES:
        measure = noise.measurement(table.scale // divide)
        seen = np.array(measure([table.bound if extra else 0] * draws)).reshape(draws, 1)
        evidence += losses(table.bound, 0, table.scale // divide)(seen)
    return evidence


def test_all_tables_of_a_release_together_give_nobody_away():
    with_, less = whole_release(True, divide=1), whole_release(False, divide=1)
    assert np.mean(with_ > 0) - np.mean(less > 0) <= promise.telling_apart(promise.EPSILON)
    assert with_.max() <= promise.EPSILON + 1e-9  # no release can ever be stronger evidence than e^ε to one


def test_with_a_third_of_the_noise_a_release_would_give_them_away():
    divided = whole_release(True, divide=3)
    assert divided.max() > promise.EPSILON


# What is said of the error


@pytest.mark.parametrize("lives", [[1], [2], [1, 3]])
def test_the_true_number_lies_within_the_error_in_95_of_100_cases(lives):
    table = promise.PAGES
    drawn = sum(
        np.array(noise.measurement(scale)([0] * 20_000))
        for one in lives
        for scale in (table.scale, promise.release_scale(table, one))
    )
    width = promise.error(table, lives)
    assert np.mean(np.abs(drawn) <= width) == pytest.approx(0.95, abs=0.01)
    assert np.std(drawn) == pytest.approx(np.sqrt(sum(promise.spread(table, one) ** 2 for one in lives)), rel=0.05)


def test_a_guess_is_right_in_at_most_73_of_100_cases():
    assert round(100 * (0.5 + promise.telling_apart(promise.EPSILON) / 2)) == 73


def test_every_service_of_a_page_is_a_key():
    assert {keys.service_of(route) for route in keys.pages()} == set(keys.services())


# What happens at the limit of the memory


@given(history=HISTORY, who=VISITORS, room=some.integers(0, 40))
@hypothesis_settings(deadline=None, max_examples=100)
def test_a_full_memory_is_the_same_as_a_smaller_one_without_the_visitor(history, who, room):
    """So the noise in the limit hides them: for each limit with them there is one without them, no further away than
    their own facts, with which everybody else is counted in the same way.
    """
    history = [one for one in history if one != "restart"]
    others = [one for one in history if (one.address, one.agent) != who]

    def counts(facts, room):
        tally = Tally(None, type("None", (), {"codes": ()}))
        memory = Memory()
        tally._book, tally._day, tally._visitors = memory, DAY, Visitors(room)
        tally.count(facts)
        return memory.numbers

    def distances(less):
        with_, bounds = counts(history, room), BY_NAME
        gone = counts(others, less)
        return all(
            sum(abs(with_[cell] - gone[cell]) for cell in {*with_, *gone} if cell[0] == name) <= bounds[name].bound
            for name in bounds
        )

    assert any(distances(less) for less in range(max(0, room - promise.MARKS), room + 1))

"""The runner's chores: what is to be forgotten is forgotten while nobody looks."""

import pytest

from chancery.site import runner


@pytest.fixture
def at_work(monkeypatch):
    done, clock = [], [1_000.0]
    monkeypatch.setattr(runner, "CHORES", (done.append,))
    monkeypatch.setattr(runner.time, "monotonic", lambda: clock[0])
    return runner.Runner(), done, clock


@pytest.mark.django_db
def test_chores_are_done_at_once_and_then_once_an_hour(at_work):
    busy, done, clock = at_work
    for passed in (0, 1, 3_598, 1, 1):
        clock[0] += passed
        busy.tick()
    assert len(done) == 2
    assert all(at.tzinfo for at in done)


@pytest.mark.django_db
def test_a_chore_that_fails_stops_nothing_else(at_work, monkeypatch):
    busy, _done, _clock = at_work

    def fails(at):
        raise RuntimeError("a chore")

    monkeypatch.setattr(runner, "CHORES", (fails,))
    assert busy.tick() > 0

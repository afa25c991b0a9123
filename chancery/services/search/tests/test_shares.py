"""Workers of one machine count together: the queue of dear queries and what is taken, with real processes."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from chancery.services.search.fairness import quota, shares
from chancery.services.search.fairness.turns import NoRoom, Turns

ROOT = Path(__file__).resolve().parents[4]
SECOND = 1_800_000_000
LIMIT = 10_000

ASKING = """
import sys, threading, time
from pathlib import Path
from chancery.services.search.fairness.turns import NoRoom, Turns

turns, log, over = Turns(lanes=1), open(sys.argv[1], "a", buffering=1), Path(sys.argv[2])

def asks(caller):
    while not over.exists():
        try:
            with turns.turn(caller, estimated=30):
                began = time.monotonic()
                time.sleep(0.03)
                log.write(f"{caller} {began} {time.monotonic()}\\n")
        except NoRoom:
            time.sleep(0.005)

callers = [threading.Thread(target=asks, args=(caller,)) for caller in sys.argv[3:]]
for one in callers: one.start()
for one in callers: one.join()
"""
HOLDING = """
import sys, time
from chancery.services.search.fairness.turns import Turns
turns = Turns(lanes=1)
let_go = turns.stream("eve")
with turns.turn("eve", estimated=1000, streaming=True):
    print("in", flush=True)
    time.sleep(60)
"""
TAKING = """
import threading
from chancery.services.search.fairness.quota import EXPORTED
def takes():
    for _ in range(100): EXPORTED.take("ada", 1, limit=10_000, second=1_800_000_000)
several = [threading.Thread(target=takes) for _ in range(3)]
for one in several: one.start()
for one in several: one.join()
"""


@pytest.fixture
def worker(settings):
    """Starts a process that runs a text, as a web worker of this office would."""
    started = []
    known = {**os.environ, "DJANGO_SETTINGS_MODULE": "chancery.site.settings", "CHANCERY_DATA": str(settings.DATA)}
    known["CHANCERY_SECRET_KEY"] = settings.SECRET_KEY

    def start(text, *arguments):
        command = [sys.executable, "-c", text, *map(str, arguments)]
        started.append(subprocess.Popen(command, cwd=ROOT, env=known, stdout=subprocess.PIPE))
        return started[-1]

    yield start
    for one in started:
        one.kill()
        one.communicate()


def test_a_caller_has_one_share_however_many_workers_answer_and_one_query_runs_at_a_time(worker, tmp_path):
    log, over = tmp_path / "log", tmp_path / "over"
    workers = [worker(ASKING, log, over, *callers) for callers in (("eve", "eve"), ("eve", "eve", "ada"), ("eve",))]
    deadline = time.monotonic() + 60
    while not log.exists() or log.read_text().count("ada") < 20:
        assert time.monotonic() < deadline, "the workers have not come so far"
        time.sleep(0.05)
    over.touch()
    assert [one.wait(30) for one in workers] == [0, 0, 0]
    turns = sorted(
        (float(began), float(ended), caller) for caller, began, ended in map(str.split, log.read_text().splitlines())
    )
    assert all(before[1] <= after[0] for before, after in pairwise(turns))
    names = [caller for *_, caller in turns]
    both = names[names.index("ada") :]
    share = Counter(both)["ada"] / len(both)
    assert share > 0.4, f"ada has {share:.2f} of {len(both)} turns"


def test_a_worker_that_is_killed_leaves_its_turn_and_its_room_to_others(worker, settings):
    holder, turns = worker(HOLDING), Turns(lanes=1)
    assert holder.stdout.readline() == b"in\n"
    with pytest.raises(NoRoom) as full:
        turns.stream("eve")
    assert full.value.own
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    with turns.turn("ada", estimated=1):
        turns.stream("eve")
    assert [path.name for path in (settings.DATA / "web-workers").iterdir()] == [shares.worker()]


def test_what_workers_take_at_the_same_time_is_all_counted(worker):
    several = [worker(TAKING) for _ in range(3)]
    assert [one.wait(60) for one in several] == [0, 0, 0]
    assert quota.EXPORTED.look("ada", limit=LIMIT, second=SECOND).left == LIMIT - 900


def test_what_was_taken_is_known_for_the_whole_hour_and_forgotten_after_it(settings):
    start = SECOND - SECOND % quota.HOUR
    quota.EXPORTED.take("ada", 7, limit=LIMIT, second=start)
    assert quota.EXPORTED.look("ada", limit=LIMIT, second=start + quota.HOUR - 1).left == LIMIT - 7
    assert quota.EXPORTED.look("ada", limit=LIMIT, second=start + quota.HOUR).left == LIMIT
    assert quota.forget(start + quota.HOUR - 1) == 0
    assert quota.forget(start + quota.HOUR) == 1


def test_who_asks_is_written_down_as_a_hash_alone(settings):
    quota.SEARCHED.take("203.0.113.77", 7, limit=LIMIT, second=SECOND)
    let_go = Turns().stream("203.0.113.77")
    kept = b"".join(path.read_bytes() for path in settings.DATA.glob("shares.*"))
    assert b"203.0.113" not in kept
    assert b"stream" in kept
    let_go()


def test_room_that_is_given_back_in_the_middle_of_a_change_is_given_back_with_the_next():
    turns = Turns()
    let_go = turns.stream("ada")
    with shares.together():
        let_go()  # as the collector of rubbish may
    turns.stream("ada")

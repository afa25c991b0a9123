"""Kill -9 at random moments while applications are handed in over HTTP: what was acknowledged is there, once."""

import hashlib
import json
import os
import random
import signal
import sqlite3
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.portal import Caller, Portal, Unreached

pytestmark = [pytest.mark.server, pytest.mark.slow]

PEOPLE, DRAFTS_EACH = 4, 50
FILINGS = PEOPLE * DRAFTS_EACH
KILLS, FEWEST_KILLS = 8, 5
KILLING_TIME = 45.0  # seconds after which, on a slow machine, the fewest kills are enough
SEED = 20261122
PATIENCE = 400.0  # seconds for all filings, and then for the followers, before the test gives up
KINDLY = 30.0  # seconds that are waited for a portal to stop, on a busy machine as well


@dataclass
class Told:
    """What the clients were told, by draft. Only whole answers count."""

    titles: dict[int, str] = field(default_factory=dict)
    filed: dict[int, tuple[str, int]] = field(default_factory=dict)
    unexpected: list[str] = field(default_factory=list)
    retries: int = 0


def insist_until_answered(caller: Caller, told: Told, question: tuple, *, deadline: float) -> dict:
    """Ask again until a whole answer comes, as a client must that does not know whether the first one counted."""
    while time.monotonic() < deadline:
        try:
            answer = caller.ask(*question)
        except Unreached:
            told.retries += 1
            time.sleep(0.05)
            continue
        if answer.status < 300:
            return answer.json
        told.unexpected.append(f"{question[:2]}: {answer.status} {answer.body[:300]!r}")
        time.sleep(0.2)
    raise TimeoutError(f"no answer to {question[:2]}")


def hand_in(portal: Portal, person: dict, told: Told, *, deadline: float) -> None:
    caller = Caller(portal.port, headers={"Authorization": f"Bearer {person['token']}"})
    for draft in person["drafts"]:
        address, title = f"/api/v1/filing/drafts/{draft}", f"Hinge no. {draft}"
        insist_until_answered(caller, told, ("PATCH", address, {"title": title}, {"If-Match": "*"}), deadline=deadline)
        told.titles[draft] = title
        filed = insist_until_answered(caller, told, ("POST", f"{address}/submission", {}), deadline=deadline)
        told.filed[draft] = filed["number"], filed["entry"]


def kill_at_random(portal: Portal, told: Told, over: threading.Event) -> int:
    """Kill everything after a random number of filings and a random wait, and start again. Returns how often.

    One time in three it is killed once more while it starts.
    """
    chance, began, kills = random.Random(SEED), time.monotonic(), 0
    for moment in sorted(chance.sample(range(3, FILINGS - 5), KILLS)):
        while len(told.filed) < moment and not over.wait(0.005):
            pass
        if over.is_set() or (kills >= FEWEST_KILLS and time.monotonic() - began > KILLING_TIME):
            break
        time.sleep(chance.uniform(0, 0.15))
        portal.kill()
        kills += 1
        if chance.random() < 1 / 3:
            portal.launch()
            time.sleep(chance.uniform(0.5, 3))
            portal.kill()
            kills += 1
        portal.start()
    return kills


@pytest.fixture
def portal(tmp_path):
    portal = Portal(tmp_path / "data", API_RATE_SIGNED_IN="1000000")
    yield portal
    portal.end()


def rows(portal: Portal, query: str) -> list[tuple]:
    """Asked of the store itself, past our own code."""
    with closing(sqlite3.connect(portal.data / "chancery.sqlite3")) as store:
        return store.execute(query).fetchall()


def settle(portal: Portal) -> None:
    """Wait until the followers have read everything and owe nothing."""
    deadline = time.monotonic() + PATIENCE
    owed = "SELECT count(*) FROM core_outboxitem WHERE delivered_at IS NULL"
    while time.monotonic() < deadline:
        lags = (portal.health() or {}).get("followers", {"?": {"lag": 1}})
        if not any(one["lag"] for one in lags.values()) and rows(portal, owed) == [(0,)]:
            return
        time.sleep(0.2)
    raise TimeoutError(f"the followers do not catch up: {lags}, owed {rows(portal, owed)}")


def test_kill_9_during_two_hundred_filings_loses_nothing_and_doubles_nothing(portal):
    prepared = portal.command("-m", "tests.applicants", str(PEOPLE), str(DRAFTS_EACH))
    assert prepared.returncode == 0, prepared.stderr
    people = json.loads(prepared.stdout)
    told, over = Told(), threading.Event()
    portal.start()
    began = time.monotonic()
    with ThreadPoolExecutor(PEOPLE + 1) as threads:
        killing = threads.submit(kill_at_random, portal, told, over)
        filing = [threads.submit(hand_in, portal, one, told, deadline=began + PATIENCE) for one in people]
        try:
            for one in filing:
                one.result()
        finally:
            over.set()
        kills = killing.result()
    seconds = time.monotonic() - began
    settle(portal)
    print(
        f"{kills} kills, {told.retries} retries, {seconds:.0f} s, {time.monotonic() - began - seconds:.0f} s to settle"
    )
    assert kills >= FEWEST_KILLS
    assert told.unexpected == []
    what_was_told_is_there(portal, people, told)
    each_got_one_letter_and_one_invoice(portal, people, told)
    verified = portal.command("-m", "chancery", "verify")
    assert verified.returncode == 0, verified.stdout + verified.stderr
    assert portal.stop() == 0


def what_was_told_is_there(portal: Portal, people: list[dict], told: Told) -> None:
    entries = rows(portal, "SELECT number, stream, body FROM core_entry ORDER BY number")
    filed = {number: (stream, json.loads(body)["application"]["title"]) for number, stream, body in entries}
    assert list(filed) == list(range(1, FILINGS + 1)), "an entry is missing, or there is one that nobody asked for"
    assert len(told.filed) == FILINGS
    for draft, (number, entry) in told.filed.items():
        assert filed[entry] == (number, told.titles[draft])
    year = min(number for number, _entry in told.filed.values()).split("/")[1]
    expected = {f"PCT/{year}/{place:06d}" for place in range(1, FILINGS + 1)}
    assert {number for number, _entry in told.filed.values()} == expected, "a number is missing, or was given twice"
    locked = dict(rows(portal, "SELECT id, number FROM filing_draft"))
    assert locked == {draft: number for draft, (number, _entry) in told.filed.items()}


def each_got_one_letter_and_one_invoice(portal: Portal, people: list[dict], told: Told) -> None:
    owner = {draft: person["user"] for person in people for draft in person["drafts"]}
    expected = Counter((entry, owner[draft]) for draft, (_number, entry) in told.filed.items())
    letters = rows(portal, "SELECT entry, recipient_id, sha256 FROM mail_letter WHERE kind = 'receipt'")
    assert Counter((entry, person) for entry, person, _sha256 in letters) == expected
    for _entry, _person, sha256 in letters:
        paper = portal.data / "files" / sha256[:2] / sha256[2:4] / sha256
        assert hashlib.sha256(paper.read_bytes()).hexdigest() == sha256
    invoices = Counter(number for (number,) in rows(portal, "SELECT number FROM fees_invoice"))
    assert invoices == Counter(number for number, _entry in told.filed.values())
    cases = Counter(number for (number,) in rows(portal, "SELECT number FROM examination_case"))
    assert cases == invoices


def gone_within(portal: Portal, seconds: float) -> list[int]:
    """The processes that are still there after so many seconds."""
    deadline = time.monotonic() + seconds
    while portal.alive() and time.monotonic() < deadline:
        time.sleep(0.1)
    return portal.alive()


def test_ctrl_c_stops_it_at_once_and_a_second_start_is_quicker(portal):
    first = portal.start()
    began = time.monotonic()
    assert portal.stop(signal.SIGINT) == 0
    stopped = time.monotonic() - began
    assert gone_within(portal, 0.5) == []
    second = portal.start()
    print(f"first start {first:.1f} s, stopped in {stopped:.1f} s, second start {second:.1f} s")
    assert stopped < KINDLY
    assert second < first  # the office is there already


def test_ctrl_c_at_the_terminal_which_reaches_every_process_stops_it_as_well(portal):
    portal.start()
    began = time.monotonic()
    portal.interrupt_all()
    assert portal.process.wait(timeout=30) == 0
    assert time.monotonic() - began < KINDLY
    assert gone_within(portal, 0.5) == []


def test_when_the_supervisor_is_killed_no_process_is_left_behind(portal):
    portal.start()
    assert len(portal.alive()) > 3  # supervisor, web server, its workers, followers
    portal.process.kill()
    portal.process.wait()
    assert gone_within(portal, KINDLY) == []


def test_when_the_web_server_is_killed_the_portal_says_so_and_leaves_nothing_behind(portal):
    portal.start()
    os.kill(web_server(portal), signal.SIGKILL)
    assert portal.process.wait(timeout=30) == 1
    assert gone_within(portal, KINDLY) == []
    assert "ended with status -9" in portal.log.read_text()


def web_server(portal: Portal) -> int:
    """The child of the supervisor that has the workers."""
    children = Path(f"/proc/{portal.process.pid}/task/{portal.process.pid}/children").read_text().split()
    return next(int(child) for child in children if b"granian" in Path(f"/proc/{child}/cmdline").read_bytes())

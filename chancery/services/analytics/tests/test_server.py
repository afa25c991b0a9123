"""With real processes: several workers have one bound between them, a kill loses a second at most, no address stays."""

import json
import os
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from chancery.services.analytics import keys
from chancery.services.analytics.promise import MOST_LIVES, PAGES, SERVICES
from chancery.services.analytics.tests.conftest import PERSON
from tests.portal import Caller, Portal, Unreached

pytestmark = [pytest.mark.server, pytest.mark.slow]
SECOND = 1.0
ROUTES = ("search/", "law/", "privacy/", "contact/", "accessibility/", "register/", "account/login/", "account/signup/")


class Counters:
    """What lies in the file of the open week, read as a thief of the disk would: without the lock."""

    def __init__(self, data: Path) -> None:
        self.folder = data / "analytics"

    def read(self) -> dict[str, dict[str, int]]:
        path = min(self.folder.glob("*.counters"))
        line, _end, rest = path.read_bytes().partition(b"\n")
        sheets = json.loads(line)["sheets"]
        numbers = memoryview(rest).cast("q")[7:].tolist()
        found = {}
        for sheet in sheets:
            found[sheet["name"]] = dict(zip(sheet["keys"], numbers, strict=False))
            numbers = numbers[len(sheet["keys"]) :]
        return found

    def lives(self) -> int:
        path = min(self.folder.glob("*.counters"))
        rest = path.read_bytes().partition(b"\n")[2]
        return max(memoryview(rest).cast("q")[:7].tolist())

    def holder(self) -> int:
        """The process that counts."""
        return int((self.folder / "lock").read_text())


def grown(before, after, table):
    return {key: after[table][key] - was for key, was in before[table].items() if after[table][key] != was}


def until(holds, seconds=20.0):
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.05)


@pytest.fixture
def portal(tmp_path):
    """Two workers behind what they take for the office's proxy, with the week open and the counter at work."""
    portal = Portal(tmp_path / "data", PROXY="yes", URL="http://localhost")
    portal.start()
    portal.counters = Counters(portal.data)
    try:
        until(lambda: list(portal.counters.folder.glob("*.counters")) and portal.counters.lives())
        yield portal
    finally:
        portal.end()


def visit(portal, path="/accessibility/", *, address, agent=PERSON, caller=None):
    caller = caller or Caller(portal.port)
    answer = caller.ask("GET", path, headers={"User-Agent": agent, "X-Forwarded-For": address})
    assert answer.status == 200, path
    return answer


def test_two_workers_have_one_bound_between_them_and_no_address_stays_anywhere(portal):
    address, agent = "203.0.113.77", f"{PERSON} Unmistakable/5"
    before = portal.counters.read()
    for _round in range(4):
        for route in ROUTES:
            visit(portal, f"/{route}", address=address, agent=agent)  # a new connection: any of the workers
    until(lambda: sum(grown(before, portal.counters.read(), "pages").values()) >= PAGES.bound)
    time.sleep(SECOND)
    after = portal.counters.read()
    assert sum(grown(before, after, "pages").values()) == PAGES.bound
    assert sum(grown(before, after, "services").values()) == SERVICES.bound
    assert sum(grown(before, after, "days").values()) == 1
    portal.stop(signal.SIGINT)
    everything = [portal.log, *(file for file in portal.data.rglob("*") if file.is_file())]
    assert len(everything) > 10
    for trace in (address.encode(), bytes(int(part) for part in address.split(".")), b"Unmistakable"):
        assert [file for file in everything if trace in file.read_bytes()] == []


def test_a_kill_at_any_moment_loses_no_more_than_a_second_of_counts(portal):
    before = portal.counters.read()
    answered: list[float] = []
    stop = threading.Event()

    def come(worker: int) -> None:
        caller = Caller(portal.port)
        for number in range(10_000):
            if stop.is_set():
                return
            with suppress(*Unreached):
                visit(portal, address=f"198.51.{worker}.{number % 250}", agent=f"{PERSON} {number}", caller=caller)
                answered.append(time.monotonic())

    threads = [threading.Thread(target=come, args=(worker,)) for worker in range(3)]
    for thread in threads:
        thread.start()
    time.sleep(3.37)
    killed_at = time.monotonic()
    portal.kill()
    stop.set()
    for thread in threads:
        thread.join()
    in_time = sum(at <= killed_at - SECOND for at in answered)
    counted = sum(grown(before, portal.counters.read(), "days").values())
    assert in_time > 20
    assert in_time <= counted <= len(answered) + len(threads)


def test_when_the_worker_that_counts_is_killed_another_goes_on_with_a_new_key(portal):
    before = portal.counters.read()
    visit(portal, address="203.0.113.5")
    until(lambda: grown(before, portal.counters.read(), "days"))
    first = portal.counters.holder()
    os.kill(first, signal.SIGKILL)

    def comes_again() -> bool:
        with suppress(*Unreached, AssertionError):
            visit(portal, address="203.0.113.5")
        return sum(grown(before, portal.counters.read(), "days").values()) == 2

    until(comes_again)
    assert portal.counters.holder() != first
    assert portal.counters.lives() == 2 <= MOST_LIVES
    assert keys.service_of("accessibility/") in before["services"]


def stay(portal, chromium, before):
    """One visitor on two pages, then one who objects. In a thread: other tests hold a browser in this one."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        # by the command line: what is sent while a page is left does not know of the context's own description
        arguments = ["--no-sandbox", f"--user-agent={PERSON}"]
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        page = browser.new_page()
        page.goto(f"{portal.url}/law/")
        page.wait_for_timeout(1200)
        page.goto(f"{portal.url}/accessibility/")
        until(lambda: grown(before, portal.counters.read(), "stays"))
        objecting = browser.new_context(extra_http_headers={"Sec-GPC": "1"}).new_page()
        objecting.goto(f"{portal.url}/privacy/")
        objecting.goto(f"{portal.url}/contact/")
        browser.close()


@pytest.mark.browser
def test_a_browser_tells_how_long_a_page_was_in_view(portal, chromium):
    before = portal.counters.read()
    with ThreadPoolExecutor(1) as another:
        another.submit(stay, portal, chromium, before).result()
    time.sleep(SECOND)
    after = portal.counters.read()
    assert set(grown(before, after, "stays")) - {"accessibility 0-10"} == {"law 0-10"}  # the last page may tell, too
    assert sum(grown(before, after, "days").values()) == 1
    assert sum(grown(before, after, "pages").values()) == 2

"""What every worker has: a list of facts in memory, sent to the counter several times a second.

To note a fact costs a request an append to a list. Where the counter does not keep up, or there is none, facts are lost
and the visitor never waits.
"""

import atexit
import logging
import os
import socket
import threading
import time
from collections import deque
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

from django.conf import settings
from django.db import close_old_connections

from chancery.core import clock
from chancery.services.analytics import countries
from chancery.services.analytics.counter import Counter, reachable, take_lock
from chancery.services.analytics.counting import Tally
from chancery.services.analytics.facts import Fact, packed

log = logging.getLogger("chancery.analytics")
PAUSE = 0.2  # seconds between two packets; with the counter's own work, less than a second is lost by a kill
MOST_WAITING = 50_000  # facts that one worker keeps while nobody takes them
TOGETHER = 150  # facts in a packet: it must fit into the system's buffer of a socket
PATIENCE = 0.5  # seconds that the counter gets to take a packet


def folder() -> Path:
    """Where the counters, the lock and the socket lie. It is there once a week has been opened."""
    return Path(settings.DATA) / "analytics"


class Sender(threading.Thread):
    """Sends what has gathered; and becomes the counter, too, when nobody else is."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__(name="analytics-sender", daemon=True)
        self._today = today
        self._waiting: deque[Fact] = deque(maxlen=MOST_WAITING)
        self._line: socket.socket | None = None
        self._counts = False
        self._countries = countries.read(settings.ANALYTICS_COUNTRIES)
        atexit.register(self.send)

    def put(self, fact: Fact) -> None:
        self._waiting.append(fact)

    def run(self) -> None:
        while True:
            time.sleep(PAUSE)
            if not settings.ANALYTICS:
                continue
            try:
                self.step()
            except Exception:
                log.exception("the sender stumbled; it goes on")

    def step(self) -> None:
        """One round: stand in for a counter that is gone, then send."""
        if not folder().is_dir():
            self._waiting.clear()
            return
        if not self._counts and (lock := take_lock(folder())) is not None:
            self._counts = True
            Counter(folder(), lock, Tally(folder(), self._countries), self._today).start()
        self.send()

    def send(self) -> None:
        """All that waits. A packet that cannot be sent is lost with its connection."""
        while self._waiting:
            facts = [self._waiting.popleft() for _ in range(min(TOGETHER, len(self._waiting)))]
            try:
                self._connected().send(packed(facts))
            except OSError:
                self._hang_up()
                return

    def _connected(self) -> socket.socket:
        if self._line is None:
            line = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
            line.settimeout(PATIENCE)
            with reachable(folder(), "counter") as address:
                line.connect(address)
            self._line = line
        return self._line

    def _hang_up(self) -> None:
        if self._line is not None:
            self._line.close()
            self._line = None


@cache
def _sender_of(_process: int) -> Sender:
    made = Sender(_today)
    made.start()
    return made


def sender() -> Sender:
    """The process's own; a process that was forked has none of its parent's threads, and gets another."""
    return _sender_of(os.getpid())


def _today() -> date:
    try:
        return clock.today()
    finally:
        close_old_connections()

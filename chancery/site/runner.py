"""The loop that lets the followers follow. One process per office runs it."""

import logging
import signal
import threading
import time
from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import close_old_connections

from chancery.core import clock, follow, ledger
from chancery.core.follow import Follower, Outward
from chancery.records.accounts.signon import logout as signon
from chancery.records.mail import actions as mail
from chancery.services.search.alerts import calls as alert_calls
from chancery.site import looking, retaining
from chancery.site.wiring import CHORES, FOLLOWERS

log = logging.getLogger("chancery.followers")
TICK = 0.2  # seconds; a published record is findable within two
SECOND = 1.0  # between two looks for sign-outs of which services are to be told
HOUR = 3600.0  # seconds between two rounds of chores
PATIENCE = 30.0  # seconds, at most, before a failing follower is tried again


class Runner:
    """Looks at the ledger five times a second; a follower that fails is logged and tried again, alone."""

    def __init__(self) -> None:
        self._stop = threading.Event()
        self._seen = -1
        self._failures: dict[str, int] = {}
        self._chores_from = 0.0

    def run(self) -> None:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._on_signal)
        log.info("followers: %s", ", ".join(follower.name for follower in FOLLOWERS))
        for name in follow.rebuild_stale(FOLLOWERS, at=clock.now()):
            log.warning("%s was gone or of an older format; it has been made again", name)
        threading.Thread(target=self._tell_services, daemon=True).start()
        threading.Thread(target=self._call_webhooks, daemon=True).start()
        while not self._stop.is_set():
            self._stop.wait(self.tick())
            close_old_connections()

    def _tell_services(self) -> None:
        """Of sign-outs; beside the followers, so that a service which does not answer keeps nobody waiting."""
        while not self._stop.wait(SECOND):
            try:
                signon.tell(at=clock.now(ahead=0))
            except Exception:
                log.exception("services could not be told of sign-outs; it will be tried again")
            close_old_connections()

    def _call_webhooks(self) -> None:
        """Of what alerts have found; beside the followers, for the same reason."""
        while not self._stop.wait(SECOND):
            try:
                alert_calls.send_due(at=clock.now(), outside=clock.now(ahead=0))
            except Exception:
                log.exception("webhooks could not be called; it will be tried again")
            close_old_connections()

    def tick(self) -> float:
        """One look. Returns how long to wait before the next."""
        try:
            size = ledger.size()
        except Exception:
            log.exception("the store does not answer")
            return PATIENCE
        grown, self._seen = size != self._seen, size
        for follower in FOLLOWERS:
            self._guarded(follower.name, lambda follower=follower: self._serve(follower, grown=grown))  # type: ignore[misc]
        if settings.SMTP:
            self._guarded("post", lambda: mail.send_due(at=clock.now()))
        if time.monotonic() >= self._chores_from:
            self._chores_from = time.monotonic() + HOUR
            self._do_chores(clock.now())
        return float(min(PATIENCE, TICK * 2 ** max(self._failures.values(), default=0)))

    def _serve(self, follower: Follower, *, grown: bool) -> None:
        if grown or self._failures.get(follower.name):
            while follow.advance(follower, at=clock.now()) and not self._stop.is_set():
                pass
        if isinstance(follower, Outward):
            follow.deliver_due(follower, at=clock.now())

    def _do_chores(self, at: datetime) -> None:
        for place, chore in enumerate(CHORES, start=1):
            self._guarded(f"chore {place}", lambda chore=chore: chore(at))  # type: ignore[misc]
        self._guarded("looks", looking.enter)
        # by the true time: nothing is destroyed too early because a demonstration clock was set forward
        self._guarded("retention", lambda: retaining.run(at=clock.now(ahead=0)))

    def _guarded(self, name: str, work: Callable[[], Any]) -> None:
        try:
            work()
            self._failures.pop(name, None)
        except Exception:
            self._failures[name] = self._failures.get(name, 0) + 1
            log.exception("follower %s stumbled (%d); it will be tried again", name, self._failures[name])

    def _on_signal(self, _number: int, _frame: Any) -> None:
        self._stop.set()

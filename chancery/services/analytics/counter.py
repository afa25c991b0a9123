"""The one counter of an installation: a thread of whichever worker holds the lock. The others send it their facts.

One counter, because a visitor's requests reach any worker, and a bound that each worker kept for itself would be as
many bounds as workers. No process of its own, because then it would be one more to start, to watch and to start again:
here a worker that dies is followed, within a second, by another that takes the lock, with a new key (a new *life*).
"""

import contextlib
import fcntl
import logging
import os
import selectors
import socket
import threading
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import msgspec

from chancery.services.analytics.counting import Tally
from chancery.services.analytics.facts import unpacked

log = logging.getLogger("chancery.analytics")
TICK = 1.0  # seconds between two looks at the calendar, and between two writes to the disk
LARGEST = 256 * 1024  # bytes of a packet


@contextlib.contextmanager
def reachable(folder: Path, name: str) -> Iterator[str]:
    """An address of the socket that is short enough for the system, however long the folder's own name is."""
    held = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield f"/proc/self/fd/{held}/{name}"
    finally:
        os.close(held)


class Counter(threading.Thread):
    """Listens, counts, and looks at the calendar once a second. Holds the lock as long as its process lives."""

    def __init__(self, folder: Path, lock: int, tally: Tally, today: Callable[[], date]) -> None:
        super().__init__(name="analytics-counter", daemon=True)
        self._folder, self._lock, self._tally, self._today = folder, lock, tally, today
        self._selector = selectors.DefaultSelector()
        self._looked = 0.0

    def run(self) -> None:
        with self._listening() as door:
            self._selector.register(door, selectors.EVENT_READ)
            while True:
                try:
                    self._turn(door)
                except Exception:
                    log.exception("the counter stumbled; it goes on")
                    time.sleep(TICK)

    def _listening(self) -> socket.socket:
        door = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        (self._folder / "counter").unlink(missing_ok=True)
        with reachable(self._folder, "counter") as address:
            door.bind(address)
        door.listen()
        return door

    def _turn(self, door: socket.socket) -> None:
        if time.monotonic() - self._looked >= TICK:
            self._looked = time.monotonic()
            self._tally.sync()
            self._tally.turn_to(self._today())
        for ready, _events in self._selector.select(timeout=TICK):
            line = ready.fileobj
            assert isinstance(line, socket.socket)
            if line is door:
                self._selector.register(door.accept()[0], selectors.EVENT_READ)
            else:
                self._hear(line)

    def _hear(self, line: socket.socket) -> None:
        packet = b""
        with contextlib.suppress(ConnectionError):
            packet = line.recv(LARGEST)
        if not packet:
            self._selector.unregister(line)
            line.close()
            return
        try:
            self._tally.count(unpacked(packet))
        except msgspec.DecodeError:
            log.warning("something that is no fact was sent to the counter")


def take_lock(folder: Path) -> int | None:
    """The lock of the one counter, or None while another process has it. The system gives it back when we die."""
    lock = os.open(folder / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(lock)
        return None
    os.ftruncate(lock, 0)
    os.write(lock, str(os.getpid()).encode())
    return lock

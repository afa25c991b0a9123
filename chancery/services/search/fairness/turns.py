"""Whose turn it is: dear queries run few at a time, in an order that is fair to the callers whichever worker answers.

Order is that of start-time fair queueing (Goyal, Vin and Cheng, 1996): a query is marked with the later of the present
place of the queue and the end of its caller's query before; the end is that plus its cost. So a caller who asks much
queues behind what he himself asked, and one who comes new goes before all of it. Cheap queries do not come here at
all. Only so many may be inside that threads of the web server are left for them.

The queue is shared by the workers of a machine (``shares``): with a queue each, a caller would have as many shares as
there are workers. What a worker leaves behind that dies is taken away by the others.
"""

import os
import sqlite3
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Literal

from chancery.services.search.fairness import shares
from chancery.services.search.fairness.quota import known_as

INSIDE = 3
"""Callers' queries and exports that are under way or wait in one worker; one less than its threads."""
OF_ONE = 2
"""The same of one caller, in all workers."""
STREAMS, STREAMS_OF_ONE = 2, 1
"""Exports in one worker, and of one caller in all workers."""
LANES = max(1, len(os.sched_getaffinity(0)) // 2)
"""Dear queries that run at a time, at most one in each worker: half of the processors are left to cheap ones."""
PAUSE = 0.05  # seconds after which a query that waits looks again: another worker may have moved the queue
PLACE = ""  # under which the place of the queue is kept; no caller is known as nothing

Kind = Literal["query", "part", "stream"]
"""A query; a part of an export, which has its room already; an export that takes room."""


class NoRoom(Exception):
    """``own``: the caller's own queries take the room; otherwise it is other callers'."""

    def __init__(self, *, own: bool) -> None:
        super().__init__("no room in the queue")
        self.own = own


@dataclass(eq=False)
class Ticket:
    """One query in the queue. ``start`` is its mark, in units of cost."""

    number: int
    caller: str
    start: float
    cost: float
    """The estimate; to be set to what was measured before the turn ends."""


class Turns:
    """The queue, as one worker sees it. ``lanes``: how many dear queries run at a time, in all workers."""

    def __init__(self, *, lanes: int = LANES) -> None:
        self._lanes = lanes
        self._change = threading.Condition()
        self._over = deque[int]()

    @contextmanager
    def turn(self, caller: str, *, estimated: int, streaming: bool = False) -> Iterator[Ticket]:
        """Wait for the caller's turn, which lasts as long as the block. Raises NoRoom.

        ``streaming``: a part of an export, which has its room already.
        """
        ticket = self._enter(known_as(caller), estimated, "part" if streaming else "query")
        try:
            with self._change:
                while not self._begins(ticket):
                    self._change.wait(PAUSE)
            yield ticket
        finally:
            with self._queue() as store:
                _leave(store, ticket, estimated)
            with self._change:
                self._change.notify_all()

    def stream(self, caller: str) -> Callable[[], None]:
        """Take room for an export; what is returned gives it back, once. Raises NoRoom."""
        name = known_as(caller)
        with self._queue() as store:
            if _number(store, "caller = ? AND kind = 'stream'", name) >= STREAMS_OF_ONE:
                raise NoRoom(own=True)
            if _number(store, "worker = ? AND kind = 'stream'", shares.worker()) >= STREAMS:
                raise NoRoom(own=False)
            _check_room(store, name)
            ticket = _written(store, name, "stream", 0.0)
        return partial(self._let_go, [ticket])

    def _let_go(self, held: list[int]) -> None:
        """May be called by whatever collects rubbish, in the middle of a change: then it is done with the next one."""
        while held:
            self._over.append(held.pop())
        if not shares.changing():
            with self._queue():
                return

    @contextmanager
    def _queue(self) -> Iterator[sqlite3.Connection]:
        """The queue, for a change that no other worker sees half of; what is over is taken away first."""
        with shares.together() as store:
            while self._over:
                store.execute("DELETE FROM ticket WHERE id = ?", (self._over.popleft(),))
            _bury(store)
            yield store

    def _enter(self, caller: str, estimated: int, kind: Kind) -> Ticket:
        with self._queue() as store:
            if kind == "query":
                _check_room(store, caller)
            start = max(_ends(store, PLACE), _ends(store, caller))
            _mark(store, caller, start + estimated)
            return Ticket(_written(store, caller, kind, start), caller, start, estimated)

    def _begins(self, ticket: Ticket) -> bool:
        """Whether it is the turn of the ticket: the first of those whose worker runs none, when a lane is free.

        Also where it is no longer there, because somebody has deleted the store: nobody waits for ever.
        """
        with self._queue() as store:
            rows = store.execute("SELECT id, worker, running FROM ticket WHERE kind != 'stream' ORDER BY start, id")
            tickets = rows.fetchall()
            busy = {worker for _, worker, running in tickets if running}
            first = next((number for number, worker, running in tickets if not running and worker not in busy), None)
            there = any(number == ticket.number for number, *_ in tickets)
            if there and (first != ticket.number or len(busy) >= self._lanes):
                return False
            store.execute("UPDATE ticket SET running = 1 WHERE id = ?", (ticket.number,))
            _mark(store, PLACE, ticket.start)
            return True


def _check_room(store: sqlite3.Connection, caller: str) -> None:
    if _number(store, "caller = ? AND kind != 'part'", caller) >= OF_ONE:
        raise NoRoom(own=True)
    if _number(store, "worker = ? AND kind != 'part'", shares.worker()) >= INSIDE:
        raise NoRoom(own=False)


def _number(store: sqlite3.Connection, where: str, value: str) -> int:
    return int(store.execute(f"SELECT count(*) FROM ticket WHERE {where}", (value,)).fetchone()[0])  # noqa: S608 - ours


def _written(store: sqlite3.Connection, caller: str, kind: Kind, start: float) -> int:
    """The number of a new ticket. Of equal marks the one that came first is first."""
    row = (shares.worker(), caller, kind, start)
    number = store.execute("INSERT INTO ticket (worker, caller, kind, start) VALUES (?, ?, ?, ?)", row).lastrowid
    assert number is not None
    return number


def _leave(store: sqlite3.Connection, ticket: Ticket, estimated: int) -> None:
    """Charge the difference to the estimate, and forget who has nothing in the queue; all, where nothing is in it."""
    store.execute("DELETE FROM ticket WHERE id = ?", (ticket.number,))
    _mark(store, ticket.caller, max(ticket.start, _ends(store, ticket.caller)) + ticket.cost - estimated)
    if store.execute("SELECT 1 FROM ticket WHERE kind != 'stream'").fetchone():
        store.execute("DELETE FROM mark WHERE ends <= ? AND caller != ?", (_ends(store, PLACE), PLACE))
    else:
        store.execute("DELETE FROM mark")


def _ends(store: sqlite3.Connection, caller: str) -> float:
    row = store.execute("SELECT ends FROM mark WHERE caller = ?", (caller,)).fetchone()
    return float(row[0]) if row else 0.0


def _mark(store: sqlite3.Connection, caller: str, ends: float) -> None:
    store.execute("INSERT OR REPLACE INTO mark (caller, ends) VALUES (?, ?)", (caller, ends))


def _bury(store: sqlite3.Connection) -> None:
    """Take away what workers have left behind that are no more."""
    others = store.execute("SELECT DISTINCT worker FROM ticket WHERE worker != ?", (shares.worker(),)).fetchall()
    for (name,) in others:
        if shares.gone(name):
            store.execute("DELETE FROM ticket WHERE worker = ?", (name,))


TURNS = Turns()

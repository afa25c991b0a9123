"""Whose turn it is: dear queries run one at a time in a process, in an order that is fair to the callers.

Order is that of start-time fair queueing (Goyal, Vin and Cheng, 1996): a query is marked with the later of the present
place of the queue and the end of its caller's query before; the end is that plus its cost. So a caller who asks much
queues behind what he himself asked, and one who comes new goes before all of it. Cheap queries do not come here at
all. Only so many may be inside that threads of the web server are left for them.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

INSIDE = 3
"""Callers' queries and exports that are under way or wait, in one process; one less than its threads."""
OF_ONE = 2
STREAMS, STREAMS_OF_ONE = 2, 1


class NoRoom(Exception):
    """``own``: the caller's own queries take the room; otherwise it is other callers'."""

    def __init__(self, *, own: bool) -> None:
        super().__init__("no room in the queue")
        self.own = own


@dataclass(eq=False)
class Ticket:
    """One query in the queue. ``start`` is its mark, in units of cost."""

    caller: str
    start: float
    cost: float
    """The estimate; to be set to what was measured before the turn ends."""
    streaming: bool = False


class Turns:
    """The queue of one process."""

    def __init__(self) -> None:
        self._change = threading.Condition()
        self._waiting: list[Ticket] = []
        self._running: Ticket | None = None
        self._streams: list[str] = []
        self._place = 0.0
        self._ends: dict[str, float] = {}

    @contextmanager
    def turn(self, caller: str, *, estimated: int, streaming: bool = False) -> Iterator[Ticket]:
        """Wait for the caller's turn, which lasts as long as the block. Raises NoRoom.

        ``streaming``: a part of an export, which has its room already.
        """
        with self._change:
            if not streaming:
                self._make_room(caller)
            ticket = Ticket(caller, max(self._place, self._ends.get(caller, 0.0)), estimated, streaming)
            self._ends[caller] = ticket.start + estimated
            self._waiting.append(ticket)
            self._change.wait_for(lambda: self._running is None and self._next() is ticket)
            self._waiting.remove(ticket)
            self._running, self._place = ticket, ticket.start
        try:
            yield ticket
        finally:
            with self._change:
                self._running = None
                self._ends[caller] = self._ends.get(caller, ticket.start) + ticket.cost - estimated
                self._ends = {name: end for name, end in self._ends.items() if end > self._place}
                self._change.notify_all()

    def stream(self, caller: str) -> Callable[[], None]:
        """Take room for an export; what is returned gives it back, once. Raises NoRoom."""
        with self._change:
            if self._streams.count(caller) >= STREAMS_OF_ONE:
                raise NoRoom(own=True)
            if len(self._streams) >= STREAMS:
                raise NoRoom(own=False)
            self._make_room(caller)
            self._streams.append(caller)
        return partial(self._let_go, [caller])

    def _let_go(self, held: list[str]) -> None:
        with self._change:
            while held:
                self._streams.remove(held.pop())

    def _make_room(self, caller: str) -> None:
        queries = [one.caller for one in (*self._waiting, self._running) if one and not one.streaming]
        inside = queries + self._streams
        if inside.count(caller) >= OF_ONE:
            raise NoRoom(own=True)
        if len(inside) >= INSIDE:
            raise NoRoom(own=False)

    def _next(self) -> Ticket:
        return min(self._waiting, key=lambda one: one.start)  # the first of equals is the one that came first


TURNS = Turns()

"""Open-loop load: each request has its time, and its latency counts from that time, sent in time or not.

So a server that stalls is charged for everyone who would have come meanwhile (no coordinated omission).
"""

import threading
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from types import MappingProxyType

from tests.portal import Caller, Portal, Unreached

THREADS = 32
Question = tuple  # method, path and, where something is sent, what


@dataclass(frozen=True)
class Outcome:
    """Latencies in milliseconds in ascending order; CPU milliseconds per request of the server, all its processes."""

    waits: tuple[float, ...]
    failures: tuple[str, ...]
    cpu: float

    def at(self, share: float) -> float:
        return self.waits[min(int(len(self.waits) * share), len(self.waits) - 1)]


def offer(
    server: Portal,
    questions: Sequence[Question],
    *,
    rate: float,
    token: str = "",
    headers: Mapping[str, str] = MappingProxyType({}),
) -> Outcome:
    """Ask all questions at ``rate`` per second, whatever the answers take."""
    own, waits, failures = threading.local(), [], []
    sent = {**headers, **({"Authorization": f"Bearer {token}"} if token else {})}
    spent, start = server.cpu_seconds(), time.perf_counter() + 0.2

    def ask(place: int, question: Question) -> None:
        due = start + place / rate
        time.sleep(max(0.0, due - time.perf_counter()))
        if not hasattr(own, "caller"):
            own.caller = Caller(server.port, headers=sent)
        try:
            answer = own.caller.ask(*question)
            if answer.status >= 300:
                failures.append(f"{question[1]}: {answer.status}")
        except Unreached as trouble:
            failures.append(f"{question[1]}: {trouble!r}")
        waits.append((time.perf_counter() - due) * 1000)

    with ThreadPoolExecutor(THREADS) as threads:
        for place, question in enumerate(questions):
            threads.submit(ask, place, question)
    cpu = (server.cpu_seconds() - spent) * 1000 / len(questions)
    return Outcome(tuple(sorted(waits)), tuple(failures), cpu)


def together(outcomes: Sequence[Outcome]) -> Outcome:
    """Several rounds as one."""
    waits = sorted(wait for one in outcomes for wait in one.waits)
    cpu = sum(one.cpu * len(one.waits) for one in outcomes) / len(waits)
    return Outcome(tuple(waits), tuple(failure for one in outcomes for failure in one.failures), cpu)

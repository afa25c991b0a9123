"""How many beacons a second the portal takes and counts, beside an empty Django view behind the same server.

    python -m bench.beacon [--seconds 4] [--rounds 3] [--connections 16]

Closed loop: every connection sends its next request when the last was answered. Each beacon comes from another
visitor, so that each is to be counted; how many have been is read from the counters on the disk afterwards.
"""

import argparse
import json
import multiprocessing
import socket
import tempfile
import time
from itertools import count
from pathlib import Path

from bench.pages import Floor, load, setup
from tests.portal import Portal

KEY = "search 10-60"
AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
BODY = "search/ 42"
EMPTY = "GET / HTTP/1.1\r\nHost: localhost\r\nUser-Agent: {agent} {number}\r\n\r\n"
BEACON = (
    "POST /analytics/stay HTTP/1.1\r\nHost: localhost\r\nUser-Agent: {agent} {number}\r\n"
    "Sec-Fetch-Site: same-origin\r\nContent-Type: text/plain;charset=UTF-8\r\n"
    f"Content-Length: {len(BODY)}\r\n\r\n{BODY}"
)
GENERATORS = 2  # processes that ask


def ask(port: int, request: str, *, connections: int, seconds: float, start: int, answered) -> None:
    """Send on every connection, then read on every connection, until the time is over."""
    lines = [socket.create_connection(("127.0.0.1", port)) for _ in range(connections)]
    numbers, done, deadline = count(start), 0, time.perf_counter() + seconds
    while time.perf_counter() < deadline:
        for line in lines:
            line.sendall(request.format(agent=AGENT, number=next(numbers)).encode())
        for line in lines:
            answer = b""
            while not whole(answer):
                answer += line.recv(4096)
            assert answer.startswith((b"HTTP/1.1 200", b"HTTP/1.1 204")), answer
            done += 1
    answered.put(done)


def whole(answer: bytes) -> bool:
    """Whether an answer without a body has come to its end."""
    head, end, rest = answer.partition(b"\r\n\r\n")
    return bool(end) and (b"chunked" not in head or rest.endswith(b"0\r\n\r\n"))


def rate(port: int, request: str, *, wanted: argparse.Namespace, start: int) -> tuple[int, float]:
    """Answers in all, and a second."""
    answered = multiprocessing.Queue()
    each = {"connections": wanted.connections // GENERATORS, "seconds": wanted.seconds, "answered": answered}
    asking = [
        multiprocessing.Process(target=ask, args=(port, request), kwargs={**each, "start": start + place * 10**7})
        for place in range(GENERATORS)
    ]
    began = time.perf_counter()
    for one in asking:
        one.start()
    done = sum(answered.get(timeout=wanted.seconds + 30) for _ in asking)
    taken = time.perf_counter() - began
    for one in asking:
        one.join()
    return done, done / taken


def counted(data: Path) -> int:
    """The counter of the beacons' service and length, noise included: only differences mean something."""
    line, _end, numbers = min((data / "analytics").glob("*.counters")).read_bytes().partition(b"\n")
    keys = [(sheet["name"], key) for sheet in json.loads(line)["sheets"] for key in sheet["keys"]]
    return memoryview(numbers).cast("q")[7 + keys.index(("stays", KEY))]


def settled(data: Path) -> int:
    """The counter, once nothing comes any more."""
    before = None
    while (now := counted(data)) != before:
        before = now
        time.sleep(1)
    return now


def measure(portal: Portal, floor: Floor, wanted: argparse.Namespace) -> None:
    floors, beacons, sent = [], [], 0
    before = settled(portal.data)
    for round_ in range(wanted.rounds + 1):
        _answers, empty = rate(floor.port, EMPTY, wanted=wanted, start=0)
        more, beacon = rate(portal.port, BEACON, wanted=wanted, start=(round_ + 1) * 10**8)
        sent += more
        if round_:  # the first round is for warming up
            floors.append(empty)
            beacons.append(beacon)
            print(
                f"round {round_}: empty view {empty:8,.0f}/s   beacon {beacon:8,.0f}/s   {beacon / empty:.2f}",
                flush=True,
            )
    empty, beacon = (sorted(one)[len(one) // 2] for one in (floors, beacons))
    print(f"median:  empty view {empty:8,.0f}/s   beacon {beacon:8,.0f}/s   {beacon / empty:.2f} of it")
    arrived = settled(portal.data) - before
    print(f"counted: {arrived:,} of {sent:,} beacons, {arrived / sent:.4f} of them")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=4.0)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--connections", type=int, default=16)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="chancery-bench-") as folder:
        portal, floor = Portal(Path(folder, "data")), Floor(Path(folder, "floor"))
        setup(portal.data)
        try:
            portal.start()
            floor.start()
            while not list((portal.data / "analytics").glob("*.counters")):
                time.sleep(0.2)
            time.sleep(2)  # the counter looks for it once a second
            print(load())
            measure(portal, floor, wanted)
            print(load())
        finally:
            portal.end()
            floor.end()


if __name__ == "__main__":
    main()

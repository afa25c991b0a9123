"""Many writers at one SQLite file: our queue of writers beside Django's own backend, in turns.

    python -m bench.write_tail [--seconds 3] [--rounds 3] [--writers 1 2 4 8]

Each writer is a process that appends to the ledger without a pause. Prints, for each number of writers and each
backend: appends per second of all together, p50, p95, p99 and the longest wait of one append in milliseconds, and how
many appends were given up after SQLite's timeout of 30 seconds.
"""

import argparse
import multiprocessing
import random
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

BACKENDS = {"Django's own": "django.db.backends.sqlite3", "with our queue": "chancery.core.sqlite"}
AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


def connect(engine: str, path: Path) -> None:
    """Django with one room and one store, set up as the portal sets up its own."""
    import django
    from django.conf import settings

    from chancery.site import environment

    store = {**environment.sqlite(path), "ENGINE": engine}
    settings.configure(DATABASES={"default": store}, INSTALLED_APPS=["chancery.core"], USE_TZ=True)
    django.setup()


def migrate(engine: str, path: Path) -> None:
    connect(engine, path)
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


def write(engine: str, path: Path, seconds: float, starting, results) -> None:
    """One writer: how long each append took, and how many were given up."""
    connect(engine, path)
    from django.db import OperationalError

    from chancery.core import ledger
    from chancery.records.register.events import PaymentRecorded

    waits, given_up = [], 0
    nonce = random.randrange(1 << 48)
    starting.wait()
    end = time.perf_counter() + seconds
    while (began := time.perf_counter()) < end:
        event = PaymentRecorded(line="filing fee", amount="1", currency="CHF", received_on="2026-11-22")
        try:
            ledger.append(f"{nonce}/{len(waits)}", [event], after=0, at=AT)
        except OperationalError:
            given_up += 1
        waits.append(time.perf_counter() - began)
    results.put((waits, given_up))


def one_round(engine: str, path: Path, writers: int, seconds: float) -> tuple[list[float], int]:
    context = multiprocessing.get_context("spawn")
    starting, results = context.Barrier(writers), context.Queue()
    processes = [context.Process(target=write, args=(engine, path, seconds, starting, results)) for _ in range(writers)]
    for process in processes:
        process.start()
    answers = [results.get() for _ in processes]
    for process in processes:
        process.join()
    return [wait for waits, _ in answers for wait in waits], sum(given_up for _, given_up in answers)


def told(waits: list[float]) -> str:
    ordered = sorted(wait * 1000 for wait in waits)
    shares = (ordered[int(len(ordered) * share)] for share in (0.5, 0.95, 0.99))
    return "".join(f"{wait:10.1f}" for wait in (*shares, ordered[-1]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=3.0)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--writers", type=int, nargs="+", default=[1, 2, 4, 8])
    wanted = parser.parse_args()
    heads = "".join(f"{head:>10}" for head in ("per s", "p50", "p95", "p99", "max", "given up"))
    print(f"{'writers':>7}  {'backend':<15}{heads}   (milliseconds)")
    with tempfile.TemporaryDirectory(prefix="chancery-bench-") as folder:
        path = Path(folder) / "store.sqlite3"
        making = multiprocessing.get_context("spawn").Process(target=migrate, args=(BACKENDS["with our queue"], path))
        making.start()
        making.join()
        for writers in wanted.writers:
            compare(path, writers, wanted.seconds, wanted.rounds)


def compare(path: Path, writers: int, seconds: float, rounds: int) -> None:
    waits: dict[str, list[float]] = {name: [] for name in BACKENDS}
    given_up = dict.fromkeys(BACKENDS, 0)
    for _ in range(rounds):
        for name, engine in BACKENDS.items():
            more, failed = one_round(engine, path, writers, seconds)
            waits[name] += more
            given_up[name] += failed
    for name in BACKENDS:
        rate = len(waits[name]) / (seconds * rounds)
        print(f"{writers:7}  {name:<15}{rate:10.0f}{told(waits[name])}{given_up[name]:10}", flush=True)


if __name__ == "__main__":
    main()

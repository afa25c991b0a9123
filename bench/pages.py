"""Pages of the portal with its demo data under open-loop load, and handing in, beside an empty Django view.

    python -m bench.pages [--rate 20] [--seconds 15] [--rounds 2] [--filings 100]

Starts the portal and, with the same server settings, a Django view that does nothing. Prints p50, p95 and p99 in
milliseconds from the time a request was due, the CPU the server spent per request, and how many times the floor's that
is. The raw engine is asked the same questions in this process, one after the other. Handing in is POST …/submission of
drafts whose files were inspected before, one every fifth of a second, while the followers write invoices and receipts.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote, urlencode

from bench.load import Outcome, Question, offer, together
from tests.portal import ROOT, Portal

SEED = 20
FILING_RATE = 5.0
WARMING = 10  # filings that are not counted: the first of each process reads the law's tables
WORD = 4  # letters, at least, of a word that somebody searches for
HEADS = (("asked", 6), ("p50", 9), ("p95", 9), ("p99", 9), ("CPU", 9))
Search = tuple[str, str]  # collection or "", and what is typed


class Floor(Portal):
    """An empty view behind the same server. Has no data; the rest is as with a portal."""

    def launch(self) -> None:
        from chancery.site import serving

        command = [sys.executable, *serving.server("127.0.0.1", self.port, 2, "bench.floor:application")]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log, start_new_session=True)

    def health(self) -> dict | None:
        return self.reached("/") and {}


def searches(chance: random.Random, records: list[tuple], number: int) -> list[Search]:
    """What people type: one word, two words, a number, a name, everything of a collection."""
    made: list[Search] = []
    while len(made) < number:
        collection, _key, facts, _source = chance.choice(records)
        words = [word.lower() for title in facts.get("titles", {}).values() for word in title.split() if word.isalpha()]
        long = [word for word in words if len(word) >= WORD] or ["pizza"]
        typed = (chance.choice(long), " ".join(chance.sample(long, min(2, len(long)))), facts["number"], "")
        made.append((chance.choice(("", collection)), chance.choices(typed, (5, 3, 1, 1))[0]))
    return made


def search_page(asked: Search) -> Question:
    collection, typed = asked
    return "GET", f"/search/{collection}{'/' if collection else ''}?{urlencode({'q': typed})}"


def record_page(record: tuple) -> Question:
    collection, key, *_ = record
    return "GET", f"/search/{collection}/{quote(key, safe='')}/"


def raw_engine(asked: Iterable[Search]) -> Outcome:
    """The same searches without HTTP, templates or Django's request: what the engine alone takes."""
    from chancery.services.search import queries

    waits, spent = [], time.process_time()
    for collection, typed in asked:
        began = time.perf_counter()
        queries.search(queries.Question(text=typed, collection=collection))
        waits.append((time.perf_counter() - began) * 1000)
    return Outcome(tuple(sorted(waits)), (), (time.process_time() - spent) * 1000 / len(waits))


def hand_in(portal: Portal, filings: int) -> Outcome:
    prepared = portal.command("-m", "tests.applicants", "1", str(WARMING + filings))
    assert prepared.returncode == 0, prepared.stderr
    [person] = json.loads(prepared.stdout)
    questions = [("POST", f"/api/v1/filing/drafts/{draft}/submission", {}) for draft in person["drafts"]]
    offer(portal, questions[:WARMING], rate=FILING_RATE, token=person["token"])
    return offer(portal, questions[WARMING:], rate=FILING_RATE, token=person["token"])


def show(name: str, outcome: Outcome, floor: Outcome | None = None) -> None:
    figures = "".join(f"{outcome.at(share):9.1f}" for share in (0.5, 0.95, 0.99))
    ratio = f"{outcome.at(0.5) / floor.at(0.5):8.1f}×{outcome.cpu / floor.cpu:8.1f}×" if floor else ""
    print(f"{name:<22}{len(outcome.waits):>6}{figures}{outcome.cpu:9.1f}{ratio}", flush=True)
    for failure in outcome.failures[:5]:
        print(f"    failed: {failure}")


def measure(portal: Portal, floor: Floor, wanted: argparse.Namespace) -> None:
    from chancery.site.demo import records as demo

    chance, records = random.Random(SEED), list(demo.read())
    number = int(wanted.rate * wanted.seconds)
    outcomes: dict[str, list[Outcome]] = {"empty Django view": [], "search page": [], "record page": []}
    asked: list[Search] = []
    for round_ in range(wanted.rounds + 1):
        found = searches(chance, records, number)
        kinds = (
            (floor, "empty Django view", [("GET", "/")] * number),
            (portal, "search page", [search_page(one) for one in found]),
            (portal, "record page", [record_page(one) for one in chance.sample(records, number)]),
        )
        for server, name, questions in kinds:
            outcome = offer(server, questions, rate=wanted.rate)
            if round_:  # the first round is for warming up
                outcomes[name].append(outcome)
        asked += found
    bottom = together(outcomes["empty Django view"])
    for name, several in outcomes.items():
        show(name, together(several), bottom)
    show("raw engine, in process", raw_engine(asked[number:]), bottom)
    show(f"handing in, {FILING_RATE:.0f}/s", hand_in(portal, wanted.filings), bottom)


def load() -> str:
    return "load {:.1f} (1 min), {:.1f} (5 min)".format(*os.getloadavg())


def setup(data: Path) -> None:
    os.environ |= {"CHANCERY_DATA": str(data), "DJANGO_SETTINGS_MODULE": "chancery.site.settings"}
    import django

    django.setup()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rate", type=float, default=20.0)
    parser.add_argument("--seconds", type=float, default=15.0)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--filings", type=int, default=100)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="chancery-bench-") as folder:
        data, floor_data = Path(folder, "data"), Path(folder, "floor")
        portal, floor = Portal(data, demo=True, API_RATE_SIGNED_IN="1000000"), Floor(floor_data)
        setup(data)
        try:
            print(f"{load()}; portal with demo data up in {portal.start():.1f} s")
            floor.start()
            heads = "".join(f"{head:>{wide}}" for head, wide in HEADS)
            print(f"{wanted.rate:.0f} requests/s\n{'':<22}{heads}  of the floor's p50, CPU")
            measure(portal, floor, wanted)
            portal.stop(signal.SIGINT)
            print(load())
        finally:
            portal.end()
            floor.end()


if __name__ == "__main__":
    main()

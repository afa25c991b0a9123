"""The search API of the whole portal under open-loop load, over as many records as are asked for; then fairness.

    .venv/bin/python -m bench.search_load [--records 1000000] [--rate 50] [--seconds 60] [--index FOLDER]

The index is filled before the portal starts (``bench.patents``): its ledger is empty, so its followers have nothing to
do and leave it as it is. **Load**: a mix of questions, each due at its time; p50, p95 and p99 in milliseconds from then
on, beside an empty Django view behind the same server; processor milliseconds of all processes of the server for one
request. An answer has 20 whole records. Then five seconds of each kind alone, and the same mix as pages, which have the
counts of seven facets too, at 20 a second.
**Fairness**: cheap questions at 20 a second from one address, first alone, then while another address sends dear ones
from six connections as fast as they are answered. No cheap one may be refused.
"""

import argparse
import random
import tempfile
import threading
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Self
from urllib.parse import urlencode

from bench import patents
from bench.finder import SAMPLED, copied
from bench.load import Outcome, Question, offer
from bench.pages import HEADS, Floor, load, show
from bench.peers import ours, questions
from chancery.finder import Document, open_index
from tests.portal import Caller, Portal, Unreached

SEED = 20
MIX = {
    "one word": 30,
    "AND": 20,
    "number": 15,
    "phrase": 10,
    "field + range": 10,
    "OR of 5": 5,
    "prefix": 5,
    "sorted": 5,
}
CHEAP = ("one word", "AND", "number")
KIND_SECONDS, WARMING = 5, 4  # seconds
FAIR_RATE, FAIR_SECONDS, AT_ONCE = 20.0, 20, 6
HERE, ELSEWHERE = {"X-Forwarded-For": "192.0.2.1"}, {"X-Forwarded-For": "192.0.2.66"}
API, AIM = "/api/v1/records", 50
PAGE, PAGE_RATE, PAGE_SECONDS = "/search/patents/", 20.0, 20
DEAR_OF_MILLION, LEAST_DEAR = 500, 20  # units from which a query is dear: the portal's own for a million records


def asked(documents: Sequence[Document], number: int) -> dict[str, list[Question]]:
    """Addresses by kind of question, ``number`` of each."""
    kinds = questions(documents, number, field="")
    return {
        kind: [("GET", f"{API}?{urlencode({'q': ours.written(one), **_sorted(one.newest)})}") for one in kinds[kind]]
        for kind in MIX
    }


def _sorted(newest: bool) -> Mapping[str, str]:
    return {"sort": "newest"} if newest else {}


def mixed(kinds: Mapping[str, Sequence[Question]], number: int, names: Sequence[str] = tuple(MIX)) -> list[Question]:
    dice = random.Random(SEED)
    drawn = dice.choices(names, [MIX[name] for name in names], k=number)
    return [dice.choice(kinds[name]) for name in drawn]


def dear_ones(documents: Sequence[Document]) -> list[Question]:
    """Alternatives that begin with anything: each makes the engine read its whole list of words."""
    dice = random.Random(SEED)
    letters = sorted({letter for one in documents[:100] for letter in one.titles["en"].lower() if letter.isalpha()})
    some = [" OR ".join(f"*{dice.choice(letters)}{dice.choice(letters)}*e*" for _ in range(9)) for _ in range(50)]
    return [("GET", f"{API}?{urlencode({'q': one})}") for one in some]


class Flood:
    """A caller at another address who asks without end, from several connections; what they were answered."""

    def __init__(self, portal: Portal, dear: Sequence[Question]) -> None:
        self.statuses: Counter[int] = Counter()
        self._over = threading.Event()
        self._threads = [threading.Thread(target=self._ask, args=(portal, dear[at:])) for at in range(AT_ONCE)]

    def _ask(self, portal: Portal, dear: Sequence[Question]) -> None:
        one = Caller(portal.port, headers=ELSEWHERE, timeout=60)
        while not self._over.is_set():
            for question in dear:
                if self._over.is_set():
                    return
                try:
                    self.statuses[one.ask(*question).status] += 1
                except Unreached:
                    self.statuses[0] += 1

    def __enter__(self) -> Self:
        for one in self._threads:
            one.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        for one in self._threads:
            one.join()


def measure_load(
    portal: Portal, floor: Floor, kinds: Mapping[str, Sequence[Question]], wanted: argparse.Namespace
) -> None:
    number = int(wanted.rate * wanted.seconds)
    for server, some in ((floor, [("GET", "/")]), (portal, mixed(kinds, int(wanted.rate)))):
        offer(server, some * WARMING, rate=wanted.rate, headers=HERE)
    bottom = offer(floor, [("GET", "/")] * number, rate=wanted.rate)
    show("empty Django view", bottom, bottom)
    whole = offer(portal, mixed(kinds, number), rate=wanted.rate, headers=HERE)
    show("search, mixed", whole, bottom)
    print(f"{'':6}p95 is {whole.at(0.95) / AIM:.2f} of the {AIM} ms that are the aim")
    for kind in MIX:
        show(
            f"  {kind}",
            offer(portal, mixed(kinds, int(wanted.rate * KIND_SECONDS), (kind,)), rate=wanted.rate, headers=HERE),
            bottom,
        )


def measure_pages(portal: Portal, kinds: Mapping[str, Sequence[Question]]) -> None:
    """The same questions as pages; each is another question, so that no counts are remembered."""
    asked = mixed(kinds, int(PAGE_RATE * PAGE_SECONDS))
    pages = [(method, address.replace(API, PAGE, 1)) for method, address in dict.fromkeys(asked)]
    once = offer(portal, pages, rate=PAGE_RATE, headers=HERE)
    show("pages, mixed", once, once)


def measure_fairness(portal: Portal, kinds: Mapping[str, Sequence[Question]], dear: Sequence[Question]) -> None:
    cheap = mixed(kinds, int(FAIR_RATE * FAIR_SECONDS), CHEAP)
    alone = offer(portal, cheap, rate=FAIR_RATE, headers=HERE)
    show("cheap, alone", alone, alone)
    with Flood(portal, dear) as flood:
        beside = offer(portal, cheap, rate=FAIR_RATE, headers=HERE)
    show("cheap, beside dear", beside, alone)
    told = ", ".join(f"{number} with {status}" for status, number in sorted(flood.statuses.items()))
    print(f"{'':6}cheap ones refused: {_refused(beside)}; dear ones answered: {told or 'none'}")


def _refused(outcome: Outcome) -> int:
    return len(outcome.failures)


def _records_in(index: Path) -> int:
    engine = open_index(index)
    found = engine.count("patents")
    engine.close()
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, default=1_000_000)
    parser.add_argument("--rate", type=float, default=50.0, help="requests a second")
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--index", type=Path, help="an index that is there: FOLDER/ours of bench.finder --keep FOLDER")
    wanted = parser.parse_args()
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="chancery-bench-"))
        if wanted.index:  # the portal writes the laws into it
            index = stack.enter_context(copied(wanted.index))
        else:
            ours.build(index := Path(folder, "index"), patents.records(wanted.records))
        if (found := _records_in(index)) != wanted.records:
            parser.error(f"the index has {found:,} records, not {wanted.records:,} (--records)")
        units = max(LEAST_DEAR, DEAR_OF_MILLION * wanted.records // 1_000_000)
        limits = {"SEARCH_DEAR": str(units), "API_RATE": "1000000", "PROXY": "yes", "INDEX": str(index.resolve())}
        portal, floor = Portal(Path(folder, "data"), **limits), Floor(Path(folder, "floor"))
        sample = list(patents.records(min(SAMPLED, wanted.records)))
        try:
            print(f"{wanted.records:,} records; {load()}; portal up in {portal.start():.1f} s")
            floor.start()
            heads = "".join(f"{head:>{wide}}" for head, wide in HEADS)
            print(f"{wanted.rate:.0f} requests/s\n{'':<22}{heads}  of the first one's p50, CPU")
            kinds = asked(sample, 200)
            measure_load(portal, floor, kinds, wanted)
            measure_pages(portal, kinds)
            print(f"\n{FAIR_RATE:.0f} cheap requests/s, {FAIR_SECONDS} s")
            measure_fairness(portal, kinds, dear_ones(sample))
            print(load())
        finally:
            portal.end()
            floor.end()


if __name__ == "__main__":
    main()

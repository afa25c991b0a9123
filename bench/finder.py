"""The finder and its peers over the same records in one run: filling an index, and asking it.

    .venv/bin/python -m bench.finder [--records 1000000] [--repeat 100] [--peers tantivy,fts5,postgres,opensearch]

**Filling.** Each index is filled by a process of its own from the records of ``bench.patents``; the time includes
making the records, which is also told alone. Memory is the most that the process, those it started and the peer's
server held at one time; beside it, with the files they had mapped.

**Asking.** Every question is asked of us and of the peer, one right after the other, so that load meets both; the
first twenty are asked once before. Questions are parsed beforehand, ours too. An answer is the first 20 records and the
exact number of hits; what was found is marked in "highlighted" alone. Ours runs in this thread, so that its processor
time is known; how many of the questions the portal would have sent to the lane for dear ones is told. Beside tantivy
everything is asked twice: of the abstract alone, which means the same to both, and in plain words, which both look for
in title, abstract and names. Where counts differ: peers also find a phrase by its stems, and cut words to stems in ways
of their own; a beginning of words goes by stems in some and by words in others; nearness is counted differently. A
question that a peer had not answered after 20 seconds counts with these.

A peer that is not there is left out by name. ``--keep`` keeps ours, tantivy's and SQLite's index for the next run.
"""

import argparse
import itertools
import json
import multiprocessing
import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench import patents, watching
from bench.peers import SECONDS, Asker, Cut, Question, bare, fts5, node, ours, postgresql, questions
from chancery.finder import Document, Everything, open_index

PEERS = {"tantivy": bare, "fts5": fts5, "postgres": postgresql, "opensearch": node}
LACKS = {postgresql: {"near": "<5> of PostgreSQL is exactly five, not five at most"}}
WARMING, SAMPLED = 20, 5_000
SLOW_REPEAT = 20  # questions of a kind for servers, which take seconds
SERVERS = ("postgres", "opensearch")
AIMS = {"tantivy": "aim: at most 1.5", "fts5": "aim: 20 for OR, facets, sorted", "postgres": "aim: the same"}
HEAP = ("-Xms2g", "-Xmx2g")
MIB = 2**20
Build = Mapping[str, float]


def built(peer: str, place: Any, number: int) -> Build:
    """Fill one index, in the process that calls this; ``peer`` is a key of `PEERS`, or ours."""
    build = PEERS.get(peer, ours).build
    patents.corpus()
    with watching.Watch() as watch:
        spent, began = watching.processor(), time.perf_counter()
        build(place, patents.records(number))
        seconds, spent = time.perf_counter() - began, watching.processor() - spent
    return {"seconds": seconds, "processor": spent, "memory": watch.memory, "mapped": watch.mapped}


def made(number: int) -> Build:
    """Make the records alone."""
    patents.corpus()
    with watching.Watch() as watch:
        spent, began = watching.processor(), time.perf_counter()
        for _ in patents.records(number):
            pass
        seconds, spent = time.perf_counter() - began, watching.processor() - spent
    return {"seconds": seconds, "processor": spent, "memory": watch.memory, "mapped": watch.mapped, "size": 0}


def apart(task: Callable[..., Build], *arguments: object) -> Build:
    """Call it in a process of its own, started anew."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return dict(pool.submit(task, *arguments).result())


def in_folder(peer: str, folder: Path, number: int) -> tuple[Path, Build]:
    """Its index in the folder: the one kept there, when it is one of so many records, else a new one."""
    place, noted = folder / peer, folder / f"{peer}-{number}.json"
    if noted.exists() and (peer != "ours" or _whole(place, number)):
        return place, json.loads(noted.read_text())
    for old in folder.glob(f"{peer}-*.json"):
        old.unlink()
    shutil.rmtree(place, ignore_errors=True)
    told = {**apart(built, peer, place, number), "size": watching.size_of(place)}
    noted.write_text(json.dumps(told))
    return place, told


def _whole(place: Path, number: int) -> bool:
    """Whether our index is still one of so many records: one of an older format is emptied when it is opened."""
    engine = open_index(place)
    found = engine.count()
    engine.close()
    return found == number


def in_server(peer: str, address: str, number: int, process: int, size: Callable[[], int]) -> tuple[str, Build]:
    """Its index in a server, whose memory is the one that counts, and whose processor time counts too."""
    before = watching.processor_of(watching.below(process))
    with watching.Watch(process) as watch:
        told = apart(built, peer, address, number)
    spent = told["processor"] + watching.processor_of(watching.below(process)) - before
    return address, {**told, "processor": spent, "memory": watch.memory, "mapped": watch.mapped, "size": size()}


@contextmanager
def filled(peer: str, folder: Path, number: int) -> Iterator[tuple[Any, Build]]:
    """Where the peer is to be asked, and what filling it took. Raises LookupError where there is no such peer."""
    with ExitStack() as stack:
        if peer == "postgres":
            yield in_server(peer, *_postgres(stack, number))
        elif peer == "opensearch":
            yield in_server(peer, *_opensearch(stack, number))
        else:
            yield in_folder(peer, folder, number)


def _postgres(stack: ExitStack, number: int) -> tuple[str, int, int, Callable[[], int]]:
    try:
        import psycopg

        from tests import postgres

        address = stack.enter_context(postgres.server())
    except (ImportError, OSError) as error:
        raise LookupError(str(error)) from error
    with psycopg.connect(address) as store:
        process = store.execute("select pg_backend_pid()").fetchone()[0]
    parent = int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])

    def size() -> int:
        with psycopg.connect(address) as store:
            return store.execute("select pg_total_relation_size('records')").fetchone()[0]

    return address, number, parent, size


def _opensearch(stack: ExitStack, number: int) -> tuple[str, int, int, Callable[[], int]]:
    from tests import opensearch

    if not opensearch.there():
        raise LookupError("no OpenSearch: python -m tests.opensearch fetches it")
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="chancery-bench-")))
    cluster = stack.enter_context(opensearch.running(folder, nodes=1, memory=HEAP))
    [process] = cluster.processes or [None]
    address = cluster.addresses[0]
    return address, number, process.pid if process else 0, lambda: node.size(address)


@dataclass
class Times:
    """What the questions of one kind took one of two, in milliseconds by the clock and of this thread's processor."""

    clock: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    totals: list[int] = field(default_factory=list)
    cut: int = 0

    def ask(self, asker: Asker, prepared: Any) -> None:
        spent, began = time.thread_time(), time.perf_counter()
        try:
            self.totals.append(asker.ask(prepared))
        except Cut:
            self.cut += 1
            self.totals.append(-1)
        self.clock.append((time.perf_counter() - began) * 1000)
        self.processor.append((time.thread_time() - spent) * 1000)


def spread(times: Sequence[float]) -> tuple[float, float]:
    """p50 and p95."""
    return statistics.median(times), statistics.quantiles(times, n=20, method="inclusive")[-1]


def compared(mine: Asker, other: Asker, asked: Sequence[Question]) -> tuple[Times, Times]:
    """Both asked the same, who is first by turns."""
    both = [(mine, Times()), (other, Times())]
    prepared = [[one.prepared(question) for one, _ in both] for question in asked]
    for questions_ in prepared[:WARMING]:
        for (one, _), question in zip(both, questions_, strict=True):
            Times().ask(one, question)
    for turn, questions_ in enumerate(prepared):
        order = (0, 1) if turn % 2 else (1, 0)
        for place in order:
            one, times = both[place]
            times.ask(one, questions_[place])
    return both[0][1], both[1][1]


def show_builds(builds: Mapping[str, Build], number: int) -> None:
    print(f"\n{'filling':22}{'records/s':>11}{'s':>8}{'CPU s':>8}{'size MiB':>10}{'memory MiB':>12}{'mapped too':>12}")
    for name, told in builds.items():
        sizes = "".join(
            f"{told[what] / MIB:{wide}.0f}" for what, wide in (("size", 10), ("memory", 12), ("mapped", 12))
        )
        print(f"{name:22}{number / told['seconds']:11,.0f}{told['seconds']:8.1f}{told['processor']:8.1f}{sizes}")


def show_head(title: str, peer: Any) -> None:
    print(f"\n{title}; milliseconds, p50 and p95")
    heads = ("ours", "ours CPU", peer.NAME, f"{peer.NAME} CPU" * _here(peer))
    print(f"{'':15}{'hits':>9}{'of theirs':>10}{''.join(f'{head:>16}' for head in heads)}{'ratio':>8}{'CPU':>7}  same")


def _here(peer: Any) -> bool:
    """Whether it answers in this thread, so that its processor time is known."""
    return peer in (bare, fts5)


def show(kind: str, mine: Times, other: Times, peer: Any) -> None:
    """One line; the ratio is ours to tantivy's, or another peer's to ours, of p50."""
    figures = [spread(one) for one in (mine.clock, mine.processor, other.clock, other.processor)]
    known = [place for place, total in enumerate(other.totals) if total >= 0]
    hits, theirs = (statistics.mean([one.totals[place] for place in known] or [0]) for one in (mine, other))
    same = sum(mine.totals[place] == other.totals[place] for place in known)
    ratios = [figures[0][0] / figures[2][0], figures[1][0] / max(figures[3][0], 0.001)]
    if peer is not bare:
        ratios = [1 / ratio for ratio in ratios]
    times = [f"{p50:8.2f}{p95:8.2f}" for p50, p95 in figures]
    written = [f"{ratios[0]:8.2f}", f"{ratios[1]:7.2f}"]
    if not _here(peer):
        times[3], written[1] = f"{'':16}", f"{'':7}"
    cut = f"  {other.cut} cut after {SECONDS} s" if other.cut else ""
    share = theirs / hits if hits else 1.0
    line = (f"{kind:15}{hits:9,.0f}{share:10.2f}", *times, *written, f"  {same}/{len(known)}{cut}")
    print("".join(line), flush=True)


def measure_peer(peer: str, mine: ours.Asker, place: Any, sample: Sequence[Document], repeat: int) -> None:
    module = PEERS[peer]
    other = module.Asker(place)
    for field_ in ("text", "") if peer == "tantivy" else ("",):
        asked = questions(sample, min(repeat, SLOW_REPEAT) if peer in SERVERS else repeat, field=field_)
        title = "of the abstract" if field_ else "plain words"
        way = f"ours / {module.NAME}" if peer == "tantivy" else f"{module.NAME} / ours"
        show_head(f"{title}: {way} ({AIMS.get(peer, 'no aim')})", module)
        for kind, some in asked.items():
            if kind in LACKS.get(module, ()):
                print(f"{kind:15}not asked: {LACKS[module][kind]}")
                continue
            show(kind, *compared(mine, other, some), module)
    other.close()


def show_dear(place: Path, mine: ours.Asker, sample: Sequence[Document], repeat: int) -> None:
    engine = open_index(place)
    for kind, some in questions(sample, repeat, field="").items():
        prepared = [mine.prepared(question) for question in some]
        dear = sum(engine.cost(query, facets=len(how["facets"]), rows=20).dear for query, how, _ in prepared)
        if dear:
            print(f"{kind}: {dear} of {len(some)} are dear; the portal runs them in the lane, one at a time")
    engine.close()


def measure_pages(engine: Any) -> None:
    cursor, times = None, []
    for _ in range(50):
        began = time.perf_counter()
        cursor = engine.search(Everything(), sort="newest", cursor=cursor).cursor
        times.append((time.perf_counter() - began) * 1000)
        if not cursor:
            break
    print(f"\npages 1, 2 and {len(times)} of everything by cursor: {times[0]:.2f}, {times[1]:.2f}, {times[-1]:.2f} ms")


@contextmanager
def copied(place: Path) -> Iterator[Path]:
    """The index once more, to be written to: a file of it is replaced or removed, never changed, so links will do."""
    with tempfile.TemporaryDirectory(prefix="copy-", dir=place.parent) as folder:
        yield Path(shutil.copytree(place, Path(folder, "index"), copy_function=os.link))


def measure_publishing(place: Path, sample: Sequence[Document]) -> None:
    """From the call of ``writing`` to another engine's having found the record."""
    engine, reader, times = open_index(place), open_index(place), []
    for one in sample[:30]:
        began = time.perf_counter()
        with engine.writing() as writer:
            writer.add([one])
            writer.commit()
            assert reader.get(one.collection, one.key)
            times.append((time.perf_counter() - began) * 1000)
    print("one record written and found: p50 {:.1f} ms, p95 {:.1f} ms".format(*spread(times)))
    engine.close()
    reader.close()


def keep_writing(place: Path, over: Any) -> None:
    """Write the same records again, 200 a commit, until told to stop."""
    engine = open_index(place)
    sample = list(patents.records(SAMPLED))
    for some in itertools.cycle([sample[at : at + 200] for at in range(0, len(sample), 200)]):
        with engine.writing() as writer:
            writer.add(some)
        if over.wait(0.1):
            return


def measure_reading(place: Path, mine: ours.Asker, sample: Sequence[Document], repeat: int) -> None:
    """The same questions with nobody writing, and while another process commits ten times a second at most."""
    prepared = [mine.prepared(one) for one in questions(sample, repeat, field="")["AND"]]
    alone, beside = Times(), Times()
    for one in prepared:
        alone.ask(mine, one)
    context = multiprocessing.get_context("spawn")
    over = context.Event()
    writer = context.Process(target=keep_writing, args=(place, over))
    first = mine.engine.count()
    writer.start()
    time.sleep(5)  # until it has read the words and writes
    for _ in range(5):
        for one in prepared:
            beside.ask(mine, one)
    over.set()
    writer.join()
    assert mine.engine.count() == first, "what is written again is not more"
    for name, times in (("nobody writes", alone), ("another process commits", beside)):
        clock, processor = spread(times.clock), spread(times.processor)
        print("AND while {}: p50 {:.2f} ms, p95 {:.2f} ms; processor {:.2f}, {:.2f}".format(name, *clock, *processor))


def load() -> str:
    return "load {:.1f} (1 min), {:.1f} (5 min)".format(*os.getloadavg())


def measure(peers: Sequence[str], folder: Path, wanted: argparse.Namespace) -> None:
    builds: dict[str, Build] = {"the records alone": apart(made, wanted.records)}
    place, builds[ours.NAME] = in_folder("ours", folder, wanted.records)
    sample = list(patents.records(min(wanted.records, SAMPLED)))
    mine = ours.Asker(place)
    for peer in peers:
        try:
            with filled(peer, folder, wanted.records) as (there, builds[PEERS[peer].NAME]):
                measure_peer(peer, mine, there, sample, wanted.repeat)
        except LookupError as error:
            print(f"\n{PEERS[peer].NAME} is left out: {error}")
    show_builds(builds, wanted.records)
    show_dear(place, mine, sample, wanted.repeat)
    measure_pages(mine.engine)
    mine.close()
    with copied(place) as copy:
        mine = ours.Asker(copy)
        measure_publishing(copy, sample)
        measure_reading(copy, mine, sample, wanted.repeat)
        mine.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, default=1_000_000)
    parser.add_argument(
        "--repeat", type=int, default=100, help=f"questions of a kind; at most {SLOW_REPEAT} for servers"
    )
    parser.add_argument("--peers", default=",".join(PEERS), help="of " + ", ".join(PEERS))
    parser.add_argument("--keep", type=Path, help="keep the indexes in this folder, and use those that are there")
    wanted = parser.parse_args()
    peers = [peer for peer in wanted.peers.split(",") if peer]
    if unknown := set(peers) - PEERS.keys():
        parser.error(f"no such peer: {', '.join(sorted(unknown))}")
    print(f"{wanted.records:,} records; {load()}")
    with ExitStack() as stack:
        folder = wanted.keep or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="chancery-bench-")))
        folder.mkdir(parents=True, exist_ok=True)
        measure(peers, folder, wanted)
    print(load())


if __name__ == "__main__":
    main()

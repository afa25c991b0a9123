"""The embedded engine keeps the contract, and its files survive whatever happens to the processes."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from chancery.finder import Busy, Document, Everything, entries, open_index, parse
from chancery.finder.embedded import counting, preparing, writing
from chancery.finder.embedded import engine as engine_module
from chancery.finder.embedded.indexing import indexed
from chancery.finder.tests.contract import *  # noqa: F403

WRITER = """
import itertools, sys
from chancery.finder import Document, open_index
engine = open_index(sys.argv[1])
for block in itertools.count(int(sys.argv[2])):
    with engine.writing() as writer:
        writer.add(Document(collection="marks", key=f"{block}-{n}", titles={"": "nova"}) for n in range(5))
    print(block, flush=True)
"""

REBUILDER = """
import itertools, sys, time
from chancery.finder import Document, open_index
with open_index(sys.argv[1]).rebuilding() as writer:
    for n in itertools.count():
        writer.add([Document(collection="marks", key=f"new {n}")])
        if n == 2000:
            writer.commit()
            print("half", flush=True)
"""


@pytest.fixture
def engine(tmp_path):
    engine = open_index(tmp_path / "index")
    yield engine
    engine.close()


def process(program, *arguments):
    return subprocess.Popen(
        [sys.executable, "-c", program, *map(str, arguments)], stdout=subprocess.PIPE, text=True, env=os.environ
    )


def killed(running):
    running.send_signal(signal.SIGKILL)
    rest = running.stdout.read().split()
    running.wait()
    running.stdout.close()
    return rest


def test_a_writer_killed_at_any_moment_loses_nothing_committed_and_leaves_the_index_usable(tmp_path, engine):
    dice, acknowledged = random.Random(3), -1
    for _ in range(4):
        running = process(WRITER, tmp_path / "index", acknowledged + 1)
        acknowledged = int(running.stdout.readline())
        time.sleep(dice.uniform(0, 0.15))
        acknowledged = max([acknowledged, *map(int, killed(running))])
        count = engine.count()
        assert count in ((acknowledged + 1) * 5, (acknowledged + 2) * 5)  # the last may not have been told us
        assert all(engine.get("marks", f"{block}-4") for block in range(acknowledged + 1))
        with engine.writing(wait=1) as writer:
            writer.add([Document(collection="marks", key="0-0", titles={"": "nova"})])
        assert engine.search(parse("nova")).total == count


def test_a_rebuilding_that_was_killed_leaves_the_old_index_and_is_tidied_away(tmp_path, engine):
    with engine.writing() as writer:
        writer.add([Document(collection="marks", key="old")])
    running = process(REBUILDER, tmp_path / "index")
    running.stdout.readline()
    killed(running)
    assert engine.get("marks", "old")
    assert engine.count() == 1
    with engine.rebuilding(wait=1) as writer:
        writer.add([Document(collection="marks", key="newer")])
    assert engine.get("marks", "newer")
    assert [path.name for path in (tmp_path / "index").iterdir() if path.is_dir()] == [engine.generation]


def test_a_record_added_twice_while_rebuilding_stands_there_once(engine):
    with engine.rebuilding() as writer:
        for title in ("first", "second"):
            writer.add([Document(collection="marks", key="1", titles={"": title})])
        writer.add([Document(collection="marks", key="2")])
    assert engine.count() == 2
    assert engine.search(parse("first")).total == 0
    assert engine.search(parse("second")).total == 1


def test_many_records_are_prepared_beside_and_stand_there_as_few_would(tmp_path, engine, monkeypatch):
    monkeypatch.setattr(preparing, "BLOCK", 7)
    monkeypatch.setattr(preparing, "FEW", 5)
    monkeypatch.setattr(preparing, "_processors", lambda: 2)
    records = [
        Document(
            collection="marks", key=str(number), titles={"": f"nova {number}"}, facts={"n": [number]}, language="fr"
        )
        for number in range(100)
    ]
    assert list(preparing.prepared(iter(records))) == [(f"marks/{one.key}", indexed(one)) for one in records]
    with engine.rebuilding() as writer:
        assert writer.add(one for one in [*records, records[3]]) == 101
    assert engine.count() == 100
    assert engine.get("marks", "99") == records[99]


def test_records_whose_names_are_taken_for_others_stand_there_too(engine, monkeypatch):
    monkeypatch.setattr(writing.Seen, "_BITS", 3)
    with engine.rebuilding() as writer:
        writer.add(Document(collection="marks", key=str(number)) for number in [*range(50), 7])
    assert engine.count() == 50


def test_records_whose_preparing_breaks_off_are_not_half_there(engine, monkeypatch):
    monkeypatch.setattr(preparing, "FEW", 0)
    monkeypatch.setattr(preparing, "_processors", lambda: 2)
    with engine.writing() as writer:
        writer.add([Document(collection="marks", key="old")])
    never = [Document(collection="marks", key="new", facts={"never": object()})]  # cannot be stored
    with pytest.raises(TypeError), engine.rebuilding() as writer:
        writer.add(never)
    monkeypatch.setattr(preparing, "COMMAND", "raise SystemExit")
    with pytest.raises(RuntimeError, match="before its work was done"), engine.rebuilding() as writer:
        writer.add([Document(collection="marks", key="new")])
    assert engine.get("marks", "old")
    assert engine.count() == 1


def test_a_record_written_by_another_process_is_found_at_once(tmp_path, engine):
    assert engine.count() == 0
    running = process(WRITER, tmp_path / "index", 0)
    block = running.stdout.readline().strip()
    assert engine.get("marks", f"{block}-0")
    killed(running)


def test_a_second_writer_waits_its_turn_and_then_gives_up(tmp_path, engine):
    other = open_index(tmp_path / "index")
    with engine.writing(), pytest.raises(Busy), other.writing(wait=0.05):
        pass
    with other.writing(wait=0.05) as writer:
        writer.add([Document(collection="marks", key="1")])
    assert engine.count() == 1


def test_readers_are_right_while_a_writer_commits_and_rebuilds(engine):
    stop, faults = threading.Event(), []

    def add(writer, start):
        writer.add(Document(collection="marks", key=str(n), titles={"": "nova"}) for n in range(start, start + 10))

    def read():
        while not stop.is_set():
            results = engine.search(parse("nova"), limit=100, facets=("collection",))
            counted = sum(count for _, count in results.facets["collection"])
            if not results.total == len(results.hits) == counted or results.total % 10:
                faults.append(results.total)

    with ThreadPoolExecutor(3) as pool:
        readers = [pool.submit(read) for _ in range(2)]
        for block in range(5):
            with engine.writing() as writer:
                add(writer, block * 10)
            with engine.rebuilding() as writer:
                for start in range(0, block * 10 + 10, 10):
                    add(writer, start)
        stop.set()
        for reader in readers:
            reader.result()
    assert faults == []
    assert engine.count() == 50


def test_a_count_adds_up_over_all_commits_however_few_values_are_asked_for(engine):
    for block in range(5):
        names = ("Everywhere", f"Only {block}", f"Only {block}")
        with engine.writing() as writer:
            writer.add(Document(collection="marks", key=f"{block}-{n}", names=(name,)) for n, name in enumerate(names))
    assert engine._reader.snapshot().searcher.num_segments == 5
    results = engine.search(Everything(), facets=("name",), facet_limit=1)
    assert results.facets["name"] == (("Everywhere", 5),)


def test_many_names_are_counted_exactly_over_all_segments(engine):
    dice = random.Random(3)
    names = [f"Company {int(300 * dice.random() ** 3)}" for _ in range(2_400)]
    for start in range(0, 2_400, 400):
        with engine.writing() as writer:
            writer.add(
                Document(collection="marks", key=str(n), names=("", names[n], names[n]))
                for n in range(start, start + 400)
            )
    assert engine._reader.snapshot().searcher.num_segments > 1
    wanted = Counter(names)
    for limit in (1, 5, 40, 400):
        found = engine.search(Everything(), facets=("name",), facet_limit=limit).facets["name"]
        assert [hits for _, hits in found] == [hits for _, hits in wanted.most_common(limit)]
        assert all(wanted[name] == hits for name, hits in found)


def test_what_was_counted_is_asked_once_until_the_index_changes(engine, monkeypatch):
    asked = []
    monkeypatch.setattr(engine_module, "counts", lambda *given: asked.append(given) or counting.counts(*given))
    with engine.writing() as writer:
        writer.add(Document(collection="marks", key=str(n), status="live" if n else "dead") for n in range(30))

    def live(**more):
        return dict(engine.search(Everything(), facets=("status",), limit=10, **more).facets["status"]).get("live")

    assert [live(), live(offset=10), live(sort="oldest")] == [29] * 3
    assert len(asked) == 1
    assert [live(filters={"status": ["dead"]}), live(collections=["patents"]), live(facet_limit=5)] == [29, None, 29]
    assert len(asked) == 5  # the facet with a filter of its own is counted apart from those without one
    with engine.writing() as writer:
        writer.delete("marks", "7")
    assert live() == 28


def test_no_more_is_remembered_than_there_is_room_for(engine, monkeypatch):
    monkeypatch.setattr(counting, "_MOST_REMEMBERED", 3)
    for number in range(1, 9):
        engine.search(Everything(), facets=("status",), facet_limit=number)
    assert len(engine._reader.snapshot().counted) <= 3


def test_families_are_counted_part_by_part_where_there_are_too_many(engine, monkeypatch):
    with engine.writing() as writer:
        writer.add(Document(collection="patents", key=str(n), family=f"F{n % 37}" if n % 5 else "") for n in range(200))
    found = [engine.search(Everything(), by_family=True).families]
    for most in (50, 7, 1):
        monkeypatch.setattr(counting, "_MOST_COUNTED", most)
        found.append(engine.search(Everything(), by_family=True).families)
    assert found == [77] * 4


def test_many_small_commits_do_not_pile_up_segments(engine):
    for n in range(30):
        with engine.writing() as writer:
            writer.add([Document(collection="marks", key=str(n))])
    assert engine.count() == 30
    assert engine._reader.snapshot().searcher.num_segments < 12


def test_an_index_of_an_older_format_is_put_aside_and_the_caller_can_tell(tmp_path, engine, monkeypatch):
    with engine.writing() as writer:
        writer.add([Document(collection="marks", key="1")])
    before = engine.generation
    assert open_index(tmp_path / "index").generation == before
    monkeypatch.setattr(entries, "FORMAT", "next")
    renewed = open_index(tmp_path / "index")
    assert renewed.generation != before
    assert (renewed.count(), engine.count()) == (0, 0)


def threads() -> set[str]:
    """The names of the threads of this process."""
    found = set()
    for task in Path("/proc/self/task").iterdir():
        with suppress(OSError):  # it has ended meanwhile
            found.add((task / "comm").read_text().strip())
    return found


def test_a_process_forked_from_a_reader_can_read_and_write(engine):
    with engine.writing() as writer:
        writer.add([Document(collection="marks", key="1")])
    assert engine.count() == 1
    while "watch-callbacks" in threads():  # tantivy looks at an index it opens; a lock held then would be inherited
        time.sleep(0.01)
    child = os.fork()
    if child == 0:
        with engine.writing() as writer:
            writer.add([Document(collection="marks", key="2")])
        os._exit(0 if engine.count() == 2 else 1)
    assert os.waitpid(child, 0)[1] == 0
    assert engine.search(Everything()).total == 2

"""The index: asked by many, written by one, and whole whatever happens."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest

from chancery.finder.engine import Busy
from chancery.finder.pictures import Features, Index, Picture, approach, features, outlines
from chancery.finder.pictures.patterns import BITS
from chancery.finder.pictures.tests.drawings import SHAPES, drawn, saved, turned


def of(name: str) -> Features:
    return features(saved(drawn(name)), None)


def made_up(seed: int) -> Features:
    dice = np.random.default_rng(seed)
    outline = dice.normal(size=outlines.SHAPE).astype(np.float32)
    return Features(None, dice.integers(0, 256, BITS // 8, np.uint8), outline / np.linalg.norm(outline))


@pytest.fixture
def index(tmp_path: Path) -> Index:
    made = Index(tmp_path / "index", looks=False)
    with made.writing() as writer:
        for name in SHAPES:
            writer.add(name, {"front": of(name)})
    return made


def found(index: Index, name: str, **how: object) -> list[str]:
    return [one.picture.record for one in index.search(of(name), **how)]


def test_the_nearest_comes_first_and_says_why(index: Index) -> None:
    [first, *others] = index.search(features(saved(turned("bolt", 90)), None))
    assert first.picture == Picture("bolt", "front")
    assert "turned by about" in str(first.parts[-1].reason)
    assert len(others) == len(SHAPES) - 1
    assert first.score == pytest.approx(sum(part.score * part.weight for part in first.parts), abs=1e-5)


def test_a_record_with_many_pictures_comes_once(index: Index) -> None:
    with index.writing() as writer:
        writer.add("house", {"side": of("tree"), "back": of("ring")})
    assert found(index, "tree").count("house") == 1
    assert index.search(of("tree"), within=["house"])[0].picture.name == "side"


def test_only_the_records_asked_for_are_looked_at(index: Index) -> None:
    assert found(index, "bolt", within=["tree", "ring", "nowhere"]) in (["tree", "ring"], ["ring", "tree"])
    assert found(index, "bolt", within=[]) == []
    assert found(index, "bolt", limit=0) == []


def test_what_is_taken_away_is_not_found(index: Index) -> None:
    found(index, "bolt")
    with index.writing() as writer:
        writer.remove("bolt")
    assert "bolt" not in found(index, "bolt")
    with index.writing() as writer:
        writer.wipe()
    assert found(index, "tree") == []


def test_a_change_that_fails_changes_nothing(index: Index) -> None:
    with pytest.raises(ZeroDivisionError), index.writing() as writer:
        writer.add(str(writer.wipe() or 1 / 0), {})  # wiped, then broken off
    assert len(index) == len(SHAPES)


def test_there_is_one_writer(index: Index) -> None:
    with index.writing(), pytest.raises(Busy), index.writing(wait=0):
        pass


def test_another_reader_sees_what_is_written(index: Index) -> None:
    other = Index(index._folders.root, looks=False)
    assert found(other, "tree")[0] == "tree"
    with index.writing() as writer:
        writer.add("tree again", {"": of("tree")})
    assert set(found(other, "tree")[:2]) == {"tree", "tree again"}


def test_a_new_index_is_built_beside_the_one_in_use(index: Index) -> None:
    before = index.generation
    with index.rebuilding() as writer:
        writer.add("only", {"": of("tree")})
        assert found(index, "bolt")[0] == "bolt"
    assert index.generation != before
    assert found(index, "bolt") == ["only"]
    with pytest.raises(RuntimeError), index.rebuilding() as writer:
        raise RuntimeError
    assert found(index, "bolt") == ["only"]


def test_an_index_of_another_recipe_is_begun_anew(index: Index) -> None:
    assert len(Index(index._folders.root, looks=True)) == 0


needs_graphs = pytest.mark.skipif(approach.find_spec("usearch") is None, reason="usearch is not installed")


@pytest.fixture
def large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Index:
    """Most of it is reached by the graphs, some came later."""
    monkeypatch.setattr(approach, "LEAST", 300)
    made = Index(tmp_path / "large", looks=False)
    for first, last in ((0, 2000), (2000, 2100)):
        with made.writing() as writer:
            for number in range(first, last):
                writer.add(str(number), {"": made_up(number)})
    return made


@needs_graphs
def test_many_are_found_by_the_graphs_and_the_newest_without(large: Index) -> None:
    snapshot = approach.newest(large._folder())
    assert snapshot is not None
    assert snapshot.name == "approach-2000"
    for number in (5, 1999, 2050):
        assert large.search(made_up(number), 1)[0].picture.record == str(number)


@needs_graphs
def test_a_newer_snapshot_replaces_those_before_and_is_opened_at_once(large: Index) -> None:
    large.search(made_up(1), 1)
    for first in (3000, 3400):
        with large.writing() as writer:
            for number in range(first, first + 400):
                writer.add(str(number), {"": made_up(number)})
    assert sorted(path.name for path in large._folder().glob("approach-*")) == ["approach-2500", "approach-2900"]
    assert large.search(made_up(3799), 1)[0].picture.record == "3799"


@needs_graphs
def test_a_snapshot_cut_off_does_no_harm(large: Index) -> None:
    (large._folder() / ".approach").mkdir()
    (large._folder() / ".approach" / "pattern.usearch").write_bytes(b"cut off")
    assert large.search(made_up(7), 1)[0].picture.record == "7"
    with large.writing() as writer:
        for number in range(5000, 5400):
            writer.add(str(number), {"": made_up(number)})
    assert large.search(made_up(5001), 1)[0].picture.record == "5001"


@needs_graphs
def test_without_graphs_all_are_compared(large: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(approach, "find_spec", lambda _name: None)
    other = Index(large._folders.root, looks=False)
    assert other.search(made_up(7), 1)[0].picture.record == "7"


WRITES = """
import sys
from pathlib import Path
from chancery.finder.pictures import Index
from chancery.finder.pictures.tests.test_index import made_up
index, number = Index(Path(sys.argv[1]), looks=False), 0
print("ready", flush=True)
while True:
    with index.writing() as writer:
        for _ in range(20):
            writer.add(str(number), {"": made_up(number)})
            number += 1
    print(number, flush=True)
"""


def test_a_writer_that_is_killed_leaves_an_index_that_works(tmp_path: Path) -> None:
    root = tmp_path / "index"
    with subprocess.Popen([sys.executable, "-c", WRITES, str(root)], stdout=subprocess.PIPE, text=True) as writing:
        assert writing.stdout is not None
        written = [writing.stdout.readline().strip() for _ in range(5)]
        os.kill(writing.pid, signal.SIGKILL)
    index = Index(root, looks=False)
    assert len(index) >= int(written[-1])
    assert len(index) % 20 == 0
    assert index.search(made_up(3), 1)[0].picture.record == "3"
    with index.writing(wait=0) as writer:
        writer.add("after", {"": made_up(99_999)})
    assert index.search(made_up(99_999), 1)[0].picture.record == "after"


def test_readers_are_not_kept_waiting_by_a_writer(index: Index) -> None:
    seen: list[str] = []
    with index.writing() as writer:
        writer.add("late", {"": of("bolt")})
        reader = threading.Thread(target=lambda: seen.extend(found(index, "bolt")))
        reader.start()
        reader.join(10)
    assert seen
    assert "late" not in seen

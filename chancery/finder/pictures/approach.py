"""The ways in to many pictures: for each part of the recipe a graph of near neighbours (HNSW, by ``usearch``).

They are a snapshot of the shelf up to some picture, in a folder of their own beside it that bears the number of that
picture; made aside and put there at once. Pictures that came later are compared one by one; all, without ``usearch``.
"""

import shutil
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from chancery.finder.pictures import outlines
from chancery.finder.pictures.drawing import Floats
from chancery.finder.pictures.features import Features
from chancery.finder.pictures.network import LENGTH
from chancery.finder.pictures.patterns import BITS
from chancery.finder.pictures.shelf import Shelf

Ids = npt.NDArray[np.int64]
Vectors = Mapping[str, npt.NDArray[Any]]

LEAST, GROWTH = 1_000, 0.1
"""A new snapshot is made once so many pictures have come since the last, or such a share of all."""

_PREFIX, _BATCH = "approach-", 1_000
_GHOSTS = 0.25  # share of a snapshot that may be gone from the shelf before it is made afresh
_GRAPHS: dict[str, dict[str, Any]] = {
    "look": {"ndim": LENGTH, "metric": "cos", "dtype": "f16"},
    "pattern": {"ndim": BITS, "metric": "hamming", "dtype": "b1"},
    "outline": {"ndim": outlines.KINDS * outlines.RINGS * outlines.WAVES, "metric": "cos", "dtype": "f16"},
}
_WIDTH = 192  # of the search through a graph (ef)


def vectors(features: Features) -> dict[str, npt.NDArray[Any]]:
    """What leads to many pictures, a row each: outlines by the waves that no turn changes."""
    found: dict[str, npt.NDArray[Any]] = {"pattern": features.pattern, "outline": outlines.waves(features.outline)}
    return found if features.look is None else {"look": features.look, **found}


def nearest(asked: Vectors, others: Vectors, count: int) -> set[int]:
    """The places of the nearest by each part, compared one by one."""
    places: set[int] = set()
    for part, one in asked.items():
        rows = others[part]
        alike: Floats = -np.bitwise_count(rows ^ one).sum(axis=1) if part == "pattern" else rows @ one
        best = np.argpartition(-alike, count)[:count] if len(alike) > count else np.arange(len(alike))
        places.update(best.tolist())
    return places


class Approach:
    """A snapshot, opened without reading it into memory."""

    def __init__(self, folder: Path | None) -> None:
        self.last = _number(folder) if folder else 0
        self._graphs = {file.stem: _open(file) for file in folder.glob("*.usearch")} if folder else {}

    def nearest(self, asked: Vectors, count: int) -> set[int]:
        """The numbers of the nearest pictures by each part."""
        found: set[int] = set()
        for part, graph in self._graphs.items():
            if part in asked:
                found.update(int(key) for key in graph.search(asked[part], count, threads=1).keys)
        return found


def newest(folder: Path) -> Path | None:
    """The snapshot with the largest number, where there is one that can be opened."""
    if find_spec("usearch") is None:
        return None
    return max(folder.glob(f"{_PREFIX}[0-9]*"), key=_number, default=None)


def is_due(folder: Path, shelf: Shelf) -> bool:
    if find_spec("usearch") is None:
        return False
    there = newest(folder)
    since = shelf.last() - (_number(there) if there else 0)
    return since >= max(LEAST, GROWTH * shelf.count())


def renew(folder: Path, shelf: Shelf) -> None:
    """Make a snapshot of the shelf as it is. The one before it stays, for who is opening it just now; older ones go.

    Only by the one writer.
    """
    before, aside = newest(folder), folder / ".approach"
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir()
    graphs = _of(before, shelf)
    last = _number(before) if before and graphs else 0
    while len(rows := shelf.after(last, _BATCH)):
        for part, found in vectors(rows.features).items():
            graph = graphs.setdefault(part, _empty(part))
            graph.add(np.array(rows.ids, dtype=np.uint64), found)
        last = rows.ids[-1]
    for part, graph in graphs.items():
        graph.save(str(aside / f"{part}.usearch"))
    aside.rename(folder / f"{_PREFIX}{last}")
    for older in folder.glob(f"{_PREFIX}[0-9]*"):
        if before and _number(older) < _number(before):
            shutil.rmtree(older, ignore_errors=True)


def _of(before: Path | None, shelf: Shelf) -> dict[str, Any]:
    """The graphs to go on from; none where too much of them is gone from the shelf."""
    if before is None:
        return {}
    graphs = {file.stem: _open(file, view=False) for file in before.glob("*.usearch")}
    known = max((len(graph) for graph in graphs.values()), default=0)
    return {} if known * (1 - _GHOSTS) > shelf.count() else graphs


def _number(folder: Path) -> int:
    return int(folder.name.removeprefix(_PREFIX))


def _empty(part: str) -> Any:
    from usearch.index import Index

    return Index(**_GRAPHS[part], connectivity=16, expansion_add=128, expansion_search=_WIDTH)


def _open(file: Path, *, view: bool = True) -> Any:
    graph = _empty(file.stem)
    (graph.view if view else graph.load)(str(file))
    return graph

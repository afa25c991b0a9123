"""The index of pictures: kept on disk, asked by many, written by one.

Candidates come from the ways in (`approach`) and from the newest pictures; the recipe scores the candidates alone.
"""

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path

import numpy as np

from chancery.finder.folders import Folders
from chancery.finder.pictures import approach, shelf
from chancery.finder.pictures.approach import Approach, Vectors
from chancery.finder.pictures.features import Features
from chancery.finder.pictures.network import NAME
from chancery.finder.pictures.recipe import VERSION
from chancery.finder.pictures.scoring import scores
from chancery.finder.pictures.shelf import Picture, Rows, Shelf
from chancery.finder.similar.marks import PartScore

MOST = 500
"""The largest ``limit``."""

CANDIDATES = 200
"""So many by each part, at least."""

_BATCH = 1_000


@dataclass(frozen=True)
class SimilarPicture:
    """A picture that is similar; ``score`` is the sum of the parts, each by its weight, from 0 to 1."""

    picture: Picture
    score: float
    explain: Callable[[], tuple[PartScore, ...]] = field(repr=False, compare=False)

    @cached_property
    def parts(self) -> tuple[PartScore, ...]:
        """Each part with its reason, worked out when asked for."""
        return self.explain()


class Index:
    """The index in a folder, which is made where it is missing. ``looks`` says whether pictures are measured with the
    network: an index made otherwise, or by another recipe, is replaced by an empty one. Thread-safe.
    """

    def __init__(self, root: Path, *, looks: bool, wait: float = 30.0) -> None:
        form = f"pictures 1, recipe {VERSION}, {NAME if looks else 'without look'}"
        self._folders = Folders(root, form=form, fill=shelf.make)
        self._folders.prepare(wait=wait)
        self._lock, self._ways = threading.Lock(), _Ways(Path())

    @property
    def generation(self) -> str:
        """Name of the index in use; it changes with ``rebuilding`` and with the format."""
        return self._folders.current()

    def __len__(self) -> int:
        with shelf.opened(self._folder()) as opened:
            return opened.count()

    def features(self, picture: Picture) -> Features | None:
        """What was measured of a picture here."""
        with shelf.opened(self._folder()) as opened:
            return opened.features(picture)

    def search(
        self, asked: Features, limit: int = 50, *, within: Iterable[str] | None = None
    ) -> tuple[SimilarPicture, ...]:
        """The most similar pictures, the nearest first, of each record the most similar one. ``within`` names the only
        records that count; all their pictures are then compared.
        """
        wanted = max(min(limit, MOST), 0)
        with shelf.opened(self._folder()) as opened:
            near = opened.of_records(within) if within is not None else self._near(asked, opened, wanted)
            return _best(asked, (opened.rows(near[at : at + _BATCH]) for at in range(0, len(near), _BATCH)), wanted)

    def exhaustive(self, asked: Features, limit: int) -> tuple[SimilarPicture, ...]:
        """The same by scoring every picture: what ``search`` is measured against. Slow."""
        with shelf.opened(self._folder()) as opened:
            return _best(asked, _all(opened), limit)

    @contextmanager
    def writing(self, *, wait: float = 30.0) -> Iterator["Writer"]:
        """Change the index in use; all or nothing, seen by everyone at the end. Raises ``Busy``."""
        with self._folders.locked(wait=wait):
            yield from self._written(self._folder())

    @contextmanager
    def rebuilding(self, *, wait: float = 30.0) -> Iterator["Writer"]:
        """Fill a new index while the present one is asked; it takes its place at the end. Raises ``Busy``."""
        with self._folders.building(wait=wait) as name:
            yield from self._written(self._folders.path(name))

    def _written(self, folder: Path) -> Iterator["Writer"]:
        with shelf.opened(folder) as opened:
            yield Writer(opened)
        with shelf.opened(folder) as opened:
            if approach.is_due(folder, opened):
                approach.renew(folder, opened)

    def _folder(self) -> Path:
        return self._folders.path(self.generation)

    def _near(self, asked: Features, opened: Shelf, wanted: int) -> list[int]:
        with self._lock:
            if not self._ways.are_of(self._folder()):
                self._ways = _Ways(self._folder())
            return sorted(self._ways.near(asked, opened, max(CANDIDATES, 2 * wanted)))


class _Ways:
    """The ways in to one index: its newest snapshot, and the pictures that came since, in memory."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._snapshot = approach.newest(folder)
        self._approach = Approach(self._snapshot)
        self._ids: list[int] = []
        self._since: Vectors = {}

    def are_of(self, folder: Path) -> bool:
        return self._folder == folder and self._snapshot == approach.newest(folder)

    def near(self, asked: Features, opened: Shelf, count: int) -> set[int]:
        self._come_along(opened)
        single = {part: found[0] for part, found in approach.vectors(_as_many(asked)).items()}
        known = {part: one for part, one in single.items() if part in self._since}
        found = {self._ids[place] for place in approach.nearest(known, self._since, count)}
        return found | self._approach.nearest(single, count)

    def _come_along(self, opened: Shelf) -> None:
        """Read what has been added; what has gone is found missing when it is asked for."""
        while len(rows := opened.after(self._ids[-1] if self._ids else self._approach.last, _BATCH)):
            fresh = approach.vectors(rows.features)
            self._since = {part: np.concatenate((self._since.get(part, new[:0]), new)) for part, new in fresh.items()}
            self._ids.extend(rows.ids)


class Writer:
    """Changes the pictures of records."""

    def __init__(self, opened: Shelf) -> None:
        self._shelf = opened

    def names(self, record: str) -> list[str]:
        """The pictures of a record that are here."""
        return self._shelf.names(record)

    def add(self, record: str, pictures: Mapping[str, Features]) -> None:
        """Pictures of a record, by name, beside those that are here; the same name replaces."""
        self._shelf.keep(record, pictures)

    def remove(self, record: str, names: Iterable[str] | None = None) -> None:
        """These pictures of a record, or all."""
        self._shelf.drop(record, list(self.names(record) if names is None else names))

    def wipe(self) -> None:
        self._shelf.wipe()


def _as_many(one: Features) -> Features:
    return Features(None if one.look is None else one.look[None], one.pattern[None], one.outline[None])


def _all(opened: Shelf) -> Iterator[Rows]:
    last = 0
    while len(rows := opened.after(last, _BATCH)):
        last = rows.ids[-1]
        yield rows


def _best(asked: Features, batches: Iterable[Rows], limit: int) -> tuple[SimilarPicture, ...]:
    best: dict[str, SimilarPicture] = {}
    for rows in batches:
        if not len(rows):
            continue
        found = scores(asked, rows.features)
        for at, picture in enumerate(rows.pictures):
            score = float(found.total[at])
            if picture.record not in best or best[picture.record].score < score:
                best[picture.record] = SimilarPicture(picture, score, partial(found.explained, at))
    ranked = sorted(best.values(), key=lambda one: (-one.score, one.picture.record))
    return tuple(ranked[:limit])

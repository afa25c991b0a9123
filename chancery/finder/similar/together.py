"""A large index of marks and a small one of what has changed since it was made, asked as one."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np

from chancery.finder.similar.index import Index, build
from chancery.finder.similar.marks import Mark, Similar
from chancery.finder.similar.texts import Ids

Told = Mapping[str, Mark | None]
"""Marks by their keys as they are now; None for one that is gone."""


class Together:
    """``fresh`` weighs words and classes as ``whole`` does, so that their scores can be compared; ``outdated`` are the
    numbers of the marks of ``whole`` of which something else is known since. ``len()`` is the number of marks.
    """

    def __init__(self, whole: Index, fresh: Index, outdated: Ids) -> None:
        self.whole, self._fresh, self._outdated = whole, fresh, outdated

    @classmethod
    def of(cls, whole: Index, told: Told) -> "Together":
        """The large index with what has been told since; told again as it is there already changes nothing."""
        changed = {key: mark for key, mark in told.items() if whole.get(key) != mark}
        fresh = build((mark for mark in changed.values() if mark), like=whole)
        return cls(whole, fresh, whole.numbers_of(changed))

    def __len__(self) -> int:
        return len(self.whole) - len(self._outdated) + len(self._fresh)

    def search(self, name: str, classes: Sequence[int] = (), limit: int = 50) -> tuple[Similar, ...]:
        """As ``Index.search``, of all marks as they are now."""
        asked = self.whole.asked(name)
        found = self.whole.nearest(asked, classes, limit, but=self._outdated)
        if len(self._fresh):
            found += self._fresh.nearest(asked, classes, limit)
        return tuple(sorted(found, key=lambda one: (-one.score, one.mark.key))[: max(limit, 0)])

    def compare(self, name: str, classes: Sequence[int], marks: Iterable[Mark]) -> tuple[Similar, ...]:
        """How similar just these marks are, also where nothing of their names is."""
        asked, own = self.whole.asked(name), {mark.key: mark for mark in marks}
        named = {one.mark.key: one for one in build(own.values(), like=self.whole).all(asked, classes)}
        return tuple(named.get(key) or self.whole.nameless(mark, classes) for key, mark in own.items())

    def save(self, folder: Path) -> None:
        """Write down the small index, into a new folder."""
        self._fresh.save(folder)
        np.save(folder / "outdated.npy", self._outdated)

    @classmethod
    def load(cls, whole: Index, folder: Path) -> "Together":
        """Open what ``save`` wrote beside the same large index. Raises ``ValueError``, ``OSError``."""
        return cls(whole, Index.load(folder), np.load(folder / "outdated.npy"))

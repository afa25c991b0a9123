"""Many short texts as one long one with offsets: a hundredth of the objects, and a slice is a text again."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Ids = npt.NDArray[Any]


class Texts:
    """An immutable list of texts. ``ends[i]`` is where text i ends in ``whole``."""

    def __init__(self, whole: str, ends: Ids) -> None:
        self._whole, self._ends = whole, ends

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Texts":
        kept = list(texts)
        return cls("".join(kept), np.cumsum([0, *map(len, kept)], dtype=np.int64))

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, at: int) -> str:
        return self._whole[self._ends[at] : self._ends[at + 1]]

    def lengths(self, ids: Ids) -> Ids:
        return self._ends[ids + 1] - self._ends[ids]

    def take(self, ids: Ids) -> list[str]:
        whole = self._whole
        starts, ends = self._ends[ids].tolist(), self._ends[ids + 1].tolist()
        return [whole[start:end] for start, end in zip(starts, ends, strict=True)]

    def all(self) -> list[str]:
        return self.take(np.arange(len(self)))

    def save(self, folder: Path, name: str) -> None:
        (folder / f"{name}.txt").write_text(self._whole, encoding="utf-8", errors="surrogatepass", newline="")
        np.save(folder / f"{name}.ends.npy", self._ends)

    @classmethod
    def load(cls, folder: Path, name: str) -> "Texts":
        with (folder / f"{name}.txt").open(encoding="utf-8", errors="surrogatepass", newline="") as file:
            whole = file.read()
        return cls(whole, np.load(folder / f"{name}.ends.npy"))


def mapped(file: Path) -> Ids:
    """The array in a file, read where it is needed."""
    return np.asarray(np.load(file, mmap_mode="r"))  # a plain array: slices of a memmap are dear


class Rows:
    """Rows of numbers of different lengths, one after the other; ``ends[i]`` is where row i ends."""

    def __init__(self, values: Ids, ends: Ids) -> None:
        self.values, self.ends = values, ends

    @classmethod
    def of(cls, owners: Ids, values: Ids, number: int) -> "Rows":
        """Rows 0 to ``number`` from pairs of a row and a value, each row's values in ascending order."""
        width = int(values.max(initial=0)) + 1
        both = np.sort(owners.astype(np.int64) * width + values)
        ends = np.concatenate(([0], np.cumsum(np.bincount(owners, minlength=number)))).astype(np.int64)
        return cls((both % width).astype(np.int32), ends)

    def __len__(self) -> int:
        return len(self.ends) - 1

    def __getitem__(self, at: int) -> Ids:
        return self.values[self.ends[at] : self.ends[at + 1]]

    def lengths(self, ids: Ids) -> Ids:
        return self.ends[ids + 1] - self.ends[ids]

    def take(self, ids: Ids) -> Ids:
        """The values of some rows, one row after the other."""
        lengths = self.lengths(ids)
        shift = np.repeat(self.ends[ids] - np.concatenate(([0], np.cumsum(lengths)[:-1])), lengths)
        return self.values[np.arange(lengths.sum()) + shift]

    def save(self, folder: Path, name: str) -> None:
        np.save(folder / f"{name}.values.npy", self.values)
        np.save(folder / f"{name}.ends.npy", self.ends)

    @classmethod
    def load(cls, folder: Path, name: str) -> "Rows":
        return cls(mapped(folder / f"{name}.values.npy"), np.load(folder / f"{name}.ends.npy"))


def greatest(values: Ids, number: int) -> Ids:
    """Where the ``number`` greatest values stand, in no order; all where there are no more."""
    return np.argpartition(-values, number)[:number] if len(values) > number else np.arange(len(values))

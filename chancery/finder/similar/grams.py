"""Which texts share most pairs of letters with a text: an inverted index whose lists are bits.

A pair is two letters side by side, or one before the other with at most two between: the first kind tells what is the
same, the second what is still in the same order. The edges of the text count as letters. The list of a
frequent pair is a row of bits, one bit a text, and the rows of all pairs of the question are added at once, 64 texts to
the word, by carry-save adders; the lists of rare pairs are numbers. So every text's exact count comes from one pass
over as many bits as there are texts, for each pair of the question alone.

Texts stand in the order of how many pairs they have, so that the best shares can be read off from a table of counts for
each such size, without sorting the texts.
"""

from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

from chancery.finder.similar.texts import Ids, Rows

LONGEST = 40
"""Letters of a text that are indexed."""

_LETTERS = 37  # the edge, a to z, 0 to 9
_PAIRS = 2 * _LETTERS**2
_APART = 3
_DENSE = 200  # a list longer than one text in so many is kept as bits
_WORD = 64
_ARRAYS = ("bits", "row_of", "text_at", "place_of", "sizes")
_CODES = np.zeros(256, dtype=np.uint8)
_CODES[np.frombuffer(b"abcdefghijklmnopqrstuvwxyz0123456789", dtype=np.uint8)] = np.arange(1, _LETTERS)


def _pairs(texts: list[str]) -> tuple[Ids, Ids]:
    """Distinct pairs of the texts: for each the number of its text, and its own number."""
    joined = "\0".join(("", *(text[:LONGEST] for text in texts), "")).encode("ascii", "replace")
    codes = _CODES[np.frombuffer(joined, dtype=np.uint8)].astype(np.int64)
    owner = np.cumsum(np.frombuffer(joined, dtype=np.uint8) == 0) - 1
    start = owner * _PAIRS
    numbers = [start[:-1] + codes[:-1] * _LETTERS + codes[1:]]
    whole = np.ones(len(codes) - 1, dtype=bool)  # no edge between the two letters
    for apart in range(1, _APART + 1):
        numbers.append((start[:-apart] + _LETTERS**2 + codes[:-apart] * _LETTERS + codes[apart:])[whole])
        whole = whole[:-1] & (codes[apart:-1] != 0)
    return _distinct(np.concatenate(numbers))


def _distinct(numbers: Ids) -> tuple[Ids, Ids]:
    numbers.sort()
    distinct = numbers[np.diff(numbers, prepend=-1) != 0]
    return distinct // _PAIRS, distinct % _PAIRS


class Grams:
    """The index of one list of texts in small Latin letters and digits."""

    def __init__(self, bits: Ids, row_of: Ids, rare: Rows, *, text_at: Ids, place_of: Ids, sizes: Ids) -> None:
        self.text_at, self.place_of, self.sizes = text_at, place_of, sizes
        self.bits, self.row_of, self.rare = bits, row_of, rare

    @classmethod
    def of(cls, texts: list[str]) -> "Grams":
        owners, pairs = _pairs(texts)
        size_of = np.bincount(owners, minlength=len(texts))
        text_at, place_of, sizes = _arranged(size_of)
        lists = Rows.of(pairs, place_of[owners], _PAIRS)
        dense = np.flatnonzero(np.diff(lists.ends) > max(len(texts) // _DENSE, _WORD))
        bits = np.zeros((len(dense), len(text_at) // 8), dtype=np.uint8)
        for row, pair in enumerate(dense.tolist()):
            present = np.zeros(len(text_at), dtype=bool)
            present[lists[pair]] = True
            bits[row] = np.packbits(present, bitorder="little")
        row_of = np.full(_PAIRS, -1, dtype=np.int32)
        row_of[dense] = np.arange(len(dense))
        kept = row_of[pairs] < 0
        rare = Rows.of(pairs[kept], place_of[owners[kept]], _PAIRS)
        return cls(bits.view(np.uint64), row_of, rare, text_at=text_at, place_of=place_of, sizes=sizes)

    def count(self, text: str) -> "Counted":
        """How much of ``text`` every text has."""
        _, pairs = _pairs([text])
        return Counted(self, self._counts(pairs), len(pairs))

    def _counts(self, pairs: Ids) -> npt.NDArray[np.uint8]:
        """How many of the pairs each place has."""
        rows = self.row_of[pairs]
        counts = np.zeros(len(self.text_at), dtype=np.uint8)
        for level, plane in enumerate(_added([self.bits[row] for row in rows if row >= 0])):
            counts += np.unpackbits(plane.view(np.uint8), bitorder="little") << level
        for pair in pairs[rows < 0]:
            counts[self.rare[pair]] += 1
        return counts

    def save(self, folder: Path, name: str) -> None:
        self.rare.save(folder, f"{name}.rare")
        for what in _ARRAYS:
            np.save(folder / f"{name}.{what}.npy", vars(self)[what])

    @classmethod
    def load(cls, folder: Path, name: str) -> "Grams":
        arrays = {what: np.load(folder / f"{name}.{what}.npy", mmap_mode="r") for what in _ARRAYS}
        return cls(rare=Rows.load(folder, f"{name}.rare"), **arrays)


class Counted:
    """How many pairs of one text every text has."""

    def __init__(self, grams: Grams, counts: npt.NDArray[np.uint8], asked: int) -> None:
        self._grams, self._counts, self._asked = grams, counts, asked

    def best(self, number: int) -> Ids:
        """About ``number`` texts with the greatest share of common pairs: all of the last share that is let in."""
        size_of, count_of, held = self._cells()
        best = np.argsort(-(count_of / (self._asked + size_of)), kind="stable")
        let_in = best[: np.searchsorted(np.cumsum(held[best]), number) + 1]
        least = dict(
            zip(size_of[let_in].tolist(), count_of[let_in].tolist(), strict=True)
        )  # of each size the least count
        sizes = self._grams.sizes
        found = [
            sizes[size] + np.flatnonzero(self._counts[sizes[size] : sizes[size + 1]] >= count)
            for size, count in least.items()
        ]
        return self._grams.text_at[np.concatenate(found)] if found else np.zeros(0, dtype=np.int32)

    def shares(self, ids: Ids) -> npt.NDArray[np.float32]:
        """The share of common pairs of some texts (Dice: twice the common over the sum of both)."""
        places = self._grams.place_of[ids]
        size_of = np.searchsorted(self._grams.sizes, places, side="right") - 1
        return (2 * self._counts[places] / (self._asked + size_of)).astype(np.float32)

    def _cells(self) -> tuple[Ids, Ids, Ids]:
        """Sizes and counts that there are, and how many texts of that size have that count."""
        sizes = self._grams.sizes
        tables = [np.bincount(self._counts[low:high]) for low, high in pairwise(sizes.tolist())]
        lengths = [len(table) for table in tables]
        size_of = np.repeat(np.arange(len(tables)), lengths)
        count_of = np.concatenate([np.arange(length) for length in lengths] or [np.zeros(0, dtype=np.int64)])
        held = np.concatenate(tables or [np.zeros(0, dtype=np.int64)])
        real = np.flatnonzero((held > 0) & (count_of > 0))
        return size_of[real], count_of[real], held[real]


def _arranged(size_of: Ids) -> tuple[Ids, Ids, Ids]:
    """Places by size, each size beginning at a multiple of 64: the text at each place (0 where none is; such a place
    has no pair), the place of each text, and for each size its first place and the end.
    """
    order = np.argsort(size_of, kind="stable")
    numbers = np.bincount(size_of)
    starts = np.concatenate(([0], np.cumsum(-(-numbers // _WORD) * _WORD)))
    before = np.concatenate(([0], np.cumsum(numbers)))
    place_of = np.empty(len(size_of), dtype=np.int32)
    place_of[order] = np.arange(len(order)) - before[size_of[order]] + starts[size_of[order]]
    text_at = np.zeros(starts[-1], dtype=np.int32)
    text_at[place_of] = np.arange(len(place_of))
    return text_at, place_of, starts


def _added(rows: list[Ids]) -> list[Ids]:
    """The sum of rows of bits, bit by bit: a row for the ones, for the twos, the fours... Carry-save: three rows of a
    level become one of that level and one of the next.
    """
    levels, waiting = [], rows
    while waiting:
        carried = []
        while len(waiting) >= 3:
            one, two, three = waiting.pop(), waiting.pop(), waiting.pop()
            either = one ^ two
            carried.append((one & two) | (either & three))
            waiting.append(either ^ three)
        if len(waiting) == 2:
            one, two = waiting
            carried.append(one & two)
            waiting = [one ^ two]
        levels.append(waiting[0])
        waiting = carried
    return levels

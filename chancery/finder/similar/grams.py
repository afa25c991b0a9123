"""Which texts share most pairs of letters with a text: an inverted index whose lists are bits.

A pair is two letters side by side, or with one between them; the edges of the text count as letters. The list of a
frequent pair is a row of bits, one bit a text, and the rows of all pairs of the question are added at once, 64 texts to
the word, by carry-save adders; the lists of rare pairs are numbers. So every text's exact count comes from one pass
over as many bits as there are texts, for each pair of the question alone.

Texts stand in the order of how many pairs they have, so that the best shares can be read off from a table of counts for
each such size, without sorting the texts.
"""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt

from chancery.finder.similar.texts import Ids, Rows

LONGEST = 40
"""Letters of a text that are indexed."""

_LETTERS = 37  # the edge, a to z, 0 to 9
_PAIRS = 2 * _LETTERS * _LETTERS
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
    beside = codes[:-1] * _LETTERS + codes[1:]
    apart = _LETTERS * _LETTERS + codes[:-2] * _LETTERS + codes[2:]
    within = codes[1:-1] != 0
    numbers = np.concatenate((beside + owner[:-1] * _PAIRS, (apart + owner[1:-1] * _PAIRS)[within]))
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
        for row, pair in enumerate(dense):
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
        cells = sorted(self._cells(), reverse=True)
        least: dict[int, int] = {}
        for _share, size, count, held in cells:
            if number <= 0:
                break
            least[size] = count
            number -= held
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

    def _cells(self) -> Iterator[tuple[float, int, int, int]]:
        """Share, size, count, and how many texts of that size have that count."""
        sizes = self._grams.sizes
        for size in range(1, len(sizes) - 1):
            table = np.bincount(self._counts[sizes[size] : sizes[size + 1]])
            for count in np.flatnonzero(table[1:]) + 1:
                yield 2 * count / (self._asked + size), size, int(count), int(table[count])


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

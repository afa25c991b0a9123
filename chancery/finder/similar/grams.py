"""How many pairs of letters every text shares with a text: an inverted index whose lists are bits.

A pair is two letters side by side, or one before the other with at most two between: the first kind tells what is the
same, the second what is still in the same order. The edges of the text count as letters. The list of a
frequent pair is a row of bits, one bit a text, and the rows of all pairs of the question are added at once, 64 texts to
the word, by carry-save adders; the lists of rare pairs are numbers. So every text's exact count comes from one pass
over as many bits as there are texts, for each pair of the question alone.

Texts stand in the order of how many pairs they have, so that all of one size are in one piece. Where a text stands is
its place; what is counted is counted by place.
"""

from pathlib import Path

import numpy as np
import numpy.typing as npt

from chancery.finder.similar.texts import Ids, Rows, mapped

Floats = npt.NDArray[np.float32]

LONGEST = 40
"""Letters of a text that are indexed."""

_LETTERS = 37  # the edge, a to z, 0 to 9
_PAIRS = 2 * _LETTERS**2
_APART = 3
_DENSE = 200  # a list longer than one text in so many is kept as bits
_WORD = 64
_STRIDE = 32  # one word of places in so many tells about how great the greatest shares are
_LOWER = 0.8  # of a share that too few reach
_ROUNDING = 1e-6
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
        bits = np.zeros((len(dense), len(text_at) // _WORD), dtype=np.uint64)
        for row, pair in enumerate(dense.tolist()):
            bits[row] = row_of_bits(lists[pair], len(text_at))
        row_of = np.full(_PAIRS, -1, dtype=np.int32)
        row_of[dense] = np.arange(len(dense))
        kept = row_of[pairs] < 0
        rare = Rows.of(pairs[kept], place_of[owners[kept]], _PAIRS)
        return cls(bits, row_of, rare, text_at=text_at, place_of=place_of, sizes=sizes)

    def count(self, text: str) -> "Counted":
        """How many of the pairs of ``text`` every place has."""
        _, pairs = _pairs([text])
        rows = [self._row(pair) for pair in pairs.tolist()]
        return Counted(_added(rows), len(pairs), self.sizes)

    def _row(self, pair: int) -> Ids:
        """The list of a pair as a row of bits, 64 places to the word."""
        if self.row_of[pair] >= 0:
            return np.asarray(self.bits[self.row_of[pair]])
        return row_of_bits(self.rare[pair], len(self.text_at))

    def save(self, folder: Path, name: str) -> None:
        self.rare.save(folder, f"{name}.rare")
        for what in _ARRAYS:
            np.save(folder / f"{name}.{what}.npy", vars(self)[what])

    @classmethod
    def load(cls, folder: Path, name: str) -> "Grams":
        arrays = {what: mapped(folder / f"{name}.{what}.npy") for what in _ARRAYS}
        return cls(rare=Rows.load(folder, f"{name}.rare"), **arrays)


class Counted:
    """How many of ``asked`` pairs every place has: a row of bits for the ones, for the twos, the fours..."""

    def __init__(self, planes: list[Ids], asked: int, sizes: Ids) -> None:
        self._planes, self._asked, self._sizes = planes, asked, sizes
        self._all = np.full(sizes[-1] // _WORD, ~np.uint64(0))
        self._size_of_word = np.repeat(np.arange(len(sizes) - 1, dtype=np.float32), np.diff(sizes) // _WORD)

    def shares(self, places: Ids) -> Floats:
        """The share of pairs that the texts at some places have in common with the text asked for (Dice: twice the
        common over the sum of both).
        """
        counts = np.zeros(len(places), dtype=np.uint8)
        for level, plane in enumerate(self._planes):
            counts += bits_at(plane, places) << level
        return self._share(counts, self._size_of_word[places // _WORD])

    def best(self, number: int, among: Ids | None = None) -> Ids:
        """A row of bits: the places with the greatest shares, about ``number``, or all that share anything; of the row
        ``among`` alone, where one is given. Where there are no more than ``number``, all of them.
        """
        found = self._all if among is None else among
        return self._about_the_best(number, found) if np.bitwise_count(found).sum() > number else found

    def _about_the_best(self, number: int, among: Ids) -> Ids:
        about = self._about(number, among)
        for least in (about, about * _LOWER, 0.0):
            found = self._reaching(least) & among
            if 2 * np.bitwise_count(found).sum() >= number:
                break
        return found

    def _share(self, counts: Ids, sizes: Floats) -> Floats:
        return 2 * counts.astype(np.float32) / (sizes + np.float32(self._asked))

    def _about(self, number: int, among: Ids) -> float:
        """The share that about ``number`` places reach, as some of them tell."""
        every = _STRIDE if len(among) > _STRIDE * _WORD else 1
        counts = _unpacked([np.ascontiguousarray(plane[::every]) for plane in self._planes])
        shares = self._share(counts, np.repeat(self._size_of_word[::every], _WORD))
        shares = shares[are_in(np.ascontiguousarray(among[::every]))]
        place = number // every + 1
        return float(np.partition(shares, -place)[-place]) if place < len(shares) else 0.0

    def _reaching(self, least: float) -> Ids:
        """A row of bits: the places whose share is ``least`` or more, and above 0."""
        sizes = np.arange(len(self._sizes) - 1)
        needed = np.maximum(np.ceil(least * (self._asked + sizes) / 2 - _ROUNDING).astype(np.int64), 1)
        row = np.zeros(len(self._size_of_word), dtype=np.uint64)
        for count in np.unique(needed).tolist():
            first, last = np.searchsorted(needed, (count, count + 1))
            part = slice(self._sizes[first] // _WORD, self._sizes[last] // _WORD)
            _more_than(count - 1, [plane[part] for plane in self._planes], row[part])
        return row


def _more_than(count: int, planes: list[Ids], row: Ids) -> None:
    """Set the bits of ``row``, all of them 0 before, where the planes say a number above ``count``: from the ones
    upward, a bit is decided by its own plane, and where that is equal, by those below.
    """
    for level, plane in enumerate(planes):
        (np.bitwise_and if count >> level & 1 else np.bitwise_or)(row, plane, out=row)
    if count >> len(planes):
        row[:] = 0


def row_of_bits(places: Ids, number: int) -> Ids:
    """Rising places, of ``number`` that there are, as a row of bits, 64 places to the word."""
    row = np.zeros(number // _WORD, dtype=np.uint64)
    if len(places):
        words = places // _WORD
        first = np.flatnonzero(np.diff(words, prepend=-1))
        row[words[first]] = np.bitwise_or.reduceat(np.uint64(1) << (places % _WORD).astype(np.uint64), first)
    return row


def bits_at(row: Ids, places: Ids) -> npt.NDArray[np.uint8]:
    """The bits of a row at some places: 0 or 1."""
    found: npt.NDArray[np.uint8] = row.view(np.uint8)[places >> 3] >> (places & 7).astype(np.uint8) & 1
    return found


def are_in(row: Ids) -> npt.NDArray[np.bool_]:
    """Of every place, whether its bit is in the row."""
    return np.unpackbits(row.view(np.uint8), bitorder="little").view(bool)


def _unpacked(planes: list[Ids]) -> npt.NDArray[np.uint8]:
    """What the planes say of each place."""
    counts = np.zeros(len(planes[0]) * _WORD, dtype=np.uint8)
    for level, plane in enumerate(planes):
        counts += are_in(plane).view(np.uint8) << level
    return counts


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

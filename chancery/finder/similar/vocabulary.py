"""The words of all names, and which of them are like a word."""

from bisect import bisect_left
from pathlib import Path

import numpy as np

from chancery.finder.similar.grams import Grams, are_in
from chancery.finder.similar.recipe import SHORTEST_INSIDE
from chancery.finder.similar.scoring import Floats
from chancery.finder.similar.texts import Ids, Texts, greatest, mapped

LOOKED_AT = 3
"""Of so many times the words asked for, those that share most letters, the best by their letters and their rarity."""

LONGER = 100
"""How many words that begin with a word, and that end with it."""

_AFTER_Z = "{"  # the sign after z, the last that a word may have


class Vocabulary:
    """Words in the order of the alphabet. ``backward`` are their numbers in the order of the words read backward."""

    def __init__(self, words: Texts, rarities: Floats, letters: Grams, backward: Ids) -> None:
        self._words, self._rarities, self._letters, self._backward = words, rarities, letters, backward
        self._rarity_at = rarities[letters.text_at]

    @classmethod
    def of(cls, words: Texts, rarities: Floats) -> "Vocabulary":
        listed = words.all()
        backward = np.array(sorted(range(len(listed)), key=lambda number: listed[number][::-1]), dtype=np.int32)
        return cls(words, rarities, Grams.of(listed), backward)

    def rarity_of(self, word: str) -> float:
        """What the word weighs; 1 where no name has it."""
        number = self.number_of(word)
        return 1.0 if number is None else float(self._rarities[number])

    def like(self, word: str, number: int) -> Ids:
        """Which words make most of one element with ``word``: about ``number`` that have most of its letters, the rarer
        the better, those that it begins or ends with, and the shortest that begin or end with it.
        """
        counted = self._letters.count(word)
        places = np.flatnonzero(are_in(counted.best(LOOKED_AT * number)))
        promise = np.sqrt(counted.shares(places)) * np.minimum(self._rarity_at[places], self.rarity_of(word))
        near = self._letters.text_at[places[greatest(promise, number)]]
        if len(word) < SHORTEST_INSIDE:
            return near
        parts = (found for part in _parts(word) if (found := self.number_of(part)) is not None)
        return np.concatenate((near, np.fromiter(parts, dtype=np.int32), *self._longer(word)))

    def number_of(self, word: str) -> int | None:
        """Its number; None where no name has it."""
        number = bisect_left(self._words, word)
        return number if number < len(self._words) and self._words[number] == word else None

    def _longer(self, word: str) -> tuple[Ids, Ids]:
        """The shortest words that begin with the word, and that end with it."""
        begin, end = (bisect_left(self._words, edge) for edge in (word, word + _AFTER_Z))
        drow = word[::-1]
        first, last = (
            bisect_left(self._backward, edge, key=lambda number: self._words[number][::-1])
            for edge in (drow, drow + _AFTER_Z)
        )
        return self._shortest(np.arange(begin, end, dtype=np.int32)), self._shortest(self._backward[first:last])

    def _shortest(self, numbers: Ids) -> Ids:
        return numbers[greatest(-self._words.lengths(numbers), LONGER)]

    def save(self, folder: Path) -> None:
        self._letters.save(folder, "vocabulary")
        np.save(folder / "backward.npy", self._backward)

    @classmethod
    def load(cls, folder: Path, words: Texts, rarities: Floats) -> "Vocabulary":
        return cls(words, rarities, Grams.load(folder, "vocabulary"), mapped(folder / "backward.npy"))


def _parts(word: str) -> list[str]:
    """The beginnings and the ends of the word that are long enough to be a part of it."""
    cuts = range(SHORTEST_INSIDE, len(word))
    return [word[:cut] for cut in cuts] + [word[-cut:] for cut in cuts]

"""Which names are worth scoring: those that share most pairs of letters with the name asked for, and those with a word
that is like one of its words. Everything the recipe could place among the first is to be here, and little else.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from chancery.finder.similar.grams import Grams
from chancery.finder.similar.recipe import WEIGHTS
from chancery.finder.similar.scoring import Asked, Floats, Names, elements, rarity, word_likeness
from chancery.finder.similar.texts import Ids, Rows, Texts

BY_LETTERS, BY_WORDS, BY_CLASS, WORDS_EACH = 1_200, 1_200, 800, 200
"""How many names by their letters, by their words, by their letters within the classes asked for; and how many words
like each word asked for.
"""

LONGEST_BEGINNINGS = 300
"""Words that begin with a word asked for: so many are looked at."""


class Candidates:
    """The lists from which candidates come."""

    def __init__(self, by_letters: Grams, by_word: Grams, words: Texts, having: Rows) -> None:
        self._by_letters, self._by_word, self._words, self._having = by_letters, by_word, words, having
        self._number_of = {word: number for number, word in enumerate(words.all())}

    @classmethod
    def of(cls, joined: list[str], words: list[str], having: Rows) -> "Candidates":
        return cls(Grams.of(joined), Grams.of(words), Texts.of(words), having)

    def rarity_of(self, words: Sequence[str]) -> Floats:
        """What the words weigh; 1 where no name here has it."""
        numbers = [self._number_of.get(word) for word in words]
        marks = np.array([0 if number is None else len(self._having[number]) for number in numbers])
        return rarity(marks, len(self._by_letters.place_of)).astype(np.float32)

    def find(self, asked: Asked, names: Names, in_class: Ids) -> Ids:
        """The names worth scoring, each once; ``in_class`` are those of which a mark has a class asked for."""
        letters = self._by_letters.count(asked.joined)
        ids, element = self._by_words(asked, names)
        if len(ids) > BY_WORDS:
            rest = WEIGHTS["look"] + WEIGHTS["sound"]
            promise = WEIGHTS["element"] * element + rest * letters.shares(ids)
            ids = ids[np.argpartition(-promise, BY_WORDS)[:BY_WORDS]]
        if len(in_class) > BY_CLASS:
            in_class = in_class[np.argpartition(-letters.shares(in_class), BY_CLASS)[:BY_CLASS]]
        return np.unique(np.concatenate((letters.best(BY_LETTERS), ids, in_class)))

    def _by_words(self, asked: Asked, names: Names) -> tuple[Ids, Floats]:
        """Names that have a word like a word asked for, and the score of their strongest element."""
        words = np.unique(np.concatenate([self._words_like(word) for word in asked.words]))
        alike = word_likeness(asked.words, names.words.take(words))
        best = elements(alike, asked.rarities, names.rarities[words]).max(axis=0)
        owners = self._having.take(words)
        scores = np.repeat(best, self._having.lengths(words))
        order = np.lexsort((-scores, owners))
        first = np.concatenate(([True], np.diff(owners[order]) > 0)) if len(order) else np.zeros(0, bool)
        return owners[order][first], scores[order][first]

    def _words_like(self, word: str) -> Ids:
        """Words that share most pairs of letters with the word, that begin with it, or that it begins with."""
        begun = [number for end in range(len(word)) if (number := self._number_of.get(word[:end])) is not None]
        return np.concatenate((self._by_word.count(word).best(WORDS_EACH), np.array(begun, dtype=np.int32)))

    def save(self, folder: Path) -> None:
        self._by_letters.save(folder, "names")
        self._by_word.save(folder, "vocabulary")
        self._having.save(folder, "names_having")

    @classmethod
    def load(cls, folder: Path) -> "Candidates":
        words, having = Texts.load(folder, "words"), Rows.load(folder, "names_having")
        return cls(Grams.load(folder, "names"), Grams.load(folder, "vocabulary"), words, having)

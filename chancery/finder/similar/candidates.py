"""Which names are worth scoring. Of the names that share most letters with the name asked for, and of those with a word
like one of its words, it is reckoned about what they will score; those that promise most are scored. Everything the
recipe could place among the first is to be among them, and little else.
"""

from pathlib import Path

import numpy as np

from chancery.finder.similar.grams import Grams, are_in, bits_at, row_of_bits
from chancery.finder.similar.recipe import NAME, NO_CLASSES_KNOWN, WEIGHTS
from chancery.finder.similar.scoring import Asked, Floats, Names, elements, word_likeness
from chancery.finder.similar.texts import Ids, Rows, greatest, mapped
from chancery.finder.similar.vocabulary import Vocabulary

SCORED, BY_LETTERS, BY_CLASS, WORDS, MEANT = 1_000, 10_000, 2_500, 800, 500
"""How many names are scored; how many are thought of for their letters, and how many of those in the classes asked for;
how many words like each word asked for are looked at; and how many names are scored besides that say the same in other
words. So where ``FEW`` names are asked for or less, and in proportion where more are.
"""

FEW = 50

_ELEMENT = np.float32(WEIGHTS["element"] / NAME)
_CLASS = np.float32(WEIGHTS["classes"] / NAME)
_UNSEEN = np.float32(0.6)
"""What a name's strongest element is taken for, of its letters, where none of its words was looked at."""

_NEAR = 0.1
"""Below this, a class promises nothing."""


class Candidates:
    """The lists from which candidates come. ``having`` says of each word in which places of ``letters`` its names
    stand, ``classes`` of each class, a row of bits, at which places names of it stand; class 0 is that of marks of
    which none is known.
    """

    def __init__(self, letters: Grams, vocabulary: Vocabulary, having: Rows, classes: Ids) -> None:
        self._letters, self.vocabulary, self._having, self._classes = letters, vocabulary, having, classes

    @classmethod
    def of(cls, names: Names, having: Rows, in_class: Rows) -> "Candidates":
        """From the rows of names that have each word, and that have each class."""
        letters = Grams.of(names.joined.all())
        placed = Rows(letters.place_of[having.values], having.ends)
        places = (np.unique(letters.place_of[in_class[number]]) for number in range(len(in_class)))
        classes = np.array([row_of_bits(one, len(letters.text_at)) for one in places])
        return cls(letters, Vocabulary.of(names.words, names.rarities), placed, classes)

    def find(self, asked: Asked, names: Names, near: Floats | None, limit: int) -> Ids:
        """The names worth scoring, each once, for whoever asks for ``limit`` names; ``near`` says of each class how
        near it is to those asked for, and is None where none are.
        """
        times = max(limit / FEW, 1)
        letters = self._letters.count(asked.joined)
        row = letters.best(round(BY_LETTERS * times))
        if near is not None:
            row = row | letters.best(round(BY_CLASS * times), np.bitwise_or.reduce(self._classes[near == 1]))
        by_words, element = self._elements(asked, names, round(WORDS * times))
        unseen = are_in(row)
        unseen[by_words] = False
        places = np.concatenate((np.flatnonzero(unseen), by_words))
        share = np.sqrt(letters.shares(places))  # the root of the share of pairs is near the share of letters
        element = np.concatenate((_UNSEEN * share[: len(places) - len(by_words)], element))
        element[share == 1] = 1
        promise = _ELEMENT * element + (1 - _ELEMENT) * share
        if near is not None:
            promise += _CLASS * self._nearness(places, near)
        likely = self._letters.text_at[places[greatest(promise, round(SCORED * times))]]
        return np.union1d(likely, self._meant(asked, names, round(MEANT * times)))

    def _meant(self, asked: Asked, names: Names, number: int) -> Ids:
        """The names with a word that says what one of ours says: those first of which it is most."""
        ids = [at for one in asked.called if (at := self.vocabulary.number_of(one.word)) is not None]
        if not ids:
            return np.zeros(0, np.int64)
        found = np.unique(self._letters.text_at[self._having.take(np.unique(ids))])
        if len(found) <= number:
            return found
        return found[greatest(-names.words_in.lengths(found).astype(np.float32), number)]

    def _nearness(self, places: Ids, near: Floats) -> Floats:
        """About how near the classes are of the names at the places."""
        found = np.where(bits_at(self._classes[0], places), np.float32(NO_CLASSES_KNOWN), np.float32(0))
        for number in np.argsort(near)[-np.count_nonzero(near >= _NEAR) :]:  # the nearest comes last, and stays
            found[bits_at(self._classes[number], places) == 1] = near[number]
        return found

    def _elements(self, asked: Asked, names: Names, number: int) -> tuple[Ids, Floats]:
        """Places that have a word like one asked for, and what it scores as an element, rising. A place may come more
        than once.
        """
        words = np.unique(np.concatenate([self.vocabulary.like(word, number) for word in asked.words]))
        alike = word_likeness(asked.words, names.words.take(words))
        best = elements(alike, asked.rarities, names.rarities[words]).max(axis=0)
        rising = np.argsort(best)
        words = words[rising]
        return self._having.take(words), np.repeat(best[rising], self._having.lengths(words))

    def save(self, folder: Path) -> None:
        self._letters.save(folder, "names")
        self.vocabulary.save(folder)
        self._having.save(folder, "having")
        np.save(folder / "classes.npy", self._classes)

    @classmethod
    def load(cls, folder: Path, names: Names) -> "Candidates":
        vocabulary = Vocabulary.load(folder, names.words, names.rarities)
        return cls(Grams.load(folder, "names"), vocabulary, Rows.load(folder, "having"), mapped(folder / "classes.npy"))

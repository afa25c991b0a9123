"""What the words of a name are called in other languages, and how much of the meaning of two names is the same.

Only single words are translated, by the thesaurus of goods and services (``finder.crossing``): a mark that is a word of
no language means nothing here.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from chancery.finder.crossing.thesaurus import Said, shipped
from chancery.finder.similar.folding import words_of
from chancery.finder.similar.recipe import KNOWN_AS
from chancery.finder.words import tokens

_SHORTEST = 3  # letters of a word that is looked up
_REMEMBERED = 5_000


@dataclass(frozen=True)
class Called:
    """A word of a name as it is called in a language; ``place`` is the word's place in the name."""

    place: int
    word: str
    strength: float
    language: str


def called(name: str) -> tuple[Called, ...]:
    """Every word, folded, that says in another language what a word of the name says; of each the strongest."""
    best: dict[tuple[int, str], Called] = {}
    words = words_of(name)
    for one in _read(name, words):
        before = best.get((one.place, one.word))
        if one.word not in words and (before is None or before.strength < one.strength):
            best[one.place, one.word] = one
    return tuple(best.values())


def _read(name: str, words: Sequence[str]) -> Iterator[Called]:
    place_of: Mapping[str, int] = {word: place for place, word in enumerate(words)}
    for written in tokens(name):
        place = place_of.get("".join(words_of(written)))
        if place is not None and len(written) >= _SHORTEST:
            for said in _said(written):
                if len(folded := words_of(said.text)) == 1:
                    yield Called(place, folded[0], said.strength, said.language)


@lru_cache(maxsize=_REMEMBERED)
def _said(word: str) -> tuple[Said, ...]:
    thesaurus = shipped()
    return tuple(one for one in thesaurus.same(word, into=thesaurus.languages) if one.strength >= KNOWN_AS)


def likeness(asked: Sequence[str], called_as: Sequence[Called], theirs: Sequence[str]) -> "np.ndarray":
    """How surely a word of ours (a row) means what a word of theirs (a column) means: 1 where it is the same word."""
    found = np.zeros((len(asked), len(theirs)), np.float32)
    column = {word: at for at, word in enumerate(theirs)}
    for one in called_as:
        if (at := column.get(one.word)) is not None:
            found[one.place, at] = one.strength
    for place, word in enumerate(asked):
        if (at := column.get(word)) is not None:
            found[place, at] = 1
    return found

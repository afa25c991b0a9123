"""Scores the parts of names, many names at once: the recipe in numbers, the same for a few candidates and for all."""

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Postfix, Prefix
from rapidfuzz.fuzz import ratio
from rapidfuzz.process import cdist

from chancery.finder.similar import sound
from chancery.finder.similar.meaning import Called, likeness
from chancery.finder.similar.recipe import BEGINS, ENDS, MEANING, NAME, NAME_PARTS, SHORTEST_INSIDE, WEIGHTS
from chancery.finder.similar.texts import Ids, Rows, Texts

Floats = npt.NDArray[np.float32]


def rarity(marks: Any, total: int) -> Any:
    """What a word weighs that so many of all names have: 1 for a word of one name or none, near 0 for one of all."""
    return np.log(1 + total / np.maximum(marks, 1)) / math.log(1 + max(total, 1))


class Names:
    """The distinct names of an index in the forms in which they are compared."""

    def __init__(self, joined: Texts, sounds: Sequence[Texts], words: Texts, words_in: Rows, rarities: Floats) -> None:
        self.joined, self.sounds, self.words, self.words_in, self.rarities = joined, sounds, words, words_in, rarities

    def __len__(self) -> int:
        return len(self.joined)


class Asked:
    """A name that others are compared with."""

    def __init__(self, words: Sequence[str], rarities: Floats, called: Sequence[Called] = ()) -> None:
        self.words, self.rarities, self.called = list(words), rarities, called
        self.joined = "".join(words)
        read = [sound.keys(word) for word in words]
        self.sounds = ["".join(keys[family] for keys in read) for family in range(len(sound.FAMILIES))]


def scores(asked: Asked, names: Names, ids: Ids) -> dict[str, Floats]:
    """Each part of the names' likeness to the one asked for, and ``name``: the parts of a name weighed together."""
    words_in = names.words_in.take(ids)
    distinct, where = np.unique(words_in, return_inverse=True)
    theirs = names.words.take(distinct)
    alike = word_likeness(asked.words, theirs)
    own = names.rarities[distinct]
    starts = np.concatenate(([0], np.cumsum(names.words_in.lengths(ids))[:-1]))
    parts = {
        "look": _ratio([asked.joined], names.joined.take(ids))[0],
        "sound": np.max([heard(asked, names, family, ids) for family in range(len(sound.FAMILIES))], axis=0),
        "element": np.maximum.reduceat(elements(alike, asked.rarities, own).max(axis=0)[where], starts),
        "words": _words(alike[:, where], asked.rarities, own[where], starts),
    }
    parts["element"] = np.where(parts["look"] == 1, np.float32(1), parts["element"])
    weighed = sum((parts[name] * (WEIGHTS[name] / NAME) for name in NAME_PARTS), np.zeros(len(ids), np.float32))
    parts["meaning"] = _meaning(asked, theirs, where=where, own=own, starts=starts)
    parts["name"] = np.maximum(weighed, parts["meaning"])
    return parts


def _meaning(asked: Asked, theirs: list[str], *, where: Ids, own: Floats, starts: Ids) -> Floats:
    """How much of both names means the same, where a word of theirs says in other letters what one of ours says."""
    if not asked.called:
        return np.zeros(len(starts), np.float32)
    words = {one.word for one in asked.called}
    told = np.fromiter((word in words for word in theirs), dtype=bool, count=len(theirs))
    alike = likeness(asked.words, asked.called, theirs)
    shares = np.float32(MEANING) * _words(alike[:, where], asked.rarities, own[where], starts)
    return np.where(np.logical_or.reduceat(told[where], starts), shares, np.float32(0))


def heard(asked: Asked, names: Names, family: int, ids: Ids) -> Floats:
    """How alike the names sound by the habits of one family of languages."""
    return _ratio([asked.sounds[family]], names.sounds[family].take(ids))[0]


def elements(alike: Floats, asked: Floats, own: Floats) -> Floats:
    """How much a word of ours (a row) and a word of theirs (a column) make of one element that both have."""
    return alike * np.minimum(asked[:, None], own[None, :])


def word_likeness(ours: list[str], theirs: list[str]) -> Floats:
    """How alike two words are, each of ours (a row) with each of theirs (a column)."""
    alike: npt.NDArray[Any] = _ratio(ours, theirs)
    lengths, others = (np.fromiter(map(len, words), dtype=np.int64) for words in (ours, theirs))
    lengths = lengths[:, None]
    shorter = np.minimum(lengths, others)
    share = shorter / np.maximum(lengths, others)
    for scorer, least in ((Prefix.similarity, BEGINS), (Postfix.similarity, ENDS)):
        inside = (cdist(ours, theirs, scorer=scorer, dtype=np.uint8) >= shorter) & (shorter >= SHORTEST_INSIDE)
        alike = np.where(inside, np.maximum(alike, least + (1 - least) * share), alike)
    return np.asarray(alike, dtype=np.float32)


def _ratio(ours: list[str], theirs: list[str]) -> Floats:
    alike: Floats = cdist(ours, theirs, scorer=ratio, dtype=np.float32)
    return np.asarray(alike / 100, dtype=np.float32)


def _words(alike: Floats, asked: Floats, own: Floats, starts: Ids) -> Floats:
    """The mean of how much of our words is in theirs and of theirs in ours, each word by its rarity."""
    ours = asked @ np.maximum.reduceat(alike, starts, axis=1) / asked.sum()
    theirs = np.add.reduceat(alike.max(axis=0) * own, starts) / np.add.reduceat(own, starts)
    return np.asarray((ours + theirs) / 2, dtype=np.float32)

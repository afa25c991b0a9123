"""Why a mark scores what it does: for each part the sentence and the values that make it true."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from chancery.finder.similar import sound
from chancery.finder.similar.classes import nearest
from chancery.finder.similar.marks import PartScore, Reason
from chancery.finder.similar.recipe import NAME, WEIGHTS
from chancery.finder.similar.scoring import Asked, Floats, Names, elements, heard, word_likeness

_NEAR = 0.1
"""Below this, two classes are not said to be filed together."""


@dataclass(frozen=True)
class Both:
    """What is compared: the name asked for with the name of that number, our classes with theirs."""

    asked: Asked
    names: Names
    number: int
    ours: Sequence[int]
    theirs: Sequence[int]
    near: Floats


def part_scores(own: Mapping[str, float], both: Both) -> tuple[PartScore, ...]:
    """Each part of ``own`` with its share of the weight and its reason."""
    weights = WEIGHTS | {"meaning": NAME}
    whole = sum(weights[part] for part in own)
    reasons = {"meaning": _meaning(both)} if "meaning" in own else _of_letters(own, both)
    reasons["classes"] = _classes(both.ours, both.theirs, both.near)
    return tuple(PartScore(part, score, weights[part] / whole, reasons[part]) for part, score in own.items())


def _of_letters(own: Mapping[str, float], both: Both) -> dict[str, Reason]:
    """The parts that are weighed together."""
    asked, names, number = both.asked, both.names, both.number
    element, words = _of_words(asked, names, number)
    return {
        "look": _look(own["look"], asked.joined, names.joined[number]),
        "sound": _sound(asked, names, number),
        "element": element,
        "words": words,
    }


def _meaning(both: Both) -> Reason:
    """The strongest of their words that says what a word of ours says."""
    theirs = set(both.names.words.take(both.names.words_in[both.number]))
    best = max((one for one in both.asked.called if one.word in theirs), key=lambda one: one.strength)
    return Reason("means", {"ours": both.asked.words[best.place], "theirs": best.word, "language": best.language})


def _look(score: float, ours: str, theirs: str) -> Reason:
    if ours == theirs:
        return Reason("same_letters")
    letters = len(ours) + len(theirs)
    return Reason("letters", {"shared": round(score * letters / 2), "ours": len(ours), "theirs": len(theirs)})


def _sound(asked: Asked, names: Names, number: int) -> Reason:
    scores = [float(heard(asked, names, family, np.array([number]))[0]) for family in range(len(sound.FAMILIES))]
    family = scores.index(max(scores))
    return Reason(sound.FAMILIES[family], {"ours": asked.sounds[family], "theirs": names.sounds[family][number]})


def _of_words(asked: Asked, names: Names, number: int) -> tuple[Reason, Reason]:
    ids = names.words_in[number]
    theirs, own = names.words.take(ids), names.rarities[ids]
    alike = word_likeness(asked.words, theirs)
    strongest = elements(alike, asked.rarities, own)
    our, their = divmod(int(strongest.argmax()), len(theirs))
    found = float(asked.rarities @ alike.max(axis=1) / asked.rarities.sum())
    back = float(own @ alike.max(axis=0) / own.sum())
    shares = Reason("words", {"ours": round(100 * found), "theirs": round(100 * back)})
    return _element(asked.words[our], theirs[their]), shares


def _element(ours: str, theirs: str) -> Reason:
    shorter, longer = sorted((ours, theirs), key=len)
    if ours == theirs:
        return Reason("same_word", {"theirs": theirs})
    if longer.startswith(shorter):
        return Reason("begins", {"longer": longer, "shorter": shorter})
    if longer.endswith(shorter):
        return Reason("ends", {"longer": longer, "shorter": shorter})
    return Reason("alike", {"ours": ours, "theirs": theirs})


def _classes(ours: Sequence[int], theirs: Sequence[int], near: Floats) -> Reason:
    if not ours or not theirs:
        return Reason("unknown_class")
    score, our, their = nearest(near, ours, theirs)
    if our == their:
        return Reason("same_class", {"theirs": their})
    if score < _NEAR:
        return Reason("no_class")
    return Reason("near_class", {"ours": our, "theirs": their, "percent": round(100 * score)})

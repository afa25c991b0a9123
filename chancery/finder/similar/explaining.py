"""Why a mark scores what it does: for each part the sentence and the values that make it true."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from chancery.finder.similar import sound
from chancery.finder.similar.classes import nearest
from chancery.finder.similar.marks import PartScore, Reason, Shown, Similar
from chancery.finder.similar.recipe import NAME, NO_CLASSES_KNOWN, WEIGHTS, picture_share
from chancery.finder.similar.scoring import Asked, Floats, Names, elements, heard, word_likeness

_NEAR = 0.1
"""Below this, two classes are not said to be filed together."""


@dataclass(frozen=True)
class Named:
    """Names that are compared: the one asked for with the one of that number."""

    asked: Asked
    names: Names
    number: int


@dataclass(frozen=True)
class Filed:
    """Classes that are compared: ours with theirs, and how near each is to each."""

    ours: Sequence[int]
    theirs: Sequence[int]
    near: Floats

    @property
    def nearness(self) -> float | None:
        """None where no classes are asked for."""
        if not self.ours:
            return None
        return nearest(self.near, self.ours, self.theirs)[0] if self.theirs else NO_CLASSES_KNOWN


def part_scores(own: Mapping[str, float], filed: Filed, named: Named | None = None) -> tuple[PartScore, ...]:
    """The parts of the names, ``own``, and that of the classes, each with its share of the weight and its reason."""
    near = filed.nearness
    whole = NAME if near is None else NAME + WEIGHTS["classes"]
    reasons = _of_names(own, named) if named else {}
    weights = WEIGHTS | {"meaning": NAME}
    parts = [PartScore(part, score, weights[part] / whole, reasons[part]) for part, score in own.items()]
    if near is not None:
        parts.append(PartScore("classes", near, WEIGHTS["classes"] / whole, _classes(filed)))
    return tuple(parts)


def with_picture(found: Similar, shown: Shown) -> Similar:
    """The same with the picture that is like the one asked with."""
    return replace(found, picture=shown.score, explain=partial(_with_picture, found, shown))


def _with_picture(found: Similar, shown: Shown) -> tuple[PartScore, ...]:
    """The picture beside the parts of the name, which weigh so much less; classes weigh what they did."""
    share = picture_share(found.name, shown.score)
    classes = [part for part in found.parts if part.name == "classes"]
    names = [replace(part, weight=part.weight * (1 - share)) for part in found.parts if part.name != "classes"]
    sign = 1 - sum(part.weight for part in classes)
    return (*names, PartScore("picture", shown.score, sign * share, _picture(shown)), *classes)


def _picture(shown: Shown) -> Reason:
    """What the parts of the recipe of pictures score."""
    scores: dict[str, str | int] = {part.name: round(100 * part.score) for part in shown.parts}
    return Reason("picture" if "look" in scores else "drawn", scores)


def _of_names(own: Mapping[str, float], named: Named) -> dict[str, Reason]:
    return {"meaning": _meaning(named)} if "meaning" in own else _of_letters(own, named)


def _of_letters(own: Mapping[str, float], named: Named) -> dict[str, Reason]:
    """The parts that are weighed together."""
    asked, names, number = named.asked, named.names, named.number
    element, words = _of_words(asked, names, number)
    return {
        "look": _look(own["look"], asked.joined, names.joined[number]),
        "sound": _sound(asked, names, number),
        "element": element,
        "words": words,
    }


def _meaning(named: Named) -> Reason:
    """The strongest of their words that says what a word of ours says."""
    theirs = set(named.names.words.take(named.names.words_in[named.number]))
    best = max((one for one in named.asked.called if one.word in theirs), key=lambda one: one.strength)
    return Reason("means", {"ours": named.asked.words[best.place], "theirs": best.word, "language": best.language})


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


def _classes(filed: Filed) -> Reason:
    if not filed.theirs:
        return Reason("unknown_class")
    score, our, their = nearest(filed.near, filed.ours, filed.theirs)
    if our == their:
        return Reason("same_class", {"theirs": their})
    if score < _NEAR:
        return Reason("no_class")
    return Reason("near_class", {"ours": our, "theirs": their, "percent": round(100 * score)})

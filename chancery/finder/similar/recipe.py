"""The declared recipe: which parts of likeness there are, what each measures, and what it weighs.

Weights of the parts of a name were chosen by leave-one-out over real oppositions (``bench/similar_marks.py`` says how,
and measures what they are worth). Meaning is no part of that sum, since most marks that are alike mean nothing: it
counts instead of it, where it makes more. What a picture weighs beside a name is set, not learnt: no collection of
decided cases with pictures was at hand. ``bench/similar_signs.py`` measures what it is worth.
"""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Part:
    """One part of likeness: from 0, nothing, to 1, the same."""

    name: str
    label: str
    measures: str
    weight: float
    instead: bool = False
    """It counts instead of the parts that compare names, where it makes more than they do together."""


RECIPE = (
    Part(
        "look",
        "Spelling",
        "Letters that both names have in the same order, as a share of all their letters; spaces do not count.",
        0.10,
    ),
    Part(
        "sound",
        "Sound",
        "The same for how both names sound, read as English, Germanic, Romance or Slavic; the closest reading counts.",
        0.30,
    ),
    Part(
        "element",
        "Strongest element",
        "The word of each that is most like one of the other, or begins or ends with it; less if many marks have it.",
        0.50,
    ),
    Part(
        "words",
        "All words",
        "How much of the words of each name is found in the other; a word that many marks have counts less.",
        0.10,
    ),
    Part(
        "meaning",
        "Meaning",
        "Words of one name that say in another language what words of the other say, as far as the thesaurus knows; at "
        "most four fifths. It counts instead of the parts above where it is more than they are together.",
        0.80,
        instead=True,
    ),
    Part(
        "picture",
        "Picture",
        "Look, pattern and outlines of both pictures, as in the search by picture; counted only where one is asked "
        "with and the mark shows one. Where pictures are more alike than names, it makes four fifths of both.",
        0.40,
    ),
    Part(
        "classes",
        "Classes",
        "The same Nice class, or classes that are filed together; counted only where classes are asked for.",
        0.25,
    ),
)
VERSION = "2026-11-23.2"
"""Changes with every change of the recipe, so that a report says what it was made by."""

WEIGHTS = {part.name: part.weight for part in RECIPE if not part.instead}
NAME_PARTS = ("look", "sound", "element", "words")
"""The parts that compare names alone."""
NAME = sum(WEIGHTS[part] for part in NAME_PARTS)
"""What they weigh together, and meaning instead of them."""
PICTURE_LEADS = 0.8
"""The picture's share beside the name where it is the more alike of both: so much do marks count that show the same
picture and have nothing in common by name."""
MEANING = next(part.weight for part in RECIPE if part.name == "meaning")
"""What names count that say the same in other words, and in nothing else are alike."""
KNOWN_AS = 0.5
"""The least strength with which the thesaurus must say that two words mean the same."""


NO_CLASSES_KNOWN = 0.5
"""What classes score for a mark of which no class is known: neither near nor far."""

BEGINS, ENDS, SHORTEST_INSIDE = 0.8, 0.7, 4
"""A word of four letters or more that another begins (ends) with: at least this alike, the more so the more of the
longer word it is, up to 1."""


def picture_share(name: float, picture: float) -> float:
    """The share of the picture in how alike two signs are; the name has the rest."""
    return PICTURE_LEADS if picture > name else WEIGHTS["picture"] / (NAME + WEIGHTS["picture"])


def with_picture(name: float, picture: float) -> float:
    """How alike two signs are by name and picture."""
    share = picture_share(name, picture)
    return name * (1 - share) + picture * share


def with_classes(sign: Any, classes: Any) -> Any:
    """How alike two marks are: the signs, and the classes they are meant for. Of one mark, or of an array of them."""
    beside = WEIGHTS["classes"]
    return (sign * NAME + classes * beside) / (NAME + beside)
